/** The part of a long mail that asks: its subject and the sentences with a word of request. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { readText, type ReadText } from './read-text.ts';

/** Shorter mails are read whole. */
const MIN_WORDS = 70;
/** Weight from which a word of request makes its sentence one that asks. */
const ASKING_WEIGHT = 3;

/** Null where the mail is short, or nothing in it asks. */
export function focusOf(read: ReadText, subject: string, rulebook: Rulebook): ReadText | null {
  if (read.size < MIN_WORDS) return null;
  const asking = new Set<number>();
  const { hits } = read.kinds;
  for (const rule of rulebook.kinds.request) {
    if (rule.weight < ASKING_WEIGHT) continue;
    for (const phrase of rule.all.flat()) {
      for (const hit of hits.get(phrase) ?? []) asking.add(read.words.words[hit.first]?.sentence ?? 0);
    }
  }
  const sentences = sentencesOf(read, asking);
  return sentences.length === 0 && subject === '' ? null : readText([subject, ...sentences].join('.\n\n'), rulebook);
}

function sentencesOf({ words }: ReadText, wanted: ReadonlySet<number>): string[] {
  const starts = words.words.filter((word, at) => at === 0 || words.words[at - 1]?.sentence !== word.sentence);
  return starts.flatMap((word, index) =>
    wanted.has(word.sentence)
      ? [words.text.slice(word.start, starts[index + 1]?.start ?? words.text.length).trim()]
      : [],
  );
}
