/**
 * Signatures of PDFs (CMS, RFC 5652; PAdES): whether the signed bytes are those of the file, who signed, and whether the certificate
 * leads to a root that the office trusts. Checked offline: revocation is not asked for, and nothing is fetched.
 */
import { subjectOf, type Certificate } from '../cms/certificate.ts';
import { isValidAt, pathToTrust } from '../cms/chain.ts';
import {
  certificatesOf,
  isIntact,
  parseSignedData,
  signerOf,
  signingTime,
  type SignedData,
} from '../cms/signed-data.ts';
import type { CertificateState, SignatureReading } from '../parse/document.ts';
import type { AcroField } from './acro-fields.ts';
import { signedBytes } from './signed-bytes.ts';
import { signatureText } from './signature-text.ts';

const COMMON_NAME = '2.5.4.3';
/** Subject attributes that may hold a civil servant's number: serialNumber and userId. */
const NUMBERS = ['2.5.4.5', '0.9.2342.19200300.100.1.1'];
const MOST_SIGNATURES = 10;

export async function readSignatures(
  file: Buffer,
  fields: readonly AcroField[],
  roots: readonly Certificate[],
): Promise<readonly SignatureReading[]> {
  const readings: SignatureReading[] = [];
  for (const field of fields.filter(({ kind }) => kind === 'signature').slice(0, MOST_SIGNATURES)) {
    readings.push(await readSignature(file, field, roots));
  }
  return readings;
}

async function readSignature(
  file: Buffer,
  { name, dict }: AcroField,
  roots: readonly Certificate[],
): Promise<SignatureReading> {
  const nothing = { field: name, coversFile: false, signer: null, signedAt: null, certificate: null };
  const signed = safeBytes(file, dict);
  if (signed.kind !== 'signed') return withText({ ...nothing, state: signed.kind });
  const cms = parseSignedData(signed.signature);
  if (!cms) return withText({ ...nothing, state: 'damaged' });
  const certificate = signerOf(cms);
  const signedAt = signingTime(cms);
  return withText({
    field: name,
    state: certificate ? await isIntact(cms, certificate, signed.data) : 'damaged',
    coversFile: isOnlySpace(file.subarray(signed.end)),
    signer: certificate ? personOf(certificate) : null,
    signedAt: signedAt?.toISOString() ?? null,
    certificate: certificate ? await judge(certificate, cms, { roots, signedAt }) : null,
  });
}

function withText(reading: Omit<SignatureReading, 'text'>): SignatureReading {
  return { ...reading, text: signatureText(reading) };
}

function safeBytes(file: Buffer, dict: AcroField['dict']): ReturnType<typeof signedBytes> {
  try {
    return signedBytes(file, dict);
  } catch {
    return { kind: 'damaged' };
  }
}

function personOf(certificate: Certificate): { readonly name: string; readonly nip: string | null } {
  const subject = subjectOf(certificate);
  const name = subject.find(({ type }) => type === COMMON_NAME)?.text ?? '';
  const numbers = subject.filter(({ type }) => NUMBERS.includes(type)).map(({ text }) => text);
  const nip = [...numbers, name].map((text) => /(?<!\d)\d{18}(?!\d)/.exec(text)?.[0]).find((one) => one !== undefined);
  return { name: name.replace(/\s*\d{18}\s*/, ' ').trim(), nip: nip ?? null };
}

interface Trust {
  readonly roots: readonly Certificate[];
  readonly signedAt: Date | null;
}

async function judge(certificate: Certificate, cms: SignedData, { roots, signedAt }: Trust): Promise<CertificateState> {
  const at = signedAt ?? certificate.notBefore.value;
  if (!isValidAt(certificate, at)) return 'expired';
  if (roots.length === 0) return 'unverifiable';
  const others = certificatesOf(cms).filter((one) => one !== certificate);
  return (await pathToTrust(certificate, { trusted: roots, others, at })) === null ? 'unknown-root' : 'trusted';
}

function isOnlySpace(rest: Buffer): boolean {
  return rest.length < 4 && /^\s*$/.test(rest.toString('latin1'));
}
