/** Words of a clause beside a yes that limit it or put it off, and where they do not: "rapat paling penting", "sudah lama menunggu". */
import {
  before,
  has,
  is,
  isContact,
  isHabit,
  isOfPeople,
  isOwn,
  says,
  type Clause,
  type ClauseWord,
} from './clause.ts';
import { wordSet } from '../words.ts';

const LEAST = wordSet('lama banyak lambat tinggi rendah besar kecil murah sederhana cepat bawah atas akhir');
const USUAL = wordSet('biasa dasar standar');
const MERELY = wordSet('saja just');
const BEFORE_MERELY = wordSet('baru tadi barusan tentu apa siapa kapan i we have was');
/** Of somebody of his own these tell how it is. */
const OF_HIS_OWN = wordSet('hanya cuma cuman only doang cukup paling');
const ONCE = wordSet('dulu dahulu duluan first');
const SINCE = wordSet('dari sejak jaman zaman');
const WAITING = wordSet('tunggu menunggu nunggu ditunggu waiting tungguin');
const ALWAYS = wordSet('selalu');
const UNTIL = wordSet('sampai hingga');
const FROM = wordSet('dari');
const BEGINS = wordSet('mulai start');
const SURELY = wordSet('memang sudah');
const EARLIER = wordSet('sebelum before');
const TIMES = wordSet('dulu dahulu sampai sebelum mulai');
const THEN = wordSet('jalan boleh bisa lanjut ok oke');

export function isOnly(clause: Clause, { form }: ClauseWord, at: number): boolean {
  const next = clause.words[at + 1];
  if ((has(clause, 'reply') && at > 0) || (form === 'saja' && isContact(clause))) return false;
  if (OF_HIS_OWN.has(form) && isOwn(clause) && !has(clause, 'span', 'coming')) return false;
  if (form === 'paling') return next !== undefined && LEAST.has(next.form);
  if (form === 'cukup')
    return (
      next === undefined ||
      is(next, 'number', 'matter', 'thing', 'self', 'person', 'first', 'paper') ||
      /\d/.test(next.form)
    );
  if (USUAL.has(form)) return !has(clause, 'done', 'state');
  return !MERELY.has(form) || !BEFORE_MERELY.has(clause.words[at - 1]?.form ?? '');
}

/** Something is to be first, or only from or until then. */
export function isFirst(clause: Clause, word: ClauseWord, at: number): boolean {
  const { form } = word;
  const habit = has(clause, 'done') || isHabit(clause);
  if (at > 0 && habit && TIMES.has(form) && isOwn(clause)) return EARLIER.has(form) && !isEarlier(clause, word, at);
  if (ONCE.has(form)) return !isLongAgo(clause, at);
  if (form === 'baru') return at === 0 && opensThen(clause.words[1]);
  if (EARLIER.has(form)) return !isEarlier(clause, word, at);
  if (form === 'selama') return clause.words[at + 1]?.form !== 'ini';
  if (WAITING.has(form)) return !has(before(clause, at), 'done') && !says(clause, ALWAYS);
  if (UNTIL.has(form)) return !isSpanOfHis(clause, at) && !isSoFar(clause, at);
  return !BEGINS.has(form) || !hasBegun(clause, at);
}

/** "Sebelumnya sudah dibahas", "biar aman sebelum rilis", "biasanya sebelum jam 9": not that it is to come first. */
function isEarlier(clause: Clause, { raw }: ClauseWord, at: number): boolean {
  const next = clause.words[at + 1];
  const earlier = before(clause, at);
  if (raw.toLowerCase() === 'sebelumnya') return has(earlier, 'done');
  return next !== undefined && is(next, 'day', 'event') && (has(earlier, 'purpose') || isHabit(clause));
}

function isLongAgo(clause: Clause, at: number): boolean {
  if (SINCE.has(clause.words[at - 1]?.form ?? '')) return true;
  return has(before(clause, at), 'done') && !says(clause, WAITING);
}

/** "Baru jalan", "baru saya acc": only then. */
function opensThen(next: ClauseWord | undefined): boolean {
  return next !== undefined && (is(next, 'self', 'must') || THEN.has(next.form) || /^di\p{L}+$/u.test(next.form));
}

/** "Saya di kantor sampai jam 5", "dari pagi sampai sore" */
function isSpanOfHis(clause: Clause, at: number): boolean {
  const { subject, apart, opensWithSubject, words } = clause;
  if (!apart || has(clause, 'matter', 'please')) return false;
  const own = subject !== null && opensWithSubject && is(subject, 'self');
  return own || says({ words: words.slice(Math.max(0, at - 2), at) }, FROM);
}

/** "Sudah menumpuk sampai meja": how far it has come. */
function isSoFar(clause: Clause, at: number): boolean {
  const next = clause.words[at + 1];
  if (next === undefined || next.form === 'ada' || /\d/.test(next.form)) return false;
  const isTime = is(next, 'coming', 'day', 'span', 'number', 'event');
  return !isTime && has(before(clause, at), 'done', 'state', 'trouble');
}

/** "Sudah mulai bekerja", "opname mulai Rabu" */
function hasBegun(clause: Clause, at: number): boolean {
  const previous = clause.words[at - 1];
  if (previous && is(previous, 'done')) return true;
  return isOfPeople(clause) && (!has(clause, 'matter') || says(before(clause, at), SURELY));
}
