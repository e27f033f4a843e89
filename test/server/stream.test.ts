/** A steady stream of requests, each timed from its delivery and from the server's announcement to its answer at the SMTP server. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDelivery } from '../support/deliver.ts';
import { MAILBOX, openDesk, SAMPLE_DIRECTORY, type Desk } from '../support/desk.ts';
import { sampleId, sampleMail, sampleRequests, type SampleRequest } from '../support/samples.ts';

const PER_SECOND = 10;
/** Thirty seconds hold in every run; the full two minutes are for an order by hand. */
const SECONDS = Number(process.env['LOKET_STREAM_SECONDS'] ?? 30);

interface Sent {
  readonly messageId: string;
  readonly writer: string;
  readonly deliveredAt: number;
}

describe(`${PER_SECOND} mails a second for ${SECONDS} s`, () => {
  const samples = sampleRequests().filter(({ gets }) => gets === 'ticket letter');
  let desk: Desk;
  let watcher: ImapFlow;
  let sent: readonly Sent[] = [];
  const announcements: number[] = [];

  beforeAll(
    async () => {
      desk = await openDesk({ directory: SAMPLE_DIRECTORY });
      await desk.start();
      watcher = await idleWatcher(desk, announcements);
      sent = await stream(desk, samples);
      await desk.settled(sent.length, 60_000);
    },
    (SECONDS + 120) * 1000,
  );
  afterAll(async () => {
    watcher.close();
    await desk.close();
  });

  it('answers each within two seconds of its announcement, but for one in a hundred', () => {
    const answers = answerTimes(desk);
    const fromDelivery = sent.map((mail) => (answers.get(keyOf(mail)) ?? Infinity) - mail.deliveredAt);
    const fromAnnouncement = sent.map((mail) => {
      const announced = announcements.find((at) => at >= mail.deliveredAt) ?? mail.deliveredAt;
      return Math.max(0, (answers.get(keyOf(mail)) ?? Infinity) - announced);
    });
    console.log(
      `${sent.length} mails, ms from delivery: ${figures(fromDelivery)}; from announcement: ${figures(fromAnnouncement)}`,
    );

    expect(percentile(fromAnnouncement, 99)).toBeLessThan(2_000);
  });

  it('opens a ticket for each and answers it with one letter', () => {
    const accepted = desk
      .books()
      .filter(({ disposition, tickets, letters }) => disposition === 'accept' && tickets >= 1 && letters.length === 1);
    const letters = desk.smtp.letters.map(({ messageId }) => messageId);

    expect(accepted).toHaveLength(sent.length);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

async function stream(desk: Desk, samples: readonly SampleRequest[]): Promise<readonly Sent[]> {
  const delivery = await openDelivery(desk.dovecot.ports.lmtp);
  const began = performance.now();
  const sent: Promise<Sent>[] = [];
  for (let index = 0; index < PER_SECOND * SECONDS; index += 1) {
    const sample = samples[index % samples.length];
    if (sample === undefined) throw new Error('no samples');
    const round = Math.floor(index / samples.length);
    await sleep(Math.max(0, began + (index * 1000) / PER_SECOND - performance.now()));
    const messageId = sampleId(sample, round);
    sent.push(
      delivery
        .deliver(MAILBOX, sampleMail({ ...sample, subject: `${sample.subject} (${round})` }, round))
        .then(() => ({ messageId, writer: sample.from.address, deliveredAt: Date.now() })),
    );
  }
  const all = await Promise.all(sent);
  await delivery.close();
  return all;
}

/** Another client in IDLE on the same mailbox: notes when the server announces something new. */
async function idleWatcher(desk: Desk, announcements: number[]): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: desk.dovecot.ports.imap,
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'servicedesk', pass: 'rahasia' },
    logger: false,
  });
  client.on('error', () => undefined);
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  client.on('exists', () => announcements.push(Date.now()));
  void client.idle().catch(() => undefined);
  return client;
}

/** When the first letter to the writer of each mail was taken. */
function answerTimes(desk: Desk): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { raw, to, at } of desk.smtp.letters) {
    const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    const messageId = /^in-reply-to: *<([^>]*)>/im.exec(head)?.[1] ?? '';
    const key = keyOf({ messageId, writer: to[0] ?? '' });
    if (!times.has(key)) times.set(key, at);
  }
  return times;
}

function keyOf({ messageId, writer }: Pick<Sent, 'messageId' | 'writer'>): string {
  return `${messageId} ${writer}`;
}

function figures(values: readonly number[]): string {
  return [50, 90, 99, 100].map((share) => `p${share} ${Math.round(percentile(values, share))}`).join(', ');
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * share) / 100) - 1)] ?? Infinity;
}
