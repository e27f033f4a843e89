/** Whether the desk does its work, as far as people waiting for an answer would say. Each reason is one sentence. */
import { MINUTE, type EpochMs } from '../shared/time.ts';

export interface WorkFacts {
  readonly now: EpochMs;
  /** When the oldest mail came that has no answer yet and should have one; null when there is none. */
  readonly oldestUnansweredAt: EpochMs | null;
  /** Since when the mailbox cannot be reached; null while it is. */
  readonly mailboxDownSince: EpochMs | null;
  /** When the oldest acknowledgement was written that has not left; null when there is none. */
  readonly oldestLetterAt: EpochMs | null;
  /** Why sending has stopped as a whole (breaker, storage); null while it goes on. */
  readonly sendingStopped: string | null;
}

/** An answer or a letter that waits longer than this (10 min) means that something is stuck. */
const STUCK_AFTER_MS = 10 * MINUTE;

/** Empty when ready. */
export function reasonsNotReady(facts: WorkFacts): readonly string[] {
  const { now, oldestUnansweredAt, oldestLetterAt } = facts;
  const reasons: string[] = [];
  if (isStuck(oldestUnansweredAt, now))
    reasons.push(`the oldest unanswered mail has waited ${minutes(oldestUnansweredAt, now)} minutes`);
  if (facts.mailboxDownSince !== null) {
    const since = minutes(facts.mailboxDownSince, now);
    reasons.push(`the mailbox has been unreachable for ${since < 1 ? 'less than a minute' : `${since} minutes`}`);
  }
  if (isStuck(oldestLetterAt, now))
    reasons.push(`the outbox is stuck: its oldest acknowledgement has waited ${minutes(oldestLetterAt, now)} minutes`);
  if (facts.sendingStopped !== null) reasons.push(`the outbox is stuck: ${facts.sendingStopped}`);
  return reasons;
}

function isStuck(at: EpochMs | null, now: EpochMs): boolean {
  return at !== null && now - at > STUCK_AFTER_MS;
}

function minutes(at: EpochMs | null, now: EpochMs): number {
  return Math.floor((now - (at ?? now)) / MINUTE);
}
