/**
 * Whether an S/MIME signature (RFC 8550, RFC 8551) proves that the owner of an address has signed these bytes: intact, by one signer, with
 * nothing weak, at a time that he says, with a certificate for mail that leads to an authority which the deployment trusts.
 */
import { addressesOf, hasStrongKey, isStrongAlgorithm, maySignMail, parseCertificates } from '../cms/certificate.ts';
import type { Certificate } from '../cms/certificate.ts';
import { isValidAt, pathToTrust } from '../cms/chain.ts';
import {
  certificatesOf,
  fingerprintOf,
  isIntact,
  isPlain,
  isStrong,
  signerOf,
  signingTime,
  type SignedData,
} from '../cms/signed-data.ts';
import { revocationFault, type Revocations } from '../cms/revocation.ts';
import type { EpochMs } from '../shared/time.ts';

export type Verdict =
  | {
      readonly kind: 'signed';
      /** Lower-case; not empty. */
      readonly addresses: readonly string[];
      readonly signedAt: EpochMs;
      readonly fingerprint: string;
    }
  | Unproven;

export interface Unproven {
  readonly kind: 'unproven';
  /** English, for the trace. */
  readonly why: string;
}

export const unproven = (why: string): Unproven => ({ kind: 'unproven', why });

export interface Trusted {
  /** Certificates in PEM. */
  readonly authorities: readonly string[];
  /** Null where the lists cannot be read. */
  readonly revocations: Revocations | null;
}

/** @param data what was signed apart; null where the signature carries it */
export async function judgeSigner(
  cms: SignedData,
  data: Buffer | null,
  { authorities, revocations }: Trusted,
): Promise<Verdict> {
  if (authorities.length === 0) return unproven('no authority is trusted here');
  if (!isPlain(cms)) return unproven('it is not made by one signer over attributes of its own');
  if (!isStrong(cms)) return unproven('its digest is weaker than SHA-256');
  const certificate = signerOf(cms);
  const signedAt = signingTime(cms);
  if (certificate === null) return unproven('the certificate of its signer did not come along');
  if (signedAt === null) return unproven('it does not say when it was made');
  const state = hasStrongKey(certificate) ? await isIntact(cms, certificate, data) : 'weak';
  if (state !== 'intact') return unproven(STATES[state]);
  const fault = await faultOf(certificate, { cms, authorities, revocations, at: signedAt });
  if (fault !== null) return unproven(fault);
  return {
    kind: 'signed',
    addresses: addressesOf(certificate),
    signedAt: signedAt.getTime(),
    fingerprint: fingerprintOf(cms, certificate),
  };
}

const STATES: Readonly<Record<'weak' | 'changed' | 'damaged', string>> = {
  weak: 'its key is weaker than RSA of 2048 bits',
  changed: 'what it signs has been changed',
  damaged: 'it is damaged',
};

interface Judged extends Trusted {
  readonly cms: SignedData;
  readonly at: Date;
}

async function faultOf(
  certificate: Certificate,
  { cms, authorities, revocations, at }: Judged,
): Promise<string | null> {
  if (addressesOf(certificate).length === 0) return 'its certificate names no address';
  if (!maySignMail(certificate)) return 'its certificate is not for signing mail';
  if (!isValidAt(certificate, at)) return 'its certificate was not valid when it was made';
  const trusted = parseCertificates(authorities);
  const others = certificatesOf(cms).filter((one) => one !== certificate);
  const path = await pathToTrust(certificate, { trusted, others, at });
  if (path === null) return 'its certificate leads to no authority that is trusted here';
  const isWeak = path.slice(0, -1).some(({ signatureAlgorithm }) => !isStrongAlgorithm(signatureAlgorithm));
  if (isWeak) return 'its certificate was issued with a digest weaker than SHA-256';
  return revocations === null ? 'the revocation lists cannot be read' : revocationFault(path, revocations);
}
