import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted } from '../../src/commands/ticket-export-fit.ts';
import type { Gathered, StoredFile } from '../../src/commands/ticket-export-files.ts';

const MIB = 1024 * 1024;
const ROOM = 512 * 1024;
const file = (name: string, bytes: number, within?: string): StoredFile => ({
  path: `/tmp/${name}`,
  told: {
    name,
    bytes,
    sha256: 'a'.repeat(64),
    description: '',
    type: name.endsWith('.eml') ? 'message/rfc822' : name.endsWith('.txt') ? 'text/plain' : 'application/pdf',
  },
  ...(within !== undefined && { within }),
});
const gathered = (...files: readonly StoredFile[]): Gathered => ({
  instant: 0,
  mail: null,
  files,
  entry: { at: '', title: '', lines: ['Perihal: akun'], data: { kind: 'mail' } },
});
const namesIn = (most: number | null, ...all: readonly Gathered[]): readonly string[] =>
  fitted(all, most).files.map(({ told }) => told.name);

describe('what an evidence file carries', () => {
  const first = gathered(file('email-001.eml', 9 * MIB), file('a.pdf', 6 * MIB, 'email-001.eml'));
  const second = gathered(file('email-002.eml', 3 * MIB), file('b.pdf', 2 * MIB, 'email-002.eml'));
  const letter = gathered(file('surat-001.txt', 1_000));

  it.each([
    [null, ['email-001.eml', 'a.pdf', 'email-002.eml', 'b.pdf', 'surat-001.txt']],
    [21 * MIB, ['email-001.eml', 'a.pdf', 'email-002.eml', 'b.pdf', 'surat-001.txt']],
    [16 * MIB, ['email-001.eml', 'email-002.eml', 'b.pdf', 'surat-001.txt']],
    [14 * MIB, ['email-001.eml', 'email-002.eml', 'surat-001.txt']],
    [12 * MIB, ['email-002.eml', 'surat-001.txt']],
    [2 * MIB, ['surat-001.txt']],
    [0, []],
  ])('within %s bytes: papers that lie in an original go first, then the largest', (most, names) => {
    expect(namesIn(most, first, second, letter)).toEqual(names);
  });

  it('names in each entry what it carries and what it does not, and why', () => {
    const { told, leftOut } = fitted([first, second, letter], 12 * MIB);

    expect(told[0]?.entry.lines).toEqual([
      'Perihal: akun',
      `Tidak disertakan: email-001.eml (9,0 MB, SHA-256 ${'a'.repeat(64)}): berkas bukti ini menjadi terlalu besar untuk email`,
      `Tidak disertakan: a.pdf (6,0 MB, SHA-256 ${'a'.repeat(64)}): berkas bukti ini menjadi terlalu besar untuk email`,
    ]);
    expect(told[1]?.entry.lines).toEqual([
      'Perihal: akun',
      'Lampiran: email-002.eml',
      `Tidak disertakan: b.pdf (2,0 MB, SHA-256 ${'a'.repeat(64)}): ada di dalam email-002.eml`,
    ]);
    expect(told[2]?.entry.data).toEqual({ kind: 'mail', files: ['surat-001.txt'] });
    expect(leftOut).toBe(3);
  });

  it('names what could not be taken out of its mail, too', () => {
    const missing = [{ name: 'z.pdf', bytes: null, sha256: 'b'.repeat(64), reason: 'lebih dari 50 lampiran' }];
    const { told, leftOut } = fitted([{ ...letter, missing }], null);

    expect(told[0]?.entry.lines.at(-1)).toBe(
      `Tidak disertakan: z.pdf (SHA-256 ${'b'.repeat(64)}): lebih dari 50 lampiran`,
    );
    expect(leftOut).toBe(1);
  });

  it('fits, and every file is either carried or named', () => {
    const files = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 * MIB }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(files, fc.integer({ min: 0, max: 30 * MIB }), (sizes, most) => {
        const all = sizes.map(([bytes, inside], at) =>
          gathered(file(`e${at}.eml`, bytes), ...(inside ? [file(`p${at}.pdf`, bytes, `e${at}.eml`)] : [])),
        );
        const { told, files: carried, leftOut } = fitted(all, most);
        const total = carried.reduce((sum, { told: { bytes } }) => sum + bytes, 0);
        const lines = told.flatMap(({ entry }) => entry.lines);

        expect(total).toBeLessThanOrEqual(Math.max(0, most - ROOM));
        for (const { told: one } of all.flatMap((some) => some.files))
          expect(lines.some((line) => line.includes(one.name))).toBe(true);
        expect(carried.length + leftOut).toBe(all.flatMap((some) => some.files).length);
      }),
    );
  });
});
