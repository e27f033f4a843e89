/** The part of a long mail that asks: its subject and the sentences with a word of request. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { readText, type ReadText } from './lexicon.ts';
import { firedRules } from './words.ts';

/** Shorter mails are read whole. */
const MIN_WORDS = 70;
const MAX_SENTENCES = 200;

/** Null where the mail is short, or nothing in it asks. */
export function focusOf(read: ReadText, subject: string, rulebook: Rulebook): ReadText | null {
  if (read.words.words.length < MIN_WORDS) return null;
  const asking = sentencesOf(read).filter((sentence) => asks(sentence, rulebook));
  return asking.length === 0 && subject === '' ? null : readText([subject, ...asking].join('.\n\n'), rulebook);
}

function sentencesOf({ words }: ReadText): string[] {
  const starts = words.words.filter((word, at) => at === 0 || words.words[at - 1]?.sentence !== word.sentence);
  return starts
    .slice(0, MAX_SENTENCES)
    .map((word, index) => words.text.slice(word.start, starts[index + 1]?.start ?? words.text.length).trim());
}

function asks(sentence: string, rulebook: Rulebook): boolean {
  const read = readText(sentence, rulebook);
  return firedRules(rulebook.kinds.request, read.kindHits, read.words).some((one) => one.weight >= 3);
}
