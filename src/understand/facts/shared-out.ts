/**
 * So many for each of so many: "3 ruang, tiap ruang 20 PC", "Ruang A, B dan C masing-masing perlu 2 IP", "4 kelas … satu link per kelas",
 * "satu seksi satu folder". What is shared out has to be what the service counts; its receivers may be told by a number, by their names,
 * by a range, or in rows.
 */
import { COUNTED, isCountOf } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Word, Words } from '../words/normalise.ts';
import { cutUp, withoutBrackets } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { isMeasure, isNamedBefore } from './quantity-noun.ts';
import { countOf, IS_ITEM, receiversBefore } from './receivers.ts';
import { sought, type Searched } from './searched.ts';

/** @param found the numbers of the text, each with its own noun */
export function sharedOut(words: Words, found: readonly Quantity[], unit: string | null): number | null {
  const fits = ({ noun }: Share): boolean =>
    noun === ONE_OF || (noun !== '' && (unit === null || isCountOf(noun, unit)));
  let seen = 0;
  for (let at = 0; at < words.words.length; at += 1) {
    if (!EACH.has(words.words[at]?.form ?? '') || (seen += 1) > MOST_MARKS || isSizeOfEach(words, at)) continue;
    const share = shareAt(words, at, { found, unit });
    if (share === null || !fits(share)) {
      const listed = unit === null ? 0 : oneForEachListed(words, at, unit);
      if (listed > 1) return listed;
      continue;
    }
    const receivers =
      share.receiver === null ? receiversBefore(words, at, share.noun) : countOf(share.receiver, words, at);
    const shared = receivers * share.value;
    if (receivers > 1) return shared + besides(words, share, { found, shared });
  }
  return timesAt(words, unit);
}

/** "16 vCPU/32 GB each", "disk 200 GB masing-masing": how large each is. */
function isSizeOfEach({ words, text }: Words, at: number): boolean {
  const here = words[at]?.start ?? 0;
  return SIZE.test(text.slice(Math.max(0, here - 20), here));
}

const SIZE = /\d ?(?:[gtm]b|[gtm]bps|gigs?|v?cpus?|v?cores?|ram)[ ,;/]{1,3}$/i;

/** "12 kampus @3 orang" */
function timesAt({ text }: Words, unit: string | null): number | null {
  if (!text.includes('@')) return null;
  const [, receivers = '', share = '', noun = ''] = AT_SO_MANY.exec(text) ?? [];
  const [all, each] = [receivers, share].map((word) => readNumeral([word.toLowerCase()])?.value ?? 0);
  const product = (all ?? 0) * (each ?? 0);
  return unit !== null && product > 0 && COUNTED.has(noun.toLowerCase()) && isCountOf(noun.toLowerCase(), unit)
    ? product
    : null;
}

const AT_SO_MANY = /(?<![\d.,/\p{L}])(\d{1,3}|\p{L}{3,8}) \p{L}+(?: \p{L}+)? ?@ ?(\d{1,3}|\p{L}{3,8}) (\p{L}+)/u;

/** "folder untuk tiap bidang: Umum, Pajak, Hukum": one for each of those listed. */
function oneForEachListed({ words, text }: Words, at: number, unit: string): number {
  const before = words.slice(Math.max(0, at - REACH), at);
  if (!before.some(({ form }) => COUNTED.has(form) && isCountOf(form, unit))) return 0;
  const [, list = ''] = /^[^:.\n]{0,30}:\s*([^.\n]{5,300})/.exec(text.slice(words[at]?.end)) ?? [];
  const items = cutUp(withoutBrackets(list));
  return items.length > 1 && items.every((item) => IS_ITEM.test(item.text)) ? items.length : 0;
}

/** A text that shares out more often is no mail of anyone. */
const MOST_MARKS = 40;
const EACH = new Set('masing masing2 tiap setiap per each every'.split(' '));
const OF_ALL = new Set(['masing', 'masing2', 'each']);

/**
 * "lima kelas (masing-masing 25 titik) dan ruang panitia (8 titik)", "hari pertama 2 room, kedua dan ketiga masing-masing 3 room"; a number
 * before that is as much as all of them is their total.
 * @param shared what those have to whom it is shared out
 */
function besides({ words, text }: Words, { noun, at, receiver }: Share, { found, shared }: Beside): number {
  const here = words[at];
  const alike = found.filter((one) => {
    const [from, to] = [words[Math.min(one.at, at)]?.start ?? 0, words[Math.max(one.at, at)]?.start ?? 0];
    return one.noun === noun && to - from < MAX_BESIDE && !/[.!?\n]\s/.test(text.slice(from, to)) && here !== undefined;
  });
  const before = receiver === null ? alike.filter((one) => one.at < at && !one.of && !one.total) : [];
  const after = alike.filter((one) => one.at > at);
  const earlier = sumOf(before);
  const ownOnes = before.filter((one) => OF_ITS_OWN.test(text.slice(0, words[one.at]?.start ?? 0).slice(-24)));
  const isTotal =
    ownOnes.length < before.length && [earlier, ...before.map(({ value }) => value)].includes(shared + sumOf(after));
  return sumOf(after) + (isTotal ? 0 : earlier);
}

/** "Rabu 2 room", "gedung A 3 printer": whose they are stands before the number. */
const OF_ITS_OWN = /(?<!^|[.!?\n]\s{0,3})(?:\p{Lu}[\p{L}\d]*|pertama) $/u;
/** Letters between numbers that stand beside each other. */
const MAX_BESIDE = 200;

interface Beside {
  readonly found: readonly Quantity[];
  readonly shared: number;
}

function sumOf(numbers: readonly Quantity[]): number {
  return numbers.reduce((sum, { value }) => sum + value, 0);
}

interface Share {
  readonly value: number;
  readonly noun: string;
  /** Ordinal of the word of its number. */
  readonly at: number;
  /** "tiap lab": whose they are; null where those before are meant. */
  readonly receiver: string | null;
}

interface Counts {
  readonly found: readonly Quantity[];
  readonly unit: string | null;
}

/** Those who come by turns are no more than there are. */
const TURNS = new Set('pagi siang sore malam shift giliran'.split(' '));
/** What is set up anew for each day. */
const DAILY = new Set(['room', 'kegiatan']);

/** "tiap lab 20 komputer", "masing-masing perlu 2 IP", "satu link zoom per kelas". */
function shareAt({ words }: Words, at: number, { found, unit }: Counts): Share | null {
  const { form = '', sentence } = words[at] ?? {};
  const twice = OF_ALL.has(form) && words[at + 1]?.form === form;
  const next = words[at + (twice ? 2 : 1)];
  const isNumber = next === undefined || readNumeral([next.form]) !== null;
  const receiver = isNumber || (OF_ALL.has(form) && !isBesideNumber(words, at)) ? null : next.form;
  if (receiver !== null && TURNS.has(receiver)) return null;
  if (receiver !== null && isMeasure(receiver) && !(receiver === 'hari' && DAILY.has(unit ?? ''))) return null;
  const behind = found.find(
    (one) => one.noun !== receiver && one.at > at && one.at - at <= REACH && words[one.at]?.sentence === sentence,
  );
  const before = found.findLast((one) => one.at < at && at - one.at <= REACH && words[one.at]?.sentence === sentence);
  const nearest =
    before !== undefined && words.slice(before.at + 1, at).some(({ form: one }) => /\d/.test(one)) ? undefined : before;
  const share = behind ?? (receiver === null ? undefined : nearest);
  // "Kelas A, B, C butuh room masing-masing"
  const own = words[at - 1]?.form ?? '';
  const endsHere = next === undefined || next.clause !== words[at]?.clause || next.sentence !== sentence;
  if (
    twice &&
    endsHere &&
    unit !== null &&
    COUNTED.has(own) &&
    isCountOf(own, unit) &&
    behind === undefined &&
    before === undefined
  )
    return { value: 1, noun: ONE_OF, at, receiver: null };
  const [one, after] = [next?.form ?? '', words[at + (twice ? 3 : 2)]];
  if (behind === undefined && OF_ALL.has(form) && isOne(one) && (after === undefined || after.clause !== next?.clause))
    return { value: 1, noun: ONE_OF, at: at + 1, receiver: null };
  if (share === undefined && receiver !== null && isOne(words[at - 1]?.form ?? ''))
    return { value: 1, noun: ONE_OF, at: at - 1, receiver };
  return share === undefined ? null : { value: share.value, noun: share.noun, at: share.at, receiver };
}

/** "satu tiap lantai": of what, is told elsewhere. */
const ONE_OF = ' ';
/** Words between the mark and the number. */
const REACH = 6;

/** "2 PC masing-masing ruang", "dari masing-masing bidang": the receiver follows. */
function isBesideNumber(words: readonly Word[], at: number): boolean {
  const [number = '', before = ''] = [words[at - 2]?.form, words[at - 3]?.form];
  return GIVEN_TO.test(number) || (readNumeral([number]) !== null && !isNamedBefore(before));
}

const GIVEN_TO = /^(?:dari|di|pada|bagi|untuk|utk|from|for)$/;

/** "satu seksi satu folder", "1 kabel 1 meja": one for each of those told elsewhere. */
export function oneToOne(words: Words, unit: string | null): number | null {
  if (unit === null) return null;
  const list = words.words;
  for (let at = 0; at + 3 < list.length; at += 1) {
    if (!isOne(list[at]?.form ?? '')) continue;
    const forms = list.slice(at, at + 5).map(({ form }) => form);
    const asks = ASKS.has(forms[2] ?? '') ? 1 : 0;
    const [first = '', noun = '', second = '', other = ''] = [...forms.slice(0, 2), ...forms.slice(2 + asks)];
    if (!isOne(first) || !isOne(second)) continue;
    const receiver = isCountOf(other, unit) ? noun : isCountOf(noun, unit) ? other : null;
    const count = receiver === null || isCountOf(receiver, unit) ? 0 : countOf(receiver, words, at);
    if (count > 1) return count;
  }
  return null;
}

const ASKS = new Set('minta perlu butuh dapat punya memerlukan mendapat dengan'.split(' '));

function isOne(form: string): boolean {
  return form === '1' || form === 'satu' || form === 'one';
}

/** "satu untuk Menteri, satu untuk Wamen": one for each of those told; 0 where fewer than two are. */
export function oneForEach(text: Searched): number {
  if (!text.has(EACH_FOR)) return 0;
  const sums = text.text.split(/[.!?\n]/).map((sentence) => {
    const ones = [...sentence.matchAll(EACH_FOR.pattern)].map(
      ([, word = '']) => readNumeral([word.toLowerCase()])?.value ?? 0,
    );
    return ones.length < 2 ? 0 : ones.reduce((sum, one) => sum + one, 0);
  });
  return Math.max(...sums);
}

const EACH_FOR = sought(
  /(?<![\p{L}\d.,/-])(satu|dua|tiga|empat|lima|\d{1,2})(?: (?!hari|jam|minggu|bulan|tahun|menit|gb|tb|core|vcpu|kali|meter|lantai)\p{L}{2,10})?(?: lagi)? (?:untuk|utk|buat|bagi) (?!\d)/giu,
);
