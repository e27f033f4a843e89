/**
 * Texts with what the words of the rule files, the meanings and the models find in them. On the way through a mail much of it is read
 * again, alone: such a text is not gone through anew, but is a span of the one that holds it.
 */
import type { IncidentRoute, KindWords, Rulebook, Service, Variant } from '../../rulebook/rulebook.ts';
import { SeenBase, SeenText } from '../model/seen-text.ts';
import { toWords, type Words } from '../words/normalise.ts';
import { findAll, type Found } from '../words/phrases.ts';
import { spanAt, wholeOf, type Span } from '../words/span.ts';
import { lexiconOf } from './lexicon.ts';
import { FoundRules } from './rule-index.ts';

/** A text with the rules that its words meet; they are looked for when they are asked for. */
export interface ReadText {
  /** As it was normalised. */
  readonly text: string;
  /** How many words it has. */
  readonly size: number;
  readonly words: Words;
  readonly services: FoundRules<Service | Variant>;
  readonly kinds: FoundRules<keyof KindWords | IncidentRoute>;
  readonly seen: SeenText;
  /** How many words end behind this place of the text; all of them where normalising changed it, as the places may be others then. */
  readonly wordsBehind: (at: number) => number;
}

const LATELY = 24;
const LATELY_WHOLE = 4;
/** Longer ones are not looked for in each other: however a mail is made, looking must not cost more than reading. */
const MAX_SOUGHT = 5000;
const lately: SpanText[] = [];
const bases: Base[] = [];

/** Parts of a mail are read more than once on the way through it. */
export function readText(text: string, rulebook: Rulebook): ReadText {
  for (const known of lately) if (known.given === text && known.base.rulebook === rulebook) return known;
  const read = within(text, rulebook) ?? readAnew(text, rulebook);
  if (lately.length >= LATELY) lately.shift();
  lately.push(read);
  return read;
}

/** Null where none of the texts read last holds it. */
function within(text: string, rulebook: Rulebook): SpanText | null {
  for (const base of bases) {
    if (base.text === null || base.rulebook !== rulebook) continue;
    if (base.text.length < text.length || base.text.length > MAX_SOUGHT) continue;
    const at = base.text.indexOf(text);
    const span = at < 0 ? null : spanAt(base.words, at, text.length);
    if (span !== null) return new SpanText(base, { span, start: at }, text);
  }
  return null;
}

function readAnew(text: string, rulebook: Rulebook): SpanText {
  const base = new Base(text, rulebook);
  if (bases.length >= LATELY_WHOLE) bases.shift();
  bases.push(base);
  return new SpanText(base, { span: wholeOf(base.words), start: 0 }, text);
}

/** A text that was gone through word by word. */
class Base {
  readonly rulebook: Rulebook;
  /** Null where normalising changed it: then what it holds has other places. */
  readonly text: string | null;
  readonly words: Words;
  readonly seen: SeenBase;
  private ofServices: Found | null = null;
  private ofKinds: Found | null = null;

  constructor(text: string, rulebook: Rulebook) {
    const { learnt, concepts } = lexiconOf(rulebook);
    this.rulebook = rulebook;
    this.words = toWords(text, rulebook.abbreviations);
    this.text = this.words.text === text ? text : null;
    this.seen = new SeenBase(this.words, learnt, concepts);
  }

  get services(): Found {
    return (this.ofServices ??= findAll(lexiconOf(this.rulebook).services.phrases, this.words));
  }

  get kinds(): Found {
    return (this.ofKinds ??= findAll(lexiconOf(this.rulebook).kinds.phrases, this.words));
  }
}

/** A class, as all that these hold would else be kept alive far beyond their mail: literals that once lived long are made to last. */
class SpanText implements ReadText {
  readonly text: string;
  readonly size: number;
  readonly seen: SeenText;
  readonly base: Base;
  readonly span: Span;
  /** As it was handed in. */
  readonly given: string;
  /** Where it begins in the text of the base. */
  private readonly start: number;
  private alone: Words | null = null;
  private ofServices: ReadText['services'] | null = null;
  private ofKinds: ReadText['kinds'] | null = null;

  constructor(base: Base, { span, start }: { readonly span: Span; readonly start: number }, given: string) {
    const isAll = span.to - span.from === base.words.words.length;
    this.text = isAll && start === 0 && base.text === null ? base.words.text : given;
    this.given = given;
    this.size = span.to - span.from;
    this.base = base;
    this.span = span;
    this.start = start;
    this.seen = new SeenText(base.seen, span, this.text);
    if (isAll && this.text.length === base.words.text.length) this.alone = base.words;
  }

  get words(): Words {
    return (this.alone ??= toWords(this.text, this.base.rulebook.abbreviations));
  }

  get services(): ReadText['services'] {
    return (this.ofServices ??= new FoundRules(lexiconOf(this.base.rulebook).services, this.base.services, this));
  }

  get kinds(): ReadText['kinds'] {
    return (this.ofKinds ??= new FoundRules(lexiconOf(this.base.rulebook).kinds, this.base.kinds, this));
  }

  wordsBehind(at: number): number {
    const { base, span, start, size } = this;
    if (base.text === null) return size;
    let behind = 0;
    for (let word = span.from; word < span.to; word += 1)
      if ((base.words.words[word]?.end ?? 0) - start > at) behind += 1;
    return behind;
  }
}
