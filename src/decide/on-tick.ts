/**
 * The decision that the clock leads to for one ticket. Everything that is due is done in its order, each as an event of its own; of the
 * letters to one person only the last leaves, so that a machine that stood still for days sends one letter and not five.
 */
import { assertNever } from '../shared/assert-never.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { evolve } from '../ticket/evolve.ts';
import { canApply } from '../ticket/lifecycle.ts';
import { decidedByClock, type ByClock } from './by-clock.ts';
import type { Decision } from './decision.ts';
import { endOfWait, nextFollowUp, type FollowUp } from './follow-up.ts';
import type { Letter } from './letter.ts';
import {
  approverReminder,
  deskReminder,
  isRequesterReminder,
  requesterClosed,
  requesterReminder,
  teamReminder,
  type LetterContext,
  type TeamParty,
} from './letters/index.ts';
import { listOf, MOST_SINGLE } from './gather-approvals.ts';
import { partyOf, teamOf, type Office } from './office.ts';
import { askedBy } from './asked-by.ts';
import { afterSilence } from './silent-approver.ts';
import type { KnownTicket } from './situation.ts';
import { contextOf, teamParty, TEXT, viewOf, type TicketView } from './ticket-view.ts';

/** More than these at once means that they do not follow one another as they should. */
const MOST_AT_ONCE = 20;

interface Done {
  readonly view: TicketView;
  readonly events: readonly TicketEvent[];
  readonly letters: readonly Letter[];
  readonly due: ByClock['due'];
}

/**
 * Null where nothing is due.
 * @param waiting all that waits for the same approver, where that is more than has a letter each; this ticket among them
 */
export function decideOnTick(
  ticket: KnownTicket,
  office: Office,
  now: EpochMs,
  waiting: readonly KnownTicket[] = [],
): Decision | null {
  let done: Done = { view: viewOf(ticket, office), events: [], letters: [], due: [] };
  for (let count = 0; count < MOST_AT_ONCE; count += 1) {
    const next = nextFollowUp(done.view.state, office);
    if (next === null || next.at > now) break;
    done = doOne(done, next, { ticket, office, now });
  }
  if (done.events.length === 0) return null;
  const next = nextFollowUp(done.view.state, office);
  return decidedByClock(
    { at: now, reason: `The clock: ${done.due.map(({ detail }) => detail).join(', ')}.`, due: done.due },
    {
      tickets: [{ number: ticket.number, expectedVersion: ticket.version, events: done.events, texts: [] }],
      timers: [{ ticket: ticket.number, at: next?.at ?? null }],
      people: askedBy(done.letters),
      letters: lastToEach(inOneList(done.letters, waiting, { office, now })),
    },
  );
}

interface Ticking {
  readonly ticket: KnownTicket;
  readonly office: Office;
  readonly now: EpochMs;
}

function doOne(before: Done, next: FollowUp, ticking: Ticking): Done {
  const { office, now } = ticking;
  const silence = next.kind === 'tell-desk' && next.about === 'approval' ? afterSilence(before.view, ticking) : null;
  const events = [...eventsOf(next, before, now), ...(silence?.events ?? [])];
  const state = events.reduce((folded, event) => {
    if (!canApply(folded, event)) throw new Error(`${event.type} by the clock on a ticket that is ${folded.status}`);
    return evolve(folded, event);
  }, before.view.state);
  const view = { ...before.view, state, approver: silence?.approver ?? before.view.approver };
  // Who has been silent, and not who is asked from now on in his stead.
  const told = next.kind === 'tell-desk' ? { ...view, approver: before.view.approver } : view;
  const mark = ticking.ticket.version + before.events.length + events.length;
  return {
    view,
    events: [...before.events, ...events],
    letters: [
      ...before.letters,
      ...(silence?.tellsDesk ? [] : lettersOf(next, told, { office, now, mark, ticket: ticking.ticket })),
      ...marked(silence?.letters(view, contextOf(view, office, { source: null, now })) ?? [], mark),
    ],
    due: [...before.due, { rule: `clock/${next.kind}`, detail: `${next.kind} (${next.about})` }],
  };
}

/** Who has many to answer is reminded of all of them by one letter a day, whichever ticket's turn it is first. */
function inOneList(
  letters: readonly Letter[],
  waiting: readonly KnownTicket[],
  { office, now }: { readonly office: Office; readonly now: EpochMs },
): readonly Letter[] {
  if (waiting.length <= MOST_SINGLE) return letters;
  return letters.map((letter) => {
    const [to] = letter.to;
    if (letter.template !== 'approver.reminder' || to === undefined) return letter;
    const views = waiting.map((ticket) => viewOf(ticket, office));
    const step = `approvals-reminder-${localDate(now, office.zone)}`;
    return listOf(views, partyOf(office, to), { office, now, source: null, step, again: false }) ?? letter;
  });
}

/** No mail caused them: the ticket's version makes each another letter than the last of its kind. */
function marked(letters: readonly Letter[], mark: number): readonly Letter[] {
  return letters.map((letter) => ({ ...letter, step: `${letter.step}-${mark}` }));
}

function eventsOf({ kind, about }: FollowUp, { view }: Done, at: EpochMs): readonly TicketEvent[] {
  switch (kind) {
    case 'remind':
    case 'warn': {
      const step = view.state.reminders.filter((one) => one.about === about).length + 1;
      return [{ v: 1, at, type: 'Reminded', about, step }];
    }
    case 'tell-desk':
      return [{ v: 1, at, type: 'Escalated', about }];
    case 'expire': {
      const how = about === 'approval' ? 'approval-expired' : 'missing-expired';
      return [{ v: 1, at, type: 'Cancelled', mail: null, how }];
    }
    case 'close':
      return [{ v: 1, at, type: 'Closed', mail: null, how: 'rule' }];
    case 'hand-back':
    case 'resume':
      return [{ v: 1, at, type: 'Resumed', mail: null }];
    default:
      return assertNever(kind);
  }
}

interface Writing {
  readonly office: Office;
  readonly now: EpochMs;
  readonly mark: number;
  readonly ticket: KnownTicket;
}

function lettersOf(next: FollowUp, view: TicketView, writing: Writing): readonly Letter[] {
  const { office, now, mark } = writing;
  const context = contextOf(view, office, { source: null, now });
  const ends = { mark, endsAt: endOfWait(view.state, office) };
  switch (next.kind) {
    case 'remind':
      return remindLetters(next, { context, ends, writing });
    case 'warn':
      return warnLetters(next, view, { context, ends, writing });
    case 'tell-desk':
      return [deskReminder(context, aboutOf(next), ends)];
    case 'expire':
      return [requesterClosed(context, next.about === 'approval' ? 'approval-expired' : 'missing-expired', { mark })];
    case 'close':
      return [requesterClosed(context, 'rule', { mark })];
    case 'hand-back':
      return [teamReminder(context, workingTeam(view, office, context), 'unanswered', mark)];
    case 'resume':
      return [teamReminder(context, workingTeam(view, office, context), 'resumed', mark)];
    default:
      return assertNever(next.kind);
  }
}

function aboutOf({ about }: FollowUp): 'bast' | 'approval' | 'fulfilment' {
  if (about === 'bast') return 'bast';
  return about === 'confirmation' ? 'fulfilment' : 'approval';
}

interface Letters {
  readonly context: LetterContext;
  readonly ends: { readonly mark: number; readonly endsAt: EpochMs | null };
  readonly writing: Writing;
}

function remindLetters({ about }: FollowUp, { context, ends, writing }: Letters): readonly Letter[] {
  if (about === 'approval') return context.approver ? [approverReminder(context, context.approver, ends)] : [];
  if (!isRequesterReminder(about)) return [];
  const question = writing.ticket.texts[TEXT.question] ?? '';
  return [requesterReminder(context, about, { ...ends, question: about === 'question' ? question : '' })];
}

function warnLetters({ about }: FollowUp, view: TicketView, { context, ends, writing }: Letters): readonly Letter[] {
  const team = workingTeam(view, writing.office, context);
  if (about === 'event' || about === 'close-after-event') return [teamReminder(context, team, about, ends.mark)];
  if (about !== 'due-soon' && about !== 'overdue') return [];
  const toTeam = team.address === context.desk.address ? [] : [teamReminder(context, team, about, ends.mark)];
  return [...toTeam, deskReminder(context, about, ends)];
}

/** Whoever has it in hand: the team, else the desk. */
function workingTeam({ state }: TicketView, office: Office, { desk }: LetterContext): TeamParty {
  const team = teamOf(office, state.team);
  return team === null ? desk : teamParty(team, office);
}

function lastToEach(letters: readonly Letter[]): readonly Letter[] {
  const last = new Map(letters.map((letter) => [letter.person, letter]));
  return letters.filter((letter) => last.get(letter.person) === letter);
}
