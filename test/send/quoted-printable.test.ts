import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedPrintable } from '../../src/send/quoted-printable.ts';

const encoded = (text: string): string => quotedPrintable(text).toString('latin1');

/** RFC 2045 6.7, read the other way round. */
function decoded(text: string): string {
  const octets = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}

describe('quoted-printable', () => {
  it.each([
    ['plain words', 'Yth. Bapak Hanif,', 'Yth. Bapak Hanif,'],
    ['an equals sign', 'a=b', 'a=3Db'],
    ['letters beyond ASCII', 'é', '=C3=A9'],
    ['a line end of one octet', 'a\nb', 'a\r\nb'],
    ['a line end of two', 'a\r\nb', 'a\r\nb'],
    ['a CR alone', 'a\rb', 'a=0Db'],
    ['a space at the end of a line', 'a \nb', 'a=20\r\nb'],
    ['a tab at the end of the text', 'a\t', 'a=09'],
    ['spaces within a line', 'a  b', 'a  b'],
    ['nothing', '', ''],
    ['a line of 76', 'x'.repeat(76), 'x'.repeat(76)],
    ['a line of 77', 'x'.repeat(77), `${'x'.repeat(75)}=\r\nxx`],
  ])('writes %s', (_name, text, expected) => {
    expect(encoded(text)).toBe(expected);
  });

  const pieces = fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '=',
    'a',
    'kata',
    'é',
    '\u{1F4E7}',
    '.',
    'x'.repeat(74),
    '\0',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  it('reads back as what was written, with CRLF line ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decoded(encoded(text))).toBe(text.replace(/\r?\n/g, '\r\n'));
      }),
    );
  });

  it('keeps to ASCII, to 76 characters a line and ends no line in a blank', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = encoded(text).split('\r\n');
        expect(lines.filter((line) => line.length > 76 || !/^[\t -~]*$/.test(line) || /[ \t]$/.test(line))).toEqual([]);
      }),
    );
  });
});
