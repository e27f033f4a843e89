/**
 * What binds in a clause beside a yes: a condition, a limit, an order, a change, another time. Most of these words bind only by their place:
 * "sudah saya ganti" tells and "diganti" orders, "rapat Senin" tells and "Senin saja" limits.
 */
import {
  before,
  has,
  is,
  isBehind,
  isByPerson,
  isContact,
  isIts,
  isName,
  isOfPeople,
  isOwn,
  says,
  type Clause,
  type ClauseWord,
} from './clause.ts';
import { isCourtesy, isNothing, offersHelp } from './clause-set.ts';
import { isFirst, isOnly } from './clause-limits.ts';
import { wordSet } from '../words.ts';

export interface Bound {
  readonly says: string;
  /** Only its build says so, and it may well be told. */
  readonly soft: boolean;
}

/** What is done to something is an order, unless it is of every day. */
const DEED = /^di\p{L}{3,}$/u;
const DAILY = wordSet(
  'dinas diklat digital divisi direktorat direktur ditjen dirjen disini disitu digunakan dipakai dipergunakan dimanfaatkan diperlukan dibutuhkan dingin diri dikit diskon diajukan diminta diperpanjang dimaksud didukung diselenggarakan diadakan digelar dihadiri dilantik ditugaskan ditempatkan dipindah dimutasi',
);
/** Verbs in their bare form open an order. */
const ORDERS = wordSet(
  'ambil pakai gunakan buat bikin beli taruh simpan kirim cari carikan manfaatkan set setel cek lihat baca catat hitung bawa kasih beri pasang buktikan jelasin jelaskan take put use get give buy keep make ensure let tell ask check have move remove add send pilih tulis sebutkan cantumkan ikuti ikut ngikut fokus hindari patuhi awasi kurangi lengkapi perhatikan tinggal hanya sesuaikan utamakan',
);
const ORDERED = /^(?!kan|bukan|akan|ikan|makan|pekan|rekan)(?!me|di|ber|ter|pe|ke|se)\p{L}{3,}(?:kan|in)$/u;
const NEEDED = wordSet('perlu butuh need needs');
const COURTEOUS = wordSet('maaf maklum izin ijin doa');
const LET = wordSet('yang saya kami');
const OPENING = wordSet('yang di ke dari pada lewat dengan via sesuai sebagai dalam per with at on in as through from');
/** In fewer words a number says nothing but itself. */
const FEWEST = 3;
const PLEDGES = /^(?:jaminan|syarat|batas|masa|durasi|jangka|berlaku|ketentuan|aturan)nya$/iu;
const YIELDING = ['check', 'change'];
const BUT = wordSet('tapi tetapi namun');
const ENDS = wordSet('tidak berhenti terhenti stuck lumpuh');
const NO = wordSet('tidak belum not no ndak never');
const ABLE = wordSet(
  'bisa dapat ada punya pernah sempat lagi sengaja dipakai terpakai digunakan berfungsi jalan masuk kuat sanggup able working used available mampu kunjung juga terganggu terhambat lengkap aktif dapet kebagian sampai kelar beres nyala terbaca terbuka connect konek memadai mencukupi muat perform support cukup',
);
const KNOWING = wordSet(
  'tahu kenal paham ingat yakin baca lihat dengar mengerti ngerti tau membaca melihat memahami cek periksa',
);
const NOT_SO = wordSet(
  'the for yang dulu setuju usah perlu boleh jadi untuk termasuk mau yakin jelas keberatan diperlukan dibutuhkan butuh wajib harus semua semuanya',
);
/** "Permintaan ini tidak bisa saya penuhi": a no in other words. */
const REFUSED = wordSet(
  'permintaan permohonan pengajuan usulan request tiket penuhi dipenuhi memenuhi setujui menyetujui izinkan mengizinkan berikan memberikan diberikan beri kabulkan dikabulkan proses diproses dukung mendukung terima menerima diterima lanjutkan dilanjutkan teruskan diteruskan akomodir layani dilayani approve allow support accept',
);
const MUST = wordSet('perlu harus must need needs musti mesti');
const SURELY = wordSet('memang emang pancen sudah');
const NEEDS = wordSet('memang emang pancen sudah kami dia beliau he she they we mereka ia');
const PATIENT = wordSet('dulu sebelum first kurang belum tidak pertama menunggu waiting wait');
const LASTING = wordSet('sementara permanen selamanya jangka durasi periode');
const EVERY = wordSet('tiap setiap every lalu sejak');
const SO_IT_IS = wordSet('masih selalu sering terus memang emang itu ini makin');

export function bindingIn(clause: Clause): Bound | null {
  const [first] = clause.words;
  if (first === undefined) return { says: 'nothing', soft: false };
  if (isNothing(clause) || offersHelp(clause)) return null;
  const opens = opensElse(clause);
  const binding = clause.words.filter((word, at) => !word.known && bindsAt(clause, word, at));
  if (binding[0]) {
    const yields = binding.every((word) => is(word, ...YIELDING) && !is(word, 'if', 'must', 'please'));
    return { says: binding[0].form, soft: yields && clause.apart && !opens && clause.subject !== null };
  }
  if (opens) return { says: `opens with ${first.form}`, soft: clause.apart && OPENING.has(first.form) };
  return countedIn(clause);
}

/** An order in its bare form, where "mohon" and "silakan" only ask. */
export function opensWithOrder({ words: [first, second] }: Clause): boolean {
  return first !== undefined && !first.known && !is(first, 'please') && isOrder(first, second);
}

/** "Permintaan ini tidak bisa saya penuhi" */
export function isRefusal(clause: Clause): boolean {
  const refused = says(clause, REFUSED) || clause.words.some(({ form }) => form === 'penuhi');
  return clause.words.some(({ form }) => NO.has(form)) && refused && has(clause, 'self');
}

/** "Penggunaannya di ruangan kami": how something of the request is to be done. */
export function isOfDoing(clause: Clause): boolean {
  const [first] = clause.words;
  const doing = first !== undefined && (/^pe\p{L}{3,}annya$/iu.test(first.raw) || PLEDGES.test(first.raw));
  return doing && !has(clause, 'done', 'trouble', 'praise', 'cause', 'need', 'state') && !is(first, 'event', 'person');
}

function countedIn(clause: Clause): Bound | null {
  const { words, subject } = clause;
  const counted = words.find((word, at) => !word.known && (isCounted(clause, word, at) || isDeed(clause, word, at)));
  if (counted) return { says: counted.form, soft: !has(clause, 'matter') && clause.words.length > FEWEST };
  if (has(clause, 'coming') && !isArranged(clause)) return { says: 'to come', soft: !has(clause, 'self') };
  if (subject === null || !isOfMatter(clause, subject)) return null;
  return { says: `of ${subject.form}`, soft: !is(subject, 'matter') };
}

/** An order, a part, a place. */
function opensElse(clause: Clause): boolean {
  const { words, apart } = clause;
  const [first, second] = words;
  if (!first || first.known) return false;
  if (first.form === 'yang') return !(second && (second.form === 'bersangkutan' || is(second, 'hand-over', 'coming')));
  if (is(first, 'for') && !apart) return true;
  if (isContact(clause)) return false;
  if (isOrder(first, second)) return true;
  if (first.form === 'biar') return says(clause, LET);
  if (first.form === 'jadi') return !(second && isTold(second));
  return OPENING.has(first.form) && !apart && !has(clause, 'done');
}

function isOrder(first: ClauseWord, second: ClauseWord | undefined): boolean {
  if (ORDERS.has(first.form) || NEEDED.has(first.form)) return true;
  if (ORDERED.test(first.form)) return !is(first, 'cause', 'purpose', 'done', 'state');
  if (DEED.test(first.form) && !is(first, 'hand-over', 'person', 'event')) return true;
  return is(first, 'please') && !COURTEOUS.has(second?.form ?? '');
}

/** Behind "jadi": it follows, and does not become. */
function isTold(word: ClauseWord): boolean {
  return is(word, 'self', 'person', 'state', 'done', 'trouble', 'praise', 'event', 'not', 'cause') || isName(word);
}

function bindsAt(clause: Clause, word: ClauseWord, at: number): boolean {
  const { form } = word;
  const patient = isCourtesy(clause) && (is(word, 'wrong', 'check') || PATIENT.has(form));
  if (is(word, 'if')) return true;
  if (patient && !is(word, 'must', 'change')) return false;
  if (is(word, 'only') && isOnly(clause, word, at)) return true;
  if (is(word, 'must') && isMust(clause, word, at)) return true;
  if (is(word, 'first') && isFirst(clause, word, at)) return true;
  if (BUT.has(form)) return !isPraised(clause, at);
  if (is(word, 'but') && !is(word, 'only')) return !(form === 'tanpa' && at === 0 && endsBadly(clause));
  if (is(word, 'change') && isChanged(clause, word, at)) return true;
  if (is(word, 'wrong') && !isBehind(clause, at)) return true;
  if (is(word, 'check') && !isBehind(clause, at) && !isContact(clause)) return true;
  return is(word, 'not') && isTurned(clause, word, at);
}

/** "Tapi kerjanya beres" */
function isPraised(clause: Clause, at: number): boolean {
  const binds = has(clause, 'not', 'only', 'must', 'change', 'first', 'matter', 'number', 'coming');
  return at === 0 && has(clause, 'praise', 'done') && !binds;
}

/** "Tanpa itu pelayanan berhenti": what would be if not. */
export function endsBadly({ words }: Clause): boolean {
  return words.slice(2).some((word) => is(word, 'trouble') || ENDS.has(word.form));
}

/** "Memang harus", "dia perlu": how it is, and no order. */
function isMust(clause: Clause, { form }: ClauseWord, at: number): boolean {
  if (!MUST.has(form)) return true;
  const needs = form === 'perlu' || form.startsWith('need');
  if (needs) return !says(before(clause, at), NEEDS) && !has(clause, 'cause', 'state');
  return !says(before(clause, at), SURELY);
}

/** Unless it was changed before; not by himself, who may have changed what is asked for. */
function isChanged(clause: Clause, { form }: ClauseWord, at: number): boolean {
  if (form === 'pakai' && isOwn(clause) && !has(clause, 'only', 'number', 'first')) return false;
  const goes = form === 'pindah' || form === 'kembali';
  if (goes && isByPerson(clause) && !has(clause, 'matter', 'thing')) return false;
  return !isBehind(clause, at) || has(clause, 'self');
}

function isTurned(clause: Clause, { form }: ClauseWord, at: number): boolean {
  const next = clause.words[at + 1];
  if (!NO.has(form) || next === undefined || NOT_SO.has(next.form)) return true;
  if (says(clause, REFUSED) || (has(clause, 'self') && KNOWING.has(next.form))) return true;
  const bySubject = isByPerson(clause) && clause.subject !== null && clause.words.indexOf(clause.subject) < at;
  return !(ABLE.has(next.form) || bySubject || is(next, 'trouble') || has(clause, 'cause'));
}

/** A number or a day, unless it is past, of a meeting, of a person's way or of a telephone. */
function isCounted(clause: Clause, word: ClauseWord, at: number): boolean {
  if (!/\d/.test(word.form) && !is(word, 'number', 'day', 'span')) return false;
  if (isContact(clause)) return false;
  if (LASTING.has(word.form)) return !isBehind(clause, at);
  if (has(clause, 'done')) return false;
  const ofMatter = has(clause, 'matter');
  if (says(clause, EVERY)) return ofMatter;
  const next = clause.words[at + 1];
  if (next && is(next, 'person', 'matter', 'thing')) return true;
  if (ofMatter && !(is(word, 'day') && isByPerson(clause))) return true;
  return !isOfPeople(clause) && !has(clause, 'event', 'hand-over', 'cause');
}

function isDeed(clause: Clause, word: ClauseWord, at: number): boolean {
  if (!DEED.test(word.form) || DAILY.has(word.form) || word.harmless) return false;
  if (isContact(clause) || is(word, 'hand-over', 'person', 'event', 'reply')) return false;
  return !isBehind(clause, at) && !has(clause, 'cause');
}

/** "Yang ambil Pak Darto", "rapatnya besok": what people do and when, none of it the desk's work. */
function isArranged(clause: Clause): boolean {
  if (has(clause, 'hand-over') && !has(clause, 'check', 'change')) return true;
  if (isContact(clause)) return true;
  if (clause.subject !== null && is(clause.subject, 'self') && !has(clause, 'event')) return false;
  return isOfPeople(clause) || has(clause, 'event', 'done', 'cause', 'purpose', 'state');
}

/** Something of the request is to be in some way. */
function isOfMatter(clause: Clause, subject: ClauseWord): boolean {
  const ofRequest = is(subject, 'matter', 'thing', 'paper') || (is(subject, 'event') && isIts(subject));
  if (!ofRequest || subject.known || is(subject, 'person', 'trouble') || isContact(clause)) return false;
  const [first] = clause.words;
  const tells = has(clause, 'done', 'trouble', 'cause', 'hand-over', 'need', 'praise') || says(clause, SO_IT_IS);
  return !tells && !(first && is(first, 'purpose'));
}
