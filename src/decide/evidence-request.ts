/**
 * `arsip SR-…`: the ticket's file is wanted, the proof of request and answer. Only who answers for the desk's work gets it: the desk, its
 * lead, their superiors, and officials whom the rules name. Whoever else writes it is treated as if the words stood for nothing, so that
 * nobody learns from the answer whether a ticket exists.
 */
import type { InboundMessage } from '../parse/message.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { NOTHING, sourceOf, type Effects } from './effects.ts';
import { deskBatchUnclear, deskEvidence, type DeskContext } from './letters/index.ts';
import { deskOf, isOfTeam, type Office, type Party } from './office.ts';
import { mayDo } from './reply.ts';
import type { Situation } from './situation.ts';
import { TEXT } from './ticket-view.ts';

const ASKED = /^\W{0,3}arsip\s+(?:tiket\s+|nomor\s+|no\.?\s+)?([A-Z]{2,4}-\d{6}-\d{4,7}-\d)\W{0,3}$/i;
const LONGEST = 80;
const ANSWER = /^\s*(?:(?:re|bls|balas|fw|fwd)\s*:\s*)+/i;

/** The number, where the mail's own words (or its subject, beside none) are this and nothing else; null otherwise. */
export function evidenceWanted(message: Pick<InboundMessage, 'subject'>, ownText: string): string | null {
  const text = ownText.trim();
  const said = text === '' && !ANSWER.test(message.subject) ? message.subject.trim() : text;
  return said.length > LONGEST ? null : (ASKED.exec(said)?.[1]?.toUpperCase() ?? null);
}

export function mayHaveEvidence(office: Office, sender: Party, at: EpochMs): boolean {
  const desk = deskOf(office);
  if (isOfTeam(office, desk, sender.address) || isOfficial(office, sender)) return true;
  const { person } = sender;
  const on = localDate(at, office.zone);
  const members = [
    ...desk.members.flatMap((address) => office.directory.byAddress(address) ?? []),
    ...desk.memberUnits.flatMap((unit) => office.directory.inUnit(unit)),
  ];
  return person !== null && person.active && members.some((member) => office.directory.isAbove(person, member, on));
}

/** Who agrees on behalf of the office, by the rules. */
function isOfficial({ rulebook }: Office, { address }: Party): boolean {
  const chains = rulebook.services.flatMap(({ variants }) => variants.flatMap(({ chain }) => chain ?? []));
  const officials = chains.flatMap(({ onward, back }) => [...onward, ...back]);
  return officials.some(({ official }) => official.address === address);
}

/** True where somebody who may have it asks, sufficiently sure to be himself. */
export function asksForEvidence({ evidence, message, office }: Situation): boolean {
  return evidence !== undefined && mayDo('desk-command', message?.grade ?? 'absent', office);
}

/** The file is made when the letter leaves; that somebody asked for it stays with the ticket. */
export function onEvidenceAsked(it: Situation): Effects {
  const { evidence, sender, office, mail } = it;
  if (evidence === undefined || sender === null) return NOTHING;
  const { asked, ticket } = evidence;
  const context: DeskContext = {
    rulebook: office.rulebook,
    mailbox: office.mailbox.address,
    source: sourceOf(it),
    writer: sender,
    ticket: ticket?.number ?? null,
    stem: ticket?.texts[TEXT.stem] || null,
  };
  if (ticket === null) {
    const lines = [{ line: `arsip ${asked}`, why: 'unknown-ticket' } as const];
    return { ...NOTHING, letters: [deskBatchUnclear(context, lines)], says: 'Asks for the file of no ticket of ours.' };
  }
  const attached: TicketEvent = {
    v: 1,
    at: mail.receivedAt,
    type: 'MailAttached',
    mail: mail.id,
    writer: sender.id,
    role: isOfTeam(office, deskOf(office), sender.address) ? 'desk' : 'participant',
  };
  return {
    ...NOTHING,
    tickets: [{ number: ticket.number, expectedVersion: ticket.version, events: [attached], texts: [] }],
    people: [sender],
    letters: [deskEvidence(context, ticket.number)],
    says: 'Asks for the file of a ticket, and gets it.',
  };
}
