import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../src/rulebook/rulebook.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { toDate, toDay, toInstant, toLocal } from '../../src/ticket/civil-day.ts';
import {
  addWorkingMinutes,
  addWorkingTime,
  isWorkingDay,
  nextWorkingDay,
  subtractWorkingTime,
  workingDayLength,
  workingMinutesBetween,
  workingTimeBetween,
} from '../../src/ticket/working-time.ts';
import { anInstant, CALENDAR, inWib, wib } from './calendar.ts';

const duration = fc.integer({ min: 0, max: 60 * 9 * HOUR });
const RAMADAN: Calendar = {
  ...CALENDAR,
  hours: [{ from: '2027-02-08', to: '2027-03-09', opensMinute: 8 * 60, closesMinute: 15 * 60 }],
};

function isInHours(instant: number, calendar: Calendar): boolean {
  const { day, time } = toLocal(instant, calendar.zone);
  return isWorkingDay(day, calendar) && time >= calendar.opensMinute * MINUTE && time <= calendar.closesMinute * MINUTE;
}

describe('addWorkingMinutes', () => {
  test.each([
    ['within a day', '2026-11-23 09:00', 240, '2026-11-23 13:00'],
    ['over midday, which is no break', '2026-11-23 11:30', 120, '2026-11-23 13:30'],
    ['over night', '2026-11-23 16:00', 120, '2026-11-24 09:00'],
    ['over a weekend', '2026-11-27 16:30', 60, '2026-11-30 08:30'],
    ['over Christmas', '2026-12-23 16:30', 60, '2026-12-28 08:30'],
    ['over New Year', '2026-12-31 16:30', 60, '2027-01-04 08:30'],
    ['from before opening', '2026-11-23 06:30', 60, '2026-11-23 09:00'],
    ['from after closing', '2026-11-23 17:01', 60, '2026-11-24 09:00'],
    ['from a Saturday', '2026-11-28 10:00', 60, '2026-11-30 09:00'],
    ['from closing time itself', '2026-11-23 17:00', 1, '2026-11-24 08:01'],
    ['to closing time, not to the next opening', '2026-11-23 08:00', 540, '2026-11-23 17:00'],
    ['no minutes from within hours', '2026-11-23 10:00', 0, '2026-11-23 10:00'],
    ['no minutes from a Sunday', '2026-11-29 10:00', 0, '2026-11-30 08:00'],
    ['no minutes from closing time', '2026-11-23 17:00', 0, '2026-11-23 17:00'],
  ])('counts %s', (_, start, minutes, end) => {
    expect(inWib(addWorkingMinutes(wib(start), minutes, CALENDAR))).toBe(end);
  });

  test('counts in the zone of the office, wherever the mail was written', () => {
    const atSixteenThirtyWita = Date.parse('2026-11-23T16:30:00+08:00');
    const atHalfPastEightWit = Date.parse('2026-11-23T08:30:00+09:00');

    expect(inWib(addWorkingMinutes(atSixteenThirtyWita, 60, CALENDAR))).toBe('2026-11-23 16:30');
    expect(inWib(addWorkingMinutes(atHalfPastEightWit, 60, CALENDAR))).toBe('2026-11-23 09:00');
  });

  test('keeps to a zone with summer time on both sides of the change', () => {
    const berlin: Calendar = { ...CALENDAR, zone: 'Europe/Berlin', daysOff: new Map() };
    const friday = Date.parse('2026-10-23T16:00:00+02:00');

    expect(new Date(addWorkingMinutes(friday, 120, berlin)).toISOString()).toBe('2026-10-26T08:00:00.000Z');
  });

  test('counts the shorter days of Ramadan as what they are, and a working day as nine hours still', () => {
    expect(inWib(addWorkingMinutes(wib('2027-02-08 14:00'), 120, RAMADAN))).toBe('2027-02-09 09:00');
    expect(inWib(addWorkingMinutes(wib('2027-02-05 18:00'), 540, RAMADAN))).toBe('2027-02-09 10:00');
    expect(workingMinutesBetween(wib('2027-02-08 00:00'), wib('2027-02-10 00:00'), RAMADAN)).toBe(14 * 60);
    expect(workingDayLength(RAMADAN)).toBe(9 * HOUR);
  });
});

describe('workingMinutesBetween', () => {
  test.each([
    ['2026-11-23 09:00', '2026-11-23 10:30', 90],
    ['2026-11-23 06:00', '2026-11-23 20:00', 540],
    ['2026-11-27 16:00', '2026-11-30 09:00', 120],
    ['2026-11-28 00:00', '2026-11-29 23:59', 0],
    ['2026-12-23 17:00', '2026-12-28 08:00', 0],
    ['2026-11-23 00:00', '2026-11-30 00:00', 5 * 540],
    ['2026-11-23 12:00', '2026-11-23 11:00', 0],
  ])('from %s to %s', (from, to, minutes) => {
    expect(workingMinutesBetween(wib(from), wib(to), CALENDAR)).toBe(minutes);
  });
});

describe('any working time', () => {
  test('lands inside working hours', () => {
    fc.assert(
      fc.property(anInstant, duration, (start, length) => {
        expect(isInHours(addWorkingTime(start, length, CALENDAR), CALENDAR)).toBe(true);
      }),
    );
  });

  test('is as long as what was added', () => {
    fc.assert(
      fc.property(anInstant, duration, (start, length) => {
        expect(workingTimeBetween(start, addWorkingTime(start, length, CALENDAR), CALENDAR)).toBe(length);
      }),
    );
  });

  test('may be added in parts', () => {
    fc.assert(
      fc.property(anInstant, duration, duration, fc.constantFrom(CALENDAR, RAMADAN), (start, one, other, calendar) => {
        const inParts = addWorkingTime(addWorkingTime(start, one, calendar), other, calendar);

        expect(inParts).toBe(addWorkingTime(start, one + other, calendar));
      }),
    );
  });

  test('comes later for a later start and for more time', () => {
    fc.assert(
      fc.property(anInstant, fc.nat(30 * 24 * HOUR), duration, duration, (start, later, length, more) => {
        const end = addWorkingTime(start, length, CALENDAR);

        expect(addWorkingTime(start + later, length, CALENDAR)).toBeGreaterThanOrEqual(end);
        expect(addWorkingTime(start, length + more, CALENDAR)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test('is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(anInstant, { minLength: 3, maxLength: 3 }), (instants) => {
        const [from = 0, between = 0, to = 0] = instants.toSorted((one, other) => one - other);
        const parts = workingTimeBetween(from, between, CALENDAR) + workingTimeBetween(between, to, CALENDAR);

        expect(parts).toBe(workingTimeBetween(from, to, CALENDAR));
      }),
    );
  });

  test('agrees with a walk minute by minute', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 4 * 24 * 60 }), (start, length) => {
        const from = Math.floor(start / MINUTE) * MINUTE;
        let minutes = 0;
        for (let at = 0; at < length; at += 1) {
          const { day, time } = toLocal(from + at * MINUTE, CALENDAR.zone);
          const isOpen = time >= 8 * HOUR && time < 17 * HOUR;
          if (isOpen && isWorkingDay(day, CALENDAR)) minutes += 1;
        }

        expect(workingMinutesBetween(from, from + length * MINUTE, CALENDAR)).toBe(minutes);
      }),
      { numRuns: 5 },
    );
  });
});

describe('working time taken back', () => {
  test('leads to where it came from, counted forward again', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 40 * 9 * 60 }), (end, minutes) => {
        const from = subtractWorkingTime(end, minutes * MINUTE, CALENDAR);
        expect(from).toBeLessThan(end);
        expect(workingTimeBetween(from, end, CALENDAR)).toBe(minutes * MINUTE);
      }),
    );
  });

  test('skips the weekend', () => {
    expect(subtractWorkingTime(wib('2026-11-24 07:30'), 18 * HOUR, CALENDAR)).toBe(wib('2026-11-20 08:00'));
    expect(subtractWorkingTime(wib('2026-11-24 10:00'), 9 * HOUR, CALENDAR)).toBe(wib('2026-11-23 10:00'));
  });
});

describe('civil days', () => {
  test('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 100_000 }), (day) => {
        expect(toDay(toDate(day))).toBe(day);
      }),
    );
    expect(toDate(0)).toBe('1970-01-01');
    expect(toDate(toDay('2028-02-29') + 1)).toBe('2028-03-01');
  });

  test('are found and left again in every zone', () => {
    fc.assert(
      fc.property(
        anInstant,
        fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'Asia/Kathmandu'),
        (instant, zone) => {
          expect(toInstant(toLocal(instant, zone), zone)).toBe(instant);
        },
      ),
    );
  });
});

describe('a calendar that cannot be worked with', () => {
  test('is refused when it closes before it opens', () => {
    const calendar = { ...CALENDAR, opensMinute: 600, closesMinute: 600 };

    expect(() => addWorkingMinutes(wib('2026-11-23 09:00'), 1, calendar)).toThrow(RangeError);
  });

  test('is refused when it has no working day left', () => {
    const daysOff = new Map(Array.from({ length: 4000 }, (_, index) => [toDate(20_000 + index), 'libur']));

    expect(() => nextWorkingDay(20_000, { ...CALENDAR, daysOff })).toThrow(RangeError);
  });
});
