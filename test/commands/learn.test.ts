/** `loket learn` and `loket outbox addresses|free` on a real store, command lines in process. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { openStore } from '../../src/record/open-store.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { formatNumber } from '../../src/ticket/number.ts';
import { aDecision, aLetter, anArrival, DAY, factsOf, mailOf, NINE, openedEvent } from '../record/builders.ts';
import { writeMail } from '../support/write-mail.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NUMBER = formatNumber({ type: 'SR', day: DAY, counter: 1 });
const SENTENCE = 'Kotak ajaib di meja saya minta dipulihkan kuncinya';
const DEAD = 'pensiun@kemenkeu.example';

let folder = '';
let config = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-learn-test-'));
  config = join(folder, 'loket.yaml');
  const sample = readFileSync(join(ROOT, 'fixtures/loket.yaml'), 'utf8');
  writeFileSync(
    config,
    sample
      .replace('./directory.csv', join(ROOT, 'fixtures/directory.csv'))
      .replace('../rules', join(ROOT, 'rules'))
      .replace('../templates', join(ROOT, 'templates')),
  );
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/secret'), 'a secret of the test, long enough');
  const raw = writeMail({
    from: { name: 'Budi Santoso', address: 'budi@kemenkeu.example' },
    to: ['servicedesk@kemenkeu.example'],
    subject: 'Kotak ajaib',
    text: SENTENCE,
    messageId: 'mail-1@kemenkeu.example',
    date: new Date(NINE),
  });
  const kept = await makeFileRawStore(join(folder, 'data/raw')).keep(Buffer.from(raw), 1_000_000);
  const store = await openStore({ database: `sqlite:${join(folder, 'data/loket.db')}`, evolve });
  await store.ledger.list([anArrival(1, { sha256: kept.sha256 }), anArrival(2, { sha256: 'b'.repeat(64) })], 'kept');
  const example = JSON.stringify({ text: SENTENCE, variant: 'ITSM.8/reset-password', was: null });
  await store.recorder.record(
    aDecision({
      tickets: [
        {
          number: NUMBER,
          expectedVersion: 0,
          events: [openedEvent(mailOf(1))],
          texts: [{ name: 'example', text: example }],
        },
      ],
      addressOrders: [{ address: DEAD, mark: 'dead', what: 'set', by: null, detail: '550 5.1.1 user unknown' }],
      letters: [aLetter({ ticket: NUMBER, to: [{ name: '', address: DEAD }] })],
      numbers: { day: DAY, first: 1, count: 1 },
    }),
    factsOf(1),
  );
  // The original of this one is kept no longer.
  const second = formatNumber({ type: 'SR', day: DAY, counter: 2 });
  await store.recorder.record(
    aDecision({
      mail: mailOf(2),
      tickets: [{ number: second, expectedVersion: 0, events: [openedEvent(mailOf(2))], texts: [] }],
      numbers: { day: DAY, first: 2, count: 1 },
    }),
    factsOf(2),
  );
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function loket(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const code = await main([...args, '--config', config], {
    out: (text) => void lines.push(text),
    err: (text) => void lines.push(text),
  });
  return { code, out: lines.join('\n') };
}

describe('loket learn', () => {
  test('names the file and the line, and tries them on the kept mails', async () => {
    const { code, out } = await loket('learn');

    expect(out).toContain('examples/ITSM.8.yaml, below requests, reset-password');
    expect(out).toContain(SENTENCE);
    expect(out).toMatch(/1 mails, \d would be decided otherwise/);
    expect(code).toBe(0);
  });
});

describe('an address that is dead', () => {
  test('is listed, keeps its letters back, and is free again by order', async () => {
    expect((await loket('outbox', 'addresses')).out).toContain(DEAD);
    expect((await loket('outbox', 'list', '--state', 'parked')).out).toContain(DEAD);

    expect(await loket('outbox', 'free', DEAD)).toEqual({ code: 0, out: `${DEAD} is free again` });

    expect((await loket('outbox', 'list', '--state', 'waiting')).out).toContain(DEAD);
    expect((await loket('outbox', 'free', DEAD)).code).toBe(1);
  });
});
