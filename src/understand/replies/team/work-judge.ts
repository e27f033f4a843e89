/**
 * What each clause of a team's answer tells, by statistics: that the work is done, something harmless beside it, or something still open. Two
 * models of one question each, learnt from the teams' examples of the rule files. No clause of these is marked: of an answer that reports
 * done work none is open, of any other at least one is, and which one it was is found by learning again from what looked so before.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { keptFor } from '../../classify/lexicon.ts';
import { keptModel } from '../../model/kept-model.ts';
import { scoreLinear } from '../../model/linear.ts';
import { learnApartCounted, type Margin, type TaughtCounts } from '../../model/margin.ts';
import type { Model } from '../../model/model-bytes.ts';
import { countedTogether, vectorOf, vectorOfCounts } from '../../model/vocabulary.ts';
import type { FeatureIds } from '../../model/feature-ids.ts';
import type { Counts, Telling } from '../../words/tally.ts';
import { clausesOfWork, type WorkClause } from './work-clauses.ts';

export interface JudgedClause {
  readonly text: string;
  /** That it tells of something open, as odds' logarithm. */
  readonly open: number;
  /** That it reports the work as done, as odds' logarithm. */
  readonly done: number;
}

/** Fewer examples teach nothing. */
const FEWEST_EXAMPLES = 40;
const OF_CLAUSES: Margin = { cost: 0.3, steepness: 2.5 };
const TIMES = 3;
/** Beside a clause that is so much worse, another one was not the open one. */
const NEARLY_WORST = 0.3;
/** Beside a clause that tells it so much more, another one is not what reports the work. */
const NEARLY_BEST = 0.8;
const FAR_FROM_BEST = 0.5;
const ASIDE_WEIGHT = 0.5;
const MOST_ODDS = 6;

interface Judge {
  readonly open: Model;
  readonly done: Model;
}

const learnt = new WeakMap<Rulebook, Judge | null>();

/** @returns null where the rules hold too few examples */
export function judgeWork(
  text: string,
  rulebook: Rulebook,
  plain: (example: string) => string,
): readonly JudgedClause[] | null {
  const known = learnt.get(rulebook);
  const judge = known === undefined ? learn(rulebook, plain) : known;
  learnt.set(rulebook, judge);
  return judge && clausesOfWork(text, rulebook).map((clause) => judged(clause, judge));
}

function judged({ text, features }: WorkClause, judge: Judge): JudgedClause {
  return { text, open: oddsOf(judge.open, features), done: oddsOf(judge.done, features) };
}

function oddsOf({ linear, vocabulary }: Model, features: Telling): number {
  const [no = 0, yes = 0] = scoreLinear(linear, vectorOf(vocabulary, features));
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, yes - no));
}

interface Answer {
  readonly text: string;
  readonly isDone: boolean;
}

/** The clauses of an answer, counted. */
interface Bag {
  readonly clauses: readonly Counts[];
  readonly isDone: boolean;
}

function learn(rulebook: Rulebook, plain: (example: string) => string): Judge | null {
  const { abbreviations, replies, replyExamples } = rulebook;
  const written = Object.entries(replyExamples?.rft ?? {});
  const answers = written.flatMap(([intent, texts = []]) =>
    texts.map((text): Answer => ({ text, isDone: intent === 'resolve' })),
  );
  const done = answers.filter(({ isDone }) => isDone).length;
  if (done < FEWEST_EXAMPLES || answers.length - done < FEWEST_EXAMPLES) return null;
  const of = [abbreviations, replies, answers];
  let counted: ReturnType<typeof bagsOf> | null = null;
  const bags = (): ReturnType<typeof bagsOf> =>
    (counted ??= bagsOf(answers, (text) => clausesOfWork(plain(text), rulebook)));
  const open = keptModel({ name: 'workopen', of, classes: 2 }, keptFor(rulebook), () =>
    learnOpen(bags().ids, bags().bags),
  );
  const isDone = keptModel({ name: 'workdone', of, classes: 2 }, keptFor(rulebook), () =>
    learnDone(bags().ids, bags().bags, open),
  );
  return { open, done: isDone };
}

function bagsOf(
  answers: readonly Answer[],
  clausesOf: (text: string) => readonly WorkClause[],
): { readonly ids: FeatureIds; readonly bags: readonly Bag[] } {
  const parts = answers.map(({ text }) => clausesOf(text));
  const { ids, texts } = countedTogether(parts.flatMap((clauses) => clauses.map(({ features }) => features)));
  let at = 0;
  const bags = parts.map((clauses, index): Bag => {
    const from = at;
    at += clauses.length;
    return { clauses: texts.slice(from, at), isDone: answers[index]?.isDone === true };
  });
  return { ids, bags };
}

function learnOpen(ids: FeatureIds, bags: readonly Bag[]): Model {
  const fine = bags.filter(({ isDone }) => isDone).flatMap(({ clauses }) => clauses.map(taughtAs(0)));
  const others = bags.filter(({ isDone }) => !isDone);
  let model = train(ids, [...fine, ...others.flatMap(({ clauses }) => clauses.map(taughtAs(1, share(clauses))))]);
  for (let time = 1; time < TIMES; time += 1)
    model = train(ids, [
      ...fine,
      ...others.flatMap(({ clauses }) => best(clauses, model, NEARLY_WORST).map(taughtAs(1))),
    ]);
  return model;
}

/** Against it stands what was open in the other answers; what else these tell may well be done. */
function learnDone(ids: FeatureIds, bags: readonly Bag[], open: Model): Model {
  const not = bags
    .filter(({ isDone }) => !isDone)
    .flatMap(({ clauses }) => best(clauses, open, NEARLY_WORST).map(taughtAs(0)));
  const dones = bags.filter(({ isDone }) => isDone);
  let model = train(ids, [...dones.flatMap(({ clauses }) => clauses.map(taughtAs(1, share(clauses)))), ...not]);
  for (let time = 1; time < TIMES; time += 1) {
    const told = dones.flatMap(({ clauses }) => best(clauses, model, NEARLY_BEST).map(taughtAs(1)));
    const asides = dones.flatMap(({ clauses }) => {
      const near = new Set(best(clauses, model, FAR_FROM_BEST));
      return clauses.filter((clause) => !near.has(clause)).map(taughtAs(0, ASIDE_WEIGHT));
    });
    model = train(ids, [...told, ...not, ...asides]);
  }
  return model;
}

function train(ids: FeatureIds, taught: readonly TaughtCounts[]): Model {
  return learnApartCounted(ids, taught, OF_CLAUSES);
}

function taughtAs(label: number, weight = 1): (counts: Counts) => TaughtCounts {
  return (counts) => ({ counts, label, weight });
}

/** Until it is known which of them it was, each counts less. */
function share(clauses: readonly Counts[]): number {
  return 1 / Math.sqrt(Math.max(1, clauses.length));
}

/** Those of which the model says it nearly as much as of the one of which it says it most. */
function best(clauses: readonly Counts[], { linear, vocabulary }: Model, nearly: number): readonly Counts[] {
  const said = clauses.map((counts) => Math.exp(scoreLinear(linear, vectorOfCounts(vocabulary, counts))[1] ?? 0));
  const most = Math.max(0, ...said);
  return clauses.filter((_, at) => (said[at] ?? 0) >= nearly * most);
}
