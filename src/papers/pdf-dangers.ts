/** What a PDF could do in a viewer, and what it could do to us. Seen and said, never run. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument, type PDFObject } from 'pdf-lib';
import { inflateSync, constants } from 'node:zlib';
import type { PaperWarning } from '../parse/document.ts';

const MOST_OBJECTS = 50_000;
const MOST_DEPTH = 4;
/** Decoded size of one stream that is no picture. A page of dense text takes some 100 KB, an embedded font 2 MB. */
const MOST_STREAM_BYTES = 24 * 1024 * 1024;
/** Deflate makes at most this of a byte; what is short enough cannot become long. */
const MOST_RATIO = 1032;
const ACTIONS: Readonly<Record<string, PaperWarning>> = {
  '/JavaScript': 'script',
  '/Launch': 'launch-action',
  '/SubmitForm': 'external-link',
  '/ImportData': 'external-link',
  '/GoToR': 'external-link',
};
const STARTS: readonly string[] = [
  'PK\x03\x04',
  'MZ',
  '\x7fELF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '<!DOCTYPE',
  '<html',
  '#!',
];

export function warningsOf(file: Buffer, document: PDFDocument | null): readonly PaperWarning[] {
  const found = new Set<PaperWarning>();
  if (isSeveralFormats(file)) found.add('several-formats');
  if (document) {
    lookInto(document.catalog, 0, found);
    for (const [, object] of document.context.enumerateIndirectObjects().slice(0, MOST_OBJECTS))
      lookInto(object, 0, found);
  } else lookIntoBytes(file, found);
  return [...found].sort();
}

/** A stream that would not end when it is unpacked; pdf.js would take all memory for it. */
export function isBomb(document: PDFDocument): boolean {
  return document.context
    .enumerateIndirectObjects()
    .slice(0, MOST_OBJECTS)
    .some(([, object]) => object instanceof PDFRawStream && isBombStream(object));
}

function isSeveralFormats(file: Buffer): boolean {
  const start = file.subarray(0, 16).toString('latin1');
  if (STARTS.some((mark) => start.startsWith(mark))) return true;
  const end = file.subarray(-70_000);
  return end.indexOf('PK\x05\x06', Math.max(0, end.lastIndexOf('%%EOF')), 'latin1') >= 0;
}

function lookInto(object: PDFObject, depth: number, found: Set<PaperWarning>): void {
  if (depth > MOST_DEPTH) return;
  if (object instanceof PDFArray) {
    for (const item of object.asArray().slice(0, 200)) if (isContainer(item)) lookInto(item, depth + 1, found);
  }
  if (!(object instanceof PDFDict)) return;
  const warning = ACTIONS[String(object.get(PDFName.of('S')))];
  if (warning) found.add(warning);
  if (object.has(PDFName.of('JavaScript')) || object.has(PDFName.of('JS'))) found.add('script');
  if (object.has(PDFName.of('EmbeddedFiles')) || object.has(PDFName.of('EF'))) found.add('embedded-file');
  for (const value of object.values()) if (isContainer(value)) lookInto(value, depth + 1, found);
}

function isContainer(object: PDFObject): boolean {
  return object instanceof PDFDict || object instanceof PDFArray;
}

function lookIntoBytes(file: Buffer, found: Set<PaperWarning>): void {
  const text = file.toString('latin1');
  if (/\/(?:JavaScript|JS)\b/.test(text)) found.add('script');
  if (/\/Launch\b/.test(text)) found.add('launch-action');
  if (/\/EmbeddedFiles?\b/.test(text)) found.add('embedded-file');
}

function isBombStream({ dict, contents }: PDFRawStream): boolean {
  const filters = dict.lookup(PDFName.of('Filter'));
  const names = filters instanceof PDFArray ? filters.asArray().map(String) : [String(filters)];
  const deflated = names.filter((name) => name === '/FlateDecode' || name === '/Fl' || name === '/LZWDecode');
  if (deflated.length > 1) return true;
  if (deflated.length === 0 || contents.length * MOST_RATIO < MOST_STREAM_BYTES || isPicture(dict)) return false;
  if (names[0] !== '/FlateDecode' && names[0] !== '/Fl') return false;
  try {
    inflateSync(contents, { maxOutputLength: MOST_STREAM_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  }
}

/** Pictures say how large they are, and pdf.js leaves out those that are too large. */
function isPicture(dict: PDFDict): boolean {
  if (String(dict.get(PDFName.of('Subtype'))) !== '/Image') return false;
  const [width, height] = [dict.lookup(PDFName.of('Width')), dict.lookup(PDFName.of('Height'))];
  return width instanceof PDFNumber && height instanceof PDFNumber;
}
