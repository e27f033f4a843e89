/**
 * The power goes off: of every file only that is left which was synced. The recorder's system calls are written down by strace, and its
 * files are built again as they lay on the disk at many moments: whatever was promised by then has to be found in them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/record/open-store.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { DAY } from '../record/builders.ts';

const RECORDER = join(import.meta.dirname, '../record/endless-recorder.ts');
const MAILS = 15;

type Step =
  | { readonly what: 'written'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'cut'; readonly file: string; readonly length: number }
  | { readonly what: 'synced'; readonly file: string }
  | { readonly what: 'promised'; readonly mails: number };

test('what was promised is on the disk, whenever the power goes off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-power-'));
  try {
    const steps = recorded(folder);
    const promises = steps.flatMap((step, index) => (step.what === 'promised' ? [index + 1] : []));
    expect(promises).toHaveLength(MAILS);
    const betweens = Array.from({ length: MAILS }, (_, index) =>
      Math.floor((steps.length * (index + 1)) / (MAILS + 1)),
    );
    for (const moment of new Set([...promises, ...betweens])) {
      const promised = steps.slice(0, moment).filter(({ what }) => what === 'promised').length;
      if (promised === 0) continue;
      const left = join(folder, `left-${moment}`);
      leave(left, steps.slice(0, moment));
      const store = await openStore({ database: `sqlite:${join(left, 'loket.db')}`, evolve });
      const found = (await store.tickets.nextNumber(DAY)) - 1;
      expect(found).toBeGreaterThanOrEqual(promised);
      expect((await store.ledger.counts()).decided).toBe(found);
      expect((await store.outbox.counts()).waiting).toBe(found * 2);
      expect(await store.recorder.rebuild({ mend: false })).toEqual([]);
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Runs the recorder and reads what it asked of the system. */
function recorded(folder: string): readonly Step[] {
  const trace = join(folder, 'trace');
  const calls = 'trace=write,pwrite64,fsync,fdatasync,ftruncate';
  const command = [process.execPath, RECORDER, join(folder, 'loket.db'), String(MAILS)];
  execFileSync('strace', ['-f', '-y', '-xx', '-s', '1000000', '-e', calls, '-o', trace, ...command]);
  return readFileSync(trace, 'latin1').split('\n').flatMap(stepsIn);
}

/** A path in hexadecimal as well: `pwrite64(20<\x2f…>, "\x37…", 4096, 32) = 4096`. */
const CALL =
  /^\d+ +(?<call>\w+)\((?<fd>\d+)<(?<path>[^>]*)>(?:, "(?<bytes>[^"]*)")?(?:, (?<numbers>[\d, ]+))?\) += \d+$/;

function stepsIn(line: string): readonly Step[] {
  const { call, fd, path = '', bytes = '', numbers = '' } = CALL.exec(line)?.groups ?? {};
  const file = basename(unescaped(path).toString());
  const last = Number(numbers.split(', ').at(-1));
  if (call === 'write' && fd === '1') return [{ what: 'promised', mails: Number(unescaped(bytes)) }];
  if (!/^loket\.db(?:-wal|-journal)?$/.test(file)) return [];
  if (call === 'pwrite64') return [{ what: 'written', file, at: last, bytes: unescaped(bytes) }];
  if (call === 'ftruncate') return [{ what: 'cut', file, length: last }];
  return call === 'fsync' || call === 'fdatasync' ? [{ what: 'synced', file }] : [];
}

function unescaped(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex');
}

/** The files with what was written before their last sync. */
function leave(folder: string, steps: readonly Step[]): void {
  mkdirSync(folder);
  for (const name of ['loket.db', 'loket.db-wal']) {
    const end = steps.findLastIndex((step) => step.what === 'synced' && step.file === name);
    let content: Buffer = Buffer.alloc(0);
    for (const step of steps.slice(0, end + 1)) {
      if (step.what === 'cut' && step.file === name) content = sized(content, step.length);
      if (step.what !== 'written' || step.file !== name) continue;
      content = sized(content, Math.max(content.length, step.at + step.bytes.length));
      step.bytes.copy(content, step.at);
    }
    writeFileSync(join(folder, name), content);
  }
}

function sized(content: Buffer, length: number): Buffer {
  return length <= content.length
    ? content.subarray(0, length)
    : Buffer.concat([content, Buffer.alloc(length - content.length)]);
}
