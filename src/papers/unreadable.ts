import type { DocumentProblem, PaperReading } from '../parse/document.ts';

export const LOCKED_FILE = 'Berkas ini terkunci dengan kata sandi. Mohon kirim kembali tanpa kata sandi.';
export const LOCKED_ARCHIVE = 'Arsip ini terkunci dengan kata sandi. Mohon kirim kembali tanpa kata sandi.';
export const XFA_ONLY =
  'Formulir ini dibuat dengan jenis XFA yang hanya terbuka di Adobe Reader. Mohon kirim berkas lain: cetak formulir ini ke PDF, atau isi formulir PDF biasa.';
/** What its sender can mend by sending it otherwise. */
const SENT_OTHERWISE: ReadonlySet<string> = new Set([LOCKED_FILE, LOCKED_ARCHIVE, XFA_ONLY]);

export const BROKEN_FILE = 'Berkas ini rusak dan tidak dapat dibuka.';

/** Larger than is read here, though nothing is wrong with it. */
export function overLimitPaper(file: Pick<PaperReading, 'filename' | 'sha256'>, reason: string): PaperReading {
  return { ...unreadablePaper(file, reason), isOverLimit: true };
}

/** A paper that was not or could not be read, with the reason as it stands in a letter. */
export function unreadablePaper(file: Pick<PaperReading, 'filename' | 'sha256'>, reason: string): PaperReading {
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
    ...(SENT_OTHERWISE.has(reason) && { asksAgain: true }),
  };
}
