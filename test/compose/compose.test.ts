import { beforeAll, describe, expect, test } from 'vitest';
import { makeComposer, type ComposerOptions, type LetterRow } from '../../src/compose/compose.ts';
import type { CompiledTemplates } from '../../src/compose/templates.ts';
import type { Letter } from '../../src/decide/letter.ts';
import * as letters from '../../src/decide/letters/index.ts';
import { asLetterKey } from '../../src/shared/ids.ts';
import { keyOfReference, makeKeyring } from '../../src/shared/keyring.ts';
import { shippedLetters } from '../support/compiled-letters.ts';
import { aContext, aHostingContext, maya, originalMail, partyOf } from '../support/letter-context.ts';
import { allExamples } from '../support/letter-examples.ts';
import { began, spentSince } from '../support/spent.ts';

const keyring = makeKeyring('a secret of at least sixteen bytes');
const KEY = asLetterKey('abcdefghijklmnop');
let templates: CompiledTemplates;

beforeAll(async () => {
  templates = await shippedLetters();
});

function composer(
  parts: Partial<ComposerOptions> = {},
): (row: LetterRow) => ReturnType<ReturnType<typeof makeComposer>> {
  return makeComposer({
    templates,
    keyring,
    mailbox: {
      address: 'servicedesk@kemenkeu.example',
      name: 'Service Desk Pusintek',
      replyAddress: 'servicedesk+{token}@kemenkeu.example',
    },
    instance: 'servicedesk@kemenkeu.example',
    attachments: () => Promise.resolve([]),
    ...parts,
  });
}

const rowOf = (letter: Letter, thread: readonly string[] = []): LetterRow => ({ key: KEY, letter, thread });
const ask = (): Letter => letters.approverPleaseApprove(aHostingContext(), partyOf(maya), 1);

describe('the token', () => {
  test('stands in Message-ID and Reply-To, and verifies for exactly this letter', async () => {
    const letter = ask();
    const mail = await composer()(rowOf(letter));
    const reference = mail.messageId.replace('@kemenkeu.example', '');
    const facts = {
      key: KEY,
      ticket: letter.ticket ?? '',
      person: letter.person,
      step: letter.step,
      shown: letter.shown,
    };

    expect(keyOfReference(reference)).toBe(KEY);
    expect(keyring.verify(reference, facts)).toBe(true);
    expect(keyring.verify(reference, { ...facts, shown: 'other' })).toBe(false);
    expect(mail.replyTo).toBe(`servicedesk+${reference}@kemenkeu.example`);
  });

  test('stands in the subject of the buttons alone where plus-addresses are not delivered', async () => {
    const mailbox = { address: 'servicedesk@kemenkeu.example', name: 'Service Desk', replyAddress: null };
    const mail = await composer({ mailbox })(rowOf(ask()));
    const reference = mail.messageId.split('@')[0] ?? '';

    expect(mail.replyTo).toBeNull();
    expect(mail.html).toContain('href="mailto:servicedesk@kemenkeu.example?subject=');
    expect(mail.html).toContain(`%28ref%20${reference}%29&amp;body=`);
  });

  test('is the same when the same row is composed again', async () => {
    const first = await composer()(rowOf(ask()));
    const second = await composer()(rowOf(ask()));

    expect(second).toEqual(first);
  });
});

describe('header fields', () => {
  test('keep machines quiet, but not the reports of failed delivery', async () => {
    const { headers } = await composer()(rowOf(ask()));

    expect(headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
      'X-Loket-Instance': 'servicedesk@kemenkeu.example',
      'X-Loket-Ticket': 'SR-261123-0043-1',
      'Thread-Topic': '[SR-261123-0043-1] hosting IaaS production',
    });
  });

  test('say auto-replied for the answer to a mail', async () => {
    const { headers } = await composer()(rowOf(letters.requesterReceived(aContext(), 'team')));

    expect(headers['Auto-Submitted']).toBe('auto-replied');
  });

  test('thread an answer under the mail it answers, after the rest of the thread', async () => {
    const letter = { ...letters.requesterReceived(aContext(), 'team'), references: ['older@x.example'] };
    const mail = await composer()(rowOf(letter, ['ours@kemenkeu.example', 'CAF0001@mail.kemenkeu.example']));

    expect(mail.inReplyTo).toBe('CAF0001@mail.kemenkeu.example');
    expect(mail.references).toEqual(['older@x.example', 'ours@kemenkeu.example', 'CAF0001@mail.kemenkeu.example']);
  });

  test('thread other letters under the latest of the ticket', async () => {
    const mail = await composer()(rowOf(ask(), ['first@x.example', 'second@x.example']));

    expect(mail.inReplyTo).toBe('second@x.example');
  });

  test('hold at most twenty references, the first among them', async () => {
    const thread = Array.from({ length: 50 }, (_, index) => `m${index}@x.example`);
    const { references } = await composer()(rowOf(ask(), thread));

    expect(references).toHaveLength(20);
    expect([references[0], references.at(-1)]).toEqual(['m0@x.example', 'm49@x.example']);
  });

  test('drop what is no message id', async () => {
    const mail = await composer()(
      rowOf(ask(), ['a b@x.example', 'a\u0080@x.example', 'evil>\r\nBcc: <x@y.example', 'good@x.example']),
    );

    expect(mail.references).toEqual(['good@x.example']);
  });
});

describe('a hostile sender', () => {
  const evil = '"><script>alert(1)</script>\r\nBcc: victim@x.example\u202e{{number}}{{/x}} | x@y.example';
  const context = aContext({
    requester: { ...partyOf(maya), person: null, name: evil },
    service: null,
    variant: null,
    summary: evil,
    ownText: evil,
    facts: { applicant: evil, application: evil },
    deskReason: 'unsure',
    original: { ...originalMail, attachments: [evil] },
  });
  const hostile = [
    letters.requesterReceived(context, 'desk'),
    letters.approverPleaseApprove(context, context.requester, 1),
    letters.teamAssigned(context, context.desk),
    letters.deskTriage(context),
    letters.requesterIncomplete(context),
  ];

  test.each(hostile.map((letter) => [letter.template, letter] as const))(
    'adds no tag and no header in %s',
    async (_, letter) => {
      const mail = await composer()(rowOf(letter));
      const oneLiners = [
        mail.subject,
        mail.messageId,
        mail.replyTo ?? '',
        ...Object.values(mail.headers),
        mail.to[0]?.name ?? '',
      ];

      expect(mail.html).not.toContain('<script');
      expect(mail.html).not.toContain('victim@x.example"');
      expect(oneLiners.join('')).not.toMatch(/[\r\n\u202e<>]/);
      expect(`${mail.text}${mail.html}`).not.toContain('\u202e');
      // Shown as written, not filled in a second time.
      expect(mail.text).toContain('{{number}}');
    },
  );

  test('opens no button of his own and gets into no mailto', async () => {
    const { buttons } = templates.render(letters.deskTriage(context), { reference: 'r', replyAddress: 'd@x.example' });

    expect(buttons).toEqual([]);
  });
});

test('every button opens one line for the desk with number and reference in its subject', () => {
  const reference = 'aaaabbbbccccdddd-eeeeffffgggghhhh';
  const frame = { reference, replyAddress: `servicedesk+${reference}@kemenkeu.example` };
  for (const { letter } of allExamples()) {
    const { buttons, subject } = templates.render(letter, frame);
    expect(buttons.length).toBeLessThanOrEqual(3);
    for (const { label, href } of buttons) {
      const url = new URL(href);
      expect(decodeURIComponent(url.pathname)).toBe(frame.replyAddress);
      expect(url.searchParams.get('subject')).toBe(`Re: ${subject} (ref ${reference})`);
      expect(url.searchParams.get('body')).toMatch(/^[^\r\n]+$/);
      expect(label).not.toBe('');
      expect(href).toMatch(/^mailto:[\w%@.+-]+\?[\w%&=@.~-]+$/);
    }
  }
});

test('letters are filled in without work that grows with them', () => {
  const examples = allExamples();
  const frame = { reference: 'r', replyAddress: 'd@x.example' };
  for (const { letter } of examples) templates.render(letter, frame);
  const start = began();
  for (let round = 0; round < 5; round++) for (const { letter } of examples) templates.render(letter, frame);
  const each = spentSince(start) / (5 * examples.length);

  expect(each).toBeLessThan(5);
});
