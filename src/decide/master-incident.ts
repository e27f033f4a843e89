/**
 * Many reports of one fault: the first that is still open within the hour stands for all. Later ones get their own number and are told so;
 * the team has them in short, and what resolves the first resolves them, each with a letter to its reporter.
 */
import type { Person } from '../directory/person.ts';
import type { TicketNumber } from '../shared/ids.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { TicketChange } from './decision.ts';
import type { Letter } from './letter.ts';
import type { Office, Party } from './office.ts';
import type { KnownTicket } from './situation.ts';
import { contextOf, viewOf } from './ticket-view.ts';
import { fold } from './fold.ts';
import { requesterResolved } from './letters/index.ts';
import { addCalendarDays } from '../ticket/service-clock.ts';
import type { SourceMail } from './letters/context.ts';
import { faultTold, type FaultTold } from '../understand/classify/fault-told.ts';

/** How long after the first report another one is taken for the same fault, in minutes. */
export const SAME_FAULT_MINUTES = 60;

const WITH_A_TEAM = ['assigned', 'on-hold'];
const WORKED_ON = ['triage', 'assigned', 'on-hold'];

/** A new report: what it says and who says it. */
export interface Report {
  readonly incident: string | null;
  readonly text: string;
  readonly reporter: Party;
}

/**
 * The report that stands for this one: the same thing fails in the same way, at the same place unless it is one service for all, and a
 * team works on it. One that still lies with the desk stands for none, since the team has never seen it; nor does one for which another
 * stands. In doubt none does: who is told "done" for another's fault goes on without help.
 */
export function masterOf(
  { incident, text, reporter }: Report,
  { candidates, office }: { readonly candidates: readonly KnownTicket[]; readonly office: Office },
): KnownTicket | null {
  const told = incident === null || reporter.person === null ? null : faultTold(text, office.rulebook);
  if (told === null) return null;
  return (
    candidates.find((candidate, index) => {
      const { state } = candidate;
      const isLed = candidates.slice(0, index).some(({ number }) => state.links.includes(number));
      if (state.incident !== incident || !WITH_A_TEAM.includes(state.status) || state.team === null || isLed)
        return false;
      const other = faultTold(viewOf(candidate, office).ownText, office.rulebook);
      return other !== null && isSame(told, other, () => isNear(reporter.person, addressOf(candidate), office));
    }) ?? null
  );
}

function addressOf({ state, people }: KnownTicket): string {
  return people.get(state.requester)?.address ?? '';
}

function isSame(one: FaultTold, other: FaultTold, near: () => boolean): boolean {
  const ids = ({ things }: FaultTold): readonly string[] => things.map(({ id }) => id);
  const isAlike =
    isEqual(ids(one), ids(other)) && isEqual(one.symptoms, other.symptoms) && isEqual(one.parts, other.parts);
  if (!isAlike || !isEqual(one.places, other.places)) return false;
  const isPlaced = one.places.length > 0;
  if (one.things.every(({ central }) => central) && !isPlaced) return true;
  return near() && (isPlaced || !one.things.some(({ place }) => place));
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** The same building block of the office: codes of units nest, `DJP-TIK-A1` in `DJP-TIK`. */
function isNear(person: Person | null, address: string, { directory, rulebook }: Office): boolean {
  const other = directory.byAddress(address);
  if (person === null || other === null) return false;
  const [one, two] = [person.unitCode.split('-'), other.unitCode.split('-')];
  const shared = one.findIndex((part, index) => part !== two[index]);
  const common = shared === -1 ? one.length : shared;
  const isApart = rulebook.sameFault?.officesApart.includes(one[0] ?? '') ?? false;
  return common > (isApart ? 1 : 0) && common >= Math.min(one.length, two.length) - 1;
}

/** Both sides name each other; the later one has no letter to the team of its own. */
export function linkToMaster(master: KnownTicket, number: TicketNumber, at: number): TicketChange {
  const linked: TicketEvent = { v: 1, at, type: 'Linked', to: number, how: 'incident' };
  return { number: master.number, expectedVersion: master.version, events: [linked], texts: [] };
}

/** Reports that wait for the same fault to be mended. */
export function followersOf(state: TicketState, linked: readonly KnownTicket[]): readonly KnownTicket[] {
  if (state.kind !== 'incident') return [];
  return linked.filter((ticket) => ticket.state.kind === 'incident' && WORKED_ON.includes(ticket.state.status));
}

export interface Mended {
  readonly office: Office;
  readonly now: number;
  readonly event: Extract<TicketEvent, { readonly type: 'Resolved' }>;
  readonly note: string;
  readonly source: SourceMail;
}

/** What resolves the first resolves the others: each reporter hears it. */
export function resolveFollower(
  follower: KnownTicket,
  mended: Mended,
): { readonly change: TicketChange; readonly letter: Letter } {
  const { office, event, note, now, source } = mended;
  const view = viewOf(follower, office);
  const resolved = { ...view, state: fold(view.state, [event]) };
  const reopenUntil = addCalendarDays(event.at, office.rulebook.settings.reopenCalendarDays, office.zone);
  const context = contextOf(resolved, office, { source, now });
  return {
    change: {
      number: follower.number,
      expectedVersion: follower.version,
      events: [event],
      texts: [{ name: 'resolution', text: note }],
    },
    letter: requesterResolved(context, { note, reopenUntil, wantsBast: false }),
  };
}
