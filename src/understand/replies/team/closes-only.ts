/** "Close aja", "sudah beres ya pak": all of it closes, and nothing tells what was done. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { toWords } from '../../words/normalise.ts';

interface Lists {
  readonly closing: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

const known = new WeakMap<Rulebook['replies'], Lists>();

/** By `work-closing` and `work-beside-closing` of the rules; what is asked or turned round closes nothing. */
export function closesOnly(text: string, rulebook: Rulebook): boolean {
  const { closing, beside } = known.get(rulebook.replies) ?? listsOf(rulebook);
  const words = formsOf(text, rulebook);
  return (
    !text.includes('?') &&
    words.some((word) => closing.has(word)) &&
    words.every((word) => closing.has(word) || beside.has(word))
  );
}

function listsOf(rulebook: Rulebook): Lists {
  const forms = (name: 'work-closing' | 'work-beside-closing'): ReadonlySet<string> =>
    new Set((rulebook.replies[name] ?? []).flatMap((word) => formsOf(word, rulebook)));
  const made = { closing: forms('work-closing'), beside: forms('work-beside-closing') };
  known.set(rulebook.replies, made);
  return made;
}

function formsOf(text: string, { abbreviations }: Rulebook): readonly string[] {
  return toWords(text, abbreviations).words.map(({ form }) => form);
}
