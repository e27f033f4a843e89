import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSevenBitMail } from '../../src/send/seven-bit.ts';

const bytes = (text: string): Uint8Array[] => [Buffer.from(text, 'latin1')];

describe('a mail that every server takes as it is', () => {
  it.each([
    ['plain lines', 'Subject: a\r\n\r\nisi\r\n', true],
    ['nothing at all', '', true],
    ['no line end at its end', 'isi', true],
    ['a line of 998', `${'x'.repeat(998)}\r\n`, true],
    ['a line of 999', `${'x'.repeat(999)}\r\n`, false],
    ['a last line of 999', 'x'.repeat(999), false],
    ['a bare LF', 'a\nb', false],
    ['a bare LF at the start', '\na', false],
    ['a bare CR', 'a\rb', false],
    ['a CR at its end', 'a\r', false],
    ['a NUL', 'a\0b', false],
    ['a byte above 127', 'a\x80b', false],
  ])('with %s: judged right', async (_name, text, expected) => {
    expect(await isSevenBitMail(bytes(text))).toBe(expected);
  });

  it('is judged the same however its bytes come in pieces', async () => {
    const characters = fc.constantFrom('\r\n', '\r\n', 'a', 'bc', '\r', '\n', 'é', '\0', 'x'.repeat(500));
    await fc.assert(
      fc.asyncProperty(fc.array(characters, { maxLength: 12 }), fc.integer({ min: 1, max: 7 }), async (parts, size) => {
        const whole = Buffer.from(parts.join(''), 'latin1');
        const pieces: Uint8Array[] = [];
        for (let from = 0; from < whole.length; from += size) pieces.push(whole.subarray(from, from + size));

        expect(await isSevenBitMail(pieces)).toBe(await isSevenBitMail([whole]));
      }),
    );
  });
});
