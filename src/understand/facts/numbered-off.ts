/** What is numbered off in running text, put on lines of its own. */
import { sought, type Searched } from './searched.ts';

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
