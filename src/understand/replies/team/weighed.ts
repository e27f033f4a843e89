/**
 * A team's plain sentences: what the grammar reads, weighed against the judgement of each clause (judged-done.ts) and against what the whole is
 * like (second-opinion.ts). Only the grammar or the judge of clauses says that the work is done, and each may take it from the other.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { findDates } from '../../facts/dates.ts';
import type { TeamIntent } from '../../reading.ts';
import { mentioned, type Mentions } from '../mentions.ts';
import { secondOpinion } from '../second-opinion.ts';
import { isHeldBack, isPreparing, leansToDone, mayBeOpen, namesDeed, onlyInstructs } from './done.ts';
import { judgedWork, type WorkJudgement } from './judged-done.ts';
import { withoutDaysOver } from './planned.ts';
import { readSentences, readUnfinished } from './rft-sentences.ts';
import { findTeam } from './team.ts';
import type { TeamAnswer } from './team-answer.ts';

interface Place {
  readonly rulebook: Rulebook;
  readonly today: LocalDate | null;
  /** A label stands beside it, as one does that is to be closed. */
  readonly isLabelled: boolean;
}

const BY_LIKENESS = new Set<TeamIntent>([
  'note',
  'reassign',
  'ask-requester',
  'hold',
  'take',
  'start',
  'help',
  'unclear',
]);

/** What a question without any known word may mean. */
const ASKED_BY_LIKENESS = new Set<TeamIntent>(['ask-requester', 'help']);
/** Who has begun takes nothing any more. */
const ALREADY_TAKEN = new Set<TeamIntent>([...BY_LIKENESS].filter((intent) => intent !== 'take'));
const UNDER_WAY = /\b(?:sedang|lagi|masih|tengah|progress?|still|currently)\b/i;

/** How much the grammar counts against likeness, as logarithms of odds. "Menunggu …" rests the work in one mouth and only tells so in another. */
const TRUST: ReadonlyMap<TeamIntent, number> = new Map([
  ['resolve', 4],
  ['hold', 0.5],
]);
const TRUST_IN_OTHERS = 2;
/** Odds of a judged report (as a logarithm) above which it counts: where nothing else was read in it; against another reading or a deed that may only prepare. */
const DONE_ENOUGH = {
  'nothing else': -1.5,
  'something else': 2.5,
  labelled: -4,
} as const;
/** Below this a report that the grammar believes is none. */
const DOUBTED = -1.5;
/** In fewer words too little is said to doubt what the grammar knows. */
const FEWEST_WEIGHED = 7;
const NEVER_DONE = new Set<TeamIntent>(['take', 'start', 'help', 'resolve']);

const NOT_OURS = /\b(?:bukan|salah|keliru|not|wrong|kewenangan|wewenang|ranah|tupoksi|domain|punya|urusan)\b/iu;

/** What is said to last until a day is done all the same; another day ahead is of something to come. */
const LASTS_UNTIL =
  /\b(?:sampai(?: dengan)?|smp|s\.?\s?\/?d\.?|hingga|until|till|through|berlaku|expire[sd]?|valid|kedaluwarsa|kadaluarsa|masa aktif|perpanjang\p{L}*|diperpanjang)[\s.:]+[^\n,;]{0,20}$/iu;

export function weighed(mentions: Mentions, text: string, place: Place): TeamAnswer {
  const { rulebook } = place;
  const first = readSentences(mentions, text, rulebook);
  if (first.partial || first.unclear === 'away') return first;
  const work = judgedWork(withoutDaysOver(text, rulebook), rulebook);
  const isDoubted = work !== null && work.odds < DOUBTED && wordsIn(text) >= FEWEST_WEIGHED;
  const isTaken = isDoubted && first.intent === 'resolve' && first.confidence < 0.9;
  const read = isTaken ? readUnfinished(mentions, text, rulebook) : first;
  if (read.intent === 'hold' && read.confidence >= 0.9) return read;
  if (reportsDone(read, work, text, place))
    return { intent: 'resolve', confidence: 0.8, note: text, why: `reports done work: ${work?.told ?? ''}` };
  const leaning = work === null && leansToDone(text, rulebook) ? 'resolve' : null;
  const like = likened(read, text, { rulebook, leaning });
  if (like === read) return read;
  const isBaseless =
    (like.intent === 'reassign' && !namesAway(mentions, text, rulebook)) ||
    (like.intent === 'help' && !WANTS_HELP.test(text));
  return isBaseless ? read : like;
}

/** Whoever wants to know how, asks or names what he wants to know. */
const WANTS_HELP =
  /\?|\b(?:perintah\w*|cara\w*|petunjuk\w*|panduan\w*|bantuan\w*|format\w*|bagaimana|gimana|help|how)\b/iu;

/** A hand-over by likeness alone names a team, or says that it is not theirs: "Waktu itu masalahnya ada di kabel" does neither. */
function namesAway(mentions: Mentions, text: string, rulebook: Rulebook): boolean {
  return mentioned(mentions, 'rft-reassign').length > 0 || NOT_OURS.test(text) || findTeam(text, rulebook) !== null;
}

function reportsDone(
  read: TeamAnswer,
  work: WorkJudgement | null,
  text: string,
  { rulebook, today, isLabelled }: Place,
): boolean {
  if (work === null || onlyInstructs(text) || NEVER_DONE.has(read.intent) || (read.unclear ?? 'other') !== 'other')
    return false;
  const isPlain = read.intent === 'note' || read.unclear === 'other';
  const isOpen = mayBeOpen(text, rulebook);
  if (isOpen && wordsIn(text) < FEWEST_WEIGHED) return false;
  // A label alone makes no report of "penyebabnya switch": a word of finished things has to stand there.
  const isClosing = isLabelled && leansToDone(text, rulebook);
  if (work.odds < DONE_ENOUGH['something else'] && !isClosing && !namesDeed(text)) return false;
  const isSure = isPlain && !isOpen && !isPreparing(text, rulebook) && !namesDayAhead(text, today);
  return (
    work.odds >= DONE_ENOUGH[isSure ? (isClosing ? 'labelled' : 'nothing else') : 'something else'] &&
    !isHeldBack(text, rulebook)
  );
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** "Release masuk change window 10 Desember": told before that day. */
function namesDayAhead(text: string, today: LocalDate | null): boolean {
  if (today === null) return false;
  return findDates(text, today).some((day) => day.start > today && !LASTS_UNTIL.test(text.slice(0, day.from)));
}

interface Likened {
  readonly rulebook: Rulebook;
  readonly leaning: 'resolve' | null;
}

function likened(read: TeamAnswer, text: string, { rulebook, leaning }: Likened): TeamAnswer {
  const unsure = read.intent === 'unclear' || (read.intent === 'note' && !UNDER_WAY.test(text));
  const trust = unsure ? 0.3 : (TRUST.get(read.intent) ?? TRUST_IN_OTHERS);
  const may = read.unclear === 'question' ? ASKED_BY_LIKENESS : UNDER_WAY.test(text) ? ALREADY_TAKEN : BY_LIKENESS;
  const second = secondOpinion({ intent: read.intent, trust, leaning }, { text, role: 'rft', rulebook, may });
  if (second === null) return read;
  const intent = [...BY_LIKENESS, 'resolve' as const].find((one) => one === second.intent) ?? 'unclear';
  const note = intent === 'unclear' || intent === 'help' || intent === 'take' ? null : text;
  return {
    intent,
    note,
    confidence: second.confidence,
    why: second.why,
    ...(intent === 'note' && { isPlain: true }),
    ...(intent === 'unclear' && { unclear: read.unclear ?? 'other' }),
  };
}
