/**
 * Who signed a letter: the block at its end with title, room for the signature, name and NIP. Blocks stand beside one another and beside
 * a list of copies, titles run over several lines: so a block is read down its own column.
 */
import type { LetterSigner } from '../parse/document.ts';
import { rankOfTitle } from './letter-rank.ts';
import { tidyNip } from './nip.ts';
import { textOf, type Cell, type Line } from './page-lines.ts';

const FOOT_LINES = 40;
const MOST_CHARACTERS = 200;
const TITLE =
  /^(?:plt\.?|plh\.?|a\.?\s?n\.?|u\.?\s?b\.?|kepala|direktur|direktorat|sekretaris|inspektur|ketua|menteri|wakil|pejabat|pelaksana|staf ahli|rektor|kasubbag|kasubag|kabag|kasi|kabid|kasubdit|koordinator|general manager|manajer)\b/i;
/** The second line of "Kepala Kantor Wilayah / Direktorat Jenderal Pajak". */
const OFFICE = /^(?:direktorat|sekretariat|inspektorat|badan|pusat|biro)\b/i;
const SKIPPED = /\b(?:ttd|ditandatangani|elektronik|stempel|meterai|materai|sertifikat|dokumen ini|\$\{)|^[_.\-–\s]*$/i;
const END = /^(?:tembusan|lampiran)\b/i;
const COPIES = /^tembusan\b/i;
const NIP = /\bnip\b/i;
const NIP_DIGITS = /(?<!\d)\d{8} ?\d{6} ?[12] ?\d{3}(?!\d)/;
/** In heights of the letters: lines of one title, cells of one column, blocks beside one another. */
const NEXT_LINE = 2.1;
const SAME_COLUMN = 6;
const OTHER_COLUMN = 8;
/** Blocks beside one another end within so many lines. */
const SAME_FOOT = 3;
const BESIDE_COPIES = 10;
const MOST_TITLE_LINES = 4;
/** Of two officials beside one another the one of the higher rank: the other has signed below him. */
export function signerOf(lines: readonly Line[]): LetterSigner | null {
  const body = bodyOf(lines);
  const anchors = anchorsIn(body);
  const found = anchors.map((anchor) => signerIn(blockOf(columnOf(anchor, anchors, body), anchors.length > 1)));
  const [best] = found.filter((one) => one !== null).toSorted((one, other) => orderOf(one) - orderOf(other));
  return best ?? signerIn(body.map((line) => ({ text: textOf(line), top: line.top, size: line.size })));
}

const ORDER: readonly LetterSigner['rank'][] = ['I', 'II', 'III', 'IV', null];

function orderOf({ rank, name }: LetterSigner): number {
  return ORDER.indexOf(rank) + (name === null || name === '' ? ORDER.length : 0);
}

/** Nothing of the list of copies and of what is annexed, but what stands beside the copies. */
function bodyOf(lines: readonly Line[]): readonly Line[] {
  const end = lines.findLastIndex((line, at) => at > 5 && END.test(textOf(line).trim()));
  if (end < 0) return lines.slice(-FOOT_LINES);
  const [copies] = lines[end]?.cells ?? [];
  const after = lines.slice(end, end + BESIDE_COPIES);
  const beside =
    copies !== undefined && COPIES.test(copies.text) ? after.flatMap((line) => besideOf(line, copies)) : [];
  return [...lines.slice(0, end), ...beside].slice(-FOOT_LINES);
}

function besideOf(line: Line, copies: Cell): readonly Line[] {
  const cells = line.cells.filter(({ left }) => left > copies.left + OTHER_COLUMN * line.size);
  return cells.length === 0 ? [] : [{ ...line, cells }];
}

interface Anchor {
  readonly at: number;
  readonly cell: Cell;
  readonly size: number;
}

/** The last NIP, and those of the blocks beside it. */
function anchorsIn(body: readonly Line[]): readonly Anchor[] {
  const all = body.flatMap((line, at) =>
    piecesOf(line)
      .filter(({ text }) => isNip(text))
      .map((cell): Anchor => ({ at, cell, size: line.size })),
  );
  const last = all.at(-1);
  if (last === undefined) return [];
  const beside = all.filter(
    ({ at, cell }) => last.at - at <= SAME_FOOT && Math.abs(cell.left - last.cell.left) > OTHER_COLUMN * last.size,
  );
  return [last, ...beside];
}

/** What stands apart in a cell counts as cells of its own where each begins a block. */
function piecesOf({ cells }: Line): readonly Cell[] {
  return cells.flatMap((cell) =>
    (cell.parts ?? []).filter(({ text }) => isNip(text)).length > 1 ? (cell.parts ?? []) : [cell],
  );
}

function isNip(text: string): boolean {
  return NIP.test(text) || NIP_DIGITS.test(text);
}

interface Written {
  readonly text: string;
  readonly top: number;
  readonly size: number;
}

/** Each line's words that stand under or over the anchor, by their left edge or their middle, and nearer to it than to the others. */
function columnOf(anchor: Anchor, anchors: readonly Anchor[], body: readonly Line[]): readonly Written[] {
  return body.slice(0, anchor.at + 1).flatMap((line) => {
    const pieces = anchors.length > 1 ? line.cells.flatMap((cell) => cell.parts ?? [cell]) : line.cells;
    const own = pieces.filter(
      (cell) =>
        farness(cell, anchor) <= SAME_COLUMN * anchor.size &&
        anchors.every((other) => farness(cell, anchor) <= farness(cell, other)),
    );
    const text = own.map((cell) => cell.text).join(' ');
    return text === '' ? [] : [{ text, top: line.top, size: line.size }];
  });
}

/** Of blocks beside one another each begins where its column stood empty last: above is the text of the letter, or its head. */
function blockOf(column: readonly Written[], isBesideOthers: boolean): readonly Written[] {
  if (!isBesideOthers) return column;
  const nipAt = column.length - 1;
  const gaps = column.flatMap((line, at) => {
    const above = column[at - 1];
    return above !== undefined && !isNext(above, line) ? [at] : [];
  });
  const isRoomForSignature = (at: number): boolean => nipAt - at <= 2;
  return column.slice(gaps.findLast((at) => !isRoomForSignature(at)) ?? 0);
}

function farness({ left, right }: Cell, { cell }: Anchor): number {
  return Math.min(Math.abs(left - cell.left), Math.abs(left + right - cell.left - cell.right) / 2);
}

function signerIn(column: readonly Written[]): LetterSigner | null {
  const texts = column.map(({ text }) => text);
  const nipAt = texts.findLastIndex(isNip);
  const titleAt = titleIn(column, nipAt < 0 ? texts.length : nipAt);
  if (nipAt < 0 && titleAt < 0) return null;
  const nameAt = nipAt < 0 ? nextWritten(texts, titleAt) : nameBefore(texts, nipAt);
  const isTitled = titleAt >= 0 && (nameAt < 0 || titleAt < nameAt);
  const title = isTitled ? joined(column, titleAt, nameAt < 0 ? texts.length : nameAt) : null;
  const behalf = titleAt < 0 ? null : behalfAbove(column, titleAt);
  return {
    name: nameAt < 0 || nameAt === titleAt ? null : nameIn(texts[nameAt]),
    nip: nipAt < 0 ? null : nipIn(texts[nipAt] ?? ''),
    title: title === null ? null : withoutSigns(title),
    rank: title === null ? null : rankOfTitle(title),
    onBehalfOf: behalfOf(title ?? '') ?? behalf,
    acting: actingOf(title ?? '') ?? actingOf(titleAt > 0 ? (texts[titleAt - 1] ?? '') : ''),
  };
}

/** Where the last title begins. */
function titleIn(column: readonly Written[], before: number): number {
  const at = column.slice(0, before).findLastIndex(({ text }) => TITLE.test(text.trim()));
  const [above, here] = [column[at - 1], column[at]];
  const isSecond = above !== undefined && here !== undefined && OFFICE.test(here.text.trim()) && isNext(above, here);
  return isSecond && TITLE.test(above.text.trim()) ? at - 1 : at;
}

/** A title with the lines that it runs on to: it ends with a comma, or where room is left for the signature. */
function joined(column: readonly Written[], from: number, before: number): string {
  const lines: string[] = [];
  for (const [at, line] of column.entries()) {
    if (at < from || at >= before || lines.length === MOST_TITLE_LINES) continue;
    const previous = column[at - 1];
    const goesOn = at === from || (lines.length === at - from && previous !== undefined && isNext(previous, line));
    if (!goesOn || (at > from && SKIPPED.test(line.text.trim()))) break;
    lines.push(line.text);
    if (/,\s*$/.test(line.text)) break;
  }
  return tidy(lines.join(' '));
}

function isNext(above: Written, below: Written): boolean {
  return below.top - above.top <= NEXT_LINE * Math.max(above.size, below.size);
}

/** "a.n. Direktur Jenderal / Perbendaharaan" over the title. */
function behalfAbove(column: readonly Written[], titleAt: number): string | null {
  const from = column.slice(0, titleAt).findLastIndex(({ text }) => /^a\.?\s?n\.?\s/i.test(text.trim()));
  return from < 0 || titleAt - from > MOST_TITLE_LINES
    ? null
    : behalfOf(joined(column, from, secondTitle(column, from)));
}

function secondTitle(column: readonly Written[], after: number): number {
  const at = column.findIndex(
    ({ text }, index) => index > after && TITLE.test(text.trim()) && !OFFICE.test(text.trim()),
  );
  return at < 0 ? column.length : at;
}

/** The name stands over the NIP, or beside it; the word NIP may stand on a line of its own. */
function nameBefore(texts: readonly string[], nipAt: number): number {
  const beside = (texts[nipAt] ?? '').replace(/\bnip\b.*$/i, '').replace(NIP_DIGITS, '');
  if (isName(beside)) return nipAt;
  const isAlone = /^nip\.?\s*:?$/i.test((texts[nipAt - 1] ?? '').trim());
  return previousWritten(texts, isAlone ? nipAt - 1 : nipAt);
}

function nameIn(text: string | undefined): string {
  return tidy((text ?? '').replace(/\bnip\b.*$/i, '').replace(NIP_DIGITS, '')).replace(/^\((.*)\)$/, '$1');
}

function nipIn(text: string): string | null {
  const written = NIP_DIGITS.exec(text)?.[0] ?? text.replace(/^.*?nip[.\s:]*/i, '').replace(/[^\d\s.-].*$/, '');
  const digits = tidyNip(written);
  return /^\d{9,18}$/.test(digits) ? digits : null;
}

function nextWritten(texts: readonly string[], from: number): number {
  const at = texts.findIndex((text, index) => index > from && isName(text));
  return at - from > 6 ? -1 : at;
}

function previousWritten(texts: readonly string[], from: number): number {
  const at = texts.slice(0, from).findLastIndex(isName);
  return from - at > 3 ? -1 : at;
}

function isName(text: string): boolean {
  return !SKIPPED.test(text.trim()) && !TITLE.test(text.trim()) && /\p{L}{3}/u.test(text);
}

function behalfOf(title: string): string | null {
  const office = /^a\.?\s?n\.?\s+(.{3,})$/i.exec(title)?.[1];
  return office === undefined ? null : office.replace(/[,\s]+$/, '');
}

function actingOf(title: string): 'plt' | 'plh' | null {
  const word = /\b(plt|plh)\b/i.exec(title)?.[1]?.toLowerCase();
  return word === 'plt' || word === 'plh' ? word : null;
}

function withoutSigns(title: string): string {
  return title.replace(/^(?:(?:plt|plh|a\.?\s?n|u\.?\s?b)\.?,?\s+)+/i, '');
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[,\s]+$/, '')
    .trim()
    .slice(0, MOST_CHARACTERS);
}
