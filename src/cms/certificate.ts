/** What a certificate (X.509, RFC 5280) says of itself: whose it is, what its key is worth, what it may be used for. */
import { ObjectIdentifier } from 'asn1js';
import { Certificate, GeneralName, RSAPublicKey, RSASSAPSSParams, type AlgorithmIdentifier } from 'pkijs';

export type { Certificate } from 'pkijs';

const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';
const ALTERNATIVE_NAMES = '2.5.29.17';
const RFC822_NAME = 1;
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** emailProtection (RFC 8550 §4.4.4), and any. */
const FOR_MAIL = ['1.3.6.1.5.5.7.3.4', '2.5.29.37.0'];
/** digitalSignature and nonRepudiation: the first two bits. */
const SIGNS = 0b1100_0000;
const CERT_SIGN = 0b0000_0100;
/** By this file, and by the library that judges a path: names, uses, constraints, policies. */
const UNDERSTOOD = [14, 15, 17, 18, 19, 30, 31, 32, 33, 35, 36, 37, 46, 54].map((last) => `2.5.29.${last}`);
const RSA = '1.2.840.113549.1.1.1';
const PSS = '1.2.840.113549.1.1.10';
const EC = '1.2.840.10045.2.1';
const CURVES = ['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35'];
const LEAST_RSA_BITS = 2048;
/** Longer ones take long to check and are nobody's. */
const MOST_RSA_BITS = 8192;
const MOST_EXPONENT_BYTES = 8;
/** SHA-256, -384 and -512. */
export const STRONG_DIGESTS: readonly string[] = [
  '2.16.840.1.101.3.4.2.1',
  '2.16.840.1.101.3.4.2.2',
  '2.16.840.1.101.3.4.2.3',
];
/** The same with RSA and ECDSA. */
const STRONG_SIGNATURES: readonly string[] = [
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
];

/** Every certificate in PEM that these texts hold. @throws where one of them is none */
export function parseCertificates(pems: readonly string[]): readonly Certificate[] {
  return pems.flatMap((pem) =>
    [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)].map(([, body]) =>
      Certificate.fromBER(Buffer.from(body ?? '', 'base64')),
    ),
  );
}

export interface NamePart {
  /** Object identifier. */
  readonly type: string;
  readonly text: string;
}

const MOST_TEXT = 200;

export function subjectOf(certificate: Certificate): readonly NamePart[] {
  return certificate.subject.typesAndValues.map(({ type, value }) => ({
    type,
    text: String(value.valueBlock.value).slice(0, MOST_TEXT),
  }));
}

/** Lower-case; those of the alternative names, and only where there are none that of the subject (RFC 8550 §3). */
export function addressesOf(certificate: Certificate): readonly string[] {
  const names: unknown = parsed(certificate, ALTERNATIVE_NAMES);
  const listed: readonly unknown[] = hasField(names, 'altNames') && Array.isArray(names.altNames) ? names.altNames : [];
  const addresses = listed.flatMap((one) =>
    one instanceof GeneralName && one.type === RFC822_NAME && typeof one.value === 'string' ? [one.value] : [],
  );
  const subject = subjectOf(certificate).flatMap(({ type, text }) => (type === EMAIL_ADDRESS ? [text] : []));
  return (addresses.length > 0 ? addresses : subject).map((address) => address.toLowerCase());
}

/** RSA of 2048 bits or more, or one of the usual curves. */
export function hasStrongKey({ subjectPublicKeyInfo: key }: Certificate): boolean {
  const { algorithmId } = key.algorithm;
  const curve: unknown = key.algorithm.algorithmParams;
  if (algorithmId === EC) return curve instanceof ObjectIdentifier && CURVES.includes(curve.getValue());
  return (algorithmId === RSA || algorithmId === PSS) && isStrongRsa(key.subjectPublicKey.valueBlock.valueHexView);
}

function isStrongRsa(key: Uint8Array): boolean {
  try {
    const { modulus, publicExponent } = RSAPublicKey.fromBER(key);
    const bits = bitsOf(modulus.valueBlock.valueHexView);
    const exponent = publicExponent.valueBlock.valueHexView.length;
    return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS && exponent <= MOST_EXPONENT_BYTES;
  } catch {
    return false;
  }
}

function bitsOf(number: Uint8Array): number {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (number.length - first) * 8 - Math.clz32(number[first] ?? 0) + 24;
}

/** Made with nothing weaker than SHA-256. */
export function isStrongAlgorithm(algorithm: AlgorithmIdentifier): boolean {
  if (algorithm.algorithmId !== PSS) return STRONG_SIGNATURES.includes(algorithm.algorithmId);
  try {
    const { hashAlgorithm } = new RSASSAPSSParams({ schema: algorithm.algorithmParams });
    return STRONG_DIGESTS.includes(hashAlgorithm.algorithmId);
  } catch {
    return false;
  }
}

/** A person's, for signing mail: no authority, and no use that leaves it out. */
export function maySignMail(certificate: Certificate): boolean {
  if (isAuthority(certificate) || !isUnderstood(certificate)) return false;
  const usage = usageBits(certificate);
  if (usage !== null && (usage & SIGNS) === 0) return false;
  const purposes: unknown = parsed(certificate, EXTENDED_KEY_USAGE);
  if (!hasField(purposes, 'keyPurposes')) return true;
  return Array.isArray(purposes.keyPurposes) && purposes.keyPurposes.some((one) => FOR_MAIL.includes(String(one)));
}

/** Nothing in it must be understood and is not (RFC 5280 §4.2). */
export function isUnderstood({ extensions }: Certificate): boolean {
  return (extensions ?? []).every(({ critical, extnID }) => !critical || UNDERSTOOD.includes(extnID));
}

/** It may have issued others. */
export function isAuthority(certificate: Certificate): boolean {
  const constraints: unknown = parsed(certificate, BASIC_CONSTRAINTS);
  const usage = usageBits(certificate);
  return hasField(constraints, 'cA') && constraints.cA === true && (usage === null || (usage & CERT_SIGN) !== 0);
}

/** How many authorities may stand between it and the person's; null where it does not say. */
export function mostBelow(certificate: Certificate): number | null {
  const constraints: unknown = parsed(certificate, BASIC_CONSTRAINTS);
  return hasField(constraints, 'pathLenConstraint') && typeof constraints.pathLenConstraint === 'number'
    ? constraints.pathLenConstraint
    : null;
}

/** The first octet of the key's uses; null where it does not say. */
function usageBits(certificate: Certificate): number | null {
  const usage: unknown = parsed(certificate, KEY_USAGE);
  if (!hasField(usage, 'valueBlock') || !hasField(usage.valueBlock, 'valueHexView')) return null;
  const { valueHexView: bytes } = usage.valueBlock;
  return bytes instanceof Uint8Array ? (bytes[0] ?? 0) : null;
}

function parsed({ extensions }: Certificate, id: string): unknown {
  return extensions?.find(({ extnID }) => extnID === id)?.parsedValue;
}

function hasField<Name extends string>(value: unknown, name: Name): value is Readonly<Record<Name, unknown>> {
  return typeof value === 'object' && value !== null && name in value;
}
