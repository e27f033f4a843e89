/**
 * Several wishes in flowing text, without a list or a word that parts them: "passphrase TTE saya lupa, dan password email juga". Each place
 * where a clause begins is tried as the end of one wish and the begin of the next. Two wishes are believed only where both sides, each
 * read alone, ask for something else without a doubt; a reason, a paper or a thing that is done already is no wish.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { classifyWeighed, weighText, type Classification } from './classify.ts';
import { kindOf } from './kind.ts';
import { readText, type ReadText } from './lexicon.ts';
import { clauseBeginnings, sentencesOf, withoutJoint } from './parts.ts';

/** One of two sides of a text. */
export interface Side {
  readonly text: string;
  readonly read: ReadText;
  readonly classification: Classification;
  readonly kind: 'request' | 'incident' | 'question';
  /** What it asks for, in a word that is the same for sides of one wish. */
  readonly key: string;
  readonly about: string | null;
  /** The least of all shares by which it was believed. */
  readonly certainty: number;
  /** Points of its words of request. */
  readonly asks: number;
}

export interface Reader {
  readonly rulebook: Rulebook;
  /** Null where it is nothing for sure. */
  readonly keyOf: (read: ReadText, classification: Classification) => string | null;
}

const MAX_BOUNDARIES = 12;
const MAX_WISHES = 4;
const LEAST_WORDS = 4;
/** Shares and points from which a side is believed; chosen on pairs of sentences that were left out of learning. */
const LEAST = { request: 0.85, kind: 0.7, othersKind: 0.8, othersPoints: 3 };
/** Two variants of one service lie near each other: the words of both must be plain. */
const OF_ONE_SERVICE = { share: 0.85, strength: 3, asks: 2 };
/** Points from which a word of request asks. */
const ASKING = 2;
/** "Mohon keduanya direset": what asks stands elsewhere. */
const BOTH = /\b(?:keduanya|kedua-?duanya|dua-?duanya|dua2nya|duanya|both)\b/i;
/** "… dan password email juga": it asks as the one before does. */
const ALSO =
  /^[^.!?]{1,200}\b(?:juga|jg|too|as well)(?: (?:ya|dong|deh|donk|pak|bu|mas|min|kak|please))?[\s)]*(?:[.!?]|$|\()/i;
const CONDITION = /^\W*(?:apabila|jika|bila|bilamana|if)\b(?! (?:memungkinkan|bisa|boleh|berkenan|dapat|possible))/i;
/** Behind a fault these say what is to be done about it, and are no wish beside it. */
const FOLLOWS =
  /^\W*(?:jadi(?:nya)?|sehingga|oleh (?:karena|sebab) itu|karena itu|maka(?: dari itu)?|untuk itu|sehubungan dengan (?:itu|hal)|makanya|so|therefore|hence|mohon (?:bantuan|dibantu|bantuannya|solusi|penanganan|perbaikan|dicek|pengecekan|diperbaiki|petunjuk|arahan))\b/i;
/** What is done already, not wanted, for later, or done by themselves asks for nothing; nor does what gives a reason. */
const UNASKED = [
  /\b(?:sudah|telah|sdh|udah|udh|already|has been|have been|was|were)\b(?! (?:tidak|ga|gak|nggak|tdk|habis|hangus|kedaluwarsa|expired|lupa|waktunya|saatnya|mau|hampir)\b)/i,
  /^(?!.{0,200}\b(?:mohon|minta|tolong|perlu|butuh|please)\b).{0,300}\b(?:terlampir|dilampirkan|lampirkan|disertakan|attached|enclosed)\b/i,
  /\b(?:selesai|beres|terpisah|tersendiri|menyusul)\b/i,
  /\b(?:tidak|tdk|tak|gak|ga|nggak|bukan|jangan|not|without|tanpa)\s+(?:(?:kami|saya|ikut|perlu|usah|pernah|ada|lagi|akan|to|be)\s+){0,2}(?:di\p{L}{4,}|minta|meminta|mohon|termasuk|ikut|perlu|memerlukan|butuh|pembuatan|permintaan|permohonan|requesting|asking)/iu,
  /\b(?:kami|saya|akan)\b[^.,;\n]{0,40}\b(?:sendiri|mandiri)\b/i,
  /^\W*(?:apabila|jika|bila|kalau sudah|bilamana|karena|sebab|setelah|sesudah|supaya|agar|if|once|because|sehubungan|dalam rangka|berdasarkan|menindaklanjuti|rencana|jenis|keterangan|keperluan|tujuan|contoh|note|catatan)\b/i,
];

export function isUnasked(clause: string): boolean {
  return UNASKED.some((pattern) => pattern.test(clause));
}

/** At least two sides that ask for different things, in their order; none where the text is one wish. */
export function proseWishes(text: string, reader: Reader, most = MAX_WISHES): readonly Side[] {
  const best = bestPair(text, reader);
  if (best === null || most <= 2) return best ?? [];
  return best.flatMap((side): readonly Side[] => {
    const within = proseWishes(side.text, reader, most - 1);
    return within.length > 1 ? within : [side];
  });
}

function bestPair(text: string, reader: Reader): readonly [Side, Side] | null {
  const both = BOTH.test(text);
  const lefts = beginningsBetween(text, both, reader.rulebook);
  let best: readonly [Side, Side] | null = null;
  for (const at of lefts) {
    const left = sideOf(text.slice(0, at), reader, both);
    if (left === null) continue;
    const after = withoutJoint(text.slice(at));
    const right = sideOf(after, reader, both || ALSO.test(after));
    if (right === null || !areTwo(left, right)) continue;
    if (best === null || leastOf([left, right]) > leastOf(best)) best = [left, right];
  }
  return best;
}

/** Places with a word that asks, tells a fault or wonders on either side; of several between two such words the last and those behind a full stop. */
function beginningsBetween(text: string, both: boolean, rulebook: Rulebook): readonly number[] {
  const beginnings = clauseBeginnings(text);
  if (both || beginnings.length === 0) return beginnings.slice(0, MAX_BOUNDARIES);
  const places = saidPlaces(text, rulebook);
  const found = beginnings.filter((at, index) => {
    const next = places.find((place) => place >= at);
    const isLast = next !== undefined && !(beginnings[index + 1] !== undefined && (beginnings[index + 1] ?? 0) <= next);
    const isAlso = next === undefined && ALSO.test(withoutJoint(text.slice(at)));
    return (
      (places[0] ?? at) < at && (isAlso || (next !== undefined && (isLast || /[.!?;\n]/.test(text.charAt(at - 1)))))
    );
  });
  return found.slice(0, MAX_BOUNDARIES);
}

/** Where its words of request, faults and questions stand, in their order. */
function saidPlaces(text: string, rulebook: Rulebook): readonly number[] {
  const { words, kinds } = readText(text, rulebook);
  const { met, hits } = kinds();
  const said = met.filter(({ owner, rule }) => SAYING.has(owner) && rule.weight >= ASKING);
  const firsts = said.flatMap(({ rule }) => (rule.all[0] ?? []).flatMap((phrase) => hits.get(phrase) ?? []));
  return firsts.map(({ first }) => words.words[first]?.start ?? 0).toSorted((one, other) => one - other);
}

const SAYING: ReadonlySet<unknown> = new Set(['request', 'incident', 'question']);

function leastOf([left, right]: readonly [Side, Side]): number {
  return Math.min(left.certainty, right.certainty);
}

function areTwo(left: Side, right: Side): boolean {
  if (left.kind === 'request' && right.kind === 'request') {
    if (left.key === right.key) return false;
    return left.about !== right.about || (isPlain(left) && isPlain(right));
  }
  const [wish, other] = left.kind === 'request' ? [left, right] : [right, left];
  if (wish.kind !== 'request' || FOLLOWS.test(right.text)) return false;
  return other.about !== null && other.about !== wish.about;
}

function isPlain({ asks, classification: { strength, confidence } }: Side): boolean {
  return asks >= OF_ONE_SERVICE.asks && strength >= OF_ONE_SERVICE.strength && confidence >= OF_ONE_SERVICE.share;
}

/** @param asked whether it needs no word of request of its own */
function sideOf(text: string, reader: Reader, asked: boolean): Side | null {
  const read = readText(text, reader.rulebook);
  const isOther = read.kinds().met.some(({ owner }) => owner === 'incident' || owner === 'question');
  if (!asked && !isOther && !isAsked(read)) return null;
  const whole = judged(text, read, reader);
  if (whole === null || whole.kind !== 'request' || asked) return whole;
  const asking = sentencesOf(text).filter(
    (sentence) => !CONDITION.test(sentence) && isAsked(readText(sentence, reader.rulebook)),
  );
  if (asking.length === 0) return null;
  const core = asking.join(' ');
  if (core.trim() === text.trim()) return whole;
  const alone = judged(core, readText(core, reader.rulebook), reader);
  return alone?.key === whole.key ? { ...whole, certainty: Math.min(whole.certainty, alone.certainty) } : null;
}

function judged(text: string, read: ReadText, { rulebook, keyOf }: Reader): Side | null {
  if (read.words.words.length < LEAST_WORDS) return null;
  const classification = classifyWeighed(weighText(read, rulebook), rulebook);
  const { kind, confidence, scores } = kindOf(read, classification, rulebook, 0);
  const side = { text, read, classification, asks: scores.request };
  if (kind === 'incident' || kind === 'question') {
    if (scores[kind] < LEAST.othersPoints || confidence < LEAST.othersKind) return null;
    return { ...side, kind, key: kind, about: classification.about(), certainty: confidence };
  }
  const key = keyOf(read, classification);
  if (kind !== 'request' || key === null) return null;
  if (confidence < LEAST.kind || classification.confidence < LEAST.request) return null;
  return { ...side, kind, key, about: classification.service, certainty: classification.confidence };
}

/** Whether a word of request stands in a clause that is asked for. */
function isAsked(read: ReadText): boolean {
  const { met, hits } = read.kinds();
  const { words, text } = read.words;
  const asking = met.filter(({ owner, rule }) => owner === 'request' && rule.weight >= ASKING && rule.all.length === 1);
  const places = asking.flatMap(({ rule }) => rule.all.flat()).flatMap((phrase) => hits.get(phrase) ?? []);
  return places.some(({ first }) => {
    const clause = words.filter((word) => word.clause === words[first]?.clause);
    return !isUnasked(text.slice(clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0));
  });
}
