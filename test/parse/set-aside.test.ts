import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Lines } from '../../src/parse/base64-lines.ts';
import { parseMail } from '../../src/parse/parse-message.ts';
import { aMail, aPolicy, USUAL_HEADER } from './fixture.ts';

const wrapped = (content: Buffer, width = 76, newline = '\r\n'): string =>
  content.toString('base64').replace(new RegExp(`.{${width}}`, 'g'), `$&${newline}`);
const bytesOf = (length: number, seed = 1): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 7 + (index >> 8)) & 255));
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const aPart = (head: readonly string[], body: string): string => ['--b', ...head, '', body].join('\r\n');
const aFile = (name: string, body: string, more: readonly string[] = []): string =>
  aPart(
    [
      ...more,
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
    ],
    body,
  );
const withParts = (parts: readonly string[], header = USUAL_HEADER): Buffer =>
  Buffer.concat([
    aMail([...header, 'Content-Type: multipart/mixed; boundary=b'], ''),
    Buffer.from(
      [aPart(['Content-Type: text/plain; charset=utf-8'], 'Mohon reset.'), ...parts, '--b--', ''].join('\r\n'),
    ),
  ]);
const parse = (raw: Buffer) => parseMail(raw, aPolicy(), { keep: () => true, cut: false });

describe('base64 in even lines', () => {
  const decode = (text: string): Buffer | null => {
    const pieces: Buffer[] = [];
    const raw = Buffer.from(`kepala${text}ekor`);
    const isWhole = decodeBase64Lines(raw, { start: 6, end: raw.length - 4 }, (piece) => {
      pieces.push(Buffer.from(piece));
    });
    return isWhole ? Buffer.concat(pieces) : null;
  };

  it('decodes what programs write, whatever its length and the width of its lines', () => {
    const someBytes = fc.record({
      length: fc.integer({ min: 800, max: 130_000 }),
      width: fc.constantFrom(60, 64, 72, 76, 996),
      tail: fc.constantFrom('', '\r\n', '\r\n\r\n'),
    });
    fc.assert(
      fc.property(someBytes, ({ length, width, tail }) => {
        const content = bytesOf(length);

        expect(decode(wrapped(content, width) + tail)?.equals(content)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['one line without end', bytesOf(90_000).toString('base64')],
    ['lines of an odd width', wrapped(bytesOf(90_000), 75)],
    ['line feeds alone', wrapped(bytesOf(90_000), 76, '\n')],
    ['a short line in the middle', wrapped(bytesOf(60_000)).replace(/(.{76})\r\n(.{40})/, '$1\r\n$2\r\n')],
    ['padding in the middle', `${wrapped(bytesOf(45_000 + 1))}\r\n${wrapped(bytesOf(90_000))}`],
    ['other characters', wrapped(bytesOf(90_000)).replace(/(.{76}\r\n.{20})./, '$1*')],
    ['letters of another alphabet', wrapped(bytesOf(90_000)).replace(/(.{76}\r\n.{20})./, '$1_')],
    ['a line that is too long for any server', wrapped(bytesOf(90_000), 1_000)],
    ['nothing', ''],
    ['an unfinished last group', `${wrapped(bytesOf(57 * 900))}QQ`],
  ])('leaves %s to the parser', (_, text) => {
    expect(decode(text)).toBeNull();
  });
});

describe('attachments', () => {
  it('are set aside whatever a program calls them, but not the text of the mail', async () => {
    const encoded = (head: readonly string[]): string =>
      aPart([...head, 'Content-Transfer-Encoding: base64'], wrapped(Buffer.from('Isi surat.'.repeat(90))));
    const raw = withParts([
      encoded(['Content-Type: text/csv; name=a.csv', 'Content-Disposition: attachment']),
      encoded(['Content-Type: text/plain; charset=utf-8']),
      encoded(['Content-Type: message/rfc822', 'Content-Disposition: attachment']),
    ]);
    const { message, files } = await parse(raw);

    expect(message.text).toContain('Isi surat.Isi surat.');
    expect(files.map(({ attachment, encoded: at }) => [attachment.declaredType, at !== null])).toEqual([
      ['text/csv', true],
      ['message/rfc822', false],
    ]);
  });

  it('come out with size, hash and content, in their order and small ones among them', async () => {
    const contents = [bytesOf(50_000, 1), bytesOf(90, 2), bytesOf(200_001, 3), bytesOf(7_000, 4)];
    const raw = withParts(contents.map((content, index) => aFile(`berkas-${index}.bin`, wrapped(content))));

    const { message, files } = await parse(raw);

    expect(message).toMatchObject({ text: 'Mohon reset.', problems: [], sizeBytes: raw.length });
    expect(files.map(({ attachment }) => attachment)).toMatchObject(
      contents.map((content, index) => ({
        filename: `berkas-${index}.bin`,
        sizeBytes: content.length,
        sha256: sha256(content),
      })),
    );
    expect(files.map(({ bytes }) => bytes && sha256(bytes))).toEqual(contents.map(sha256));
  });

  it('are read the same whether their base64 is even or not', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), bytesOf(70_000)]);
    const head = ["Content-Disposition: attachment; filename*=utf-8''surat%20izin.pdf", 'Content-Id: <x@y>'];
    const asFile = (body: string): Buffer =>
      withParts([
        aPart(['Content-Type: application/pdf', ...head, 'Content-Transfer-Encoding: base64'], body),
        aFile('kecil.txt', wrapped(Buffer.from('isi'))),
      ]);
    const [even, odd] = await Promise.all([parse(asFile(wrapped(content))), parse(asFile(wrapped(content, 75)))]);

    expect(even.message.attachments).toEqual(odd.message.attachments);
    expect(even.message.attachments[0]).toMatchObject({ filename: 'surat izin.pdf', type: 'application/pdf' });
    expect(even.files.map(({ bytes }) => bytes)).toEqual(odd.files.map(({ bytes }) => bytes));
  });

  it('tell where their base64 lies in the file, also behind a header that had to be turned to UTF-8', async () => {
    const content = bytesOf(30_000);
    const body = withParts([aFile('a.bin', wrapped(content)), aFile('b.bin', wrapped(bytesOf(300), 75))]);
    const raw = Buffer.concat([Buffer.from('X-Nama: \xe9\xe8\r\n', 'latin1'), body]);

    const [even, odd] = (await parse(raw)).files;

    expect(Buffer.from(raw.toString('latin1', even?.encoded?.start, even?.encoded?.end), 'base64')).toEqual(content);
    expect(odd?.encoded).toBeNull();
  });

  it('keep their place where the text has a wrong label', async () => {
    const content = bytesOf(30_000);
    const text = aPart(
      ['Content-Type: text/plain; charset=us-ascii', 'Content-Transfer-Encoding: 8bit'],
      'Pak Andr\u00e9',
    );
    const { message } = await parse(withParts([text, aFile('a.bin', wrapped(content))]));

    expect(message.text).toContain('André');
    expect(message.attachments).toMatchObject([{ filename: 'a.bin', sha256: sha256(content) }]);
  });

  it.each([
    ['a mark of its own', aFile('palsu.bin', wrapped(bytesOf(20)), ['X-Loket-Part: 0'])],
    ['a mark of a file that is not there', aFile('palsu.bin', wrapped(bytesOf(20)), ['X-Loket-Part: 7'])],
    ['a mark that the large one bears already', aFile('palsu.bin', wrapped(bytesOf(9_000)), ['X-Loket-Part: 0'])],
  ])('are not confused by %s', async (_, forged) => {
    const content = bytesOf(30_000);
    const { message } = await parse(withParts([forged, aFile('asli.bin', wrapped(content))]));

    expect(message.attachments.map(({ filename }) => filename)).toEqual(['palsu.bin', 'asli.bin']);
    expect(message.attachments[1]).toMatchObject({ sizeBytes: content.length, sha256: sha256(content) });
    expect([20, 9_000]).toContain(message.attachments[0]?.sizeBytes);
  });

  it('hold their content only where it is asked for', async () => {
    const raw = withParts([aFile('a.pdf', wrapped(bytesOf(9_000))), aFile('b.bin', wrapped(bytesOf(9_000)))]);
    const { files } = await parseMail(raw, aPolicy(), {
      keep: ({ claimedName, start }) => claimedName === 'a.pdf' && start.length === 9_000,
      cut: false,
    });

    expect(files.map(({ bytes }) => bytes?.length ?? null)).toEqual([9_000, null]);
  });
});
