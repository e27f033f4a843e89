/**
 * What a mail asks for now, beside what it says is done already: "Akun creator sudah aktif. Sekarang bantu kami menyusun pertanyaannya"
 * asks for help, not for an account. Sentences that only look back count less than those that ask.
 */
import { readText, type ReadText } from './read-text.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';

const DONE = /\b(?:sudah|telah|sdh|udah|already|beres|semula|tadinya|dulu|was|were|has been|have been|selesai)\b/i;
const ASKING =
  /\b(?:mohon|minta|tolong|perlu|butuh|please|kindly|ajukan|mengajukan|silakan|giliran|sekarang|kini|need|ingin|bantu|dibantu|permohonan|permintaan|mhn|tlg|dong|could you|can you|bisa|agar|supaya|want)\b/i;

/** Null where nothing looks back, or nothing else asks. */
export function askedNow({ text }: ReadText, rulebook: Rulebook): ReadText | null {
  if (!DONE.test(text)) return null;
  const sentences = text.split(/(?<=[.!?;]\s)/);
  const left = sentences.filter((sentence) => !DONE.test(sentence) || ASKING.test(sentence));
  if (left.length === sentences.length || !left.some((sentence) => ASKING.test(sentence))) return null;
  return readText(left.join(''), rulebook);
}
