import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../src/parse/parse-message.ts';
import { aPolicy, fixtureNames, readFixture } from './fixture.ts';

type Change = { readonly at: number; readonly remove: number; readonly insert: Uint8Array };

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 60 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom(
        '\r\n\r\n',
        '\r',
        '--',
        '"',
        '<',
        '=?utf-8?B?',
        'Content-Type: multipart/mixed; boundary=b\r\n',
        '\0',
      )
      .map((text) => Buffer.from(text)),
  ),
});

const mutate = (raw: Buffer, changes: readonly Change[]): Buffer =>
  changes.reduce((bytes, { at, remove, insert }) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]);
  }, raw);

describe('hostile bytes', () => {
  it('makes a message of any mutation of any fixture', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtureNames),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (name, changes) => {
          const raw = mutate(readFixture(name), changes);

          const message = await parseMessage(raw, aPolicy());

          expect(message.sizeBytes).toBe(raw.length);
          expect(message.identity).toMatch(/^[0-9a-f]{64}$/);
          expect(message.subject).not.toMatch(/[\r\n]/);
          for (const { filename } of message.attachments) expect(filename).toMatch(/^[^/\\\r\n]{1,120}$/);
          expect(message.from?.address ?? 'a@b').toMatch(/^[^\s<>]+@[^\s<>]+$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes a message of bytes that are no mail at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (raw) => {
        expect((await parseMessage(raw, aPolicy())).sizeBytes).toBe(raw.length);
      }),
      { numRuns: 200 },
    );
  });

  it('does not touch the bytes it reads', async () => {
    for (const name of fixtureNames) {
      const raw = readFixture(name);

      await parseMessage(raw, aPolicy());

      expect(raw.equals(readFixture(name))).toBe(true);
    }
  });
});
