/**
 * Lead time: how long before an event a request has to be filed. The date of receipt counts, also after closing; a day off counts as the
 * next working day. Too late is no refusal: the desk decides, and the requester is told.
 */
import type { Calendar, LeadTime } from '../rulebook/rulebook.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';
import { toDate, toDay, toLocal } from './civil-day.ts';
import { nextWorkingDay, stepWorkingDays } from './working-time.ts';

export interface Filing {
  readonly receivedAt: EpochMs;
  readonly eventDate: LocalDate;
  /** Null where nobody said. */
  readonly inJakarta: boolean | null;
}

/** The event day minus so many working days; the event day itself is not counted. */
export function lastFilingDay(eventDate: LocalDate, workingDays: number, calendar: Calendar): LocalDate {
  return toDate(stepWorkingDays(toDay(eventDate), -workingDays, calendar));
}

/** The civil date on which a mail counts as filed. */
export function filingDay(receivedAt: EpochMs, calendar: Calendar): LocalDate {
  return toDate(nextWorkingDay(toLocal(receivedAt, calendar.zone).day, calendar));
}

export function isLate(receivedAt: EpochMs, eventDate: LocalDate, workingDays: number, calendar: Calendar): boolean {
  return filingDay(receivedAt, calendar) > lastFilingDay(eventDate, workingDays, calendar);
}

/** Null where it depends on a place that nobody named. */
export function isFiledLate(
  { receivedAt, eventDate, inJakarta }: Filing,
  lead: LeadTime,
  calendar: Calendar,
): boolean | null {
  const late = (workingDays: number): boolean => isLate(receivedAt, eventDate, workingDays, calendar);
  if (inJakarta !== null) return late(inJakarta ? lead.inJakarta : lead.elsewhere);
  const either = [late(lead.inJakarta), late(lead.elsewhere)];
  return either[0] === either[1] ? late(lead.inJakarta) : null;
}
