/**
 * What the papers of a mail say: form fields, text layer, kind and state of signature of each PDF. A paper is known by its content,
 * never by its file name. Runs beside the parser in the isolated process: a PDF is as hostile as a mail, and one that is too long,
 * too slow, broken or locked is `unreadable`, with the reason in words for its sender. The libraries load with the first PDF
 * unless that is done before.
 */
import type { DocumentProblem, PaperReading } from '../parse/document.ts';
import type { MailLimits } from '../parse/limits.ts';
import { checkBast, checkForm31, normaliseFields } from './check-fields.ts';
import type { PdfContent } from './pdf-content.ts';
import { recognise } from './recognise.ts';

export interface PaperFile {
  readonly filename: string;
  readonly sha256: string;
  /** Media type sniffed from the content. */
  readonly type: string;
  readonly bytes: Buffer | null;
}

export type PaperLimits = Pick<MailLimits, 'maxPdfBytes' | 'maxPdfPages' | 'maxPdfMs'>;

const MIB = 1024 * 1024;
const MOST_PAPERS = 20;

/** Those files that are PDFs or claim to be. */
export async function readPapers(files: readonly PaperFile[], limits: PaperLimits): Promise<PaperReading[]> {
  const readings: PaperReading[] = [];
  for (const file of files.filter(isPaper).slice(0, MOST_PAPERS)) readings.push(await readPaper(file, limits));
  return readings;
}

/** Loads the libraries now, for a process that will meet papers sooner or later. */
export async function loadLibraries(): Promise<void> {
  await (await import('./pdf-text.ts')).loadPdfJs();
  await import('./pdf-content.ts');
}

export function isPaper(file: Pick<PaperFile, 'filename' | 'type'>): boolean {
  return file.type === 'application/pdf' || file.filename.toLowerCase().endsWith('.pdf');
}

/** A paper that was not or could not be read, with the reason as it stands in a letter. */
export function unreadablePaper(file: Pick<PaperFile, 'filename' | 'sha256'>, reason: string): PaperReading {
  const problem: DocumentProblem = { field: null, row: null, text: reason };
  const { filename, sha256 } = file;
  return {
    filename,
    sha256,
    type: 'unreadable',
    fields: {},
    problems: [problem],
    signature: 'unknown',
    text: '',
    pages: 0,
  };
}

async function readPaper(file: PaperFile, limits: PaperLimits): Promise<PaperReading> {
  if (file.type !== 'application/pdf') return unreadablePaper(file, 'Isi berkas ini bukan PDF.');
  if (file.bytes === null || file.bytes.length > limits.maxPdfBytes) {
    return unreadablePaper(file, `Berkas ini lebih besar dari ${Math.floor(limits.maxPdfBytes / MIB)} MB.`);
  }
  const { readPdf } = await import('./pdf-content.ts');
  const content = await withinTime(readPdf(file.bytes, limits.maxPdfPages), limits.maxPdfMs);
  return 'unreadable' in content ? unreadablePaper(file, content.unreadable) : toReading(file, content);
}

function toReading(file: PaperFile, content: PdfContent): PaperReading {
  const type = recognise(content.fields, content.text);
  const fields = normaliseFields(content.fields);
  return {
    filename: file.filename,
    sha256: file.sha256,
    type,
    fields,
    problems: type === 'form-3.1' ? checkForm31(fields) : type === 'bast' ? checkBast(fields) : [],
    signature: content.signature,
    text: content.text,
    pages: content.pages,
  };
}

/** Ends the waiting, not the work: code that never yields is ended with its process. */
async function withinTime<Value>(work: Promise<Value>, most: number): Promise<Value | { unreadable: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ unreadable: string }>((resolve) => {
    timer = setTimeout(() => resolve({ unreadable: 'Berkas ini terlalu lama dibaca.' }), most);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
