import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { TextPiece } from './page-lines.ts';
import type { Shape } from './page-marks.ts';
import { drawnCodes } from './drawn-codes.ts';
import { pictureBoxes, shapesOf } from './page-shapes.ts';
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

export interface FieldValues {
  readonly values: Readonly<Record<string, string>>;
  /** Names of signature fields. */
  readonly signatures: readonly string[];
}

export interface TextDocument {
  readonly pages: number;
  /** The text layer, page by page, together at most 20,000 characters; pages beyond are empty. */
  read(): Promise<readonly PageText[]>;
  /** AcroForm values, for documents that only pdf.js can open. */
  fields(): Promise<FieldValues>;
  /** The pictures of a page (from 1), largest first. */
  pictures(page: number): Promise<readonly Picture[]>;
  /** The small things that a page (from 1) draws: boxes and what ticks them. */
  shapes(page: number): Promise<readonly Shape[]>;
  /** Whether somebody has set a picture or a drawing by hand on the page (from 1) where one signs. */
  isSignedByPicture(page: number): Promise<boolean>;
  /** QR codes that it draws itself. */
  drawnCodes(page: number): Promise<readonly Picture[]>;
  close(): Promise<void>;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

export async function loadPdfJs(): Promise<void> {
  await getResolvedPDFJS();
}

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
    shapes: async (page) => {
      const list = await (await document.getPage(page)).getOperatorList();
      return shapesOf(list, (await getResolvedPDFJS()).OPS);
    },
    drawnCodes: async (page) => {
      const list = await (await document.getPage(page)).getOperatorList();
      return drawnCodes(list, (await getResolvedPDFJS()).OPS);
    },
    isSignedByPicture: async (page) => looksSigned(await document.getPage(page)),
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
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Picture[] = [];
  for (let index = 0; index < fnArray.length && pictures.length < MOST_PICTURES; index += 1) {
    if (fnArray[index] !== OPS.paintImageXObject) continue;
    const picture = await pictureOf(page, String(argsArray[index]?.[0]));
    if (picture) pictures.push(picture);
  }
  page.cleanup();
  return pictures.sort((one, other) => other.width * other.height - one.width * one.height);
}

/** Ink and stamps are what programs call a signature drawn or set on a page. */
const DRAWN_BY_HAND: ReadonlySet<unknown> = new Set(['Ink', 'Stamp']);
/** The head of a page bears coats of arms and logos. In points. */
const HEAD_SHARE = 0.18;
/** Its foot, those of certificates and of whoever made the sheet. */
const FOOT_SHARE = 0.05;
const LEAST_WIDTH = 30;
const LEAST_HEIGHT = 12;
/** A larger picture is the page itself. */
const MOST_SHARE = 0.6;

async function looksSigned(page: PdfPage): Promise<boolean> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  if (annotations.some(isDrawnByHand)) return true;
  const { OPS } = await getResolvedPDFJS();
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const boxes = pictureBoxes(await page.getOperatorList(), OPS);
  return boxes.some(
    ({ left, right, bottom, top }) =>
      right - left >= LEAST_WIDTH &&
      top - bottom >= LEAST_HEIGHT &&
      (right - left) * (top - bottom) < MOST_SHARE * (x1 - x0) * (y1 - y0) &&
      (top + bottom) / 2 < y1 - HEAD_SHARE * (y1 - y0) &&
      (top + bottom) / 2 > y0 + FOOT_SHARE * (y1 - y0),
  );
}

function isDrawnByHand(annotation: unknown): boolean {
  return (
    typeof annotation === 'object' &&
    annotation !== null &&
    'subtype' in annotation &&
    DRAWN_BY_HAND.has(annotation.subtype)
  );
}

function pictureOf(page: PdfPage, name: string): Promise<Picture | null> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    store.get(name, (image: unknown) => resolve(grayOf(image)));
  });
}

function readFieldObjects(objects: unknown): FieldValues {
  if (typeof objects !== 'object' || objects === null) return { values: {}, signatures: [] };
  const entries = (objects instanceof Map ? [...objects.entries()] : Object.entries(objects))
    .slice(0, MOST_FIELDS)
    .map(([name, list]) => ({
      name: String(name).toLowerCase(),
      objects: (Array.isArray(list) ? list : []).map(fieldObject),
    }));
  const values = entries.map(({ name, objects: list }): [string, string] => [
    name,
    list.map(valueOf).find((one) => one !== '') ?? '',
  ]);
  return {
    values: Object.fromEntries(values.filter(([, value]) => value !== '')),
    signatures: entries
      .filter(({ objects: list }) => list.some(({ type }) => type === 'signature'))
      .map(({ name }) => name),
  };
}

interface FieldObject {
  readonly type: string;
  readonly value: string;
}

function fieldObject(entry: unknown): FieldObject {
  if (typeof entry !== 'object' || entry === null) return { type: '', value: '' };
  return {
    type: 'type' in entry ? String(entry.type) : '',
    value: 'value' in entry && typeof entry.value === 'string' ? entry.value.trim() : '',
  };
}

function valueOf({ type, value }: FieldObject): string {
  if (value === 'Off') return '';
  return type === 'checkbox' && value !== '' ? 'ya' : value;
}
