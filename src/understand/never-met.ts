/**
 * Whether a text can meet an entry of the rule files at all: the entry itself is read as a text, prepared as texts are, and searched for.
 * Abbreviations are written out before anything is searched for, regional words and slips of the pen in answers are put right, words are
 * cut at hyphens: who lists the word as it was before never meets it.
 */
import type { Meets, NeverMet } from '../rulebook/word-lists.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { replyMeets } from './replies/never-met.ts';
import { toWords, type Abbreviations } from './words/normalise.ts';
import { findPhrases, indexPhrases, type Compare } from './words/phrases.ts';

const MAX_GAP = 2;
const NONE: Abbreviations = {};

export function meetsOf(rulebook: Rulebook): Meets {
  const { abbreviations } = rulebook;
  const ofReply = replyMeets(rulebook);
  return (searching, entry, list) => {
    const [sort, name = ''] = searching.split('/');
    switch (sort) {
      case 'reply':
        return ofReply(name, entry, list);
      case 'abbreviation':
        return abbreviationMet(entry, name, abbreviations);
      case 'stems-as-listed':
        return phraseMet(entry, list, { compare: 'stem', abbreviations, listed: NONE });
      default:
        return phraseMet(entry, list, {
          compare: sort === 'stems' ? 'stem' : 'form',
          abbreviations,
          listed: abbreviations,
        });
    }
  };
}

interface Reading {
  readonly compare: Compare;
  /** Written out in texts, and in the list. */
  readonly abbreviations: Abbreviations;
  readonly listed: Abbreviations;
}

function phraseMet(
  entry: string,
  list: readonly string[],
  { compare, abbreviations, listed }: Reading,
): NeverMet | null {
  const finds = (phrases: readonly string[], text: string): boolean => {
    const index = indexPhrases(phrases, listed, { compare, maxGap: MAX_GAP, maxHits: 1 });
    return findPhrases(index, toWords(text, abbreviations)).size > 0;
  };
  const texts = textsOf(entry);
  if (texts.some((text) => finds([entry], text))) return null;
  const readAs = spelled(texts[0] ?? '', abbreviations);
  const isListed = finds(list, texts[0] ?? '');
  return { word: entry, readAs, instead: isListed || readAs === '' ? null : readAs, isListed, isParted: false };
}

/** What an entry stands for: in letters small and large, a word with `*` also with some ending. */
export function textsOf(entry: string): readonly string[] {
  const texts = [entry.replaceAll('*', ''), ...(entry.includes('*') ? [entry.replaceAll('*', 'x')] : [])];
  return texts.flatMap((text) => [text, text.toUpperCase()]);
}

/** The words of a text as they are compared. */
function spelled(text: string, abbreviations: Abbreviations): string {
  return toWords(text, abbreviations)
    .words.map(({ form }) => form)
    .join(' ');
}

/** A short form is one word of a text, as it is once letters drawn out are shortened. */
function abbreviationMet(short: string, full: string, abbreviations: Abbreviations): NeverMet | null {
  const meant = spelled(full, NONE);
  const readAs = spelled(short, abbreviations);
  if (readAs === meant) return null;
  const instead = readAs === '' || readAs.includes(' ') ? null : readAs;
  return { word: short, readAs, instead, isListed: false, isParted: instead === null };
}
