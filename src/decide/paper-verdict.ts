/**
 * One answer about several papers: which of them it takes, which it does not and why, and of which it says nothing. Plain answers only:
 * what contradicts itself, or excepts something that is no paper of the question, is left to be asked again.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { ofWording } from '../understand/words/wording.ts';

export interface SplitVerdict {
  /** File name -> the reason as the desk wrote it, empty where it gave none. */
  readonly refused: ReadonlyMap<string, string>;
  readonly accepted: ReadonlySet<string>;
  /** Neither. */
  readonly open: readonly string[];
}

type Word = 'yes' | 'no';

const LONGEST = 600;

interface PaperWords {
  readonly yes: RegExp;
  readonly no: RegExp;
  /** In names of files too common to name one. */
  readonly common: ReadonlySet<string>;
}

const wordsOn = ofWording(({ any, set }): PaperWords => ({
  yes: new RegExp(String.raw`^\W{0,4}1\b|\b${any('paper_yes', 'paper_fine')}\b`, 'i'),
  no: new RegExp(String.raw`^\W{0,4}2\b|\b${any('paper_no')}\b`, 'i'),
  common: set('paper_common'),
}));

const HARMLESS = /\btidak (?:ada )?(?:masalah|apa[- ]apa)\b/gi;
const REST = /\b(?:lainnya|sisanya|selebihnya|yang lain|satunya(?: lagi)?)\b/i;
const ALL = /\b(?:semua(?:nya)?|keduanya|seluruhnya)\b/i;
const PARTLY = /\b(?:kecuali|selain|hanya|cuma|sebagian|salah satu)\b/i;
const LEAD =
  /^(?:\W|yang\b|pada\b|untuk\b|kecuali\b|[12]\b|(?:tidak|belum) (?:sah|sesuai|benar|diterima|baik)\b|(?:di)?tolak\b|(?:tidak|belum)$)+/i;
const SPLIT = /[,;:\n]|\.(?=\s|$)|\b(?:tapi|tetapi|namun|sedangkan|sementara|dan)\b|(?=\bkecuali\b)/i;
/** Names stand in the text as signs that no keyboard has, one for each place in the list. */
const FIRST_SIGN = 0xe010;
const NAMED = /[\uE010-\uE0FF]/g;
const SEVERAL_NAMED = /([\uE010-\uE0FF])\s*(?:,|dan|serta|&)\s*(?:yang\s+)?(?=[\uE010-\uE0FF])/gi;
const MOST = 0xf0;
/** Null where it speaks of none of them apart from the others; `unclear` where it does, but not plainly. */
export function splitVerdict(
  text: string,
  filenames: readonly string[],
  rulebook: Pick<Rulebook, 'wording'>,
): SplitVerdict | 'unclear' | null {
  const words = wordsOn(rulebook);
  if (filenames.length < 2 || filenames.length > MOST) return null;
  const marked = withNames(text.slice(0, LONGEST), filenames, words);
  const isApart = marked.search(NAMED) >= 0 || REST.test(marked) || PARTLY.test(marked);
  return isApart ? judged(marked.split(SPLIT), filenames, words) : null;
}

/** Which of them a text names, in their order. */
export function namedIn(
  text: string,
  filenames: readonly string[],
  rulebook: Pick<Rulebook, 'wording'>,
): readonly string[] {
  const marked = withNames(text.slice(0, LONGEST), filenames.slice(0, MOST), wordsOn(rulebook));
  return filenames.filter((_, index) => index < MOST && marked.includes(signOf(index)));
}

function withNames(text: string, filenames: readonly string[], words: PaperWords): string {
  const plain = text.replace(NAMED, ' ').replace(HARMLESS, 'baik');
  const names = filenames.flatMap((filename, index) =>
    namesOf(filename, filenames, words).map((name) => ({ name, index })),
  );
  names.sort((one, other) => other.name.length - one.name.length);
  const found = names.reduce((rest, { name, index }) => replaced(rest, name, signOf(index)), plain);
  return found.replace(SEVERAL_NAMED, '$1 ');
}

function signOf(index: number): string {
  return String.fromCharCode(FIRST_SIGN + index);
}

/** As people call it: whole, without its ending, or by a word that no other bears. */
function namesOf(filename: string, all: readonly string[], words: PaperWords): readonly string[] {
  const others = all.filter((other) => other !== filename).flatMap((other) => wordsOf(other, words));
  const own = wordsOf(filename, words).filter((word) => !others.includes(word));
  return [filename, stemOf(filename), ...own].map((name) => name.toLowerCase()).filter((name) => name !== '');
}

/** As people write it: without its ending. */
function stemOf(filename: string): string {
  return filename.replace(/\.[a-z0-9]{1,5}$/i, '');
}

function wordsOf(filename: string, { yes, no, common }: PaperWords): readonly string[] {
  const words =
    stemOf(filename)
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  return words.filter((word) => !common.has(word) && !yes.test(word) && !no.test(word));
}

/** Where it stands as a word of its own. */
function replaced(text: string, name: string, by: string): string {
  let [done, rest] = ['', text];
  for (;;) {
    const at = rest.toLowerCase().indexOf(name);
    if (at < 0) return done + rest;
    const [before, behind] = [(done + rest.slice(0, at)).at(-1) ?? ' ', rest[at + name.length] ?? ' '];
    const isWord = !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(behind);
    done += rest.slice(0, at) + (isWord ? by : rest.slice(at, at + name.length));
    rest = rest.slice(at + name.length);
  }
}

interface Heard {
  readonly of: Map<number, Word>;
  readonly reasons: Map<number, string[]>;
  /** What is said of those not named. */
  rest: Word | null;
  general: Word | null;
  last: Word | null;
  about: readonly number[];
  readonly words: PaperWords;
}

function judged(clauses: readonly string[], filenames: readonly string[], words: PaperWords): SplitVerdict | 'unclear' {
  const heard: Heard = { of: new Map(), reasons: new Map(), rest: null, general: null, last: null, about: [], words };
  for (const clause of clauses) if (clause.trim() !== '' && !hear(heard, clause)) return 'unclear';
  const { of, rest, general } = heard;
  const hasNo = [...of.values()].includes('no') || rest === 'no';
  const unnamed = rest ?? (general === 'yes' && hasNo ? 'yes' : null);
  if (of.size === 0) return 'unclear';
  const wordOf = (index: number): Word | null => of.get(index) ?? unnamed;
  const those = (word: Word | null): readonly number[] => [...filenames.keys()].filter((at) => wordOf(at) === word);
  const nameAt = (index: number): string => filenames[index] ?? '';
  return {
    refused: new Map(those('no').map((index) => [nameAt(index), (heard.reasons.get(index) ?? []).join(', ')])),
    accepted: new Set(those('yes').map(nameAt)),
    open: those(null).map(nameAt),
  };
}

/** False where it is not plain. */
function hear(heard: Heard, clause: string): boolean {
  const named = [...clause.matchAll(NAMED)].map(([sign]) => sign.charCodeAt(0) - FIRST_SIGN);
  const isRest = REST.test(clause) || (named.length === 0 && ALL.test(clause));
  const isExcept = /\bkecuali\b/i.test(clause);
  const said = isExcept ? opposite(heard.last ?? heard.general) : wordIn(clause, heard.words);
  if (named.length === 0 && !isRest) return hearMore(heard, clause, isExcept ? null : said, isExcept);
  if (/\b(?:selain|sebagian|salah satu)\b/i.test(clause)) return false;
  const word = said ?? (heard.about.length === 0 || /\bjuga\b/i.test(clause) ? (heard.last ?? heard.general) : null);
  if (word === null || (isRest && named.length > 0)) return false;
  heard.last = word;
  heard.about = named;
  if (isRest) return setRest(heard, word);
  return named.every((index) => setOne(heard, index, word, clause));
}

/** A clause that names none: the answer to all that it opens, or more about those named before. */
function hearMore(heard: Heard, clause: string, said: Word | null, isExcept: boolean): boolean {
  if (isExcept || PARTLY.test(clause)) return false;
  if (heard.last === null) {
    if (said !== null && heard.general !== null && said !== heard.general) return false;
    heard.general ??= said;
    return true;
  }
  if (said !== null && said !== heard.last) return false;
  if (heard.last === 'no') for (const index of heard.about) addReason(heard, index, clause);
  return true;
}

function wordIn(clause: string, { yes, no }: PaperWords): Word | null {
  if (no.test(clause)) return 'no';
  return yes.test(clause) ? 'yes' : null;
}

function opposite(word: Word | null): Word | null {
  if (word === null) return null;
  return word === 'yes' ? 'no' : 'yes';
}

function setRest(heard: Heard, word: Word): boolean {
  const isFirst = heard.rest === null || heard.rest === word;
  heard.rest = word;
  return isFirst;
}

function setOne(heard: Heard, index: number, word: Word, clause: string): boolean {
  const before = heard.of.get(index);
  heard.of.set(index, word);
  if (word === 'no') addReason(heard, index, clause);
  return before === undefined || before === word;
}

function addReason({ reasons }: Heard, index: number, clause: string): void {
  const reason = clause.replace(NAMED, ' ').replace(/\s+/g, ' ').trim().replace(LEAD, '').trim();
  if (reason.length > 2) reasons.set(index, [...(reasons.get(index) ?? []), reason]);
}
