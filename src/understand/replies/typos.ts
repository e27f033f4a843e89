/**
 * Slips of the pen in the few words on which an answer turns: "setjuu", "dsetujui", "tidka". A word is put right only where one slip
 * (a letter missing, added, wrong, or two changed about) leads to exactly one of them and the rule files know no such word.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { remembered } from '../words/remembered.ts';

const TURNING =
  'setuju setujui disetujui menyetujui approve approved diizinkan mengizinkan tidak jangan tolak ditolak menolak belum'.split(
    ' ',
  );
const SHORTEST = 4;
const TOKEN = /(?<![\p{L}\p{N}])\p{L}{4,14}(?![\p{L}\p{N}])/gu;

const readers = new WeakMap<Rulebook, (word: string) => string | null>();

export function withoutSlips(text: string, rulebook: Rulebook): string {
  const reader = readers.get(rulebook) ?? remembered(slipsOf(rulebook));
  readers.set(rulebook, reader);
  return text.replace(TOKEN, (word) => reader(word.toLowerCase()) ?? word);
}

function slipsOf({ replies, replyExamples, abbreviations }: Rulebook): (word: string) => string | null {
  const listed = [...Object.values(replies).flat(), ...Object.entries(abbreviations).flat()].flatMap(wordsIn);
  const examples = Object.values(replyExamples ?? {}).flatMap((byMeaning) => Object.values(byMeaning).flat());
  const counts = new Map<string, number>();
  for (const text of examples) for (const word of wordsIn(text ?? '')) counts.set(word, (counts.get(word) ?? 0) + 1);
  // What only one person ever wrote may be a slip of his.
  const known = new Set([...listed, ...[...counts].flatMap(([word, count]) => (count > 1 ? [word] : []))]);
  return (word) => {
    if (word.length < SHORTEST) return null;
    const written = Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? '') : '';
    if (TURNING.includes(written) && isOneSlip(word, written)) return written;
    if (known.has(word)) return null;
    const meant = TURNING.filter((one) => isOneSlip(word, one));
    return meant.length === 1 ? (meant[0] ?? null) : null;
  };
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Whether one letter missing, added or wrong, or two neighbours changed about, makes the one word of the other. */
export function isOneSlip(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1 || word === meant) return false;
  let at = 0;
  while (word[at] === meant[at] && at < word.length) at += 1;
  const [rest, wanted] = [word.slice(at), meant.slice(at)];
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    (rest.length > 1 && rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
