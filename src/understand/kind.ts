/**
 * What sort of mail it is. The words of `rules/kinds.yaml` give each kind a score; context corrects them: a clear wish of the catalogue
 * makes a request even where something "tidak bisa", a question that names no deed stays a question.
 */
import type { KindWords, Rulebook } from '../rulebook/rulebook.ts';
import type { Classification } from './classify.ts';
import type { ReadText } from './lexicon.ts';
import type { Words } from './normalise.ts';
import type { Evidence, Kind } from './reading.ts';
import { firedRules } from './words.ts';

export interface KindReading {
  readonly kind: Kind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly scores: Readonly<Record<keyof KindWords, number>>;
}

/** In the order in which a tie is decided. */
const KINDS = ['status', 'incident', 'request', 'complaint', 'question'] as const;
const DECISIVE = 6;
/** Below this no kind is believed. */
const MIN_SCORE = 2;
/** What the sentences of the rule files say, in points of rule weight; one kind's likeness alone cannot silence words. */
const LIKENESS_WEIGHT = 1.8;
const LEAST_LIKENESS = -6;
const ASKS_WEIGHT = 0.5;
/** Likeness from which a kind is believed without any of its words. */
const BELIEVED = Math.log(0.5);
const ENQUIRY =
  /\b(?:(?:apa(?:kah)?|berapa|bagaimana|gimana|siapa|kapan|di ?mana|ke ?mana|bolehkah|bisakah|how|what|which|who|when|where|can i|do i|is it|may i)\b[^.?\n]{0,200}\?|tanya|nanya|bertanya|menanyakan|mohon (?:info|informasi|penjelasan|pencerahan))/i;

/** A wish in the form of a question: "bisa … ga?", "boleh …?". */
const POLITE = /\b(?:bisa|boleh|bisakah|bolehkah|can you|could you|mungkin bisa)\b[^.?\n]{0,120}\?/i;

export function kindOf(
  { words, kindHits }: ReadText,
  classification: Classification,
  rulebook: Rulebook,
  ticketsNamed: number,
): KindReading {
  const fired = (name: keyof KindWords): readonly Evidence[] => firedRules(rulebook.kinds[name], kindHits, words);
  const evidence = {
    request: fired('request'),
    incident: fired('incident'),
    complaint: fired('complaint'),
    question: fired('question'),
    status: fired('status'),
    irrelevant: fired('irrelevant'),
  };
  const base = scoresOf(evidence);
  const many = rulebook.kinds.irrelevant.flatMap((rule) => rule.all.flat()).filter((phrase) => kindHits.has(phrase));
  const crowd = base.irrelevant > 0 ? Math.max(0, many.length - 1) : 0;
  const scores = withContext({ ...base, irrelevant: base.irrelevant + crowd }, words, classification, ticketsNamed);
  const learnt = (kind: (typeof KINDS)[number]): number =>
    LIKENESS_WEIGHT * Math.max(LEAST_LIKENESS, classification.kindLikeness(kind)) +
    (kind === 'request' ? ASKS_WEIGHT * classification.asks : 0);
  const total = (kind: (typeof KINDS)[number]): number => scores[kind] + learnt(kind);
  const ranked = KINDS.toSorted((a, b) => total(b) - total(a));
  const [best, second] = ranked;
  if (
    best === undefined ||
    second === undefined ||
    (scores[best] < MIN_SCORE && classification.kindLikeness(best) < BELIEVED)
  ) {
    return { kind: 'other', confidence: 0.5, evidence: [], scores };
  }
  const confidence = 1 / (1 + Math.exp(-(total(best) - total(second)) / 2));
  return { kind: best, confidence: Math.round(confidence * 100) / 100, evidence: evidence[best], scores };
}

type Scores = Record<keyof KindWords, number>;

function scoresOf(evidence: Readonly<Record<keyof KindWords, readonly Evidence[]>>): Scores {
  const sum = (list: readonly Evidence[]): number =>
    list
      .map((one) => one.weight)
      .toSorted((a, b) => b - a)
      .reduce((total, weight, index) => total + weight * 0.6 ** index, 0);
  return {
    request: sum(evidence.request),
    incident: sum(evidence.incident),
    complaint: sum(evidence.complaint),
    question: sum(evidence.question),
    status: sum(evidence.status),
    irrelevant: sum(evidence.irrelevant),
  };
}

function withContext(scores: Scores, words: Words, classification: Classification, ticketsNamed: number): Scores {
  const strength = classification.described ? classification.strength : 0;
  const wanted = strength >= DECISIVE ? 3 : strength >= 4 ? 1.5 : 0;
  const asks = ENQUIRY.test(words.text) ? 2 : 0;
  return {
    ...scores,
    request: scores.request + wanted + (classification.strength >= 4 && POLITE.test(words.text) ? 2.5 : 0),
    question: scores.question + (words.text.includes('?') ? asks + 1 : 0),
    status: scores.status + (scores.status > 0 && ticketsNamed > 0 ? 3 : 0),
  };
}
