/** Files that are zips: office documents, and archives with papers in them. */
import type { PaperReading, PaperWarning } from '../parse/document.ts';
import { sniffType } from '../parse/sniff.ts';
import { openArchive, type Archive } from './archive.ts';
import { kindOfFile } from './file-kind.ts';
import { readDocx } from './read-docx.ts';
import { readOpenDocument } from './read-odf.ts';
import { readXlsx } from './read-xlsx.ts';
import type { PaperFile, ReadKind, ReadingContext } from './paper-file.ts';
import { BROKEN_FILE, LOCKED_ARCHIVE, unreadablePaper } from './unreadable.ts';

type BytesFile = PaperFile & { readonly bytes: Buffer };

const MIB = 1024 * 1024;
const MOST_FILES = 50;
const MOST_PAPERS = 10;
const MOST_FILE_BYTES = 15 * MIB;
/** Of all files that an archive holds, unpacked. */
const MOST_BYTES = 60 * MIB;
const EXECUTABLE = /\.(?:exe|com|bat|cmd|scr|js|jse|vbs|vbe|wsf|ps1|msi|lnk|hta|jar|dll)$/i;

export const readArchive: ReadKind = async (file, context) => {
  let archive: Archive;
  try {
    archive = await openArchive(file.bytes);
  } catch {
    return [unreadablePaper(file, BROKEN_FILE)];
  }
  const has = (name: string): boolean => archive.entries.some((entry) => entry.name === name);
  if (has('word/document.xml')) return [await readDocx(file, archive, context.options.forms)];
  if (has('xl/workbook.xml')) return [await readXlsx(file, archive)];
  if (has('content.xml') && has('mimetype')) return [await readOpenDocument(file, archive, context.options.forms)];
  return readFiles(file, archive, context);
};

/** The papers in an archive; an archive in it stays closed. */
async function readFiles(file: BytesFile, archive: Archive, context: ReadingContext): Promise<readonly PaperReading[]> {
  const { entries } = archive;
  const reason = refusalOf(archive);
  const warnings: readonly PaperWarning[] = entries.some(({ name }) => EXECUTABLE.test(name)) ? ['embedded-file'] : [];
  if (reason !== null) return [{ ...unreadablePaper(file, reason), ...(warnings.length > 0 ? { warnings } : {}) }];
  const readings: PaperReading[] = [];
  for (const { name } of entries) {
    if (readings.length >= MOST_PAPERS) break;
    const within = shortName(name);
    for (const reading of await readEntry({ file, name, archive, context })) readings.push({ ...reading, within });
  }
  if (readings.length === 0) return [listing(file, archive, warnings)];
  return warnings.length === 0 ? readings : readings.map((reading) => ({ ...reading, warnings }));
}

function refusalOf({ entries, hasMore }: Archive): string | null {
  if (entries.some(({ isLocked }) => isLocked)) return LOCKED_ARCHIVE;
  if (hasMore || entries.length > MOST_FILES) return `Arsip ini berisi lebih dari ${MOST_FILES} berkas.`;
  const bytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return bytes > MOST_BYTES ? `Isi arsip ini lebih besar dari ${MOST_BYTES / MIB} MB.` : null;
}

interface Entry {
  readonly file: BytesFile;
  readonly name: string;
  readonly archive: Archive;
  readonly context: ReadingContext;
}

async function readEntry({ file, name, archive, context }: Entry): Promise<readonly PaperReading[]> {
  const filename = shortName(name);
  const bytes = await archive.read(name, MOST_FILE_BYTES);
  if (bytes === null) return [unreadablePaper(file, `${filename}: berkas di dalam arsip ini tidak dapat dibuka.`)];
  const type = await sniffType(bytes);
  const inner = { ...file, filename, type, bytes };
  const kind = kindOfFile(inner);
  if (kind === null || kind === 'not-pdf' || kind === 'empty') return [];
  if (type === 'application/zip') return [unreadablePaper(file, `${filename}: arsip di dalam arsip tidak dibuka.`)];
  const read = await READERS[kind]();
  return (await read(inner, context)).map((reading) => ({ ...reading, filename: file.filename }));
}

const READERS: Readonly<Record<'pdf' | 'archive' | 'csv' | 'picture' | 'compound', () => Promise<ReadKind>>> = {
  pdf: async () => (await import('./read-pdf.ts')).readPdfPaper,
  archive: () => Promise.resolve(readArchive),
  csv: async () => (await import('./read-table.ts')).readCsvPaper,
  picture: async () => (await import('./read-picture.ts')).readPicturePaper,
  compound: async () => (await import('./read-compound.ts')).readCompound,
};

/** Nothing in it is a paper that can be read: what it holds is said, so that a person can judge. */
function listing(file: BytesFile, { entries }: Archive, warnings: readonly PaperWarning[]): PaperReading {
  const text = entries
    .map(({ name }) => shortName(name))
    .join('\n')
    .slice(0, 2000);
  const { filename, sha256 } = file;
  const base: PaperReading = {
    filename,
    sha256,
    type: 'other',
    fields: {},
    problems: [],
    signature: 'unknown',
    text,
    pages: 0,
  };
  return warnings.length > 0 ? { ...base, warnings } : base;
}

function shortName(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return (
    [...last]
      .filter((letter) => letter >= ' ' && !/[\p{Cf}\p{Cc}]/u.test(letter))
      .join('')
      .slice(0, 120) || 'berkas'
  );
}
