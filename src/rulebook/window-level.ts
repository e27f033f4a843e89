/** A service level that counts by windows of the day (SC03-1). */

/** Due by the window of the day in which the desk took the request up; between windows the next one counts. */
export interface WindowLevel {
  readonly kind: 'windows';
  /** In the order of the day. */
  readonly windows: readonly ServiceWindow[];
  /** Hours of working time until the requester hears whether it is carried out; null where the office promises none. */
  readonly noticeHours: number | null;
  readonly words: string;
}

export interface ServiceWindow {
  /** Minutes after local midnight, both included. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Working days later: 0 = the same day. */
  readonly dueDays: number;
  readonly dueMinute: number;
}
