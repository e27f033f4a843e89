/**
 * Which service and variant a text asks for. The words of the rule files and the likeness to their sentences become one confidence:
 * the share of an option among all, with "none of these" as a rival. Below the rulebook's threshold the variant stays open.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { withoutDenied } from '../model/denied.ts';
import type { Likeness } from '../model/learn.ts';
import { doubles } from '../model/numbers.ts';
import { readText, type ReadText } from './read-text.ts';
import { askedNow } from './now.ts';
import type { Candidate, Evidence } from '../reading.ts';
import { lexiconOf, type Option } from './lexicon.ts';
import { likenessIn, MIX, scoresOf, weigh, type Emphasis, type Scores, type Weights } from './scores.ts';

export interface Classification {
  readonly service: string | null;
  readonly variant: string | null;
  readonly confidence: number;
  /** Best first, without the chosen one. */
  readonly alternatives: readonly Candidate[];
  readonly evidence: readonly Evidence[];
  /** Score of the best option by rules alone: 6 and more is decisive. */
  readonly strength: number;
  /** Whether the best option is a described variant, so that its rules speak of a deed and not of a subject only. */
  readonly described: boolean;
  /** The service that a mail which is no request is about; null where it is about none. */
  about(): string | null;
  /** What the text is like, what it denies included: which kind of mail, and whether it asks for something. */
  told(): Pick<Likeness, 'ofKind' | 'asks'>;
  /** Log odds of variants (those that differ in number only are one) and of "none of these", up to a constant; keys are those of the lexicon. */
  readonly odds: Odds;
}

export interface Odds {
  readonly keys: readonly string[];
  readonly values: Float64Array;
}

/** A text as the rules alone weigh it. */
export interface Weighed {
  readonly read: ReadText;
  /** The text without what it says is not wanted. */
  readonly said: ReadText;
  readonly emphasis: Pick<Emphasis, 'subject' | 'focus'>;
  /** The same without what it says is not wanted. */
  readonly affirmed: Emphasis;
  readonly weights: Weights;
}

/** From this share on the service is named as the best guess, even where the variant stays open. */
const SERVICE_SHARE = 0.35;
const MAX_ALTERNATIVES = 3;
/** Best score of a service, rules and likeness together, from which a mail that is no request is about it. */
const ABOUT_LEAST = 0.3;

const PLAIN: Pick<Emphasis, 'subject' | 'focus'> = { subject: null, focus: null };

export function classify(
  read: ReadText,
  rulebook: Rulebook,
  emphasis: Pick<Emphasis, 'subject' | 'focus'> = PLAIN,
): Classification {
  return classifyWeighed(weighText(read, rulebook, emphasis), rulebook);
}

export function weighText(
  read: ReadText,
  rulebook: Rulebook,
  emphasis: Pick<Emphasis, 'subject' | 'focus'> = PLAIN,
): Weighed {
  const said = affirmed(read, rulebook);
  const all = {
    subject: emphasis.subject && affirmed(emphasis.subject, rulebook),
    focus: emphasis.focus && affirmed(emphasis.focus, rulebook),
    now: askedNow(said, rulebook),
  };
  return { read, said, emphasis, affirmed: all, weights: weigh(said, rulebook, all) };
}

export function classifyWeighed(weighed: Weighed, rulebook: Rulebook): Classification {
  const likeness = likenessIn(weighed.said, weighed.affirmed, rulebook);
  const scores = scoresOf(weighed.weights, likeness, rulebook);
  return new Concluded(weighed, scores, conclude(scores, rulebook), rulebook);
}

function affirmed(read: ReadText, rulebook: Rulebook): ReadText {
  const text = withoutDenied(read.text);
  return text === read.text ? read : readText(text, rulebook);
}

/** The variant a text is sorted under, null where it is unsure: for trying the examples of the rule files. */
export function classifyText(text: string, rulebook: Rulebook): string | null {
  return classify(readText(text, rulebook), rulebook).variant;
}

/** Of each group its share of all odds, "none of these" among them. */
function sharesOf({ odds }: Scores): Float64Array {
  const last = odds.length - 1;
  let top = odds[last] ?? 0;
  for (let group = 0; group < last; group += 1) top = Math.max(top, odds[group] ?? top);
  const shares = doubles(last);
  let sum = Math.exp((odds[last] ?? 0) - top);
  for (let group = 0; group < last; group += 1) sum += shares[group] = Math.exp((odds[group] ?? 0) - top);
  for (let group = 0; group < last; group += 1) shares[group] = (shares[group] ?? 0) / sum;
  return shares;
}

/** The groups of the greatest shares, best first. */
function bestGroups(shares: Float64Array, most: number): readonly number[] {
  const best: number[] = [];
  for (let group = 0; group < shares.length; group += 1) {
    const share = shares[group] ?? 0;
    let at = best.length;
    while (at > 0 && share > (shares[best[at - 1] ?? 0] ?? 0)) at -= 1;
    if (at === most) continue;
    for (let next = Math.min(best.length, most - 1); next > at; next -= 1) best[next] = best[next - 1] ?? 0;
    best[at] = group;
  }
  return best;
}

/** What is decided at once; the rest is put together when it is asked for. */
interface Conclusion extends Pick<Classification, 'service' | 'variant' | 'confidence' | 'strength' | 'described'> {
  readonly option: Option | null;
  readonly alternatives: readonly Candidate[];
}

class Concluded implements Classification {
  readonly service: string | null;
  readonly variant: string | null;
  readonly confidence: number;
  readonly strength: number;
  readonly described: boolean;
  readonly alternatives: readonly Candidate[];
  private readonly option: Option | null;
  private readonly weighed: Weighed;
  private readonly scores: Scores;
  private readonly rulebook: Rulebook;
  private itsService: string | null | undefined = undefined;

  constructor(weighed: Weighed, scores: Scores, conclusion: Conclusion, rulebook: Rulebook) {
    this.service = conclusion.service;
    this.variant = conclusion.variant;
    this.confidence = conclusion.confidence;
    this.strength = conclusion.strength;
    this.described = conclusion.described;
    this.alternatives = conclusion.alternatives;
    this.option = conclusion.option;
    this.weighed = weighed;
    this.scores = scores;
    this.rulebook = rulebook;
  }

  get evidence(): readonly Evidence[] {
    return this.option === null ? [] : this.scores.weights.evidenceFor(this.option);
  }

  get odds(): Odds {
    return { keys: lexiconOf(this.rulebook).groups.keys, values: this.scores.odds };
  }

  about(): string | null {
    if (this.itsService === undefined) this.itsService = aboutOf(this.scores, this.rulebook);
    return this.itsService;
  }

  told(): Pick<Likeness, 'ofKind' | 'asks'> {
    const { said, read, emphasis } = this.weighed;
    return said === read ? this.scores.likeness : likenessIn(read, { ...emphasis, now: null }, this.rulebook);
  }
}

function conclude(scores: Scores, rulebook: Rulebook): Conclusion {
  const { options } = lexiconOf(rulebook);
  const { best, weights } = scores;
  const shares = sharesOf(scores);
  const groups = bestGroups(shares, MAX_ALTERNATIVES + 1);
  const optionOf = (group: number): Option | undefined => options[best[group] ?? -1];
  const [first = -1] = groups;
  const option = optionOf(first);
  if (!option) return NOTHING;
  const { service, variant } = option;
  const [share, ruled] = [shares[first] ?? 0, weights.ruled[best[first] ?? 0] ?? 0];
  const threshold = rulebook.settings.confidenceThreshold;
  const least = ruled > 0 ? threshold : Math.max(threshold, UNWORDED);
  const sure = share >= least && variant !== null && (weights.isSaid(option) || isWide(rulebook));
  const isLikely = (enough: number): boolean => {
    let ofService = share;
    for (let group = 0; group < shares.length && ofService < enough; group += 1)
      if (group !== first && optionOf(group)?.service === service) ofService += shares[group] ?? 0;
    return ofService >= enough;
  };
  return {
    service: isLikely(Math.min(threshold, SERVICE_SHARE)) ? service.code : null,
    variant: sure ? variant.slug : null,
    confidence: round(share),
    strength: ruled,
    described: variant !== null,
    option,
    alternatives: groups
      .slice(sure ? 1 : 0)
      .filter((group) => (shares[group] ?? 0) >= 0.005)
      .slice(0, MAX_ALTERNATIVES)
      .flatMap((group) => toCandidate(optionOf(group), shares[group] ?? 0)),
  };
}

/** Share that a variant needs of which no word of its own stands in the text: a vague mail is like a little of everything. */
const UNWORDED = 0.8;

/** Likeness alone, without one word of the rules, is ground enough only among many services: among few everything is like one of them. */
const MANY_SERVICES = 5;

function isWide({ services }: Rulebook): boolean {
  return new Set(services.map(({ code }) => code)).size >= MANY_SERVICES;
}

const NOTHING: Conclusion = {
  service: null,
  variant: null,
  confidence: 0,
  strength: 0,
  described: false,
  option: null,
  alternatives: [],
};

/** The service with the largest share of likeness, its rules helping. */
function aboutOf({ best, weights, likeness }: Scores, rulebook: Rulebook): string | null {
  const { options } = lexiconOf(rulebook);
  const scores = new Map<string, number>();
  for (const at of best) {
    const score = weights.score[at] ?? 0;
    if (score <= 0) continue;
    const code = options[at]?.service.code ?? '';
    if (score > (scores.get(code) ?? 0)) scores.set(code, score);
  }
  let sum = Math.exp(likeness.notOurs) + ABOUT_NONE;
  let [most, named]: [number, string | null] = [-Infinity, null];
  for (const { code } of rulebook.services) {
    const logit = MIX.rule * (scores.get(code) ?? 0) + likeness.ofService(code);
    sum += Math.exp(logit);
    if (logit > most) [most, named] = [logit, code];
  }
  return Math.exp(most) / sum >= ABOUT_LEAST ? named : null;
}

const ABOUT_NONE = 0.1;

function toCandidate(option: Option | undefined, share: number): readonly Candidate[] {
  if (!option) return [];
  return [{ service: option.service.code, variant: option.variant?.slug ?? null, confidence: round(share) }];
}

function round(probability: number): number {
  return Math.round(probability * 100) / 100;
}
