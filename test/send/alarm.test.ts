import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { makeAlarm, type AlarmNotice, type AlarmParts, type AlarmWay } from '../../src/send/alarm.ts';
import { fileMemory, mailWay, webhookWay } from '../../src/send/alarm-ways.ts';
import type { SendOutcome } from '../../src/send/transport.ts';
import { silentLog } from '../../src/shared/log.ts';
import { aMail } from './outgoing.ts';

const NOON = Date.parse('2026-11-23T05:00:00Z');
const clock = { now: () => NOON };
const closing: (() => void)[] = [];

afterEach(() => closing.splice(0).forEach((close) => close()));

function anAlarm(change: Partial<AlarmParts> = {}) {
  const told: AlarmNotice[] = [];
  const way: AlarmWay = { name: 'test', tell: async (notice) => void told.push(notice) };
  return { told, alarm: makeAlarm({ ways: [way], clock, log: silentLog, ...change }) };
}

describe('an alarm', () => {
  it('is told once for each cause until it is over', async () => {
    const { alarm, told } = anAlarm();

    await alarm.raise('imap', 'The mailbox is away');
    await alarm.raise('imap', 'The mailbox is still away');
    await alarm.raise('breaker', 'Sending has stopped');
    await alarm.clear('imap');
    await alarm.raise('imap', 'The mailbox is away again');

    expect(told).toEqual([
      { cause: 'imap', text: 'The mailbox is away', at: NOON },
      { cause: 'breaker', text: 'Sending has stopped', at: NOON },
      { cause: 'imap', text: 'The mailbox is away again', at: NOON },
    ]);
    expect(alarm.raised().toSorted()).toEqual(['breaker', 'imap']);
  });

  it('is told once however often it is raised at the same moment', async () => {
    const { alarm, told } = anAlarm();

    await Promise.all(Array.from({ length: 50 }, () => alarm.raise('imap', 'away')));

    expect(told).toHaveLength(1);
  });

  it('counts as told when one of two ways got through', async () => {
    const broken: AlarmWay = { name: 'broken', tell: async () => Promise.reject(new Error('no')) };
    const told: string[] = [];
    const good: AlarmWay = { name: 'good', tell: async ({ cause }) => void told.push(cause) };
    const { alarm } = anAlarm({ ways: [broken, good], retryMs: 10 });

    await alarm.raise('imap', 'away');
    await sleep(60);

    expect(told).toEqual(['imap']);
  });

  it('that got through nowhere is tried again until it does', async () => {
    const tries: string[] = [];
    const way: AlarmWay = {
      name: 'late',
      tell: async ({ text }) => {
        tries.push(text);
        if (tries.length < 3) throw new Error('not yet');
      },
    };
    const { alarm } = anAlarm({ ways: [way], retryMs: 10 });

    await alarm.raise('imap', 'away');
    await expect.poll(() => tries.length).toBe(3);
    await sleep(50);

    expect(tries).toEqual(['away', 'away', 'away']);
  });

  it('that is over before it got through is not told any more', async () => {
    let tries = 0;
    const way: AlarmWay = { name: 'never', tell: async () => Promise.reject(new Error(`try ${(tries += 1)}`)) };
    const { alarm } = anAlarm({ ways: [way], retryMs: 10 });

    await alarm.raise('imap', 'away');
    await alarm.clear('imap');
    await sleep(50);

    expect(tries).toBe(1);
    expect(alarm.raised()).toEqual([]);
  });

  it('is not told again by a new process that finds the cause unmended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loket-alarm-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const memory = fileMemory(join(folder, 'alarms'));
    const before = anAlarm({ memory });
    await before.alarm.raise('imap', 'away');

    const after = anAlarm({ memory });
    await after.alarm.raise('imap', 'away');
    expect(after.told).toEqual([]);

    await after.alarm.clear('imap');
    expect(anAlarm({ memory }).alarm.raised()).toEqual([]);
  });
});

describe('the webhook', () => {
  it('posts cause, text and time to its URL', async () => {
    const asked: { method: string | undefined; url: string | undefined; body: string }[] = [];
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        asked.push({ method: request.method, url: request.url, body });
        response.writeHead(204).end();
      });
    });

    await webhookWay(`${url}/alarm`).tell({ cause: 'imap', text: 'away', at: NOON });

    expect(asked).toEqual([
      { method: 'POST', url: '/alarm', body: '{"cause":"imap","text":"away","at":"2026-11-23T05:00:00.000Z"}' },
    ]);
  });

  it.each([
    ['an error', 500, {}, /answered 500/],
    ['a redirect to somewhere else', 302, { location: 'http://127.0.0.1:1/' }, /fetch failed/],
  ])('counts %s as not told', async (_name, status, headers, message) => {
    const url = await serve((_request, response) => void response.writeHead(status, headers).end());

    await expect(webhookWay(url).tell({ cause: 'imap', text: 'away', at: NOON })).rejects.toThrow(message);
  });

  it('counts silence as not told after its time', async () => {
    const url = await serve(() => undefined);

    await expect(webhookWay(url, 100).tell({ cause: 'imap', text: 'away', at: NOON })).rejects.toThrow(/timeout/i);
  });
});

describe('the mail to the operator', () => {
  it.each([
    [{ kind: 'sent', reply: '250 ok' } as const, true],
    [{ kind: 'transient', scope: 'unreachable', reply: 'gone' } as const, false],
    [{ kind: 'permanent', status: '5.1.1', reply: '550 no' } as const, false],
  ])('with outcome %j is told: %s', async (outcome: SendOutcome, isTold) => {
    const sent: string[] = [];
    const transport = {
      send: async ({ text }: { text: string }) => {
        sent.push(text);
        return outcome;
      },
      verify: async () => undefined,
      close: async () => undefined,
    };
    const way = mailWay(transport, ({ text }) => aMail({ text }));

    const telling = way.tell({ cause: 'imap', text: 'away', at: NOON }).then(
      () => true,
      () => false,
    );

    expect(await telling).toBe(isTold);
    expect(sent).toEqual(['away']);
  });
});

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
