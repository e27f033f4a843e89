/** Whatever the server does and whenever the process dies: every letter arrives, and one that arrives twice is the same letter. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Outbox } from '../../src/record/outbox.ts';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import type { MailTransport } from '../../src/send/transport.ts';
import { asTicketNumber } from '../../src/shared/ids.ts';
import { OUR_MAILBOX } from './outgoing.ts';
import { aStage, until, type Stage } from './stage.ts';

const LETTERS = 60;
let stage: Stage | null = null;

afterEach(async () => {
  await stage?.close();
  stage = null;
});

it('brings every letter to its recipient under refusals, lost connections and deaths, with one Message-ID each', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 4 }),
      async (seed, lives) => {
        stage = await aStage({}, { random: seeded(seed) });
        const keys = addLetters(stage);
        stage.smtp.behave({ refuseShare: 0.2, dropShare: 0.1 });

        for (const life of lives) await liveAndDie(stage, life);
        await runToTheEnd(stage);

        const arrived = stage.smtp.letters.map(({ messageId }) => messageId);
        expect(new Set(arrived)).toEqual(new Set(keys.map((key) => `${key}@kantor.example`)));
        expect(stage.outbox.rows().filter(({ state }) => state !== 'sent')).toEqual([]);
        await stage.close();
      },
    ),
    { numRuns: 5 },
  );
}, 60_000);

it('sends no letter twice while nothing goes wrong', async () => {
  stage = await aStage();
  const keys = addLetters(stage);

  await runToTheEnd(stage);

  expect(stage.smtp.letters.map(({ messageId }) => messageId).toSorted()).toEqual(
    keys.map((key) => `${key}@kantor.example`).toSorted(),
  );
});

it('keeps the letters of a ticket in their order throughout', async () => {
  stage = await aStage({ caps: { perAddress: 20, perTicket: 100, windowMs: 3_600_000 } }, { random: seeded(7) });
  const tickets = [1, 2, 3].map((counter) => asTicketNumber(`SR-261123-000${counter}-0`));
  const keys = tickets.map((ticket) => [1, 2, 3, 4, 5].map(() => stage?.outbox.add({ ticket, to: to(ticket) })));
  stage.smtp.behave({ refuseShare: 0.4 });

  await runToTheEnd(stage);

  const arrived = stage.smtp.letters.map(({ messageId }) => messageId.split('@')[0] ?? '');
  for (const ofTicket of keys) {
    const order = ofTicket.map((key) => arrived.indexOf(key ?? ''));
    expect(order).toEqual(order.toSorted((left, right) => left - right));
  }
});

const to = (name: string) => [{ name, address: `${name.toLowerCase()}@kantor.example` }];

function addLetters({ outbox, clock }: Stage) {
  return Array.from({ length: LETTERS }, (_, index) => {
    outbox.receiveMail(clock.now() + 600_000_000);
    const ticket = asTicketNumber(`SR-261123-${String(index).padStart(4, '0')}-0`);
    return outbox.add({ ticket, to: to(`p${index}`), priority: index % 3 === 0 ? 'acknowledgement' : 'normal' });
  });
}

/** A process that hangs for ever at its next step of the outbox, after `life` ms: what a killed one leaves behind. */
async function liveAndDie(at: Stage, life: number): Promise<void> {
  const death = { isDead: false };
  const transport = anotherTransport(at);
  const loop = at.start({ outbox: mortal(at.outbox, death), transport });
  await sleep(life);
  death.isDead = true;
  await transport.close();
  void loop.stop(0);
  at.clock.move(1_000);
}

async function runToTheEnd(at: Stage): Promise<void> {
  const transport = anotherTransport(at);
  at.start({ transport });
  const running = setInterval(() => at.clock.move(60_000), 20);
  await until(() => at.outbox.rows().every(({ state }) => state === 'sent'), 30_000);
  clearInterval(running);
  await transport.close();
}

function anotherTransport({ smtp, clock }: Stage): MailTransport {
  const login = { user: null, password: null };
  return makeSmtpTransport({ host: smtp.host, port: smtp.port, secure: false, ...login, sender: OUR_MAILBOX }, clock);
}

function mortal(outbox: Outbox, death: { isDead: boolean }): Outbox {
  const never = new Promise<never>(() => undefined);
  const alive = <Result>(answer: () => Promise<Result>): Promise<Result> => (death.isDead ? never : answer());
  return {
    claim: (...terms) => alive(() => outbox.claim(...terms)),
    markSent: (...terms) => alive(() => outbox.markSent(...terms)),
    retryAt: (...terms) => alive(() => outbox.retryAt(...terms)),
    markFailed: (...terms) => alive(() => outbox.markFailed(...terms)),
    park: (...terms) => alive(() => outbox.park(...terms)),
    retry: (...terms) => alive(() => outbox.retry(...terms)),
    list: (...terms) => alive(() => outbox.list(...terms)),
    find: (...terms) => alive(() => outbox.find(...terms)),
    counts: () => alive(() => outbox.counts()),
    oldestWaiting: () => alive(() => outbox.oldestWaiting()),
    sentTo: (...terms) => alive(() => outbox.sentTo(...terms)),
    sentInTicket: (...terms) => alive(() => outbox.sentInTicket(...terms)),
    traffic: (...terms) => alive(() => outbox.traffic(...terms)),
  };
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
