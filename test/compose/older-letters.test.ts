/** Letters wait as data and are put into words when they leave: one written by an older program lacks what was added since. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Letter } from '../../src/decide/letter.ts';
import type { CompiledTemplates } from '../../src/compose/templates.ts';
import { shippedLetters } from '../support/compiled-letters.ts';
import { allExamples } from '../support/letter-examples.ts';

const ADDED = ['isUnreachable', 'needsReason', 'gathered', 'recountedAtDesk', 'wanted'];

let templates: CompiledTemplates;
beforeAll(async () => {
  templates = await shippedLetters();
});

function withoutAdded(letter: Letter): Letter {
  return JSON.parse(JSON.stringify(letter, (key, value: unknown) => (ADDED.includes(key) ? undefined : value)));
}

describe('a letter that waited while the program was renewed', () => {
  it('leaves in whole words', () => {
    const older = allExamples()
      .map(({ letter }) => letter)
      .filter((letter) => ADDED.some((name) => JSON.stringify(letter).includes(`"${name}"`)));
    const words = older.map((letter) =>
      JSON.stringify(templates.render(withoutAdded(letter), { reference: 'r', replyAddress: 'd@x.example' })),
    );

    expect(older.length).toBeGreaterThan(10);
    expect(words.filter((written) => /undefined|\{\{/.test(written))).toEqual([]);
  });
});
