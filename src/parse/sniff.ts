/** The media type of a file from its first bytes; what the sender declares is a claim. */
import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Folder names inside a zip that tell which program wrote it. */
const ZIP_KINDS: readonly (readonly [string, string])[] = [
  ['word/', `${OFFICE}.wordprocessingml.document`],
  ['xl/', `${OFFICE}.spreadsheetml.sheet`],
  ['ppt/', `${OFFICE}.presentationml.presentation`],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
];
/** Stream names (UTF-16) inside an OLE compound file. */
const OLE_KINDS: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
];
const TNEF = Buffer.from([0x78, 0x9f, 0x3e, 0x22]);
const UNKNOWN = 'application/octet-stream';

export async function sniffType(head: Buffer): Promise<string> {
  if (head.length === 0) return 'text/plain';
  if (head.subarray(0, 4).equals(TNEF)) return 'application/ms-tnef';
  if (head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  const found = await fileTypeOf(head);
  if (found === 'application/zip') return kindOf(head, ZIP_KINDS, 'latin1') ?? found;
  if (found === 'application/x-cfb') return kindOf(head, OLE_KINDS, 'utf16le') ?? found;
  return found ?? textType(head);
}

async function fileTypeOf(head: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.mime;
  } catch {
    return undefined;
  }
}

function kindOf(head: Buffer, kinds: typeof ZIP_KINDS, encoding: BufferEncoding): string | null {
  return kinds.find(([mark]) => head.includes(Buffer.from(mark, encoding)))?.[1] ?? null;
}

/** Cut in the middle of a character, UTF-8 is still text: the last three bytes do not count. */
function textType(head: Buffer): string {
  if (
    head.includes(0) ||
    !(
      isUtf8(head) ||
      isUtf8(head.subarray(0, -1)) ||
      isUtf8(head.subarray(0, -2)) ||
      isUtf8(head.subarray(0, -3)) ||
      isPrintable(head)
    )
  )
    return UNKNOWN;
  const start = head.subarray(0, 512).toString('latin1').trimStart().toLowerCase();
  if (start.startsWith('begin:vcalendar')) return 'text/calendar';
  if (start.startsWith('begin:vcard')) return 'text/vcard';
  return start.startsWith('<!doctype html') || start.startsWith('<html') ? 'text/html' : 'text/plain';
}

/** Text in a single-byte charset: no control characters but white space. */
function isPrintable(head: Buffer): boolean {
  return !head.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127);
}
