/** What kind of paper it is: by the code that the form carries in its fields, else by the words of its title. */
import type { DocumentType } from '../parse/document.ts';
import { readMark } from './make/mark.ts';

const TITLE_CHARACTERS = 700;
/** On a page within a file a title stands at the top. */
const HEADING_LINES = 8;
const HEAD_LINES = 14;

/** First match wins. A covering letter names in its subject what it covers, so letters stand before what they may name. */
const TITLES: readonly (readonly [DocumentType, RegExp])[] = [
  ['surat', /\b(?:nota dinas|surat (?:permohonan|pernyataan|tugas|pengantar|rekomendasi|permintaan))\b/],
  ['surat', /\b(?:nomor|no\.?) ?: ?\S.{0,200}\b(?:hal|perihal|sifat|lampiran) ?:/],
  ['surat', /\b(?:nd|s|sr|st|und)-\d{1,5}\/\S{3,40}\/\d{4}\b.{0,250}\b(?:hal|perihal|yth|yang bertanda tangan)\b/],
  ['form-3.1', /\bform(?:ulir)? ?3\.1\b/],
  ['bast', /\bberita acara serah terima\b/],
  ['formulir-uat', /\b(?:formulir|form|dokumen|berita acara) (?:uat|user acceptance test)/],
  ['daftar-akun', /\bdaftar (?:akun|pengguna|user|permintaan akun)\b/],
  ['daftar-perangkat', /\bdaftar (?:perangkat|sn|serial number|nomor seri|bmn)\b/],
  [
    'sk',
    /\b(?:surat keputusan|keputusan (?:menteri|direktur|kepala|sekretaris|presiden|inspektur)|petikan keputusan|kutipan akta kematian|surat keterangan kematian)\b/,
  ],
  ['ktp', /\bprovinsi\b.{1,200}\bnik ?:? ?\d{16}\b|\bkartu tanda penduduk\b/],
];

/** The line of a page that begins another paper. */
const HEADINGS: readonly (readonly [DocumentType, RegExp])[] = [
  ['surat', /^(?:nota dinas|surat (?:permohonan|pernyataan|tugas|pengantar|rekomendasi|permintaan)\b)/],
  ['form-3.1', /^form(?:ulir)? ?3\.1\b/],
  ['bast', /^berita acara serah terima\b/],
  ['formulir-uat', /^(?:formulir|form|berita acara) (?:uat|user acceptance test)/],
  ['daftar-akun', /^daftar (?:akun|pengguna|permintaan akun)\b/],
  ['daftar-perangkat', /^daftar (?:perangkat|nomor seri|bmn)\b/],
  [
    'sk',
    /^(?:petikan |salinan )?(?:surat )?keputusan (?:menteri|direktur|kepala|sekretaris|presiden|inspektur)\b|^(?:kutipan akta|surat keterangan) kematian\b/,
  ],
  ['ktp', /^(?:provinsi [a-z ]{3,40}|kartu tanda penduduk)$/],
];

/** What files are called; where nothing else tells, this is a claim. */
const NAMES: readonly (readonly [DocumentType, RegExp])[] = [
  ['form-3.1', /\bform(?:ulir)? ?3[ .]1\b/],
  ['bast', /\b(?:bast|berita acara serah terima)\b/],
  ['formulir-uat', /\buat\b/],
  ['daftar-akun', /\b(?:daftar|list|data) (?:akun|pengguna|user|pegawai|nama)\b/],
  ['daftar-perangkat', /\b(?:daftar|list|data) (?:perangkat|sn|bmn|laptop|pc)\b/],
  ['ktp', /\bktp\b/],
  ['sk', /\b(?:sk|surat keputusan|kep|akta kematian)\b/],
  ['surat', /\b(?:surat|nota dinas|nd|undangan)\b/],
];

/** Letters set apart, as headings are at times: which of the gaps between them part words cannot be told. */
const SET_APART = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}.] ){4,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

export function recognise(fields: Readonly<Record<string, string>>, text: string): DocumentType {
  const code = squeeze(fields['form.kode'] ?? fields['bast.kode_form'] ?? '');
  if (code === 'form 3.1') return 'form-3.1';
  if (code.startsWith('bast')) return 'bast';
  const names = Object.keys(fields);
  if (names.some((name) => name.startsWith('uat.'))) return 'formulir-uat';
  const title = squeeze(text.slice(0, 2 * TITLE_CHARACTERS)).slice(0, TITLE_CHARACTERS);
  const titled = TITLES.find(([, words]) => words.test(title))?.[0] ?? titledApart(TITLES, title);
  if (titled !== undefined) return titled;
  if (names.includes('pemohon.nip') && names.includes('permintaan.jenis')) return 'form-3.1';
  return names.includes('pihak1.nip') && names.includes('pihak2.nip') ? 'bast' : 'other';
}

/** Which paper begins on a page within a file; null where none does. */
export function beginningOn(lines: readonly string[]): DocumentType | null {
  const top = lines.slice(0, HEADING_LINES).map(squeeze);
  const found = HEADINGS.find(([, words]) => top.some((line) => words.test(line)))?.[0];
  const heading = found ?? top.map((line) => titledApart(HEADINGS, line)).find((type) => type !== undefined) ?? null;
  const isKtp = heading !== 'ktp' || /\bnik\b|\b\d{16}\b/.test(squeeze(lines.join(' ')));
  if (heading !== null) return isKtp ? heading : null;
  const head = squeeze(lines.slice(0, HEAD_LINES).join(' '));
  return TITLES.some(([type, words], index) => type === 'surat' && index > 0 && words.test(head)) ? 'surat' : null;
}

function titledApart(titles: readonly (readonly [DocumentType, RegExp])[], text: string): DocumentType | undefined {
  const runs = text.match(SET_APART)?.map((run) => run.replaceAll(' ', '')) ?? [];
  return titles.find(([, words]) => runs.some((run) => withoutGaps(words).test(run)))?.[0];
}

function withoutGaps({ source }: RegExp): RegExp {
  return new RegExp(source.replace(/ (?![?])/g, ' ?'));
}

/** What the code on a page of ours says that it is; the ticket that it belongs to comes along. */
export function byCodes(codes: readonly string[]): { readonly type: DocumentType; readonly ticket: string } | null {
  for (const code of codes) {
    const mark = readMark(code);
    const type = KINDS.find((kind) => kind === mark?.kind);
    if (mark && type !== undefined) return { type, ticket: mark.ticket };
  }
  return null;
}

const KINDS: readonly DocumentType[] = ['form-3.1', 'bast', 'formulir-uat'];

export function claimOf(filename: string): DocumentType | null {
  const words = filename
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-+()]+/g, ' ')
    .toLowerCase();
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
