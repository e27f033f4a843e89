/** The mails of the bench: real requests as Outlook writes them, each with a text of its own. */
import { randomBytes } from 'node:crypto';

export interface BenchMail {
  readonly raw: Buffer;
}

export type Kind = 'small' | 'mixed';

interface Request {
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
}

/** Open a ticket and send two or three letters each: to the requester, to the team, where it is so to the superior. */
const REQUESTS: readonly Request[] = [
  {
    cc: 'galuh.pramesti',
    subject: 'Reset kata sandi akun domain',
    text: 'Mohon bantuan reset kata sandi akun domain saya karena terkunci setelah cuti.',
  },
  {
    cc: 'dewi.anjarwati',
    subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
    text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
  },
  {
    cc: '',
    subject: 'Internet di lantai 4 mati',
    text: 'Sejak pagi jaringan internet di lantai 4 mati, semua komputer tidak dapat terhubung. Mohon segera diperbaiki.',
  },
  {
    cc: 'nirmala.hapsari',
    subject: 'Email tidak bisa mengirim',
    text: 'Email saya tidak bisa mengirim surat keluar, muncul pesan kesalahan. Mohon bantuannya.',
  },
];

/** Who writes the mails, below the usual people: each one a person, as ten mails alike of one person would get no answer. */
export function benchPeople(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [day, month, serial] = [1 + (index % 28), 1 + (Math.floor(index / 28) % 12), 1 + (index % 999)];
    const digits = (value: number, length: number): string => String(value).padStart(length, '0');
    const nip = `1994${digits(month, 2)}${digits(day, 2)}2019021${digits(serial, 3)}`;
    return `${nip},Pegawai ${index},pegawai${index}@kemenkeu.example,Analis,,PSI-BU-1,Subbagian Tata Usaha dan Kepegawaian Pusintek,198204112006022004,,,,1`;
  });
  return `${rows.join('\n')}\n`;
}

const SMALL_BYTES = 16_000;
const PDF_BYTES = 200_000;
const LARGE_BYTES = 3_000_000;

/** 70 % are of 5 to 20 KB, 20 % carry a PDF of 200 KB, 10 % a picture of 3 MB. */
export function* benchMails(kind: Kind, count: number): Generator<BenchMail> {
  for (let index = 0; index < count; index += 1) {
    const request = REQUESTS[index % REQUESTS.length];
    if (!request) return;
    if (kind === 'small') yield { raw: write(request, index, SMALL_BYTES, []) };
    else yield { raw: write(request, index, 5_000 + ((index * 7919) % 15_000), attachmentsOf(index)) };
  }
}

interface File {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

function attachmentsOf(index: number): readonly File[] {
  const place = index % 10;
  if (place === 9) return [{ name: 'foto-layar.jpg', type: 'image/jpeg', bytes: picture(LARGE_BYTES) }];
  return place >= 7 ? [{ name: 'surat.pdf', type: 'application/pdf', bytes: scannedPdf(PDF_BYTES) }] : [];
}

function picture(bytes: number): Buffer {
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), randomBytes(bytes)]);
}

/** One page that is a picture, as office scanners make them. */
function scannedPdf(bytes: number): Buffer {
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>'),
    streamOf('', Buffer.from('q 595 0 0 842 0 0 cm /I Do Q')),
    streamOf(
      '/Type/XObject/Subtype/Image/Width 400/Height 500/BitsPerComponent 8/ColorSpace/DeviceGray',
      randomBytes(bytes),
    ),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\n`));
  parts.push(Buffer.from(`startxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function streamOf(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

function write(request: Request, index: number, bytes: number, files: readonly File[]): Buffer {
  const text = `Selamat pagi,\r\n\r\n${request.text}\r\nCatatan kantor nomor ${index}.\r\n\r\nTerima kasih.\r\nPegawai ${index}\r\n`;
  const head = [
    `From: Pegawai ${index} <pegawai${index}@kemenkeu.example>`,
    'To: servicedesk@kemenkeu.example',
    ...(request.cc ? [`Cc: ${request.cc}@kemenkeu.example`] : []),
    `Subject: ${request.subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <bench-${index}@kemenkeu.example>`,
    'MIME-Version: 1.0',
    'X-Mailer: Microsoft Outlook 16.0',
  ];
  const both = multipart('alternative', [
    `Content-Type: text/plain; charset="utf-8"\r\n\r\n${text}`,
    `Content-Type: text/html; charset="utf-8"\r\n\r\n${outlookHtml(text, bytes - 1_500)}`,
  ]);
  const body = files.length === 0 ? both : multipart('mixed', [both, ...files.map(attachment)]);
  return Buffer.from(`${head.join('\r\n')}\r\n${body}`);
}

function multipart(kind: string, parts: readonly string[]): string {
  const boundary = `_000_${kind}_`;
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--\r\n`;
}

function attachment({ name, type, bytes }: File): string {
  const disposition = `Content-Disposition: attachment; filename="${name}"`;
  const base64 = bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
  return `Content-Type: ${type}; name="${name}"\r\n${disposition}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
}

/** Outlook's own styles fill most of a mail: so here, up to the size. */
function outlookHtml(text: string, bytes: number): string {
  const paragraphs = text.split('\r\n').map((line) => `<p class=MsoNormal><span lang=IN>${line}<o:p></o:p></span></p>`);
  const body = `<body lang=IN link="#0563C1"><div class=WordSection1>\r\n${paragraphs.join('\r\n')}\r\n</div></body>`;
  const styles: string[] = [];
  for (let index = 0, left = bytes - body.length; left > 0; index += 1) {
    const style = `p.Mso${index}, li.Mso${index} {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}`;
    styles.push(style);
    left -= style.length + 2;
  }
  return `<html><head><style><!--\r\n${styles.join('\r\n')}\r\n--></style></head>\r\n${body}</html>`;
}
