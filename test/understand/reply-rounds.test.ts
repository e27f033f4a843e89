import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../score/labels.ts';
import { judgeReply } from '../score/replies.ts';
import { rulebook } from './office.ts';

const ROUNDS = resolve(import.meta.dirname, '../../fixtures/rounds');

/** Of all; none of them may be costly. */
const MOST_WRONG = 0.02;

describe.each(['replies-a'])('the labelled replies of %s', (round) => {
  const judged = readLabelled(resolve(ROUNDS, round)).replies.map((row) => judgeReply(row, rulebook));

  it('hold no false approval, no false "resolved", no false closing', () => {
    expect(judged.filter((one) => one.costly).map((one) => one.id)).toEqual([]);
  });

  it('are read as labelled, but for a few that only likeness tells apart', () => {
    const wrong = judged.filter((one) => !one.right).map((one) => `${one.id} ${one.said.intent}`);

    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(judged.length * MOST_WRONG);
  });

  it('give exactly what the person wrote', () => {
    expect(judged.filter((one) => one.newText === false).map((one) => one.id)).toEqual([]);
  });

  it('name the team, the label, the mark, the day and the strength that the label names', () => {
    expect(judged.flatMap((one) => one.details.map((detail) => `${one.id} ${detail}`))).toEqual([]);
  });
});
