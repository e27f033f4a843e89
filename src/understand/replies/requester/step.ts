/**
 * What was wanted of the requester when he answered. Where his ticket is known, where it stands tells (look-up-reply.ts); else the words of
 * the letter that he answers do, as we sent it or as his mail program quotes it.
 */
import { findQuote } from '../../../parse/reply-quote.ts';
import { toLines } from '../../../parse/reply-lines.ts';

/** A word on the result, something that was missing, nothing while it is being worked on, or not known. */
export type Step = 'resolved' | 'waiting' | 'working' | 'unknown';

/** "… apabila sudah selesai": not said to be done yet. */
const ONCE_DONE =
  /\b(?:apabila|jika|bila|kalau|setelah|begitu|sampai|once|when|if|until)\s+(?:[^\s.,]+\s+){0,3}?(?:sudah|telah|has been|is)\s+\S+/gi;
const RESOLVED_LETTER =
  /sudah (?:selesai )?kami (?:kerjakan|selesaikan)|selesai kami kerjakan|(?:sudah|telah) (?:selesai|diselesaikan|dipenuhi)|kami (?:telah|sudah) (?:memenuhi|menyelesaikan)|apakah sudah beres|masih ada kendala|balas (?:sesuai|buka kembali)|jawab sesuai|has been (?:resolved|completed|fulfilled)|is (?:done|resolved)|does it work/i;
const WAITING_LETTER =
  /\b(?:lengkapi|melengkapi|dilengkapi|belum lengkap|(?:masih|yang) kurang|lampirkan|tuliskan|belum kami terima|kami perlukan|kami butuhkan|mohon (?:kirimkan|jawab|dijawab|informasi\w*|sebutkan|disampaikan)|bertanya|pertanyaan|please (?:send|complete|provide|answer)|is missing)\b/i;
const WORKING_LETTER =
  /\b(?:(?:telah|sudah) kami terima dengan (?:nomor|no)|(?:sedang|masih) (?:kami )?(?:diproses|proses|dikerjakan|kerjakan|ditangani|tangani)|has been received|is being (?:processed|worked on))\b/i;

export function stepOfLetter(letter: string): Step {
  if (RESOLVED_LETTER.test(letter.replace(ONCE_DONE, ' '))) return 'resolved';
  if (WAITING_LETTER.test(letter)) return 'waiting';
  return WORKING_LETTER.test(letter) ? 'working' : 'unknown';
}

/** The letter that his mail quotes first, without what he wrote between and below its lines. */
export function quotedLetter(text: string, own: string): string {
  const lines = toLines(text);
  const quote = findQuote(lines);
  if (quote === null) return '';
  const until = findQuote(lines, quote.to)?.from;
  const his = new Set(own.split('\n').map((line) => line.trim()));
  return lines
    .slice(quote.to, until)
    .map(({ content }) => content.trim())
    .filter((line) => line !== '' && !his.has(line))
    .join(' ');
}
