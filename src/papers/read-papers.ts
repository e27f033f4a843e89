/**
 * What the papers of a mail say: form fields, rows of lists, letters, signatures, by the content of each file, never by its name alone.
 * Runs beside the parser in the isolated process: a paper is as hostile as a mail, and one that is too long, too slow, broken or locked
 * is `unreadable`, with the reason in words for its sender. Nothing in it is run, computed or fetched. The libraries load with the
 * first paper that needs them.
 */
import type { PaperReading } from '../parse/document.ts';
import { kindOfFile, type FileKind } from './file-kind.ts';
import { withMarkedType } from './marked-paper.ts';
import type { PaperFile, PaperLimits, PaperOptions, ReadingContext, ReadKind } from './paper-file.ts';
import { UNDESCRIBED } from './printed-forms.ts';
import { claimOf } from './recognise.ts';
import { overLimitPaper, unreadablePaper } from './unreadable.ts';

export { isPaper, mayBePaper } from './file-kind.ts';
export type { PaperFile, PaperLimits, PaperOptions } from './paper-file.ts';
export { unreadablePaper } from './unreadable.ts';

const MIB = 1024 * 1024;
const MOST_PAPERS = 20;
const MOST_PICTURES = 6;

/** Those files that are papers or claim to be; other attachments are left out. */
export async function readPapers(
  files: readonly PaperFile[],
  limits: PaperLimits,
  options: PaperOptions = {},
): Promise<PaperReading[]> {
  const readings: PaperReading[] = [];
  let pictures = 0;
  for (const file of files.slice(0, 10 * MOST_PAPERS)) {
    const kind = kindOfFile({ ...file, sizeBytes: file.bytes?.length });
    if (kind === null || (kind === 'picture' && (pictures += 1) > MOST_PICTURES)) continue;
    if (readings.length >= MOST_PAPERS) break;
    readings.push(...(await readPaper(file, kind, { limits, options: { forms: UNDESCRIBED, ...options } })));
  }
  return readings.slice(0, MOST_PAPERS).map(withMarkedType).map(withClaim);
}

/** One file, which may hold several papers. */
async function readPaper(file: PaperFile, kind: FileKind, context: ReadingContext): Promise<readonly PaperReading[]> {
  const { limits } = context;
  if (kind === 'empty') return [unreadablePaper(file, 'Berkas ini kosong.')];
  if (kind === 'not-pdf') return [unreadablePaper(file, 'Isi berkas ini bukan PDF.')];
  const { bytes } = file;
  if (bytes === null || bytes.length > limits.maxPdfBytes) {
    return [overLimitPaper(file, `Berkas ini lebih besar dari ${Math.floor(limits.maxPdfBytes / MIB)} MB.`)];
  }
  const read = await READERS[kind]();
  return withinTime(() => read({ ...file, bytes }, context), limits.maxPdfMs, file);
}

const READERS: Readonly<Record<Exclude<FileKind, 'not-pdf' | 'empty'>, () => Promise<ReadKind>>> = {
  pdf: async () => (await import('./read-pdf.ts')).readPdfPaper,
  archive: async () => (await import('./read-archive.ts')).readArchive,
  csv: async () => (await import('./read-table.ts')).readCsvPaper,
  picture: async () => (await import('./read-picture.ts')).readPicturePaper,
  compound: async () => (await import('./read-compound.ts')).readCompound,
};

/** Ends the waiting, not the work: code that never yields is ended with its process. */
async function withinTime(
  work: () => Promise<readonly PaperReading[]>,
  most: number,
  file: PaperFile,
): Promise<readonly PaperReading[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly PaperReading[]>((resolve) => {
    timer = setTimeout(() => resolve([overLimitPaper(file, 'Berkas ini terlalu lama dibaca.')]), most);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function withClaim(reading: PaperReading): PaperReading {
  const claim = reading.type === 'other' ? claimOf(reading.within ?? reading.filename) : null;
  return claim === null ? reading : { ...reading, claim };
}

/** Loads the libraries of PDFs now, for a process that will meet papers sooner or later. */
export async function loadLibraries(): Promise<void> {
  await (await import('./pdf-text.ts')).loadPdfJs();
  await import('./read-pdf.ts');
  await import('./make/load-forms.ts');
}
