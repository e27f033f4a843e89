/**
 * Words of an article's head and of a question, compared by meaning: "mengubah kata sandi surel" has "mengubah password email" in it. A meaning
 * of `rules/concepts.yaml` counts where the word that it is called by stands in the head.
 */
import type { Article, Rulebook } from '../rulebook/rulebook.ts';
import { lexiconOf } from './classify/lexicon.ts';
import { foldRoot } from './words/fold.ts';
import { toWords, type Words } from './words/normalise.ts';
import { findAll } from './words/phrases.ts';

interface Unit {
  readonly label: string;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** What a text says, word by word and meaning by meaning, in the order of the text. */
export type Meant = readonly Unit[];

export interface MeantPhrase {
  readonly phrase: string;
  /** Each by its labels; more than one. */
  readonly parts: readonly (readonly string[])[];
}

const MIN_ROOT = 4;
/** How many other words may stand among those of a phrase, in whichever order they come: people ask loosely, an article is to the point. */
export const AMONG = { asked: 3, said: 0 } as const;

export function meantIn(text: string, article: Article, rulebook: Rulebook): Meant {
  return unitsOf(text, namesIn(article, rulebook), rulebook);
}

/** Words of fewer letters say nothing of what is asked. */
export function labelsOf(meant: Meant): ReadonlySet<string> {
  return new Set(meant.map(({ label }) => label).filter((label) => label.length >= MIN_ROOT));
}

const heads = new WeakMap<Rulebook, Map<Article, readonly MeantPhrase[]>>();

/** The phrases of the head that have more than one word: "webmail" alone means nothing but itself. */
export function headOf(article: Article, rulebook: Rulebook): readonly MeantPhrase[] {
  const known = heads.get(rulebook) ?? new Map<Article, readonly MeantPhrase[]>();
  heads.set(rulebook, known);
  const before = known.get(article);
  if (before) return before;
  const names = namesIn(article, rulebook);
  const made = article.words
    .map((phrase): MeantPhrase => ({ phrase, parts: partsOf(unitsOf(phrase, names, rulebook)) }))
    .filter(({ parts }) => parts.length > 1);
  known.set(article, made);
  return made;
}

export function standsIn({ parts }: MeantPhrase, meant: Meant, among: number): boolean {
  const [opening = [], ...others] = parts;
  return meant.some((unit) => {
    if (!opening.includes(unit.label)) return false;
    const near = meant.filter(
      ({ first, last, sentence }) =>
        sentence === unit.sentence &&
        first <= unit.last + others.length + among &&
        last >= unit.first - others.length - among &&
        (first > unit.last || last < unit.first),
    );
    return others.every((labels) => near.some(({ label }) => labels.includes(label)));
  });
}

function unitsOf(text: string, names: ReadonlySet<string>, rulebook: Rulebook): Meant {
  const words = toWords(text, rulebook.abbreviations);
  const roots = words.words.map(({ form, sentence }, at): Unit => ({
    label: foldRoot(form),
    first: at,
    last: at,
    sentence,
  }));
  return [...roots, ...meaningsOf(words, names, rulebook)].toSorted((one, other) => one.first - other.first);
}

function meaningsOf(words: Words, names: ReadonlySet<string>, rulebook: Rulebook): Meant {
  const { concepts } = lexiconOf(rulebook);
  const called = Object.keys(rulebook.concepts ?? {});
  const { phrases, firsts, lasts } = findAll(concepts.index, words);
  return phrases.flatMap((phrase, at) =>
    (concepts.meaningsOf[phrase] ?? [])
      .map((meaning) => called[meaning] ?? '')
      .filter((name) => names.has(name))
      .map((name): Unit => {
        const first = firsts[at] ?? 0;
        return { label: `@${name}`, first, last: lasts[at] ?? first, sentence: words.words[first]?.sentence ?? 0 };
      }),
  );
}

function namesIn({ words }: Article, rulebook: Rulebook): ReadonlySet<string> {
  const inHead = new Set(words.flatMap((phrase) => phrase.split(' ')));
  return new Set(Object.keys(rulebook.concepts ?? {}).filter((name) => inHead.has(name)));
}

/** The longest first, each word once; a word with a meaning by that and by itself. */
function partsOf(units: Meant): MeantPhrase['parts'] {
  const parts: string[][] = [];
  let next = 0;
  for (;;) {
    const here = units.filter(({ first }) => first >= next);
    const [opening] = here;
    if (opening === undefined) return parts;
    const beginning = here.filter(({ first }) => first === opening.first);
    const last = Math.max(...beginning.map((unit) => unit.last));
    parts.push(beginning.filter((unit) => unit.last === last).map(({ label }) => label));
    next = last + 1;
  }
}
