/**
 * The word rules of the rule files, found by the words of a text: only rules of which a first phrase is met are looked at, in the order of
 * the files, however many there are. What fires is first told by its points alone; the words that made it fire are put together for what
 * is kept of a reading.
 */
import type { WordRule } from '../../rulebook/rulebook.ts';
import type { Abbreviations, Words } from '../words/normalise.ts';
import { firstFrom, hitsIn, indexPhrases } from '../words/phrases.ts';
import type { Compare, Found, Hits, PhraseIndex } from '../words/phrases.ts';
import type { Evidence } from '../reading.ts';
import type { Span } from '../words/span.ts';
import { evidenceOf, leastApart, phrasesOf, weightApart } from '../words/words.ts';

/** A rule of one owner: a variant, a service, a kind of mail. */
interface OwnedRule<Owner> {
  readonly rule: WordRule;
  readonly owner: Owner;
  /** Its place among all. */
  readonly at: number;
  /** Its phrases by their ordinals. */
  readonly all: readonly (readonly number[])[];
  readonly none: readonly number[];
}

export interface RuleIndex<Owner> {
  readonly phrases: PhraseIndex;
  /** By the ordinal of each phrase of their first list. */
  readonly rules: readonly (readonly OwnedRule<Owner>[])[];
  readonly room: Room;
}

/** Where the hits of one text are laid out; empty again once they were looked at. */
interface Room {
  /** By phrase how many hits there are, and their places among all. */
  readonly counts: Uint8Array;
  readonly hits: Int32Array;
  /** The phrases that are met. */
  readonly phrases: Int32Array;
  /** By rule, whether it was tried, and those that were. */
  readonly met: Uint8Array;
  readonly tried: Int32Array;
}

/** Places of one phrase that are kept, to see which words stand near each other. */
const MAX_HITS = 6;

export function indexRules<Owner>(
  owned: readonly (readonly [Owner, readonly WordRule[]])[],
  abbreviations: Abbreviations,
  compare: Compare,
): RuleIndex<Owner> {
  const texts = phrasesOf(owned.flatMap(([, rules]) => rules));
  const phrases = indexPhrases(texts, abbreviations, { compare, maxGap: 2, maxHits: MAX_HITS });
  const ordinals = new Map(phrases.phrases.map(({ text, at }) => [text, at]));
  const numbered = (texts: readonly string[]): readonly number[] => texts.map((text) => ordinals.get(text) ?? -1);
  const all = owned
    .flatMap(([owner, rules]) => rules.map((rule) => ({ rule, owner })))
    .map(({ rule, owner }, at) => ({ rule, owner, at, all: rule.all.map(numbered), none: numbered(rule.none) }));
  const rules = phrases.phrases.map((): OwnedRule<Owner>[] => []);
  for (const one of all) for (const phrase of one.all[0] ?? []) rules[phrase]?.push(one);
  const room = {
    counts: new Uint8Array(rules.length),
    hits: new Int32Array(rules.length * MAX_HITS),
    phrases: new Int32Array(rules.length),
    met: new Uint8Array(all.length),
    tried: new Int32Array(all.length),
  };
  return { phrases, rules, room };
}

/** A span of a text. */
interface SpanRead {
  readonly base: { readonly words: Words };
  readonly span: Span;
  /** The words of the span as a text of their own. */
  readonly words: Words;
}

/** What of an index a span of a text holds; each is looked for when it is asked for. */
export class FoundRules<Owner> {
  private readonly index: RuleIndex<Owner>;
  private readonly found: Found;
  private readonly read: SpanRead;
  private itsHits: Hits | null = null;
  private met: readonly Firing<Owner>[] | null = null;
  private itsPoints: ReadonlyMap<Owner, readonly number[]> | null = null;

  /** @param found all that the text holds of the phrases of the index */
  constructor(index: RuleIndex<Owner>, found: Found, read: SpanRead) {
    this.index = index;
    this.found = found;
    this.read = read;
  }

  get words(): Words {
    return this.read.words;
  }

  get hits(): Hits {
    return (this.itsHits ??= hitsIn(this.found, this.read.span));
  }

  /** By owner the points of what fires, in the order of the files; owners of whom nothing fires are not there. */
  get points(): ReadonlyMap<Owner, readonly number[]> {
    return (this.itsPoints ??= pointsByOwner(this.firing));
  }

  /** What of one owner fires, with the words that made it fire. */
  firedOf(owner: Owner): readonly Evidence[] {
    const its = this.firing.filter(({ one }) => one.owner === owner);
    if (its.length === 0) return [];
    const hits = this.itsHits ?? hitsIn(this.found, this.read.span, phrasesIn(its));
    return its.flatMap(({ one }) => evidenceOf(one.rule, hits, this.words) ?? []);
  }

  private get firing(): readonly Firing<Owner>[] {
    const { index, found, read } = this;
    return (this.met ??= firing(index, { words: read.base.words, found, span: read.span }));
  }
}

function phrasesIn<Owner>(firing: readonly Firing<Owner>[]): ReadonlySet<number> {
  const phrases = new Set<number>();
  for (const { one } of firing) for (const group of one.all) for (const phrase of group) phrases.add(phrase);
  return phrases;
}

/** A span of a text of which all phrases are found. */
interface SpanFound {
  readonly words: Words;
  readonly found: Found;
  readonly span: Span;
}

interface Firing<Owner> {
  readonly one: OwnedRule<Owner>;
  readonly points: number;
}

function pointsByOwner<Owner>(firing: readonly Firing<Owner>[]): ReadonlyMap<Owner, readonly number[]> {
  const byOwner = new Map<Owner, number[]>();
  for (const { one, points } of firing) {
    const known = byOwner.get(one.owner);
    if (known) known.push(points);
    else byOwner.set(one.owner, [points]);
  }
  return byOwner;
}

/** The rules that fire, in the order of the files. */
function firing<Owner>({ rules, room }: RuleIndex<Owner>, within: SpanFound): readonly Firing<Owner>[] {
  const { counts, met, phrases, tried } = room;
  const size = layOut(within, room);
  const fired: Firing<Owner>[] = [];
  let many = 0;
  for (let at = 0; at < size; at += 1) {
    for (const one of rules[phrases[at] ?? 0] ?? []) {
      if (met[one.at] === 1) continue;
      met[one.at] = 1;
      tried[many] = one.at;
      many += 1;
      if (!isMet(one, counts)) continue;
      insert(fired, { one, points: one.rule.weight * weightApart(apartOf(one, room, within)) });
    }
  }
  for (let at = 0; at < many; at += 1) met[tried[at] ?? 0] = 0;
  for (let at = 0; at < size; at += 1) counts[phrases[at] ?? 0] = 0;
  return fired;
}

/** Keeps them in order; few fire, and most of these come in their order. */
function insert<Owner>(fired: Firing<Owner>[], next: Firing<Owner>): void {
  let at = fired.length;
  fired.push(next);
  for (let before = fired[at - 1]; before !== undefined && before.one.at > next.one.at; before = fired[at - 1]) {
    fired[at] = before;
    at -= 1;
  }
  fired[at] = next;
}

/** How many phrases are met; each stands once in the room. */
function layOut({ found, span: { from, to } }: SpanFound, room: Room): number {
  const { phrases, firsts, lasts } = found;
  const { counts, hits } = room;
  let size = 0;
  for (let at = firstFrom(firsts, from); (firsts[at] ?? to) < to; at += 1) {
    const phrase = phrases[at] ?? 0;
    const count = counts[phrase] ?? 0;
    if (count === MAX_HITS || (lasts[at] ?? to) >= to) continue;
    if (count === 0) room.phrases[size++] = phrase;
    hits[phrase * MAX_HITS + count] = at;
    counts[phrase] = count + 1;
  }
  return size;
}

function isMet<Owner>({ all, none }: OwnedRule<Owner>, counts: Uint8Array): boolean {
  for (const group of all) if (!hasOne(group, counts)) return false;
  return !hasOne(none, counts);
}

function hasOne(phrases: readonly number[], counts: Uint8Array): boolean {
  for (const phrase of phrases) if ((counts[phrase] ?? 0) > 0) return true;
  return false;
}

/** Sentences between the words of its groups where they stand nearest. */
function apartOf<Owner>({ all }: OwnedRule<Owner>, room: Room, within: SpanFound): number {
  if (all.length < 2) return 0;
  const groups = all.map((group) => sentencesOf(group, room, within));
  return leastApart(groups, within.span.zero);
}

function sentencesOf(group: readonly number[], { counts, hits }: Room, { found, words }: SpanFound): readonly number[] {
  const sentences: number[] = [];
  for (const phrase of group) {
    const count = counts[phrase] ?? 0;
    for (let at = 0; at < count; at += 1) {
      const first = found.firsts[hits[phrase * MAX_HITS + at] ?? 0] ?? 0;
      sentences.push(words.words[first]?.sentence ?? 0);
    }
  }
  return sentences;
}
