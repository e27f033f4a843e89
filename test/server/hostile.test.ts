/** Mails that cost too much, among everyday ones: those are answered in time, these by a person, and the daemon keeps its size. */
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  eventually,
  headerOf,
  memoriesOf,
  openDesk,
  plainRequest,
  requestId,
  SAMPLE_DIRECTORY,
  type Desk,
} from '../support/desk.ts';
import { DONE } from '../support/watch.ts';
import { writeMail } from '../support/write-mail.ts';

const MIB = 1024 * 1024;
const USUAL = 50;
const IN_TIME_MS = 30_000;

const HOSTILE: Readonly<Record<string, () => string>> = {
  'besar-25mb': () => attached('besar-25mb', 'data.bin', Buffer.alloc(25 * MIB, 'isi lampiran ')),
  'bersarang-60': () => raw('bersarang-60', [...nested(60)]),
  'bagian-300': () => raw('bagian-300', many(300)),
  'header-1mb': () => raw('header-1mb', ['Content-Type: text/plain', '', 'mohon reset password'], [long(MIB)]),
  'pdf-tanpa-akhir': () => attached('pdf-tanpa-akhir', 'formulir.pdf', endlessPdf()),
  'pdf-memori': () => attached('pdf-memori', 'surat.pdf', swellingPdf()),
  mematikan: () => raw('mematikan', deadly()),
};
/** What a program can read, if it takes its time. */
const READABLE = ['besar-25mb', 'pdf-tanpa-akhir', 'pdf-memori'];

describe('hostile mails among fifty usual ones', () => {
  const names = Object.keys(HOSTILE);
  let desk: Desk;
  let base = 0;
  let most = 0;
  let peak = '';
  let delivered = 0;

  beforeAll(async () => {
    desk = await openDesk({ directory: SAMPLE_DIRECTORY, config: { limits: { max_parse_ms: 10_000 } } });
    await desk.start();
    // The base is what everyday work takes.
    await desk.deliver(Array.from({ length: USUAL }, (_, index) => plainRequest(1_000 + index)));
    await desk.settled(USUAL);
    base = memoriesOf(desk.daemon.pid()).reduce((total, each) => total + each, 0);
    const watching = setInterval(() => {
      const now = memoriesOf(desk.daemon.pid());
      const sum = now.reduce((total, each) => total + each, 0);
      if (sum <= most) return;
      most = sum;
      peak = now.map((each) => Math.round(each / MIB)).join(' + ');
    }, 50);
    const usual = Array.from({ length: USUAL }, (_, index) => plainRequest(index + 1));
    const mixed = [...names.map((name) => HOSTILE[name]?.() ?? ''), ...usual];
    await desk.deliver(mixed);
    delivered = Date.now();
    await eventually(
      () => answered(desk, requestId(USUAL)) && usual.every((_, i) => answered(desk, requestId(i + 1))),
      60_000,
      'usual mails answered',
    );
    const usualAfter = Date.now() - delivered;
    await desk.settled(mixed.length + USUAL, 180_000);
    clearInterval(watching);
    console.log(
      `usual mails answered after ${usualAfter} ms, all after ${Date.now() - delivered} ms; ` +
        `memory ${Math.round(base / MIB)} MiB, at most ${Math.round((most - base) / MIB)} MiB more (${peak})`,
    );
  });
  afterAll(async () => {
    await desk.close();
  });

  it('answers the usual ones in time', () => {
    const last = Math.max(...Array.from({ length: USUAL }, (_, index) => answeredAt(desk, requestId(index + 1))));

    expect(last - delivered).toBeLessThan(IN_TIME_MS);
  });

  it.each(names)('gives %s a number and one letter', (name) => {
    const book = desk.books().find(({ messageId }) => messageId === idOf(name));

    expect(book).toMatchObject({ state: 'decided', disposition: 'accept', tickets: 1, movedTo: DONE });
    expect(book?.letters).toHaveLength(1);
    expect(desk.answersTo(idOf(name)).filter(({ to }) => to.includes('dadang.sutisna@kemenkeu.example'))).toHaveLength(
      1,
    );
  });

  it.each(names.filter((name) => !READABLE.includes(name)))('hands %s to the desk with the raw mail', (name) => {
    const book = desk.books().find(({ messageId }) => messageId === idOf(name));
    const toDesk = desk.smtp.letters.find(
      (letter) => letter.to.includes('meja-layanan@kemenkeu.example') && letter.raw.includes(name),
    );

    expect(book?.letters).toEqual(['requester.held']);
    expect(toDesk?.raw).toMatch(/^Content-Type: (message\/rfc822|application\/octet-stream)/m);
    expect(headerOf(toDesk?.raw ?? '', 'content-type')).toMatch(/^multipart\/mixed/);
  });

  it('has met what never ends and what takes all memory', () => {
    expect(desk.daemon.log()).toMatch(/"why":"time"/);
    expect(desk.daemon.log()).toMatch(/"why":"memory"/);
    expect(desk.daemon.log()).toContain('the others go on');
  });

  it('stays under 300 MB over its base, all processes together', () => {
    expect((most - base) / MIB).toBeLessThan(300);
  });

  it('takes the next mail as if nothing had been', async () => {
    const began = Date.now();
    await desk.deliver([plainRequest(900)]);
    await eventually(() => answered(desk, requestId(900)), 10_000, 'answer');

    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

function answered(desk: Desk, messageId: string): boolean {
  return desk.answersTo(messageId).length > 0;
}

function answeredAt(desk: Desk, messageId: string): number {
  return desk.answersTo(messageId)[0]?.at ?? Infinity;
}

function idOf(name: string): string {
  return `${name}@contoh.example`;
}

const FROM = { name: 'Dadang Sutisna', address: 'dadang.sutisna@kemenkeu.example' };

function attached(name: string, filename: string, content: Uint8Array): string {
  return writeMail({
    from: FROM,
    cc: ['asep.hidayatulloh@kemenkeu.example'],
    subject: `Permohonan reset password ${name}`,
    text: 'Mohon reset password email saya, formulir terlampir.',
    messageId: idOf(name),
    attachments: [{ filename, type: 'application/octet-stream', content }],
  });
}

function raw(name: string, rest: readonly string[], more: readonly string[] = []): string {
  const head = [
    `From: ${FROM.name} <${FROM.address}>`,
    'To: servicedesk@kemenkeu.example',
    `Subject: Permohonan ${name}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${idOf(name)}>`,
    'MIME-Version: 1.0',
  ];
  return [...head, ...more, ...rest, ''].join('\r\n');
}

function* nested(depth: number): Generator<string> {
  for (let level = 0; level < depth; level += 1)
    yield* [`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`];
  yield* ['Content-Type: text/plain', '', 'mohon reset password'];
  for (let level = depth - 1; level >= 0; level -= 1) yield `--b${level}--`;
}

function many(parts: number): string[] {
  const part = ['--b', 'Content-Type: text/plain', '', 'mohon reset password'];
  return [
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...Array.from({ length: parts }, () => part).flat(),
    '--b--',
  ];
}

function long(bytes: number): string {
  return `X-Panjang: ${'kata '.repeat(Math.ceil(bytes / 5 / 15)).replace(/(?:kata ){15}/g, '$&\r\n ')}${'kata '.repeat(bytes / 5)}`;
}

/** A page that shows a form four thousand times, and the form another one: seconds for a viewer, sixteen million drawings. */
function endlessPdf(): Buffer {
  const stream = (head: string, content: string): string =>
    `<<${head}/Length ${content.length}>>stream\n${content}\nendstream endobj`;
  const form = '/Type/XObject/Subtype/Form/BBox[0 0 9 9]';
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>endobj',
      `4 0 obj${stream('', '/X Do '.repeat(DRAWN))}`,
      '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      `6 0 obj${stream(`${form}/Resources<</XObject<</Y 7 0 R>>>>`, '/Y Do '.repeat(DRAWN))}`,
      `7 0 obj${stream(`${form}/Resources<</Font<</F 5 0 R>>>>`, 'BT /F 12 Tf (x) Tj ET')}`,
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
  );
}

/** Each drawing draws so many: few enough for a chart, and millions in all. */
const DRAWN = 4_000;

/** Two megabytes whose object stream unfolds to 400 MB. */
function swellingPdf(): Buffer {
  const stream = deflateSync(Buffer.alloc(400 * MIB, 0x20), { level: 1 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`,
    ),
    stream,
    Buffer.from(
      '\nendstream\nendobj\n2 0 obj\n<< /Type /Catalog /Pages 3 0 R >>\nendobj\n3 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 2 0 R /Size 4 >>\n%%EOF\n',
    ),
  ]);
}

/** Encoded text whose decoding takes twenty times its size. */
function deadly(): string[] {
  const type = ['Content-Type: text/plain; charset=gb18030', 'Content-Transfer-Encoding: quoted-printable', ''];
  return [...type, `${'=E4=BD=A0'.repeat(25)}=\r\n`.repeat(150_000)];
}
