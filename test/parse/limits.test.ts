import { describe, expect, it } from 'vitest';
import { parseMail, parseMessage } from '../../src/parse/parse-message.ts';
import { aMail, aPolicy, USUAL_HEADER } from './fixture.ts';
import { began, spentSince } from '../support/spent.ts';

const nested = (depth: number): Buffer => {
  const opening = Array.from(
    { length: depth },
    (_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n`,
  ).join('\n');
  const leaf = `--b${depth}\nContent-Type: text/plain\n\nMohon reset.\n--b${depth}--\n`;
  return aMail([...USUAL_HEADER, 'Content-Type: multipart/mixed; boundary=b0'], `${opening}\n${leaf}`);
};
const manyParts = (count: number): Buffer =>
  aMail(
    [...USUAL_HEADER, 'Content-Type: multipart/mixed; boundary=b'],
    `${'--b\nContent-Type: text/plain\n\nx\n'.repeat(count)}--b--`,
  );
const SENDER = { name: 'Budi Santoso', address: 'budi.santoso@kemenkeu.example' };
const ANSWERABLE = {
  from: SENDER,
  subject: 'Permohonan reset',
  messageId: 'm1@kemenkeu.example',
  date: Date.UTC(2026, 10, 23, 2, 15),
};

describe('limits', () => {
  it('leaves a mail with too deep nesting unread and still knows whom to answer', async () => {
    const message = await parseMessage(nested(60), aPolicy());

    expect(message).toMatchObject({ ...ANSWERABLE, problems: ['too-deep'], text: '' });
  });

  it('reads nesting up to the limit', async () => {
    expect(await parseMessage(nested(39), aPolicy())).toMatchObject({ problems: [], text: 'Mohon reset.' });
  });

  it('leaves a mail with too many parts unread', async () => {
    expect(await parseMessage(manyParts(300), aPolicy())).toMatchObject({
      ...ANSWERABLE,
      problems: ['too-many-parts'],
      text: '',
    });
    expect((await parseMessage(manyParts(150), aPolicy())).problems).toEqual([]);
  });

  it('finds the sender in the readable part of a header of a megabyte', async () => {
    const header = [...USUAL_HEADER, ...Array.from({ length: 20_000 }, (_, n) => `X-Isi-${n}: ${'x'.repeat(40)}`)];

    const message = await parseMessage(aMail(header), aPolicy());

    expect(message).toMatchObject({ ...ANSWERABLE, problems: ['header-too-long'], text: '' });
  });

  it('gives up on a single field of a megabyte without failing', async () => {
    const message = await parseMessage(aMail([`Subject: ${'x'.repeat(1_000_000)}`, ...USUAL_HEADER]), aPolicy());

    expect(message.problems).toContain('header-too-long');
    expect(message.subject.length).toBeLessThanOrEqual(998);
  });

  it('counts a long header inside a part', async () => {
    const body = `--b\nContent-Type: text/plain\nX-Isi: ${'x'.repeat(300_000)}\n\nx\n--b--`;

    const message = await parseMessage(
      aMail([...USUAL_HEADER, 'Content-Type: multipart/mixed; boundary=b'], body),
      aPolicy(),
    );

    expect(message).toMatchObject({ ...ANSWERABLE, problems: ['header-too-long'] });
  });

  it('reads only the header of what is too large or cut', async () => {
    const raw = aMail(USUAL_HEADER, 'x'.repeat(5000));
    const cut = await parseMail(raw, aPolicy(), { keep: () => false, cut: true });

    expect(await parseMessage(raw, aPolicy({ maxMessageBytes: 4000 }))).toMatchObject({
      ...ANSWERABLE,
      problems: ['too-large'],
      text: '',
    });
    expect(cut.message).toMatchObject({ ...ANSWERABLE, problems: ['too-large'], text: '', sizeBytes: raw.length });
  });

  it('cuts a long text and says so', async () => {
    const message = await parseMessage(aMail(USUAL_HEADER, 'kata '.repeat(1000)), aPolicy({ maxTextChars: 100 }));

    expect(message.text).toHaveLength(100);
    expect(message.problems).toEqual(['text-cut']);
  });

  it('reads a mail of 25 MB with its attachment', async () => {
    const content = Buffer.alloc(18 * 1024 * 1024, 7)
      .toString('base64')
      .replace(/(.{76})/g, '$1\n');
    const body = `--b\nContent-Type: text/plain\n\nMohon reset.\n--b\nContent-Type: application/octet-stream; name=besar.bin\nContent-Disposition: attachment; filename=besar.bin\nContent-Transfer-Encoding: base64\n\n${content}\n--b--`;

    const message = await parseMessage(
      aMail([...USUAL_HEADER, 'Content-Type: multipart/mixed; boundary=b'], body),
      aPolicy(),
    );

    expect(message).toMatchObject({
      text: 'Mohon reset.',
      problems: [],
      attachments: [{ filename: 'besar.bin', sizeBytes: 18 * 1024 * 1024 }],
    });
  });

  it.each([
    ['addresses', `To: ${'a@b.example, '.repeat(20_000)}`],
    ['encoded words', `Subject: ${'=?utf-8?Q?=C3=A9?= '.repeat(10_000)}`],
    ['unclosed brackets', `References: ${'<'.repeat(200_000)}`],
    ['quotes', `Content-Type: text/plain; name="${'\\"'.repeat(100_000)}`],
    ['comments', `Date: ${'('.repeat(200_000)}`],
    ['results', `Authentication-Results: mx.kemenkeu.example; ${'('.repeat(200_000)}`],
  ])('takes no time for a header full of %s', async (_what, line) => {
    const start = began();

    await parseMessage(aMail([...USUAL_HEADER, line]), aPolicy());

    expect(spentSince(start)).toBeLessThan(5000);
  });

  it.each([
    ['open tags', '<div>'.repeat(200_000)],
    ['unclosed quotes', '<a href="'.repeat(100_000)],
    ['brackets', '<'.repeat(500_000)],
    ['nested tables', '<table><tr><td>x'.repeat(50_000)],
    ['nested quotes', '<blockquote>x'.repeat(50_000)],
    ['unclosed styles', '<style>'.repeat(100_000)],
    ['unclosed comments', '<!--'.repeat(200_000)],
    ['attributes', `<p ${'style '.repeat(200_000)}>x</p>`],
    ['spaces', ' '.repeat(900_000)],
  ])('takes no time for HTML full of %s', async (_what, html) => {
    const start = began();

    await parseMessage(aMail([...USUAL_HEADER, 'Content-Type: text/html; charset=utf-8'], html), aPolicy());

    expect(spentSince(start)).toBeLessThan(5000);
  });
});
