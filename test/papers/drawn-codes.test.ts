/** Codes among the paths of a page: what is drawn as a square of many rectangles may be one; anything else is none. */
import { describe, expect, it } from 'vitest';
import { drawnCodes } from '../../src/papers/drawn-codes.ts';
import { qrSquares } from '../../src/papers/make/qr-code.ts';
import { codesInPicture } from '../../src/papers/qr-codes.ts';

const OPERATIONS = {
  save: 1,
  restore: 2,
  transform: 3,
  constructPath: 4,
  endPath: 5,
  paintFormXObjectBegin: 6,
  paintFormXObjectEnd: 7,
  paintImageXObject: 8,
  paintInlineImageXObject: 9,
  paintImageMaskXObject: 10,
};
type Run = readonly [x: number, y: number, width: number, height: number];

const pathOf = (runs: readonly Run[]): Float32Array =>
  Float32Array.from(
    runs.flatMap(([x, y, width, height]) => [0, x, y, 1, x + width, y, 1, x + width, y + height, 1, x, y + height, 4]),
  );
const drawing = (runs: readonly Run[], matrix: readonly number[] = [2, 0, 0, 2, 0, 0]) =>
  drawnCodes({ fnArray: [3, 4], argsArray: [matrix, [20, [pathOf(runs)], [0, 0, 1, 1]]] }, OPERATIONS);
/** From the bottom, as PDF counts. */
const runsOf = (text: string): readonly Run[] => {
  const { size, runs } = qrSquares(text);
  return runs.map(({ x, y, length }) => [x, size - 1 - y, length, 1]);
};
const readAll = async (pictures: ReturnType<typeof drawnCodes>): Promise<readonly string[]> =>
  (await Promise.all(pictures.map(codesInPicture))).flat();

describe('a code that a page draws', () => {
  it.each([
    ['upright', [2, 0, 0, 2, 400, 700]],
    ['turned by a quarter', [0, 2, -2, 0, 400, 700]],
    ['head down', [-2, 0, 0, -2, 400, 700]],
    ['in fractions of a point', [1.13, 0, 0, 1.13, 10.37, 20.11]],
  ])('is read %s', async (_how, matrix) => {
    const text = 'LOKET1:BAST:2026.1:SR-261123-0042-4';

    expect(await readAll(drawing(runsOf(text), matrix))).toEqual([text]);
  });

  it.each<[string, readonly Run[]]>([
    ['a few rectangles', [[0, 0, 20, 20]]],
    ['the lines of a table', Array.from({ length: 80 }, (_, row) => [0, 12 * row, 500, 1] as const)],
    ['a band', Array.from({ length: 80 }, (_, column) => [3 * column, 0, 2, 20] as const)],
    ['more than any code has', Array.from({ length: 9000 }, (_, at) => [at % 95, Math.floor(at / 95), 1, 1] as const)],
  ])('is not seen in %s', (_what, runs) => {
    expect(drawing(runs)).toEqual([]);
  });

  it('is none where the path is broken', () => {
    const broken = Float32Array.from([9, 1, 2, 3, 0, 1]);
    const list = { fnArray: [4], argsArray: [[20, [broken], [0, 0, 1, 1]]] };

    expect(drawnCodes(list, OPERATIONS)).toEqual([]);
    expect(drawnCodes({ fnArray: [4], argsArray: [null] }, OPERATIONS)).toEqual([]);
  });
});
