/**
 * Whether what stands beside a yes is harmless, by statistics: a model for this one question, learnt from the approvers' answers of the rule
 * files whose clauses are marked, and from their plain approvals. Each clause is judged by itself and the worst one counts, so that courtesy
 * cannot outweigh a restriction.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { Taught } from '../../model/learn.ts';
import { scoreLinear } from '../../model/linear.ts';
import { learnApart, type Margin } from '../../model/margin.ts';
import { keptFor } from '../../classify/lexicon.ts';
import { keptModel } from '../../model/kept-model.ts';
import type { Model } from '../../model/model-bytes.ts';
import { plainly, type Mentions } from '../mentions.ts';
import { vectorOf } from '../../model/vocabulary.ts';
import { readMarked } from './marked.ts';
import { partsBeside, type KnownWords, type Part } from './yes-parts.ts';
import { wordSet } from '../words.ts';
import { wordKinds } from './clause-kinds.ts';

export interface JudgedPart extends Part {
  /** That it takes the plainness from the yes, 0 to 1. */
  readonly harm: number;
}

export interface JudgeContext {
  readonly rulebook: Rulebook;
  /** Words of our letter and of the writer's own name: what they name is known. */
  readonly isKnown: (form: string) => boolean;
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
const OF_PARTS: Margin = { cost: 0.5, steepness: 2.5, rarity: 6 };
/** Answers without any of these have nothing to teach; to leave them unread is most of what learning costs. */
const A_YES = /setuj|stuj|acc|approv|agree|sepakat|i[zj]in|kabul|restu|perkenan|consent|grant|endors/i;
const HARMLESS = 0;
const HARMFUL = 1;

interface Learnt extends Pick<KnownWords, 'classesOf' | 'kindOf'> {
  readonly model: Model;
}

const learnt = new WeakMap<Rulebook, Learnt | null>();

/** @returns null where the rules hold too few examples */
export function judgeBeside(mentions: Mentions, context: JudgeContext): readonly JudgedPart[] | null {
  const known = learntOf(context);
  if (known === null) return null;
  const parts = partsOf(mentions, { ...known, inPairs: true, isKnown: context.isKnown });
  return parts.map((part) => ({ ...part, harm: harmOf(known.model, part) }));
}

function partsOf(mentions: Mentions, known: KnownWords): readonly Part[] {
  return partsBeside(mentions, plainly(mentions, 'approve-strong', 'approve-weak'), known);
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
  const { abbreviations, replies, replyExamples, replyClauses = [] } = rulebook;
  const { approve = [], ...others } = replyExamples?.approver ?? {};
  if (approve.length + replyClauses.length < FEWEST_EXAMPLES) return null;
  const classesOf = classesIn(rulebook);
  const kindOf = wordKinds(rulebook);
  const partsIn = (mentions: Mentions): readonly Part[] =>
    partsOf(mentions, { classesOf, kindOf, inPairs: true, isKnown: () => false });
  const partsOfAll = (texts: readonly string[]): readonly (readonly Part[])[] =>
    texts.filter((text) => A_YES.test(text)).map((text) => partsIn(read(text)));
  const of = [abbreviations, replies, replyExamples?.approver, replyClauses];
  const model = keptModel({ name: 'judge', of, classes: 2 }, keptFor(rulebook), () =>
    learnApart(
      [
        ...partsOfAll(approve).flatMap((parts) => parts.map((part) => taught(part, HARMLESS))),
        // Where one clause alone stands beside the yes, it was the one that bound.
        ...partsOfAll(Object.values(others).flatMap((texts) => texts ?? [])).flatMap((parts) =>
          parts.length === 1 ? parts.map((part) => taught(part, HARMFUL)) : [],
        ),
        ...replyClauses.flatMap((answer) => {
          const { mentions, binds } = readMarked(answer, rulebook, readBare);
          return partsIn(mentions).flatMap((part) => {
            const marked = binds(part.loose);
            return marked === null ? [] : [taught(part, marked ? HARMFUL : HARMLESS)];
          });
        }),
      ],
      OF_PARTS,
    ),
  );
  return { model, classesOf, kindOf };
}

function taught({ features }: Part, label: number): Taught {
  return { features, label, weight: 1 };
}

function classesIn({ replies }: Rulebook): KnownWords['classesOf'] {
  const sets = CLASSES.map((name) => {
    const binds = BINDING.includes(name);
    const words = (replies[name] ?? []).filter((word) => !binds || !/\s/.test(word));
    return { class: { name, binds }, words: wordSet(words.join(' ')) };
  });
  return (form) => sets.find(({ words }) => words.has(form))?.class ?? null;
}
