/**
 * A suggestion comes the same way as a complaint, and is none: in the letters it is called what it is. It is one where words of `suggests`
 * (`rules/wording.yaml`) stand in it and no rule of complaints but those of suggestions is met.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { readText } from './classify/read-text.ts';
import { ofWording } from './words/wording.ts';

/** Rules of complaints in `rules/kinds.yaml` that suggestions meet. */
const MILD: ReadonlySet<string> = new Set(['kind/complaint#saran', 'kind/complaint#catatan']);

const suggestsOf = ofWording(({ any }) => new RegExp(String.raw`(?<!\p{L})${any('suggests')}(?!\p{L})`, 'iu'));

/** @param text of what is taken for a complaint */
export function isSuggestion(text: string, rulebook: Rulebook): boolean {
  if (!suggestsOf(rulebook).test(text)) return false;
  return readText(text, rulebook)
    .kinds.firedOf('complaint')
    .every(({ rule }) => MILD.has(rule));
}
