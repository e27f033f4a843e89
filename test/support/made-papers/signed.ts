/**
 * Signatures by OpenSSL (CMS, detached) with authorities made on the spot. A second signature is an incremental update written by hand.
 * The authority changes with each run: papers signed anew go together with the root that is written beside them.
 */
import { existsSync } from 'node:fs';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import type { Kit } from './kit.ts';

const ROOM = 12_000;
const OPEN_RANGE = '[ 0 9999999999 9999999999 9999999999 ]';
const LONG = ['20250101000000Z', '20401231000000Z'] as const;
const OVER = ['20200101000000Z', '20220101000000Z'] as const;

const PEOPLE = {
  rina: { name: 'Rina Oktaviani, S.E., M.M.', nip: '197608231999022011', root: 'root', valid: LONG },
  lama: { name: 'Rina Oktaviani, S.E., M.M.', nip: '197608231999022011', root: 'root', valid: OVER },
  dodi: { name: 'Dodi Pratama', nip: '199105052014021003', root: 'root', valid: LONG },
  'asing-rina': { name: 'Rina Oktaviani', nip: '197608231999022011', root: 'asing', valid: LONG },
  yusuf: { name: 'Yusuf Hidayat', nip: '198703022011011005', root: 'root', valid: LONG },
  budi: { name: 'Budi Santoso', nip: '198604122010121003', root: 'root', valid: LONG },
} as const;
export type Signer = keyof typeof PEOPLE;

export function rootOf(kit: Kit): Buffer {
  makeAuthorities(kit);
  return kit.read('root.pem');
}

export async function signed(kit: Kit, pdf: Uint8Array, field: string, by: Signer): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    M: PDFString.of("D:20261123100000+07'00'"),
  });
  const range = PDFArray.withContext(context);
  for (const number of [0, 9_999_999_999, 9_999_999_999, 9_999_999_999]) range.push(PDFNumber.of(number));
  signature.set(PDFName.of('ByteRange'), range);
  signature.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(ROOM)));
  const { acroForm } = document.getForm();
  const [found] = acroForm.getAllFields().find(([one]) => one.getFullyQualifiedName() === field) ?? [];
  if (found === undefined) throw new Error(`there is no field ${field}`);
  found.dict.set(PDFName.of('V'), context.register(signature));
  acroForm.dict.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  const saved = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  return filledIn(kit, Buffer.from(saved), by);
}

export async function signedAgain(kit: Kit, pdf: Buffer, field: string, by: Signer): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const found = document
    .getForm()
    .acroForm.getAllFields()
    .find(([one]) => one.getFullyQualifiedName() === field);
  if (found === undefined) throw new Error(`there is no field ${field}`);
  const [{ dict }, { objectNumber }] = found;
  const next = document.context.largestObjectNumber + 1;
  dict.set(PDFName.of('V'), PDFString.of('@@'));
  const value = dict.toString().replace('(@@)', `${next} 0 R`);
  const contents = `/ByteRange ${OPEN_RANGE} /Contents <${'0'.repeat(ROOM)}>`;
  const objects = [
    { number: objectNumber, body: value },
    { number: next, body: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${contents} >>` },
  ];
  return filledIn(kit, withUpdate(pdf, objects, String(document.context.trailerInfo.Root)), by);
}

/** New objects behind a file, with a table of their own. */
export function withUpdate(
  pdf: Buffer,
  objects: readonly { readonly number: number; readonly body: string }[],
  root: string,
): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))?.[1] ?? '0';
  let out = Buffer.concat([pdf, Buffer.from('\n')]);
  const table = objects.map(({ number, body }) => {
    const at = String(out.length).padStart(10, '0');
    out = Buffer.concat([out, Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1')]);
    return `${number} 1\n${at} 00000 n \n`;
  });
  const size = Math.max(...objects.map(({ number }) => number)) + 1;
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${out.length}\n%%EOF\n`;
  return Buffer.concat([out, Buffer.from(`xref\n${table.join('')}${trailer}`, 'latin1')]);
}

function filledIn(kit: Kit, pdf: Buffer, by: Signer): Buffer {
  makeAuthorities(kit);
  const start = pdf.lastIndexOf(`<${'0'.repeat(ROOM)}>`);
  const end = start + ROOM + 2;
  const at = pdf.lastIndexOf(OPEN_RANGE);
  if (at < 0 || start < 0) throw new Error('there is no room for a signature');
  pdf.write(`[ 0 ${start} ${end} ${pdf.length - end} ]`.padEnd(OPEN_RANGE.length), at, 'latin1');
  const data = kit.place('data', Buffer.concat([pdf.subarray(0, start), pdf.subarray(end)]));
  const keys = ['-signer', kit.place(`${by}.pem`), '-inkey', kit.place(`${by}.key`)];
  kit.run(
    'openssl',
    'cms',
    '-sign',
    '-binary',
    '-in',
    data,
    ...keys,
    '-outform',
    'DER',
    '-out',
    kit.place('sig'),
    '-md',
    'sha256',
  );
  pdf.write(kit.read('sig').toString('hex'), start + 1, 'latin1');
  return pdf;
}

function makeAuthorities(kit: Kit): void {
  if (existsSync(kit.place('root.pem'))) return;
  for (const [file, name] of [
    ['root', 'CA Percobaan Loket'],
    ['asing', 'CA Lain'],
  ] as const) {
    const out = ['-keyout', kit.place(`${file}.key`), '-out', kit.place(`${file}.pem`)];
    const about = ['-days', '7300', '-subj', `/C=ID/O=Contoh/CN=${name}`, '-set_serial', '1'];
    kit.run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...out, ...about);
  }
  Object.entries(PEOPLE).forEach(([file, person], index) =>
    certify(kit, file, { ...person, serial: String(11 + index) }),
  );
}

interface Certified {
  readonly name: string;
  readonly nip: string;
  readonly root: string;
  readonly valid: readonly [string, string];
  readonly serial: string;
}

function certify(kit: Kit, file: string, { name, nip, root, valid, serial }: Certified): void {
  const subject = `/C=ID/O=Kementerian Contoh/CN=${name}/serialNumber=${nip}`;
  const request = ['-keyout', kit.place(`${file}.key`), '-out', kit.place(`${file}.csr`), '-subj', subject];
  kit.run('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', ...request);
  const index = kit.place('index.txt', '');
  const numbers = kit.place('serial', `${serial}\n`);
  const lines = [
    '[ca]',
    'default_ca=x',
    '[x]',
    `new_certs_dir=${kit.place('.')}`,
    `database=${index}`,
    `serial=${numbers}`,
    'default_md=sha256',
    'policy=p',
    'x509_extensions=e',
    'unique_subject=no',
    '[p]',
    'countryName=optional',
    'organizationName=optional',
    'commonName=supplied',
    'serialNumber=optional',
    '[e]',
    'basicConstraints=CA:FALSE',
    'keyUsage=digitalSignature,nonRepudiation',
  ];
  const settings = kit.place('ca.cnf', `${lines.join('\n')}\n`);
  const from = [
    '-cert',
    kit.place(`${root}.pem`),
    '-keyfile',
    kit.place(`${root}.key`),
    '-out',
    kit.place(`${file}.pem`),
  ];
  const dates = ['-startdate', valid[0], '-enddate', valid[1]];
  kit.run(
    'openssl',
    'ca',
    '-batch',
    '-notext',
    '-config',
    settings,
    '-in',
    kit.place(`${file}.csr`),
    ...from,
    ...dates,
  );
}
