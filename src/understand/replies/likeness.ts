/**
 * A second opinion on an answer, by statistics: which of the answers in `rules/reply-examples.yaml` it is like. Learnt at the first answer of
 * each role from the same features as requests, with the word classes of `rules/replies.yaml` as meanings. It may speak where the grammar
 * does not know, and warn where the grammar is wrong; it never approves, resolves or closes anything (second-opinion.ts).
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { indexConcepts, type Concepts } from '../model/concepts.ts';
import { keptModel } from '../model/kept-model.ts';
import { trainModel } from '../model/learn.ts';
import { scoreLinear } from '../model/linear.ts';
import { keptFor } from '../classify/lexicon.ts';
import type { Model } from '../model/model-bytes.ts';
import { toWords, type Words } from '../words/normalise.ts';
import { tellAnswerFeatures } from './features.ts';
import type { ReplyIntent, ReplyRole } from '../reading.ts';
import type { Telling } from '../words/tally.ts';
import { vectorOf } from '../model/vocabulary.ts';
import { inIndonesian } from './regional.ts';

export interface Likeness {
  /** Best first. */
  readonly ranked: readonly { readonly intent: ReplyIntent; readonly probability: number }[];
  probabilityOf(intent: ReplyIntent): number;
  /** The words that speak most for it. */
  wordsFor(intent: ReplyIntent): string;
}

/** Whose examples are learnt from: those of requesters also together with how they tell results. */
export type Taught = ReplyRole | 'requester-results';

/** Classes of `rules/replies.yaml` that say something in the mouth of each role. */
const MEANINGS: Readonly<Record<ReplyRole, RegExp>> = {
  approver:
    /^(?:approve-strong|approve-weak|reject|defer|conditional|limits|not-me|question-ack|objection|away|negations)$/,
  rft: /^(?:rft-.+|help|done|negations)$/,
  requester:
    /^(?:done|well|again|thanks|rating|cancel|supply|new-request|status|complaint|negations|defer|question-ack)$/,
  desk: /^(?:desk-.+|negations)$/,
};
/** What an answer of each role may mean, in the order in which it is learnt. */
const INTENTS: Readonly<Record<ReplyRole, readonly ReplyIntent[]>> = {
  approver: ['approve', 'reject', 'unclear', 'object', 'not-me'],
  rft: ['resolve', 'note', 'reassign', 'ask-requester', 'hold', 'take', 'start', 'help', 'unclear'],
  requester: [
    'confirm',
    'reopen',
    'rating',
    'thanks',
    'new-request',
    'supply',
    'cancel',
    'status',
    'complaint',
    'unclear',
  ],
  desk: [
    'classify',
    'correct',
    'reassign',
    'on-behalf',
    'merge',
    'split',
    'link',
    'release',
    'drop',
    'block',
    'archive',
    'why',
    'preview',
    'undo',
    'confirm-fulfilment',
    'note',
    'unclear',
  ],
};
/** Fewer than these teach nothing. */
const FEWEST_EXAMPLES = 40;
/** Words tried for what they add; an answer says what it means within these. */
const MOST_WORDS = 60;
const NAMED_WORDS = 3;

interface Learnt {
  readonly intents: readonly ReplyIntent[];
  readonly concepts: Concepts;
  readonly model: Model;
}

const learnt = new WeakMap<Rulebook, Map<Taught, Learnt | null>>();

/** @returns null where the rules hold too few examples for this role */
export function likenessOf(text: string, role: Taught, rulebook: Rulebook): Likeness | null {
  const known = learntOf(role, rulebook);
  if (known === null) return null;
  const words = toWords(inIndonesian(text, rulebook), rulebook.abbreviations);
  const scores = scoresOf(words, known);
  const ranked = known.intents
    .map((intent, at) => ({ intent, probability: Math.exp(scores[at] ?? -20) }))
    .toSorted((a, b) => b.probability - a.probability);
  return {
    ranked,
    probabilityOf: (intent) => ranked.find((one) => one.intent === intent)?.probability ?? 0,
    wordsFor: (intent) => wordsFor(words, known, intent),
  };
}

function learntOf(role: Taught, rulebook: Rulebook): Learnt | null {
  const ofRulebook = learnt.get(rulebook) ?? new Map<Taught, Learnt | null>();
  learnt.set(rulebook, ofRulebook);
  const known = ofRulebook.get(role);
  if (known !== undefined) return known;
  const made = learn(role, rulebook);
  ofRulebook.set(role, made);
  return made;
}

function learn(of: Taught, rulebook: Rulebook): Learnt | null {
  const role = of === 'requester-results' ? 'requester' : of;
  const written = [...new Set([role, of])].map((name) => rulebook.replyExamples?.[name] ?? {});
  const textsOf = (intent: ReplyIntent): readonly string[] => written.flatMap((texts) => texts[intent] ?? []);
  const intents = INTENTS[role].filter((intent) => textsOf(intent).length > 0);
  const examples = intents.flatMap((intent, label) => textsOf(intent).map((text) => ({ text, label })));
  if (examples.length < FEWEST_EXAMPLES) return null;
  const { abbreviations } = rulebook;
  const meanings = meaningsOf(role, rulebook);
  const concepts = indexConcepts({ abbreviations, concepts: meanings });
  const regional = rulebook.replies['regional'];
  const lesson = {
    name: of.replace('-', ''),
    of: [abbreviations, regional, meanings, examples],
    classes: intents.length,
  };
  const model = keptModel(lesson, keptFor(rulebook), () =>
    trainModel(
      examples.map(({ text, label }) => ({
        features: answer(toWords(inIndonesian(text, rulebook), abbreviations), concepts),
        label,
        weight: 1,
      })),
      intents.length,
    ),
  );
  return { intents, concepts, model };
}

/** The word classes that matter for the role, beside what words of requests mean. */
function meaningsOf(role: ReplyRole, rulebook: Rulebook): NonNullable<Rulebook['concepts']> {
  const classes = Object.entries(rulebook.replies).filter(([name]) => MEANINGS[role].test(name));
  const named = classes.map(([name, phrases]) => [`reply ${name}`, phrases] as const);
  return { ...Object.fromEntries(named), ...rulebook.concepts };
}

function answer(words: Words, concepts: Concepts): Telling {
  return (count) => tellAnswerFeatures(words, concepts, count);
}

function scoresOf(words: Words, { model, concepts }: Learnt): Float32Array {
  return scoreLinear(model.linear, vectorOf(model.vocabulary, answer(words, concepts)));
}

/** Those without which it would be least likely. */
function wordsFor(words: Words, known: Learnt, intent: ReplyIntent): string {
  const at = known.intents.indexOf(intent);
  const all = scoresOf(words, known)[at] ?? 0;
  const adds = words.words.slice(0, MOST_WORDS).map((word) => {
    const others = words.words.filter((other) => other !== word);
    return { word, by: all - (scoresOf({ ...words, words: others }, known)[at] ?? 0) };
  });
  const best = adds.toSorted((a, b) => b.by - a.by).slice(0, NAMED_WORDS);
  return best
    .filter(({ by }) => by > 0)
    .toSorted((a, b) => a.word.start - b.word.start)
    .map(({ word }) => words.text.slice(word.start, word.end))
    .join(' … ');
}
