import type { TextPiece } from './page-lines.ts';

/** Pictures as gray dots, small enough to be searched: a page of a scan needs no more than some 200 dots an inch. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, 0 is black. */
  readonly gray: Uint8Array;
}

const LONGEST_SIDE = 2400;
const LEAST_SIDE = 40;

/** From the kinds of pictures that pdf.js makes; null for anything else. */
export function grayOf(image: unknown): Picture | null {
  if (typeof image !== 'object' || image === null) return null;
  if (!('width' in image && 'height' in image && 'data' in image && 'kind' in image)) return null;
  const { width, height, data, kind } = image;
  if (typeof width !== 'number' || typeof height !== 'number') return null;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  if (Math.min(width, height) < LEAST_SIDE) return null;
  const dotAt = DOTS[Number(kind)]?.(data, width);
  return dotAt ? shrink(width, height, dotAt) : null;
}

type DotAt = (x: number, y: number) => number;
type Bytes = Uint8Array | Uint8ClampedArray;

/** By the number of the kind in pdf.js: one bit a dot, RGB, RGBA. */
const DOTS: Readonly<Record<number, (data: Bytes, width: number) => DotAt>> = {
  1: (data, width) => {
    const bytesPerLine = (width + 7) >> 3;
    return (x, y) => (((data[y * bytesPerLine + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  },
  2: (data, width) => (x, y) => lightness(data, 3 * (y * width + x)),
  3: (data, width) => (x, y) => lightness(data, 4 * (y * width + x)),
};

function lightness(data: Bytes, at: number): number {
  return ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) >> 8;
}

/** Each dot is the mean of those that it stands for. */
function shrink(width: number, height: number, dotAt: DotAt): Picture {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / LONGEST_SIDE));
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const gray = new Uint8Array(columns * rows);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < step; dy += 1) {
        for (let dx = 0; dx < step; dx += 1) sum += dotAt(x * step + dx, y * step + dy);
      }
      gray[y * columns + x] = sum / (step * step);
    }
  }
  return { width: columns, height: rows, gray };
}

export interface PictureText {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  /** Mean over its words, 0..1. */
  readonly confidence: number;
}

/** Reads a picture's letters; null where it could not, for whatever reason. */
export type ReadPicture = (picture: Picture) => Promise<PictureText | null>;
