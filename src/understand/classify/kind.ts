/**
 * What sort of mail it is. The words of `rules/kinds.yaml` give each kind a score; context corrects them: a clear wish of the catalogue
 * makes a request even where something "tidak bisa", a question that names no deed stays a question. The likeness to the sentences of
 * the rule files, where they have some of every kind, says more than the words; together they become one share for each kind.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Classification } from './classify.ts';
import { KIND_CLASSES, type KindClass } from '../model/learn.ts';
import type { ReadText } from './read-text.ts';
import type { Hits } from '../words/phrases.ts';
import type { Evidence, Kind } from '../reading.ts';
import { firedByOwner } from './rule-index.ts';

export interface KindReading {
  readonly kind: Kind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly scores: Readonly<Record<KindClass, number>>;
  /** Probability that the mail asks nothing of a service desk. */
  readonly irrelevance: number;
  /** Of each kind the logarithm of its share among all. */
  readonly odds: (kind: KindClass) => number;
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
  /\b(?:(?:apa(?:kah)?|berapa|bagaimana|gimana|siapa|kapan|di ?mana|ke ?mana|bolehkah|bisakah|how|what|which|who|when|where|can i|do i|is it|may i)\b[^.?\n]{0,200}\?|tanya|nanya|bertanya|menanyakan|mohon (?:info|informasi|penjelasan|pencerahan))/i;

/** A wish in the form of a question: "bisa … ga?", "boleh …?". */
const POLITE = /\b(?:bisa|boleh|bisakah|bolehkah|can you|could you|mungkin bisa)\b[^.?\n]{0,120}\?/i;

export function kindOf(
  { text, kinds }: ReadText,
  classification: Classification,
  rulebook: Rulebook,
  ticketsNamed: number,
): KindReading {
  const found = kinds();
  const base = scoresOf(found.points());
  const crowd = base.irrelevant > 0 ? crowdOf(rulebook, found.hits) : 0;
  const scores = withContext({ ...base, irrelevant: base.irrelevant + crowd }, text, classification, ticketsNamed);
  const ranked = shares(scores, classification);
  const odds = (kind: KindClass): number => Math.log(ranked.find((one) => one.kind === kind)?.share ?? 0);
  const irrelevance = ranked.find(({ kind }) => kind === 'irrelevant')?.share ?? 0;
  const least = classification.variant === null ? BELIEVED : CERTAIN;
  const best = ranked.find(({ kind }) => kind !== 'irrelevant' || irrelevance >= least);
  if (best === undefined || best.kind === 'irrelevant' || (scores[best.kind] < MIN_SCORE && best.share < WORDLESS)) {
    return { kind: 'other', confidence: 0.5, evidence: [], scores, irrelevance, odds };
  }
  const { kind } = best;
  return {
    kind,
    confidence: rounded(best.share),
    get evidence() {
      return firedByOwner(found).get(kind) ?? [];
    },
    scores,
    irrelevance,
    odds,
  };
}

/** Words of advertisement beyond the first. */
function crowdOf({ kinds }: Rulebook, hits: Hits): number {
  const many = kinds.irrelevant.flatMap((rule) => rule.all.flat()).filter((phrase) => hits.has(phrase));
  return Math.max(0, many.length - 1);
}

/** Of each kind its share among all, best first. */
function shares(scores: Scores, { told }: Classification): readonly { kind: KindClass; share: number }[] {
  const { ofKind, asks } = told();
  const logits = KIND_CLASSES.map((kind) => {
    if (ofKind === null) return { kind, logit: WORDS_ALONE * scores[kind] };
    const odds = kind === 'request' ? MIX.asks * Math.min(MOST_ODDS, Math.max(-MOST_ODDS, asks)) : 0;
    return {
      kind,
      logit: MIX.words * scores[kind] + LEAN[kind] + odds + MIX.likeness * Math.max(LEAST_LIKENESS, ofKind(kind)),
    };
  }).toSorted((a, b) => b.logit - a.logit);
  const top = logits[0]?.logit ?? 0;
  const sum = logits.reduce((total, { logit }) => total + Math.exp(logit - top), 0);
  return logits.map(({ kind, logit }) => ({ kind, share: Math.exp(logit - top) / sum }));
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

type Scores = Record<KindClass, number>;

function scoresOf(points: ReturnType<ReturnType<ReadText['kinds']>['points']>): Scores {
  const sum = (kind: KindClass): number =>
    (points.get(kind) ?? [])
      .toSorted((a, b) => b - a)
      .reduce((total, weight, index) => total + weight * 0.6 ** index, 0);
  return {
    request: sum('request'),
    incident: sum('incident'),
    complaint: sum('complaint'),
    question: sum('question'),
    status: sum('status'),
    irrelevant: sum('irrelevant'),
  };
}

function withContext(scores: Scores, text: string, classification: Classification, ticketsNamed: number): Scores {
  const strength = classification.described ? classification.strength : 0;
  const asks = ENQUIRY.test(text) ? 2 : 0;
  // "Uji beban biasanya berapa lama?" names a service and asks about it: without a word of wish it is none.
  const wondered = asks > 0 && scores.request === 0;
  const wanted = wondered ? 0 : strength >= DECISIVE ? 3 : strength >= 4 ? 1.5 : 0;
  return {
    ...scores,
    request: scores.request + wanted + (classification.strength >= 4 && POLITE.test(text) ? 2.5 : 0),
    question: scores.question + (text.includes('?') ? asks + 1 : 0),
    status: scores.status + (scores.status > 0 && ticketsNamed > 0 ? 3 : 0),
  };
}
