/** Values of a printed form, found by the labels beside or above them. What was read so is less sure than a form's own fields. */
import { labelKey, type FormLabels } from './form-labels.ts';
import { goOn, tidyValue, TIGHT_LEADING, type Found } from './label-values.ts';
import type { Cell, Line } from './page-lines.ts';
import { chosenOf, isBox, nameOf, openOf, splitOptions, tickedOf } from './tick-boxes.ts';

export interface Labelled {
  readonly values: ReadonlyMap<string, string>;
  /** Fields whose label stands on the page, filled in or not. */
  readonly seen: ReadonlySet<string>;
}

interface Label {
  readonly name: string;
  /** What stands in the label's own cell behind it. */
  readonly rest: string;
  readonly cell: Cell;
}

const MOST_HEADING = 60;
const MOST_LINES = 2000;
/** In heights of the letters: between two cells of one value. */
const MOST_CELL_GAP = 5;

export function readLabelled(lines: readonly Line[], labels: FormLabels): Labelled {
  const found: Found = {
    labels,
    fields: new Map(),
    part: labels.head,
    seen: new Set(),
    open: null,
    beside: [],
    pending: null,
  };
  const read = lines.slice(0, MOST_LINES);
  for (const [index, line] of read.entries()) readLine(line, read[index + 1], found);
  return { values: found.fields, seen: found.seen };
}

function readLine(whole: Line, next: Line | undefined, found: Found): void {
  const part = partOf(whole, found.labels);
  if (part !== null) {
    found.part = part;
    [found.open, found.pending, found.beside] = [null, null, []];
    return;
  }
  if (found.part === '') return;
  const line = { ...whole, cells: whole.cells.flatMap((cell) => splitAtLabels(cell, found)) };
  const labels = line.cells.flatMap((cell) => labelOf(cell, found) ?? []);
  if (labels.length === 0 && isNearerTo(next, line, found)) {
    found.pending = line;
    return;
  }
  const boxed = tickBoxes(line, found);
  const opens = labels.flatMap((label) => {
    takeValue(label, line, found);
    return found.open ?? [];
  });
  if (labels.length > 0) found.beside = opens.length > 1 ? opens : [];
  found.pending = labels.length > 0 || boxed || goOn(line, found) ? null : line;
}

/** A heading stands alone and short in its line. */
function partOf(line: Line, labels: FormLabels): string | null {
  const [only] = line.cells;
  if (!only || line.cells.length > 1 || only.text.length > MOST_HEADING) return null;
  const key = labelKey(only.text);
  return labels.parts.find(([, heading]) => heading.test(key))?.[0] ?? null;
}

/** In a narrow table the next label stands close behind a value: there the cell ends. */
function splitAtLabels({ parts = [], ...cell }: Cell, found: Found): readonly Cell[] {
  const split: Cell[] = [];
  for (const [index, part] of parts.entries()) {
    const last = split.at(-1);
    const begins = labelOf(part, found) !== null || (index > 0 && last !== undefined && labelOf(last, found) !== null);
    if (last === undefined || begins) split.push(part);
    else split[split.length - 1] = { ...last, text: `${last.text} ${part.text}`, right: part.right };
  }
  return split.length > 1 && split.slice(1).some((part) => labelOf(part, found) !== null) ? split : [cell];
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
  const left = behind[0]?.left ?? aboveOf(cell, { line, found })[0]?.left ?? cell.left;
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
  const beside = tidyValue([rest, ...together(behind, line.size)].join(' '));
  const above = tidyValue(
    aboveOf(cell, { line, found })
      .map((one) => one.text)
      .join(' '),
  );
  const text = [above, beside].filter((one) => one !== '').join(' ');
  if (text !== '') found.fields.set(name, text);
}

/** What the line before holds of this value: in its own column, where others of the line have one, too. */
function aboveOf(label: Cell, { line, found }: Place): readonly Cell[] {
  const { pending } = found;
  if (!pending || line.top - pending.top >= TIGHT_LEADING * line.size) return [];
  const lefts = line.cells.filter((one) => labelOf(one, found) !== null).map(({ left }) => left);
  const until = lefts.find((left) => left > label.left) ?? Infinity;
  const isInside = ({ left }: Cell): boolean => left > label.left + line.size && left < until - line.size;
  return lefts.length > 1 || pending.cells.every(isInside) ? pending.cells.filter(isInside) : [];
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
