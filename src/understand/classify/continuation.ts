/** A new mail that says of itself that it goes on with an earlier one: "menyusuli email saya tadi pagi", "ralat yang kemarin". */
import type { ContinuationWords } from '../../rulebook/continuations.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Reading } from '../reading.ts';
import type { Words } from '../words/normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../words/phrases.ts';

/** "permohonan hosting SIMANTAP kemarin" */
const MOST_BETWEEN = 2;

/** Null where it does not, or the office has no words for it. */
export function continuationIn(words: Words, { continuations, abbreviations }: Rulebook): Reading['continues'] | null {
  if (continuations === undefined) return null;
  const found = findPhrases(indexOf(continuations, abbreviations), words);
  const met = (list: readonly string[]): string | undefined => list.find((phrase) => found.has(phrase));
  const [plain, deed, refers] = [met(continuations.plain), met(continuations.deeds), met(continuations.refers)];
  if (plain === undefined && (deed === undefined || refers === undefined)) return null;
  const isToday = met(continuations.today) !== undefined;
  const isYesterday = met(continuations.yesterday) !== undefined;
  return {
    evidence: plain ?? `${deed}, ${refers}`,
    when: isToday === isYesterday ? null : isToday ? 'today' : 'yesterday',
  };
}

const indexes = new WeakMap<ContinuationWords, PhraseIndex>();

/** Made once for the words of a rulebook. */
function indexOf(words: ContinuationWords, abbreviations: Rulebook['abbreviations']): PhraseIndex {
  const known = indexes.get(words);
  if (known !== undefined) return known;
  const { plain, deeds, refers, today, yesterday } = words;
  const index = indexPhrases([...plain, ...deeds, ...refers, ...today, ...yesterday], abbreviations, {
    compare: 'form',
    maxGap: MOST_BETWEEN,
    maxHits: 1,
  });
  indexes.set(words, index);
  return index;
}
