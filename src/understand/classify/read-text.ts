/**
 * Texts with what the words of the rule files, the meanings and the models find in them. On the way through a mail much of it is read
 * again, alone: such a text is not gone through anew, but is a span of the one that holds it.
 */
import type { IncidentRoute, KindWords, Rulebook, Service, Variant } from '../../rulebook/rulebook.ts';
import { seenBase, seenText, type SeenBase, type SeenText } from '../model/seen-text.ts';
import { toWords, type Words } from '../words/normalise.ts';
import { once } from '../words/once.ts';
import { findAll, type Found } from '../words/phrases.ts';
import { spanAt, wholeOf, type Span } from '../words/span.ts';
import { lexiconOf } from './lexicon.ts';
import { rulesIn, type FoundRules, type SpanFound } from './rule-index.ts';

/** A text with the rules that its words meet; they are looked for when they are asked for. */
export interface ReadText {
  /** As it was normalised. */
  readonly text: string;
  /** How many words it has. */
  readonly size: number;
  readonly words: Words;
  readonly services: () => FoundRules<Service | Variant>;
  readonly kinds: () => FoundRules<keyof KindWords | IncidentRoute>;
  readonly seen: SeenText;
}

/** A text that was gone through word by word. */
interface Base {
  readonly rulebook: Rulebook;
  /** Null where normalising changed it: then what it holds has other places. */
  readonly text: string | null;
  readonly words: Words;
  readonly services: () => Found;
  readonly kinds: () => Found;
  readonly seen: SeenBase;
}

interface Known {
  readonly text: string;
  readonly rulebook: Rulebook;
  readonly read: ReadText;
}

const LATELY = 24;
const LATELY_WHOLE = 4;
/** Longer ones are not looked for in each other: however a mail is made, looking must not cost more than reading. */
const MAX_SOUGHT = 5000;
const lately: Known[] = [];
const bases: Base[] = [];

/** Parts of a mail are read more than once on the way through it. */
export function readText(text: string, rulebook: Rulebook): ReadText {
  const known = lately.find((one) => one.text === text && one.rulebook === rulebook);
  if (known) return known.read;
  const read = within(text, rulebook) ?? readAnew(text, rulebook);
  if (lately.length >= LATELY) lately.shift();
  lately.push({ text, rulebook, read });
  return read;
}

/** Null where none of the texts read last holds it. */
function within(text: string, rulebook: Rulebook): ReadText | null {
  for (const base of bases) {
    if (base.text === null || base.rulebook !== rulebook) continue;
    if (base.text.length < text.length || base.text.length > MAX_SOUGHT) continue;
    const at = base.text.indexOf(text);
    const span = at < 0 ? null : spanAt(base.words, at, text.length);
    if (span !== null) return readSpan(base, span, text);
  }
  return null;
}

function readAnew(text: string, rulebook: Rulebook): ReadText {
  const lexicon = lexiconOf(rulebook);
  const words = toWords(text, rulebook.abbreviations);
  const base: Base = {
    rulebook,
    text: words.text === text ? text : null,
    words,
    services: once(() => findAll(lexicon.services.phrases, words)),
    kinds: once(() => findAll(lexicon.kinds.phrases, words)),
    seen: seenBase(words, lexicon.learnt, lexicon.concepts),
  };
  if (bases.length >= LATELY_WHOLE) bases.shift();
  bases.push(base);
  return readSpan(base, wholeOf(words), words.text);
}

function readSpan(base: Base, span: Span, text: string): ReadText {
  const { rulebook, seen } = base;
  const lexicon = lexiconOf(rulebook);
  const isWhole = span.to - span.from === base.words.words.length && text.length === base.words.text.length;
  const words = isWhole ? () => base.words : once(() => toWords(text, rulebook.abbreviations));
  const foundIn = (found: Found): SpanFound => ({ words: base.words, found, span, alone: words });
  return {
    text,
    size: span.to - span.from,
    get words() {
      return words();
    },
    services: once(() => rulesIn(lexicon.services, foundIn(base.services()))),
    kinds: once(() => rulesIn(lexicon.kinds, foundIn(base.kinds()))),
    seen: seenText(seen, span, text),
  };
}
