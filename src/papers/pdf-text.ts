import { getDocumentProxy } from 'unpdf';
import type { TextPiece } from './page-lines.ts';
import { grayOf, type Picture } from './picture.ts';

const MOST_CHARACTERS = 20_000;
const MOST_FIELDS = 500;
/** Larger pictures in a PDF are left out. */
const MOST_PIXELS = 40_000_000;
const MOST_PICTURES = 4;

export interface PageText {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

export interface TextDocument {
  readonly pages: number;
  /** The text layer, page by page, together at most 20,000 characters; pages beyond are empty. */
  read(): Promise<readonly PageText[]>;
  /** AcroForm values, for documents that only pdf.js can open. */
  fields(): Promise<Readonly<Record<string, string>>>;
  /** The pictures of a page (from 1), largest first. */
  pictures(page: number): Promise<readonly Picture[]>;
  close(): Promise<void>;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** @throws {Error} for broken or locked files; see isPasswordError */
export async function openText(bytes: Buffer): Promise<TextDocument> {
  // A copy: pdf.js takes the bytes over.
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    verbosity: 0,
    maxImageSize: MOST_PIXELS,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  return {
    pages: document.numPages,
    read: () => readPages(document),
    fields: async () => readFieldObjects(await document.getFieldObjects()),
    pictures: async (page) => readPictures(await document.getPage(page)),
    close: () => document.loadingTask.destroy(),
  };
}

export function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

async function readPages(document: Pdf): Promise<readonly PageText[]> {
  const pages: PageText[] = [];
  let left = MOST_CHARACTERS;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = left > 0 ? await readPage(await document.getPage(number), left) : { text: '', pieces: [] };
    left -= page.text.length + 1;
    pages.push(page);
  }
  return pages;
}

async function readPage(page: PdfPage, most: number): Promise<PageText> {
  const { items } = await page.getTextContent();
  const pieces: TextPiece[] = [];
  let text = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str + (item.hasEOL ? '\n' : '');
    pieces.push({ text: item.str, matrix: matrixOf(item.transform), width: item.width });
    if (text.length >= most) break;
  }
  page.cleanup();
  return { text: text.slice(0, most), pieces };
}

function matrixOf(transform: readonly unknown[]): TextPiece['matrix'] {
  const [a, b, c, d, x, y] = transform.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, x ?? 0, y ?? 0];
}

/** Painted pictures are known to the page by name once its operations have been listed. */
async function readPictures(page: PdfPage): Promise<readonly Picture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Picture[] = [];
  for (let index = 0; index < fnArray.length && pictures.length < MOST_PICTURES; index += 1) {
    if (fnArray[index] !== PAINT_IMAGE) continue;
    const picture = await pictureOf(page, String(argsArray[index]?.[0]));
    if (picture) pictures.push(picture);
  }
  page.cleanup();
  return pictures.sort((one, other) => other.width * other.height - one.width * one.height);
}

/** Number of the operation paintImageXObject in pdf.js. */
const PAINT_IMAGE = 85;

function pictureOf(page: PdfPage, name: string): Promise<Picture | null> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    store.get(name, (image: unknown) => resolve(grayOf(image)));
  });
}

function readFieldObjects(objects: unknown): Readonly<Record<string, string>> {
  if (typeof objects !== 'object' || objects === null) return {};
  const entries = objects instanceof Map ? [...objects.entries()] : Object.entries(objects);
  const values: [string, string][] = entries
    .slice(0, MOST_FIELDS)
    .map(([name, list]) => [String(name).toLowerCase(), firstValue(list)]);
  return Object.fromEntries(values.filter(([, value]) => value !== '' && value !== 'Off'));
}

function firstValue(list: unknown): string {
  const values = (Array.isArray(list) ? list : []).map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'value' in entry && typeof entry.value === 'string'
      ? entry.value.trim()
      : '',
  );
  return values.find((value) => value !== '' && value !== 'Off') ?? '';
}
