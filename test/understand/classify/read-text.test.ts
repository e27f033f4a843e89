import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/config.ts';
import { classify } from '../../../src/understand/classify/classify.ts';
import { kindOf } from '../../../src/understand/classify/kind.ts';
import { readText, type ReadText } from '../../../src/understand/classify/read-text.ts';
import type { FoundRules } from '../../../src/understand/classify/rule-index.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { readLabelled } from '../../score/labels.ts';
import { rulebook } from '../office.ts';

const { requests } = readLabelled(join(PACKAGE_ROOT, 'fixtures/rounds/a'));
const texts = requests.map(({ subject, body }) => `${subject}.\n\n${body}`);
/** Another book of the same rules: what was read with the one is not found with the other. */
const same = { ...rulebook };
const FILLERS = ['satu', 'dua', 'tiga', 'empat'];

const piece = fc
  .tuple(fc.constantFrom(...texts), fc.nat(1000), fc.nat(1000))
  .map(([text, one, other]): readonly [string, string] => {
    const [from, to] = [one, other].toSorted((a, b) => a - b).map((at) => Math.round((at / 1000) * text.length));
    return [text, text.slice(from, to)];
  });

/** Read where no longer text was read before. */
function readAlone(text: string): ReadText {
  for (const filler of FILLERS) readText(`${filler} ${text.length}`, same);
  return readText(text, same);
}

function saidIn(read: ReadText): unknown {
  const classification = classify(read, rulebook);
  const { service, variant, confidence, alternatives, evidence, strength } = classification;
  const { kind, confidence: share, evidence: why } = kindOf(read, classification, rulebook, 0);
  return {
    service,
    variant,
    confidence,
    alternatives,
    evidence,
    strength,
    about: classification.about(),
    kind,
    share,
    why,
  };
}

describe('a piece of a text that was read', () => {
  it('says what it says alone', () => {
    fc.assert(
      fc.property(piece, ([whole, text]) => {
        readText(whole, rulebook);

        expect(saidIn(readText(text, rulebook))).toEqual(saidIn(readAlone(text)));
      }),
      { numRuns: 150 },
    );
  });

  it('has the words that it has alone, and its rules fire on them', () => {
    fc.assert(
      fc.property(piece, ([whole, text]) => {
        readText(whole, rulebook);
        const read = readText(text, rulebook);
        const alone = readAlone(text);

        expect(read.size).toBe(toWords(text, rulebook.abbreviations).words.length);
        expect(read.words).toEqual(alone.words);
        expect([...read.kinds.hits]).toEqual([...alone.kinds.hits]);
        expect(firedIn(read.services)).toEqual(firedIn(alone.services));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the points of its evidence', () => {
    for (const text of texts.slice(0, 40)) {
      const found = readText(text, rulebook).services;
      const weights = firedIn(found).map(([owner, fired]) => [owner, fired.map(({ weight }) => weight)]);

      expect([...found.points]).toEqual(weights);
    }
  });

  it('is read anew where it ends within a word, or normalising moved the places', () => {
    readText('Mohon reset e-mail saya', rulebook);
    readText('Mohon … reset sandi saya', rulebook);

    expect(readText('reset e', rulebook).words.words.map(({ form }) => form)).toEqual(['reset', 'e']);
    expect(readText('reset sandi', rulebook).words.text).toBe('reset sandi');
  });
});

function firedIn<Owner>(found: FoundRules<Owner>) {
  return [...found.points.keys()].map((owner) => [owner, found.firedOf(owner)] as const);
}
