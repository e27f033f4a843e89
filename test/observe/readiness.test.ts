import { expect, it } from 'vitest';
import { reasonsNotReady, type WorkFacts } from '../../src/observe/readiness.ts';
import { MINUTE } from '../../src/shared/time.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');

function facts(change: Partial<WorkFacts>): WorkFacts {
  const idle = { oldestUnansweredAt: null, mailboxDownSince: null, oldestLetterAt: null, sendingStopped: null };
  return { now: NOW, ...idle, ...change };
}

it.each([
  ['nothing waits', {}, []],
  ['a mail has waited ten minutes', { oldestUnansweredAt: NOW - 10 * MINUTE }, []],
  [
    'a mail has waited longer',
    { oldestUnansweredAt: NOW - 11 * MINUTE },
    ['the oldest unanswered mail has waited 11 minutes'],
  ],
  ['the mailbox has just gone', { mailboxDownSince: NOW }, ['the mailbox has been unreachable for less than a minute']],
  ['an answer waits to leave', { oldestLetterAt: NOW - 9 * MINUTE }, []],
  [
    'an answer has waited to leave for long',
    { oldestLetterAt: NOW - 20 * MINUTE },
    ['the outbox is stuck: its oldest acknowledgement has waited 20 minutes'],
  ],
  [
    'the breaker is open',
    { sendingStopped: 'breaker: 41 letters for 10 mails' },
    ['the outbox is stuck: breaker: 41 letters for 10 mails'],
  ],
] as const)('knows what it means that %s', (_name, change, expected) => {
  expect(reasonsNotReady(facts(change))).toEqual(expected);
});

it('names every reason at once', () => {
  const all = { oldestUnansweredAt: 0, mailboxDownSince: 0, oldestLetterAt: 0, sendingStopped: 'x' };

  expect(reasonsNotReady(facts(all))).toHaveLength(4);
});
