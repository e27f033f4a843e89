import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { asTicketNumber, type LetterKey } from '../../src/shared/ids.ts';
import { BotError } from '../../src/shared/errors.ts';
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts';
import { aMail } from './outgoing.ts';
import { aStage, composeForTest, DESK, until, type Stage } from './stage.ts';

const PATIENCE = { timeout: 10_000, interval: 10 };
let stage: Stage | null = null;

afterEach(async () => {
  await stage?.close();
  stage = null;
});

const ticket = (counter: number) => asTicketNumber(`SR-261123-${String(counter).padStart(4, '0')}-0`);
const person = (name: string) => [{ name, address: `${name}@kantor.example` }];
const idOf = (key: LetterKey): string => `${key}@kantor.example`;
const sentIds = ({ smtp }: Pick<Stage, 'smtp'>): string[] => smtp.letters.map(({ messageId }) => messageId);

async function theStage(...args: Parameters<typeof aStage>): Promise<Stage> {
  stage = await aStage(...args);
  return stage;
}

describe('the send loop', () => {
  it('sends what is due and marks it sent with the reply of the server', async () => {
    const { outbox, smtp, start, outcomes } = await theStage();
    const key = outbox.add({});

    start();
    await until(() => outbox.state(key) === 'sent');

    expect(smtp.letters).toMatchObject([{ messageId: idOf(key), to: ['budi@kantor.example'] }]);
    expect(outbox.rows()[0]).toMatchObject({ attempts: 1, lastReply: '250 2.0.0 taken' });
    expect(outcomes).toEqual(['requester.received:sent']);
  });

  it('sends acknowledgements before everything older', async () => {
    const at = await theStage({ connections: 1 });
    const report = at.outbox.add({ ticket: ticket(1), to: person('lama') });
    const received = at.outbox.add({ ticket: ticket(2), priority: 'acknowledgement', to: person('baru') });

    at.start();
    await until(() => at.smtp.letters.length === 2);

    expect(sentIds(at)).toEqual([idOf(received), idOf(report)]);
  });

  it('keeps the order of a ticket also where the first letter is put off', async () => {
    const at = await theStage();
    const first = at.outbox.add({ ticket: ticket(1) });
    const second = at.outbox.add({ ticket: ticket(1) });
    const other = at.outbox.add({ ticket: ticket(2), to: person('siti') });
    at.smtp.behave({ recipients: { 'budi@kantor.example': '451 4.2.1 later' } });

    at.start();
    await until(() => at.outbox.rows()[0]?.lastReply !== null && at.outbox.state(other) === 'sent');
    at.smtp.behave({ recipients: {} });
    at.clock.move(11_000);
    await until(() => at.outbox.state(second) === 'sent');

    expect(sentIds(at)).toEqual([idOf(other), idOf(first), idOf(second)]);
  });

  it('leaves at once when it is woken, long before it would look by itself', async () => {
    const { outbox, start } = await theStage({ pollMs: 60_000 });
    const loop = start();
    await sleep(50);
    const key = outbox.add({});

    loop.wake();

    await expect.poll(() => outbox.state(key), PATIENCE).toBe('sent');
  });

  it('waits for letters under way when it stops, and claims no more', async () => {
    const { outbox, smtp, start } = await theStage({ connections: 1 });
    smtp.behave({ delayMs: 200 });
    const first = outbox.add({ ticket: ticket(1) });
    const loop = start();
    await until(() => outbox.state(first) === 'claimed');
    const second = outbox.add({ ticket: ticket(2) });

    await loop.stop();

    expect([outbox.state(first), outbox.state(second)]).toEqual(['sent', 'waiting']);
  });

  it('stops although the server never answers; the letter leaves again at the next start', async () => {
    const { outbox, smtp, start } = await theStage();
    smtp.behave({ delayMs: 60_000 });
    const key = outbox.add({});
    const loop = start();
    await until(() => smtp.receiving() === 1);

    await loop.stop(50);
    expect(outbox.state(key)).toBe('claimed');
    smtp.behave({ delayMs: 0 });
    start();

    await until(() => outbox.state(key) === 'sent');
    expect(sentIds({ smtp })).toEqual([idOf(key)]);
  });

  it('records an answer as late when the mail came more than 30 minutes earlier', async () => {
    const { outbox, start, clock } = await theStage();
    const now = clock.now();
    const early = outbox.add({ ticket: ticket(1) }, now, { receivedAt: now - 29 * MINUTE });
    const late = outbox.add({ ticket: ticket(2) }, now, { receivedAt: now - 31 * MINUTE });

    start();
    await until(() => [early, late].every((key) => outbox.state(key) === 'sent'));

    expect(outbox.lateKeys).toEqual([late]);
  });
});

describe('a letter that is put off', () => {
  it('is the same letter when it goes again, ten seconds later', async () => {
    const at = await theStage();
    at.smtp.behave({ dropAfterData: 'taken' });
    const key = at.outbox.add({});

    at.start();
    await until(() => at.outbox.rows()[0]?.lastReply !== null);
    at.smtp.behave({ dropAfterData: 'no' });
    at.clock.move(9_000);
    await sleep(80);
    expect(at.outbox.state(key)).toBe('waiting');
    at.clock.move(2_000);
    await until(() => at.outbox.state(key) === 'sent');

    expect(sentIds(at)).toEqual([idOf(key), idOf(key)]);
  });

  it('fails after three days, and the desk is told', async () => {
    const { outbox, smtp, start, clock } = await theStage();
    smtp.behave({ recipients: { 'budi@kantor.example': '451 4.2.1 later' } });
    const key = outbox.add({}, clock.now() - 3 * DAY);

    start();
    await until(() => outbox.state(key) === 'failed');

    await expect.poll(() => smtp.letters.map(({ to }) => to[0]), PATIENCE).toEqual([DESK]);
  });

  it('by some recipients only goes again to these', async () => {
    const { outbox, smtp, start, clock } = await theStage();
    smtp.behave({ recipients: { 'siti@kantor.example': '451 4.2.1 later' } });
    const key = outbox.add({ to: person('budi'), cc: person('siti') });

    start();
    await until(() => smtp.letters.length === 1 && outbox.state(key) === 'waiting');
    smtp.behave({ recipients: {} });
    clock.move(11_000);
    await until(() => outbox.state(key) === 'sent');

    expect(smtp.letters.map(({ to }) => to)).toEqual([['budi@kantor.example'], ['siti@kantor.example']]);
  });
});

describe('a letter that is refused for good', () => {
  it('fails, and the desk gets one letter about it', async () => {
    const { outbox, smtp, start, outcomes } = await theStage();
    smtp.behave({ recipients: { 'budi@kantor.example': '550 5.1.1 user unknown' } });
    const key = outbox.add({});

    start();
    await until(() => smtp.letters.length === 1);

    expect(outbox.state(key)).toBe('failed');
    expect(smtp.letters[0]?.to).toEqual([DESK]);
    expect(outcomes[0]).toBe('requester.received:failed');
  });

  it('by the desk itself is an alarm, not another letter', async () => {
    const { outbox, smtp, start, told, alarm } = await theStage();
    smtp.behave({ recipients: { [DESK]: '550 5.2.1 mailbox disabled' } });
    const key = outbox.add({ template: 'desk.triage', to: [{ name: '', address: DESK }] });

    start();
    await until(() => told.length === 1);
    expect(told[0]?.cause).toBe('desk-undeliverable');
    expect(outbox.rows()).toHaveLength(1);
    expect(outbox.state(key)).toBe('failed');

    smtp.behave({ recipients: {} });
    outbox.add({ template: 'desk.triage', ticket: ticket(2), to: [{ name: '', address: DESK }] });
    await until(() => alarm.raised().length === 0);
  });

  it('by a copied superior alone counts as sent', async () => {
    const { outbox, smtp, start } = await theStage();
    smtp.behave({ recipients: { 'siti@kantor.example': '550 5.1.1 user unknown' } });
    const key = outbox.add({ to: person('budi'), cc: person('siti') });

    start();
    await until(() => outbox.state(key) === 'sent');

    expect(outbox.rows()[0]?.lastReply).toContain('1 recipients refused: 550 5.1.1 user unknown');
  });

  it('by everybody it is addressed to counts as failed although a copy arrived', async () => {
    const { outbox, smtp, start } = await theStage();
    smtp.behave({ recipients: { 'budi@kantor.example': '550 5.1.1 user unknown' } });
    const key = outbox.add({ to: person('budi'), cc: person('siti') });

    start();

    await expect.poll(() => outbox.state(key), PATIENCE).toBe('failed');
  });
});

describe('a letter that cannot be made', () => {
  it('is parked with its reason and alarmed once; the others go on', async () => {
    const at = await theStage();
    const broken = [1, 2].map((counter) => at.outbox.add({ ticket: ticket(counter) }));
    const good = at.outbox.add({ ticket: ticket(3) });
    let isBroken = true;

    at.start({
      compose: async (row) => {
        if (isBroken && broken.includes(row.key)) throw new Error('no field "name" in the template');
        return composeForTest(row);
      },
    });
    await until(() => at.outbox.state(good) === 'sent' && broken.every((key) => at.outbox.state(key) === 'parked'));

    expect(at.outbox.rows()[0]?.parkedReason).toContain('no field "name" in the template');
    expect(at.told.map(({ cause }) => cause)).toEqual(['letters-parked']);

    isBroken = false;
    await at.outbox.retry(broken, at.clock.now());
    await until(() => at.smtp.letters.length === 3);
    await until(() => at.alarm.raised().length === 0);
  });

  it('because a file is missing is parked, too', async () => {
    const { outbox, start } = await theStage();
    const key = outbox.add({});
    const attachments = [{ filename: 'asli.eml', contentType: 'message/rfc822', content: { path: '/tidak/ada' } }];

    start({ compose: async () => aMail({ attachments }) });

    await expect.poll(() => outbox.state(key), PATIENCE).toBe('parked');
  });

  it('because storage is away for a moment is put off', async () => {
    const { outbox, start, clock } = await theStage();
    const key = outbox.add({});
    let isAway = true;

    start({
      compose: async (row) => {
        if (isAway) throw new BotError('E_STORAGE', 'database is locked');
        return composeForTest(row);
      },
    });
    await until(() => outbox.rows()[0]?.lastReply !== null);
    isAway = false;
    clock.move(11_000);

    await expect.poll(() => outbox.state(key), PATIENCE).toBe('sent');
  });
});

describe('a server that is away', () => {
  it('costs no letter its time, and all leave when it is back', async () => {
    const { outbox, smtp, start, clock } = await theStage();
    await smtp.stop();
    const keys = Array.from({ length: 30 }, (_, counter) =>
      outbox.add({ ticket: ticket(counter), to: person(`p${counter}`) }),
    );
    keys.forEach(() => outbox.receiveMail(clock.now()));
    const loop = start();
    await until(() => loop.status().serverDownSince !== null);
    clock.move(4 * DAY);
    await sleep(200);

    expect(keys.filter((key) => outbox.state(key) === 'failed')).toEqual([]);
    await smtp.start();
    await until(() => loop.status().serverDownSince === null);
    clock.move(2 * MINUTE);

    await until(() => keys.every((key) => outbox.state(key) === 'sent'));
  });

  it('is an alarm after five minutes, once, and over when it answers', async () => {
    const { outbox, smtp, start, clock, told, alarm } = await theStage();
    await smtp.stop();
    outbox.add({});
    const loop = start();
    await until(() => loop.status().serverDownSince !== null);
    expect(told).toEqual([]);

    for (const _ of [1, 2, 3]) {
      clock.move(6 * MINUTE);
      await sleep(150);
    }
    expect(told.map(({ cause }) => cause)).toEqual(['smtp-unreachable']);

    await smtp.start();
    clock.move(2 * MINUTE);
    await until(() => smtp.letters.length === 1);
    expect(alarm.raised()).toEqual([]);
  });

  it('is an alarm at once where it refuses our login, and no letter fails', async () => {
    const login = { user: 'servicedesk', password: 'benar' };
    const { outbox, start, told } = await theStage({}, { login });
    const key = outbox.add({});

    start({ transport: { send: async () => LOGIN_REFUSED } });
    await until(() => told.length === 1);

    expect(told[0]?.cause).toBe('smtp-refused');
    expect(outbox.state(key)).toBe('waiting');
  });

  it('is probed by another letter when one alone is its trouble', async () => {
    const { outbox, start, transport } = await theStage();
    const poison = outbox.add({ ticket: ticket(1), priority: 'acknowledgement' });
    const good = outbox.add({ ticket: ticket(2) });

    start({
      transport: {
        send: async (mail) => (mail.messageId === idOf(poison) ? LOGIN_REFUSED : transport.send(mail)),
      },
    });

    await until(() => outbox.state(good) === 'sent');
    expect(outbox.state(poison)).toBe('waiting');
  });
});

const LOGIN_REFUSED = { kind: 'transient', scope: 'refused', reply: '535 5.7.8 wrong' } as const;

describe('an outbox that cannot be written', () => {
  it('after a letter was taken does not make it go twice', async () => {
    const at = await theStage();
    const key = at.outbox.add({});
    at.smtp.behave({ delayMs: 100 });
    at.start();
    await until(() => at.outbox.state(key) === 'claimed');
    at.outbox.breakWith(new Error('disk full'));
    await until(() => at.smtp.letters.length === 1);
    await until(() => at.told.length > 0);
    at.clock.move(HOUR);
    at.outbox.breakWith(null);
    await until(() => at.outbox.state(key) === 'sent');

    expect(sentIds(at)).toEqual([idOf(key)]);
    expect(at.told.map(({ cause }) => cause)).toEqual(['outbox-storage']);
    await until(() => at.alarm.raised().length === 0);
  });

  it('does not end the loop', async () => {
    const { outbox, start } = await theStage();
    outbox.breakWith(new Error('disk full'));
    const key = outbox.add({});
    start();
    await sleep(100);
    outbox.breakWith(null);

    await expect.poll(() => outbox.state(key), PATIENCE).toBe('sent');
  });
});
