/**
 * Pages of a PDF, or a photograph, as pictures for the eyes of a person who has to see a signature: drawn by PDFium (WebAssembly, without scripts) in the
 * isolated process. Bounded in pages, dots and bytes; time and memory are bounded by the process.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { pageOfPicture } from './picture-page.ts';
import { pngOf } from './png.ts';

export interface PageImage {
  /** From 1. */
  readonly page: number;
  readonly png: Uint8Array;
}

/** Of one paper; whoever asks names the ones that matter. */
export const MOST_PAGE_IMAGES = 3;
/** What a scanner gives; a signature is plain to see. Dots an inch; the second is tried where a page takes too many bytes. */
const SHARPNESS = [150, 90];
const POINTS_AN_INCH = 72;
/** A page of A4 has 2.2 million at 150 dots an inch; a larger one is drawn coarser. */
const MOST_DOTS = 3_000_000;
const MOST_BYTES = 1_500_000;
const LEAST_SIDE_POINTS = 10;
const WASM = '@hyzyla/pdfium/pdfium.wasm';

let library: Promise<PDFiumLibrary> | null = null;

/** Pages that cannot be drawn are left out; none for a file that cannot be opened. */
export async function drawPages(bytes: Uint8Array, pages: readonly number[]): Promise<readonly PageImage[]> {
  const document = await opened((await pageOfPicture(bytes)) ?? bytes);
  if (document === null) return [];
  try {
    const wanted = [...new Set(pages)].filter((page) => page >= 1 && page <= document.getPageCount());
    const drawn: PageImage[] = [];
    for (const page of wanted.slice(0, MOST_PAGE_IMAGES)) drawn.push(...(await drawPage(document, page)));
    return drawn;
  } finally {
    document.destroy();
  }
}

async function opened(pdf: Uint8Array): Promise<PDFiumDocument | null> {
  library ??= loadLibrary();
  const loaded = await library;
  return loaded.loadDocument(pdf).catch(() => null);
}

/** From the package's own file: the library would look for it by itself. */
function loadLibrary(): Promise<PDFiumLibrary> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve(WASM)));
  return PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer });
}

async function drawPage(document: PDFiumDocument, number: number): Promise<readonly PageImage[]> {
  let smallest: Uint8Array | null = null;
  for (const dotsAnInch of SHARPNESS) {
    const png = await drawAt(document, number, dotsAnInch);
    if (png === null) return [];
    if (png.length <= MOST_BYTES) return [{ page: number, png }];
    smallest = png;
  }
  return smallest === null ? [] : [{ page: number, png: smallest }];
}

async function drawAt(document: PDFiumDocument, number: number, dotsAnInch: number): Promise<Uint8Array | null> {
  try {
    const page = document.getPage(number - 1);
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    if (!(Math.min(width, height) >= LEAST_SIDE_POINTS)) return null;
    const scale = Math.min(dotsAnInch / POINTS_AN_INCH, Math.sqrt(MOST_DOTS / (width * height)));
    const drawn = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray', renderFormFields: true });
    return pngOf({ width: drawn.width, height: drawn.height, gray: drawn.data });
  } catch {
    return null;
  }
}
