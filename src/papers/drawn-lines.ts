/** Lines as they come out of office XML: paragraphs, and rows of tables with their cells. Bounded. */
import type { Cell, Line } from './page-lines.ts';

export interface DrawnLines {
  text(text: string): void;
  /** The box just written is ticked. */
  tick(): void;
  tab(): void;
  /** Of a line or of a paragraph. */
  endOfLine(): void;
  row(): void;
  cell(): void;
  endOfCell(): void;
  endOfRow(): void;
  isFull(): boolean;
  all(): readonly Line[];
}

const MOST_LINES = 3000;
const MOST_CHARACTERS = 60_000;
const MOST_CELLS = 40;
/** Lines of office documents have no places of their own; these keep them apart. */
const LEADING = 12;
const COLUMN = 100;

export function makeDrawnLines(): DrawnLines {
  const lines: Line[] = [];
  /** Depth of tables; the outermost row collects. */
  let depth = 0;
  let cells: string[] = [];
  let open = '';
  let characters = 0;
  return {
    text: (text) => {
      characters += text.length;
      open += text;
    },
    tick: () => {
      open = open.endsWith('☐') ? `${open.slice(0, -1)}☒ ` : `${open}☒ `;
    },
    tab: () => {
      open += depth > 0 ? ' ' : '\t';
    },
    endOfLine: () => {
      if (depth === 0) lines.push(...lineOf(open.split('\t'), lines.length));
      open = depth === 0 ? '' : `${open} `;
    },
    row: () => {
      depth += 1;
      if (depth === 1) cells = [];
    },
    cell: () => {
      if (depth === 1) open = '';
    },
    endOfCell: () => {
      if (depth === 1) [cells, open] = [[...cells, open], ''];
    },
    endOfRow: () => {
      depth -= 1;
      if (depth === 0) lines.push(...lineOf(cells, lines.length));
    },
    isFull: () => lines.length >= MOST_LINES || characters >= MOST_CHARACTERS,
    all: () => lines,
  };
}

function lineOf(texts: readonly string[], number: number): readonly Line[] {
  const cells = texts.slice(0, MOST_CELLS).map((text, index) => ({
    text: text.replace(/\s+/g, ' ').trim(),
    left: COLUMN * index,
    right: COLUMN * (index + 1) - 10,
  }));
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length === 0 ? [] : [{ top: LEADING * number, size: 10, cells: filled }];
}

/** Empty cells of a row are left out; the place of the others tells their column. */
export function columnOf({ left }: Cell): number {
  return Math.round(left / COLUMN);
}
