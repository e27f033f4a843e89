/**
 * Whether a certificate leads to one that is trusted (RFC 5280 §6), offline: nothing is fetched; for revocation see
 * revocation.ts. The
 * certificates that came along are anybody's, so one path is sought within bounds first; the library then judges that path alone.
 */
import { CertificateChainValidationEngine, type Certificate } from 'pkijs';
import { hasStrongKey, isAuthority, isUnderstood, mostBelow } from './certificate.ts';

const LONGEST_PATH = 6;
/** Signatures looked at on the way. */
const MOST_CHECKS = 40;

export interface Trust {
  readonly trusted: readonly Certificate[];
  /** Others that came along. */
  readonly others: readonly Certificate[];
  readonly at: Date;
}

/** From the certificate to the trusted one, both included; null where none leads there, or not at that time. */
export async function pathToTrust(certificate: Certificate, trust: Trust): Promise<readonly Certificate[] | null> {
  const search: Search = { ...trust, checks: 0 };
  const path = await seek([certificate], search);
  if (path === null) return null;
  const anchor = path.at(-1);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: anchor === undefined ? [] : [anchor],
    // The certificate to be judged stands last.
    certs: path.slice(0, -1).toReversed(),
    checkDate: trust.at,
  });
  try {
    return (await engine.verify()).result ? path : null;
  } catch {
    return null;
  }
}

interface Search extends Trust {
  checks: number;
}

async function seek(path: readonly Certificate[], search: Search): Promise<readonly Certificate[] | null> {
  const last = path.at(-1);
  if (last === undefined || path.length >= LONGEST_PATH) return null;
  const { trusted, others, at } = search;
  for (const issuer of [...trusted, ...others]) {
    const isTrusted = trusted.includes(issuer);
    const mayBe = last.issuer.isEqual(issuer.subject) && !path.includes(issuer) && mayStandAbove(issuer, { path, at });
    if (!mayBe || !(isTrusted || (hasStrongKey(issuer) && isUnderstood(issuer)))) continue;
    if ((search.checks += 1) > MOST_CHECKS) return null;
    if (!(await hasIssued(issuer, last))) continue;
    const found = isTrusted ? [...path, issuer] : await seek([...path, issuer], search);
    if (found !== null) return found;
  }
  return null;
}

function mayStandAbove(
  issuer: Certificate,
  { path, at }: { readonly path: readonly Certificate[]; readonly at: Date },
): boolean {
  const most = mostBelow(issuer);
  return isAuthority(issuer) && isValidAt(issuer, at) && (most === null || path.length - 1 <= most);
}

export function isValidAt({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return at >= notBefore.value && at <= notAfter.value;
}

async function hasIssued(issuer: Certificate, issued: Certificate): Promise<boolean> {
  try {
    return await issued.verify(issuer);
  } catch {
    return false;
  }
}
