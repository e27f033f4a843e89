/**
 * Lead time: how long before an event a request has to be filed. The date of receipt counts, also after closing; a day off counts as the
 * next working day. Too late is no refusal: the desk decides, and the requester is told.
 */
import type { Calendar } from '../rulebook/rulebook.ts';
import type { EpochMs, LocalDate } from '../shared/time.ts';
import { toDate, toDay, toLocal } from './civil-day.ts';
import { nextWorkingDay, stepWorkingDays } from './working-time.ts';

/** The event day minus so many working days; the event day itself is not counted. */
export function lastFilingDay(eventDate: LocalDate, workingDays: number, calendar: Calendar): LocalDate {
  return toDate(stepWorkingDays(toDay(eventDate), -workingDays, calendar));
}

/** The civil date on which a mail counts as filed. */
export function filingDay(receivedAt: EpochMs, calendar: Calendar): LocalDate {
  return toDate(nextWorkingDay(toLocal(receivedAt, calendar.zone).day, calendar));
}

/** True when the request came after the last filing day; `workingDays` as the catalogue asks for the event's place. */
export function isFiledLate(
  receivedAt: EpochMs,
  eventDate: LocalDate,
  workingDays: number,
  calendar: Calendar,
): boolean {
  return filingDay(receivedAt, calendar) > lastFilingDay(eventDate, workingDays, calendar);
}
