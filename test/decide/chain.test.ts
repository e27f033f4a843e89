import { describe, expect, it } from 'vitest';
import { CHAIN, chooseCourse } from '../../src/decide/chain.ts';
import { asMailId } from '../../src/shared/ids.ts';
import { aSituation, type SituationParts } from './situations.ts';

const OTHER = asMailId('ffffffffffffffffffff');

/** Rule that has to win -> a situation in which it does. */
const CASES: readonly (readonly [string, SituationParts])[] = [
  ['nothing-readable', { message: null }],
  ['seen-before', { seenBefore: { identical: OTHER, sameMessageId: OTHER } }],
  ['own-mail', { message: { machine: 'own' } }],
  ['loop', { message: { machine: 'loop' } }],
  ['delivery-report', { message: { machine: 'bounce' } }],
  ['read-receipt', { message: { machine: 'mdn' } }],
  ['auto-reply', { message: { machine: 'auto-submitted' } }],
  ['list', { message: { machine: 'list' } }],
  ['several-senders', { message: { from: null, problems: ['several-from'] } }],
  ['no-sender', { message: { from: null } }],
  ['message-id-of-another-mail', { seenBefore: { identical: null, sameMessageId: OTHER } }],
  ['authentication-failed', { message: { grade: 'failed' } }],
  ['authentication-absent', { message: { grade: 'absent' }, office: { whenAbsent: 'refuse' } }],
  ['outside-our-domains', { message: { from: { name: 'Orang Luar', address: 'orang@luar.example' } } }],
  ['calendar-invitation', { message: { calendarMethod: 'REQUEST' } }],
  ['over-a-limit', { message: { problems: ['encrypted-smime'] } }],
  ['nobody-reads-the-sender', { message: { from: { name: 'Portal SDM', address: 'noreply@kemenkeu.example' } } }],
  [
    'asks-for-state',
    {
      message: {
        subject: 'progres tiket SR-261120-0007-1',
        text: 'Mohon info progres tiket SR-261120-0007-1, sudah sampai mana ya?',
      },
    },
  ],
  ['new-request', {}],
];

describe('the chain', () => {
  it.each(CASES)('ends in %s', (name, parts) => {
    expect(chooseCourse(aSituation(parts)).rule.name).toBe(name);
  });

  it('has unique names, and a last rule that takes whatever is left', () => {
    const names = CHAIN.map((rule) => rule.name);

    expect(new Set(names).size).toBe(names.length);
    expect(CHAIN.at(-1)?.matches(aSituation({ message: null }))).toBe(true);
  });

  it('keeps every rule that was tried, and only the last one matched', () => {
    const { trace } = chooseCourse(aSituation());

    expect(trace.map((entry) => entry.rule)).toEqual(CHAIN.slice(0, trace.length).map((rule) => `mail/${rule.name}`));
    expect(trace.filter((entry) => entry.matched)).toHaveLength(1);
    expect(trace.at(-1)?.matched).toBe(true);
  });

  it('answers a machine of an employee as little as any other machine', () => {
    const { rule } = chooseCourse(
      aSituation({ message: { machine: 'auto-submitted', subject: 'Automatic reply: lupa password' } }),
    );

    expect(rule.course.kind).toBe('ignore');
  });

  it('is silent to a letter that says it is automatic, unless a person of the register hands it on', () => {
    const text = 'Permintaan Bapak/Ibu kami terima.\n--\nEmail ini jawaban otomatis atas permintaan Bapak/Ibu.';
    const box = { name: 'Bantuan', address: 'bantuan@kemenkeu.example' };
    const nameOf = (message: Parameters<typeof aSituation>[0]): string => chooseCourse(aSituation(message)).rule.name;

    expect(nameOf({ message: { from: box, text } })).toBe('says-it-is-automatic');
    expect(nameOf({ message: { text } })).not.toBe('says-it-is-automatic');
    expect(nameOf({ message: { from: box, text: `Apa maksudnya?\n\nDari: Service Desk\n${text}` } })).not.toBe(
      'says-it-is-automatic',
    );
  });

  it('lets a released mail past the rules that held it', () => {
    const released = { id: asMailId('0123456789abcdef0123'), receivedAt: 0, released: true };

    expect(chooseCourse(aSituation({ mail: released, message: { grade: 'failed' } })).rule.name).toBe('new-request');
    expect(
      chooseCourse(aSituation({ mail: released, message: { from: { name: '', address: 'orang@luar.example' } } })).rule
        .name,
    ).toBe('new-request');
  });
});
