/** Values of a printed form while they are read: what is found, and the lines by which a value goes on. */
import type { FormLabels } from './form-labels.ts';
import type { Line } from './page-lines.ts';

export interface Found {
  readonly labels: FormLabels;
  readonly fields: Map<string, string>;
  readonly seen: Set<string>;
  part: string;
  open: Open | null;
  /** Of the same line, where it holds several labels: each value may go on in its own column. */
  beside: readonly Open[];
  /** An unlabelled line: the first one of a value whose label stands beside its middle. */
  pending: Line | null;
}

/** The field whose value may go on in the next line. */
export interface Open {
  readonly name: string;
  /** Left edges of the value and of its label, and where the last line of it stands. */
  readonly left: number;
  readonly labelLeft: number;
  readonly top: number;
}

const MOST_VALUE = 2000;
/** In heights of the letters: from line to line of one value, from a label to the value below it. */
export const TIGHT_LEADING = 1.75;
const MOST_LEADING = 2.6;
const BLANK = /^[.…_\-–\s]*$/;

/** Text below a label that has none beside it is its value; text close below a value goes on with it. */
export function goOn(line: Line, found: Found): boolean {
  if (found.beside.length > 0) return goOnBeside(line, found);
  const { open, labels, fields } = found;
  const [first] = line.cells;
  if (!open || !first || labels.choices[open.name]) return false;
  const before = fields.get(open.name);
  const text = tidyValue(line.cells.map((cell) => cell.text).join(' '));
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

/** The next lines of values that stand side by side: each cell goes to the one that begins above it. */
function goOnBeside(line: Line, found: Found): boolean {
  const { beside, fields, labels } = found;
  const above = line.cells.map((cell) => ({
    cell,
    open: beside.find(
      ({ name, left, top }) =>
        labels.choices[name] === undefined &&
        fields.has(name) &&
        Math.abs(cell.left - left) < line.size &&
        line.top - top < TIGHT_LEADING * line.size,
    ),
  }));
  if (above.some(({ open }) => open === undefined)) {
    [found.open, found.beside] = [null, []];
    return false;
  }
  for (const { cell, open } of above)
    if (open) fields.set(open.name, `${fields.get(open.name) ?? ''} ${cell.text}`.slice(0, MOST_VALUE));
  found.beside = beside.map((open) => ({ ...open, top: line.top }));
  return true;
}

export function tidyValue(text: string): string {
  const value = text
    .replace(/^[:\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return BLANK.test(value) ? '' : value.slice(0, MOST_VALUE);
}
