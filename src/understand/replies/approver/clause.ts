/**
 * A clause beside a yes as its words' parts in it: who is spoken of, whether it is so already, what is ordered or counted. The lists
 * `clause-…` of `rules/replies.yaml` say what a word can be; here is what it is by its place.
 */
import { wordSet } from '../words.ts';

/** A word of a clause with what it does there. */
export interface ClauseWord {
  readonly form: string;
  readonly raw: string;
  /** The lists `clause-…` that name it. */
  readonly kinds: readonly string[];
  /** Named by our letter or by the writer's own name. */
  readonly known: boolean;
  /** The rule files know it as harmless beside a yes. */
  readonly harmless: boolean;
}

export interface Clause {
  readonly words: readonly ClauseWord[];
  /** In a sentence of its own. */
  readonly apart: boolean;
  /** Whom or what it is about, null where nothing is named. */
  readonly subject: ClauseWord | null;
  /** Nothing unknown stands before the subject, so that it is no object of an order. */
  readonly opensWithSubject: boolean;
}

const NOMINAL = ['person', 'self', 'matter', 'thing', 'paper', 'event', 'world'];
const OBLIGES = wordSet('harus wajib boleh perlu jangan pastikan setuju');
const AGAIN = wordSet(
  'ternyata rupanya baru masih sedang lagi selalu sering terus memang emang sekarang biasa was were',
);
const HABIT = wordSet('biasa selalu sering tiap setiap');
/** May stand between "sudah" and what is done. */
const BETWEEN = wordSet('juga langsung pada sempat ada yang di semua sendiri pun mereka bersama sama');
const REACH = 4;
const A_NUMBER = /\d{3,}/;

export function clauseOf(words: readonly ClauseWord[], apart: boolean): Clause {
  const at = words.findIndex((word, index) => isNominal(word, index === 0));
  const opensWithSubject = at >= 0 && words.slice(0, at).every((word) => word.harmless || word.kinds.length > 0);
  return { words, apart, subject: words[at] ?? null, opensWithSubject };
}

export function is({ kinds }: ClauseWord, ...names: readonly string[]): boolean {
  return names.some((name) => kinds.includes(name));
}

export function has({ words }: Pick<Clause, 'words'>, ...kinds: readonly string[]): boolean {
  return words.some((word) => is(word, ...kinds));
}

/** Whether one of these words stands in it. */
export function says({ words }: Pick<Clause, 'words'>, forms: ReadonlySet<string>): boolean {
  return words.some(({ form }) => forms.has(form));
}

export function before({ words }: Clause, at: number): Pick<Clause, 'words'> {
  return { words: words.slice(0, at) };
}

/** "Lokasinya": the request's own, as a rule. */
export function isIts({ raw }: ClauseWord): boolean {
  return /nya$/iu.test(raw);
}

export function isName({ raw, kinds, harmless, known }: ClauseWord): boolean {
  return kinds.length === 0 && !harmless && (known || /^\p{Lu}\p{Ll}/u.test(raw));
}

function isNominal(word: ClauseWord, opens: boolean): boolean {
  return is(word, ...NOMINAL) || (isName(word) && !opens) || isIts(word);
}

/** What it says beside particles. */
export function contentOf({ words }: Clause): number {
  return words.filter(({ kinds, harmless }) => kinds.length > 0 || !harmless).length;
}

/** Somebody does something. */
export function isByPerson({ subject, opensWithSubject }: Clause): boolean {
  return subject !== null && opensWithSubject && (is(subject, 'person') || isName(subject));
}

/** People, or a meeting of theirs. */
export function isOfPeople(clause: Clause): boolean {
  const { subject } = clause;
  if (subject === null) return false;
  return isByPerson(clause) || is(subject, 'self') || (is(subject, 'event') && !isIts(subject));
}

/** Somebody or something of the writer's world does or is something: what is limited there is his, and not the request. */
export function isOwn(clause: Clause): boolean {
  const { subject, opensWithSubject } = clause;
  if (subject === null || !opensWithSubject) return false;
  const world = is(subject, 'person', 'self', 'world', 'event') || isName(subject);
  const tells = has(clause, 'done', 'state', 'praise', 'trouble', 'need', 'cause');
  return world && tells && !has(clause, 'matter', 'please', 'if') && !says(clause, OBLIGES);
}

export function isHabit(clause: Clause): boolean {
  return says(clause, HABIT);
}

/** Done already, or again and again: "sudah saya cek", "baru pindah". */
export function isBehind({ words }: Clause, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) {
    const word = words[index];
    if (!word) return false;
    if (is(word, 'done') || AGAIN.has(word.form)) return true;
    if (!is(word, 'self', 'person', 'state') && !isName(word) && !BETWEEN.has(word.form)) return false;
  }
  return false;
}

/** "Kontak teknis: Dimas ext 3321" */
export function isContact(clause: Clause): boolean {
  if (!has(clause, 'contact')) return false;
  return clause.words.some(({ form }) => A_NUMBER.test(form)) || (has(clause, 'person') && !has(clause, 'matter'));
}
