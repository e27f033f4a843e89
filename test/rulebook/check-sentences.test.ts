import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Classify } from '../../src/rulebook/check-examples.ts';
import { faultsIn, inCopy, OPTIONS } from './rule-folder.ts';

const NOBODY: Classify = () => null;

/** The faults of the good files with these sentences beside them. */
function faultsWith(files: Readonly<Record<string, string>>, classify: Classify = NOBODY): readonly string[] {
  return inCopy((folder) => {
    mkdirSync(join(folder, 'examples'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'examples', name), text);
    return faultsIn(folder, { ...OPTIONS, classify }).filter((fault) => fault.startsWith('examples/'));
  });
}

describe('a sentence in examples/', () => {
  it('may not stand under two variants, nor under a variant and a kind', () => {
    const faults = faultsWith({
      'CONTOH.1.yaml': 'requests:\n  akun-baru: |\n    minta akun dong\nquestion: |\n  Minta  akun dong\n',
    });

    expect(faults).toEqual([
      'examples/CONTOH.1.yaml:4:11: "Minta  akun dong" stands here and under CONTOH.1 requests akun-baru; keep it where it belongs',
    ]);
  });

  it('may stand twice where it belongs', () => {
    expect(faultsWith({ 'CONTOH.1.yaml': 'requests:\n  akun-baru: |\n    minta akun\n    minta akun\n' })).toEqual([]);
  });

  it('that is new may not be read as another variant for sure', () => {
    const asOther: Classify = (text, { services }) =>
      text.startsWith('hapus')
        ? 'CONTOH.2/lain'
        : (services.flatMap(({ variants }) => variants).find(({ examples }) => examples.includes(text))?.slug ?? null);
    const faults = faultsWith(
      { 'CONTOH.1.yaml': `requests:\n  akun-baru: |\n    hapus lama\n    a\n    b\n    hapus ${'x'.repeat(80)}\n` },
      asOther,
    );

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      /^examples\/CONTOH\.1\.yaml:2:14: "hapus x{53}…" stands under CONTOH\.1\/akun-baru but is read as CONTOH\.2\/lain; move it/,
    );
  });
});
