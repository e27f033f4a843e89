/** What kind of paper it is: by the code that the form carries in its fields, else by the words of its title. */
import type { DocumentType } from '../parse/document.ts';

const TITLE_CHARACTERS = 700;

/** First match wins. A covering letter names in its subject what it covers, so letters stand before what they may name. */
const TITLES: readonly (readonly [DocumentType, RegExp])[] = [
  ['surat', /\b(?:nota dinas|surat (?:permohonan|pernyataan|tugas|pengantar|rekomendasi|permintaan))\b/],
  ['surat', /\b(?:nomor|no\.?) ?: ?\S.{0,200}\b(?:hal|perihal|sifat|lampiran) ?:/],
  ['form-3.1', /\bform(?:ulir)? ?3\.1\b/],
  ['bast', /\bberita acara serah terima\b/],
  ['formulir-uat', /\b(?:formulir|form|dokumen|berita acara) (?:uat|user acceptance test)/],
  ['daftar-akun', /\bdaftar (?:akun|pengguna|user|permintaan akun)\b/],
  ['daftar-perangkat', /\bdaftar (?:perangkat|sn|serial number|nomor seri|bmn)\b/],
  [
    'sk',
    /\b(?:surat keputusan|keputusan (?:menteri|direktur|kepala|sekretaris|presiden|inspektur)|petikan keputusan)\b/,
  ],
  ['ktp', /\bprovinsi\b.{1,200}\bnik ?:? ?\d{16}\b/],
];

export function recognise(fields: Readonly<Record<string, string>>, text: string): DocumentType {
  const code = squeeze(fields['form.kode'] ?? fields['bast.kode_form'] ?? '');
  if (code === 'form 3.1') return 'form-3.1';
  if (code.startsWith('bast')) return 'bast';
  if (Object.keys(fields).some((name) => name.startsWith('uat.'))) return 'formulir-uat';
  const title = squeeze(text.slice(0, 2 * TITLE_CHARACTERS)).slice(0, TITLE_CHARACTERS);
  return TITLES.find(([, words]) => words.test(title))?.[0] ?? 'other';
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
