/**
 * Which service and variant a text asks for. The words of the rule files and the likeness to their sentences become one confidence:
 * the share of an option among all, with "none of these" as a rival. Below the rulebook's threshold the variant stays open.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { withoutDenied } from '../model/denied.ts';
import type { Likeness } from '../model/learn.ts';
import { readText, type ReadText } from './read-text.ts';
import { askedNow } from './now.ts';
import { once } from '../words/once.ts';
import type { Candidate, Evidence } from '../reading.ts';
import { likenessIn, scoresOf, weigh, type Emphasis, type Scored, type Scores, type Weights } from './scores.ts';

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
  readonly about: () => string | null;
  /** What the text is like, what it denies included: which kind of mail, and whether it asks for something. */
  readonly told: () => Pick<Likeness, 'ofKind' | 'asks'>;
  /** Log odds of variants (those that differ in number only are one) and of "none of these" (an empty name), up to a constant. */
  readonly odds: () => ReadonlyMap<string, number>;
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
/** What a point of rule weight, a point of likeness, and "none of these" count; fitted on sentences that were left out of learning. */
export const MIX = { rule: 0.13, likeness: 1, none: -1.5 };
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

export function classifyWeighed(
  { read, said, emphasis, affirmed: all, weights }: Weighed,
  rulebook: Rulebook,
): Classification {
  const likeness = likenessIn(said, all, rulebook);
  const scores = scoresOf(weights, likeness, rulebook);
  const ranked = withProbability(scores).toSorted((a, b) => b.probability - a.probability);
  const { evidence, ...concluded } = conclude(ranked, scores, rulebook.settings.confidenceThreshold);
  return {
    ...concluded,
    get evidence() {
      return evidence();
    },
    about: () => aboutOf(scores, rulebook),
    odds: once(() => oddsOf(scores)),
    told: () => (said === read ? likeness : likenessIn(read, { ...emphasis, now: null }, rulebook)),
  };
}

function affirmed(read: ReadText, rulebook: Rulebook): ReadText {
  const text = withoutDenied(read.text);
  return text === read.text ? read : readText(text, rulebook);
}

/** The variant a text is sorted under, null where it is unsure: for trying the examples of the rule files. */
export function classifyText(text: string, rulebook: Rulebook): string | null {
  return classify(readText(text, rulebook), rulebook).variant;
}

type Ranked = Pick<Scored, 'option' | 'ruled'> & { readonly probability: number };

/** Shares of all scores, "none of these" among them. */
function withProbability({ options, notOurs }: Scores): readonly Ranked[] {
  const logits = options.map(({ score, likeness }) => MIX.rule * score + MIX.likeness * likeness);
  const none = MIX.none + MIX.likeness * notOurs;
  const top = logits.reduce((most, logit) => Math.max(most, logit), none);
  const odds = logits.map((logit) => Math.exp(logit - top));
  const sum = odds.reduce((total, value) => total + value, Math.exp(none - top));
  return options.map(({ option, ruled }, index) => ({ option, ruled, probability: (odds[index] ?? 0) / sum }));
}

function oddsOf({ options, notOurs }: Scores): ReadonlyMap<string, number> {
  const odds = new Map<string, number>();
  for (const { key, score, likeness } of options) odds.set(key, MIX.rule * score + MIX.likeness * likeness);
  return odds.set('', MIX.none + MIX.likeness * notOurs);
}

type Concluded = Omit<Classification, 'about' | 'told' | 'odds' | 'evidence'> & {
  readonly evidence: () => readonly Evidence[];
};

function conclude(ranked: readonly Ranked[], { isSaid, evidenceFor }: Scores, threshold: number): Concluded {
  const best = ranked[0];
  if (!best) return NOTHING;
  const { service, variant } = best.option;
  const ofService = ranked
    .filter((one) => one.option.service.code === service.code)
    .reduce((total, one) => total + one.probability, 0);
  const least = best.ruled > 0 ? threshold : Math.max(threshold, UNWORDED);
  const sure = best.probability >= least && variant !== null && (isSaid(best.option) || isWide(ranked));
  return {
    service: ofService >= Math.min(threshold, SERVICE_SHARE) ? service.code : null,
    variant: sure ? variant.slug : null,
    confidence: round(best.probability),
    alternatives: ranked
      .slice(sure ? 1 : 0)
      .filter((one) => one.probability >= 0.005)
      .slice(0, MAX_ALTERNATIVES)
      .map(toCandidate),
    evidence: () => evidenceFor(best.option),
    strength: best.ruled,
    described: variant !== null,
  };
}

/** Share that a variant needs of which no word of its own stands in the text: a vague mail is like a little of everything. */
const UNWORDED = 0.8;

/** Likeness alone, without one word of the rules, is ground enough only among many services: among few everything is like one of them. */
const MANY_SERVICES = 5;

function isWide(ranked: readonly Ranked[]): boolean {
  return new Set(ranked.map((one) => one.option.service.code)).size >= MANY_SERVICES;
}

const NOTHING: Concluded = {
  service: null,
  variant: null,
  confidence: 0,
  alternatives: [],
  evidence: () => [],
  strength: 0,
  described: false,
};

/** The service with the largest share of likeness, its rules helping. */
function aboutOf({ options, likeness }: Scores, rulebook: Rulebook): string | null {
  const scores = new Map<string, number>();
  for (const { option, score } of options) {
    const { code } = option.service;
    if (score > (scores.get(code) ?? 0)) scores.set(code, score);
  }
  const logits = rulebook.services.map(({ code }) => ({
    code,
    logit: MIX.rule * (scores.get(code) ?? 0) + likeness.ofService(code),
  }));
  const odds = logits.map(({ logit }) => Math.exp(logit));
  const sum = odds.reduce((total, value) => total + value, Math.exp(likeness.notOurs) + ABOUT_NONE);
  const best = logits.toSorted((a, b) => b.logit - a.logit)[0];
  return best && Math.exp(best.logit) / sum >= ABOUT_LEAST ? best.code : null;
}

const ABOUT_NONE = 0.1;

function toCandidate(one: Ranked): Candidate {
  return {
    service: one.option.service.code,
    variant: one.option.variant?.slug ?? null,
    confidence: round(one.probability),
  };
}

function round(probability: number): number {
  return Math.round(probability * 100) / 100;
}
