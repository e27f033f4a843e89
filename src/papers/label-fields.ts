/** Values of a printed form, found by the labels beside or above them. What was read so is less sure than a form's own fields. */
import { labelKey, type FormLabels } from './form-labels.ts';
import type { Cell, Line } from './page-lines.ts';
import { chosenOf, isBox, nameOf, openOf, splitOptions, tickedOf } from './tick-boxes.ts';

export interface Labelled {
  readonly values: ReadonlyMap<string, string>;
  /** Fields whose label stands on the page, filled in or not. */
  readonly seen: ReadonlySet<string>;
}

interface Found {
  readonly labels: FormLabels;
  readonly fields: Map<string, string>;
  readonly seen: Set<string>;
  part: string;
  open: Open | null;
  /** An unlabelled line: the first one of a value whose label stands beside its middle. */
  pending: Line | null;
}

/** The field whose value may go on in the next line. */
interface Open {
  readonly name: string;
  /** Left edges of the value and of its label, and where the last line of it stands. */
  readonly left: number;
  readonly labelLeft: number;
  readonly top: number;
}

interface Label {
  readonly name: string;
  /** What stands in the label's own cell behind it. */
  readonly rest: string;
  readonly cell: Cell;
}

const MOST_VALUE = 2000;
const MOST_HEADING = 60;
const MOST_LINES = 2000;
/** In heights of the letters: from line to line of one value, from a label to the value below it, between two cells of one value. */
const TIGHT_LEADING = 1.75;
const MOST_LEADING = 2.6;
const MOST_CELL_GAP = 5;
const BLANK = /^[.…_\-–\s]*$/;

export function readLabelled(lines: readonly Line[], labels: FormLabels): Labelled {
  const found: Found = { labels, fields: new Map(), part: labels.head, seen: new Set(), open: null, pending: null };
  const read = lines.slice(0, MOST_LINES);
  for (const [index, line] of read.entries()) readLine(line, read[index + 1], found);
  return { values: found.fields, seen: found.seen };
}

function readLine(line: Line, next: Line | undefined, found: Found): void {
  const part = partOf(line, found.labels);
  if (part !== null) {
    found.part = part;
    [found.open, found.pending] = [null, null];
    return;
  }
  if (found.part === '') return;
  const labels = line.cells.flatMap((cell) => labelOf(cell, found) ?? []);
  if (labels.length === 0 && isNearerTo(next, line, found)) {
    found.pending = line;
    return;
  }
  const boxed = tickBoxes(line, found);
  for (const label of labels) takeValue(label, line, found);
  found.pending = labels.length > 0 || boxed || goOn(line, found) ? null : line;
}

/** A heading stands alone and short in its line. */
function partOf(line: Line, labels: FormLabels): string | null {
  const [only] = line.cells;
  if (!only || line.cells.length > 1 || only.text.length > MOST_HEADING) return null;
  const key = labelKey(only.text);
  return labels.parts.find(([, heading]) => heading.test(key))?.[0] ?? null;
}

function labelOf(cell: Cell, { labels, part }: Found): Label | null {
  const colon = cell.text.indexOf(':');
  const before = labelKey(colon < 0 ? cell.text : cell.text.slice(0, colon));
  const rest = colon < 0 ? '' : cell.text.slice(colon + 1).trim();
  const name = labels.fields.get(`${part}/${before}`) ?? labels.fields.get(before);
  return name === undefined ? null : { name, rest, cell };
}

function takeValue(label: Label, line: Line, found: Found): void {
  const { name, cell } = label;
  const behind = valueCells(label, line, found);
  const choices = found.labels.choices[name];
  if (choices) takeChoice(label, behind, found);
  else if (!found.labels.boxRows.has(name)) takeText(label, behind, { line, found });
  const left = behind[0]?.left ?? (found.pending ? (found.pending.cells[0]?.left ?? cell.left) : cell.left);
  found.open = { name, left, labelLeft: cell.left, top: line.top };
}

/** The cells behind a label, up to the next label of the line. */
function valueCells({ cell }: Label, line: Line, found: Found): readonly Cell[] {
  const behind = line.cells.filter(({ left }) => left > cell.left);
  const next = behind.findIndex((one) => labelOf(one, found) !== null);
  return (next < 0 ? behind : behind.slice(0, next)).filter(({ text }) => text !== ':');
}

function takeChoice({ name, rest }: Label, behind: readonly Cell[], found: Found): void {
  const above = found.pending?.cells.map(({ text }) => text) ?? [];
  const texts = [...above.filter(isBox), rest, ...behind.map(({ text }) => text)].flatMap(splitOptions);
  if (texts.some(isBox)) found.seen.add(name);
  const chosen = chosenOf(texts, found.labels.choices[name] ?? []);
  if (chosen !== null) found.fields.set(name, chosen);
}

interface Place {
  readonly line: Line;
  readonly found: Found;
}

function takeText({ name, rest, cell }: Label, behind: readonly Cell[], { line, found }: Place): void {
  found.seen.add(name);
  if (found.fields.has(name)) return;
  const beside = tidy([rest, ...together(behind, line.size)].join(' '));
  const { pending } = found;
  const first = pending?.cells[0];
  const isAbove =
    pending !== null &&
    first !== undefined &&
    first.left > cell.left + line.size &&
    line.top - pending.top < TIGHT_LEADING * line.size;
  const above = isAbove ? tidy(pending.cells.map(({ text }) => text).join(' ')) : '';
  const text = [above, beside].filter((one) => one !== '').join(' ');
  if (text !== '') found.fields.set(name, text);
}

/** What stands far to the right on the same line is something else. */
function together(cells: readonly Cell[], size: number): readonly string[] {
  const end = cells.findIndex(
    (cell, index) => index > 0 && cell.left - (cells[index - 1]?.right ?? 0) > MOST_CELL_GAP * size,
  );
  return (end < 0 ? cells : cells.slice(0, end)).map(({ text }) => text);
}

/** Boxes that stand alone, and further ones of the choice above; true where the line held one. */
function tickBoxes(line: Line, found: Found): boolean {
  const options = line.cells.flatMap(({ text }) => splitOptions(text));
  const { open, labels, fields } = found;
  const boxOf = (words: string): string | undefined => labels.boxes.find(([, pattern]) => pattern.test(words))?.[0];
  for (const words of openOf(options)) found.seen.add(boxOf(words) ?? '');
  for (const words of tickedOf(options)) {
    const box = boxOf(words);
    if (box !== undefined) fields.set(box, 'ya');
    const choices = open ? labels.choices[open.name] : undefined;
    const chosen = choices ? nameOf(words, choices) : null;
    if (open && chosen !== null && !fields.has(open.name)) fields.set(open.name, chosen);
  }
  return options.some(isBox);
}

/** A value's first line stands closer to its own label, in the middle of the value, than to the value before it. */
function isNearerTo(next: Line | undefined, line: Line, found: Found): boolean {
  if (!next) return false;
  const isLabelled = next.cells.some((cell) => labelOf(cell, found) !== null);
  const first = line.cells[0]?.left ?? 0;
  const isAside = first > (next.cells[0]?.left ?? 0) + line.size;
  return (
    isLabelled &&
    isAside &&
    next.top - line.top < Math.min(TIGHT_LEADING * line.size, line.top - (found.open?.top ?? -Infinity))
  );
}

/** Text below a label that has none beside it is its value; text close below a value goes on with it. */
function goOn(line: Line, found: Found): boolean {
  const { open, labels, fields } = found;
  const [first] = line.cells;
  if (!open || !first || labels.choices[open.name]) return false;
  const before = fields.get(open.name);
  const text = tidy(line.cells.map((cell) => cell.text).join(' '));
  const lefts = before === undefined ? [open.labelLeft, open.left] : [open.left];
  const leading = before === undefined || labels.long.has(open.name) ? MOST_LEADING : TIGHT_LEADING;
  const fits =
    lefts.some((left) => Math.abs(first.left - left) < 2 * line.size) && line.top - open.top < leading * line.size;
  if (!fits || text === '') {
    found.open = null;
    return false;
  }
  fields.set(open.name, (before === undefined ? text : `${before} ${text}`).slice(0, MOST_VALUE));
  found.open = { ...open, left: first.left, top: line.top };
  return true;
}

function tidy(text: string): string {
  const value = text
    .replace(/^[:\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return BLANK.test(value) ? '' : value.slice(0, MOST_VALUE);
}
