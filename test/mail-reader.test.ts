import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMailReader, type MailReader } from '../src/mail-reader.ts';
import { findOcr } from '../src/papers/ocr.ts';
import { buildPdf, completeForm31 } from './papers/form-builder.ts';
import { aMail, aPolicy, readFixture, USUAL_HEADER } from './parse/fixture.ts';

const MIB = 1024 * 1024;
let folder: string;
let reader: MailReader;

const keep = async (name: string, raw: Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, raw);
  return path;
};
const readPaper = (name: string): Buffer => readFileSync(new URL(`../fixtures/papers/${name}`, import.meta.url));
const withAttachment = (bytes: Buffer, filename = 'scan0001.pdf'): Buffer =>
  aMail(
    [...USUAL_HEADER, 'Content-Type: multipart/mixed; boundary=b'],
    `--b\nContent-Type: text/plain\n\nFormulir terlampir.\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=${filename}\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64').replace(/(.{76})/g, '$1\n')}\n--b--`,
  );

/** Name, type and content of each, wherever the content is. */
const contentsOf = async (path: string, sha256s: readonly string[] | null) => {
  const outcome = await reader.extract(path, sha256s);
  const raw = await readFile(path, 'latin1');
  return outcome.kind === 'ok'
    ? outcome.value.map(({ filename, type, content }) => [
        filename,
        type,
        'base64' in content
          ? Buffer.from(raw.slice(content.base64.start, content.base64.end), 'base64')
          : Buffer.from(content.bytes),
      ])
    : outcome;
};

/** A PDF of two megabytes whose object stream unfolds to 400 MB. */
const pdfBomb = (): Buffer => {
  const once = deflateSync(Buffer.alloc(400 * MIB, 0x20), { level: 1 });
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode /Length ${once.length} >>\nstream\n`;
  const rest =
    '\nendstream\nendobj\n2 0 obj\n<< /Type /Catalog /Pages 3 0 R >>\nendobj\n3 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 2 0 R /Size 4 >>\n%%EOF\n';
  return Buffer.concat([Buffer.from(head), once, Buffer.from(rest)]);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-reader-'));
  reader = makeMailReader({ processes: 2, policy: aPolicy() });
});

afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

describe('mail reader', () => {
  it('reads a kept mail in a process of its own', async () => {
    const path = await keep('1.eml', readFixture('gmail-id-kutipan-blockquote'));

    expect(await reader.read(path, false)).toMatchObject({
      kind: 'ok',
      value: { message: { subject: 'Re: Lupa password', machine: null }, papers: [] },
    });
  });

  it('reads lists, archives and office documents as papers', async () => {
    const list = await keep('daftar.eml', withAttachment(readPaper('daftar-akun.xlsx'), 'daftar.xlsx'));
    const archive = await keep('arsip.eml', withAttachment(readPaper('berkas.zip'), 'berkas.zip'));
    const [one, several] = [await reader.read(list, false), await reader.read(archive, false)];

    expect(one).toMatchObject({ value: { papers: [{ type: 'daftar-akun', fields: { jumlah: '3' } }] } });
    expect(several).toMatchObject({
      value: {
        papers: [
          { type: 'form-3.1', within: 'form31.pdf' },
          { type: 'daftar-akun', within: 'daftar.csv' },
        ],
      },
    });
  });

  it('reads the papers of a mail', async () => {
    const path = await keep('2.eml', withAttachment(await buildPdf(completeForm31)));

    expect(await reader.read(path, false)).toMatchObject({
      kind: 'ok',
      value: {
        papers: [
          { filename: 'scan0001.pdf', type: 'form-3.1', problems: [], fields: { 'pemohon.nama': 'Budi Santoso' } },
        ],
      },
    });
  });

  it('hands out attachments only when they are asked for by hash', async () => {
    const content = Buffer.from('isi lampiran');
    const path = await keep('3.eml', withAttachment(content, 'catatan.txt'));
    const outcome = await reader.read(path, false);
    const sha256 = outcome.kind === 'ok' ? (outcome.value.message.attachments[0]?.sha256 ?? '') : '';

    expect(JSON.stringify(outcome)).not.toContain(content.toString('base64'));
    expect(await reader.extract(path, ['f'.repeat(64)])).toEqual({ kind: 'ok', value: [] });
    expect(await contentsOf(path, [sha256, 'f'.repeat(64)])).toEqual([['catatan.txt', 'text/plain', content]]);
  });

  it('says where an attachment lies in the mail, also in a mail that this process has not read', async () => {
    const content = Buffer.alloc(300_000, 'isi lampiran ');
    const path = await keep('span.eml', withAttachment(content, 'besar.txt'));

    const unread = await reader.extract(path, null);
    await reader.read(path, false);

    expect(unread).toMatchObject({ kind: 'ok', value: [{ content: { base64: { start: expect.any(Number) } } }] });
    expect(await reader.extract(path, null)).toEqual(unread);
    expect(await contentsOf(path, null)).toEqual([['besar.txt', 'text/plain', content]]);
  });

  it('hands out the bytes of an attachment that stands in the mail in another form', async () => {
    const path = await keep(
      'qp.eml',
      aMail(
        [...USUAL_HEADER, 'Content-Type: multipart/mixed; boundary=b'],
        '--b\nContent-Type: text/plain\n\nTerlampir.\n--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\nContent-Transfer-Encoding: quoted-printable\n\nnama=3Bnip\n--b--',
      ),
    );
    await reader.read(path, false);

    expect(await contentsOf(path, null)).toEqual([['a.csv', 'text/plain', Buffer.from('nama;nip')]]);
  });

  it('remembers of a mail that it read whether it can go on as it is', async () => {
    const [plain, eightBit] = await Promise.all([
      keep('plain.eml', withAttachment(Buffer.alloc(90_000))),
      keep('8bit.eml', aMail(USUAL_HEADER, 'Pak Andr\u00e9 yth.')),
    ]);

    expect(reader.isSevenBit(plain)).toBeNull();
    await Promise.all([reader.read(plain, false), reader.read(eightBit, false)]);
    expect([plain, eightBit].map((path) => reader.isSevenBit(path))).toEqual([true, false]);
  });

  it('hands out all attachments but the pictures of a signature where none is named', async () => {
    const [logo, file] = await Promise.all([
      keep('8.eml', readFixture('logo-tanda-tangan-inline')),
      keep('9.eml', withAttachment(Buffer.from('isi'), 'catatan.txt')),
    ]);

    expect(await reader.extract(logo, null)).toEqual({ kind: 'ok', value: [] });
    expect(await contentsOf(file, null)).toEqual([['catatan.txt', 'text/plain', Buffer.from('isi')]]);
  });

  it('starts no process to take attachments out of a mail that was read to have none', async () => {
    const path = await keep('none.eml', readFixture('gmail-id-kutipan-blockquote'));
    await reader.read(path, false);
    await rm(path);

    expect(await reader.extract(path, null)).toEqual({ kind: 'ok', value: [] });
  });

  it('reads only the header of a mail that was kept in part', async () => {
    const path = await keep('4.eml', withAttachment(Buffer.alloc(1000)));

    expect(await reader.read(path, true)).toMatchObject({
      kind: 'ok',
      value: { message: { problems: ['too-large'], subject: 'Permohonan reset', attachments: [] } },
    });
  });

  it('says what went wrong when there is no such file', async () => {
    expect(await reader.read(join(folder, 'tidak-ada.eml'), false)).toMatchObject({
      kind: 'threw',
      message: expect.stringContaining('ENOENT'),
    });
  });

  it('answers the sender of a PDF that kills the process, and serves the others meanwhile', async () => {
    const small = makeMailReader({
      processes: 2,
      policy: aPolicy({ maxParseMs: 4000, maxParseMemoryBytes: 150 * MIB }),
    });
    const bomb = await keep('5.eml', withAttachment(pdfBomb(), 'formulir.pdf'));
    const usual = await keep('6.eml', readFixture('gmail-id-kutipan-blockquote'));

    const [killer, ...others] = await Promise.all([
      small.read(bomb, false),
      ...Array.from({ length: 20 }, () => small.read(usual, false)),
    ]);
    await small.close();

    expect(others.map(({ kind }) => kind)).toEqual(others.map(() => 'ok'));
    expect(killer).toMatchObject({
      kind: 'ok',
      value: { message: { text: 'Formulir terlampir.' }, papers: [{ filename: 'formulir.pdf', type: 'unreadable' }] },
    });
    expect(small.isSevenBit(bomb)).toBe(true);
  });

  it('tells a mail that kills the process whatever is left out of it', async () => {
    const tiny = makeMailReader({ processes: 1, policy: aPolicy({ maxParseMemoryBytes: 8 * MIB }) });
    const path = await keep('7.eml', withAttachment(Buffer.alloc(30 * MIB, 7), 'besar.bin'));

    const outcome = await tiny.read(path, false);
    await tiny.close();

    expect(outcome).toEqual({ kind: 'died', why: 'memory' });
  });
});

describe.skipIf(findOcr() === null)('a scan without a text layer', () => {
  it('is read beside the other mails, and known by its words', async () => {
    const scans = makeMailReader({ processes: 1, policy: { ...aPolicy(), papers: { roots: [], ocr: true } } });
    const scan = await keep('pindai.eml', withAttachment(readPaper('IMG_20261123.jpg'), 'IMG_1.jpg'));
    const plain = await keep('biasa.eml', readFixture('gmail-id-kutipan-blockquote'));
    const done: string[] = [];
    const slow: string[] = [];
    await Promise.all([
      scans
        .read(scan, false, () => slow.push('scan'))
        .then((outcome) => done.push(outcome.kind === 'ok' ? `scan ${outcome.value.papers[0]?.type}` : 'lost')),
      scans.read(plain, false).then(() => done.push('plain')),
    ]);
    await scans.close();

    expect(slow).toEqual(['scan']);
    expect(done).toEqual(['plain', 'scan form-3.1']);
  }, 60_000);
});
