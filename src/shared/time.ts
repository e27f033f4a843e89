/**
 * Time is a value: pure code receives instants, only shells hold a Clock.
 */
import { Temporal } from 'temporal-polyfill';

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;
/** `2026-11-23`, a civil date in the organisation's zone. */
export type LocalDate = string;
/** IANA name, e.g. `Asia/Jakarta`. */
export type ZoneId = string;

export interface Clock {
  now(): EpochMs;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `2026-11-23T09:30:00+07:00`, whole seconds (fractions cut). */
export function toIso(instant: EpochMs, zone: ZoneId): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

/** Parses an ISO instant with offset or Z. @throws {RangeError} when it is none */
export function fromIso(text: string): EpochMs {
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** The civil date at that instant in that zone. */
export function localDate(instant: EpochMs, zone: ZoneId): LocalDate {
  const quarter = Math.floor(instant / QUARTER_HOUR);
  const key = `${zone} ${quarter}`;
  const known = dates.get(key);
  if (known !== undefined) return known;
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(key, date);
  return date;
}

/** No civil day begins within one: since 1972 all offsets from UTC are whole quarters of an hour, and no mail is older. */
const QUARTER_HOUR = 15 * MINUTE;
const MOST_DATES = 500;
const dates = new Map<string, LocalDate>();

export { Temporal };
