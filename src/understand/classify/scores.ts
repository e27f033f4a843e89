/**
 * What speaks for each option: the words of its rules, and the likeness to the sentences of the rule files. The subject counts again,
 * the sentences that ask count more than the story around them.
 */
import type { OldCode, Rulebook, Variant } from '../../rulebook/rulebook.ts';
import { likenessOf, type Likeness } from '../model/learn.ts';
import { doubles, ordinals } from '../model/numbers.ts';
import { lexiconOf, UNDESCRIBED, type Option } from './lexicon.ts';
import type { ReadText } from './read-text.ts';
import { citedCodes } from './old-codes.ts';
import type { Evidence } from '../reading.ts';

/** What speaks for each group of options. */
export interface Scores {
  /** By group the option that speaks for it. */
  readonly best: Int32Array;
  /** By group, and at the end of "none of these": its log odds, up to a constant. */
  readonly odds: Float64Array;
  readonly likeness: Likeness;
  readonly weights: Weights;
}

/** What a point of rule weight, a point of likeness, and "none of these" count; fitted on sentences that were left out of learning. */
export const MIX = { rule: 0.13, likeness: 1, none: -1.5 };

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
  const { members, classes } = lexiconOf(rulebook).groups;
  const best = ordinals(members.length);
  const odds = doubles(members.length + 1);
  for (let group = 0; group < best.length; group += 1) {
    const at = bestOf(members[group] ?? [], weights.score);
    const learnt = classes[group] ?? UNDESCRIBED;
    best[group] = at;
    odds[group] =
      MIX.rule * (weights.score[at] ?? 0) +
      MIX.likeness * (learnt === UNDESCRIBED ? UNDESCRIBED_LIKENESS : likeness.ofClass(learnt));
  }
  odds[best.length] = MIX.none + MIX.likeness * likeness.notOurs;
  return { best, odds, likeness, weights };
}

/** Of variants that differ in number only (individu, kolektif) the better one speaks for both here; the number chooses later. */
function bestOf(group: readonly number[], score: Float64Array): number {
  let best = group[0] ?? 0;
  for (const at of group) if ((score[at] ?? 0) > (score[best] ?? 0)) best = at;
  return best;
}

export function likenessIn(
  read: ReadText,
  { subject, now }: Pick<Emphasis, 'subject' | 'now'>,
  rulebook: Rulebook,
): Likeness {
  return likenessOf(lexiconOf(rulebook).learnt, {
    text: read.seen,
    heading: subject?.seen ?? null,
    now: now?.seen ?? null,
  });
}

function ruleScores(read: ReadText, rulebook: Rulebook): Weights {
  const { options, optionsOf } = lexiconOf(rulebook);
  const found = read.services;
  const { points } = found;
  const cited = citedCodes(read.text, rulebook);
  const pointsOf = ({ variant }: Option): readonly number[] => {
    const said = (variant && points.get(variant)) ?? NO_POINTS;
    return variant && cited.length > 0 ? [...said, ...citing(cited, variant).map(({ weight }) => weight)] : said;
  };
  const evidenceFor = ({ service, variant }: Option): readonly Evidence[] => {
    const said = variant ? [...found.firedOf(variant), ...citing(cited, variant)] : [];
    return [...said, ...found.firedOf(service)];
  };
  const score = doubles(options.length);
  const ruled = doubles(options.length);
  const sumUp = (at: number): void => {
    const option = options[at];
    if (!option) return;
    const shared = sumOf(points.get(option.service) ?? NO_POINTS);
    const own = option.variant ? sumOf(pointsOf(option)) : shared;
    ruled[at] = own;
    score[at] = own + (option.variant ? SERVICE_WEIGHT * shared : own > 0 ? UNDESCRIBED_BONUS : 0);
  };
  // Of options for which nothing speaks there is nothing to sum up.
  for (const owner of points.keys()) for (const at of optionsOf.get(owner) ?? NO_POINTS) sumUp(at);
  for (const { successor } of cited)
    for (let at = 0; at < options.length; at += 1) if (options[at]?.variant?.slug === successor) sumUp(at);
  const isSaid = (option: Option): boolean => pointsOf(option).length > 0 || points.has(option.service);
  return { score, ruled, isSaid, evidenceFor };
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
const CITED_WEIGHT = 100;

function citing(cited: readonly OldCode[], variant: Variant): readonly Evidence[] {
  return cited
    .filter(({ successor }) => successor === variant.slug)
    .map(({ code }) => ({ rule: `${variant.slug}#kode-${code}`, words: code, weight: CITED_WEIGHT }));
}
