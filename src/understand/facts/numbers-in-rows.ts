/** Numbers told side by side in one sentence: "tim A 4, tim B 3". */
import { cutUp, firstPiece, withoutBrackets } from './pieces.ts';
import { readNumeral } from '../words/numerals.ts';
import { sought, type Searched } from './searched.ts';

const MAX_ROWS = 300;

const TOTAL_ROW = sought(/^\W{0,4}(?:total|jumlah|jml|sum)(?:nya)?\b/i);
/** Labels whose number counts nothing. */
export const MEASURE =
  /\b(?:lantai|lt|ext|telp|telepon|hp|wa|jam|pukul|tgl|tanggal|nip|nik|no|nomor|versi|vlan|ram|cpu|core|vcpu|disk|hdd|ssd|storage|kuota|kapasitas|port|ip|gedung|ruang|tahun|bulan|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|peserta|user|pengguna|durasi|windows|office|rhel|ubuntu|rocky|debian|centos|windows server)$/i;

/** "tim backend 4, tim frontend 3, QA 2, saya sendiri", "Bagian Umum lima, Bagian Keuangan tiga": each piece ends in its number; their sum, 0 where none does. */
export function sumInLine(searched: Searched): number {
  const mayTotal = searched.mayHold(TOTAL_ROW);
  const sentences = searched.text.replace(SHORT_SENTENCES, ', ').split(SENTENCE).slice(0, MAX_ROWS);
  return Math.max(0, ...sentences.map((sentence) => sumOfPieces(sentence, mayTotal)));
}

/** "Tim kami 3 orang. Vendor 1 orang.": sentences may stand beside each other, too. */
const SHORT_SENTENCES = /(?<=\d (?:orang|org|unit|akun|buah|pcs))\. (?=\p{Lu}\p{L}{1,20}(?: \p{L}{1,20})? \d)/gu;
const SENTENCE = /\n|[.!?](?:\s|$)|:\s/;

/** @param mayTotal whether a total may be told anywhere in the text */
function sumOfPieces(sentence: string, mayTotal: boolean): number {
  if (!/[,;+&]|\b(?:dan|serta|plus|sama)\b/.test(sentence) || sentence.length > MAX_LINE) return 0;
  const inBrackets = sentence.includes('(')
    ? [...sentence.matchAll(IN_BRACKETS)].map(([, number]) => Number(number))
    : [];
  if (inBrackets.length > 1) return inBrackets.reduce((sum, number) => sum + number, 0);
  const bare = withoutBrackets(sentence);
  // Most sentences have no number in front of their first comma already.
  if (!mayTotal && numberOfPiece(firstPiece(bare)) === 0) return 0;
  const pieces = cutUp(bare);
  const total = pieces.find(({ text }) => TOTAL_ROW.pattern.test(text));
  if (total !== undefined) return numberAtEnd(total.text);
  const numbers = pieces.map(({ text }) => numberOfPiece(text));
  const [first = 0, ...others] = numbers;
  const rest = others.reduce((sum, number) => sum + number, 0);
  if (numbers.length < 2 || numbers.includes(0)) return 0;
  // "4 buah, terpasang di aula 2, koridor 1, lobi 1"
  return others.length > 1 && rest === first ? first : first + rest;
}

/** "koordinator (1), teknisi (4)" */
const IN_BRACKETS = /(?<=\p{L}[\p{L}\d] )\((\d{1,3})(?: (?:orang|org|unit))?\)(?=\s*(?:[,.;]|dan\b|$))/gu;
const MAX_LINE = 400;

function numberOfPiece(piece: string): number {
  return /^saya\b/.test(piece) ? 1 : numberAtEnd(piece);
}

function numberAtEnd(piece: string): number {
  const [, label = '', word = ''] = LABEL_NUMBER.exec(piece) ?? [];
  if (label === '' || MEASURE.test(label) || /\d|\b(?:kelas|loket|rak|meja|lab|kantor|usia|umur)$/i.test(label))
    return 0;
  return /^(?:19|20)\d\d$/.test(word) ? 0 : (readNumeral([word.toLowerCase()])?.value ?? 0);
}

const LABEL_NUMBER =
  /^((?!mohon|minta|tolong|untuk|tgl|tanggal)\p{L}[\p{L} /-]{1,30}?)(?: ?[:=x] ?| )(\d{1,3}|\p{L}{3,8})(?: (?:orang|org|unit|akun|buah|bh|pcs|biji))?$/iu;
