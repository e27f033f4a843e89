/**
 * How fast letters of 15 KB leave through the loop, against nodemailer's pool alone, to the same server in another process:
 *   npx --no node test/send/throughput.ts [letters] [rounds]
 * Prints letters a second of both, round by round in turn, and the ratio of the medians (goal: at least 0.95).
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { makeAlarm } from '../../src/send/alarm.ts';
import { DEFAULT_SEND_POLICY } from '../../src/send/policy.ts';
import { makePost } from '../../src/send/post.ts';
import { makeSendLoop } from '../../src/send/send-loop.ts';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import { asTicketNumber } from '../../src/shared/ids.ts';
import { silentLog } from '../../src/shared/log.ts';
import { startSmtp } from '../support/smtp.ts';
import { makeMemoryOutbox } from './memory-outbox.ts';
import { aMail, OUR_MAILBOX } from './outgoing.ts';

const clock = { now: () => Date.now() };
const mail = aMail({
  text: 'Permintaan Bapak kami terima dan sudah diteruskan ke tim Akun.\n'.repeat(40),
  html: `<html><body>${'<p>Permintaan Bapak kami terima dan sudah diteruskan ke tim Akun.</p>\n'.repeat(180)}</body></html>`,
});
const login = { user: null, password: null };

if (process.argv[2] === 'sink') await sink();
else await measure(Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 5));

async function sink(): Promise<void> {
  const smtp = await startSmtp();
  setInterval(() => smtp.clear(), 200);
  process.send?.(smtp.port);
  process.once('disconnect', () => process.exit());
}

async function measure(letters: number, rounds: number): Promise<void> {
  const child = fork(import.meta.filename, ['sink']);
  const [port] = (await once(child, 'message')) as [number];
  const speeds = { pool: [] as number[], loop: [] as number[] };
  const cpu = { pool: [] as number[], loop: [] as number[] };
  await bare(port, 300);
  await ours(port, 300);
  for (let round = 0; round < rounds; round += 1) {
    const atFirst = process.cpuUsage();
    speeds.pool.push(await bare(port, letters));
    const between = process.cpuUsage(atFirst);
    speeds.loop.push(await ours(port, letters));
    const both = process.cpuUsage(atFirst);
    cpu.pool.push(between.user + between.system);
    cpu.loop.push(both.user + both.system - between.user - between.system);
    console.log(`pool ${speeds.pool.at(-1)?.toFixed(0)}/s, loop ${speeds.loop.at(-1)?.toFixed(0)}/s`);
  }
  console.log(`ratio of medians ${(median(speeds.loop) / median(speeds.pool)).toFixed(3)}`);
  const perLetter = (figures: readonly number[]): string => (median(figures) / letters / 1_000).toFixed(2);
  console.log(`processor time a letter: pool ${perLetter(cpu.pool)} ms, loop ${perLetter(cpu.loop)} ms`);
  child.disconnect();
}

async function bare(port: number, letters: number): Promise<number> {
  const pool = createTransport({ pool: true, host: '127.0.0.1', port, maxConnections: 5, maxMessages: 1_000 });
  const began = performance.now();
  const one = (index: number) =>
    pool.sendMail({
      from: mail.from,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: mail.headers,
      to: 'budi@kantor.example',
      messageId: `<${index}@kantor.example>`,
    });
  await Promise.all(Array.from({ length: letters }, (_, index) => one(index)));
  pool.close();
  return letters / ((performance.now() - began) / 1_000);
}

async function ours(port: number, letters: number): Promise<number> {
  const outbox = makeMemoryOutbox(clock);
  const transport = makeSmtpTransport({ host: '127.0.0.1', port, secure: false, ...login, sender: OUR_MAILBOX }, clock);
  const queue = queued(letters, outbox);
  const done = Promise.withResolvers<void>();
  let sent = 0;
  const count = (): void => {
    sent += 1;
    if (sent === letters) done.resolve();
  };
  const loop = makeSendLoop({
    outbox: queue,
    post: makePost(async (row) => ({ ...mail, messageId: `${row.key}@kantor.example` }), transport),
    clock,
    log: silentLog,
    alarm: makeAlarm({ ways: [], clock, log: silentLog }),
    metrics: { letter: count, answered: () => undefined },
    policy: DEFAULT_SEND_POLICY,
    isOurs: () => false,
    isDesk: () => false,
    undeliverable: () => null,
    chance: Math.random,
  });
  const began = performance.now();
  void loop.run();
  await done.promise;
  const speed = letters / ((performance.now() - began) / 1_000);
  await loop.stop();
  await transport.close();
  return speed;
}

/** The outbox without its cost: what is measured is the loop and the transport. */
function queued(letters: number, outbox: ReturnType<typeof makeMemoryOutbox>): typeof outbox {
  const keys = Array.from({ length: letters }, (_, index) =>
    outbox.add({ ticket: asTicketNumber(`SR-261123-${index}-0`), priority: 'acknowledgement' }),
  );
  const rows = new Map(outbox.rows().map((row) => [row.key, row]));
  return {
    ...outbox,
    claim: async (_now, limit) => keys.splice(0, limit).flatMap((key) => rows.get(key) ?? []),
    list: async () => [],
    markSent: async () => undefined,
    sentTo: async () => 0,
    sentInTicket: async () => 0,
    traffic: async () => ({ letters: 0, mails: 0, refused: 0, sent: 0 }),
  };
}

function median(figures: readonly number[]): number {
  return figures.toSorted((left, right) => left - right)[Math.floor(figures.length / 2)] ?? 0;
}
