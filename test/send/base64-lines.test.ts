import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Lines, base64Pieces } from '../../src/send/base64-lines.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

it('reads back as the bytes, in lines of at most 76 characters that each end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = base64Lines(bytes);
      expect(Buffer.from(text, 'base64').equals(bytes)).toBe(true);
      expect(text === '' || text.endsWith('\r\n')).toBe(true);
      expect(text.split('\r\n').every((line) => line.length <= 76)).toBe(true);
    }),
  );
});

it('is the same however the bytes come in pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 130 }), async (bytes, size) => {
      let text = '';
      for await (const piece of base64Pieces(inPieces(bytes, size))) text += piece;
      expect(text).toBe(base64Lines(bytes));
    }),
  );
});
