/**
 * What sort of mail it is. The words of `rules/kinds.yaml` give each kind a score; context corrects them: a clear wish of the catalogue
 * makes a request even where something "tidak bisa", a question that names no deed stays a question. The likeness to the sentences of
 * the rule files, where they have some of every kind, says more than the words; together they become one share for each kind.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Classification } from './classify.ts';
import { KIND_CLASSES, type KindClass } from '../model/learn.ts';
import { isPlainEnquiry } from './plain-enquiry.ts';
import type { ReadText } from './read-text.ts';
import type { Hits } from '../words/phrases.ts';
import type { Evidence, Kind } from '../reading.ts';

export interface KindReading {
  readonly kind: Kind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly scores: Readonly<Record<KindClass, number>>;
  /** Probability that the mail asks nothing of a service desk. */
  readonly irrelevance: number;
  /** Of each kind the logarithm of its share among all. */
  odds(kind: KindClass): number;
}

const DECISIVE = 6;
/** Below this no kind is believed by its words. */
const MIN_SCORE = 2;
/** From this share on it is believed without them. */
const WORDLESS = 0.4;
/** Shares from which a mail is taken to ask nothing of us, where no variant and where one is plain. */
const BELIEVED = 0.5;
export const CERTAIN = 0.9;
/**
 * What a point of rule weight, the likeness to the sentences of the rule files and the odds that the text asks at all count, and to what
 * the kinds lean that have few sentences; fitted on sentences that were left out of learning.
 */
const MIX = { words: 0.16, likeness: 0.92, asks: 0.4 };
const LEAN: Readonly<Record<KindClass, number>> = {
  request: 0,
  incident: 0.6,
  complaint: 0.5,
  question: -0.1,
  status: 0.65,
  irrelevant: 0.8,
};
/** A point of words where they are all there is. */
const WORDS_ALONE = 0.6;
const LEAST_LIKENESS = -8;
const MOST_ODDS = 4;
const ENQUIRY =
  /\b(?:apa(?:kah)?|berapa|bagaimana|gimana|siapa|kapan|di ?mana|ke ?mana|bolehkah|bisakah|how|what|which|who|when|where|can i|do i|is it|may i)\b[^.?\n]{0,200}\?/i;
const WANTS_TO_KNOW = /\b(?:tanya|nanya|bertanya|menanyakan|mohon (?:info|informasi|penjelasan|pencerahan))/i;

/** A wish in the form of a question: "bisa … ga?", "boleh …?". */
const POLITE = /\b(?:bisa|boleh|bisakah|bolehkah|can you|could you|mungkin bisa)\b[^.?\n]{0,120}\?/i;

/** Points of a wish that only wants to know; a word of a rule has up to six. */
const PLAIN_ENQUIRY = 20;

/** Of a wish as it stands in the end. Where a mail is parted, a deed that is named goes on parting it whatever is asked about it. */
export function kindOfWish(
  read: ReadText,
  classification: Classification,
  rulebook: Rulebook,
  ticketsNamed: number,
): KindReading {
  const kind = kindOf(read, classification, rulebook, ticketsNamed);
  if (kind.kind !== 'request' || !isPlainEnquiry(read)) return kind;
  const scores = { ...kind.scores, question: kind.scores.question + PLAIN_ENQUIRY };
  return kindRead(scores, classification, read.kinds);
}

export function kindOf(
  { text, kinds }: ReadText,
  classification: Classification,
  rulebook: Rulebook,
  ticketsNamed: number,
): KindReading {
  const found = kinds;
  const base = scoresOf(found.points);
  const crowd = base.irrelevant > 0 ? crowdOf(rulebook, found.hits) : 0;
  const scores = withContext({ ...base, irrelevant: base.irrelevant + crowd }, text, classification, ticketsNamed);
  return kindRead(scores, classification, found);
}

function kindRead(scores: Scores, classification: Classification, found: ReadText['kinds']): KindReading {
  const least = classification.variant === null ? BELIEVED : CERTAIN;
  return new KindRead(scores, sharesOf(scores, classification), least, found);
}

/** A class, as a literal with a getter of its own is made anew from the ground each time. */
class KindRead implements KindReading {
  readonly kind: Kind;
  readonly confidence: number;
  readonly scores: Scores;
  readonly irrelevance: number;
  private readonly shares: readonly number[];
  private readonly found: ReadText['kinds'];

  /** @param least share from which it asks nothing of us */
  constructor(scores: Scores, shares: readonly number[], least: number, found: ReadText['kinds']) {
    this.scores = scores;
    this.shares = shares;
    this.found = found;
    this.irrelevance = shares[KIND_CLASSES.indexOf('irrelevant')] ?? 0;
    const best = bestOf(shares, this.irrelevance >= least);
    const kind = KIND_CLASSES[best] ?? 'irrelevant';
    const share = shares[best] ?? 0;
    const isOther = kind === 'irrelevant' || (scores[kind] < MIN_SCORE && share < WORDLESS);
    this.kind = isOther ? 'other' : kind;
    this.confidence = isOther ? 0.5 : rounded(share);
  }

  get evidence(): readonly Evidence[] {
    return this.kind === 'other' ? [] : this.found.firedOf(this.kind);
  }

  odds(kind: KindClass): number {
    return Math.log(this.shares[KIND_CLASSES.indexOf(kind)] ?? 0);
  }
}

/** Ordinal of the kind of the greatest share. */
function bestOf(shares: readonly number[], mayBeIrrelevant: boolean): number {
  let best = -1;
  for (let at = 0; at < shares.length; at += 1)
    if ((mayBeIrrelevant || KIND_CLASSES[at] !== 'irrelevant') && (shares[at] ?? 0) > (shares[best] ?? -1)) best = at;
  return best;
}

/** Words of advertisement beyond the first. */
function crowdOf({ kinds }: Rulebook, hits: Hits): number {
  const many = kinds.irrelevant.flatMap((rule) => rule.all.flat()).filter((phrase) => hits.has(phrase));
  return Math.max(0, many.length - 1);
}

/** Of each kind its share among all. */
function sharesOf(scores: Scores, classification: Classification): readonly number[] {
  const { ofKind, asks } = classification.told();
  const shares = KIND_CLASSES.map((kind) => {
    if (ofKind === null) return WORDS_ALONE * scores[kind];
    const odds = kind === 'request' ? MIX.asks * Math.min(MOST_ODDS, Math.max(-MOST_ODDS, asks)) : 0;
    return MIX.words * scores[kind] + LEAN[kind] + odds + MIX.likeness * Math.max(LEAST_LIKENESS, ofKind(kind));
  });
  let top = -Infinity;
  for (const logit of shares) top = Math.max(top, logit);
  let sum = 0;
  for (let at = 0; at < shares.length; at += 1) sum += shares[at] = Math.exp((shares[at] ?? 0) - top);
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / sum;
  return shares;
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

type Scores = Record<KindClass, number>;

function scoresOf(points: ReadText['kinds']['points']): Scores {
  const sum = (kind: KindClass): number => {
    const its = points.get(kind) ?? NO_POINTS;
    if (its.length < 2) return its[0] ?? 0;
    return its.toSorted((a, b) => b - a).reduce((total, weight, index) => total + weight * 0.6 ** index, 0);
  };
  return {
    request: sum('request'),
    incident: sum('incident'),
    complaint: sum('complaint'),
    question: sum('question'),
    status: sum('status'),
    irrelevant: sum('irrelevant'),
  };
}

const NO_POINTS: readonly number[] = [];

function withContext(scores: Scores, text: string, classification: Classification, ticketsNamed: number): Scores {
  const strength = classification.described ? classification.strength : 0;
  const isMarked = text.includes('?');
  const asks = (isMarked && ENQUIRY.test(text)) || WANTS_TO_KNOW.test(text) ? 2 : 0;
  // "Uji beban biasanya berapa lama?" names a service and asks about it: without a word of wish it is none.
  const wondered = asks > 0 && scores.request === 0;
  const wanted = wondered ? 0 : strength >= DECISIVE ? 3 : strength >= 4 ? 1.5 : 0;
  return {
    ...scores,
    request: scores.request + wanted + (isMarked && classification.strength >= 4 && POLITE.test(text) ? 2.5 : 0),
    question: scores.question + (isMarked ? asks + 1 : 0),
    status: scores.status + (scores.status > 0 && ticketsNamed > 0 ? 3 : 0),
  };
}
