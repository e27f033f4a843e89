/**
 * A mark behind what he tells of the result ("Acaranya lancar. Nilai 4, soalnya mic sempat feedback"): what stands before it says how it turned
 * out, what stands behind it why it is no better. A mark that comes first is a mark and no more, whatever its reason.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { toWords } from '../../words/normalise.ts';
import { isNegation, mentioned } from '../mentions.ts';
import { judgedResult } from './judged-result.ts';
import { wordSet } from '../words.ts';
import { besideMark } from './rating.ts';
import type { Said } from './requester-answer.ts';
import { ASKS, CONTRAST, HEDGE, LATER, PROBLEM, STILL, TROUBLE, UNTRIED, WRONG } from './requester-signs.ts';

/** Odds (as a logarithm) of a result above which what stands before a mark is one; less than without a mark, which is a word on it, too. */
const WELL_ENOUGH = 2;
/** A lower mark is nearer to a complaint. */
const LOWEST_CONTENT = 3;
/** Praise of people and of how it went to and fro is no result. */
const OF_SERVICE =
  /(?<!\p{L})(?:petugas|teknisi|pelayanan|layanan|respons?|tanggapan|komunikasi|tim|admin|staf|operator|helpdesk|cs|service|team|staff|response|technician)(?:ny?a)?(?!\p{L})/iu;
/** "Dua dari tiga laptop" */
const IN_PART =
  /(?<!\p{L})(?:baru|\d+|satu|dua|tiga|empat|lima|one|two|three)\s+(?:dari|of|out of)\s+(?:\d|satu|dua|tiga|empat|lima|\p{L}*puluh|two|three)|(?<!\p{L})baru(?!\p{L})/iu;
const AGAINST_RESULT = [IN_PART, LATER, HEDGE, CONTRAST, STILL, PROBLEM, WRONG, ASKS];
/** Behind the mark a wish, a condition, a later word or what fails now is more than its reason. */
const MORE_THAN_REASON = [ASKS, WRONG, STILL, LATER, UNTRIED];
const WANTS =
  /(?<!\p{L})(?:kalau|kalo|jika|bila|apabila|asal|asalkan|setelah|if|once|when|unless|after|mau|ingin|butuh|perlu|ajukan|mengajukan|sekalian|need|would like)(?!\p{L})/iu;
/** "sempat feedback sedikit", "tadi di awal berdengung": over. */
const PAST =
  /(?<!\p{L})(?:sempat|tadi|tadinya|kemarin|awalnya|di awal|sebelumnya|sebentar|sekali|was|were|at first|once|had)(?!\p{L})/iu;

/** "Agak lancar", "jalan sebentar" */
const HALFWAY =
  /(?<!\p{L})(?:agak|lumayan|cukup|sih|setengah|separuh|sebentar|kadang\p{L}*|harus|perlu|lama|dulu|merah|seadanya|rather|somewhat|fairly|half)(?!\p{L})/iu;
const BEHIND_STATE = wordSet(
  'semua semuanya sekali banget kok ya yah pak bu mas mbak min kak bang jaya terus lagi kembali sekarang now again all well',
);

export function isResultRated(it: Said, written: string): boolean {
  const parts = besideMark(written);
  if (parts === null || written.includes('?') || (it.rating ?? 0) < LOWEST_CONTENT) return false;
  if (it.step === 'waiting' || it.step === 'working' || mentioned(it.mentions, 'complaint', 'cancel')[0]) return false;
  return isReason(parts.behind, it) && isResult(parts.before, it);
}

function isResult(before: string, { rulebook }: Said): boolean {
  if (isNegated(before, rulebook) || AGAINST_RESULT.some((pattern) => pattern.test(before))) return false;
  if ((judgedResult(before, rulebook)?.odds ?? -Infinity) >= WELL_ENOUGH) return true;
  return !OF_SERVICE.test(before) && !HALFWAY.test(before) && endsWell(before, rulebook);
}

/** "Acaranya lancar", "peserta puas, …": a clause that ends with a state of `work-result`; "jalan di lantai 1" says more. */
function endsWell(before: string, rulebook: Rulebook): boolean {
  const states = new Set(rulebook.replies['work-result']);
  const { words } = toWords(before, rulebook.abbreviations);
  return words.some(({ form, clause }, at) => {
    const behind = words.slice(at + 1).filter((word) => word.clause === clause);
    return states.has(form) && behind.every((word) => BEHIND_STATE.has(word.form));
  });
}

function isReason(behind: string, { rulebook }: Said): boolean {
  if (isNegated(behind, rulebook) || WANTS.test(behind)) return false;
  if (MORE_THAN_REASON.some((pattern) => pattern.test(behind))) return false;
  return (!PROBLEM.test(behind) && !TROUBLE.test(behind)) || PAST.test(behind);
}

function isNegated(text: string, rulebook: Rulebook): boolean {
  return formsOf(text, rulebook).some((form) => isNegation(form, rulebook));
}

function formsOf(text: string, { abbreviations }: Rulebook): readonly string[] {
  return toWords(text, abbreviations).words.map(({ form }) => form);
}
