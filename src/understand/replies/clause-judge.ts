/**
 * What each clause of an answer tells, by statistics: that it is done, something harmless beside it, or something still open. Two models of one
 * question each, learnt from the examples of the rule files, for teams that report work and for requesters who tell how it turned out. No
 * clause of these is marked: of an answer that reports it done none is open, of any other at least one is, and which one it was is found by
 * learning again from what looked so before.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { keptFor } from '../classify/lexicon.ts';
import { keptModel } from '../model/kept-model.ts';
import { scoreLinear } from '../model/linear.ts';
import { learnApartCounted, type Margin, type TaughtCounts } from '../model/margin.ts';
import type { Model } from '../model/model-bytes.ts';
import { countedTogether, vectorOf, vectorOfCounts } from '../model/vocabulary.ts';
import type { FeatureIds } from '../model/feature-ids.ts';
import type { ReplyIntent, ReplyRole } from '../reading.ts';
import type { Counts, Telling } from '../words/tally.ts';
import { toldClauses, type ToldClause } from './told-clauses.ts';

export interface JudgedClause {
  readonly text: string;
  /** That it tells of something open, as odds' logarithm. */
  readonly open: number;
  /** That it reports the thing as done, as odds' logarithm. */
  readonly done: number;
}

/** Whose answers are judged, and what they are learnt from. */
export interface Lesson {
  readonly role: 'rft' | 'requester';
  /** Letters only: the models of both questions are kept under these names. */
  readonly names: { readonly open: string; readonly done: string };
  /** Further examples of the role, learnt from by this judge alone. */
  readonly more?: 'requester-results';
  readonly done: ReplyIntent;
  /** Another role's answers that tell of done things in the same words. */
  readonly alsoDone?: { readonly role: ReplyRole; readonly intent: ReplyIntent };
  /** What says nothing of the thing: neither that it is done nor that anything is open. */
  readonly neither: readonly ReplyIntent[];
  readonly margin: Margin;
  /** An example as it is read, without what the role writes beside what it tells. */
  readonly plain: (example: string, says: Says, rulebook: Rulebook) => string;
}

/** Fewer examples teach nothing. */
const FEWEST_EXAMPLES = 40;
const TIMES = 3;
/** Beside a clause that is so much worse, another one was not the open one. */
const NEARLY_WORST = 0.3;
/** Beside a clause that tells it so much more, another one is not what reports it. */
const NEARLY_BEST = 0.8;
const FAR_FROM_BEST = 0.5;
const ASIDE_WEIGHT = 0.5;
const MOST_ODDS = 6;

interface Judge {
  readonly open: Model;
  readonly done: Model;
}

const learnt = new WeakMap<Rulebook, Map<string, Judge | null>>();

/** @returns null where the rules hold too few examples */
export function judgeClauses(text: string, rulebook: Rulebook, lesson: Lesson): readonly JudgedClause[] | null {
  const ofRulebook = learnt.get(rulebook) ?? new Map<string, Judge | null>();
  learnt.set(rulebook, ofRulebook);
  const known = ofRulebook.get(lesson.role);
  const judge = known === undefined ? learn(rulebook, lesson) : known;
  ofRulebook.set(lesson.role, judge);
  return judge && toldClauses(text, rulebook).map((clause) => judged(clause, judge));
}

function judged({ text, features }: ToldClause, judge: Judge): JudgedClause {
  return { text, open: oddsOf(judge.open, features), done: oddsOf(judge.done, features) };
}

function oddsOf({ linear, vocabulary }: Model, features: Telling): number {
  const [no = 0, yes = 0] = scoreLinear(linear, vectorOf(vocabulary, features));
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, yes - no));
}

export type Says = 'done' | 'open' | 'neither';

interface Answer {
  readonly text: string;
  readonly says: Says;
}

/** The clauses of an answer, counted. */
interface Bag {
  readonly clauses: readonly Counts[];
  readonly says: Says;
}

interface Counted {
  readonly ids: FeatureIds;
  readonly bags: readonly Bag[];
}

function learn(rulebook: Rulebook, lesson: Lesson): Judge | null {
  const { abbreviations, replies } = rulebook;
  const answers = answersOf(rulebook, lesson);
  const enough = (['done', 'open'] as const).every(
    (says) => answers.filter((answer) => answer.says === says).length >= FEWEST_EXAMPLES,
  );
  if (!enough) return null;
  const of = [abbreviations, replies, answers];
  let counted: Counted | null = null;
  const bags = (): Counted =>
    (counted ??= bagsOf(answers, ({ text, says }) => toldClauses(lesson.plain(text, says, rulebook), rulebook)));
  const open = keptModel({ name: lesson.names.open, of, classes: 2 }, keptFor(rulebook), () =>
    learnOpen(bags(), lesson.margin),
  );
  const done = keptModel({ name: lesson.names.done, of, classes: 2 }, keptFor(rulebook), () =>
    learnDone(bags(), lesson.margin, open),
  );
  return { open, done };
}

function answersOf({ replyExamples }: Rulebook, { role, more, done, alsoDone, neither }: Lesson): readonly Answer[] {
  const written = [role, ...(more === undefined ? [] : [more])].flatMap((of) =>
    Object.entries(replyExamples?.[of] ?? {}),
  );
  const own = written.flatMap(([intent, texts = []]) => {
    const says = intent === done ? 'done' : neither.some((one) => one === intent) ? 'neither' : 'open';
    return texts.map((text): Answer => ({ text, says }));
  });
  const others = alsoDone === undefined ? [] : (replyExamples?.[alsoDone.role][alsoDone.intent] ?? []);
  return [...own, ...others.map((text): Answer => ({ text, says: 'done' }))];
}

function bagsOf(answers: readonly Answer[], clausesOf: (answer: Answer) => readonly ToldClause[]): Counted {
  const parts = answers.map(clausesOf);
  const { ids, texts } = countedTogether(parts.flatMap((clauses) => clauses.map(({ features }) => features)));
  let at = 0;
  const bags = parts.map((clauses, index): Bag => {
    const from = at;
    at += clauses.length;
    return { clauses: texts.slice(from, at), says: answers[index]?.says ?? 'neither' };
  });
  return { ids, bags };
}

function learnOpen({ ids, bags }: Counted, margin: Margin): Model {
  const train = trainer(ids, margin);
  const fine = bags.filter(({ says }) => says !== 'open').flatMap(({ clauses }) => clauses.map(taughtAs(0)));
  const others = bags.filter(({ says }) => says === 'open');
  let model = train([...fine, ...others.flatMap(({ clauses }) => clauses.map(taughtAs(1, share(clauses))))]);
  for (let time = 1; time < TIMES; time += 1)
    model = train([...fine, ...others.flatMap(({ clauses }) => best(clauses, model, NEARLY_WORST).map(taughtAs(1)))]);
  return model;
}

/** Against it stands what was open in the other answers; what else these tell may well be done. */
function learnDone({ ids, bags }: Counted, margin: Margin, open: Model): Model {
  const train = trainer(ids, margin);
  const not = bags.flatMap(({ says, clauses }) => {
    if (says === 'done') return [];
    return (says === 'open' ? best(clauses, open, NEARLY_WORST) : clauses).map(taughtAs(0));
  });
  const dones = bags.filter(({ says }) => says === 'done');
  let model = train([...dones.flatMap(({ clauses }) => clauses.map(taughtAs(1, share(clauses)))), ...not]);
  for (let time = 1; time < TIMES; time += 1) {
    const told = dones.flatMap(({ clauses }) => best(clauses, model, NEARLY_BEST).map(taughtAs(1)));
    const asides = dones.flatMap(({ clauses }) => {
      const near = new Set(best(clauses, model, FAR_FROM_BEST));
      return clauses.filter((clause) => !near.has(clause)).map(taughtAs(0, ASIDE_WEIGHT));
    });
    model = train([...told, ...not, ...asides]);
  }
  return model;
}

function trainer(ids: FeatureIds, margin: Margin): (taught: readonly TaughtCounts[]) => Model {
  return (taught) => learnApartCounted(ids, taught, margin);
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
