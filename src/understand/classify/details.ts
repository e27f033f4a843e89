/** What a part of a mail names beside its wish: the papers that the wish asks for. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Classification } from './classify.ts';
import { lexiconOf } from './lexicon.ts';
import type { ReadText } from './read-text.ts';
import { findPhrases } from '../words/phrases.ts';

const PAPERS = new Set(['document', 'form', 'letter', 'link', 'list']);
/** Points from which a part asks for the paper itself. */
const ASKS = 3;

/** Tells the parts that only name a paper which the wish of the whole mail asks for. */
export function detailsOf(
  { variant }: Classification,
  rulebook: Rulebook,
): (part: { readonly read: ReadText }) => boolean {
  const found = variant === null ? undefined : lexiconOf(rulebook).variants.get(variant);
  const papers = (found?.requirements ?? []).filter(({ kind, key }) => PAPERS.has(kind) || key === 'package-di-is-dev');
  const words = new Set(papers.flatMap((requirement) => requirement.words));
  return ({ read }) => {
    if (words.size === 0 || requestedIn(read) >= ASKS) return false;
    return [...findPhrases(lexiconOf(rulebook).requirements, read.words).keys()].some((phrase) => words.has(phrase));
  };
}

/** Points of the strongest word of request. */
export function requestedIn({ kinds }: ReadText): number {
  return Math.max(0, ...(kinds.points.get('request') ?? []));
}
