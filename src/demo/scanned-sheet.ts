/** A sheet of paper as a telephone sees it: lines of type, two signatures, nothing that a program could read. */
import { pngOf } from '../papers/png.ts';

const WIDTH = 420;
const HEIGHT = 594;
const MARGIN = 40;
const PAPER = 0xf4;
const INK = 0x30;

export function scannedSheet(): Buffer {
  const gray = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
    isInk(at % WIDTH, Math.floor(at / WIDTH)) ? INK : PAPER,
  );
  return pngOf({ width: WIDTH, height: HEIGHT, gray });
}

function isInk(x: number, y: number): boolean {
  if (x < MARGIN || x > WIDTH - MARGIN || y < MARGIN) return false;
  if (y < 420) return isType(x, y);
  return isStroke(x - 70, y) || isStroke(x - 260, y);
}

/** Words of uneven length on lines 14 apart. */
function isType(x: number, y: number): boolean {
  const line = Math.floor(y / 14);
  return y % 14 < 3 && (x * 7 + line * 53) % 61 > 12 && (line % 9 !== 0 || x < WIDTH / 2);
}

function isStroke(x: number, y: number): boolean {
  if (x < 0 || x > 90) return false;
  return Math.abs(y - 500 - 18 * Math.sin(x / 7) * Math.cos(x / 23)) < 2;
}
