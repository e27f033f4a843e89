/** A ticket with its whole history, for `loket ticket show`. */
import type { OutboxRow } from '../record/outbox.ts';
import type { TicketRecord } from '../record/store.ts';
import type { PersonId } from '../shared/ids.ts';
import { toIso, type EpochMs, type ZoneId } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';

/** What stands in the place of words, names and addresses that have been kept as long as the rules say. */
export const REMOVED = 'removed by retention';

export interface ShownTicket {
  readonly ticket: TicketRecord;
  readonly events: readonly TicketEvent[];
  readonly letters: readonly OutboxRow[];
  readonly zone: ZoneId;
}

export function ticketJson(shown: ShownTicket): Readonly<Record<string, unknown>> {
  const { ticket, events, letters, zone } = shown;
  const { state } = ticket;
  const iso = (at: EpochMs | null): string | null => (at === null ? null : toIso(at, zone));
  return {
    number: ticket.number,
    kind: state.kind,
    service: state.service,
    variant: state.variant,
    status: state.status,
    requester: personJson(ticket, state.requester),
    approver: state.approval ? { ...personJson(ticket, state.approval.approver), answer: state.approval.answer } : null,
    superior: state.superior ? { ...personJson(ticket, state.superior), verdict: state.verdict } : null,
    team: state.team,
    missing: state.missing,
    deskReason: state.deskReason,
    follows: state.follows,
    label: state.label,
    times: {
      receivedAt: iso(state.receivedAt),
      completedAt: iso(state.completedAt),
      firstResponseAt: iso(state.firstResponse?.at ?? null),
      firstResponseLate: state.firstResponse?.late ?? null,
      resolvedAt: iso(state.resolvedAt),
      changedAt: iso(state.changedAt),
      clock: state.clock.map((span) => ({ from: iso(span.from), to: iso(span.to) })),
    },
    events: events.map((event) => ({ ...event, at: iso(event.at) })),
    letters: inOrder(letters).map((row) => letterJson(row, iso)),
    mails: mailsOf(events),
    texts: ticket.texts,
  };
}

export function ticketText(shown: ShownTicket): string {
  const { ticket, events, letters, zone } = shown;
  const { state } = ticket;
  return [
    `${ticket.number}  ${state.status}  ${state.variant ?? state.service ?? state.kind}`,
    `requester  ${personText(ticket, state.requester)}`,
    `team       ${state.team ?? '-'}`,
    ...(Object.keys(ticket.texts).length === 0 ? [`texts      ${REMOVED}`] : []),
    ...(state.missing.length > 0 ? [`missing    ${state.missing.join(', ')}`] : []),
    '',
    ...events.map((event) => `${toIso(event.at, zone)}  ${event.type}${factsOf(event)}`),
    '',
    ...inOrder(letters).map(
      (row) =>
        `${toIso(row.createdAt, zone)}  ${row.state}  ${row.letter.template} -> ${readersOf(row)}  ${row.lastReply ?? ''}`,
    ),
  ].join('\n');
}

function factsOf(event: TicketEvent): string {
  const facts = Object.entries(event).filter(
    ([name, value]) => !['type', 'v', 'at'].includes(name) && value !== null && value !== '',
  );
  return facts
    .map(([name, value]) => `  ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
}

function inOrder(letters: readonly OutboxRow[]): readonly OutboxRow[] {
  return [...letters].sort((one, other) => one.createdAt - other.createdAt);
}

function personJson(ticket: TicketRecord, id: PersonId): Readonly<Record<string, string | null>> {
  const person = ticket.people.get(id);
  if (person?.address === '') return { id, address: null, name: null, removed: 'by retention' };
  return { id, address: person?.address ?? null, name: person?.name ?? null };
}

function personText(ticket: TicketRecord, id: PersonId): string {
  const address = ticket.people.get(id)?.address ?? id;
  return address === '' ? `${id} (${REMOVED})` : address;
}

/** A letter always had somebody to go to. */
function readersOf({ letter }: OutboxRow): string {
  return letter.to.length === 0 ? `(${REMOVED})` : letter.to.map((to) => to.address).join(', ');
}

function letterJson(row: OutboxRow, iso: (at: EpochMs | null) => string | null): Readonly<Record<string, unknown>> {
  return {
    key: row.key,
    template: row.letter.template,
    to: row.letter.to.map((to) => to.address),
    step: row.letter.step,
    state: row.state,
    createdAt: iso(row.createdAt),
    sentAt: iso(row.sentAt),
    attempts: row.attempts,
    reply: row.lastReply,
  };
}

function mailsOf(events: readonly TicketEvent[]): readonly string[] {
  return [...new Set(events.flatMap((event) => ('mail' in event && event.mail !== null ? [event.mail] : [])))];
}
