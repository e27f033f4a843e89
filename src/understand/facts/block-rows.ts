/** What one row of a block holds: a person, an account, a host, an address, a company, a thing that has a noun. */
import type { Block, Row } from './blocks.ts';
import { COUNTED, isCountOf, isOfHosts, isOfPersons, isPersonNoun } from './counted-nouns.ts';
import { headOf, NO_PERSON } from './person-pieces.ts';
import { cutUp, withoutBrackets } from './pieces.ts';
import { isLeftOut } from './standing.ts';

/** By which it is known elsewhere in the text: its name, without the form of address. */
export function keyOf(row: Row): string {
  const cell = row.cells.find((one) => /\p{L}{2}/u.test(one)) ?? '';
  const name = cell.replace(TITLES, '');
  return /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(name) && !TOKEN.test(name) ? (name.split(' ')[0] ?? '') : name;
}

const TITLES =
  /^(?:(?:[Ss]dri?|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Bb]apak|[Ii]bu|[Bb]ang|[Kk]ang|Drs?|Dra|Ir|Hj?|Prof)\.? ){1,3}/;

/** "~~Toni~~", "Ricky (sudah punya, skip)", "sandbox -> tidak jadi". */
export function isOutRow(text: string): boolean {
  return OUT.test(text) || isLeftOut(text.replace(/[()]/g, ' ').replace(/ {2,}/g, ' '));
}

const OUT =
  /~~|\b(?:skip|batal|dicoret|coret|ditunda|biar(?:kan|in)|dibiarkan|jangan|kecuali ini|(?:tidak|tdk|ga|gak|nggak|ngga|ngak) (?:jadi|usah|perlu|ikut|termasuk)|(?:sudah|sdh|udah|udh) (?:punya|ada|dapat|dpt))\b/i;

/** Whether a row holds one of what a service counts. */
export function fitsUnit(row: Row, unit: string | null, block: Block): boolean {
  if (row.text === '' || row.text.length > MOST_LETTERS || isForm(row)) return false;
  if (isOfPersons(unit)) return holdsPerson(row, block) || (unit === 'akun PDE' && COMPANY.test(firstOf(row)));
  return isOfDay(row) === isOfDay(block.rows[0]) && holdsThing(row, unit);
}

const MOST_LETTERS = 160;
const COMPANY =
  /^(?:PT|CV|UD|KSO|KSU|PD|Fa|Koperasi|Perum|Perusda|Firma|Yayasan|Gudang|TPS|TPB|PLB|Bank|BPR|BPD|RS\p{Lu}*|Universitas|Politeknik|Dinas|Badan|Bea|Pemda|Pemkab|Pemkot|Bapenda)\b/u;

function firstOf({ cells }: Row): string {
  const [first = '', second = ''] = cells;
  return /^\d{1,3}[.)]?$/.test(first) ? second : first;
}

/** A label of a form, a paper, a measure. */
function isForm(row: Row): boolean {
  const first = firstOf(row);
  return PAPER.test(first) || (FORM.test(first) && (/^\p{L}+$/u.test(first) || LABEL.test(row.text)));
}

const LABEL = /^[^:=\n]{1,40}[:=]/;
const FORM =
  /^(?:hari|tanggal|tgl|waktu|pukul|jam|tempat|acara|agenda|pic|kontak|contact|cp|narahubung|nama|nip|nik|jabatan|pangkat|unit kerja|instansi|e-?mail|hp|no\.? ?hp|wa|telp|telepon|ext|perihal|hal|lampiran|keperluan|tujuan|keterangan|catatan|durasi|periode|masa|alasan|status|os|cpu|v?cpu|core|ram|memory|memori|disk|storage|hdd|ssd|bandwidth|versi|port|url|domain|jumlah|total|jml|level|role|akses|hak akses|kendala|error)\b/i;
const PAPER =
  /^(?:surat|formulir|form|nota|nodin|scan|ktp|sk|st|bast|dokumen|lampiran|profil|manual|laporan|foto|screenshot|denah|rekomendasi|persetujuan|approval|daftar|berkas|juknis|sop|nd|bia|urs?|uat|sit|hasil|topologi|rencana|kak|tor)\b/i;

/** Some cell of it names a person, or an account of his; or the column of names has something in it. */
function holdsPerson(row: Row, { head }: Block): boolean {
  const column = head.findIndex((cell) => OF_NAMES.test(cell));
  if (column >= 0) return head.length !== row.cells.length || /\p{L}{2}|\d{15}/u.test(row.cells[column] ?? '');
  if (personsUnder(row) > 1) return true;
  return !ONE_WORD_LABEL.test(row.text) && row.cells.slice(0, MOST_CELLS).some((cell) => isPerson(cell));
}

/** "Mulai: 08.00" */
const ONE_WORD_LABEL = /^(?!saya|sy\b|aku)\p{L}+ ?: /iu;

/** How many persons stand in a row: "Shift 1 (08-16): Bagus, Rian", "Bagus Adi | Rini Sari". */
export function personsIn(row: Row, { form, head }: Block): number {
  if (form === 'bar' && head.length === 0 && row.cells.length > 1)
    return row.cells.every((cell) => isPerson(cell)) ? row.cells.length : 1;
  return Math.max(1, personsUnder(row));
}

/** Two and more behind the label of a row. */
export function personsUnder({ text }: Row): number {
  const names = UNDER_LABEL.exec(withoutBrackets(text))?.[1] ?? '';
  const pieces = names === '' ? [] : cutUp(names.replace(/[.;,]\s*$/, ''));
  return pieces.length > 1 && pieces.every((piece) => isPerson(piece.text)) ? pieces.length : 0;
}

const UNDER_LABEL = /^[^:\n]{1,50}: +([^\n:]{3,300})$/u;

const MOST_CELLS = 3;
const OF_NAMES = /^(?:nama|name|nip|nik|e-?mail|username|user)/i;

function isPerson(cell: string): boolean {
  if (NUMBER_OF_PERSON.test(cell) || MAIL.test(cell) || ACCOUNT.test(cell) || WRITER.test(cell)) return true;
  const own = cell.replace(NUMBER_BEHIND, '').replace(FROM_WHERE, '');
  const bare = own.replace(TITLES, '');
  if (bare !== own && /^\p{L}{2}/u.test(bare)) return true;
  if (!NAME.test(bare) || NO_PERSON.test(bare)) return false;
  const [first = ''] = bare.toLowerCase().split(/[^\p{L}]/u);
  return (!COUNTED.has(first) || isPersonNoun(first)) && headOf(bare.replace(INITIALS, '')) !== null;
}

/** The writer, or somebody with a form of address. */
function isPersonForSure(cell: string): boolean {
  return WRITER.test(cell) || cell.replace(TITLES, '') !== cell;
}

const INITIALS = /^(?:\p{Lu}\.? ){1,2}/u;
const NUMBER_OF_PERSON = /^\d{18}$|^\d{16}$/;
/** "Rini Sari 19910304 201310 2 003" */
const NUMBER_BEHIND = /[ ,:(/-]{1,3}(?:NIP|NIK|KTP)?[ .:]{0,2}\d[\d ]{7,22}\)?$/i;
/** "Budi dari PT Kabel", "Sari selaku ketua", "Agung pindah ke Seksi Umum": where he comes from, what befalls him. */
const FROM_WHERE =
  / (?:dari|dr|from|selaku|sebagai|as|pindah|mutasi|ganti|berganti|jadi|menjadi|naik|pensiun|resign|keluar|promosi|rotasi|menikah|ke|dipindah\p{Ll}*|diangkat|ditugaskan|moved?|moves|left)(?: [^,;]{2,80})?$/u;
const MAIL = /^[\w.+-]{2,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/;
const ACCOUNT = /^[a-z]{2,20}\d{0,2}(?:[._][a-z0-9]{1,20}){1,2}$/;
const WRITER = /^(?:saya|sy|aku|ulun|beta|abdi|tiang)(?: sendiri)?$/i;
const NAME = /^(?:\p{Lu}\.? ?){0,2}\p{Lu}[\p{Ll}'’]+\.?(?: (?:\p{Lu}[\p{Ll}'’]*\.?|bin|binti|van|de)){0,4}\.?$/u;

/** Whether nothing speaks against its being one thing: no label of a form, no number of things, no sentence. */
export function mayBeThing(row: Row): boolean {
  const first = firstOf(row).toLowerCase();
  const [word = ''] = first.split(/[^\p{L}\d]/u);
  return (
    !isForm(row) &&
    !isPersonForSure(firstOf(row)) &&
    !ONE_WORD_LABEL.test(row.text) &&
    first !== '' &&
    !/^\d/.test(first) &&
    !PARTS.has(word) &&
    row.text.split(' ').length <= MOST_WORDS
  );
}

const MOST_WORDS = 14;
/** What an occasion or an application needs, of which it is but one. */
const PARTS = new Set(
  'laptop pc komputer printer proyektor internet wifi teknisi petugas operator kamera mic sound streaming jaringan kabel server menu fitur modul halaman login grafik filter data tampilan ukuran warna tombol tabel peserta user admin'.split(
    ' ',
  ),
);

/** A host, an address, a path, a name of several parts; or a thing that begins with what is counted. */
function holdsThing(row: Row, unit: string | null): boolean {
  if (isOfDays(unit) && DAY_AND_HOUR.test(row.text)) return true;
  const first = firstOf(row);
  if (NETWORK.test(first)) return unit === 'segmen' || isOfHosts(unit) || unit === 'alamat IP';
  if (SERIAL.test(first)) return unit === 'perangkat' || unit === 'alamat IP';
  if (PATH.test(first)) return unit === 'folder';
  if (TOKEN.test(first)) return BY_NAME.has(unit ?? '');
  const words = first.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  if (unit !== null && words.slice(0, 2).some((word) => word.length > 1 && isCountOf(word, unit))) return true;
  return isOfHosts(unit) && hasSizes(row.text);
}

function isOfDay(row: Row | undefined): boolean {
  return row !== undefined && DAY_AND_HOUR.test(row.text);
}

/** Whether it is held, and set up, on a day. */
export function isOfDays(unit: string | null): boolean {
  return unit === 'room' || unit === 'kegiatan';
}

export const DAY_AND_HOUR =
  /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday)\b.{0,40}\d{1,2}[.:]?\d{0,2}\b/i;
const BY_NAME = new Set(['server', 'host', 'folder', 'paket', 'aplikasi', 'elemen']);
const NETWORK = /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/;
const SERIAL = /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{7,20}$|^\d[\d.]{8,24}(?:-\d{1,5})?$/;
const PATH = /^(?:[/\\]{1,2}[\w .-]{1,40}){1,8}[/\\]?$/;
/** One word made of parts: "dwh-etl", "lms.bppk", "PkgBKN", "DAU_2018", "PBNGaji 4.1.0". */
const TOKEN =
  /^(?=\S*[\p{L}])(?:[\p{L}\d]{1,24}(?:[-_.][\p{L}\d]{1,24}){1,6}|[\p{L}]{2,24}\d{1,4}\p{L}?|(?=[\p{L}\d]*\p{Ll})(?=[\p{L}\d]+\p{Lu})\p{Lu}[\p{L}\d]{2,30})(?: v?\d{1,3}(?:\.\d{1,3}){1,3})?$/u;

/** "8 vCPU, 32 GB": a row with both is one machine. */
export function hasSizes(text: string): boolean {
  return /\d ?(?:v?cpu|core)/i.test(text) && /\d ?(?:gb|gib|gi|tb|mb)\b/i.test(text);
}
