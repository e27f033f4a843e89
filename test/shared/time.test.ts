import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate, Temporal } from '../../src/shared/time.ts';

const ZONES =
  'Asia/Jakarta Asia/Makassar Asia/Jayapura Asia/Kathmandu Europe/Amsterdam Australia/Lord_Howe America/St_Johns Pacific/Apia UTC'.split(
    ' ',
  );

test('the civil date is right at any instant in any zone, asked once or again', () => {
  const instant = fc.integer({ min: Date.UTC(1973, 0), max: Date.UTC(2060, 0) });
  fc.assert(
    fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
      expect([localDate(at, zone), localDate(at, zone)]).toEqual([expected, expected]);
    }),
  );
});

test.each(ZONES)('in %s the day changes at its midnight, to the millisecond', (zone) => {
  for (const day of ['2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-23']) {
    const date = Temporal.PlainDate.from(day);
    const midnight = date.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
    const before = localDate(midnight - 1, zone);
    const after = localDate(midnight, zone);
    expect([before, after]).toEqual([date.subtract({ days: 1 }).toString(), day]);
  }
});
