/** A text as both models see it, and spans of it: each word is gone through once, however many spans are read. */
import type { Words } from '../words/normalise.ts';
import { once } from '../words/once.ts';
import { findAll } from '../words/phrases.ts';
import type { Span } from '../words/span.ts';
import { meaningsIn, type Concepts, type Meanings } from './concepts.ts';
import { ownFeatures, tellWords } from './features.ts';
import { ownKindFeatures, tellKindWords } from './kind-features.ts';
import type { Model } from './model-bytes.ts';
import { seenBy, type Seen } from './seen.ts';

export interface SeenBase {
  readonly words: Words;
  readonly wishes: () => Seen;
  readonly kinds: () => Seen;
  readonly meaningsOf: (span: Span) => Meanings;
}

/** A span of it. */
export interface SeenText {
  readonly base: SeenBase;
  readonly span: Span;
  readonly text: string;
  readonly meanings: () => Meanings;
}

export function seenBase(
  words: Words,
  { wishes, kinds }: { readonly wishes: Model; readonly kinds: Model },
  concepts: Concepts,
): SeenBase {
  const most = words.words.length;
  const found = once(() => findAll(concepts.index, words));
  return {
    words,
    wishes: once(() => seenBy(wishes, words, ownFeatures, (count) => tellWords(words, count, { most }))),
    kinds: once(() => seenBy(kinds, words, ownKindFeatures, (count) => tellKindWords(words, count, most))),
    meaningsOf: (span) => meaningsIn(found(), { words, span }, concepts),
  };
}

export function seenText(base: SeenBase, span: Span, text: string): SeenText {
  return { base, span, text, meanings: once(() => base.meaningsOf(span)) };
}
