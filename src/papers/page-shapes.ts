/** The small paths that a page draws, in points on the page, out of pdf.js's list of operations. */
import type { Shape } from './page-marks.ts';

export type Matrix = readonly [number, number, number, number, number, number];

/** Numbers of operations in pdf.js. */
export interface Operations {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly endPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly paintImageXObject: number;
  readonly paintInlineImageXObject: number;
  readonly paintImageMaskXObject: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const MOST_OPERATIONS = 100_000;
const MOST_SHAPES = 5000;
const MOST_DEPTH = 64;
/** Larger paths are frames and lines. */
const MOST_SIDE = 24;

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export function shapesOf(list: OperatorList, operations: Operations): readonly Shape[] {
  const shapes: Shape[] = [];
  walk(list, operations, (operation, args, now) => {
    if (operation !== operations.constructPath || itemOf(args, 0) === operations.endPath) return true;
    const shape = boxOf(itemOf(args, 2), now);
    if (shape && shape.right - shape.left <= MOST_SIDE && shape.top - shape.bottom <= MOST_SIDE) shapes.push(shape);
    return shapes.length < MOST_SHAPES;
  });
  return shapes;
}

/** Where pictures stand on the page: each fills the unit square. */
export function pictureBoxes(list: OperatorList, operations: Operations): readonly Shape[] {
  const painted = [operations.paintImageXObject, operations.paintInlineImageXObject, operations.paintImageMaskXObject];
  const boxes: Shape[] = [];
  walk(list, operations, (operation, _, now) => {
    const box = painted.includes(operation) ? boxOf([0, 0, 1, 1], now) : null;
    if (box) boxes.push(box);
    return boxes.length < MOST_SHAPES;
  });
  return boxes;
}

type Visit = (operation: number, args: unknown, now: Matrix) => boolean;

/** Each operation with the matrix that holds there, until it is told to stop. */
export function walk({ fnArray, argsArray }: OperatorList, operations: Operations, visit: Visit): void {
  const kept: Matrix[] = [];
  let now = IDENTITY;
  for (let index = 0; index < Math.min(fnArray.length, MOST_OPERATIONS); index += 1) {
    const operation = fnArray[index] ?? 0;
    const args = argsArray[index];
    if (operation === operations.save || operation === operations.paintFormXObjectBegin) {
      if (kept.length < MOST_DEPTH) kept.push(now);
      if (operation === operations.paintFormXObjectBegin) now = multiply(now, matrixOf(itemOf(args, 0)) ?? IDENTITY);
    } else if (operation === operations.restore || operation === operations.paintFormXObjectEnd) {
      now = kept.pop() ?? IDENTITY;
    } else if (operation === operations.transform) {
      now = multiply(now, matrixOf(args) ?? IDENTITY);
    } else if (!visit(operation, args, now)) return;
  }
}

export function itemOf(list: unknown, index: number): unknown {
  return Array.isArray(list) || ArrayBuffer.isView(list) ? Reflect.get(list, index) : undefined;
}

function matrixOf(list: unknown): Matrix | null {
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => Number(itemOf(list, index)));
  const numbers = [a, b, c, d, e, f];
  return numbers.every((one) => Number.isFinite(one)) ? [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0] : null;
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** From the box around the path, as pdf.js gives it. */
export function boxOf(bounds: unknown, [a, b, c, d, e, f]: Matrix): Shape | null {
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((index) => Number(itemOf(bounds, index)));
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || Number.isNaN(x0 + y0 + x1 + y1))
    return null;
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e];
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}
