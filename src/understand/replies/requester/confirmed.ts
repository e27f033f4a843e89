/** Whether a requester says that all is well. Closing a ticket that is not done annoys more than one question. */
import { classifyText } from '../../classify/classify.ts';
import { isNegation, mentioned, plainly, said, type Mention, type Mentions } from '../mentions.ts';
import { withoutRating } from './rating.ts';
import { answer, unclear, type RequesterAnswer, type Said } from './requester-answer.ts';
import {
  ASIDES,
  STILL,
  LATER,
  HEDGE,
  CONTRAST,
  PROBLEM,
  ASKS,
  NEXT_WISH,
  OWN_DEED,
  CLOSING_WISH,
  CLOSE_IT,
  WRONG,
  CONDITION,
  NEXT_PART,
  WISHES,
  REPAIR,
  FITS_CLOSE_IT,
  MAY_BE_WISHED,
} from './requester-signs.ts';

const FEW_WORDS = 6;
const MOST_WORDS_PLAIN = 40;
const AGAINST_DONE = [LATER, HEDGE, STILL, CONTRAST, PROBLEM, WRONG, ASKS, NEXT_WISH, OWN_DEED];

/** Closes only where nothing is wanted, contrasted, doubted or found wrong beside the "done". */
export function confirmed(it: Said, done: Mention | null): RequesterAnswer {
  const { mentions } = it;
  const told = ASIDES.reduce(
    (rest, aside) => rest.replace(aside, ' '),
    it.rating === null ? it.text : withoutRating(it.text),
  );
  if (isClosedByHim(it, told)) return answer('confirm', 0.95, 'he says that it may be closed');
  if (LATER.test(told)) return unclear('deferral', 'a later word is promised');
  if (HEDGE.test(told)) return unclear('condition', 'not sure');
  if (STILL.test(told)) return answer('reopen', 0.8, 'done, but something still fails');
  const negated = mentions.words.words.some((word) => isNegation(word.form, it.rulebook));
  if (negated && told.split(/\s+/).length <= MOST_WORDS_PLAIN) return unclear('contradiction', 'done, and not');
  if (EXCEPTED.test(told)) return answer('reopen', 0.8, 'done, but for a part');
  const next = nextWish(it);
  if (next !== null) return answer('new-request', 0.75, next);
  if (CONTRAST.test(told) || PROBLEM.test(told)) return unclear('contradiction', 'done, but');
  if (WRONG.test(told))
    return ASKS.test(told)
      ? answer('reopen', 0.6, 'something is wrong')
      : unclear('contradiction', 'something is wrong');
  const complaint = plainly(mentions, 'complaint')[0];
  if (complaint) return answer('complaint', 0.7, said(mentions, complaint));
  if (mentioned(mentions, 'cancel')[0]) return unclear('contradiction', 'done, or no longer wanted');
  return ASKS.test(told.replace(CLOSING_WISH, '')) || NEXT_WISH.test(told)
    ? unclear('contradiction', 'done, and something is asked')
    : answer('confirm', isBare(mentions, done) ? 0.85 : 0.95, done ? said(mentions, done) : 'done');
}

/** "Sudah oke semua kecuali scan" */
const EXCEPTED = /\b(?:kecuali|except(?: for)?|selain)\s+(?!(?:itu|hari|jam)\b)\p{L}/iu;

/** "VPN sudah jalan, makasih. Sekarang mau pesan zoom": behind the confirmation a wish that a service answers. */
function nextWish({ text, rulebook }: Said): string | null {
  const [, ...parts] = text.split(NEXT_PART);
  const wishes = parts.filter((part) => WISHES.test(part) && !REPAIR.test(part) && !CLOSE_IT.test(part));
  return wishes.map((part) => classifyText(part, rulebook)).find((wish) => wish !== null) ?? null;
}

/** "Kayaknya tadi cuma cache saya.": a guess at what the trouble was. */
const WHAT_IT_WAS =
  /\b(?:kayaknya|sepertinya|mungkin|maybe|probably)\s+(?:tadi|kemarin|karena|it was)\b[^.\n]*|\b(?:tadi|kemarin|ternyata)\s+(?:cuma|cuman|hanya)\b[^.\n]*/gi;

/** "… semuanya jalan normal. Tutup saja tiketnya": with this a doubt about what the trouble was does not matter. */
function isClosedByHim({ mentions, rulebook }: Said, told: string): boolean {
  if (!CLOSE_IT.test(told) || mentioned(mentions, 'again', 'cancel', 'complaint', 'new-request')[0]) return false;
  if (mentions.words.words.some((word) => isNegation(word.form, rulebook))) return false;
  const fits = FITS_CLOSE_IT.test(told) ? told.replace(MAY_BE_WISHED, ' ') : told;
  const now = fits.replace(WHAT_IT_WAS, ' ').replace(CLOSING_WISH, ' ');
  return ![...AGAINST_DONE, CONDITION].some((pattern) => pattern.test(now));
}

/** One word of being done in a long text may speak of anything ("selesai jam 12", "kami isi sesuai catatan"). */
function isBare({ words }: Mentions, done: Mention | null): boolean {
  return done !== null && done.first === done.last && words.words.length > FEW_WORDS;
}

/** What in his words speaks against all being well, whatever else they tell. */
export type Against = 'nothing' | 'something' | 'plainly';

/** A later word, a "but", a doubt, a trouble: what is told beside these is not all. */
const PLAINLY_AGAINST = [LATER, STILL, CONTRAST, HEDGE, PROBLEM, WRONG, ASKS];

export function against({ text, mentions, rulebook }: Said): Against {
  const told = text.replace(CLOSING_WISH, ' ');
  if (told.includes('?') || PLAINLY_AGAINST.some((pattern) => pattern.test(told))) return 'plainly';
  return mentions.words.words.some((word) => isNegation(word.form, rulebook)) ? 'something' : 'nothing';
}
