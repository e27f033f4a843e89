/** Rows of a list in the text: lines that follow each other and begin alike (bullets, numbers, table bars, account names in columns). */
import { cutUp, withoutBrackets } from './pieces.ts';
import { searched, type Searched, sought, type Sought } from './searched.ts';

export interface Rows {
  /** The cells of each row; a bullet or number in front is taken off. */
  readonly rows: readonly (readonly string[])[];
  /** The same rows uncut. */
  readonly lines: readonly string[];
}

const BULLET = /^[ \t]*(?:[-*•\u2022\u2013]|\(?\d{1,3}[.)]?|\(?[a-h][.)])[ \t]+(?=\S)/;
const BAR = /^[ \t]*\|/;
/** "PLU-NB-01 | 5CG3310A1X": a table without bars around it. */
const INNER_BAR = /^[ \t]*[\p{L}\d.-]{3,30} \| \S/u;
const CELLS = /\t|[ ]{2,}|[ ]*\|[ ]*|[ ][-\u2013\u2014:][ ]|[,;(]/;
const RULE = /^[\s|:=+-]+$/;
const MAX_ROWS = 500;

/** Blocks of at least two rows. */
export function findRows(text: Searched): readonly Rows[] {
  return text.once(readRows);
}

function readRows(text: Searched): readonly Rows[] {
  const blocks: { readonly rows: string[][]; readonly lines: string[] }[] = [];
  let form = '';
  for (const line of onLines(text).split('\n').slice(0, MAX_ROWS)) {
    if (RULE.test(line) && line.trim() !== '') continue;
    const here = formOf(line);
    if (here === '') {
      form = '';
      continue;
    }
    if (here !== form) blocks.push({ rows: [], lines: [] });
    form = here;
    blocks.at(-1)?.rows.push(cellsOf(line));
    blocks.at(-1)?.lines.push(line.replace(BULLET, ''));
  }
  return blocks.filter(({ rows }) => rows.length > 1);
}

/** "ubah: 1. Nurul …, 2. Pak Agung …, 3. Lestari …": what is numbered off in running text stands in rows. */
export function onLines(searched: Searched): string {
  const { text } = searched;
  if (!searched.has(SECOND_MARK)) return text;
  const cuts = FIRST_MARKS.flatMap((first) => marksFrom(text, first)).toSorted((one, other) => one - other);
  const pieces = [0, ...cuts].map((from, at) => text.slice(from, cuts[at]));
  const last = pieces.length - 1;
  return pieces
    .map((piece, at) => piece.replace(at < last ? JOINT_AT_END : ENDS_LAST, at < last ? '' : '\n'))
    .join('\n');
}

const SECOND_MARK = sought(/[^\n]\(?\b[2b][.)]\s/i);
/** Behind the last of them another sentence may follow in the same line. */
const ENDS_LAST =
  /(?<=\p{L}{2}[.)]) (?=\p{L})| (?=(?:mohon|tolong|harap|agar|semua\p{Ll}*|trims|tks|makasih|terima kasih)\b)/iu;
const JOINT_AT_END = /(?<=[^\s,;])[\s,;]{1,3}(?:(?:dan|serta|and) )?$/;

/** Where the marks "1.", "2.", "3." or "a)", "b)" stand in one line after each other; none where fewer than two do. */
function marksFrom(text: string, first: string): readonly number[] {
  const found: number[] = [];
  let next = first;
  let ends = '';
  for (const { 0: mark, index, groups } of text.matchAll(MARK)) {
    if ((groups?.['name'] ?? '').toLowerCase() !== next || (ends !== '' && !mark.endsWith(ends))) continue;
    ends = mark.trimEnd().slice(-1);
    found.push(index);
    next = /\d/.test(next) ? String(Number(next) + 1) : String.fromCharCode(next.charCodeAt(0) + 1);
  }
  return found.length > 1 ? found.filter((at) => !/(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - 4), at))) : [];
}

const FIRST_MARKS = ['1', 'a'];
const MARK = /(?<=^|[\s:;,])\(?(?<name>\d{1,2}|[a-h])[.)](?=\s{1,3}[\p{L}\d"])/giu;

function formOf(line: string): string {
  if (BAR.test(line) || INNER_BAR.test(line)) return 'bar';
  const bullet = BULLET.exec(line)?.[0].trim();
  if (bullet !== undefined) return /\d/.test(bullet) ? 'number' : 'bullet';
  return /^[ \t]*[\p{L}\d._-]{3,30}(?:\t|[ ]{2,})\S/u.test(line) ? 'columns' : '';
}

function cellsOf(line: string): string[] {
  return line
    .replace(BAR, '')
    .replace(BULLET, '')
    .split(CELLS)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

const SERIAL = /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{7,20}$/;
const ASSET = /^\d[\d.]{8,15}(?:-\d{1,5})?$/;

/** Rows with a serial number or an asset code; their number is that of the devices. */
export function countDevices(text: string | Searched): number {
  const counts = findRows(searched(text)).map(
    ({ rows }) => rows.filter((cells) => cells.some((cell) => SERIAL.test(cell) || ASSET.test(cell))).length,
  );
  return Math.max(0, ...counts);
}

/** "VM berikut mohon dimatikan: repo-lama, jenkins2, sonarx": things in the same line behind the colon. */
export function listedBehind(text: Searched, unit: string | null): number {
  const opening = OPENED.get(unit ?? '');
  const found = opening === undefined ? null : text.find(opening);
  if (found === null) return 0;
  const items = cutUp(withoutBrackets(found[1] ?? '')).map((item) => item.text);
  return items.length > 1 && items.every((item) => IS_THING.test(item) && !OF_MEMBERS.test(found[0]))
    ? items.length
    : 0;
}

const IS_THING = /^(?!\d)[^\s:=]{2,40}(?: (?!\d)[^\s:=]{2,30}){0,3}$/;

/** "folder … dengan hak akses:": the rows are those who may open it. */
const OF_MEMBERS =
  /\b(?:hak akses\w*|akses\w*|anggota\w*|members?|pengguna\w*|users?|access|permissions?|dibuka oleh|diakses oleh|dipakai oleh|PIC)(?: (?:untuk|bagi|oleh|kepada|for|to|sbb|sebagai berikut|berikut|yaitu|yakni|ini)){0,3}\s?:\s*$/i;
const OPENINGS: ReadonlyMap<string, Sought> = new Map(
  Object.entries({
    folder: 'folder|direktori',
    server: 'server|vm|host|mesin|hosting|instance',
    host: 'server|vm|host|alamat|ip|aplikasi|situs',
    aplikasi: 'aplikasi|sistem|portal',
    perangkat: 'pc|laptop|komputer|perangkat|printer',
    lokasi: 'lokasi|kantor|gedung',
    kegiatan: 'kegiatan|acara|rapat|vicon|sesi',
    room: 'room|link|rapat|kegiatan|acara',
    'alamat IP': 'ip|perangkat|alamat',
  }).map(([unit, nouns]) => [unit, sought(new RegExp(String.raw`\b(?:${nouns})\b[^.\n]{0,60}:\s*$`, 'im'))]),
);

const OPENED: ReadonlyMap<string, Sought> = new Map(
  [...OPENINGS]
    .filter(([unit]) => unit !== 'perangkat')
    .map(([unit, { pattern }]) => [
      unit,
      sought(
        new RegExp(
          pattern.source.replace(
            String.raw`[^.\n]{0,60}:\s*$`,
            String.raw` (?:\p{L}+ ){0,4}(?:berikut|ini|sbb|untuk|utk|mohon|di\p{L}+|yaitu|yakni)(?: \p{L}+){0,3}: ?([^\n.]{5,200})`,
          ),
          'iu',
        ),
      ),
    ]),
);

/** "user rusdiana dan norman.saputra": names of accounts side by side, of which one at least has its dot. */
const SIDE_BY_SIDE = sought(
  /\b(?:user|users|akun|username|usernames|account|accounts):? ((?:[a-z][a-z.]{2,30}(?:, ?| (?:dan|and|&|sama|serta) )){1,8}[a-z]{3,20}\.[a-z]{2,20})(?![\w@.-]*[\w@])/g,
);

export function accountsBeside(text: Searched): number {
  const beside = text.all(SIDE_BY_SIDE).map((match) => (match[1] ?? '').split(/, ?| (?:dan|and|&|sama|serta) /).length);
  return Math.max(0, ...beside);
}
