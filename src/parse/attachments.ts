import type { DecodedFile } from './decode-mime.ts';
import { safeFilename } from './filename.ts';
import type { Attachment } from './message.ts';
import { sniffType } from './sniff.ts';

const MOST_CIDS = 1000;
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', '.pdf'],
  ['image/png', '.png'],
  ['image/jpeg', '.jpg'],
  ['image/gif', '.gif'],
  ['message/rfc822', '.eml'],
  ['text/calendar', '.ics'],
  ['text/html', '.html'],
  ['text/plain', '.txt'],
]);
/** Parts of the mail's own wrapping, no documents. */
const WRAPPING =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-(?:signature|encrypted)|message\/(?:delivery-status|disposition-notification))$/;

export async function readAttachments(files: readonly DecodedFile[], html: string): Promise<readonly Attachment[]> {
  const shown = contentIdsIn(html);
  return Promise.all(files.map((file, index) => toAttachment(file, index, shown)));
}

async function toAttachment(file: DecodedFile, index: number, shown: ReadonlySet<string>): Promise<Attachment> {
  const sniffed = await sniffType(file.head);
  const type = file.declaredType === 'message/rfc822' && sniffed.startsWith('text/') ? 'message/rfc822' : sniffed;
  const fallback = `lampiran-${index + 1}${ENDINGS.get(type) ?? '.bin'}`;
  return {
    filename: safeFilename(file.claimedName, fallback),
    type,
    declaredType: file.declaredType.slice(0, 200),
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    inline: isInline(file, type, shown),
  };
}

function isInline(file: DecodedFile, type: string, shown: ReadonlySet<string>): boolean {
  if (WRAPPING.test(file.declaredType)) return true;
  if (file.contentId !== null && shown.has(file.contentId.toLowerCase())) return true;
  return file.disposition === 'inline' && type.startsWith('image/');
}

/** Content-IDs that the HTML shows. */
function contentIdsIn(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, id] of html.matchAll(/\bcid:([^'"\s<>)]{1,256})/gi)) {
    if (id) ids.add(id.toLowerCase());
    if (ids.size >= MOST_CIDS) break;
  }
  return ids;
}
