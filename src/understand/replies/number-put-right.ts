/**
 * "Maaf, akunnya 45 bukan 25": whoever asks puts right how many. Counted only where the words leave no doubt: the old number stands against
 * the new one, or the sentence says nothing but that it is put right. All else that holds a number is told to whoever has the ticket.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { isCountOf, isCounted } from '../facts/counted-nouns.ts';
import { counts, numeralAt } from '../facts/quantity.ts';
import { isNamedBefore, isOther, nounAfter } from '../facts/quantity-noun.ts';
import { toWords, type Words } from '../words/normalise.ts';
import { findPhrases, indexPhrases } from '../words/phrases.ts';

export interface NumberBefore {
  /** As the ticket has it; null where it has none. */
  readonly quantity: number | null;
  /** What its service counts. */
  readonly unit: string;
}

interface Told {
  readonly value: number;
  readonly at: number;
  readonly last: number;
  /** Nothing else is counted by it: its noun is the unit's, or it has none. */
  readonly fits: boolean;
}

/** Words between a number and the one that it stands against. */
const NEAR = 4;
const MOST = 100_000;

/** The number that is meant now; null where the text does not plainly put another one right. */
export function numberPutRight(text: string, before: NumberBefore, rulebook: Rulebook): number | null {
  const it: Reply = { words: toWords(text, rulebook.abbreviations), before, rulebook };
  const told = numbersIn(it).filter(({ at }) => isPlain(it, at));
  const meant = [...againstOld(it, told), ...alone(it, told)];
  const values = new Set(meant.map(({ value }) => value).filter((value) => value !== before.quantity));
  const [value, ...others] = values;
  return value === undefined || others.length > 0 ? null : value;
}

interface Reply {
  readonly words: Words;
  readonly before: NumberBefore;
  readonly rulebook: Rulebook;
}

function numbersIn({ words, before }: Reply): readonly Told[] {
  const list = words.words;
  const told: Told[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const numeral = numeralAt(list, at);
    if (numeral === null) continue;
    const last = at + numeral.length - 1;
    const next = list[last + 1]?.form ?? '';
    const noun = nounAfter(words, at, numeral.length);
    const isOwn = noun === null ? !isCounted(next) : isCountOf(noun, before.unit);
    const isCount =
      !isOther(next) && !isNamedBefore(list[at - 1]?.form ?? '', next) && counts(words, at, numeral.length);
    if (numeral.value > 0 && numeral.value <= MOST)
      told.push({ value: numeral.value, at, last, fits: isOwn && isCount });
    at = last;
  }
  return told;
}

/** A question or a condition puts nothing right. */
function isPlain({ words, rulebook }: Reply, at: number): boolean {
  const inIt = words.words.filter(({ sentence }) => sentence === words.words[at]?.sentence);
  const conditions = formsOf(rulebook, ['clause-if']);
  const isAsked = /^[^.!?\n]{0,300}\?/.test(words.text.slice(inIt[0]?.start ?? 0));
  return !isAsked && !inIt.some(({ form }) => conditions.has(form));
}

/** "45, bukan 25", "bukan 25 melainkan 45", "dari 25 menjadi 45" */
function againstOld(it: Reply, told: readonly Told[]): readonly Told[] {
  const list = it.words.words;
  const old = told.find(({ value, at }) => value === it.before.quantity && isBehind(it, at, OLD));
  if (old === undefined) return [];
  const isInstead = isBehind(it, old.at, ['number-instead']);
  return told.filter(
    ({ fits, value, at }) =>
      fits &&
      value !== old.value &&
      list[at]?.sentence === list[old.at]?.sentence &&
      (isInstead || (at > old.at && isBehind(it, at, ['number-to']))),
  );
}

const OLD = ['number-instead', 'number-from'];

/** Whether one of these words stands shortly before it, and no other number between. */
function isBehind({ words: { words }, rulebook }: Reply, at: number, classes: readonly string[]): boolean {
  const forms = formsOf(rulebook, classes);
  for (let back = at - 1; back >= Math.max(0, at - NEAR); back -= 1) {
    if (words[back]?.sentence !== words[at]?.sentence || numeralAt(words, back) !== null) return false;
    if (forms.has(words[back]?.form ?? '')) return true;
  }
  return false;
}

/** A sentence of correction and a number, in which nothing else is said. */
function alone({ words, rulebook }: Reply, told: readonly Told[]): readonly Told[] {
  const beside = formsOf(rulebook, BESIDE);
  const says = corrected(words, rulebook);
  return told.filter(({ at, last, fits }) => {
    const { sentence } = words.words[at] ?? {};
    const others = words.words.filter((word, index) => word.sentence === sentence && (index < at || index > last));
    const isSaid = says.some((first) => words.words[first]?.sentence === sentence || isLeadIn(words, first, at));
    return fits && isSaid && others.every(({ form }) => beside.has(form) || isCounted(form));
  });
}

const BESIDE = ['number-corrects', 'number-beside', 'beside-courtesy', 'beside-particles', 'thanks'];

/** "Ralat pak.", "Maaf salah.": a sentence of few words right before that of the number. */
function isLeadIn({ words }: Words, first: number, at: number): boolean {
  const { sentence = 0 } = words[first] ?? {};
  const length = words.filter((word) => word.sentence === sentence).length;
  return (words[at]?.sentence ?? 0) - sentence === 1 && length <= NEAR;
}

/** Ordinals of the words that say that something is put right. */
function corrected(words: Words, { replies, abbreviations }: Rulebook): readonly number[] {
  const index = indexPhrases(replies['number-corrects'] ?? [], abbreviations, COMPARED);
  return [...findPhrases(index, words).values()].flat().map(({ first }) => first);
}

const COMPARED = { compare: 'form', maxGap: 1, maxHits: 5 } as const;

const known = new WeakMap<Rulebook, Map<string, ReadonlySet<string>>>();

/** The single words of these lists, in the form in which they are compared. */
function formsOf(rulebook: Rulebook, classes: readonly string[]): ReadonlySet<string> {
  const ofRulebook = known.get(rulebook) ?? new Map<string, ReadonlySet<string>>();
  known.set(rulebook, ofRulebook);
  const key = classes.join();
  const before = ofRulebook.get(key);
  if (before) return before;
  const phrases = classes.flatMap((name) => rulebook.replies[name] ?? []);
  const forms = new Set(
    phrases.flatMap((phrase) => toWords(phrase, rulebook.abbreviations).words.map(({ form }) => form)),
  );
  ofRulebook.set(key, forms);
  return forms;
}
