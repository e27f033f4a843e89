/**
 * Signatures of PDFs (CMS, RFC 5652; PAdES): whether the signed bytes are those of the file, who signed, and whether the certificate
 * leads to a root that the office trusts. Checked offline: revocation is not asked for, and nothing is fetched.
 */
import { fromBER } from 'asn1js';
import { Certificate, CertificateChainValidationEngine, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs';
import type { CertificateState, SignatureReading } from '../parse/document.ts';
import type { AcroField } from './acro-fields.ts';
import { signedBytes } from './signed-bytes.ts';
import { signatureText } from './signature-text.ts';

const SIGNING_TIME = '1.2.840.113549.1.9.5';
const COMMON_NAME = '2.5.4.3';
/** Subject attributes that may hold a civil servant's number: serialNumber and userId. */
const NUMBERS = ['2.5.4.5', '0.9.2342.19200300.100.1.1'];
const MOST_SIGNATURES = 10;
const MOST_CERTIFICATES = 20;

export function parseRoots(pems: readonly string[]): readonly Certificate[] {
  return pems.flatMap((pem) =>
    [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)].map(([, body]) =>
      Certificate.fromBER(Buffer.from(body ?? '', 'base64')),
    ),
  );
}

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
  const cms = parseCms(signed.signature);
  if (!cms) return withText({ ...nothing, state: 'damaged' });
  const certificate = signerOf(cms);
  const signedAt = signingTime(cms);
  return withText({
    field: name,
    state: certificate ? await isIntact(cms, signed.data) : 'damaged',
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

function parseCms(bytes: Uint8Array): SignedData | null {
  try {
    const { result, offset } = fromBER(bytes);
    if (offset === -1) return null;
    return new SignedData({ schema: new ContentInfo({ schema: result }).content });
  } catch {
    return null;
  }
}

async function isIntact(cms: SignedData, data: Uint8Array): Promise<SignatureReading['state']> {
  try {
    const intact = await cms.verify({ signer: 0, data: new Uint8Array(data).buffer, checkChain: false });
    return intact ? 'intact' : 'changed';
  } catch (error) {
    // The library throws for a digest that differs, and for algorithms that it does not know.
    return error instanceof Error && /digest/i.test(error.message) ? 'changed' : 'damaged';
  }
}

function certificatesOf(cms: SignedData): Certificate[] {
  return (cms.certificates ?? []).filter((one) => one instanceof Certificate).slice(0, MOST_CERTIFICATES);
}

function signerOf(cms: SignedData): Certificate | null {
  const sid: unknown = cms.signerInfos[0]?.sid;
  const certificates = certificatesOf(cms);
  if (!(sid instanceof IssuerAndSerialNumber)) return certificates.length === 1 ? (certificates[0] ?? null) : null;
  return (
    certificates.find((one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber)) ?? null
  );
}

/** The signer's own claim; no time stamp of a third party is looked at. */
function signingTime(cms: SignedData): Date | null {
  const attribute = cms.signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME);
  const value: unknown = attribute?.values[0];
  if (typeof value !== 'object' || value === null || !('toDate' in value) || typeof value.toDate !== 'function')
    return null;
  const date: unknown = value.toDate();
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date : null;
}

function personOf(certificate: Certificate): { readonly name: string; readonly nip: string | null } {
  const subject = certificate.subject.typesAndValues.map(({ type, value }) => ({
    type,
    text: String(value.valueBlock.value).slice(0, 200),
  }));
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
  if (at < certificate.notBefore.value || at > certificate.notAfter.value) return 'expired';
  if (roots.length === 0) return 'unverifiable';
  const others = certificatesOf(cms).filter((one) => one !== certificate);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...roots],
    // The certificate to be judged stands last.
    certs: [...others, certificate],
    checkDate: at,
  });
  try {
    return (await engine.verify()).result ? 'trusted' : 'unknown-root';
  } catch {
    return 'unknown-root';
  }
}

function isOnlySpace(rest: Buffer): boolean {
  return rest.length < 4 && /^\s*$/.test(rest.toString('latin1'));
}
