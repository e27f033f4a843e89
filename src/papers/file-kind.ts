/** Which reader a file needs, by its sniffed type; a name decides only between kinds that look alike (CSV is text). */
export type FileKind = 'pdf' | 'not-pdf' | 'archive' | 'csv' | 'picture' | 'compound' | 'empty';

interface NamedFile {
  readonly filename: string;
  readonly type: string;
  readonly sizeBytes?: number | undefined;
}

const ARCHIVES = new Set([
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);
/** OLE: what Office writes when a document has a password, and what it wrote twenty years ago. */
const COMPOUNDS = new Set(['application/x-cfb', 'application/msword', 'application/vnd.ms-excel']);
const PICTURES = new Set(['image/png', 'image/jpeg']);
const CSV = /\.(?:csv|tsv)$/i;
/** Nothing is there to be sniffed: the name alone says that a paper was meant. */
const DOCUMENT = /\.(?:pdf|csv|tsv|docx?|docm|xlsx?|xlsm|odt|ods|zip|png|jpe?g)$/i;

/** Null for files that are no papers. */
export function kindOfFile({ filename, type, sizeBytes }: NamedFile): FileKind | null {
  if (sizeBytes === 0) return DOCUMENT.test(filename) ? 'empty' : null;
  if (type === 'application/pdf') return 'pdf';
  if (ARCHIVES.has(type) || (/\.(?:docx|xlsx|xlsm|docm|odt|ods)$/i.test(filename) && type === 'application/zip'))
    return 'archive';
  if (COMPOUNDS.has(type)) return 'compound';
  if (filename.toLowerCase().endsWith('.pdf')) return 'not-pdf';
  if (PICTURES.has(type)) return 'picture';
  return CSV.test(filename) && (type.startsWith('text/') || type === 'application/octet-stream') ? 'csv' : null;
}

export function isPaper(file: NamedFile): boolean {
  return kindOfFile(file) !== null;
}

/** Before the type is known: whether the content may be one of a paper, and so is to be kept. */
export function mayBePaper(declaredType: string, claimedName: string, start: Buffer): boolean {
  if (declaredType.includes('pdf') || /\.(?:pdf|csv|tsv)$/i.test(claimedName.trim())) return true;
  if (start.subarray(0, 1024).includes('%PDF-')) return true;
  return MAGIC.some((mark) => start.subarray(0, mark.length).equals(mark));
}

const MAGIC: readonly Buffer[] = [
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.from('PK\x05\x06', 'latin1'),
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from([0xff, 0xd8, 0xff]),
];
