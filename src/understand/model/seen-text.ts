/** A text as both models see it, and spans of it: each word is gone through once, however many spans are read. */
import type { Words } from '../words/normalise.ts';
import { findAll, type Found } from '../words/phrases.ts';
import type { Span } from '../words/span.ts';
import { meaningsIn, sentencesIn, type Concepts, type Sentence } from './concepts.ts';
import { ownFeatures, tellSentence, tellWords } from './features.ts';
import { ownKindFeatures, tellKindSentence, tellKindWords } from './kind-features.ts';
import type { Model } from './model-bytes.ts';
import { seenBy, toldBy, type Seen, type ToldFeatures } from './seen.ts';

/** The meanings of a sentence, and what they tell each model, which is worked out once. */
export class Meant {
  readonly meanings: readonly number[];
  readonly first: number;
  readonly last: number;
  wishes: ToldFeatures | null = null;
  kinds: ToldFeatures | null = null;

  /** @param sentence where its phrases begin and end does not matter for one that a span cuts */
  constructor({ meanings, first, last }: Sentence) {
    this.meanings = meanings;
    this.first = first;
    this.last = last;
  }
}

export class SeenBase {
  readonly words: Words;
  private readonly models: { readonly wishes: Model; readonly kinds: Model };
  private readonly concepts: Concepts;
  private ofWishes: Seen | null = null;
  private ofKinds: Seen | null = null;
  private found: Found | null = null;
  /** Null where some phrase comes so often that what counts of it hangs on the span. */
  private sentences: readonly Meant[] | null = null;

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

  /** By sentence; what a sentence means that the span holds in full was worked out before. */
  meaningsOf(span: Span): readonly Meant[] {
    const found = this.lookThrough();
    const { sentences } = this;
    if (sentences === null) return this.meantWithin(found, span);
    const met: Meant[] = [];
    for (let at = 0; at < sentences.length; at += 1) {
      const one = sentences[at];
      if (one === undefined || one.first >= span.to) break;
      if (one.last < span.from) continue;
      if (one.first >= span.from && one.last < span.to) met.push(one);
      else met.push(...this.meantWithin(found, cut(span, one)));
    }
    return met;
  }

  private lookThrough(): Found {
    if (this.found !== null) return this.found;
    const { words, concepts } = this;
    const found = findAll(concepts.index, words);
    this.found = found;
    this.sentences = sentencesIn(found, words, concepts)?.map((one) => new Meant(one)) ?? null;
    return found;
  }

  private meantWithin(found: Found, span: Span): readonly Meant[] {
    const { words, concepts } = this;
    return meaningsIn(found, { words, span }, concepts).map((meanings) => new Meant({ meanings, first: 0, last: 0 }));
  }

  toldOfWishes(meant: Meant): ToldFeatures {
    return (meant.wishes ??= toldBy(this.models.wishes, this.wishes, (count) =>
      tellSentence(meant.meanings, this.concepts, count),
    ));
  }

  toldOfKinds(meant: Meant): ToldFeatures {
    return (meant.kinds ??= toldBy(this.models.kinds, this.kinds, (count) =>
      tellKindSentence(meant.meanings, this.concepts, count),
    ));
  }
}

function cut({ from, to, zero }: Span, { first, last }: Meant): Span {
  return { from: Math.max(from, first), to: Math.min(to, last + 1), zero };
}

/** A span of it. */
export class SeenText {
  readonly base: SeenBase;
  readonly span: Span;
  readonly text: string;
  private its: readonly Meant[] | null = null;

  constructor(base: SeenBase, span: Span, text: string) {
    this.base = base;
    this.span = span;
    this.text = text;
  }

  get meanings(): readonly Meant[] {
    return (this.its ??= this.base.meaningsOf(this.span));
  }
}
