/**
 * Whether what stands beside a yes is harmless, by statistics: a model for this one question, learnt from the approvers' examples of the rule
 * files that hold a yes. Each clause is judged by itself and the worst one counts, so that courtesy cannot outweigh a restriction. Of an
 * answer that was none, the clause that did it is not marked; it is found by learning twice (the clauses that look harmless beside a worse
 * one teach nothing the second time).
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { FeatureIds } from '../../model/feature-ids.ts';
import { trainOnCounts, type TaughtCounts } from '../../model/learn.ts';
import { scoreLinear, type Training } from '../../model/linear.ts';
import { keptFor } from '../../classify/lexicon.ts';
import { keptModel } from '../../model/kept-model.ts';
import type { Model } from '../../model/model-bytes.ts';
import { plainly, type Mentions } from '../mentions.ts';
import { countedTogether, vectorOf, vectorOfCounts } from '../../model/vocabulary.ts';
import type { Counts } from '../../words/tally.ts';
import { tellSigns, type BesideContext } from './clause-signs.ts';
import { readMarked } from './marked.ts';
import { partsBeside, type ClassesOf, type Part } from './yes-parts.ts';
import { wordSet } from '../words.ts';
import { wordKinds, type WordKind } from './clause-kinds.ts';

export interface JudgedPart extends Part {
  /** That it takes the plainness from the yes, 0 to 1. */
  readonly harm: number;
}

export interface JudgeContext extends BesideContext {
  /** How an example of the rule files is read, as answers are. */
  readonly read: (text: string) => Mentions;
  /** The same of a text without salutation or signature. */
  readonly readBare: (text: string) => Mentions;
}

/** A word of a class that binds says so, whatever else it may be. */
const BINDING = ['conditional', 'defer', 'limits', 'negations', 'question-ack', 'reject', 'not-me', 'away'];
const BESIDE = 'courtesy particles haste doing office english'.split(' ').map((name) => `beside-${name}`);
const CLASSES = [...BINDING, ...BESIDE, 'request-words', 'beside-approval'];
const FEWEST_EXAMPLES = 40;
const OF_PARTS: Training = { epochs: 5, rate: 8, decay: 0.7 };
const TIMES = 2;
/** Beside a clause that is so much worse, another one did no harm. */
const NEARLY_WORST = 0.6;
/** Answers without any of these have nothing to teach; to leave them unread is most of what learning costs. */
const A_YES = /setuj|stuj|acc|approv|agree|sepakat|i[zj]in|kabul|restu|perkenan|consent|grant|endors/i;
const LEAST = 1e-6;
const HARMLESS = 0;
const HARMFUL = 1;

/** Learnt from the same in another order each; their mean wavers less than one. */
const LESSONS = ['judge', 'judgeb', 'judgec'];

interface Learnt {
  readonly models: readonly Model[];
  readonly classesOf: ClassesOf;
  readonly kindOf: (form: string) => WordKind;
}

const learnt = new WeakMap<Rulebook, Learnt | null>();

/** @returns null where the rules hold too few examples */
export function judgeBeside(mentions: Mentions, context: JudgeContext): readonly JudgedPart[] | null {
  const known = learntOf(context);
  if (known === null) return null;
  const parts = partsOf(mentions, known, context);
  return parts.map((part) => ({ ...part, harm: meanHarm(known.models, part) }));
}

function partsOf(
  mentions: Mentions,
  { classesOf, kindOf }: Pick<Learnt, 'classesOf' | 'kindOf'>,
  context: BesideContext,
): readonly Part[] {
  const yes = plainly(mentions, 'approve-strong', 'approve-weak');
  const parts = partsBeside(mentions, yes, { classesOf, kindOf, isKnown: context.isKnown });
  return parts.map((part) => {
    const signs: (readonly [feature: number, weight: number])[] = [];
    tellSigns(mentions, part, context, (feature, weight) => signs.push([feature, weight]));
    return {
      ...part,
      features: (tell) => {
        part.features(tell);
        for (const [feature, weight] of signs) tell(feature, weight);
      },
    };
  });
}

/** The mean of their odds, so that none outweighs the others. */
function meanHarm(models: readonly Model[], part: Part): number {
  const odds = models.map((model) => {
    const harm = Math.min(Math.max(harmOf(model, part), LEAST), 1 - LEAST);
    return Math.log(harm / (1 - harm));
  });
  const mean = odds.reduce((sum, one) => sum + one, 0) / Math.max(1, odds.length);
  return 1 / (1 + Math.exp(-mean));
}

function harmOf({ linear, vocabulary }: Model, { features }: Part): number {
  return Math.exp(scoreLinear(linear, vectorOf(vocabulary, features))[HARMFUL] ?? 0);
}

function learntOf(context: JudgeContext): Learnt | null {
  const { rulebook } = context;
  const before = learnt.get(rulebook);
  if (before !== undefined) return before;
  const made = learn(context);
  learnt.set(rulebook, made);
  return made;
}

function learn({ rulebook, read, readBare }: JudgeContext): Learnt | null {
  const { approve = [], ...others } = rulebook.replyExamples?.approver ?? {};
  const rest = Object.values(others).flatMap((texts) => texts ?? []);
  if (approve.length < FEWEST_EXAMPLES || rest.length < FEWEST_EXAMPLES) return null;
  const classesOf = classesIn(rulebook);
  const kindOf = wordKinds(rulebook);
  const context = { rulebook, isKnown: () => false };
  const bagsOf = (texts: readonly string[]): readonly (readonly Part[])[] =>
    texts.filter((text) => A_YES.test(text)).map((text) => partsOf(read(text), { classesOf, kindOf }, context));
  const { abbreviations, replies, replyExamples, replyClauses = [] } = rulebook;
  const of = [abbreviations, replies, replyExamples?.approver, replyClauses];
  const markedParts = (): readonly MarkedPart[] =>
    replyClauses.flatMap((answer) => {
      const { mentions, binds } = readMarked(answer, rulebook, readBare);
      const parts = partsOf(mentions, { classesOf, kindOf }, context);
      return parts.map((part) => ({ part, binds: binds(part.loose) }));
    });
  let bags: Bags | null = null;
  const models = LESSONS.map((name, turn) =>
    keptModel({ name, of, classes: 2 }, keptFor(rulebook), () => {
      bags ??= bagsFrom({ harmless: bagsOf(approve).flat(), others: bagsOf(rest), marked: markedParts() });
      return learnWorst({
        ids: bags.ids,
        harmless: turned(bags.harmless, turn),
        others: turned(bags.others, turn),
        marked: turned(bags.marked, turn),
      });
    }),
  );
  return { models, classesOf, kindOf };
}

interface Parts {
  readonly harmless: readonly Part[];
  /** The clauses of each answer that was no plain yes: at least one of them did it. */
  readonly others: readonly (readonly Part[])[];
  readonly marked: readonly MarkedPart[];
}

interface MarkedPart {
  readonly part: Part;
  readonly binds: boolean | null;
}

/** The same with all features counted once, for every lesson. */
interface Bags {
  readonly ids: FeatureIds;
  readonly harmless: readonly Counts[];
  readonly others: readonly (readonly Counts[])[];
  readonly marked: readonly { readonly counts: Counts; readonly binds: boolean }[];
}

function bagsFrom({ harmless, others, marked }: Parts): Bags {
  const sure = marked.flatMap(({ part, binds }) => (binds === null ? [] : [{ part, binds }]));
  const all = [...harmless, ...sure.map(({ part }) => part), ...others.flat()];
  const { ids, texts } = countedTogether(all.map(({ features }) => features));
  let at = 0;
  const next = (): Counts => texts[at++] ?? NO_COUNTS;
  return {
    ids,
    harmless: harmless.map(next),
    marked: sure.map(({ binds }) => ({ counts: next(), binds })),
    others: others.map((bag) => bag.map(next)),
  };
}

const NO_COUNTS: Counts = { ids: new Int32Array(0), times: new Float64Array(0) };

/** The same from another beginning. */
function turned<One>(all: readonly One[], turn: number): readonly One[] {
  const from = Math.floor((all.length * turn) / LESSONS.length);
  return [...all.slice(from), ...all.slice(0, from)];
}

function classesIn({ replies }: Rulebook): ClassesOf {
  const sets = CLASSES.map((name) => {
    const binds = BINDING.includes(name);
    const words = (replies[name] ?? []).filter((word) => !binds || !/\s/.test(word));
    return { class: { name, binds }, words: wordSet(words.join(' ')) };
  });
  return (form) => sets.find(({ words }) => words.has(form))?.class ?? null;
}

function learnWorst({ ids, harmless, others: bags, marked }: Bags): Model {
  const taught = [
    ...harmless.map((counts): TaughtCounts => ({ counts, label: HARMLESS, weight: 1 })),
    ...marked.map(({ counts, binds }): TaughtCounts => ({ counts, label: binds ? HARMFUL : HARMLESS, weight: 1 })),
  ];
  let blamed = bags.flatMap((bag) =>
    bag.map((counts) => ({ counts, label: HARMFUL, weight: 1 / Math.sqrt(bag.length) })),
  );
  const train = (): Model => trainOnCounts(ids, [...taught, ...blamed], { classes: 2, training: OF_PARTS });
  let model = train();
  for (let time = 1; time < TIMES; time += 1) {
    blamed = bags.flatMap((bag) => worstOf(bag, model).map((counts) => ({ counts, label: HARMFUL, weight: 1 })));
    model = train();
  }
  return model;
}

function worstOf(bag: readonly Counts[], { linear, vocabulary }: Model): readonly Counts[] {
  const harmOfCounts = (counts: Counts): number =>
    Math.exp(scoreLinear(linear, vectorOfCounts(vocabulary, counts))[HARMFUL] ?? 0);
  const judged = bag.map((counts) => ({ counts, harm: harmOfCounts(counts) }));
  const most = Math.max(0, ...judged.map(({ harm }) => harm));
  return judged.filter(({ harm }) => harm >= NEARLY_WORST * most).map(({ counts }) => counts);
}
