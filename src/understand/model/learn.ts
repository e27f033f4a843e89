/**
 * The statistical part, learnt once for a rulebook from its examples and sentences: which variant (twins that differ in number only are
 * one class), which service a mail that is no request is about, and which kind of mail it is.
 */
import type { Rulebook, Variant } from '../../rulebook/rulebook.ts';
import type { ByteCache } from '../../shared/byte-cache.ts';
import type { Concepts } from './concepts.ts';
import { withoutDenied } from './denied.ts';
import { tellFeatures, tellMarks } from './features.ts';
import { keptModel } from './kept-model.ts';
import { tellKindFeatures, tellOpening } from './kind-features.ts';
import { trainLinear, type Training } from './linear.ts';
import type { Model } from './model-bytes.ts';
import { toWords, type Words } from '../words/normalise.ts';
import { once } from '../words/once.ts';
import { scoreSpans, type Part } from './score-spans.ts';
import type { SeenText } from './seen-text.ts';
import type { Count, Telling } from '../words/tally.ts';
import { trainSteadily, type Kinship, type Lesson as SteadyLesson, type SteadyTraining } from './steady.ts';
import { twinKey } from './twins.ts';
import { vectorOfCounts, vocabularyOf, type Vector } from './vocabulary.ts';

export const KIND_CLASSES = ['request', 'incident', 'complaint', 'question', 'status', 'irrelevant'] as const;
export type KindClass = (typeof KIND_CLASSES)[number];

interface Models {
  readonly wishes: Model;
  readonly kinds: Model;
}

export interface Learnt extends Models {
  /** Class of `wishes` -> its ordinal: twin keys of variants, `about ITSM.n`, and NOT_OURS. */
  readonly classes: ReadonlyMap<string, number>;
  /** Variant -> ordinal of its class. */
  readonly ofVariant: ReadonlyMap<Variant, number>;
  /** Ordinals of all classes of requests, ours or not. */
  readonly requests: readonly number[];
  /** Whether there are sentences of every kind. */
  readonly allKinds: boolean;
  /** Ordinals of all classes of a service. */
  readonly ofService: ReadonlyMap<string, readonly number[]>;
}

export interface Likeness {
  /** Logarithm of the probability that the text asks for the variants of this class, among all variants and requests that are not ours. */
  ofClass(ordinal: number): number;
  readonly notOurs: number;
  /** Logarithm of the probability that the text is about this service, be it a request or not. */
  ofService(code: string): number;
  /** Null where the rule files have no sentences of some kind. */
  readonly ofKind: ((kind: KindClass) => number) | null;
  /** Log odds that it asks for something rather than tells or wonders about a service, by the words of the services. */
  readonly asks: number;
}

const NOT_OURS = 'not ours';
const NOT_ASKED = 'about nothing of ours';
/** Sentences of other kinds are far fewer than requests. */
const KIND_WEIGHT = 1.5;
/** Fitted on sentences of whole writers that were left out of learning. */
const OF_WISHES: SteadyTraining = { passes: 4, first: 1, rate: 4, enough: 0.97, sharpness: 1.6 };
const OF_KINDS: SteadyTraining = { passes: 6, first: 2, rate: 4.5, enough: 0.95, sharpness: 1.5 };
/** Variants of one service are named by the same things; requests ask in the same words, whatever they ask for. */
const OF_ONE_SERVICE = 0.3;
const OF_ONE_SORT = 0.3;
const OF_ANSWERS: Training = { epochs: 4, rate: 9, decay: 0.65 };
/** So few are learnt as fast as they are read. */
const FEW_SENTENCES = 300;

interface Sentence {
  readonly text: string;
  readonly name: string;
  readonly kind: KindClass;
}

/** @param cache where the weights are kept from one start to the next; the same sentences give the same weights */
export function learn(rulebook: Rulebook, concepts: Concepts, cache: ByteCache | null = null): Learnt {
  // Read as mails are read: what one of them denies is no mark of what it asks for.
  const sentences = sentencesOf(rulebook).map((one) => ({ ...one, text: withoutDenied(one.text) }));
  const classes = new Map([...new Set(sentences.map(({ name }) => name))].map((name, at) => [name, at]));
  const variants = rulebook.services.flatMap((service) => service.variants);
  return {
    ...modelsOf({ rulebook, concepts, sentences, classes }, sentences.length < FEW_SENTENCES ? null : cache),
    classes,
    ofVariant: new Map(variants.map((variant) => [variant, classes.get(classOf(variant)) ?? -1])),
    requests: [...classes].filter(([name]) => !name.startsWith(ABOUT)).map(([, at]) => at),
    allKinds: new Set(sentences.map(({ kind }) => kind)).size === KIND_CLASSES.length,
    ofService: ordinalsByService(rulebook, classes),
  };
}

interface Lesson {
  readonly rulebook: Rulebook;
  readonly concepts: Concepts;
  readonly sentences: readonly Sentence[];
  readonly classes: ReadonlyMap<string, number>;
}

/** Each is learnt anew only where something changed that it is made of. */
function modelsOf(lesson: Lesson, cache: ByteCache | null): Models {
  const { sentences, classes, rulebook } = lesson;
  const { abbreviations, concepts } = rulebook;
  const named = sentences.map(({ text, name }) => [text, name]);
  const sorted = sentences.map(({ text, kind }) => [text, kind]);
  const wishes = { name: 'wishes', of: [abbreviations, concepts, named], classes: classes.size };
  const kinds = { name: 'kinds', of: [abbreviations, concepts, sorted], classes: KIND_CLASSES.length };
  let words: readonly Words[] | null = null;
  const read = (): readonly Words[] => (words ??= sentences.map(({ text }) => toWords(text, abbreviations)));
  return {
    wishes: keptModel(wishes, cache, () => learnWishes(lesson, read())),
    kinds: keptModel(kinds, cache, () => learnKinds(lesson, read())),
  };
}

function learnWishes({ concepts, sentences, classes }: Lesson, read: readonly Words[]): Model {
  const taught = read.map((words, at) => ({
    features: (count: Count) => tellFeatures(words, concepts, count),
    label: classes.get(sentences[at]?.name ?? NOT_OURS) ?? 0,
    weight: 1,
    text: sentences[at]?.text ?? '',
  }));
  return trainSteadyModel(taught, { classes: classes.size, training: OF_WISHES, kin: kinOf([...classes.keys()]) });
}

function learnKinds({ concepts, sentences }: Lesson, read: readonly Words[]): Model {
  const taught = read.map((words, at) => {
    const kind = sentences[at]?.kind ?? 'request';
    return {
      features: (count: Count) => tellKindFeatures(words, concepts, count),
      label: KIND_CLASSES.indexOf(kind),
      weight: kind === 'request' ? 1 : KIND_WEIGHT,
      text: sentences[at]?.text ?? '',
    };
  });
  return trainSteadyModel(taught, { classes: KIND_CLASSES.length, training: OF_KINDS, kin: [] });
}

/** Of classes by their names: those of one service, and requests or what is told about services. */
function kinOf(names: readonly string[]): readonly Kinship[] {
  const services = names.map((name) => name.replace(ABOUT, '').replace(/\/.*/, ''));
  return [
    { groups: services.map((service) => services.indexOf(service)), share: OF_ONE_SERVICE },
    { groups: names.map((name) => (name.startsWith(ABOUT) ? 1 : 0)), share: OF_ONE_SORT },
  ];
}

function trainSteadyModel(
  texts: readonly (Taught & { readonly text: string })[],
  lesson: Omit<SteadyLesson, 'rows'>,
): Model {
  const { vocabulary, texts: counted } = vocabularyOf(texts.map(({ features }) => features));
  const labelled = texts.map(({ label, weight, text }, at) => {
    const counts = counted[at];
    return { vector: counts ? vectorOfCounts(vocabulary, counts) : NOTHING, label, weight, text };
  });
  return { vocabulary, linear: trainSteadily(labelled, { ...lesson, rows: vocabulary.size }) };
}

/** A text to learn from. */
export interface Taught {
  readonly features: Telling;
  readonly label: number;
  readonly weight: number;
}

export function trainModel(texts: readonly Taught[], classes: number, training: Training = OF_ANSWERS): Model {
  const { vocabulary, texts: counted } = vocabularyOf(texts.map(({ features }) => features));
  const labelled = texts.map(({ label, weight }, at) => {
    const counts = counted[at];
    return { vector: counts ? vectorOfCounts(vocabulary, counts) : NOTHING, label, weight };
  });
  return { vocabulary, linear: trainLinear(labelled, { classes, rows: vocabulary.size, training }) };
}

const NOTHING: Vector = { rows: new Int32Array(0), values: new Float32Array(0) };

function ordinalsByService(
  { services }: Rulebook,
  classes: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const ordinals = (code: string): readonly number[] =>
    [...classes].filter(([name]) => name === `about ${code}` || name.startsWith(`${code}/`)).map(([, at]) => at);
  return new Map(services.map(({ code }) => [code, ordinals(code)]));
}

function sentencesOf({ services, sentences }: Rulebook): readonly Sentence[] {
  const variants = services.flatMap((service) => service.variants);
  const request = (name: string, texts: readonly string[]): readonly Sentence[] =>
    texts.map((text) => ({ text, name, kind: 'request' }));
  const others = [...(sentences?.others ?? [])].flatMap(([kind, byService]) =>
    Object.entries(byService).flatMap(([service, texts]) =>
      texts.map((text): Sentence => ({ text, name: service === 'general' ? NOT_ASKED : `about ${service}`, kind })),
    ),
  );
  return [
    ...variants.flatMap((variant) =>
      request(classOf(variant), [
        `${variant.name} ${variant.shortName}`,
        variant.shortNameEn,
        ...variant.examples,
        ...(sentences?.requests.get(variant.slug) ?? []),
      ]),
    ),
    ...others,
    ...request(NOT_OURS, sentences?.outside ?? []),
    ...(sentences?.irrelevant ?? []).map((text): Sentence => ({ text, name: NOT_ASKED, kind: 'irrelevant' })),
  ];
}

export interface Told {
  readonly text: SeenText;
  /** The subject, which counts again. */
  readonly heading: SeenText | null;
  /** What is asked now, which counts again where other things are told as done. */
  readonly now: SeenText | null;
}

export function likenessOf(learnt: Learnt, { text, heading, now }: Told): Likeness {
  const wishes = scoreSpans(learnt.wishes, wishParts({ text, heading, now }));
  let mass = 0;
  for (let at = 0; at < learnt.requests.length; at += 1) mass += Math.exp(wishes[learnt.requests[at] ?? -1] ?? UNKNOWN);
  const share = (name: string): number => Math.exp(wishes[learnt.classes.get(name) ?? -1] ?? UNKNOWN);
  const total = Math.log(Math.max(mass + share(NOT_ASKED), 1e-9));
  const kinds = once(() => scoreSpans(learnt.kinds, kindParts({ text, heading })));
  return {
    ofClass: (ordinal) => (wishes[ordinal] ?? UNKNOWN) - total,
    notOurs: Math.log(share(NOT_OURS) + share(NOT_ASKED)) - total,
    asks: Math.log(Math.max(mass, 1e-4) / Math.max(1 - mass, 1e-4)),
    ofService: (code) =>
      Math.log(
        (learnt.ofService.get(code) ?? []).reduce((sum, ordinal) => sum + Math.exp(wishes[ordinal] ?? UNKNOWN), 1e-9),
      ),
    ofKind: learnt.allKinds ? (kind) => kinds()[KIND_CLASSES.indexOf(kind)] ?? UNKNOWN : null,
  };
}

function wishParts({ text, heading, now }: Told): readonly [Part, ...Part[]] {
  const part = (one: SeenText, times: number): Part => ({
    seen: one.base.wishes,
    span: one.span,
    times,
    beside: (count, told) => {
      for (const meant of one.meanings) told(one.base.toldOfWishes(meant));
      tellMarks(one.text, count, 1);
    },
  });
  return [part(text, 1), ...(heading ? [part(heading, HEADING_TIMES)] : []), ...(now ? [part(now, 1)] : [])];
}

function kindParts({ text, heading }: Omit<Told, 'now'>): readonly [Part, ...Part[]] {
  const part = (one: SeenText, times: number): Part => ({
    seen: one.base.kinds,
    span: one.span,
    times,
    beside: (count, told) => {
      tellMarks(one.text, count, 1);
      for (const meant of one.meanings) told(one.base.toldOfKinds(meant));
      const first = one.span.from < one.span.to ? one.base.words.words[one.span.from] : undefined;
      if (first && first.sentence === one.base.words.words[one.span.from - 1]?.sentence) tellOpening(first, count, 1);
    },
  });
  return [part(text, 1), ...(heading ? [part(heading, HEADING_TIMES)] : [])];
}

/** How often the subject counts beyond once. */
const HEADING_TIMES = 1.2;
const UNKNOWN = -20;
const ABOUT = 'about ';

function classOf(variant: Variant): string {
  return twinKey(variant) ?? variant.slug;
}
