import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WindowLevel } from '../../src/rulebook/rulebook.ts';
import { windowEnd } from '../../src/ticket/service-window.ts';
import { dueAt, timesOf } from '../../src/ticket/service-clock.ts';
import { anInstant, CALENDAR, inWib, wib } from './calendar.ts';
import { given, START } from './ticket.ts';

/** 08–12: the same day by 16; 13–16: the next working day by 12; word within four hours. */
const SC03: WindowLevel = {
  kind: 'windows',
  windows: [
    { fromMinute: 480, toMinute: 720, dueDays: 0, dueMinute: 960 },
    { fromMinute: 780, toMinute: 960, dueDays: 1, dueMinute: 720 },
  ],
  noticeHours: 4,
  words: '',
};

function due(takenUp: string): string | null {
  const clock = [{ from: wib(takenUp), to: null }];
  return inWib(dueAt(SC03, { clock, quantity: null, eventDate: null }, CALENDAR)?.at ?? null);
}

describe('a service level by windows', () => {
  test.each([
    ['2026-11-23 11:59', '2026-11-23 16:00'],
    ['2026-11-23 12:00', '2026-11-23 16:00'],
    ['2026-11-23 12:30', '2026-11-24 12:00'],
    ['2026-11-23 13:00', '2026-11-24 12:00'],
    ['2026-11-23 15:59', '2026-11-24 12:00'],
    ['2026-11-23 16:01', '2026-11-24 16:00'],
    ['2026-11-23 06:00', '2026-11-23 16:00'],
    ['2026-11-28 10:00', '2026-11-30 16:00'],
    ['2026-12-23 14:00', '2026-12-28 12:00'],
    ['2026-12-23 17:00', '2026-12-28 16:00'],
  ])('taken up %s is due %s', (takenUp, end) => {
    expect(due(takenUp)).toBe(end);
  });

  test('is never due before it is taken up, and always in working days', () => {
    fc.assert(
      fc.property(anInstant, (takenUp) => {
        const end = windowEnd(SC03, takenUp, CALENDAR);
        const day = new Date(end + 7 * 3_600_000).getUTCDay();

        expect(end).toBeGreaterThanOrEqual(takenUp);
        expect([0, 6]).not.toContain(day);
      }),
    );
  });

  test('counts from the answer where that left later than the request was complete', () => {
    const clock = [{ from: wib('2026-11-23 11:50'), to: null }];
    const terms = { clock, quantity: null, eventDate: null, respondedAt: wib('2026-11-23 13:05') };

    expect(inWib(dueAt(SC03, terms, CALENDAR)?.at ?? null)).toBe('2026-11-24 12:00');
  });

  test('begins anew after a wait, whatever was answered before it', () => {
    const clock = [
      { from: wib('2026-11-23 09:00'), to: wib('2026-11-23 10:00') },
      { from: wib('2026-11-24 14:00'), to: null },
    ];
    const terms = { clock, quantity: null, eventDate: null, respondedAt: wib('2026-11-23 09:01') };

    expect(inWib(dueAt(SC03, terms, CALENDAR)?.at ?? null)).toBe('2026-11-25 12:00');
    expect(dueAt(SC03, { ...terms, clock: clock.slice(0, 1) }, CALENDAR)).toBeNull();
  });

  test('promises word within four working hours of completion', () => {
    const complete = timesOf(given('RequirementsChecked', 'RequestCompleted', 'Assigned'), SC03, CALENDAR, 30);
    const lacking = timesOf(given(['RequirementsChecked', { missing: ['form-3.1'] }]), SC03, CALENDAR, 30);

    expect(complete.noticeBy).toBeGreaterThan(START);
    expect(inWib(complete.noticeBy)).toBe('2026-11-23 15:00');
    expect(lacking).toMatchObject({ noticeBy: null, resolveBy: null, startsWhen: 'complete' });
  });
});

describe('a service level in tiers', () => {
  const tiers = { kind: 'tiers', tiers: [{ upTo: 4, days: 1 }], words: '' } as const;
  const clock = [{ from: wib('2026-11-23 10:00'), to: null }];

  test('takes a single thing for one where no number is said', () => {
    const terms = { clock, quantity: null, eventDate: null };

    expect(inWib(dueAt({ ...tiers, assumed: 1 }, terms, CALENDAR)?.at ?? null)).toBe('2026-11-24 10:00');
    expect(dueAt(tiers, terms, CALENDAR)).toBeNull();
    expect(dueAt({ ...tiers, assumed: 1 }, { ...terms, quantity: 5 }, CALENDAR)).toBeNull();
  });
});
