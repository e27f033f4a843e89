/**
 * What a mail asks for now, beside what it says is done already: "Akun creator sudah aktif. Sekarang bantu kami menyusun pertanyaannya"
 * asks for help, not for an account. Sentences that only look back count less than those that ask.
 */
import { readText, type ReadText } from './read-text.ts';
import { ofWording } from '../words/wording.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';

const patterns = ofWording(({ any }) => ({
  done: new RegExp(String.raw`\b${any('looks_back')}\b`, 'i'),
  asking: new RegExp(String.raw`\b${any('asks_now')}\b`, 'i'),
}));

/** Null where nothing looks back, or nothing else asks. */
export function askedNow({ text }: ReadText, rulebook: Rulebook): ReadText | null {
  const { done, asking } = patterns(rulebook);
  if (!done.test(text)) return null;
  const sentences = text.split(/(?<=[.!?;]\s)/);
  const left = sentences.filter((sentence) => !done.test(sentence) || asking.test(sentence));
  if (left.length === sentences.length || !left.some((sentence) => asking.test(sentence))) return null;
  return readText(left.join(''), rulebook);
}
