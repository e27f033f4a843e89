/**
 * Signs a field of a PDF as people's programs do (PAdES: a detached CMS, RFC 5652, in an incremental update), with a certificate made on
 * the spot. What was signed before stays as it was.
 */
import { webcrypto } from 'node:crypto';
import { Integer, OctetString, ObjectIdentifier, PrintableString, UTCTime, Utf8String } from 'asn1js';
import { PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import {
  AttributeTypeAndValue,
  Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  setEngine,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

export interface Signer {
  readonly name: string;
  readonly nip: string;
}

const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** Bytes kept free for the signature. */
const ROOM = 4096;

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto }));

/** @param field name of the signature field, such as `penyetuju.ttd` */
export async function signPdf(
  bytes: Uint8Array,
  field: string,
  signer: Signer,
  at = new Date('2026-11-23T03:00:00Z'),
): Promise<Buffer> {
  const plain = await plainPdf(bytes);
  const text = await updateFor(plain, field);
  const file = Buffer.concat([plain, Buffer.from(text, 'latin1')]);
  const start = file.indexOf('/Contents <', plain.length) + '/Contents '.length;
  const end = start + 2 * ROOM + 2;
  const range = `[0 ${start} ${end} ${file.length - end}]`.padEnd(RANGE.length);
  file.write(range, file.indexOf(RANGE, plain.length), 'latin1');
  const signed = Buffer.concat([file.subarray(0, start), file.subarray(end)]);
  const cms = await signatureOf(signed, signer, at);
  if (cms.length > ROOM) throw new Error(`no room for a signature of ${cms.length} bytes`);
  file.write(cms.toString('hex'), start + 1, 'latin1');
  return file;
}

const RANGE = '[0 0000000000 0000000000 0000000000]';

/** Once with a plain table of its objects; what is signed already is left alone. */
async function plainPdf(bytes: Uint8Array): Promise<Buffer> {
  const file = Buffer.from(bytes);
  if (file.includes('/Type /Sig') || file.lastIndexOf('\nxref') > file.lastIndexOf('/ObjStm')) return file;
  return Buffer.from(await (await PDFDocument.load(file, { updateMetadata: false })).save({ useObjectStreams: false }));
}

/** The field with its value, and the signature's place, as new objects behind the file. */
async function updateFor(file: Buffer, field: string): Promise<string> {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  const { dict, ref } = document.getForm().getSignature(field).acroField;
  const number = document.context.largestObjectNumber + 1;
  dict.set(PDFName.of('V'), PDFRef.of(number));
  const objects: readonly (readonly [number, string])[] = [
    [ref.objectNumber, dict.toString()],
    [
      number,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ${RANGE} /Contents <${'0'.repeat(2 * ROOM)}> >>`,
    ],
  ];
  let text = '\n';
  const places = objects.map(([id, body]) => {
    const at = file.length + text.length;
    text += `${id} 0 obj\n${body}\nendobj\n`;
    return [id, at] as const;
  });
  const table = file.length + text.length;
  const entries = places.map(([id, at]) => `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-200).toString('latin1'))?.[1] ?? '0';
  const root = document.context.trailerInfo.Root?.toString() ?? '';
  text += `xref\n${entries}trailer\n<< /Size ${number + 1} /Root ${root} /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`;
  return text;
}

/** The certificate is its own issuer: chains are for other tests. */
async function certificateOf({ name, nip }: Signer, keys: webcrypto.CryptoKeyPair, at: Date): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: 7 });
  for (const who of [certificate.issuer, certificate.subject]) {
    who.typesAndValues.push(
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: name }) }),
      new AttributeTypeAndValue({ type: SERIAL_NUMBER, value: new PrintableString({ value: nip }) }),
    );
  }
  certificate.notBefore.value = new Date(at.getTime() - YEAR_MS);
  certificate.notAfter.value = new Date(at.getTime() + YEAR_MS);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  return certificate;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

async function signatureOf(data: Buffer, signer: Signer, at: Date): Promise<Buffer> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await certificateOf(signer, keys, at);
  const digest = await webcrypto.subtle.digest('SHA-256', new Uint8Array(data));
  const attribute = (type: string, value: Attribute['values'][number]): Attribute =>
    new Attribute({ type, values: [value] });
  const cms = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
            attribute(SIGNING_TIME, new UTCTime({ valueDate: at })),
            attribute(MESSAGE_DIGEST, new OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
  });
  await cms.sign(keys.privateKey, 0, 'SHA-256', new Uint8Array(data).buffer);
  const content = new ContentInfo({ contentType: SIGNED_DATA, content: cms.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}
