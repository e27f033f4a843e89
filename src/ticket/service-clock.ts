/**
 * The service clock: by when a promise of the catalogue has to be kept. It starts when a request is complete, runs in working time and
 * stands still between the spans of a ticket's clock. Due times are computed from events and calendar whenever somebody asks; none is stored.
 */
import type { Calendar, ServiceLevel, WindowLevel } from '../rulebook/rulebook.ts';
import { assertNever } from '../shared/assert-never.ts';
import { HOUR, MINUTE, localDate, type EpochMs, type LocalDate, type ZoneId } from '../shared/time.ts';
import { toDay, toInstant, toLocal } from './civil-day.ts';
import { canApply } from './lifecycle.ts';
import type { ClockSpan, TicketState } from './ticket.ts';
import { windowEnd } from './service-window.ts';
import {
  addWorkingTime,
  closingOf,
  openingOf,
  stepWorkingDays,
  workingDayLength,
  workingTimeBetween,
} from './working-time.ts';

/** What a promise depends on beside the catalogue. */
export interface Terms {
  /** Spans in which the clock ran, oldest first; the last one may still run. */
  readonly clock: readonly ClockSpan[];
  readonly quantity: number | null;
  /** Its last day. */
  readonly eventDate: LocalDate | null;
  /** When the first letter left; a window counts from there, where it is later than the clock's start. */
  readonly respondedAt?: EpochMs | null;
}

export interface Due {
  readonly at: EpochMs;
  /** True when it lies in a year, or runs through one, for which no days off are published yet: weekends only were counted. */
  readonly isEstimate: boolean;
}

/** Null where the catalogue promises nothing, a fact is lacking, or the clock has not started or stands still short of the end. */
export function dueAt(level: ServiceLevel, terms: Terms, calendar: Calendar): Due | null {
  if (level.kind === 'at-event') return dueAfterEvent(level.closeAfterDays, terms, calendar);
  if (level.kind === 'windows') return dueByWindow(level, terms, calendar);
  const promised = promisedTime(level, terms.quantity, calendar);
  return promised === null ? null : dueOverSpans(promised, terms.clock, calendar);
}

/** Working time that a service level grants, in milliseconds; null where it is not a matter of working time, or no number is stated. */
export function promisedTime(level: ServiceLevel, quantity: number | null, calendar: Calendar): number | null {
  switch (level.kind) {
    case 'working-hours':
      return level.hours * HOUR;
    case 'working-days':
      return level.days * workingDayLength(calendar);
    case 'tiers': {
      const counted = quantity ?? level.assumed ?? null;
      const tier = counted === null ? undefined : level.tiers.find(({ upTo }) => counted <= upTo);
      return tier ? tier.days * workingDayLength(calendar) : null;
    }
    case 'at-event':
    case 'windows':
    case 'unstated':
      return null;
    default:
      return assertNever(level);
  }
}

/** When an answer and the fulfilment of a ticket are due, as the contract's `sla` says it. */
export interface TicketTimes {
  /** Wall clock, day and night. */
  readonly respondBy: EpochMs;
  /**
   * Null until the clock starts, and while it stands still. Of a fulfilled ticket: when it was due. Null for ever where the event itself is
   * the promise (see `closeBy`) and where the catalogue promises nothing.
   */
  readonly resolveBy: EpochMs | null;
  /** `at-event` only: the end of the last working day on which the ticket is to be closed after the event. */
  readonly closeBy: EpochMs | null;
  /** `windows` only: by when the requester hears whether it is carried out. */
  readonly noticeBy: EpochMs | null;
  readonly startsWhen: StartsWhen;
  readonly estimate: boolean;
  /** The promise in the words of the catalogue; empty where the ticket has no variant yet. */
  readonly words: string;
}

export type StartsWhen = 'now' | 'complete' | 'approved' | 'cio-decision' | 'event';

/** @param level of the ticket's variant; null while nobody has said which it is */
export function timesOf(
  state: TicketState,
  level: ServiceLevel | null,
  calendar: Calendar,
  firstResponseMinutes: number,
): TicketTimes {
  const startsWhen = startOf(state, level);
  const found = level === null || startsWhen === 'cio-decision' ? null : dueAt(level, termsOf(state, level), calendar);
  const at = found?.at ?? null;
  return {
    respondBy: state.receivedAt + firstResponseMinutes * MINUTE,
    resolveBy: startsWhen === 'event' ? null : at,
    closeBy: startsWhen === 'event' ? at : null,
    noticeBy: level?.kind === 'windows' ? noticeBy(level, state, calendar) : null,
    startsWhen,
    estimate: found?.isEstimate ?? false,
    words: level?.words ?? '',
  };
}

function startOf(state: TicketState, level: ServiceLevel | null): StartsWhen {
  if (level?.kind === 'at-event') return 'event';
  if (waitsForDecision(state, level)) return 'cio-decision';
  if (state.completedAt !== null && (isFulfilled(state) || state.clock.at(-1)?.to === null)) return 'now';
  return state.status === 'awaiting-approval' ? 'approved' : 'complete';
}

function waitsForDecision(state: TicketState, level: ServiceLevel | null): boolean {
  return startsByDecision(level) && state.startDecided === null;
}

/** Counts from a decision that somebody else takes. */
export function startsByDecision(level: ServiceLevel | null): boolean {
  return level !== null && 'startsWhen' in level && level.startsWhen === 'cio-decision';
}

/** Of a fulfilled ticket it is asked when it was due: as if the last span had gone on. */
function termsOf(state: TicketState, level: ServiceLevel): Terms {
  const { clock, quantity, firstResponse, startDecided } = state;
  const eventDate = state.eventEnd ?? state.eventDate;
  const last = clock.at(-1);
  const spans = isFulfilled(state) && last ? [...clock.slice(0, -1), { from: last.from, to: null }] : clock;
  const counted = startsByDecision(level) && startDecided !== null ? spansSince(startDecided, spans) : spans;
  return { clock: counted, quantity, eventDate, respondedAt: firstResponse?.at ?? null };
}

/** What was worked before the decision does not count. A decision dated ahead begins it then. */
function spansSince(start: EpochMs, spans: readonly ClockSpan[]): readonly ClockSpan[] {
  return spans
    .filter(({ to }) => to === null || to > start)
    .map(({ from, to }) => ({ from: Math.max(from, start), to }));
}

function isFulfilled({ resolvedAt }: TicketState): boolean {
  return resolvedAt !== null;
}

type Fulfilled = Pick<TicketState, 'status' | 'resolvedAt' | 'endedAt'>;

/**
 * Until so many calendar days after fulfilment (or after closing, where nothing was fulfilled), the last of them to its end. Rejected and
 * cancelled tickets are over: whoever asks again begins anew.
 */
export function isReopenable(state: Fulfilled, now: EpochMs, calendarDays: number, zone: ZoneId): boolean {
  if (!canApply(state, { type: 'Reopened' })) return false;
  const since = state.resolvedAt ?? state.endedAt;
  return since !== null && toLocal(now, zone).day - toLocal(since, zone).day <= calendarDays;
}

/** Opening time of the working day that lies so many working days before a date. */
export function openingBefore(date: LocalDate, workingDays: number, calendar: Calendar): EpochMs {
  const day = stepWorkingDays(toDay(date), -workingDays, calendar);
  return toInstant(openingOf(day, calendar), calendar.zone);
}

/** Midnight after a civil day, or so many days after it. */
export function startOfDayAfter(date: LocalDate, calendar: Calendar, days = 1): EpochMs {
  return toInstant({ day: toDay(date) + days, time: 0 }, calendar.zone);
}

/** The same time of day so many civil days later. */
export function addCalendarDays(at: EpochMs, days: number, zone: ZoneId): EpochMs {
  const { day, time } = toLocal(at, zone);
  return toInstant({ day: day + days, time }, zone);
}

/** When a share (0 to 1) of the promised working time is gone; null where the promise is no matter of working time or the clock stands. */
export function shareGoneAt(
  share: number,
  state: TicketState,
  level: ServiceLevel,
  calendar: Calendar,
): EpochMs | null {
  const promised = waitsForDecision(state, level) ? null : promisedTime(level, state.quantity, calendar);
  if (promised === null) return null;
  return dueOverSpans(promised * share, termsOf(state, level).clock, calendar)?.at ?? null;
}

function dueOverSpans(promised: number, clock: readonly ClockSpan[], calendar: Calendar): Due | null {
  const started = clock[0]?.from;
  let remaining = promised;
  for (const { from, to } of clock) {
    const ran = to === null ? Infinity : workingTimeBetween(from, to, calendar);
    if (started !== undefined && remaining <= ran)
      return due(started, addWorkingTime(from, remaining, calendar), calendar);
    remaining -= ran;
  }
  return null;
}

/** The end of the n-th working day after the event; the event day itself does not count. */
function dueAfterEvent(closeAfterDays: number, { eventDate, clock }: Terms, calendar: Calendar): Due | null {
  const started = clock[0]?.from;
  if (eventDate === null || started === undefined) return null;
  const day = stepWorkingDays(toDay(eventDate), closeAfterDays, calendar);
  return due(started, toInstant(closingOf(day, calendar), calendar.zone), calendar);
}

/** A wait begins it anew: the request is taken up when the clock runs again. */
function dueByWindow(level: WindowLevel, { clock, respondedAt }: Terms, calendar: Calendar): Due | null {
  const span = clock.at(-1);
  if (span === undefined || span.to !== null) return null;
  const takenUp = Math.max(span.from, clock.length === 1 ? (respondedAt ?? span.from) : span.from);
  return due(span.from, windowEnd(level, takenUp, calendar), calendar);
}

/** Counted from completion; the wait for papers is the requester's. */
function noticeBy(level: WindowLevel, { completedAt }: TicketState, calendar: Calendar): EpochMs | null {
  if (completedAt === null || level.noticeHours === null) return null;
  return addWorkingTime(completedAt, level.noticeHours * HOUR, calendar);
}

function due(started: EpochMs, at: EpochMs, calendar: Calendar): Due {
  const yearOf = (instant: EpochMs): number => Number(localDate(instant, calendar.zone).slice(0, 4));
  let isEstimate = false;
  for (let year = yearOf(started); year <= yearOf(at); year += 1) isEstimate ||= !calendar.years.includes(year);
  return { at, isEstimate };
}
