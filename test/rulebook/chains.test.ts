import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/shared/file-fault.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { loaded, type Edit } from './rule-folder.ts';

const KALBAR = resolve(import.meta.dirname, '../../rules/kalbar');
const OPTIONS = { mailboxDomain: 'kalbarprov.example' };
const FILE = 'services/KALBAR.EMAIL.yaml';

/** Of Kalbar's rules after one edit, in a copy that keeps the files beside them. */
function faults({ file, find, put }: Edit): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    cpSync(resolve(KALBAR, '..'), copy, { recursive: true });
    const path = join(copy, 'kalbar', file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(find)) throw new Error(`${file} does not hold ${find}`);
    writeFileSync(path, before.replace(find, put));
    const outcome = loadRulebook(join(copy, 'kalbar'), OPTIONS);
    return outcome.kind === 'ok' ? [] : outcome.faults.map(formatFault);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe('a chain of officials', () => {
  it('has its posts with addresses, its words and what a no leads to', () => {
    const variants = loaded(KALBAR, OPTIONS).services.flatMap((service) => service.variants);
    const chains = variants.map(({ chain }) => chain);
    expect(chains.map((chain) => [chain?.onward.length, chain?.back.length])).toEqual([
      [1, 1],
      [3, 3],
      [1, 0],
      [3, 3],
    ]);
    expect(chains[1]?.onward[0]).toEqual({
      official: {
        code: 'KADIS',
        title: 'Kepala Dinas Komunikasi dan Informatika',
        address: 'kepala.diskominfo@kalbarprov.example',
      },
      does: 'meneruskan surat ini kepada Kepala Bidang Aplikasi Informatika',
      onNo: 'end',
      onSilence: 'desk',
    });
    expect(chains[1]?.back.map(({ onNo }) => onNo)).toEqual(['team', 'team', 'team']);
  });

  it.each([
    [
      'a post that nobody knows',
      'official: KABID-APTIKA, does: meneruskan surat ini',
      'official: KABID-APTIK, does: meneruskan surat ini',
      /official "KABID-APTIK" is not in officials.yaml; did you mean "KABID-APTIKA"/,
    ],
    [
      'a post that follows itself',
      'official: KABID-APTIKA, does: meneruskan surat ini',
      'official: KADIS, does: meneruskan surat ini',
      /official "KADIS" follows himself/,
    ],
    [
      'work that is done over before it is done',
      'admin email, on_no: requester',
      'admin email, on_no: team',
      /nothing has been done yet that a team could do over/,
    ],
    [
      'an answer to silence that does not exist',
      'admin email, on_no: requester',
      'admin email, on_silence: forever',
      /on_silence is "forever"/,
    ],
  ])('is refused with %s', (_what, find, put, fault) => {
    expect(faults({ file: FILE, find, put }).join('\n')).toMatch(fault);
  });

  it('is refused where two posts have one code', () => {
    const edit = { file: 'officials.yaml', find: 'code: KABID-APTIKA', put: 'code: KADIS' };
    expect(faults(edit).join('\n')).toMatch(/official "KADIS" occurs twice/);
  });
});
