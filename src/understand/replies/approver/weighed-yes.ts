/**
 * A strong yes whose neighbours the grammar cannot place: the judge of plain approvals weighs every clause of the answer by itself, and all of
 * them have to be harmless by far. Where a clause may bind by its build or by a word in it, it has to be surer still. Such a yes counts as
 * a weak one: the approver is told at once and can take it back, and sensitive requests are asked back all the same.
 */
import { doubtOf } from './anothers-yes.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { wordKinds } from './clause-kinds.ts';
import { NOT_MEANT, signsOf, wordsOf } from './clause-signs.ts';
import { moreThanYes } from './more-than-yes.ts';
import { obstacleTo } from './obstacles.ts';
import { refusals } from './refusal.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './yes-judge.ts';
import type { ReplyBody } from '../body.ts';
import { mentioned, plainly, said, type Mentions } from '../mentions.ts';
import { wordSet } from '../words.ts';

/**
 * Harm below which a clause counts as told: what nothing speaks against; what may bind by its build, or is short enough to name a limit; what
 * holds a word that binds in other places. Chosen on answers of twelve writers, each left out of learning.
 */
const TOLD = { free: 0.27, 'by build': 0.047, 'by word': 0.0067 } as const;
/** What the judge can weigh; a question, another's word or several tickets it cannot. */
const WEIGHABLE: ReadonlySet<string> = new Set(['condition', 'deferral', 'away']);
const BY_WORD = /^(?:tied by word|restricts|number|with yes )/;
const TIED: ReadonlySet<string> = new Set(['tied', 'loosely tied']);
/** In so few words a thing may be named that the yes is limited to. */
const FEW_WORDS = 3;
/** With fewer words from it on, a word that binds stands behind what is told. */
const TAIL = 4;
const TIMES: ReadonlySet<string> = new Set(['day', 'span', 'number']);
const BINDING: ReadonlySet<string> = new Set(['conditional', 'limits', 'defer']);
/** Of the words that bind where they open a clause, those that as often only tell when something was or is. */
const OFTEN_TOLD = wordSet(
  'selama sampai hingga sebelum setelah sesudah kalau begitu sejak mulai nanti dulu besok lusa minggu bulan pekan tahun when after before until next tomorrow',
);
/** A phrase that binds; in the clause of the yes itself also a word that does. */
const NEVER: ReadonlySet<string> = new Set([
  'bound',
  'doing',
  'refusal',
  'doubt',
  'restricts',
  ...'if first only not must but coming stage wrong'.split(' ').map((kind) => `with yes ${kind}`),
]);

export interface WeighedYes {
  /** The words of the yes. */
  readonly yes: string;
  /** What was found harmless beside it. */
  readonly beside: string;
}

/** @returns null where it is no plain yes */
export function weighedYes(
  mentions: Mentions,
  body: ReplyBody,
  { judge, sent }: { readonly judge: JudgeContext; readonly sent: ReadonlySet<string> | null },
): WeighedYes | null {
  const yes = plainly(mentions, 'approve-strong').find((one) => doubtOf(mentions, one) === null);
  if (yes === undefined || !isWeighable(mentions, body, judge) || moreThanYes(mentions, sent) !== null) return null;
  const parts = judgeBeside(mentions, judge);
  if (parts === null || !parts.every((part) => part.harm < mostHarm(mentions, part, judge))) return null;
  return { yes: said(mentions, yes), beside: mentions.words.text.replace(/\s+/g, ' ') };
}

function isWeighable(mentions: Mentions, body: ReplyBody, { rulebook }: JudgeContext): boolean {
  const no = refusals(mentions, mentions.words.text);
  if (no.hard !== null || no.soft !== null || NOT_MEANT.test(mentions.words.text)) return false;
  if (mentioned(mentions, 'not-me', 'objection', 'reject').some((one) => one.negation === null)) return false;
  if (mentioned(mentions, 'question-ack').some(({ phrase }) => phrase !== 'terima kasih')) return false;
  const obstacle = obstacleTo(mentions, body, rulebook);
  return obstacle === null || WEIGHABLE.has(obstacle.class);
}

/** 0 where a clause cannot be weighed at all. */
function mostHarm(mentions: Mentions, part: JudgedPart, judge: JudgeContext): number {
  const { words } = mentions.words;
  const { build, signs, bound } = signsOf(mentions, part, judge);
  // "s.d.", cut at its full stops.
  if (part.loose.every((at) => (words[at]?.form ?? '').length === 1)) return 0;
  // Two sentences, where the first ends with a number.
  if (/[.!]\s+\p{Lu}/u.test(wordsOf(mentions, part.all))) return 0;
  if (
    isTurned(mentions, part, judge.rulebook) ||
    signs.some((sign) => NEVER.has(sign)) ||
    bindsByPlace(mentions, part, judge.rulebook)
  )
    return 0;
  const isShort = part.loose.length <= FEW_WORDS && build !== 'courtesy';
  if (isShort && signs.includes('tied by word')) return 0;
  if (isShort || bound?.startsWith('hard') === true || signs.some((sign) => BY_WORD.test(sign))) return TOLD['by word'];
  return TIED.has(build) || signs.some((sign) => sign !== 'may tie') ? TOLD['by build'] : TOLD.free;
}

/**
 * A word of a condition, a limit or a delay beside the yes in its clause ("menyetujui sementara"), behind a clause ("… temannya, terbatas"), or before one
 * that is short or begins with a word that hardly ever tells anything else ("sepanjang kuotanya ada").
 */
function bindsByPlace(
  { all: found, words: { words } }: Mentions,
  { all, loose, place }: JudgedPart,
  rulebook: Rulebook,
): boolean {
  const kindOf = wordKinds(rulebook);
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  return found.some((one) => {
    if (!BINDING.has(one.class) || one.first < first || one.last > last) return false;
    const next = one.last < last ? (words[one.last + 1]?.form ?? '') : '';
    const isLeft =
      next === '' || next === 'itu' || (next !== 'ini' && kindOf(next).kinds.some((kind) => TIMES.has(kind)));
    const isHard = isLeft || !OFTEN_TOLD.has(words[one.first]?.form ?? '');
    if (place === 'in' || one.first === first) return place === 'in' || isHard || loose.length <= FEW_WORDS;
    return isHard && last - one.first < TAIL;
  });
}

/** "Belum sudah": a no before what is told as done. */
function isTurned({ words: { words } }: Mentions, { all }: JudgedPart, rulebook: Rulebook): boolean {
  const kindOf = wordKinds(rulebook);
  const [first, second] = all.map((at) => kindOf(words[at]?.form ?? '').kinds);
  return first?.includes('not') === true && second?.includes('done') === true;
}
