/** QR codes in pictures: a returned paper is known by them even when it was printed, signed by hand and scanned askew. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from './picture.ts';

const MOST_CODES = 4;
const MOST_CHARACTERS = 1000;
const WASM = 'zxing-wasm/reader/zxing_reader.wasm';

let prepared = false;

export function codesInPicture({ width, height, gray }: Picture): Promise<readonly string[]> {
  const data = new Uint8ClampedArray(4 * gray.length).fill(255);
  for (let at = 0; at < gray.length; at += 1) {
    const light = gray[at] ?? 255;
    data[4 * at] = light;
    data[4 * at + 1] = light;
    data[4 * at + 2] = light;
  }
  return codesIn({ width, height, data, colorSpace: 'srgb' });
}

/** A PNG or JPEG as it is; the reader decodes it itself. */
export function codesInFile(bytes: Buffer): Promise<readonly string[]> {
  return codesIn(new Uint8Array(bytes));
}

async function codesIn(image: Parameters<typeof readBarcodes>[0]): Promise<readonly string[]> {
  prepare();
  try {
    const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: MOST_CODES, tryHarder: true });
    return found.filter(({ isValid }) => isValid).map(({ text }) => text.slice(0, MOST_CHARACTERS));
  } catch {
    return [];
  }
}

/** The library would fetch its code from the web. */
function prepare(): void {
  if (prepared) return;
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(fileURLToPath(import.meta.resolve(WASM))) } });
  prepared = true;
}
