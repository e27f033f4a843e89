/**
 * What speaks for each option: the words of its rules, and the likeness to the sentences of the rule files. The subject counts again,
 * the sentences that ask count more than the story around them.
 */
import type { OldCode, Rulebook, Service, Variant } from '../../rulebook/rulebook.ts';
import { likenessOf, type Likeness } from '../model/learn.ts';
import { lexiconOf, type Option } from './lexicon.ts';
import type { ReadText } from './read-text.ts';
import { citedCodes } from './old-codes.ts';
import type { Evidence } from '../reading.ts';
import { firedByOwner } from './rule-index.ts';

export interface Scored {
  readonly option: Option;
  /** The same for options that differ in number only. */
  readonly key: string;
  /** By rules of the option and, for half, of its service. */
  readonly score: number;
  /** By the rules of the variant (or of a service without variants) alone. */
  readonly ruled: number;
  /** Logarithm of the probability by likeness alone. */
  readonly likeness: number;
}

export interface Scores {
  readonly options: readonly Scored[];
  /** Likeness to requests that are not ours. */
  readonly notOurs: number;
  readonly likeness: Likeness;
  readonly isSaid: (option: Option) => boolean;
  readonly evidenceFor: (option: Option) => readonly Evidence[];
}

/** What the rules say for each option, in the order of the lexicon. */
export interface Weights {
  readonly score: Float64Array;
  readonly ruled: Float64Array;
  /** Whether there is any evidence for it. */
  readonly isSaid: (option: Option) => boolean;
  readonly evidenceFor: (option: Option) => readonly Evidence[];
}

export interface Emphasis {
  /** The subject alone: what the sender himself calls it. */
  readonly subject: ReadText | null;
  /** The sentences that ask, where the mail says much more than that. */
  readonly focus: ReadText | null;
  /** The text without what it says is done already, where it says so. */
  readonly now: ReadText | null;
}

const SERVICE_WEIGHT = 0.5;
const SUBJECT_WEIGHT = 0.35;
/** Share of the sentences that ask, in the score by rules of a mail that tells a long story; the rest is that of the whole text. */
const FOCUS_SHARE = 0.6;
/** Share of what is asked now, in the score by rules of a mail that also tells what is done. */
const NOW_SHARE = 0.6;
/** A service without variants has only the words of its subject to speak for it. */
const UNDESCRIBED_BONUS = 2;

/** By the words of the rules alone; what the subject says counts again. */
export function weigh(read: ReadText, rulebook: Rulebook, { subject, focus, now }: Emphasis): Weights {
  const weights = ruleScores(read, rulebook);
  const { score, ruled } = weights;
  const blend = (part: Weights, share: number): void => {
    for (let at = 0; at < score.length; at += 1) {
      score[at] = mix(score[at] ?? 0, part.score[at] ?? 0, share);
      ruled[at] = mix(ruled[at] ?? 0, part.ruled[at] ?? 0, share);
    }
  };
  if (now !== null) blend(ruleScores(now, rulebook), NOW_SHARE);
  if (focus !== null) blend(ruleScores(focus, rulebook), FOCUS_SHARE);
  if (subject !== null) {
    const again = ruleScores(subject, rulebook).score;
    for (let at = 0; at < score.length; at += 1) score[at] = (score[at] ?? 0) + SUBJECT_WEIGHT * (again[at] ?? 0);
  }
  return weights;
}

export function scoresOf(weights: Weights, likeness: Likeness, rulebook: Rulebook): Scores {
  const { options, keys, twins } = lexiconOf(rulebook);
  const scored: Scored[] = [];
  for (const group of twins) {
    const at = bestOf(group, weights.score);
    const option = options[at];
    if (!option) continue;
    scored.push({
      option,
      key: keys[at] ?? '',
      score: weights.score[at] ?? 0,
      ruled: weights.ruled[at] ?? 0,
      likeness: option.variant ? likeness.ofVariant(option.variant) : UNDESCRIBED_LIKENESS,
    });
  }
  return {
    options: scored,
    notOurs: likeness.notOurs,
    likeness,
    isSaid: weights.isSaid,
    evidenceFor: weights.evidenceFor,
  };
}

/** Of variants that differ in number only (individu, kolektif) the better one speaks for both here; the number chooses later. */
function bestOf(group: readonly number[], score: Float64Array): number {
  return group.reduce((best, at) => ((score[at] ?? 0) > (score[best] ?? 0) ? at : best), group[0] ?? 0);
}

export function likenessIn(
  read: ReadText,
  { subject, now }: Pick<Emphasis, 'subject' | 'now'>,
  rulebook: Rulebook,
): Likeness {
  const { learnt, concepts } = lexiconOf(rulebook);
  return likenessOf(learnt, concepts, {
    text: read.seen,
    heading: subject?.seen ?? null,
    now: now?.seen ?? null,
  });
}

function ruleScores(read: ReadText, rulebook: Rulebook): Weights {
  const { options } = lexiconOf(rulebook);
  const found = read.services();
  const points = found.points();
  const cited = citedCodes(read.text, rulebook);
  const pointsOf = ({ variant }: Option): readonly number[] => {
    const said = (variant && points.get(variant)) ?? NO_POINTS;
    return variant && cited.length > 0 ? [...said, ...citing(cited, variant).map(({ weight }) => weight)] : said;
  };
  const evidenceFor = ({ service, variant }: Option): readonly Evidence[] => {
    const fired = firedByOwner(found);
    const said = (variant && fired.get(variant)) ?? [];
    return [...said, ...(variant ? citing(cited, variant) : []), ...(fired.get(service) ?? [])];
  };
  const score = new Float64Array(options.length);
  const ruled = new Float64Array(options.length);
  for (const at of spokenFor(points.keys(), cited, rulebook)) {
    const option = options[at];
    if (!option) continue;
    const shared = sumOf(points.get(option.service) ?? NO_POINTS);
    const own = option.variant ? sumOf(pointsOf(option)) : shared;
    ruled[at] = own;
    score[at] = own + (option.variant ? SERVICE_WEIGHT * shared : own > 0 ? UNDESCRIBED_BONUS : 0);
  }
  const isSaid = (option: Option): boolean => pointsOf(option).length > 0 || points.has(option.service);
  return { score, ruled, isSaid, evidenceFor };
}

/** Ordinals of the options for which something speaks; of the others nothing is to be summed up. */
function spokenFor(
  owners: Iterable<Service | Variant>,
  cited: readonly OldCode[],
  rulebook: Rulebook,
): ReadonlySet<number> {
  const { options, optionsOf } = lexiconOf(rulebook);
  const found = new Set<number>();
  for (const owner of owners) for (const at of optionsOf.get(owner) ?? []) found.add(at);
  if (cited.length > 0) {
    const slugs = new Set(cited.map(({ successor }) => successor));
    for (const [at, { variant }] of options.entries()) if (variant && slugs.has(variant.slug)) found.add(at);
  }
  return found;
}

const NO_POINTS: readonly number[] = [];

/** Nothing is learnt of a service that has no variants: as if it were one of many. */
const UNDESCRIBED_LIKENESS = Math.log(0.05);

function mix(one: number, other: number, share: number): number {
  return (1 - share) * one + share * other;
}

/** Each further rule says less that is new. */
function sumOf(points: readonly number[]): number {
  if (points.length < 2) return points[0] ?? 0;
  return points.toSorted((a, b) => b - a).reduce((total, weight, index) => total + weight * 0.5 ** index, 0);
}

/** Citing a code of an older catalogue names the very variant: alone it is enough to be sure. */
const CITED_WEIGHT = 60;

function citing(cited: readonly OldCode[], variant: Variant): readonly Evidence[] {
  return cited
    .filter(({ successor }) => successor === variant.slug)
    .map(({ code }) => ({ rule: `${variant.slug}#kode-${code}`, words: code, weight: CITED_WEIGHT }));
}
