/** How long to wait before the next attempt: exponential, with jitter, so that many clients do not come back at once. */
export interface Backoff {
  /** Upper bound of the first wait (default 1 s). */
  readonly baseMs: number;
  /** Upper bound of every wait (default 60 s). */
  readonly capMs: number;
}

export const DEFAULT_BACKOFF: Backoff = { baseMs: 1000, capMs: 60_000 };

/**
 * Full jitter: anything from 0 to the bound that doubles with each failure.
 * @param failures from 1
 * @param chance from 0 to 1
 */
export function backoffMs(failures: number, chance: number, backoff: Backoff): number {
  const bound = Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(bound * chance);
}
