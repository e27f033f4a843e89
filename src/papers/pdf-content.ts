/**
 * One PDF: AcroForm values and signatures by pdf-lib, the text layer and pictures by pdf.js (unpdf), which also opens what has an empty
 * password. Pages without text are searched for QR codes; where a reader of pictures is given, it is asked what they say.
 */
import { PDFDocument } from 'pdf-lib';
import type { FieldSource, PaperWarning, SignatureReading } from '../parse/document.ts';
import { lookupDict, readAcroFields, type AcroField } from './acro-fields.ts';
import { knownName, knownValue } from './form-version.ts';
import type { TextPiece } from './page-lines.ts';
import { isBomb, warningsOf } from './pdf-dangers.ts';
import { isPasswordError, openText, type PageText, type TextDocument } from './pdf-text.ts';
import type { PictureText, ReadPicture } from './picture.ts';

export interface PdfPage {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  readonly codes: readonly string[];
  /** It has no text layer, or hardly any. */
  readonly isScan: boolean;
  /** Of a page without text: what a reader of pictures made of it, null where none was asked. */
  readonly scan: PictureText | null;
}

export interface PdfContent {
  readonly fields: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly signatures: readonly SignatureReading[];
  readonly pages: readonly PdfPage[];
  readonly warnings: readonly PaperWarning[];
}

export interface Unreadable {
  readonly unreadable: string;
  readonly warnings?: readonly PaperWarning[];
}

export interface PdfOptions {
  readonly maxPages: number;
  /** Certificates (PEM) that signatures may lead to. */
  readonly roots: readonly string[];
  readonly readPicture: ReadPicture | null;
}

const BROKEN = 'Berkas ini rusak dan tidak dapat dibuka.';
const LOCKED = 'Berkas ini terkunci dengan kata sandi. Mohon kirim kembali tanpa kata sandi.';
const BOMB = 'Isi berkas ini jauh lebih besar daripada ukurannya, sehingga tidak dibuka.';
const XFA_ONLY =
  'Formulir ini dibuat dengan jenis XFA yang hanya terbuka di Adobe Reader. Mohon kirim berkas lain: cetak formulir ini ke PDF, atau isi formulir PDF biasa.';
/** Pages searched for pictures: those of a scanned form with its enclosures. */
const MOST_PICTURE_PAGES = 6;
const SURENESS = { acroform: 1, appearance: 0.8, label: 0.8, cell: 0.95, qr: 1, ocr: 0.4 } as const;

/** Whatever the file does to the libraries, the answer is content or a reason. */
export async function readPdf(bytes: Buffer, options: PdfOptions): Promise<PdfContent | Unreadable> {
  try {
    return await openAndRead(bytes, options);
  } catch (error) {
    return { unreadable: isPasswordError(error) ? LOCKED : BROKEN };
  }
}

async function openAndRead(bytes: Buffer, options: PdfOptions): Promise<PdfContent | Unreadable> {
  const form = await loadForm(bytes);
  if (form && isBomb(form)) return { unreadable: BOMB };
  const text = await openText(bytes);
  try {
    if (text.pages > options.maxPages) return { unreadable: `Berkas ini lebih dari ${options.maxPages} halaman.` };
    const pages = await text.read();
    const warnings = warningsOf(bytes, form);
    if (form && isXfaOnly(form, pages)) return { unreadable: XFA_ONLY, warnings };
    const read = form && !form.isEncrypted ? await readForm(form, bytes, options) : await readLocked(text);
    return { ...read, warnings, pages: await addPictures(pages, text, options, hasValues(read.fields)) };
  } finally {
    await text.close();
  }
}

/** Null for what pdf-lib cannot open; pdf.js repairs more. */
async function loadForm(bytes: Buffer): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, parseSpeed: 1500 });
  } catch {
    return null;
  }
}

/** A form of this kind shows one page that asks for another program; its fields, if any, are empty shells. */
function isXfaOnly(document: PDFDocument, pages: readonly PageText[]): boolean {
  const form = lookupDict(document.catalog, 'AcroForm');
  if (!form || !form.keys().some((key) => key.asString() === '/XFA')) return false;
  if (readAcroFields(document).some(({ value }) => value !== '')) return false;
  return readAcroFields(document).length === 0 || /please wait|adobe reader|acrobat/i.test(pages[0]?.text ?? '');
}

type FormContent = Pick<PdfContent, 'fields' | 'sources' | 'signatures'>;

async function readForm(document: PDFDocument, bytes: Buffer, { roots }: PdfOptions): Promise<FormContent> {
  const all = readAcroFields(document);
  const filled = all.filter(({ value }) => value !== '').map((field) => ({ ...field, name: knownName(field.name) }));
  return {
    fields: Object.fromEntries(filled.map(({ name, value }) => [name, knownValue(name, value)])),
    sources: Object.fromEntries(filled.map(({ name, origin }) => [name, sourceOf(origin)])),
    signatures: await checkSignatures(bytes, all, roots),
  };
}

/** The library for certificates is loaded only where there is a signature field. */
async function checkSignatures(
  bytes: Buffer,
  fields: readonly AcroField[],
  roots: readonly string[],
): Promise<readonly SignatureReading[]> {
  if (!fields.some(({ kind }) => kind === 'signature')) return [];
  const { parseRoots, readSignatures } = await import('./signature.ts');
  return readSignatures(bytes, fields, parseRoots(roots));
}

async function readLocked(text: TextDocument): Promise<FormContent> {
  const fields = Object.fromEntries(
    Object.entries(await text.fields()).map(([name, value]) => [knownName(name), value]),
  );
  const sources = Object.fromEntries(Object.keys(fields).map((name) => [name, sourceOf('acroform')]));
  return { fields, sources, signatures: [] };
}

export function sourceOf(origin: keyof typeof SURENESS): FieldSource {
  return { origin, sureness: SURENESS[origin] };
}

function hasValues(fields: Readonly<Record<string, string>>): boolean {
  return Object.keys(fields).length > 0;
}

/** Pages without text are looked at as pictures; of a printed form the first page, too: its code tells which paper it is. */
async function addPictures(
  pages: readonly PageText[],
  text: TextDocument,
  { readPicture }: PdfOptions,
  isFilled: boolean,
): Promise<readonly PdfPage[]> {
  const read: PdfPage[] = [];
  let left = MOST_PICTURE_PAGES;
  for (const [index, page] of pages.entries()) {
    const isScan = page.text.trim().length < LEAST_TEXT;
    const isPrinted = !isFilled && index === 0 && PRINTED_FORM.test(page.text);
    const looked =
      left > 0 && (isScan || isPrinted) ? await lookAt(text, index + 1, isScan ? readPicture : null) : NOTHING;
    if (looked !== NOTHING) left -= 1;
    read.push({ ...page, codes: looked.codes, isScan, scan: looked.scan });
  }
  return read;
}

/** Fewer letters are a page number or the stamp of a scanner. */
const LEAST_TEXT = 25;
const PRINTED_FORM = /form\s*3\.1|berita\s+acara\s+serah\s+terima/i;
const NOTHING: { readonly codes: readonly string[]; readonly scan: PictureText | null } = { codes: [], scan: null };

async function lookAt(text: TextDocument, number: number, readPicture: ReadPicture | null): Promise<typeof NOTHING> {
  const pictures = await text.pictures(number);
  if (pictures.length === 0) return { ...NOTHING };
  const { codesInPicture } = await import('./qr-codes.ts');
  const codes: string[] = [];
  for (const picture of pictures) codes.push(...(await codesInPicture(picture)));
  const [largest] = pictures;
  return { codes: [...new Set(codes)], scan: readPicture && largest ? await readPicture(largest) : null };
}
