/** A key to sign mail with, and what DNS says of it (RFC 6376 §3.6.1). */
import { generateKeyPairSync } from 'node:crypto';

export interface SigningKey {
  readonly record: string;
  readonly pem: string;
}

export function signingKey(modulusLength = 2048): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    record: `v=DKIM1; k=rsa; p=${published}`,
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
