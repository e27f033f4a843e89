/** A text as both models see it, and spans of it: each word is gone through once, however many spans are read. */
import type { Words } from '../words/normalise.ts';
import { findAll, type Found } from '../words/phrases.ts';
import type { Span } from '../words/span.ts';
import { meaningsIn, type Concepts, type Meanings } from './concepts.ts';
import { ownFeatures, tellWords } from './features.ts';
import { ownKindFeatures, tellKindWords } from './kind-features.ts';
import type { Model } from './model-bytes.ts';
import { seenBy, type Seen } from './seen.ts';

export class SeenBase {
  readonly words: Words;
  private readonly models: { readonly wishes: Model; readonly kinds: Model };
  private readonly concepts: Concepts;
  private ofWishes: Seen | null = null;
  private ofKinds: Seen | null = null;
  private found: Found | null = null;

  constructor(words: Words, models: { readonly wishes: Model; readonly kinds: Model }, concepts: Concepts) {
    this.words = words;
    this.models = models;
    this.concepts = concepts;
  }

  get wishes(): Seen {
    const { words, models } = this;
    const most = words.words.length;
    return (this.ofWishes ??= seenBy(models.wishes, words, ownFeatures, (count) => tellWords(words, count, { most })));
  }

  get kinds(): Seen {
    const { words, models } = this;
    const most = words.words.length;
    return (this.ofKinds ??= seenBy(models.kinds, words, ownKindFeatures, (count) =>
      tellKindWords(words, count, most),
    ));
  }

  meaningsOf(span: Span): Meanings {
    const { words, concepts } = this;
    this.found ??= findAll(concepts.index, words);
    return meaningsIn(this.found, { words, span }, concepts);
  }
}

/** A span of it. */
export class SeenText {
  readonly base: SeenBase;
  readonly span: Span;
  readonly text: string;
  private its: Meanings | null = null;

  constructor(base: SeenBase, span: Span, text: string) {
    this.base = base;
    this.span = span;
    this.text = text;
  }

  get meanings(): Meanings {
    return (this.its ??= this.base.meaningsOf(this.span));
  }
}
