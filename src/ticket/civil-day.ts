/** Civil days as numbers since 1970-01-01, so that a year of working days is counted without a calendar object per day. */
import { DAY, Temporal, type EpochMs, type LocalDate, type ZoneId } from '../shared/time.ts';

/** A civil day and the milliseconds gone since its midnight. */
export interface LocalTime {
  readonly day: number;
  readonly time: number;
}

export function toLocal(instant: EpochMs, zone: ZoneId): LocalTime {
  const local = instant + offsetAt(instant, zone);
  const day = Math.floor(local / DAY);
  return { day, time: local - day * DAY };
}

export function toInstant({ day, time }: LocalTime, zone: ZoneId): EpochMs {
  const asUtc = day * DAY + time;
  const near = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(near, zone);
}

function offsetAt(instant: EpochMs, zone: ZoneId): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

/** @throws {RangeError} when it is no date */
export function toDay(date: LocalDate): number {
  return Temporal.PlainDate.from(date).since('1970-01-01').days;
}

/** Gregorian date of a day (Hinnant, civil_from_days). */
export function toDate(day: number): LocalDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const dayOfMonth = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
