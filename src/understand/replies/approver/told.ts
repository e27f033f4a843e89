/**
 * Whether a clause beside a yes only tells something, by how it is built: who does what, and whether it is so already. What binds in it is
 * looked for first (clause-binds.ts); then what shows that something is told. How plainly it does so says how much the judge of
 * plain approvals may doubt it (harmless.ts).
 */
import { bindingIn, endsBadly } from './clause-binds.ts';
import {
  clauseOf,
  contentOf,
  has,
  is,
  isContact,
  isIts,
  isName,
  isOfPeople,
  says,
  type Clause,
  type ClauseWord,
} from './clause.ts';
import { fromApology, isCourtesy, isHasty, isLookedAt, isNothing, isPointer, offersHelp } from './clause-set.ts';
import { wordSet } from '../words.ts';

export interface ToldClause {
  readonly words: readonly ClauseWord[];
  /** In a sentence of its own. */
  readonly apart: boolean;
  /** Before the yes. */
  readonly early: boolean;
}

/** How plainly it tells something: whom to turn to, courtesy, by its build, softly against its build. */
export type Told = 'contact' | 'courtesy' | 'plainly' | 'likely' | 'unsigned' | 'soft';
/** Where its build tells nothing: nothing in it binds, in a few words or in more; something may bind by its place, or does by its word. */
export type Untold = 'few words' | 'unheard' | 'loosely tied' | 'tied';
export type Build = Told | Untold;

const SO_IT_IS = wordSet('masih sedang memang emang pancen selalu sering tiap setiap terus always still is are every');
const THIS = wordSet('ini itu this it that');
const NOT = wordSet('tidak belum');
const ABLE = wordSet('bisa dapat punya');
const THANKS = wordSet('terima thanks thank makasih trims suwun nuwun nuhun');
const FEWEST = 2;

/** @returns null where something in it binds, or where it says too little */
export function toldBy({ words, apart, early }: ToldClause): Told | null {
  const clause = clauseOf(fromApology(words), apart);
  if (isPointer(clause)) return 'contact';
  if (isHasty(clause)) return 'courtesy';
  if (early && isLookedAt(clause)) return 'plainly';
  const bound = bindingIn(clause);
  const softly = apart && contentOf(clause) >= FEWEST ? 'soft' : null;
  if (bound !== null) return bound.soft && clause.subject !== null ? softly : null;
  return tellsIn(clause) ?? softly;
}

/** How it is built, be it that it tells something by that or not. */
export function buildOf(told: ToldClause): Build {
  const tells = toldBy(told);
  if (tells !== null) return tells;
  const clause = clauseOf(told.words, told.apart);
  const bound = bindingIn(clause);
  if (isCourtesy(clause)) return 'tied';
  if (bound !== null) return bound.soft ? 'loosely tied' : 'tied';
  return told.words.length <= FEWEST ? 'few words' : 'unheard';
}

function tellsIn(clause: Clause): Told | null {
  const [first] = clause.words;
  if (isNothing(clause) || offersHelp(clause)) return 'plainly';
  if (first === undefined || contentOf(clause) < FEWEST) return null;
  if (isCourtesy(clause)) return thanksForLess(clause) || isSorryFor(clause) ? null : 'courtesy';
  if (isPlain(clause, first)) return 'plainly';
  if (isLikely(clause, first)) return 'likely';
  const isStrange = first.kinds.length === 0 && !first.harmless && !isIts(first);
  return isStrange || has(clause, 'matter') ? null : 'unsigned';
}

/** "Terima kasih hosting tidak": what stands behind thanks without a comma turns or counts. */
function thanksForLess({ words }: Clause): boolean {
  const [first] = words;
  return !!first && THANKS.has(first.form) && words.some((word) => is(word, 'not', 'number') || /\d/.test(word.form));
}

/** "Maaf tidak bisa": an apology for a no. */
function isSorryFor({ words }: Clause): boolean {
  const [before, last] = words.slice(-2);
  return !!before && !!last && is(before, 'not') && ABLE.has(last.form);
}

function isPlain(clause: Clause, first: ClauseWord): boolean {
  return (
    has(clause, 'done', 'cause', 'reply') ||
    is(first, 'purpose') ||
    says(clause, SO_IT_IS) ||
    (has(clause, 'trouble') && clause.subject !== null) ||
    (first.form === 'tanpa' && endsBadly(clause)) ||
    isUnable(clause, first) ||
    isContact(clause) ||
    isHandedOver(clause, first)
  );
}

/** "Tidak bisa kerja", of whom was told before. */
function isUnable(clause: Clause, first: ClauseWord): boolean {
  const able = NOT.has(first.form) && ABLE.has(clause.words[1]?.form ?? '');
  return able && contentOf(clause) > FEWEST && !has(clause, 'haste', 'coming', 'number');
}

/** "Yang ambil nanti driver saya" */
function isHandedOver(clause: Clause, first: ClauseWord): boolean {
  if (!has(clause, 'hand-over')) return false;
  return first.form === 'yang' || clause.words.some((word) => is(word, 'person') || isName(word)) || isOfPeople(clause);
}

function isLikely(clause: Clause, first: ClauseWord): boolean {
  const { subject, opensWithSubject } = clause;
  const ofEvent = subject !== null && opensWithSubject && is(subject, 'event');
  return isOfPeople(clause) || has(clause, 'praise', 'state', 'trouble', 'need') || ofEvent || THIS.has(first.form);
}
