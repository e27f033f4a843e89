/**
 * How fast a backlog is answered, against the floor of the same work without logic (floor.ts), in turn, to the last letter:
 *   npm run bench -- [--small 2000] [--mixed 400] [--rounds 3] [--warm-up 100] [--move-together] [--profile DIR] [--million [--tickets 1000000]]
 * Loket is to reach 0.8 of the floor's mails a second; for mixed mails also against a floor that reads the text of PDFs, as Loket does. With --million: a new mail with that many tickets in the database against one
 * in an empty database, at most 1.3 times the cost. Needs a Dovecot on PATH. Compare ratios, not absolute figures.
 */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDovecot } from '../support/dovecot.ts';
import { runFloor, type FloorFigures } from './floor.ts';
import { deliverAll, runLoket, type LoketFigures, type Surroundings } from './loket.ts';
import { benchMails, type BenchMail, type Kind } from './mails.ts';
import { multiplyTickets } from './million.ts';
import { startSink } from './sink.ts';

const { values: args } = parseArgs({
  options: {
    small: { type: 'string', default: '2000' },
    mixed: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
    'warm-up': { type: 'string', default: '100' },
    'move-together': { type: 'boolean', default: false },
    profile: { type: 'string' },
    million: { type: 'boolean', default: false },
    tickets: { type: 'string', default: '1000000' },
  },
});
const rounds = Number(args.rounds);
/** Mails before those that are measured, the same for both: there is much more of Loket's code than of the floor's to become warm. */
const warmUpMails = Number(args['warm-up']);

const dovecot = await startDovecot({ conf: 'service imap {\n  process_limit = 50\n}' });
const sink = await startSink();
const around: Surroundings = { dovecot, sink, profile: args.profile ?? null };
let users = 0;
try {
  if (args.million) await compareSizes();
  else for (const kind of ['small', 'mixed'] as const) await compareWithFloor(kind, Number(args[kind]));
} finally {
  sink.close();
  await dovecot.close();
}

async function compareWithFloor(kind: Kind, count: number): Promise<void> {
  if (count === 0) return;
  const mails = [...benchMails(kind, count)];
  const megabytes = mails.reduce((sum, { raw }) => sum + raw.length, 0) / 1e6;
  console.log(`\n${count} ${kind} mails, ${megabytes.toFixed(1)} MB, load ${loadNow()}`);
  const speeds = { loket: [] as number[], floor: [] as number[], reading: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    const loket = await loketOn(mails);
    const floor = await floorOn(mails, loket.letters);
    const reading = kind === 'mixed' ? await floorOn(mails, loket.letters, true) : null;
    speeds.loket.push(speedOf(count, loket));
    speeds.floor.push(speedOf(count, floor));
    if (reading) speeds.reading.push(speedOf(count, reading));
    console.log(
      `round ${round}: loket ${perSecond(speeds.loket.at(-1))} (processor: ${each(loket.cpuMs, count)}, reader ${each(loket.readerCpuMs, count)}),` +
        ` floor ${perSecond(speeds.floor.at(-1))} (${each(floor.cpuMs, count)}),` +
        (reading ? ` reading PDFs ${perSecond(speeds.reading.at(-1))} (${each(reading.cpuMs, count)}),` : '') +
        ` ${loket.letters.length} letters of ${kilobytes(loket.letters)}; load ${loadNow()}`,
    );
  }
  const [loket, floor, reading] = [median(speeds.loket), median(speeds.floor), median(speeds.reading)];
  console.log(
    `${kind}: loket ${perSecond(loket)}, floor ${perSecond(floor)}, ratio ${(loket / floor).toFixed(2)} (goal 0.8)` +
      (reading > 0 ? `; a floor that reads PDFs ${perSecond(reading)}, ratio ${(loket / reading).toFixed(2)}` : ''),
  );
}

/** One backlog on a database with many tickets, the same on an empty one. */
async function compareSizes(): Promise<void> {
  const count = Number(args.small);
  const database = await fullDatabase(Number(args.tickets));
  const figures = { empty: [] as LoketFigures[], full: [] as LoketFigures[] };
  for (let round = 1; round <= rounds; round += 1) {
    // The full database stays: it must not know them from an earlier round.
    const mails = [...benchMails('small', count)].map((mail) => renamed(mail, `ukur-${Date.now()}`));
    figures.empty.push(await loketOn(mails));
    figures.full.push(await loketOn(mails, database));
    const [empty, full] = [figures.empty.at(-1), figures.full.at(-1)];
    if (!empty || !full) continue;
    console.log(
      `round ${round}: empty ${each(tookMs(empty), count)} (processor ${each(empty.cpuMs, count)}),` +
        ` full ${each(tookMs(full), count)} (processor ${each(full.cpuMs, count)}), ${full.letters.length} letters; load ${loadNow()}`,
    );
  }
  const ratio = (of: (one: LoketFigures) => number): string =>
    (median(figures.full.map(of)) / median(figures.empty.map(of))).toFixed(2);
  console.log(
    `with ${args.tickets} tickets a mail takes ${ratio(tookMs)} of the time and ${ratio((one) => one.cpuMs)} of the processor (goal 1.3)`,
  );
}

/** Made once and kept in the system's folder for temporary files. */
async function fullDatabase(tickets: number): Promise<string> {
  const path = join(tmpdir(), `loket-bench-${tickets}.db`);
  if (existsSync(path)) return path;
  console.log(`making ${path}`);
  const mails = [...benchMails('small', 4)].map((mail) => renamed(mail, 'pola'));
  await runLoket({ user: newUser(), warmUp: [], mails, keepDatabase: `${path}.new` }, around);
  multiplyTickets(`${path}.new`, tickets, console.log);
  renameSync(`${path}.new`, path);
  return path;
}

async function loketOn(mails: readonly BenchMail[], database?: string): Promise<LoketFigures> {
  const user = newUser();
  const warmUp = [...benchMails('small', warmUpMails)].map((mail) => renamed(mail, `pemanasan-${Date.now()}`));
  const figures = await runLoket({ user, warmUp, mails, ...(database ? { database } : {}) }, around);
  forget(user);
  return figures;
}

async function floorOn(
  mails: readonly BenchMail[],
  letters: readonly number[],
  readPdfs = false,
): Promise<FloorFigures> {
  const [user, warmUpUser] = [newUser(), newUser()];
  const folder = mkdtempSync(join(tmpdir(), 'loket-floor-'));
  await deliverAll(dovecot, warmUpUser, [...benchMails('small', warmUpMails)]);
  await deliverAll(dovecot, user, mails);
  await sink.clear();
  const job = { imapPort: dovecot.ports.imap, smtpPort: sink.port, user, warmUpUser, folder, letters };
  const figures = await runFloor({ ...job, moveTogether: args['move-together'], readPdfs });
  rmSync(folder, { recursive: true, force: true });
  forget(user);
  forget(warmUpUser);
  if (figures.mails !== mails.length) throw new Error(`the floor saw ${figures.mails} of ${mails.length} mails`);
  return figures;
}

/** Other mails than the measured ones: these would be known already. */
function renamed({ raw }: BenchMail, as: string): BenchMail {
  const text = raw.toString('latin1').replace('<bench-', `<${as}-`).replaceAll('Catatan kantor', `Catatan ${as}`);
  return { raw: Buffer.from(text, 'latin1') };
}

function newUser(): string {
  users += 1;
  const user = `kotak${users}`;
  dovecot.setPassword(user, 'rahasia');
  return user;
}

function forget(user: string): void {
  rmSync(join(dovecot.dir, 'mail', user), { recursive: true, force: true });
}

interface Span {
  readonly beganAt: number;
  readonly endedAt: number;
}

function tookMs({ beganAt, endedAt }: Span): number {
  return endedAt - beganAt;
}

function speedOf(count: number, span: Span): number {
  return count / (tookMs(span) / 1_000);
}

function perSecond(speed = 0): string {
  return `${speed.toFixed(0)}/s`;
}

function each(ms: number, count: number): string {
  return `${(ms / count).toFixed(2)} ms a mail`;
}

function kilobytes(sizes: readonly number[]): string {
  return `${(sizes.reduce((sum, size) => sum + size, 0) / sizes.length / 1_000).toFixed(0)} KB`;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((left, right) => left - right)[Math.floor(figures.length / 2)] ?? 0;
}

function loadNow(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '';
  } catch {
    return 'unknown';
  }
}
