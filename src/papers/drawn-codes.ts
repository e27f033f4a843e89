/** QR codes that a page draws as many small rectangles: so a form of ours bears its own, and so it still does when it was printed to a file. */
import { boxOf, itemOf, walk, type Matrix, type OperatorList, type Operations } from './page-shapes.ts';
import type { Shape } from './page-marks.ts';
import type { Picture } from './picture.ts';

/** Fewer rectangles make no code, more make a drawing. */
const LEAST_RUNS = 60;
const MOST_RUNS = 6000;
/** Points. */
const LEAST_SIDE = 25;
const MOST_SIDE = 400;
/** Dots: a code of ours has some 45 squares a side. */
const SIDE = 480;
const QUIET = 40;
const MOST_CODES = 2;
/** How many numbers follow each step of a path in pdf.js: move, line, curve, quadratic curve, close. */
const STEPS = [2, 2, 6, 4, 0];
const MOVE = 0;

export function drawnCodes(list: OperatorList, operations: Operations): readonly Picture[] {
  const found: Picture[] = [];
  walk(list, operations, (operation, args, now) => {
    const runs = operation === operations.constructPath ? runsOf(itemOf(itemOf(args, 1), 0), now) : [];
    const picture = runs.length < LEAST_RUNS ? null : drawn(runs);
    if (picture) found.push(picture);
    return found.length < MOST_CODES;
  });
  return found;
}

/** The boxes around the parts of a path; none where they are too many. */
function runsOf(path: unknown, now: Matrix): readonly Shape[] {
  if (!(path instanceof Float32Array) || path.length > MOST_RUNS * STEPS.length * 4) return [];
  const runs: Shape[] = [];
  let bounds = NOTHING;
  const end = (): void => {
    const run = bounds === NOTHING ? null : boxOf(bounds, now);
    if (run) runs.push(run);
    bounds = NOTHING;
  };
  for (let at = 0; at < path.length && runs.length <= MOST_RUNS;) {
    const step = path[at] ?? MOVE;
    const length = STEPS[step];
    if (length === undefined) return [];
    if (step === MOVE) end();
    for (let place = at + 1; place < at + length; place += 2)
      bounds = around(bounds, path[place] ?? 0, path[place + 1] ?? 0);
    at += 1 + length;
  }
  end();
  return runs.length > MOST_RUNS ? [] : runs;
}

type Bounds = readonly [number, number, number, number];
const NOTHING: Bounds = [Infinity, Infinity, -Infinity, -Infinity];

function around([x0, y0, x1, y1]: Bounds, x: number, y: number): Bounds {
  return [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
}

/** Null for what is not a square of its size. */
function drawn(runs: readonly Shape[]): Picture | null {
  const [left, right] = [Math.min(...runs.map((run) => run.left)), Math.max(...runs.map((run) => run.right))];
  const [bottom, top] = [Math.min(...runs.map((run) => run.bottom)), Math.max(...runs.map((run) => run.top))];
  const side = Math.max(right - left, top - bottom);
  if (side < LEAST_SIDE || side > MOST_SIDE || Math.min(right - left, top - bottom) < 0.9 * side) return null;
  const width = SIDE + 2 * QUIET;
  const gray = new Uint8Array(width * width).fill(255);
  const dot = (points: number): number => QUIET + Math.round((points * SIDE) / side);
  for (const run of runs)
    for (let y = dot(top - run.top); y < dot(top - run.bottom); y += 1)
      gray.fill(0, y * width + dot(run.left - left), y * width + dot(run.right - left));
  return { width, height: width, gray };
}
