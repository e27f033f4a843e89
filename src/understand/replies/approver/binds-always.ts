/**
 * What takes the plainness from a yes wherever it stands beside it, be the rest as harmless as it may: somebody else decides, it waits, something
 * comes first, a part is left out, it is meant for another request, it is wondered or sneered at. The reading of clauses looks at how a
 * clause is built and may take such words for told; these lists (`binds-…` of `rules/replies.yaml`) have the last word.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { withoutClitic } from '../../words/fold.ts';
import type { Words } from '../../words/normalise.ts';
import type { UnclearWhy } from '../../reading.ts';
import type { Obstacle } from '../verdict.ts';

interface Phrases {
  /** First word -> the phrases that it opens, as compared. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const LISTS: readonly (readonly [list: 'binds-anywhere' | 'binds-opening' | 'binds-asking', why: UnclearWhy])[] = [
  ['binds-anywhere', 'condition'],
  ['binds-opening', 'condition'],
  ['binds-asking', 'question'],
];
/** May stand before what opens a clause. */
const BEFORE = new Set('dan ya iya oh eh nah lalu terus and so then jadi oke ok tapi ini itu pun well btw'.split(' '));
const known = new WeakMap<Rulebook, readonly (readonly [Phrases, UnclearWhy, boolean])[]>();

/**
 * The first word that binds always, null where none does.
 * @param weighed the judge found every clause harmless: what only opens one is outweighed
 */
export function bindsAlways({ words }: Words, rulebook: Rulebook, weighed: boolean): Obstacle | null {
  for (const [phrases, why, opening] of listsOf(rulebook)) {
    if (weighed && opening && why === 'condition') continue;
    for (const at of words.keys()) {
      const found = opening && !opens(words, at) ? null : phraseAt(phrases, words, at);
      if (found !== null) return { class: why, says: `"${found}" beside the yes` };
    }
  }
  return null;
}

function opens(words: Words['words'], at: number): boolean {
  const clause = words[at]?.clause;
  for (let index = at - 1; index >= 0 && words[index]?.clause === clause; index -= 1)
    if (!BEFORE.has(words[index]?.form ?? '')) return false;
  return true;
}

function phraseAt({ byFirst }: Phrases, words: Words['words'], at: number): string | null {
  const phrases = byFirst.get(words[at]?.form ?? '') ?? [];
  const found = phrases.find((phrase) =>
    phrase.every((form, index) => words[at + index]?.form === form && words[at + index]?.clause === words[at]?.clause),
  );
  return found?.join(' ') ?? null;
}

function listsOf(rulebook: Rulebook): readonly (readonly [Phrases, UnclearWhy, boolean])[] {
  const before = known.get(rulebook);
  if (before) return before;
  const made = LISTS.map(
    ([list, why]) => [phrasesOf(rulebook.replies[list] ?? []), why, list !== 'binds-anywhere'] as const,
  );
  known.set(rulebook, made);
  return made;
}

/** "pikir-pikir" is two words of an answer; one whose hyphen only joins a prefix is one. */
function phrasesOf(written: readonly string[]): Phrases {
  const spelled = new Set(written.flatMap((phrase) => [phrase, phrase.replaceAll('-', ' ')]));
  const phrases = [...spelled].map((phrase) => phrase.split(' ').map(withoutClitic));
  return { byFirst: Map.groupBy(phrases, ([first = '']) => first) };
}
