/**
 * Signs a field of a PDF as people's programs do (PAdES: a detached CMS, RFC 5652, in an incremental update), with a certificate made on
 * the spot. What was signed before stays as it was.
 */
import { PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { makeIdentity, signCms } from './certificates.ts';

export interface Signer {
  readonly name: string;
  readonly nip: string;
}

const SERIAL_NUMBER = '2.5.4.5';
/** Bytes kept free for the signature. */
const ROOM = 4096;

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
async function signatureOf(data: Buffer, { name, nip }: Signer, at: Date): Promise<Buffer> {
  const from = new Date(at.getTime() - YEAR_MS);
  const until = new Date(at.getTime() + YEAR_MS);
  return signCms(data, await makeIdentity({ name, subject: { [SERIAL_NUMBER]: nip }, from, until }), { at });
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
