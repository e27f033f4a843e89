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

/** True when it came after the last filing day; null where that depends on a place that nobody named. */
export function isFiledLate(filing: Filing, lead: LeadTime, calendar: Calendar): boolean | null {
  const { receivedAt, eventDate, inJakarta } = filing;
  const filed = filingDay(receivedAt, calendar);
  const late = (workingDays: number): boolean => filed > lastFilingDay(eventDate, workingDays, calendar);
  if (inJakarta !== null) return late(inJakarta ? lead.inJakarta : lead.elsewhere);
  const near = late(lead.inJakarta);
  return near === late(lead.elsewhere) ? near : null;
}
