/**
 * The words of `rules/replies.yaml` in an answer: which classes are mentioned, where, and whether a negation stands up to three words
 * before ("belum … setuju"). A longer phrase hides the shorter ones inside it ("tidak keberatan" is no objection).
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Words } from '../words/normalise.ts';
import { toWords } from '../words/normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../words/phrases.ts';

export interface Mention {
  readonly class: string;
  readonly phrase: string;
  readonly first: number;
  readonly last: number;
  /** The negation before it, null when there is none. */
  readonly negation: string | null;
}

export interface Mentions {
  readonly words: Words;
  readonly all: readonly Mention[];
}

const MAX_HITS = 30;
const NEGATION_REACH = 3;
const NEGATIONS = 'negations';

/** Classes that one role's answers are read by; words of other roles' classes must not hide them. */
export interface ReplyView {
  readonly name: string;
  readonly classes: readonly string[];
  /** Classes whose phrases count only without other words between theirs. */
  readonly unbroken: readonly string[];
  /** How far a negation reaches: over commas for approvers, where a doubt is worth a question. */
  readonly negationWithin: 'sentence' | 'clause';
}

interface ReplyIndex {
  readonly index: PhraseIndex;
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
  readonly negations: ReadonlySet<string>;
}

const indexes = new WeakMap<Rulebook, Map<string, ReplyIndex>>();

export function findMentions(text: string, rulebook: Rulebook, view: ReplyView): Mentions {
  const { index, classesOf, negations } = replyIndexOf(rulebook, view);
  const words = toWords(text, rulebook.abbreviations);
  const hits = [...findPhrases(index, words).values()]
    .flat()
    .filter((hit) => hit.adjacent || !(classesOf.get(hit.phrase) ?? []).some((name) => view.unbroken.includes(name)));
  const longest = hits.toSorted((a, b) => b.last - b.first - (a.last - a.first));
  const covered = new Map<number, { readonly first: number; readonly last: number }>();
  const visible = longest.filter((hit) => {
    const outer = covered.get(hit.first);
    const inner = covered.get(hit.last);
    const hidden = outer !== undefined && outer === inner && outer.last - outer.first > hit.last - hit.first;
    if (!hidden) for (let at = hit.first; at <= hit.last; at += 1) if (!covered.has(at)) covered.set(at, hit);
    return !hidden;
  });
  const spoken = new Set(visible.filter((hit) => hit.last > hit.first).flatMap((hit) => range(hit.first, hit.last)));
  const all = visible.flatMap((hit) =>
    (classesOf.get(hit.phrase) ?? []).map((name) => ({
      ...hit,
      class: name,
      negation: negationBefore(words, hit.first, { negations, within: view.negationWithin, spoken }),
    })),
  );
  return { words, all: all.toSorted((a, b) => a.first - b.first) };
}

function replyIndexOf(rulebook: Rulebook, view: ReplyView): ReplyIndex {
  const ofRulebook = indexes.get(rulebook) ?? new Map<string, ReplyIndex>();
  indexes.set(rulebook, ofRulebook);
  const known = ofRulebook.get(view.name);
  if (known) return known;
  const classesOf = new Map<string, string[]>();
  for (const name of view.classes) {
    for (const phrase of rulebook.replies[name] ?? [])
      classesOf.set(phrase, (classesOf.get(phrase) ?? []).concat(name));
  }
  const built = {
    index: indexPhrases(classesOf.keys(), rulebook.abbreviations, { compare: 'form', maxGap: 1, maxHits: MAX_HITS }),
    classesOf,
    negations: negationsOf(rulebook),
  };
  ofRulebook.set(view.name, built);
  return built;
}

function negationsOf(rulebook: Rulebook): ReadonlySet<string> {
  return new Set((rulebook.replies[NEGATIONS] ?? []).filter((word) => !/\s/.test(word)));
}

/** The nearest negation up to three words before; one that belongs to a phrase of its own ("tidak ada masalah") is spoken for. */
function negationBefore(words: Words, first: number, { negations, within, spoken }: Negating): string | null {
  const here = words.words[first]?.[within];
  for (let at = first - 1; at >= Math.max(0, first - NEGATION_REACH); at -= 1) {
    const word = words.words[at];
    if (!word || word[within] !== here || isAnswer(words, at)) return null;
    if (negations.has(word.form) && !spoken.has(at)) return word.form;
  }
  return null;
}

/** "Tidak, saya tolak": a negation between commas is an answer of its own and turns nothing round. */
function isAnswer(words: Words, at: number): boolean {
  const clause = words.words[at]?.clause;
  return words.words[at - 1]?.clause !== clause && words.words[at + 1]?.clause !== clause;
}

interface Negating {
  readonly negations: ReadonlySet<string>;
  readonly within: 'sentence' | 'clause';
  /** Ordinals of words inside phrases of several words. */
  readonly spoken: ReadonlySet<number>;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** Whether the word itself is one of the negations of the rule files. */
export function isNegation(form: string, rulebook: Rulebook): boolean {
  return negationsOf(rulebook).has(form);
}

/** Mentions of a class that no negation turns round. */
export function plainly(mentions: Mentions, ...classes: readonly string[]): readonly Mention[] {
  return mentions.all.filter((mention) => classes.includes(mention.class) && mention.negation === null);
}

export function mentioned(mentions: Mentions, ...classes: readonly string[]): readonly Mention[] {
  return mentions.all.filter((mention) => classes.includes(mention.class));
}

/** The words of a mention as written. */
export function said(mentions: Mentions, mention: { readonly first: number; readonly last: number }): string {
  const start = mentions.words.words[mention.first]?.start ?? 0;
  return mentions.words.text.slice(start, mentions.words.words[mention.last]?.end ?? start).replace(/\s+/g, ' ');
}

/** Whether the sentence in which the mention stands ends with a question mark. */
export function isAsked(mentions: Mentions, mention: { readonly last: number }): boolean {
  const end = mentions.words.words[mention.last]?.end ?? 0;
  return /^[^.!?\n]{0,300}\?/.test(mentions.words.text.slice(end, end + 302));
}
