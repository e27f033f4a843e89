/** What a requester's answer may be by likeness alone: less than everything where the letter, or how he asks, rules it out. */
import type { ReplyIntent } from '../../reading.ts';
import type { RequesterAnswer, Said } from './requester-answer.ts';
import { ASKS, ASKS_HOW } from './requester-signs.ts';

const BY_LIKENESS = new Set<ReplyIntent>([
  'reopen',
  'thanks',
  'supply',
  'cancel',
  'status',
  'new-request',
  'complaint',
  'unclear',
]);

/** A letter that says "done" asks for nothing to be brought. */
const AFTER_DONE = new Set<ReplyIntent>([...BY_LIKENESS].filter((intent) => intent !== 'supply'));
/** Nothing is done yet that could be opened again. */
const BEFORE_DONE = new Set<ReplyIntent>([...BY_LIKENESS].filter((intent) => intent !== 'reopen'));
const ONLY_UNCLEAR = new Set<ReplyIntent>(['unclear', 'complaint']);

/** "Sudah selesai?": our letter's own words, asked back. */
const ASKED_BACK = /\b(?:sudah|udah|sdh)\s+(?:bisa|beres|selesai)\b/iu;

/** A question that asks how it is to be used brings nothing and wishes nothing. */
export function mayBe({ text, step }: Said, { unclear: kind }: RequesterAnswer): ReadonlySet<ReplyIntent> {
  if (kind === 'question' && ASKED_BACK.test(text)) return ONLY_UNCLEAR;
  if (kind === 'question' && ASKS_HOW.test(text) && !ASKS.test(text)) return ONLY_UNCLEAR;
  if (step === 'waiting' || step === 'working') return BEFORE_DONE;
  return step === 'resolved' && !/\d/.test(text) ? AFTER_DONE : BY_LIKENESS;
}
