/** Rows of a list in the text: lines that follow each other and begin alike (bullets, numbers, table bars, account names in columns). */
import { COUNTED, PERSONS } from './counted-nouns.ts';
import { cutUp, withoutBrackets } from './pieces.ts';
import { NO_PERSON } from './person-pieces.ts';
import { personsBeside } from './persons-beside.ts';
import { Searched, searched, sought, type Sought } from './searched.ts';

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

/** Rows of a table whose head says that its first column, or that behind the number, is the name: as many persons. */
export function namesInTable({ text }: Searched): number {
  if (!MARKS_CELL.test(text)) return 0;
  const lines = text.split('\n').slice(0, MAX_ROWS);
  const head = lines.findIndex((line) => TABLE_HEAD.test(line));
  if (head < 0) return 0;
  const mark = lines[head]?.includes('|') === true ? '|' : '\t';
  const rows = lines.slice(head + 1).filter((line) => !RULE.test(line) || line.trim() === '');
  const end = rows.findIndex((line) => !line.includes(mark));
  return end < 0 ? rows.length : end;
}

const MARKS_CELL = /[|\t]/;
const TABLE_HEAD = /^\W{0,3}(?:no\.?\s*[|\t]\s*)?(?:nama(?: lengkap| pegawai| peserta| personil)?|name)\s*[|\t]/i;

const SERIAL = /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{7,20}$/;
const ASSET = /^\d[\d.]{8,15}(?:-\d{1,5})?$/;

/** Rows with a serial number or an asset code; their number is that of the devices. */
export function countDevices(text: string | Searched): number {
  const counts = findRows(searched(text)).map(
    ({ rows }) => rows.filter((cells) => cells.some((cell) => SERIAL.test(cell) || ASSET.test(cell))).length,
  );
  return Math.max(0, ...counts);
}

/** "Hapus folder berikut:" and rows below it: as many as these, where the line names what the service counts and no row has a label. */
export function listedBelow(text: Searched, unit: string | null): number {
  const opening = OPENINGS.get(unit ?? '');
  if (opening === undefined || !text.has(opening)) return 0;
  const lines = text.text.split('\n').slice(0, MAX_ROWS);
  const head = lines.findIndex(
    (line) => line.trimEnd().endsWith(':') && opening.pattern.test(line) && !OF_MEMBERS.test(line),
  );
  if (head < 0) return 0;
  const block = findRows(new Searched(lines.slice(head + 1).join('\n')))[0];
  return block === undefined || block.lines.some((line) => LABELLED.test(line)) ? 0 : block.lines.length;
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

const LABELLED = /^[^:\n]{1,25}\s?[:=]\s?\S/;
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

/** "c. Heri, Bonar, dan Sandi dari PT Penyimpan": several in a row of a list whose rows all name persons; 0 where each names one. */
export function personsInRows(text: Searched): number {
  const counts = findRows(text).map(({ lines }) => {
    const rows = lines.map(
      (line) => personsBeside(new Searched(`Nama: ${line}`))?.count ?? (NAME_FIRST.test(line) ? 1 : 0),
    );
    if (rows.includes(0)) return lines.length > 2 && areMostlyPersons(rows, lines) ? lines.length : 0;
    if (Math.max(...rows) < 2) return lines.every((line) => MOVES.test(line) && isNoThing(line)) ? lines.length : 0;
    return rows.reduce((sum, row) => sum + row, 0);
  });
  return Math.max(0, ...counts);
}

/** Where most rows are persons, all are: "3. Teknisi PT Daya - Supri". */
function areMostlyPersons(rows: readonly number[], lines: readonly string[]): boolean {
  const named = rows.filter((row) => row > 0).length;
  return named * 2 >= lines.length && lines.every((line) => AS_PERSON.test(line) && !LABELLED.test(line));
}

function isNoThing(line: string): boolean {
  const [first = ''] = line.toLowerCase().split(/[^\p{L}]/u);
  return !NO_PERSON.test(line.replace(FORM_OF_ADDRESS, '')) && !(COUNTED.has(first) && !PERSONS.has(first));
}

const AS_PERSON = /^\p{Lu}[^\n]{0,60}\p{Lu}?\p{Ll}/u;
const FORM_OF_ADDRESS = /^(?:Pak|Bu|Sdri?\.?|Bapak|Ibu) /;
const NAMED_ROW = String.raw`(?:(?:Pak|Bu|Sdri?\.?|Bapak|Ibu) )?(?:\p{Lu}\. )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?){0,4}`;
/** What befalls a person whose row it is. */
const BEFALLS = String.raw`\s*(?:->|=>|\u2192|\(|,)|\s+(?:pindah|mutasi|ganti|berganti|jadi|menjadi|naik|pensiun|resign|keluar|promosi|rotasi|menikah|cuti|ke|dari|dipindah\p{Ll}*|diangkat|ditugaskan|meninggal|tugas belajar|moved?|moves|retire[sd]?|left)\b`;
const NAME_FIRST = new RegExp(String.raw`^${NAMED_ROW}(?=\s*(?:[,(:\u2013-]|$)|${BEFALLS})`, 'u');
const MOVES = new RegExp(String.raw`^${NAMED_ROW}(?=${BEFALLS})`, 'u');

/** "user rusdiana dan norman.saputra": names of accounts side by side, of which one at least has its dot. */
const SIDE_BY_SIDE = sought(
  /\b(?:user|users|akun|username|usernames|account|accounts):? ((?:[a-z][a-z.]{2,30}(?:, ?| (?:dan|and|&|sama|serta) )){1,8}[a-z]{3,20}\.[a-z]{2,20})(?![\w@.-]*[\w@])/g,
);

/** Lines of nothing but an address, with a role in brackets or behind a dash. */
function addressLines(text: Searched): number {
  if (!text.text.includes('@')) return 0;
  const found = onLines(text)
    .split('\n')
    .slice(0, MAX_ROWS)
    .flatMap((line) => ADDRESS_LINE.exec(line)?.[1]?.toLowerCase() ?? []);
  return new Set(found).size;
}

const ADDRESS_LINE =
  /^\s*(?:[-*\u2022\u2013]|\(?\d{1,3}[.)])?\s*([\w.+-]{2,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})\s*(?:[(,:\u2013-].{0,40})?[.,;]?\s*$/;

/** Rows that begin with the name of an account ("bimo.prakoso   read-write"); one name without a dot among them counts, too. */
export function countAccounts(text: Searched): number {
  const counts = findRows(text).map(({ rows }) => {
    const names = rows.filter((cells) => /^[a-z]{3,20}(?:\.[a-z]{2,20})?\d?$/.test(cells[0] ?? ''));
    return names.filter((cells) => cells[0]?.includes('.')).length > 1 ? names.length : 0;
  });
  const beside = text.all(SIDE_BY_SIDE).map((match) => (match[1] ?? '').split(/, ?| (?:dan|and|&|sama|serta) /).length);
  return Math.max(0, addressLines(text), ...counts, ...beside);
}
