/** One PDF: AcroForm values and signature fields by pdf-lib, the text layer by pdf.js (unpdf), which also opens what has an empty password. */
import { PDFDocument } from 'pdf-lib';
import type { SignatureState } from '../parse/document.ts';
import { readFormFields, readSignatures } from './pdf-form.ts';
import { isPasswordError, openText, type TextDocument } from './pdf-text.ts';

export interface PdfContent {
  readonly fields: Readonly<Record<string, string>>;
  readonly signature: SignatureState;
  readonly text: string;
  readonly pages: number;
}

export interface Unreadable {
  readonly unreadable: string;
}

/** Whatever the file does to the libraries, the answer is content or a reason. */
export async function readPdf(bytes: Buffer, maxPages: number): Promise<PdfContent | Unreadable> {
  try {
    return await openAndRead(bytes, maxPages);
  } catch (error) {
    return {
      unreadable: isPasswordError(error)
        ? 'Berkas ini terkunci dengan kata sandi.'
        : 'Berkas ini rusak dan tidak dapat dibuka.',
    };
  }
}

async function openAndRead(bytes: Buffer, maxPages: number): Promise<PdfContent | Unreadable> {
  const text = await openText(bytes);
  try {
    if (text.pages > maxPages) return { unreadable: `Berkas ini lebih dari ${maxPages} halaman.` };
    return await contentOf(await loadForm(bytes), text);
  } finally {
    await text.close();
  }
}

async function contentOf(form: PDFDocument | null, text: TextDocument): Promise<PdfContent> {
  const layer = await text.read();
  if (!form || form.isEncrypted) {
    return { fields: await text.fields(), signature: 'unknown', text: layer, pages: text.pages };
  }
  const signature = readSignatures(form) ?? (layer === '' ? 'unknown' : 'none');
  return { fields: readFormFields(form), signature, text: layer, pages: text.pages };
}

/** Null for what pdf-lib cannot open; pdf.js repairs more. */
async function loadForm(bytes: Buffer): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, parseSpeed: 1500 });
  } catch {
    return null;
  }
}
