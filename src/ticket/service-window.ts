/** Windows of the day: what is taken up in one of them is due by a fixed hour of the same or a later working day. */
import type { Calendar, ServiceWindow, WindowLevel } from '../rulebook/rulebook.ts';
import { MINUTE, type EpochMs } from '../shared/time.ts';
import { toInstant, toLocal } from './civil-day.ts';
import { nextWorkingDay, stepWorkingDays } from './working-time.ts';

/** What is taken up between two windows counts from the next one, which may be the first of the next working day. */
export function windowEnd(level: WindowLevel, takenUp: EpochMs, calendar: Calendar): EpochMs {
  const { day, window } = windowAt(level, takenUp, calendar);
  const dueDay = stepWorkingDays(day, window.dueDays, calendar);
  return toInstant({ day: dueDay, time: window.dueMinute * MINUTE }, calendar.zone);
}

function windowAt(
  { windows }: WindowLevel,
  takenUp: EpochMs,
  calendar: Calendar,
): { readonly day: number; readonly window: ServiceWindow } {
  const local = toLocal(takenUp, calendar.zone);
  const today = nextWorkingDay(local.day, calendar);
  const time = today === local.day ? local.time : 0;
  const window = windows.find(({ toMinute }) => time <= toMinute * MINUTE);
  if (window) return { day: today, window };
  const [first] = windows;
  if (!first) throw new RangeError('a service level by windows has no window');
  return { day: nextWorkingDay(today + 1, calendar), window: first };
}
