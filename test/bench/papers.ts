/**
 * What papers cost: the time to read a two-page form, and the memory of a mail with five papers, coming in and going out.
 *   npm run bench:papers -- [--rounds 40]
 * Goals: a form in 150 ms (median); five papers in 150 MB over a process that has its libraries and has read or made one. Exit 1 where
 * one is missed. Memory is the highest that the process ever held (Linux).
 */
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadLibraries, readPapers } from '../../src/papers/read-papers.ts';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import { aHandover, aRequest, maker } from '../papers/make/orders.ts';
import { fileOf } from '../papers/paper-fixtures.ts';

const MOST_MS = 150;
const MOST_MB = 150;
const FORMS = ['form31-lengkap.pdf', 'form31-ttd-sah.pdf', 'form31-flatten.pdf', 'form31-libreoffice.pdf'];
const FIVE = ['form31-ttd-sah.pdf', 'bast-ttd-dua.pdf', 'CamScanner 23-11-2026.pdf', 'daftar-akun.xlsx', 'form31.docx'];
const KINDS = ['form-3.1', 'daftar-akun', 'bast', 'daftar-perangkat', 'formulir-uat'];

interface Memory {
  readonly baseMb: number;
  readonly highestMb: number;
}

const { values: args } = parseArgs({
  options: { rounds: { type: 'string', default: '40' }, memory: { type: 'string' } },
});
if (args.memory === undefined) await compareAll(Number(args.rounds));
else console.log(JSON.stringify(await memoryHere(args.memory === 'in' ? readFive : makeFive)));

async function compareAll(rounds: number): Promise<void> {
  await loadLibraries();
  const times: boolean[] = [];
  for (const form of FORMS) times.push(await timeOf(form, rounds));
  const sizes = [memoryOf('in', 'read'), memoryOf('out', 'made')];
  process.exitCode = [...times, ...sizes].every(Boolean) ? 0 : 1;
}

async function timeOf(form: string, rounds: number): Promise<boolean> {
  const file = await fileOf(form);
  const spent: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await readPapers([file], DEFAULT_LIMITS, { forms: SHIPPED_FORMS });
    spent.push(performance.now() - start);
  }
  const sorted = spent.toSorted((one, other) => one - other);
  const [first, median, late] = [spent[0], sorted[Math.floor(rounds / 2)], sorted[Math.floor(rounds * 0.95)]];
  const said = [first, median, late].map((ms = 0) => `${ms.toFixed(0)} ms`);
  console.log(`${form}: first ${said[0]}, median ${said[1]}, 95 of 100 within ${said[2]} (goal ${MOST_MS} ms)`);
  return (median ?? Infinity) < MOST_MS;
}

/** In a process of its own: what another test has taken is not the papers'. */
function memoryOf(way: 'in' | 'out', done: string): boolean {
  const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--memory', way]);
  if (ran.status !== 0) throw new Error(ran.stderr.toString());
  const { baseMb, highestMb }: Memory = JSON.parse(ran.stdout.toString());
  const more = highestMb - baseMb;
  console.log(
    `five papers ${done}: ${more.toFixed(0)} MB over a base of ${baseMb.toFixed(0)} MB (goal ${MOST_MB} MB more)`,
  );
  return more < MOST_MB;
}

async function memoryHere(work: (count: number) => Promise<void>): Promise<Memory> {
  await work(1);
  const baseMb = heldMb('VmRSS');
  await work(FIVE.length);
  return { baseMb, highestMb: heldMb('VmHWM') };
}

async function readFive(count: number): Promise<void> {
  await loadLibraries();
  await readPapers(await Promise.all(FIVE.slice(0, count).map(fileOf)), DEFAULT_LIMITS, { forms: SHIPPED_FORMS });
}

async function makeFive(count: number): Promise<void> {
  for (const kind of KINDS.slice(0, count))
    await maker.make(kind, kind.startsWith('form-') || kind === 'daftar-akun' ? aRequest() : aHandover());
}

function heldMb(name: 'VmRSS' | 'VmHWM'): number {
  const line =
    readFileSync('/proc/self/status', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(name)) ?? '';
  return Number(/\d+/.exec(line)?.[0]) / 1024;
}
