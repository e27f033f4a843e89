/**
 * Signatures as CMS has them (RFC 5652): of PDFs and of mail alike. Whoever wants to know whether these very bytes were signed asks here,
 * and names the certificate that shall have signed them. What is no such thing, or nested beyond bounds, is null; nothing here throws.
 */
import { createHash } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { isStrongAlgorithm, STRONG_DIGESTS } from './certificate.ts';

export type { SignedData } from 'pkijs';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Any bytes: what mails and PDFs sign. */
const DATA = '1.2.840.113549.1.7.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const RSA = '1.2.840.113549.1.1.1';
const MOST_CERTIFICATES = 20;
/** The content may be as large as a mail, in pieces of a kilobyte. */
const BOUNDS = { maxDepth: 60, maxNodes: 20_000, maxContentLength: 48 * 1024 * 1024 };

/** Null where the bytes are something else, such as encrypted data. */
export function parseSignedData(bytes: Uint8Array): SignedData | null {
  try {
    const { result, offset } = fromBER(bytes, BOUNDS);
    if (offset === -1) return null;
    const { contentType, content } = new ContentInfo({ schema: result });
    return contentType === SIGNED_DATA ? new SignedData({ schema: content }) : null;
  } catch {
    return null;
  }
}

/** What it carries within; null where it was signed apart from its content. */
export function contentOf({ encapContentInfo }: SignedData): Buffer | null {
  const { eContent, eContentType } = encapContentInfo;
  return eContent instanceof OctetString && eContentType === DATA ? Buffer.from(eContent.getValue()) : null;
}

export function certificatesOf(cms: SignedData): readonly Certificate[] {
  return (cms.certificates ?? []).filter((one) => one instanceof Certificate).slice(0, MOST_CERTIFICATES);
}

/** The certificate of the first signer, where it came along. */
export function signerOf(cms: SignedData): Certificate | null {
  const sid: unknown = cms.signerInfos[0]?.sid;
  const certificates = certificatesOf(cms);
  if (!(sid instanceof IssuerAndSerialNumber)) return certificates.length === 1 ? (certificates[0] ?? null) : null;
  return (
    certificates.find((one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber)) ?? null
  );
}

/**
 * @param data what was signed apart; null where it is what the signature carries
 * @param certificate from `signerOf`
 */
export async function isIntact(
  cms: SignedData,
  certificate: Certificate,
  data: Uint8Array | null,
): Promise<'intact' | 'changed' | 'damaged'> {
  // The library would look at what is carried within, and not at the data given beside it.
  if ((data === null) !== (cms.encapContentInfo.eContent !== undefined)) return 'damaged';
  const beside = data === null ? {} : { data: new Uint8Array(data).buffer };
  try {
    const { signatureVerified, signerCertificate } = await cms.verify({
      signer: 0,
      checkChain: false,
      extendedMode: true,
      ...beside,
    });
    return signatureVerified === true && signerCertificate === certificate ? 'intact' : 'changed';
  } catch (error) {
    // The library throws for a digest that differs, and for algorithms that it does not know.
    return error instanceof Error && /digest/i.test(error.message) ? 'changed' : 'damaged';
  }
}

/** The signer's own claim; no time stamp of a third party is looked at. */
export function signingTime(cms: SignedData): Date | null {
  const value: unknown = valueOf(cms.signerInfos[0], SIGNING_TIME);
  if (typeof value !== 'object' || value === null || !('toDate' in value) || typeof value.toDate !== 'function')
    return null;
  const date: unknown = value.toDate();
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date : null;
}

/**
 * Made by one signer, over attributes that say each thing once and of the very kind of content (RFC 5652 §5.3, §11), so that nothing but
 * that content can have been meant.
 */
export function isPlain({ signerInfos, encapContentInfo }: SignedData): boolean {
  const [signer, ...more] = signerInfos;
  if (signer === undefined || more.length > 0 || encapContentInfo.eContentType !== DATA) return false;
  const type: unknown = valueOf(signer, CONTENT_TYPE);
  return (
    type instanceof ObjectIdentifier &&
    type.getValue() === DATA &&
    valueOf(signer, MESSAGE_DIGEST) instanceof OctetString
  );
}

/** Made with nothing weaker than SHA-256. */
export function isStrong({ signerInfos }: SignedData): boolean {
  return signerInfos.every(({ digestAlgorithm, signatureAlgorithm }) => {
    const isKeyAlone = signatureAlgorithm.algorithmId === RSA;
    return (
      STRONG_DIGESTS.includes(digestAlgorithm.algorithmId) && (isKeyAlone || isStrongAlgorithm(signatureAlgorithm))
    );
  });
}

/**
 * The same for every copy of one signature, however it is written, and for nothing else: the key, and the attributes that it signed (what
 * and when). A signature's own bytes can be written in several ways.
 */
export function fingerprintOf({ signerInfos }: SignedData, { subjectPublicKeyInfo }: Certificate): string {
  const key = new Uint8Array(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  const signed = new Uint8Array(signerInfos[0]?.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  return createHash('sha256').update(key).update(signed).digest('hex');
}

/** Null also where the attribute stands twice or has several values. */
function valueOf(signer: SignerInfo | undefined, wanted: string): unknown {
  const found = (signer?.signedAttrs?.attributes ?? []).filter(({ type }) => type === wanted);
  const values: readonly unknown[] = found[0]?.values ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : null;
}
