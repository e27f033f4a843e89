/**
 * Numbers of what no list of nouns knows: "link aktivasi untuk 4 widyaiswara", "IP statis untuk 12 thin client", "lima penilik akan masuk".
 * What they count follows from where they stand: behind the word for whom something is asked, behind what is asked for, or first in their
 * sentence. Only where nothing is told of what the service counts.
 */
import { COUNTED, isCountOf, isOfPersons } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';
import type { Words } from '../words/normalise.ts';
import { isMonth } from './date-words.ts';
import { counts, numeralAt } from './quantity.ts';
import { isOther, JOINED } from './quantity-noun.ts';

/** @param unit what the service counts */
export function unlistedCount(words: Words, unit: string | null): number | null {
  if (unit !== null && !BY_NOUNS.has(unit)) return null;
  const list = words.words;
  for (let at = 0; at < list.length; at += 1) {
    const numeral = numeralAt(list, at);
    if (numeral === null || /\dx$/.test(list[at]?.form ?? '')) continue;
    const isIt = numeral.value > 0 && numeral.value <= MOST && isUnlisted(words, { at, length: numeral.length }, unit);
    if (isIt && counts(words, at, numeral.length)) return numeral.value;
    at += numeral.length - 1;
  }
  return null;
}

/** Persons and what is theirs, and devices, go by ever new nouns. */
const BY_NOUNS = new Set(['akun', 'orang', 'perangkat', 'alamat IP']);
const MOST = 2000;

/** Whether a number stands so that the unlisted noun behind it is what is counted. */
export function isUnlisted(
  words: Words,
  { at, length }: { readonly at: number; readonly length: number },
  unit: string | null,
): boolean {
  const [number, noun] = [words.words[at], words.words[at + length]];
  const isNear = noun !== undefined && noun.sentence === number?.sentence;
  return isNear && standsForAsked(words, at, unit) && isNoun(words, at + length, unit);
}

/** Whether it stands where those are told for whom, or of whom, something is asked. */
function standsForAsked(words: Words, at: number, unit: string | null): boolean {
  const [before, here] = [words.words[at - 1], words.words[at]];
  if (here === undefined) return false;
  if (before === undefined) return true;
  if (FOR.has(before.form)) return true;
  if (unit === null) return false;
  if (before.sentence !== here.sentence || before.clause !== here.clause) return opensClause(words, at);
  return !isOfPersons(unit)
    ? AT.has(before.form) || isCountOf(before.form, unit)
    : OF_THEIRS.has(before.form) || ARRIVE.has(before.form);
}

/** A number that opens a sentence, and no row, tells who does what follows: "Lima penilik akan masuk". */
function opensClause({ words, text }: Words, at: number): boolean {
  const [before, here] = [words[at - 1], words[at]];
  return before !== undefined && here !== undefined && /[.!?\n]\s*$/.test(text.slice(before.end, here.start));
}

function isNoun({ words, text }: Words, at: number, unit: string | null): boolean {
  const here = words[at];
  const [before, next] = [words[at - 1], words[at + 1]];
  if (here === undefined || before === undefined) return false;
  const { form } = here;
  if (!/^[\s()\p{L}]{1,24}$/u.test(text.slice(before.end, here.start)) || !/^\p{L}[\p{L}-]{3,}$/u.test(form))
    return false;
  if (/^\p{Lu}/u.test(text.slice(here.start)) || COUNTED.has(form) || isOther(form) || isMonth(form)) return false;
  if (JOINED.has(form) || NO_NOUN.test(form) || UNCOUNTED.has(form) || readNumeral([form]) !== null) return false;
  // "3 lembar kerja", "2 jenis dokumen": what measures or sorts.
  return !(
    next !== undefined &&
    isOfPersons(unit) &&
    /^\p{Ll}/u.test(text.slice(next.start)) &&
    COUNTED.has(next.form) &&
    !isCountOf(next.form, unit ?? '')
  );
}

const FOR = new Set('untuk utk bagi buat for kepada kpd milik'.split(' '));
const AT = new Set('di pada in on'.split(' '));
/** What each has of his own: "sertifikat elektronik 4 komisioner". */
const OF_THEIRS = new Set(
  'akun account email akses sandi password elektronik sertifikat sertel tte passphrase devops link identitas data'.split(
    ' ',
  ),
);
const ARRIVE = new Set('kunjungan masuk datang kedatangan hadir'.split(' '));
/** Verbs and what joins. */
const NO_NOUN =
  /^(?:me[mnl]|meng|ber|ter|di)\p{L}{4,}|^(?:yang|yg|akan|sudah|belum|tidak|juga|saja|lagi|kali|atau|dari|untuk|mohon|minta|tolong|pertama|kedua|terakhir|lain|lainnya|sisanya|orangnya)$/u;
/** Whether so many of it are never so many of what a service counts: "3 seksi", "2 dokumen". */
export function isUncountable(noun: string): boolean {
  return UNCOUNTED.has(noun);
}

/** Of these so many are never so many accounts, persons or devices. */
const UNCOUNTED = new Set(
  (
    'dokumen berkas file surat jenis macam tahap tahapan hal poin butir kegiatan pertemuan modul bidang seksi subbag subbagian subdit bagian satuan unit satker direktorat ' +
    'kementerian lembaga negara provinsi kota kabupaten daerah wilayah materi topik tema video foto gambar konten bahasa nomor digit angka huruf karakter endpoint instansi ' +
    'mata kategori arah sisi pihak opsi pilihan alasan langkah menit detik dekade semester triwulan kuartal keperluan kebutuhan tujuan keperluan urusan aplikasi fitur menu ' +
    'zona negara cabang lokasi area meja baris kolom versi edisi seri angkatan kelompok tim group grup acara sistem server project proyek transaksi pesan paket kuota gelombang tiket ' +
    'shift giliran putaran ronde kesempatan percobaan pekan siklus putusan permohonan pengajuan permintaan laporan tugas pekerjaan perkara kasus peraturan pasal lampiran kopi salinan rangkap tempat posisi jabatan lowongan formasi'
  ).split(' '),
);
