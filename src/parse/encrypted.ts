import { readParameters, type HeaderFields } from './header-fields.ts';
import type { MessageProblem } from './message.ts';
import type { Leaf } from './structure.ts';

const SMIME = /^application\/(?:x-)?pkcs7-mime$/;

/**
 * What cannot be read without a key (RFC 8551, RFC 3156). S/MIME that is only signed has been taken out of its block before; where that
 * could not be done, it cannot be read as mail either.
 */
export function encryptionProblem(fields: HeaderFields, leaves: readonly Leaf[], text: string): MessageProblem | null {
  const type = readParameters(fields.first('content-type')).value;
  const types = [type, ...leaves.map((leaf) => leaf.type)];
  if (type === 'multipart/encrypted' || types.includes('application/pgp-encrypted')) return 'encrypted-pgp';
  if (/^-----BEGIN PGP MESSAGE-----$/m.test(text)) return 'encrypted-pgp';
  return types.some((each) => SMIME.test(each)) ? 'encrypted-smime' : null;
}
