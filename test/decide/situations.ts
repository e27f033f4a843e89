/** Situations to decide on: the shipped rules, the sample directory, and a mail that differs from the plain one where a test says so. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { partyOf, type Office } from '../../src/decide/office.ts';
import type { Situation } from '../../src/decide/situation.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import type { InboundMessage } from '../../src/parse/message.ts';
import { asMailId } from '../../src/shared/ids.ts';
import { makeKeyring } from '../../src/shared/keyring.ts';
import { fromIso } from '../../src/shared/time.ts';
import { readReply } from '../../src/understand/replies/reply.ts';
import { understand } from '../../src/understand/understand.ts';
import { loaded } from '../rulebook/rule-folder.ts';
import { aMessage as plainMessage } from '../understand/office.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const NOW = fromIso('2026-11-23T09:00:00+07:00');

export const office: Office = {
  rulebook: loaded(resolve(ROOT, 'rules'), { mailboxDomain: 'kemenkeu.example' }),
  directory: parseDirectory(readFileSync(resolve(ROOT, 'fixtures/directory.csv'), 'utf8')).directory,
  keyring: makeKeyring('a secret for tests only'),
  zone: 'Asia/Jakarta',
  mailbox: { address: 'servicedesk@kemenkeu.example', name: 'Service Desk Pusintek' },
  ownAddresses: ['servicedesk@kemenkeu.example'],
  domains: ['kemenkeu.example'],
  whenAbsent: 'desk',
};

/** From Mutia Zahra (staff), with her superior Joyo Handoko (eselon IV) in Cc. */
export function aMessage(parts: Partial<InboundMessage> = {}): InboundMessage {
  return plainMessage({
    from: { name: 'Mutia Zahra', address: 'mutia.zahra@kemenkeu.example' },
    to: [{ name: '', address: 'servicedesk@kemenkeu.example' }],
    cc: [{ name: 'Joyo Handoko', address: 'joyo.handoko@kemenkeu.example' }],
    subject: 'lupa password email',
    text: 'Mohon reset password email saya, lupa setelah cuti.',
    ...parts,
  });
}

export interface SituationParts extends Partial<Omit<Situation, 'message' | 'reading' | 'sender' | 'office'>> {
  readonly message?: Partial<InboundMessage> | null;
  readonly office?: Partial<Office>;
}

export function aSituation(parts: SituationParts = {}): Situation {
  const { message: changes, office: officeChanges, ...rest } = parts;
  const here = { ...office, ...officeChanges };
  const message = changes === null ? null : aMessage(changes);
  const reading = message
    ? understand(message, [], {
        rulebook: here.rulebook,
        directory: here.directory,
        ourAddresses: here.ownAddresses,
        receivedAt: NOW,
        zone: here.zone,
      })
    : null;
  return {
    now: NOW,
    office: here,
    mail: { id: asMailId('0123456789abcdef0123'), receivedAt: NOW, released: false },
    message,
    papers: [],
    failure: null,
    sender: message?.from ? partyOf(here, message.from) : null,
    reading,
    binding: null,
    readAs: (role) => readReply({ role, text: message?.text ?? '', sent: null, rulebook: here.rulebook }),
    before: { letters: [], sameText: [], sameSubject: 0 },
    seenBefore: { identical: null, sameMessageId: null },
    ownTickets: [],
    named: [],
    sameFault: [],
    linked: [],
    numbering: { day: '2026-11-23', next: 42 },
    reported: null,
    ...rest,
  };
}
