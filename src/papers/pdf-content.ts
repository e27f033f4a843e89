/**
 * One PDF: AcroForm values and signatures by pdf-lib, the text layer and pictures by pdf.js (unpdf), which also opens what has an empty
 * password. Pages without text are searched for QR codes; where a reader of pictures is given, it is asked what they say.
 */
import { PDFDocument } from 'pdf-lib';
import type { FieldSource, PaperWarning, SignatureReading } from '../parse/document.ts';
import { lookupDict, pagesWithFields, readAcroFields, type AcroField } from './acro-fields.ts';
import { sourceOf } from './field-source.ts';
import { knownName, knownValue } from './form-version.ts';
import type { TextPiece } from './page-lines.ts';
import { withMarks } from './page-marks.ts';
import { isBomb, warningsOf } from './pdf-dangers.ts';
import { isNestedBomb } from './pdf-nesting.ts';
import { recognise } from './recognise.ts';
import { signatureText } from './signature-text.ts';
import { BROKEN_FILE, LOCKED_FILE, XFA_ONLY } from './unreadable.ts';
import { isPasswordError, openText, type PageText, type TextDocument } from './pdf-text.ts';
import type { PictureText, ReadPicture } from './picture.ts';

export interface PdfPage {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  readonly codes: readonly string[];
  /** Fields of a form stand on it. */
  readonly hasFields: boolean;
  /** It has no text layer, or hardly any. */
  readonly isScan: boolean;
  /** Of a page without text: what a reader of pictures made of it, null where none was asked. */
  readonly scan: PictureText | null;
  /** Where a signature is lacking: somebody has set a picture of one, or drawn one. */
  readonly isSignedByPicture: boolean;
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
  readonly isOverLimit?: boolean;
  readonly warnings?: readonly PaperWarning[];
}

export interface PdfOptions {
  readonly maxPages: number;
  /** Certificates (PEM) that signatures may lead to. */
  readonly roots: readonly string[];
  readonly readPicture: ReadPicture | null;
}

const BOMB = 'Isi berkas ini jauh lebih besar daripada ukurannya, sehingga tidak dibuka.';
/** Pages searched for pictures: those of a scanned form with its enclosures. */
const MOST_PICTURE_PAGES = 6;

/** Whatever the file does to the libraries, the answer is content or a reason. */
export async function readPdf(bytes: Buffer, options: PdfOptions): Promise<PdfContent | Unreadable> {
  try {
    return await openAndRead(bytes, options);
  } catch (error) {
    return { unreadable: isPasswordError(error) ? LOCKED_FILE : BROKEN_FILE };
  }
}

async function openAndRead(bytes: Buffer, options: PdfOptions): Promise<PdfContent | Unreadable> {
  const form = await loadForm(bytes);
  if (form && (isBomb(form) || isNestedBomb(form))) return { unreadable: BOMB };
  const text = await openText(bytes);
  try {
    if (text.pages > options.maxPages)
      return { unreadable: `Berkas ini lebih dari ${options.maxPages} halaman.`, isOverLimit: true };
    const pages = await text.read();
    const warnings = warningsOf(bytes, form);
    if (form && isXfaOnly(form, pages)) return { unreadable: XFA_ONLY, warnings };
    const read = form && !form.isEncrypted ? await readForm(form, bytes, options) : await readLocked(text);
    const fieldPages = form ? pagesWithFields(form) : new Set<number>();
    const looked = await addPictures(pages, text, options, hasValues(read.fields));
    const drawn = await pagesSignedByPicture(pages, read.signatures, text);
    return {
      ...read,
      warnings,
      pages: looked.map((page, index) => ({
        ...page,
        hasFields: fieldPages.has(index),
        isSignedByPicture: drawn.has(index),
      })),
    };
  } finally {
    await text.close();
  }
}

/** Looked for only in forms and letters whose signature is not there. */
async function pagesSignedByPicture(
  pages: readonly PageText[],
  signatures: readonly SignatureReading[],
  text: TextDocument,
): Promise<ReadonlySet<number>> {
  const isSigned = signatures.length > 0 && signatures.every(({ state }) => state !== 'empty');
  const found = new Set<number>();
  if (isSigned || !pages.some(asksSignature)) return found;
  for (let index = 0; index < Math.min(pages.length, MOST_PICTURE_PAGES); index += 1) {
    if (await text.isSignedByPicture(index + 1)) found.add(index);
  }
  return found;
}

function asksSignature({ text }: PageText): boolean {
  return PRINTED_FORM.test(text) || recognise({}, text) === 'surat';
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
  const { readSignatures } = await import('./signature.ts');
  const { parseCertificates } = await import('../cms/certificate.ts');
  return readSignatures(bytes, fields, parseCertificates(roots));
}

/** Encrypted with an empty password. What is signed there cannot be told byte by byte. */
async function readLocked(text: TextDocument): Promise<FormContent> {
  const { values, signatures } = await text.fields();
  const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [knownName(name), value]));
  const sources = Object.fromEntries(Object.keys(fields).map((name) => [name, sourceOf('acroform')]));
  return { fields, sources, signatures: signatures.map(uncheckedSignature) };
}

function uncheckedSignature(field: string): SignatureReading {
  const reading = {
    field,
    state: 'damaged',
    coversFile: false,
    signer: null,
    signedAt: null,
    certificate: null,
  } as const;
  return { ...reading, text: signatureText(reading) };
}

function hasValues(fields: Readonly<Record<string, string>>): boolean {
  return Object.keys(fields).length > 0;
}

/** Pages without text are looked at as pictures; those of a printed form for its boxes, and the first for the code that tells which it is. */
async function addPictures(
  pages: readonly PageText[],
  text: TextDocument,
  { readPicture }: PdfOptions,
  isFilled: boolean,
): Promise<readonly LookedPage[]> {
  const isPrinted = !isFilled && pages.some((page) => PRINTED_FORM.test(page.text));
  const read: LookedPage[] = [];
  for (const [index, page] of pages.entries()) {
    const isShort = page.text.trim().length < LEAST_TEXT;
    const isLooked = index < MOST_PICTURE_PAGES && (isShort || (isPrinted && index === 0));
    const looked = isLooked ? await lookAt(text, index + 1, isShort ? readPicture : null) : NOTHING;
    const pieces = isPrinted && !isShort ? withMarks(page.pieces, await text.shapes(index + 1)) : page.pieces;
    read.push({ ...page, pieces, codes: looked.codes, isScan: isShort && looked.hasPicture, scan: looked.scan });
  }
  return read;
}

/** Fewer letters are a page number or the stamp of a scanner. */
const LEAST_TEXT = 25;
const PRINTED_FORM = /form\s*3\.1|berita\s+acara\s+serah\s+terima|formulir\s+u(?:at|ser\s+acceptance)\b/i;

type LookedPage = Omit<PdfPage, 'hasFields' | 'isSignedByPicture'>;

interface Looked {
  readonly codes: readonly string[];
  readonly scan: PictureText | null;
  readonly hasPicture: boolean;
}

const NOTHING: Looked = { codes: [], scan: null, hasPicture: false };

async function lookAt(text: TextDocument, number: number, readPicture: ReadPicture | null): Promise<Looked> {
  const scanned = await text.pictures(number);
  const [largest] = scanned;
  const pictures = [...scanned, ...(await text.drawnCodes(number))];
  if (pictures.length === 0) return NOTHING;
  const { codesInPicture } = await import('./qr-codes.ts');
  const codes: string[] = [];
  for (const picture of pictures) codes.push(...(await codesInPicture(picture)));
  return {
    codes: [...new Set(codes)],
    scan: readPicture && largest ? await readPicture(largest) : null,
    hasPicture: largest !== undefined,
  };
}
