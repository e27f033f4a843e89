/** The lists of `rules/wording.yaml` as patterns and sets, made once for a rulebook. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Wording, WordingList } from '../../rulebook/wording.ts';

export interface Listed {
  /** One of the phrases, the longest first, as part of a pattern; nothing at all where there are none. */
  any(...lists: readonly WordingList[]): string;
  /** The same where capitals matter: in small letters, as at the beginning of a sentence or of a title, or in capitals. */
  written(list: WordingList): string;
  set(list: WordingList): ReadonlySet<string>;
}

const NONE: Wording = {};

/** What is made of the lists, kept as long as they are. */
export function ofWording<Made>(make: (listed: Listed) => Made): (rulebook: Pick<Rulebook, 'wording'>) => Made {
  const known = new WeakMap<Wording, Made>();
  return ({ wording = NONE }) => {
    const before = known.get(wording);
    if (before !== undefined) return before;
    const made = make({
      any: (...lists) => oneOf(lists.flatMap((list) => wording[list] ?? [])),
      written: (list) => oneOf([...new Set((wording[list] ?? []).flatMap(cased))]),
      set: (list) => new Set(wording[list]),
    });
    known.set(wording, made);
    return made;
  };
}

/** A group that any of them meets, longer ones first; none meets anything where there are none. */
export function oneOf(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  return `(?:${longestFirst.map(escaped).join('|')})`;
}

function cased(phrase: string): readonly string[] {
  const first = phrase.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  const title = phrase.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [phrase, first, title, phrase.toUpperCase()];
}

/** `*` ends a word and stands for any ending. */
function escaped(phrase: string): string {
  return phrase.replaceAll(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll('*', String.raw`\w*`);
}
