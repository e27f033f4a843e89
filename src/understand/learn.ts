/**
 * The statistical part, learnt once for a rulebook from its examples and sentences: which variant (twins that differ in number only are
 * one class), which service a mail that is no request is about, and which kind of mail it is.
 */
import type { Rulebook, Variant } from '../rulebook/rulebook.ts';
import type { Concepts } from './concepts.ts';
import { featuresOf } from './features.ts';
import { scoreLinear, trainLinear, type Labelled, type LinearModel } from './linear.ts';
import { toWords, type Words } from './normalise.ts';
import { twinKey } from './twins.ts';

export const KIND_CLASSES = ['request', 'incident', 'complaint', 'question', 'status', 'irrelevant'] as const;
export type KindClass = (typeof KIND_CLASSES)[number];

export interface Learnt {
  readonly wishes: LinearModel;
  readonly kinds: LinearModel;
  /** Class of `wishes` -> its ordinal: twin keys of variants, `about ITSM.n`, and NOT_OURS. */
  readonly classes: ReadonlyMap<string, number>;
}

export interface Likeness {
  /** Logarithm of the probability that the text asks for this variant, among all variants and requests that are not ours. */
  ofVariant(variant: Variant): number;
  readonly notOurs: number;
  /** Logarithm of the probability that the text is about this service, be it a request or not. */
  ofService(code: string): number;
  ofKind(kind: KindClass): number;
}

const NOT_OURS = 'not ours';
/** Sentences of other kinds are far fewer than requests. */
const OTHER_WEIGHT = 1;
const KIND_WEIGHT = 3;

interface Sentence {
  readonly text: string;
  readonly name: string;
  readonly kind: KindClass;
}

export function learn(rulebook: Rulebook, concepts: Concepts): Learnt {
  const sentences = sentencesOf(rulebook);
  const classes = new Map([...new Set(sentences.map(({ name }) => name))].map((name, at) => [name, at]));
  const read = sentences.map((sentence) => ({
    ...sentence,
    features: featuresOf(toWords(sentence.text, rulebook.abbreviations), concepts),
  }));
  const wishes = read.map(({ features, name, kind }): Labelled => ({
    features,
    label: classes.get(name) ?? 0,
    weight: kind === 'request' ? 1 : OTHER_WEIGHT,
  }));
  const kinds = read.map(({ features, kind }): Labelled => ({
    features,
    label: KIND_CLASSES.indexOf(kind),
    weight: kind === 'request' ? 1 : KIND_WEIGHT,
  }));
  return { classes, wishes: trainLinear(wishes, classes.size), kinds: trainLinear(kinds, KIND_CLASSES.length) };
}

function sentencesOf({ services, sentences }: Rulebook): readonly Sentence[] {
  const variants = services.flatMap((service) => service.variants);
  const request = (name: string, texts: readonly string[]): readonly Sentence[] =>
    texts.map((text) => ({ text, name, kind: 'request' }));
  const others = [...(sentences?.others ?? [])].flatMap(([kind, byService]) =>
    Object.entries(byService).flatMap(([service, texts]) =>
      texts.map((text): Sentence => ({ text, name: service === 'general' ? NOT_OURS : `about ${service}`, kind })),
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
    ...(sentences?.irrelevant ?? []).map((text): Sentence => ({ text, name: NOT_OURS, kind: 'irrelevant' })),
  ];
}

export function likenessOf(learnt: Learnt, concepts: Concepts, words: Words): Likeness {
  const features = featuresOf(words, concepts);
  const wishes = scoreLinear(learnt.wishes, features);
  const kinds = scoreLinear(learnt.kinds, features);
  const at = (name: string): number => {
    const ordinal = learnt.classes.get(name);
    return ordinal === undefined ? UNKNOWN : (wishes[ordinal] ?? UNKNOWN);
  };
  const mass = [...learnt.classes]
    .filter(([name]) => !name.startsWith('about '))
    .reduce((sum, [, ordinal]) => sum + Math.exp(wishes[ordinal] ?? UNKNOWN), 0);
  const total = Math.log(Math.max(mass, 1e-9));
  return {
    ofVariant: (variant) => at(classOf(variant)) - total,
    notOurs: at(NOT_OURS) - total,
    ofService: (code) => serviceLikeness(learnt, wishes, code),
    ofKind: (kind) => kinds[KIND_CLASSES.indexOf(kind)] ?? UNKNOWN,
  };
}

const UNKNOWN = -20;

function serviceLikeness({ classes }: Learnt, wishes: Float32Array, code: string): number {
  let sum = Math.exp(wishes[classes.get(`about ${code}`) ?? -1] ?? UNKNOWN);
  for (const [name, ordinal] of classes) {
    if (name.startsWith(`${code}/`)) sum += Math.exp(wishes[ordinal] ?? UNKNOWN);
  }
  return Math.log(sum);
}

function classOf(variant: Variant): string {
  return twinKey(variant) ?? variant.slug;
}
