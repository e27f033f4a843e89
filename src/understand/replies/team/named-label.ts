/**
 * "Closed, Internet Tamu.": a label without the word. Only behind a word of closing, at the very end, and where every word of it is one of a
 * single service's own names; "Selesai, printer normal" and "Done, Budi" name none.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { toWords } from '../../words/normalise.ts';
import { wordSet } from '../words.ts';

const BEHIND_CLOSING =
  /(?<=^|[.!\n]\s*)((?:status\s*:?\s*)?(?:selesai|done|closed?|resolved|completed|beres|tuntas|tutup))\s*[,.:\u2013\u2014-]\s*(\p{Lu}[\p{L} /&-]{3,60})[.!]?\s*$/iu;
/** Of the small words a name may begin or be joined with, none is a name. */
const JOINING = wordSet('dan atau untuk of and for');
const MOST_WORDS = 6;

const names = new WeakMap<Rulebook, readonly ReadonlySet<string>[]>();

export interface NamedLabel {
  readonly rest: string;
  readonly label: string;
}

export function namedLabel(text: string, rulebook: Rulebook): NamedLabel | null {
  const found = BEHIND_CLOSING.exec(text);
  const label = found?.[2]?.trim();
  if (found === null || label === undefined || !/^\p{Lu}/u.test(label)) return null;
  if (!isServiceName(label, rulebook)) return null;
  return { rest: `${text.slice(0, found.index)}${found[1] ?? ''}.`.trim(), label };
}

/** Whether every word of it is one of a single service's own names. */
export function isServiceName(label: string, rulebook: Rulebook): boolean {
  const words = formsOf(label, rulebook).filter((form) => !JOINING.has(form));
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  return namesOf(rulebook).some((known) => words.every((word) => known.has(word)));
}

/** The words of each service's names. */
function namesOf(rulebook: Rulebook): readonly ReadonlySet<string>[] {
  const known = names.get(rulebook);
  if (known) return known;
  const made = rulebook.services.map(
    ({ name, aliases, variants }) =>
      new Set([name, ...aliases, ...variants.map((variant) => variant.name)].flatMap((one) => formsOf(one, rulebook))),
  );
  names.set(rulebook, made);
  return made;
}

function formsOf(text: string, { abbreviations }: Rulebook): readonly string[] {
  return toWords(text, abbreviations).words.map(({ form }) => form);
}
