import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../score/labels.ts';
import { judgeReply } from '../../score/replies.ts';
import { rulebook } from '../office.ts';

const ROUNDS = resolve(import.meta.dirname, '../../../fixtures/rounds');

/** Of all, what may be wrong; none of it may be costly. Then new texts and details that may differ. */
const ROUND_LIMITS = [
  { round: 'replies-a', mostWrong: 0.02, newTexts: 0, details: 0 },
  { round: 'replies-b', mostWrong: 0.05, newTexts: 1, details: 2 },
  { round: 'replies-c', mostWrong: 0.06, newTexts: 3, details: 7 },
];

describe.each(ROUND_LIMITS)('the labelled replies of $round', ({ round, mostWrong, newTexts, details }) => {
  const judged = readLabelled(resolve(ROUNDS, round)).replies.map((row) => judgeReply(row, rulebook));

  it('hold no false approval, no false "resolved", no false closing', () => {
    expect(judged.filter((one) => one.costly).map((one) => one.id)).toEqual([]);
  });

  it('are read as labelled, but for a few that only likeness tells apart', () => {
    const wrong = judged.filter((one) => !one.right).map((one) => `${one.id} ${one.said.intent}`);

    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(judged.length * mostWrong);
  });

  it('give exactly what the person wrote', () => {
    const different = judged.filter((one) => one.newText === false).map((one) => one.id);

    expect(different.length, different.join(', ')).toBeLessThanOrEqual(newTexts);
  });

  it('name the team, the label, the mark, the day and the strength that the label names', () => {
    const wrong = judged.flatMap((one) => one.details.map((detail) => `${one.id} ${detail}`));

    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(details);
  });
});

/** Read before, or learnt from: they guard against falling back. */
const GUARDS = ['replies-d', 'replies-e', 'replies-f', 'replies-g', 'replies-h', 'replies-i', 'teams-a', 'teams-b'];

describe.each(GUARDS)('the labelled replies of %s', (round) => {
  it('hold no false approval, no false "resolved", no false closing', () => {
    const judged = readLabelled(resolve(ROUNDS, round)).replies.map((row) => judgeReply(row, rulebook));

    expect(judged.filter((one) => one.costly).map((one) => one.id)).toEqual([]);
  });
});
