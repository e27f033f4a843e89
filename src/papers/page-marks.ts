/**
 * Boxes and circles that a printed form draws, ticked or open. They are lines and curves, no letters, so they are found by their size
 * and by what is drawn within them, and set among the letters as signs of their own.
 */
import type { TextPiece } from './page-lines.ts';

/** A drawn path, in points on the page. */
export interface Shape {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const LEAST_BOX = 5;
const MOST_BOX = 22;
const MOST_SHAPES = 5000;
const MOST_BOXES = 300;
/** Of a box's side: a mark is smaller than its box and larger than a dot of dirt. */
const LARGEST_MARK = 0.93;
const LEAST_MARK = 0.2;
const LETTER_MARK = /^[✓✔✗✘xX●•■◆▪☒☑4l8nu]$/;

/** The pieces with a sign for each box; letters that only tick a box go into its sign. */
export function withMarks(pieces: readonly TextPiece[], shapes: readonly Shape[]): readonly TextPiece[] {
  const drawn = shapes.slice(0, MOST_SHAPES);
  const boxes = distinct(drawn.filter(isBox)).slice(0, MOST_BOXES);
  if (boxes.length === 0) return pieces;
  const small = drawn.filter((shape) => width(shape) < MOST_BOX && height(shape) < MOST_BOX);
  const ticks = pieces.filter((piece) => LETTER_MARK.test(piece.text.trim()) && boxes.some((box) => holds(box, piece)));
  const signs = boxes.map((box) => {
    const isTicked = small.some((shape) => isMark(shape, box)) || ticks.some((piece) => holds(box, piece));
    return signOf(box, isTicked);
  });
  return [...pieces.filter((piece) => !ticks.includes(piece)), ...signs];
}

function isBox(shape: Shape): boolean {
  const [wide, high] = [width(shape), height(shape)];
  return (
    wide >= LEAST_BOX &&
    wide <= MOST_BOX &&
    high >= LEAST_BOX &&
    high <= MOST_BOX &&
    Math.abs(wide - high) < 0.25 * wide
  );
}

/** Ground, border and clip of one box lie upon each other: the largest stands for them. What lies within it is no box. */
function distinct(boxes: readonly Shape[]): readonly Shape[] {
  const kept: Shape[] = [];
  for (const box of [...boxes].sort((one, other) => width(other) - width(one))) {
    if (!kept.some((known) => contains(known, box))) kept.push(box);
  }
  return kept;
}

function contains(outer: Shape, inner: Shape): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2];
  return x > outer.left && x < outer.right && y > outer.bottom && y < outer.top;
}

function isMark(shape: Shape, box: Shape): boolean {
  if (!contains(box, shape)) return false;
  const share = Math.max(width(shape) / width(box), height(shape) / height(box));
  const least = Math.min(width(shape) / width(box), height(shape) / height(box));
  return share > LEAST_MARK && least < LARGEST_MARK && Math.max(share, least) <= 1.05;
}

function holds(box: Shape, { matrix: [, , , , x, y], width: wide }: TextPiece): boolean {
  const middle = x + wide / 2;
  return middle > box.left - 1 && middle < box.right + 1 && y > box.bottom - 3 && y < box.top;
}

/** Set on the line of the words beside it. */
function signOf(box: Shape, isTicked: boolean): TextPiece {
  const size = height(box);
  return {
    text: isTicked ? '☒' : '☐',
    matrix: [size, 0, 0, size, box.left, box.bottom + 0.2 * size],
    width: width(box),
  };
}

function width(shape: Shape): number {
  return shape.right - shape.left;
}

function height(shape: Shape): number {
  return shape.top - shape.bottom;
}
