/** Numbers told row by row: "- app 2 buah / - db 1 buah", "Subbag Umum : 4", a table with a column of numbers, "tim A 4, tim B 3". */
import { COUNTED } from './counted-nouns.ts';
import { cutUp, firstPiece, withoutBrackets } from './pieces.ts';
import { readNumeral } from '../words/numerals.ts';
import { sought, type Searched } from './searched.ts';

const MAX_ROWS = 300;

/** Their sum, or the total that stands below them; 0 where no rows have numbers. */
export function sumOfRows(searched: Searched): number {
  const { text } = searched;
  return Math.max(inTable(text), HAS_DIGIT.test(text) ? inLines(text) : 0, inOneLine(searched));
}

const HAS_DIGIT = /\d/;

const TOTAL_ROW = sought(/^\W{0,4}(?:total|jumlah|jml|sum)(?:nya)?\b/i);
const HEAD = /^(?:jml|jumlah|qty|quantity|banyak(?:nya)?|jml\.?|jumlah (?:unit|orang|akun|perangkat))$/i;

function inTable(text: string): number {
  if (!/\t|\|/.test(text)) return 0;
  const rows = text
    .split('\n')
    .slice(0, MAX_ROWS)
    .map((line) =>
      line
        .replace(/^\s*\||\|\s*$/g, '')
        .split(/\t|\|/)
        .map((cell) => cell.trim()),
    );
  const head = rows.findIndex((cells) => cells.length > 1 && cells.some((cell) => HEAD.test(cell)));
  if (head < 0) return 0;
  const column = rows[head]?.findIndex((cell) => HEAD.test(cell)) ?? 0;
  const body = rows.slice(head + 1).filter((cells) => cells.some((cell) => /[\p{L}\d]/u.test(cell)));
  const end = body.findIndex((cells) => cells.length < 2);
  return totalOf(
    (end < 0 ? body : body.slice(0, end)).map((cells) => [cells.join(' '), numberOf(cells[column] ?? '')] as const),
  );
}

/** A label of some words and a number behind it, a counted noun or nothing after. */
const ROW =
  /^\s*(?:[-*•\u2013]|\(?\d{1,2}[.)]|[a-h][.)])?\s*(\p{L}[\p{L}\d /&+.'-]{0,40}?)\s*[:=x-]?\s*(?<![\p{L}\d.,:/-])(\d{1,4})(?: (\p{L}{2,12}))?\s*[.,;]?$/u;
/** Labels whose number counts nothing. */
const MEASURE =
  /\b(?:lantai|lt|ext|telp|telepon|hp|wa|jam|pukul|tgl|tanggal|nip|nik|no|nomor|versi|vlan|ram|cpu|core|vcpu|disk|hdd|ssd|storage|kuota|kapasitas|port|ip|gedung|ruang|tahun|bulan|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|peserta|user|pengguna|durasi|windows|office|rhel|ubuntu|rocky|debian|centos|windows server)$/i;

/** "Tim kami 3 orang. Vendor 1 orang.": sentences may be rows, too. */
/** "Ruangan kami berisi 40 komputer" tells no row. */
const FEW = 2;
const LINE = /\n|(?<=\p{L}{2})\.\s/u;

function inLines(text: string): number {
  let best = 0;
  let rows: (readonly [string, number])[] = [];
  let areNamed = false;
  for (const written of text.split(LINE).slice(0, MAX_ROWS)) {
    const line = written.length < MAX_LINE ? withoutBrackets(written).trimEnd() : written;
    const [, label = '', number = '', noun = ''] = line.length < 90 ? (ROW.exec(line) ?? []) : [];
    const isRow = noun === '' || label.split(' ').length <= FEW || /^\s*[-*•]|[:=]/.test(line);
    const counts = isRow && number !== '' && !MEASURE.test(label) && (noun === '' || COUNTED.has(noun.toLowerCase()));
    const isAlike = rows.length === 0 || areNamed === (noun !== '');
    if (counts && isAlike && !/^(?:19|20)\d\d$/.test(number)) {
      rows.push([label, Number(number)]);
      areNamed = noun !== '';
    } else {
      best = Math.max(best, rows.length > 1 ? totalOf(rows) : 0);
      rows = [];
    }
  }
  return Math.max(best, rows.length > 1 ? totalOf(rows) : 0);
}

/** "tim backend 4, tim frontend 3, QA 2, saya sendiri", "Bagian Umum lima, Bagian Keuangan tiga": each piece ends in its number. */
function inOneLine(searched: Searched): number {
  const mayTotal = searched.mayHold(TOTAL_ROW);
  const sentences = searched.text.split(SENTENCE).slice(0, MAX_ROWS);
  return Math.max(0, ...sentences.map((sentence) => sumOfPieces(sentence, mayTotal)));
}

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

function totalOf(rows: readonly (readonly [label: string, number: number])[]): number {
  const total = rows.find(([label, number]) => number > 0 && TOTAL_ROW.pattern.test(label));
  return total?.[1] ?? rows.reduce((sum, [, number]) => sum + number, 0);
}

function numberOf(cell: string): number {
  return (
    readNumeral(
      cell
        .toLowerCase()
        .split(/[^\p{L}\d]+/u)
        .filter((word) => word !== ''),
    )?.value ?? 0
  );
}
