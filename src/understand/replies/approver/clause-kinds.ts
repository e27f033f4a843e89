/**
 * What a word does in a clause beside a yes, by the lists `clause-…` of `rules/replies.yaml`: who is spoken of, when, how much, whether it is so
 * already or is ordered. Of a word that no list names, its shape. Writers differ in their words and agree in these, so that the judge of
 * plain approvals learns from one what holds for another.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { hash, together } from '../../words/hash.ts';
import { remembered } from '../../words/remembered.ts';
import { wordSet } from '../words.ts';
import type { Tell } from '../../words/tally.ts';

export interface WordKind {
  /** The first list that names it, or its shape. */
  readonly kind: string;
  /** All lists that name it. */
  readonly kinds: readonly string[];
}

const PREFIX = 'clause-';
/** How a word begins and ends: a deed, an order, a thing, a number. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['#', /\d/],
  ['di-kan', /^di\p{L}{3,}(?:kan|i)$/u],
  ['di-', /^di\p{L}{4,}$/u],
  ['me-', /^(?:me|ng)\p{L}{4,}$/u],
  ['ber-', /^ber\p{L}{3,}$/u],
  ['ter-', /^ter\p{L}{3,}$/u],
  ['pe-an', /^pe\p{L}{3,}an$/u],
  ['ke-an', /^ke\p{L}{3,}an$/u],
  ['-kan', /\p{L}{3,}kan$/u],
  ['-an', /\p{L}{3,}an$/u],
  ['-i', /\p{L}{3,}i$/u],
  ['-ed', /\p{L}{3,}ed$/u],
  ['-ing', /\p{L}{3,}ing$/u],
  ['short', /^.{1,3}$/u],
];
const MEETING_WEIGHT = 2;
/** What these hold binds, be it a condition where no list says how. */
const BINDING_CLASSES = ['conditional', 'defer', 'limits'];
const BINDING_KINDS = new Set([
  'if',
  'only',
  'first',
  'but',
  'must',
  'change',
  'check',
  'coming',
  'span',
  'number',
  'wrong',
]);

const readers = new WeakMap<Rulebook['replies'], (form: string) => WordKind>();

export function wordKinds({ replies }: Rulebook): (form: string) => WordKind {
  const known = readers.get(replies);
  if (known) return known;
  const negations = (replies['negations'] ?? []).filter(isWord);
  const lists = Object.entries(replies)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, words]) => ({ name: name.slice(PREFIX.length), words: wordSet(words.join(' ')) }))
    .concat({ name: 'not', words: wordSet(negations.join(' ')) });
  const binding = wordSet(
    BINDING_CLASSES.flatMap((name) => replies[name] ?? [])
      .filter(isWord)
      .join(' '),
  );
  const made = remembered((form: string): WordKind => {
    const named = [...new Set(lists.filter(({ words }) => words.has(form)).map(({ name }) => name))];
    const unplaced = binding.has(form) && !named.some((kind) => BINDING_KINDS.has(kind));
    const kinds = unplaced ? [...named, 'if'] : named;
    return { kind: kinds[0] ?? shapeOf(form), kinds };
  });
  readers.set(replies, made);
  return made;
}

function isWord(phrase: string): boolean {
  return !/\s/.test(phrase);
}

export function shapeOf(form: string): string {
  return SHAPES.find(([, pattern]) => pattern.test(form))?.[0] ?? 'bare';
}

/**
 * A clause as what its words do: single, in twos and threes, what opens it, and which meet in it.
 * @param sequence the kinds in their order, from the place of the clause to its end
 */
export function tellKinds(sequence: readonly string[], met: ReadonlySet<string>, count: Tell): void {
  const ids = sequence.map(kindId);
  const [place = 0, opening = 0] = ids;
  ids.forEach((one, at) => {
    count(one, 1);
    const [two, three] = [ids[at + 1], ids[at + 2]];
    if (two === undefined) return;
    const pair = together(one, two);
    count(pair, 1);
    if (three !== undefined) count(together(pair, three), 1);
  });
  const names = [...met].toSorted().map(meetingId);
  for (const [at, one] of names.entries()) {
    count(together(place, one), MEETING_WEIGHT);
    count(together(opening, one), MEETING_WEIGHT);
    for (const other of names.slice(at + 1)) count(together(one, other), MEETING_WEIGHT);
  }
}

const kindId = remembered((kind: string): number => hash(`k ${kind}`));
const meetingId = remembered((kind: string): number => hash(`m ${kind}`));
