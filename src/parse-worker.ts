/**
 * The program of the isolated process: reads a kept mail from its file, parses it, reads its papers. Contents of attachments stay
 * here unless an `extract` job asks for them by hash.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { serveJobs } from './isolate/serve-jobs.ts';
import {
  WITH_LIBRARIES,
  type CarriedMail,
  type DrawJob,
  type ExtractedFile,
  type ExtractJob,
  type MailJob,
  type MailJobResult,
  type ReadJob,
} from './mail-job.ts';
import { openMail } from './open-mail.ts';
import { isPaper, loadLibraries, mayBePaper, readPapers, unreadablePaper } from './papers/read-papers.ts';
import type { PaperOptions } from './papers/paper-file.ts';
import { printedForms, type PrintedForms } from './papers/printed-forms.ts';
import type { PaperReading } from './parse/document.ts';
import { parseMail, type ParsedFile, type ParsedMail } from './parse/parse-message.ts';

// Counted as its start, what they take is no growth by the mails.
if (process.argv.includes(WITH_LIBRARIES)) await loadLibraries();
serveJobs<MailJob, MailJobResult>((job) => {
  switch (job.kind) {
    case 'read':
      return readMail(job);
    case 'extract':
      return extractFiles(job);
    case 'draw':
      return drawPaper(job);
  }
});

async function readMail(job: ReadJob): Promise<MailJobResult> {
  if (job.part === 'header') return readHeader(job);
  const parsed = await openMail(readFileSync(job.path), job.policy, {
    keep: ({ declaredType, claimedName, start }) => mayBePaper(declaredType, claimedName, start),
    cut: job.cut,
    asItStands: job.part !== 'whole',
  });
  const { message, files } = parsed;
  const papers = files.filter(({ attachment }) => isPaper(attachment) && !attachment.inline);
  return {
    kind: 'read',
    mail: { message, papers: job.part === 'whole' ? await readAll(papers, job) : papers.map(unopened) },
    carried: job.cut ? null : carriedOf(parsed),
  };
}

function carriedOf({ files, isSevenBit }: ParsedMail): CarriedMail {
  const placed = files.filter(({ attachment }) => !attachment.inline).map(toExtracted);
  return { isSevenBit, files: placed.some(({ content }) => 'bytes' in content) ? null : placed };
}

/** Bytes only where they were asked for: `read` leaves them out, `extract` does not. */
function toExtracted({ attachment: { filename, type, sha256 }, bytes, encoded }: ParsedFile): ExtractedFile {
  const content = encoded === null ? { bytes: bytes ?? new Uint8Array() } : { base64: encoded };
  return { filename, type, sha256, content };
}

/** Of the file, too, no more is read than a header may be long. */
async function readHeader({ path, policy }: ReadJob): Promise<MailJobResult> {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(policy.limits.maxHeaderBytes);
    const length = readSync(file, start);
    const { message } = await parseMail(start.subarray(0, length), policy, { keep: () => false, cut: true });
    return { kind: 'read', mail: { message, papers: [] }, carried: null };
  } finally {
    closeSync(file);
  }
}

async function readAll(papers: readonly ParsedFile[], { policy, ocr = false }: ReadJob): Promise<PaperReading[]> {
  const files = papers.map(({ attachment: { filename, sha256, type }, bytes }) => ({ filename, sha256, type, bytes }));
  const readers = ocr ? (await import('./papers/scan-readers.ts')).scanReaders() : {};
  return readPapers(files, policy.limits, {
    roots: policy.papers?.roots ?? [],
    ...(await formsOf(policy.papers?.templates)),
    ...readers,
  });
}

let known: { readonly templates: string; readonly forms: PrintedForms } | null = null;

/** Read once: other templates need another start. What is wrong with them is said at that start, and by `loket check`. */
async function formsOf(templates: string | undefined): Promise<Pick<PaperOptions, 'forms'>> {
  if (templates === undefined) return {};
  if (known?.templates !== templates) {
    const { inspectForms } = await import('./papers/make/load-forms.ts');
    known = { templates, forms: printedForms(inspectForms(templates).book ?? new Map()) };
  }
  return { forms: known.forms };
}

function unopened({ attachment }: ParsedFile): PaperReading {
  return unreadablePaper(attachment, 'Berkas ini tidak dapat dibaca secara otomatis.');
}

async function extractFiles(job: ExtractJob): Promise<MailJobResult> {
  const wanted = job.sha256s === null ? null : new Set(job.sha256s);
  const { files } = await openMail(readFileSync(job.path), job.policy, { keep: () => true, cut: false });
  const found = files.filter(({ attachment }) =>
    wanted === null ? !attachment.inline : wanted.delete(attachment.sha256),
  );
  return { kind: 'extract', files: found.map(toExtracted) };
}

/** The library loads with the first paper that is drawn: most mails need none. */
async function drawPaper({ path, policy, sha256, pages }: DrawJob): Promise<MailJobResult> {
  const { files } = await openMail(readFileSync(path), policy, { keep: () => true, cut: false });
  const file = files.find(({ attachment }) => attachment.sha256 === sha256);
  const bytes = file?.bytes ?? null;
  if (bytes === null || bytes.length > policy.limits.maxPdfBytes) return { kind: 'draw', pages: [] };
  const { drawPages } = await import('./papers/page-images.ts');
  return { kind: 'draw', pages: await drawPages(bytes, pages) };
}
