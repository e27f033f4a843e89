/** OLE files: an office document with a password is one, and so are those of old programs, which are not read. */
import type { PaperReading } from '../parse/document.ts';
import type { ReadKind } from './paper-file.ts';
import { LOCKED_FILE, unreadablePaper } from './unreadable.ts';

/** Names of streams inside. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const MACROS = Buffer.from('_VBA_PROJECT', 'utf16le');

export const readCompound: ReadKind = ({ filename, sha256, bytes }) => {
  if (bytes.includes(ENCRYPTED)) return Promise.resolve([unreadablePaper({ filename, sha256 }, LOCKED_FILE)]);
  const paper: PaperReading = {
    filename,
    sha256,
    type: 'other',
    fields: {},
    problems: [],
    signature: 'unknown',
    text: '',
    pages: 0,
    ...(bytes.includes(MACROS) ? { warnings: ['macro'] } : {}),
  };
  return Promise.resolve([paper]);
};
