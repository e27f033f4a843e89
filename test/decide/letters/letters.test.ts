import { describe, expect, test } from 'vitest';
import type { LetterFields } from '../../../src/decide/letter.ts';
import * as letters from '../../../src/decide/letters/index.ts';
import { dueFields } from '../../../src/decide/letters/request-fields.ts';
import { aContext, aHostingContext, at, deskTeam, doni, hanif, maya, partyOf } from '../../support/letter-context.ts';
import { allExamples } from '../../support/letter-examples.ts';

describe('the stem of a ticket', () => {
  test('is the number and the catalogue name', () => {
    expect(letters.requesterReceived(aContext(), 'team').subject).toBe('[SR-261123-0042-7] reset password email');
  });

  test('speaks English to an English writer', () => {
    const letter = letters.requesterReceived(aContext({ language: 'en' }), 'team');

    expect(letter.subject).toBe('[SR-261123-0042-7] email password reset');
  });

  test('is repeated by later letters, whatever the ticket has become', () => {
    const stem = letters.requesterReceived(aContext(), 'team').subject;
    const later = letters.teamAssigned(aHostingContext({ stem }), deskTeam);

    expect(later.subject).toBe(stem);
    expect(later.fields['shortName']).toBe('reset password email');
  });

  test('takes the own words, cleaned and cut, only where no service is known', () => {
    const summary = 'Re: [SR-261101-0001-1] <b>Akun</b> "saya" (darurat) | tidak bisa dipakai sejak kemarin pagi';
    const letter = letters.requesterReceived(aContext({ service: null, variant: null, summary }), 'desk');

    expect(letter.subject).toMatch(/^\[SR-261123-0042-7\] [^[\]<>|"()]{1,40}$/);
  });
});

describe('forms of address', () => {
  test.each([
    [hanif, { male: true, female: false, unknown: false }],
    [maya, { male: false, female: true, unknown: false }],
  ])('follow the NIP of $name', (person, sex) => {
    const letter = letters.requesterReceived(aContext({ requester: partyOf(person) }), 'team');

    expect(letter.fields['reader']).toMatchObject({ name: person.name, ...sex });
  });

  test('stay open where the directory knows nobody', () => {
    const stranger = { ...partyOf(hanif), person: null, name: 'H.\r\nBcc: x@y.example' };
    const letter = letters.requesterReceived(aContext({ requester: stranger }), 'team');

    expect(letter.fields['reader']).toMatchObject({ name: 'H. Bcc: x@y.example', unknown: true });
  });
});

describe('dueFields', () => {
  const context = { ...aContext(), kind: 'request' } as const;
  const times = aHostingContext().times;
  const flag = (fields: LetterFields): readonly string[] =>
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith('is') && value === true)
      .map(([name]) => name);

  test.each([
    ['isBy', { ...times, resolveBy: at('2026-12-23T10:00:00+07:00') }, 'request'],
    ['isApproval', times, 'request'],
    ['isComplete', { ...times, startsWhen: 'complete' }, 'request'],
    ['isDecision', { ...times, startsWhen: 'cio-decision' }, 'request'],
    ['isEvent', { ...times, startsWhen: 'event' }, 'request'],
    ['isUnstated', { ...times, level: { kind: 'unstated', words: '' } }, 'request'],
    ['isPriority', { ...times, level: null }, 'incident'],
    ['isNone', { ...times, level: null }, 'question'],
  ] as const)('sets %s alone', (expected, times, kind) => {
    expect(flag(dueFields(times, { ...context, kind }))).toEqual([expected]);
  });
});

describe('shownOf', () => {
  const shown = letters.shownOf(aHostingContext());

  test('stays the same when only time passes or the reader changes language', () => {
    expect(letters.shownOf(aHostingContext({ late: true, now: 0, language: 'en', source: null }))).toBe(shown);
  });

  test.each([
    ['the service', { variant: 'ITSM.8/reset-password' }],
    ['the facts', { facts: { application: 'e-Kinerja', quantity: 2 } }],
    ['the requester', { requester: partyOf(doni) }],
    ['the words', { ownText: 'Mohon dua server.' }],
    ['the papers', { original: null }],
  ])('changes with %s', (_, parts) => {
    expect(letters.shownOf(aHostingContext(parts))).not.toBe(shown);
  });

  test('binds every letter that asks an approver', () => {
    expect(letters.approverPleaseApprove(aHostingContext(), partyOf(maya), 1).shown).toBe(shown);
    expect(letters.approverAskWord(aHostingContext(), partyOf(maya), { step: 1, why: 'weak', said: 'ok' }).shown).toBe(
      shown,
    );
  });
});

describe('the number of what is asked', () => {
  const shown = (parts: Parameters<typeof aHostingContext>[0]): unknown =>
    letters.requesterReceived(aHostingContext(parts), 'team').fields['facts'];

  test.each([
    ['one reset of a password', { variant: 'ITSM.8/reset-password', facts: { quantity: 1 } }],
    ['a fault', { service: null, variant: null, incident: 'jaringan', kind: 'incident', facts: { quantity: 4 } }],
  ] as const)('is no news for %s', (_, parts) => {
    expect(shown(parts)).toMatchObject({ quantity: null });
  });

  test('stands there where there are several', () => {
    expect(shown({ facts: { quantity: 2 } })).toMatchObject({ quantity: 2 });
  });
});

describe('what goes along', () => {
  test('is the original with its papers to the team, and nothing to superiors', () => {
    const team = letters.teamAssigned(aHostingContext(), deskTeam);
    const approver = letters.approverPleaseApprove(aHostingContext(), partyOf(maya), 1);

    expect(team.attachMails).toEqual(['0a1b2c3d4e5f60718293']);
    expect(approver.attachMails).toEqual([]);
  });
});

test('no letter to a third person holds a whole NIP', () => {
  for (const { letter } of allExamples()) {
    expect(JSON.stringify(letter.fields)).not.toMatch(/\d{18}|\d{8} \d{6} \d \d{3}/);
  }
});

test('a missing superior names the two nearest superiors, with a ready mail for each', () => {
  const need = { rank: 4, verdict: 'missing', found: null, qualifying: [doni, maya, hanif, doni] } as const;
  const missing = [{ key: letters.SUPERIOR_KEY, text: 'Atasan' }];
  const letter = letters.requesterIncomplete(aContext({ missing, superior: need }));

  expect(letter.fields['superior']).toMatchObject({ rank: 'IV', missing: true, tooLow: false });
  expect(JSON.stringify(letter.fields['superior']).match(/@kemenkeu/g)).toHaveLength(2);
});

test('the requester is not named twice, others are', () => {
  const self = letters.requesterReceived(aContext(), 'team').fields['facts'];
  const other = letters.requesterReceived(
    aContext({ facts: { applicants: ['Ana', 'Budi', 'Citra', 'Dedi', 'Eka', 'Fajar'], nip: '199001012015011001' } }),
    'team',
  ).fields['facts'];

  expect(self).toMatchObject({ applicants: null, nips: null });
  expect(other).toMatchObject({ applicants: 'Ana, Budi, Citra, Dedi, Eka (+1)', nips: '••••1001' });
});
