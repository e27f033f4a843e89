import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSevenBit } from '../../src/parse/seven-bit.ts';

describe('a mail that another one can carry as it is', () => {
  it.each([
    ['plain lines', 'Subject: a\r\n\r\nisi\r\n', true],
    ['nothing at all', '', true],
    ['no line end at its end', 'isi', true],
    ['a line of 998', `${'x'.repeat(998)}\r\n`, true],
    ['a line of 999', `${'x'.repeat(999)}\r\n`, false],
    ['a last line of 999', `a\r\n${'x'.repeat(999)}`, false],
    ['a bare LF', 'a\r\nb\nc\r\n', false],
    ['a bare LF at the start', '\na', false],
    ['a bare CR', 'a\rb\r\n', false],
    ['a CR before the line end', 'a\r\r\n', false],
    ['a CR at its end', 'a\r\nb\r', false],
    ['a NUL', 'a\0b', false],
    ['a byte above 127', 'a\x80b', false],
  ])('with %s: judged right', (_name, text, expected) => {
    expect(isSevenBit(Buffer.from(text, 'latin1'))).toBe(expected);
  });

  it('has no other line than those of at most 998 octets that end in CRLF', () => {
    const piece = fc.constantFrom('\r\n', '\r\n', 'a', 'bc', '\r', '\n', 'x'.repeat(500));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\r\n');

        expect(isSevenBit(Buffer.from(text))).toBe(lines.every((line) => line.length <= 998 && !/[\r\n]/.test(line)));
      }),
    );
  });
});
