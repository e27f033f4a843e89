/**
 * What a team or a requester tells, clause by clause, as features for their judge (clause-judge.ts): the same that an approver's clauses are
 * judged by, with the words of work (`work-…` of `rules/replies.yaml`) among the kinds. Clauses are cut finer, since of two things joined by
 * "dan" one may be done and the other still open.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { foldVerb } from '../words/fold.ts';
import { hash } from '../words/hash.ts';
import type { Telling } from '../words/tally.ts';
import { toWords, type Word, type Words } from '../words/normalise.ts';
import { remembered } from '../words/remembered.ts';
import { shapeOf, wordKinds, type WordKind } from './approver/clause-kinds.ts';
import { partsBeside, type KnownWords, type Part } from './approver/yes-parts.ts';
import type { Mention } from './mentions.ts';
import { wordSet } from './words.ts';

export interface ToldClause {
  readonly text: string;
  readonly features: Telling;
}

/** There is no yes that clauses stand beside. */
const NOWHERE: Mention = { class: '', phrase: '', first: -1, last: -1, negation: null };
const JOINTS = wordSet('dan serta lalu kemudian terus sambil sedangkan tinggal sekaligus lantas and then while');
/** Fewer words before a joint are no clause ("akun dan kotak surat dibuat"). */
const FEWEST_JOINED = 2;
const KINDS_OF_WORK = ['work-preparing', 'work-doing', 'work-result'];
/** Full stops and colons that end nothing: "16.20", "10.8.0.0/24", "reza.m". */
const INSIDE = /(?<=\d)[.,:/](?=\d)|(?<=\p{L})\.(?=\p{L})/gu;
const UP_TO = /\bs\.?\s?d\b\.?/giu;
const ASKED = hash('asked');
const ASKED_WEIGHT = 3;
const ALONE = hash('alone');

const readers = new WeakMap<Rulebook, KnownWords>();

export function toldClauses(written: string, rulebook: Rulebook): readonly ToldClause[] {
  const text = written.replace(UP_TO, 'sampai dengan').replace(INSIDE, '');
  const words = toWords(text, rulebook.abbreviations);
  const mentions = { words: { ...words, words: cutAtJoints(words.words) }, all: [] };
  const parts = partsBeside(mentions, [NOWHERE], knownWords(rulebook));
  return parts.map((part) => ({
    text: textOf(part, words),
    features: (tell) => {
      part.features(tell);
      if (endsAsked(part, words)) tell(ASKED, ASKED_WEIGHT);
      if (parts.length === 1) tell(ALONE, 1);
    },
  }));
}

/** The same words, with each joint beginning a clause of its own. */
function cutAtJoints(words: readonly Word[]): readonly Word[] {
  let [cuts, length] = [0, 0];
  return words.map((word, at) => {
    const isNew = word.clause !== words[at - 1]?.clause;
    const isLast = words[at + 1]?.clause !== word.clause;
    length = isNew ? 0 : length + 1;
    if (!isNew && !isLast && length >= FEWEST_JOINED && JOINTS.has(word.form)) {
      cuts += 1;
      length = 0;
    }
    return { ...word, clause: word.clause + cuts };
  });
}

function textOf({ all }: Part, { text, words }: Words): string {
  return text.slice(words[all[0] ?? 0]?.start ?? 0, words[all.at(-1) ?? 0]?.end ?? 0);
}

function endsAsked({ all }: Part, { text, words }: Words): boolean {
  const end = words[all.at(-1) ?? 0]?.end ?? 0;
  return /^[^.!?\n\p{L}]{0,5}\?/u.test(text.slice(end, end + 8));
}

function knownWords(rulebook: Rulebook): KnownWords {
  const known = readers.get(rulebook);
  if (known) return known;
  const kindOf = remembered(kindsOfWork(rulebook));
  const made: KnownWords = {
    classesOf: (form) => {
      const [name] = kindOf(form).kinds;
      return name === undefined ? null : { name, binds: false };
    },
    isKnown: () => false,
    kindOf,
  };
  readers.set(rulebook, made);
  return made;
}

/** What a word does in a clause, and what it says of work behind that. */
function kindsOfWork(rulebook: Rulebook): (form: string) => WordKind {
  const lists = KINDS_OF_WORK.map((name) => ({ name, words: formsOf(rulebook.replies[name] ?? []) }));
  const kindOf = wordKinds(rulebook);
  return (form) => {
    const ofWork = lists.filter(({ words }) => words.has(form) || words.has(rootOf(form))).map(({ name }) => name);
    const kinds = [...kindOf(form).kinds, ...ofWork];
    return { kind: kinds[0] ?? shapeOf(form), kinds };
  };
}

function formsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => !/\s/.test(word)).flatMap((word) => [word, rootOf(word)]));
}

/** "dikoordinasikan" and "koordinasi" are one. */
export function rootOf(word: string): string {
  return foldVerb(word.replace(/^ter(?=\p{L}{4})/u, 'di').replace(/-/g, ''));
}
