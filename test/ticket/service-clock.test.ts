import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceLevel } from '../../src/rulebook/rulebook.ts';
import { HOUR } from '../../src/shared/time.ts';
import { dueAt, promisedTime, type Terms } from '../../src/ticket/service-clock.ts';
import { addWorkingTime, workingTimeBetween } from '../../src/ticket/working-time.ts';
import { anInstant, CALENDAR, inWib, wib } from './calendar.ts';

const hours = (count: number): ServiceLevel => ({
  kind: 'working-hours',
  hours: count,
  words: `${count} jam kerja`,
  startsWhen: 'complete',
});
const days = (count: number): ServiceLevel => ({
  kind: 'working-days',
  days: count,
  words: `${count} hari kerja`,
  startsWhen: 'complete',
});
const DEVICES: ServiceLevel = {
  kind: 'tiers',
  tiers: [4, 8, 12, 16, 20].map((upTo, index) => ({ upTo, days: index + 1 })),
  words: 'menurut jumlah perangkat',
};
const AT_EVENT: ServiceLevel = { kind: 'at-event', closeAfterDays: 1, words: 'pada saat kegiatan' };
const UNSTATED: ServiceLevel = { kind: 'unstated', words: '' };

function due(level: ServiceLevel, start: string, terms: Partial<Terms> = {}): string | null {
  const all = { clock: [{ from: wib(start), to: null }], quantity: null, eventDate: null, ...terms };
  return inWib(dueAt(level, all, CALENDAR)?.at ?? null);
}

describe('dueAt: the worked examples', () => {
  test.each([
    ['ITSM.8.5', hours(4), '2026-11-27 16:30', '2026-11-30 11:30'],
    ['ITSM.8.5 on a Saturday', hours(4), '2026-11-28 10:00', '2026-11-30 12:00'],
    ['ITSM.1.3', hours(10), '2026-11-23 09:00', '2026-11-24 10:00'],
    ['ITSM.4.3', hours(18), '2026-11-23 08:00', '2026-11-24 17:00'],
    ['ITSM.5.7', hours(6), '2026-12-23 15:00', '2026-12-28 12:00'],
    ['ITSM.8.1', days(1), '2026-11-23 10:00', '2026-11-24 10:00'],
    ['ITSM.8.1 out of hours', days(1), '2026-11-23 18:00', '2026-11-24 17:00'],
    ['ITSM.1.1', days(22), '2026-11-23 09:00', '2026-12-23 09:00'],
    ['ITSM.1.5 over Lebaran', days(7), '2027-03-04 11:00', '2027-03-23 11:00'],
    ['ITSM.4.7', days(80), '2026-11-23 09:00', '2027-04-01 09:00'],
    ['ITSM.6.1', days(269), '2026-11-23 09:00', '2028-01-03 09:00'],
  ])('%s', (_, level, start, end) => {
    expect(due(level, start)).toBe(end);
  });

  test('ITSM.10.4 with seven devices', () => {
    expect(due(DEVICES, '2026-12-23 10:00', { quantity: 7 })).toBe('2026-12-29 10:00');
  });
});

describe('dueAt', () => {
  test.each([
    [1, 1],
    [4, 1],
    [5, 2],
    [20, 5],
    [21, null],
    [null, null],
  ])('grants tiers by quantity: %s devices', (quantity, expected) => {
    expect(promisedTime(DEVICES, quantity, CALENDAR)).toBe(expected === null ? null : expected * 9 * HOUR);
  });

  test.each([
    ['2026-11-30', '2026-12-01 17:00'],
    ['2026-11-28', '2026-11-30 17:00'],
    ['2026-12-23', '2026-12-28 17:00'],
    [null, null],
  ])('closes the ticket of an event on %s by %s', (eventDate, end) => {
    expect(due(AT_EVENT, '2026-11-23 09:00', { eventDate })).toBe(end);
  });

  test('promises nothing where the catalogue does not, and nothing before the clock starts', () => {
    expect(due(UNSTATED, '2026-11-23 09:00')).toBeNull();
    expect(due(hours(4), '2026-11-23 09:00', { clock: [] })).toBeNull();
    expect(due(AT_EVENT, '2026-11-23 09:00', { clock: [], eventDate: '2026-11-30' })).toBeNull();
  });

  test.each([
    [days(22), '2026-11-23 09:00', false],
    [days(269), '2026-11-23 09:00', true],
    [days(1), '2027-12-31 10:00', true],
    [days(1), '2025-12-31 10:00', true],
    [days(1), '2027-12-30 10:00', false],
  ])('says whether years without a calendar come into it', (level, start, isEstimate) => {
    const terms = { clock: [{ from: wib(start), to: null }], quantity: null, eventDate: null };

    expect(dueAt(level, terms, CALENDAR)?.isEstimate).toBe(isEstimate);
  });

  test('adds what was run before a wait to what is run after it', () => {
    const clock = [
      { from: wib('2026-11-23 09:00'), to: wib('2026-11-23 11:00') },
      { from: wib('2026-11-25 16:00'), to: null },
    ];

    expect(due(hours(4), '2026-11-23 09:00', { clock })).toBe('2026-11-26 09:00');
  });

  test('is not known while the clock stands still short of the end', () => {
    const clock = [{ from: wib('2026-11-23 09:00'), to: wib('2026-11-23 11:00') }];

    expect(due(hours(4), '2026-11-23 09:00', { clock })).toBeNull();
  });

  test('stays where it was when a ticket waits after it', () => {
    const clock = [
      { from: wib('2026-11-23 09:00'), to: wib('2026-11-24 11:00') },
      { from: wib('2026-11-25 16:00'), to: null },
    ];

    expect(due(hours(4), '2026-11-23 09:00', { clock })).toBe('2026-11-23 13:00');
  });
});

describe('a wait', () => {
  const wait = fc.record({
    start: anInstant,
    before: fc.integer({ min: 1, max: 20 * HOUR }),
    paused: fc.integer({ min: 0, max: 20 * 24 * HOUR }),
    promised: fc.integer({ min: 1, max: 30 }),
  });

  test('moves the due time by exactly the working time that it took', () => {
    fc.assert(
      fc.property(wait, ({ start, before, paused, promised }) => {
        const level = days(promised);
        const stopped = start + before;
        const resumed = stopped + paused;
        const terms = { quantity: null, eventDate: null };
        const without = dueAt(level, { ...terms, clock: [{ from: start, to: null }] }, CALENDAR)?.at ?? 0;
        fc.pre(workingTimeBetween(start, stopped, CALENDAR) < promised * 9 * HOUR);
        const clock = [
          { from: start, to: stopped },
          { from: resumed, to: null },
        ];
        const lost = workingTimeBetween(stopped, resumed, CALENDAR);

        expect(dueAt(level, { ...terms, clock }, CALENDAR)?.at).toBe(addWorkingTime(without, lost, CALENDAR));
      }),
    );
  });

  test('of no length changes nothing', () => {
    fc.assert(
      fc.property(
        anInstant,
        fc.integer({ min: 1, max: 100 * HOUR }),
        fc.integer({ min: 1, max: 9 }),
        (start, run, count) => {
          const terms = { quantity: null, eventDate: null };
          const cut = [
            { from: start, to: start + run },
            { from: start + run, to: null },
          ];

          expect(dueAt(days(count), { ...terms, clock: cut }, CALENDAR)).toEqual(
            dueAt(days(count), { ...terms, clock: [{ from: start, to: null }] }, CALENDAR),
          );
        },
      ),
    );
  });
});
