/**
 * Many reports of one fault: the first that is still open within the hour stands for all. Later ones get their own number and are told so;
 * the team has them in short, and what resolves the first resolves them, each with a letter to its reporter.
 */
import type { Directory, Person } from '../directory/person.ts';
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

/** How long after the first report another one is taken for the same fault, in minutes. */
export const SAME_FAULT_MINUTES = 60;

const WITH_A_TEAM = ['assigned', 'on-hold'];
const WORKED_ON = ['triage', 'assigned', 'on-hold'];

/**
 * The report that stands for this one: the same fault, from the same part of the office, and with a team that works on it. One that
 * still lies with the desk stands for none: the team has never seen it.
 */
export function masterOf(
  incident: string | null,
  reporter: Party,
  { candidates, office }: { readonly candidates: readonly KnownTicket[]; readonly office: Office },
): KnownTicket | null {
  if (incident === null || reporter.person === null) return null;
  const { person } = reporter;
  return (
    candidates.find(
      ({ state, people }) =>
        state.incident === incident &&
        WITH_A_TEAM.includes(state.status) &&
        state.team !== null &&
        isNear(person, people.get(state.requester)?.address ?? '', office.directory),
    ) ?? null
  );
}

/** The same building block of the office: codes of units nest, `DJP-TIK-A1` in `DJP-TIK`. */
function isNear(person: Person, address: string, directory: Directory): boolean {
  const other = directory.byAddress(address);
  if (other === null) return false;
  const [one, two] = [person.unitCode.split('-'), other.unitCode.split('-')];
  const shared = one.findIndex((part, index) => part !== two[index]);
  const common = shared === -1 ? one.length : shared;
  return common > 0 && common >= Math.min(one.length, two.length) - 1;
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
