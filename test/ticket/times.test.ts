import { describe, expect, test } from 'vitest';
import type { ServiceLevel } from '../../src/rulebook/rulebook.ts';
import { DAY, HOUR } from '../../src/shared/time.ts';
import { addCalendarDays, isReopenable, timesOf } from '../../src/ticket/service-clock.ts';
import { CALENDAR, inWib, wib } from './calendar.ts';
import { given, START } from './ticket.ts';

const FOUR_HOURS: ServiceLevel = {
  kind: 'working-hours',
  hours: 4,
  words: '4 (empat) jam kerja',
  startsWhen: 'complete',
};
const COMPLETE = ['RequirementsChecked', 'RequestCompleted', 'Assigned'] as const;
const LACKING = ['RequirementsChecked', { missing: ['scan-ktp'] }] as const;

function times(state: ReturnType<typeof given>, level: ServiceLevel | null = FOUR_HOURS) {
  const { respondBy, resolveBy, closeBy, ...rest } = timesOf(state, level, CALENDAR, 30);
  return { ...rest, respondBy: inWib(respondBy), resolveBy: inWib(resolveBy), closeBy: inWib(closeBy) };
}

describe('timesOf', () => {
  test('answers within half an hour of receipt, and fulfils from completion', () => {
    expect(times(given(...COMPLETE))).toEqual({
      respondBy: '2026-11-23 09:30',
      resolveBy: '2026-11-23 15:00',
      closeBy: null,
      noticeBy: null,
      startsWhen: 'now',
      estimate: false,
      words: '4 (empat) jam kerja',
    });
  });

  test.each([
    ['papers are missing', given(LACKING), 'complete'],
    ['nobody knows yet what it is', given('SentToDesk'), 'complete'],
    ['the approver is asked', given('RequirementsChecked', 'ApprovalAsked'), 'approved'],
    ['a team waits for the requester', given(...COMPLETE, 'PutOnHold'), 'complete'],
    ['it was withdrawn', given(...COMPLETE, 'Cancelled'), 'complete'],
  ])('promises no time while %s', (_, state, startsWhen) => {
    expect(times(state)).toMatchObject({ resolveBy: null, startsWhen });
  });

  test('leaves out the time that was waited', () => {
    expect(times(given(...COMPLETE, 'PutOnHold', 'Resumed'))).toMatchObject({ resolveBy: '2026-11-23 16:00' });
  });

  test('says of a fulfilled ticket when it was due', () => {
    expect(times(given(...COMPLETE, 'Resolved'))).toMatchObject({ resolveBy: '2026-11-23 15:00', startsWhen: 'now' });
    expect(times(given(...COMPLETE, 'Resolved', 'Closed'))).toMatchObject({ resolveBy: '2026-11-23 15:00' });
  });

  test('waits for the decision that starts the clock', () => {
    const level: ServiceLevel = { ...FOUR_HOURS, startsWhen: 'cio-decision' };

    expect(times(given(...COMPLETE), level)).toMatchObject({ resolveBy: null, startsWhen: 'cio-decision' });
  });

  test('names the event as the promise, and the day on which the ticket is closed after it', () => {
    const level: ServiceLevel = { kind: 'at-event', closeAfterDays: 1, words: 'pada saat kegiatan' };
    const checked = ['RequirementsChecked', { eventDate: '2026-11-30' }] as const;

    expect(times(given(checked, 'RequestCompleted'), level)).toMatchObject({
      resolveBy: null,
      closeBy: '2026-12-01 17:00',
      startsWhen: 'event',
    });
    expect(times(given(checked), level)).toMatchObject({ closeBy: null, startsWhen: 'event' });
  });

  test('promises nothing where the catalogue is silent or the variant is not known', () => {
    expect(times(given(...COMPLETE), { kind: 'unstated', words: 'belum ditetapkan' })).toMatchObject({
      resolveBy: null,
      words: 'belum ditetapkan',
    });
    expect(times(given(...COMPLETE), null)).toMatchObject({ resolveBy: null, words: '' });
  });

  test('marks what runs beyond the published calendars', () => {
    const level: ServiceLevel = { kind: 'working-days', days: 269, words: '269 hari kerja', startsWhen: 'complete' };

    expect(times(given(...COMPLETE), level).estimate).toBe(true);
  });
});

describe('isReopenable', () => {
  const resolvedAt = START + 4 * HOUR;
  const reopenable = (state: ReturnType<typeof given>, at: number) => isReopenable(state, at, 7, CALENDAR.zone);

  test.each([
    ['2026-11-23 14:00', true],
    ['2026-11-30 13:00', true],
    ['2026-11-30 23:59', true],
    ['2026-12-01 00:00', false],
  ])('holds for seven calendar days after fulfilment, the last to its end: %s', (now, may) => {
    expect(reopenable(given(...COMPLETE, 'Resolved'), wib(now))).toBe(may);
    expect(reopenable(given(...COMPLETE, 'Resolved', 'Closed'), wib(now))).toBe(may);
  });

  test('counts from fulfilment although it was closed later', () => {
    const state = given(...COMPLETE, 'Resolved', ['Closed', { at: resolvedAt + 7 * DAY }]);

    expect(reopenable(state, resolvedAt + 8 * DAY)).toBe(false);
  });

  test('counts from closing where nothing was fulfilled', () => {
    expect(reopenable(given(LACKING, ['Closed', { at: START + 30 * DAY }]), START + 31 * DAY)).toBe(true);
  });

  test.each([
    ['open', given(...COMPLETE)],
    ['withdrawn', given(...COMPLETE, 'Cancelled')],
    ['rejected', given('Rejected')],
  ])('does not hold for one that is %s', (_, state) => {
    expect(reopenable(state, START + HOUR)).toBe(false);
  });
});

test('addCalendarDays keeps the time of day', () => {
  expect(inWib(addCalendarDays(wib('2026-11-23 11:20'), 7, CALENDAR.zone))).toBe('2026-11-30 11:20');
  expect(inWib(addCalendarDays(wib('2026-12-30 23:30'), 7, CALENDAR.zone))).toBe('2027-01-06 23:30');
});
