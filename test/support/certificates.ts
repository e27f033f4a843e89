/** Authorities, certificates and signatures (CMS) for tests, made on the spot: no file of keys lies anywhere. */
import { webcrypto } from 'node:crypto';
import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime, Utf8String } from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
  getRandomValues,
  IssuerAndSerialNumber,
  RevokedCertificate,
  setEngine,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
} from 'pkijs';

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto }));

export interface Identity {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface CertificateWish {
  /** Common name. */
  readonly name?: string;
  /** Further parts of the subject, by object identifier. */
  readonly subject?: Readonly<Record<string, string>>;
  /** rfc822Name among the alternative names. */
  readonly addresses?: readonly string[];
  /** Its own issuer where absent. */
  readonly issuer?: Identity;
  readonly from?: Date;
  readonly until?: Date;
  readonly authority?: boolean;
  readonly pathLength?: number;
  /** Object identifiers; no such extension where absent. */
  readonly purposes?: readonly string[];
  /** First octet; no such extension where absent. */
  readonly usage?: number;
  /** A critical extension that nobody knows. */
  readonly strange?: boolean;
  readonly digest?: 'SHA-1' | 'SHA-256' | 'SHA-512';
  readonly keys?: webcrypto.CryptoKeyPair;
}

const COMMON_NAME = '2.5.4.3';
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const STRANGE = '1.3.6.1.4.1.99999.1';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const MIDDLE = Date.parse('2026-11-23T03:00:00Z');

export function ellipticKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

export function rsaKeys(bits = 2048, hash = 'SHA-256', name = 'RSASSA-PKCS1-v1_5'): Promise<webcrypto.CryptoKeyPair> {
  const publicExponent = new Uint8Array([1, 0, 1]);
  return webcrypto.subtle.generateKey({ name, modulusLength: bits, publicExponent, hash }, true, ['sign', 'verify']);
}

export async function makeIdentity(wish: CertificateWish): Promise<Identity> {
  const keys = wish.keys ?? (await ellipticKeys());
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({
    valueHex: getRandomValues(new Uint8Array(8)).map((byte) => byte & 0x7f || 1),
  });
  const subject = { [COMMON_NAME]: wish.name ?? 'Tanpa Nama', ...wish.subject };
  const parts = Object.entries(subject).map(
    ([type, text]) =>
      new AttributeTypeAndValue({
        type,
        value: type === COMMON_NAME ? new Utf8String({ value: text }) : new PrintableString({ value: text }),
      }),
  );
  certificate.subject.typesAndValues.push(...parts);
  certificate.issuer = wish.issuer?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = wish.from ?? new Date(MIDDLE - YEAR_MS);
  certificate.notAfter.value = wish.until ?? new Date(MIDDLE + YEAR_MS);
  certificate.extensions = extensionsOf(wish);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((wish.issuer?.keys ?? keys).privateKey, wish.digest ?? 'SHA-256');
  return { certificate: reread(certificate), keys };
}

export function makeAuthority(wish: CertificateWish = {}): Promise<Identity> {
  return makeIdentity({ name: 'Otoritas Uji', ...wish, authority: true });
}

export function pemOf({ certificate }: Identity): string {
  const base64 = Buffer.from(certificate.toSchema().toBER(false)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

export interface RevocationWish {
  readonly revoked?: readonly Identity[];
  readonly at?: Date;
  /** Absent where null. */
  readonly next?: Date | null;
  /** Signs with other keys than those of the authority. */
  readonly keys?: webcrypto.CryptoKeyPair;
}

/** DER of a revocation list. */
export async function makeRevocations(authority: Identity, wish: RevocationWish = {}): Promise<Buffer> {
  const { revoked = [], at = new Date(MIDDLE - YEAR_MS / 12), next = new Date(MIDDLE + YEAR_MS) } = wish;
  const list = new CertificateRevocationList();
  list.version = 1;
  list.issuer = authority.certificate.subject;
  list.thisUpdate.value = at;
  if (next !== null) list.nextUpdate = new Time({ value: next });
  list.revokedCertificates = revoked.map(
    ({ certificate }) =>
      new RevokedCertificate({ userCertificate: certificate.serialNumber, revocationDate: new Time({ value: at }) }),
  );
  await list.sign((wish.keys ?? authority.keys).privateKey, 'SHA-256');
  return Buffer.from(list.toSchema(true).toBER(false));
}

export interface SigningWish {
  /** Claimed; no such attribute where null. */
  readonly at: Date | null;
  /** Certificates that go along beside the signer's. */
  readonly along?: readonly Identity[];
  readonly digest?: 'SHA-1' | 'SHA-256' | 'SHA-512';
  /** The content goes along. */
  readonly opaque?: boolean;
  /** Signs with other keys than those of the certificate. */
  readonly keys?: webcrypto.CryptoKeyPair;
  /** Another signs, too. */
  readonly second?: Identity;
  readonly bare?: boolean;
}

/** DER of a ContentInfo. */
export async function signCms(data: Uint8Array, signer: Identity, wish: SigningWish): Promise<Buffer> {
  const { digest = 'SHA-256', along = [], opaque = false } = wish;
  const hash = await webcrypto.subtle.digest(digest, new Uint8Array(data));
  const signers = [signer, ...(wish.second ? [wish.second] : [])];
  const cms = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: DATA,
      ...(opaque && { eContent: new OctetString({ valueHex: new Uint8Array(data).buffer }) }),
    }),
    certificates: [...signers, ...along].map(({ certificate }) => certificate),
    signerInfos: signers.map((one) => signerInfoOf(one, hash, wish)),
  });
  for (const [index, one] of signers.entries()) {
    const { privateKey } = (index === 0 ? wish.keys : undefined) ?? one.keys;
    await cms.sign(privateKey, index, digest, new Uint8Array(data).buffer);
  }
  const content = new ContentInfo({ contentType: SIGNED_DATA, content: cms.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}

function signerInfoOf({ certificate }: Identity, hash: ArrayBuffer, { at, bare = false }: SigningWish): SignerInfo {
  const attribute = (type: string, value: Attribute['values'][number]): Attribute =>
    new Attribute({ type, values: [value] });
  const attributes = [
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
    ...(at === null ? [] : [attribute(SIGNING_TIME, new UTCTime({ valueDate: at }))]),
    attribute(MESSAGE_DIGEST, new OctetString({ valueHex: hash })),
  ];
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    ...(!bare && { signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }) }),
  });
}

function extensionsOf(wish: CertificateWish): Extension[] {
  const { addresses, authority, pathLength, purposes, usage, strange } = wish;
  const extensions: Extension[] = [];
  const add = (extnID: string, value: ArrayBuffer, critical = false): void => {
    extensions.push(new Extension({ extnID, critical, extnValue: value }));
  };
  if (authority === true) {
    const limit = pathLength === undefined ? {} : { pathLenConstraint: pathLength };
    add('2.5.29.19', new BasicConstraints({ cA: true, ...limit }).toSchema().toBER(false), true);
  }
  if (addresses) {
    const altNames = addresses.map((value) => new GeneralName({ type: 1, value }));
    add('2.5.29.17', new GeneralNames({ names: altNames }).toSchema().toBER(false));
  }
  if (purposes) add('2.5.29.37', new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema().toBER(false));
  if (usage !== undefined) add('2.5.29.15', new BitString({ valueHex: new Uint8Array([usage]) }).toBER(false), true);
  if (strange === true) add(STRANGE, new Utf8String({ value: 'x' }).toBER(false), true);
  return extensions;
}

/** As it comes out of a file: what its parts mean is known only then. */
function reread(certificate: Certificate): Certificate {
  return Certificate.fromBER(certificate.toSchema(true).toBER(false));
}
