/** Pieces of text on a page as lines of cells, as a person reads them: left to right, top to bottom, whichever way the page was turned. */

export interface TextPiece {
  readonly text: string;
  /** The matrix that PDF sets text by: scale and rotation, then the place. */
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly width: number;
}

/** Words that stand close together. Distances in points, from the left and from the top of the text. */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** What stands apart in it, though too close for a cell of its own; absent where nothing does. */
  readonly parts?: readonly Cell[];
}

export interface Line {
  readonly top: number;
  readonly size: number;
  readonly cells: readonly Cell[];
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

const MOST_PIECES = 20_000;
/** In heights of the letters: what is further apart is another word, another cell, another line. */
const WORD_GAP = 0.15;
const CELL_GAP = 1.2;
const PART_GAP = 0.5;
const LINE_GAP = 0.5;

export function toLines(pieces: readonly TextPiece[]): readonly Line[] {
  const visible = pieces.slice(0, MOST_PIECES).filter(({ text }) => text.trim() !== '');
  const turn = mostUsedTurn(visible);
  const placed = visible.filter((piece) => turnOf(piece) === turn).map((piece) => place(piece, turn));
  return groupByBase(placed).map(toLine);
}

export function textOf(line: Line): string {
  return line.cells.map(({ text }) => text).join('  ');
}

/** Quarter turns, counterclockwise. */
function turnOf({ matrix: [a, b] }: TextPiece): number {
  return (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
}

function mostUsedTurn(pieces: readonly TextPiece[]): number {
  const letters = [0, 0, 0, 0];
  for (const piece of pieces) {
    const turn = turnOf(piece);
    letters[turn] = (letters[turn] ?? 0) + piece.text.length;
  }
  return letters.indexOf(Math.max(...letters));
}

function place({ text, matrix, width }: TextPiece, turn: number): Placed {
  const [a, b, , , x, y] = matrix;
  const [left, up] = turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x];
  return { text, left, right: left + width, base: -up, size: Math.hypot(a, b) || 1 };
}

function groupByBase(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [];
  for (const piece of [...placed].sort((one, other) => one.base - other.base)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && piece.base - first.base < LINE_GAP * Math.max(first.size, piece.size)) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

function toLine(pieces: readonly Placed[]): Line {
  const cells: Cell[][] = [];
  let right = -Infinity;
  for (const piece of [...pieces].sort((one, other) => one.left - other.left)) {
    const gap = (piece.left - right) / piece.size;
    const text = piece.text.replace(/\s+/g, ' ');
    const parts = gap < CELL_GAP ? (cells.pop() ?? []) : [];
    const last = gap < PART_GAP ? parts.pop() : undefined;
    const joint = last && gap >= WORD_GAP && !last.text.endsWith(' ') ? ' ' : '';
    const grown = last
      ? { ...last, text: last.text + joint + text.trimStart(), right: Math.max(last.right, piece.right) }
      : { text, left: piece.left, right: piece.right };
    cells.push([...parts, grown]);
    right = Math.max(right, piece.right);
  }
  const [first] = pieces;
  const tidy = cells.map(cellOf);
  return { top: first?.base ?? 0, size: first?.size ?? 1, cells: tidy.filter(({ text }) => text !== '') };
}

function cellOf(found: readonly Cell[]): Cell {
  const parts = found.map((part) => ({ ...part, text: part.text.trim() })).filter(({ text }) => text !== '');
  const [first, last] = [parts[0], parts.at(-1)];
  const cell = { text: parts.map(({ text }) => text).join(' '), left: first?.left ?? 0, right: last?.right ?? 0 };
  return parts.length > 1 ? { ...cell, parts } : cell;
}
