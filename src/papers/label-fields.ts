/** Values of a printed form, found by the labels beside or above them. What was read so is less sure than a form's own fields. */
import { labelKey, type FormLabels } from './form-labels.ts';
import type { Cell, Line } from './page-lines.ts';

const MOST_VALUE = 2000;
const MOST_HEADING = 60;
const MOST_LINES = 2000;
/** From line to line of one value, in heights of its letters. */
const MOST_LEADING = 2.6;
const TICKED = /^(?:\[ ?[xXvV✓✔] ?\]|\( ?[xXvV•●✓✔] ?\)|[☒☑✓✔✗✘⊠■●◉⦿⬤√])\s*/;
const OPEN = /^(?:\[ ?\]|\( ?\)|[☐□○◯])\s*/;
const BLANK = /^[.…_\-–\s]*$/;

interface Found {
  readonly fields: Map<string, string>;
  part: string;
  /** Fields whose label stands on the page, filled in or not. */
  readonly seen: Set<string>;
  open: Open | null;
}

/** The field whose value may go on in the next line. */
interface Open {
  readonly name: string;
  /** Left edges of the value and of its label, and where the last line of it stands. */
  readonly left: number;
  readonly labelLeft: number;
  readonly top: number;
}

export interface Labelled {
  readonly values: ReadonlyMap<string, string>;
  readonly seen: ReadonlySet<string>;
}

interface Label {
  readonly name: string;
  /** What stands in the label's own cell behind it. */
  readonly rest: string;
}

export function readLabelled(lines: readonly Line[], labels: FormLabels, head: string): Labelled {
  const found: Found = { fields: new Map(), part: head, seen: new Set(), open: null };
  for (const line of lines.slice(0, MOST_LINES)) readLine(line, labels, found);
  return { values: found.fields, seen: found.seen };
}

function readLine(line: Line, labels: FormLabels, found: Found): void {
  const part = partOf(line, labels);
  if (part !== null) {
    found.part = part;
    found.open = null;
    return;
  }
  if (found.part === 'sd') return;
  let sawLabel = false;
  for (const [index, cell] of line.cells.entries()) {
    const label = labelOf(cell, labels, found.part);
    if (!label) continue;
    sawLabel = true;
    takeValue(label, valueCells(line, index, labels, found.part), { labels, found, left: cell.left, top: line.top });
  }
  const boxed = tickBoxes(line, labels, found);
  if (!sawLabel && !boxed) goOn(line, labels, found);
}

/** A heading stands alone and short in its line. */
function partOf(line: Line, labels: FormLabels): string | null {
  const [only] = line.cells;
  if (!only || line.cells.length > 1 || only.text.length > MOST_HEADING) return null;
  const key = labelKey(only.text);
  return labels.parts.find(([, heading]) => heading.test(key))?.[0] ?? null;
}

function labelOf(cell: Cell, labels: FormLabels, part: string): Label | null {
  const colon = cell.text.indexOf(':');
  const before = labelKey(colon < 0 ? cell.text : cell.text.slice(0, colon));
  const rest = colon < 0 ? '' : cell.text.slice(colon + 1).trim();
  const name = labels.fields.get(`${part}/${before}`) ?? labels.fields.get(before);
  return name === undefined ? null : { name, rest };
}

/** The cells behind a label, up to the next label of the line. */
function valueCells(line: Line, index: number, labels: FormLabels, part: string): readonly Cell[] {
  const behind = line.cells.slice(index + 1);
  const next = behind.findIndex((cell) => labelOf(cell, labels, part) !== null);
  return (next < 0 ? behind : behind.slice(0, next)).filter(({ text }) => text !== ':');
}

interface Place {
  readonly labels: FormLabels;
  readonly found: Found;
  readonly left: number;
  readonly top: number;
}

function takeValue(label: Label, cells: readonly Cell[], { labels, found, left, top }: Place): void {
  const text = tidy([label.rest, ...cells.map((cell) => cell.text)].join(' '));
  const choices = labels.choices[label.name];
  if (choices) {
    const texts = [label.rest, ...cells.map((cell) => cell.text)].flatMap(splitOptions).filter((one) => one !== '');
    const chosen = chosenOf(texts, choices);
    if (texts.some(isBox)) found.seen.add(label.name);
    if (chosen !== null) found.fields.set(label.name, chosen);
  } else if (text !== '' && !found.fields.has(label.name)) {
    found.fields.set(label.name, text);
  }
  if (!choices) found.seen.add(label.name);
  const [first] = cells;
  found.open = { name: label.name, left: first?.left ?? left, labelLeft: left, top };
}

/** One line may hold several options: "[x] Buat  [ ] Ubah". */
function splitOptions(text: string): readonly string[] {
  return text
    .split(/(?=\[ ?[xXvV✓✔]? ?\]|\( ?[xXvV•●✓✔]? ?\)|[☒☑✓✔✗✘⊠■●◉⦿⬤√☐□○◯])/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** The ticked option; without any boxes the words themselves, where they name exactly one. */
function chosenOf(texts: readonly string[], choices: readonly (readonly [string, RegExp])[]): string | null {
  const joined = joinMarks(texts);
  const ticked = joined.filter((text) => TICKED.test(text)).map((text) => text.replace(TICKED, ''));
  if (joined.some(isBox)) return nameOf(ticked[0] ?? '', choices);
  return texts.length === 1 ? nameOf(texts[0] ?? '', choices) : null;
}

function isBox(text: string): boolean {
  return TICKED.test(text) || OPEN.test(text);
}

/** A box may be a cell of its own before the cell of its words. */
function joinMarks(texts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (last !== undefined && last.replace(TICKED, '').replace(OPEN, '') === '') {
      joined[joined.length - 1] = `${last} ${text}`;
    } else joined.push(text);
  }
  return joined;
}

function nameOf(text: string, choices: readonly (readonly [string, RegExp])[]): string | null {
  const words = text.toLowerCase();
  return choices.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Boxes that stand alone; true where the line held one. */
function tickBoxes(line: Line, labels: FormLabels, found: Found): boolean {
  const options = joinMarks(line.cells.flatMap(({ text }) => splitOptions(text)));
  const marked = options.filter(isBox);
  for (const text of marked.filter((one) => TICKED.test(one))) {
    const words = text.replace(TICKED, '').toLowerCase();
    const box = labels.boxes.find(([, pattern]) => pattern.test(words));
    if (box) found.fields.set(box[0], 'ya');
    const { open } = found;
    const choices = open ? labels.choices[open.name] : undefined;
    const chosen = choices ? nameOf(words, choices) : null;
    if (open && chosen !== null && !found.fields.has(open.name)) found.fields.set(open.name, chosen);
  }
  return marked.length > 0;
}

/** Text below a label that has none beside it is its value; text below a value goes on with it where the field is a long one. */
function goOn(line: Line, labels: FormLabels, found: Found): void {
  const { open } = found;
  const [first] = line.cells;
  if (!open || !first) return;
  const before = found.fields.get(open.name);
  const text = tidy(line.cells.map((cell) => cell.text).join(' '));
  const aside = Math.abs(first.left - (before === undefined ? open.labelLeft : open.left));
  const fits = aside < 2 * line.size && line.top - open.top < MOST_LEADING * line.size;
  if (!fits || text === '' || labels.choices[open.name]) {
    found.open = labels.choices[open.name] ? open : null;
  } else if (before === undefined) {
    found.fields.set(open.name, text);
    found.open = { ...open, left: first.left, top: line.top };
  } else if (labels.long.has(open.name)) {
    found.fields.set(open.name, `${before} ${text}`.slice(0, MOST_VALUE));
    found.open = { ...open, top: line.top };
  } else found.open = null;
}

function tidy(text: string): string {
  const value = text
    .replace(/^[:\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return BLANK.test(value) ? '' : value.slice(0, MOST_VALUE);
}
