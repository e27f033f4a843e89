/** Numbers told row by row: "- app 2 buah / - db 1 buah", "Subbag Umum : 4", a table with a column of numbers, "tim A 4, tim B 3". */
import { COUNTED } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';

const MAX_ROWS = 300;

/** Their sum, or the total that stands below them; 0 where no rows have numbers. */
export function sumOfRows(text: string): number {
  return Math.max(inTable(text), inLines(text), inOneLine(text));
}

const TOTAL_ROW = /^\W{0,4}(?:total|jumlah|jml|sum)\b/i;
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
  /^\s*(?:[-*•\u2013]|\(?\d{1,2}[.)]|[a-h][.)])?\s*(\p{L}[\p{L}\d /&+.'-]{0,40}?)\s*[:=x-]?\s*(?<![\d.,:/-])(\d{1,4})(?: (\p{L}{2,12}))?\s*[.,;]?$/u;
/** Labels whose number counts nothing. */
const MEASURE =
  /\b(?:lantai|lt|ext|telp|telepon|hp|wa|jam|pukul|tgl|tanggal|nip|nik|no|nomor|versi|vlan|ram|cpu|core|vcpu|disk|hdd|ssd|storage|kuota|kapasitas|port|ip|gedung|ruang|tahun|bulan|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|peserta|user|pengguna|durasi|windows|office|rhel|ubuntu|rocky|debian|centos|server)$/i;

function inLines(text: string): number {
  let best = 0;
  let rows: (readonly [string, number])[] = [];
  for (const line of text.split('\n').slice(0, MAX_ROWS)) {
    const [, label = '', number = '', noun = ''] = line.length < 90 ? (ROW.exec(line) ?? []) : [];
    const counts = number !== '' && !MEASURE.test(label) && (noun === '' || COUNTED.has(noun.toLowerCase()));
    if (counts && !/^(?:19|20)\d\d$/.test(number)) rows.push([label, Number(number)]);
    else {
      best = Math.max(best, rows.length > 1 ? totalOf(rows) : 0);
      rows = [];
    }
  }
  return Math.max(best, rows.length > 1 ? totalOf(rows) : 0);
}

/** "tim backend 4, tim frontend 3, QA 2, saya sendiri": behind a colon; who is named without a number is one. */
function inOneLine(text: string): number {
  const row = ONE_LINE.exec(text)?.[1] ?? '';
  if (row === '') return 0;
  const items = row.split(/\s*[,;+&]\s*(?:dan |serta |plus )?|\s+(?:dan|serta|plus|sama)\s+/);
  const numbers = items.map((item) =>
    Number(/ (\d{1,3})(?: (?:orang|org|unit|akun|buah|bh|pcs|biji))?$/.exec(item)?.[1] ?? 0),
  );
  if (items.some((item) => MEASURE.test(item.replace(/ \d+.*$/, '')))) return 0;
  return numbers.filter((number) => number > 0).length < 2
    ? 0
    : numbers.reduce((sum, number) => sum + number, 0) + (/^saya\b/.test(items[numbers.lastIndexOf(0)] ?? '') ? 1 : 0);
}

const ONE_LINE =
  /:\s((?:\p{L}[\p{L} /-]{0,24} \d{1,3}(?: (?:orang|org|unit|akun|buah|bh|pcs|biji))?(?:\s?[,;+&] ?|,? (?:dan|serta|plus|sama) )){1,20}(?:saya sendiri\b|\p{L}[\p{L} /-]{0,24} \d{1,3}\b))/u;

function totalOf(rows: readonly (readonly [label: string, number: number])[]): number {
  const total = rows.find(([label, number]) => number > 0 && TOTAL_ROW.test(label));
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
