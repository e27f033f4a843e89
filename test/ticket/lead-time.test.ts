import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LeadTime } from '../../src/rulebook/rulebook.ts';
import { DAY, localDate, type EpochMs } from '../../src/shared/time.ts';
import { toDay } from '../../src/ticket/civil-day.ts';
import { filingDay, isFiledLate, lastFilingDay } from '../../src/ticket/lead-time.ts';
import { isWorkingDay } from '../../src/ticket/working-time.ts';
import { anInstant, CALENDAR, wib } from './calendar.ts';

const CONFERENCE: LeadTime = { inJakarta: 7, elsewhere: 14, text: '' };

function isLate(receivedAt: EpochMs, eventDate: string, workingDays: number): boolean | null {
  const lead = { inJakarta: workingDays, elsewhere: workingDays, text: '' };
  return isFiledLate({ receivedAt, eventDate, inJakarta: null }, lead, CALENDAR);
}

describe('lastFilingDay', () => {
  test.each([
    ['a conference in Jakarta', '2026-11-30', 7, '2026-11-19'],
    ['a conference after Christmas', '2026-12-28', 7, '2026-12-15'],
    ['a conference elsewhere', '2026-12-28', 14, '2026-12-04'],
    ['an event after Lebaran', '2027-03-16', 10, '2027-02-22'],
    ['a broadcast', '2026-12-01', 1, '2026-11-30'],
    ['an event on a Saturday', '2026-11-28', 1, '2026-11-27'],
    ['an event that asks no lead', '2026-11-30', 0, '2026-11-30'],
  ])('of %s on %s, %i working days before', (_, eventDate, workingDays, last) => {
    expect(lastFilingDay(eventDate, workingDays, CALENDAR)).toBe(last);
  });
});

describe('isFiledLate', () => {
  test.each([
    ['2026-11-19 09:00', false],
    ['2026-11-19 23:59', false],
    ['2026-11-20 00:00', true],
    ['2026-11-18 17:30', false],
  ])('goes by the date of receipt, also after closing: %s', (received, late) => {
    expect(isLate(wib(received), '2026-11-30', 7)).toBe(late);
  });

  test.each([
    ['2026-11-28 10:00', '2026-11-30'],
    ['2026-12-24 10:00', '2026-12-28'],
    ['2026-11-27 22:00', '2026-11-27'],
  ])('counts a mail of %s as filed on %s', (received, day) => {
    expect(filingDay(wib(received), CALENDAR)).toBe(day);
  });

  test('counts a mail of a Sunday as one of Monday', () => {
    expect(isLate(wib('2026-11-29 10:00'), '2026-12-01', 1)).toBe(false);
    expect(isLate(wib('2026-11-29 10:00'), '2026-11-30', 1)).toBe(true);
  });

  test.each([
    [true, false],
    [false, true],
    [null, null],
  ])('asks a longer lead elsewhere than in Jakarta: in Jakarta %s', (inJakarta, late) => {
    const filing = { receivedAt: wib('2026-12-15 10:00'), eventDate: '2026-12-28', inJakarta };

    expect(isFiledLate(filing, CONFERENCE, CALENDAR)).toBe(late);
  });

  test('needs no place where it is late, or in time, for either', () => {
    const of = (received: string) => ({ receivedAt: wib(received), eventDate: '2026-12-28', inJakarta: null });

    expect(isFiledLate(of('2026-12-23 10:00'), CONFERENCE, CALENDAR)).toBe(true);
    expect(isFiledLate(of('2026-12-04 10:00'), CONFERENCE, CALENDAR)).toBe(false);
  });

  test('is late for an event that is over', () => {
    expect(isLate(wib('2026-11-25 10:00'), '2026-11-24', 0)).toBe(true);
  });

  test('leaves exactly so many working days from the last filing day to the event', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 30 }), (event, workingDays) => {
        const eventDate = localDate(event, CALENDAR.zone);
        const last = toDay(lastFilingDay(eventDate, workingDays, CALENDAR));
        let counted = 0;
        for (let day = last; day < toDay(eventDate); day += 1) if (isWorkingDay(day, CALENDAR)) counted += 1;

        expect(counted).toBe(workingDays);
      }),
    );
  });

  test('never becomes timely again by waiting', () => {
    fc.assert(
      fc.property(anInstant, fc.nat(20), fc.integer({ min: 0, max: 14 }), (received, wait, workingDays) => {
        const late = isLate(received, '2027-06-10', workingDays);

        expect(isLate(received + wait * DAY, '2027-06-10', workingDays) || !late).toBe(true);
      }),
    );
  });
});
