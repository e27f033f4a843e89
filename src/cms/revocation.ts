/**
 * Whether a certificate has been taken back, by lists of its authority (CRL, RFC 5280 §5) that the deployment keeps; nothing is fetched. An
 * authority of which no list is kept is not asked. One of which there is a list has to have a usable one: signed by it, whole, in force.
 */
import { CertificateRevocationList } from 'pkijs';
import { isStrongAlgorithm, subjectOf, type Certificate } from './certificate.ts';

export type { CertificateRevocationList } from 'pkijs';

const COMMON_NAME = '2.5.4.3';
const PEM = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/g;
/** Number of the list, and key of its authority; any other critical one makes it a part of a list, or nobody knows what. */
const UNDERSTOOD = ['2.5.29.20', '2.5.29.35'];

/** Every list that these bytes hold, in PEM or DER. @throws where they hold none */
export function parseRevocations(bytes: Buffer): readonly CertificateRevocationList[] {
  const found = [...bytes.toString('latin1').matchAll(PEM)].map(([, body]) => Buffer.from(body ?? '', 'base64'));
  return (found.length > 0 ? found : [bytes]).map((der) => CertificateRevocationList.fromBER(der));
}

export interface Revocations {
  readonly lists: readonly CertificateRevocationList[];
  /** By the wall clock. */
  readonly now: Date;
}

/**
 * Why one of these certificates says nothing any more; null where no list speaks against any.
 * @param path from a person's certificate to the trusted one, each issued by the next
 */
export async function revocationFault(path: readonly Certificate[], revocations: Revocations): Promise<string | null> {
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1];
    const fault = issuer === undefined ? null : await faultOf(certificate, issuer, revocations);
    if (fault !== null) return fault;
  }
  return null;
}

async function faultOf(
  certificate: Certificate,
  issuer: Certificate,
  { lists, now }: Revocations,
): Promise<string | null> {
  const named = lists.filter((list) => list.issuer.isEqual(issuer.subject));
  if (named.length === 0) return null;
  const own: CertificateRevocationList[] = [];
  for (const list of named) if (await isOf(list, issuer)) own.push(list);
  const name = subjectOf(issuer).find(({ type }) => type === COMMON_NAME)?.text ?? 'its authority';
  if (own.length === 0) return `the revocation list of "${name}" cannot be used`;
  const since = own.map((list) => revokedSince(list, certificate)).find((date) => date !== null);
  if (since) return `its certificate has been revoked (${since.toISOString().slice(0, 10)})`;
  return own.some((list) => isInForce(list, now)) ? null : `the revocation list of "${name}" has expired`;
}

async function isOf(list: CertificateRevocationList, issuer: Certificate): Promise<boolean> {
  const isWhole = (list.crlExtensions?.extensions ?? []).every(
    ({ critical, extnID }) => !critical || UNDERSTOOD.includes(extnID),
  );
  if (!isWhole || !isStrongAlgorithm(list.signatureAlgorithm)) return false;
  try {
    return await list.verify({ issuerCertificate: issuer });
  } catch {
    return false;
  }
}

/** Also by a list that is out of date: nobody is taken off one. */
function revokedSince(
  { revokedCertificates = [] }: CertificateRevocationList,
  { serialNumber }: Certificate,
): Date | null {
  return (
    revokedCertificates.find(({ userCertificate }) => userCertificate.isEqual(serialNumber))?.revocationDate.value ??
    null
  );
}

function isInForce({ thisUpdate, nextUpdate }: CertificateRevocationList, now: Date): boolean {
  return thisUpdate.value <= now && (nextUpdate === undefined || nextUpdate.value >= now);
}
