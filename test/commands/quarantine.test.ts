/** `loket explain` and `loket quarantine` about mail from outside: what it seems to ask. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { openStore } from '../../src/record/open-store.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { aDecision, anArrival, factsOf, mailOf } from '../record/builders.ts';
import { writeMail } from '../support/write-mail.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ASKED = [{ kind: 'request', service: 'ITSM.8', variant: 'ITSM.8/reset-password' }] as const;

let folder = '';
let config = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-quarantine-test-'));
  config = join(folder, 'loket.yaml');
  const sample = readFileSync(join(ROOT, 'fixtures/loket.yaml'), 'utf8');
  const written = sample
    .replace('./directory.csv', join(ROOT, 'fixtures/directory.csv'))
    .replace('../rules', join(ROOT, 'rules'))
    .replace('../templates', join(ROOT, 'templates'));
  writeFileSync(config, written);
  mkdirSync(join(folder, 'data'));
  await fillStore(writtenFrom('yusuf@surat.example', 'Email kantor terkunci, lupa password. Mohon direset.'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writtenFrom(address: string, text: string): string {
  return writeMail({
    from: { name: 'Yusuf Pranata', address },
    to: ['servicedesk@kemenkeu.example'],
    subject: 'tolong',
    text,
    messageId: '21@surat.example',
    date: new Date('2026-11-23T09:00:00+07:00'),
  });
}

/** One that was read, and one that came before anything was kept of it. */
async function fillStore(raw: string): Promise<void> {
  const kept = await makeFileRawStore(join(folder, 'data/raw')).keep(Buffer.from(raw), 10_000_000);
  const store = await openStore({ database: `sqlite:${join(folder, 'data/loket.db')}`, evolve });
  await store.ledger.list([anArrival(1, { sha256: kept.sha256 }), anArrival(2)], 'kept');
  const held = { disposition: { kind: 'hold', reason: 'outside' }, autoReply: false } as const;
  await store.recorder.record(aDecision({ ...held, mail: mailOf(1), asked: ASKED }), factsOf(1));
  await store.recorder.record(aDecision({ ...held, mail: mailOf(2) }), factsOf(2));
  await store.close();
}

async function said(...args: readonly string[]): Promise<readonly string[]> {
  const out: string[] = [];
  const code = await main([...args, '--config', config], { out: (text) => void out.push(text), err: () => undefined });
  expect(code).toBe(0);
  return out;
}

describe('loket quarantine', () => {
  it('lists what each mail seems to ask, null where nobody could tell', async () => {
    const lines = (await said('quarantine', 'list', '--json')).map((line): unknown => JSON.parse(line));

    expect(lines).toMatchObject([
      { mail: mailOf(1), disposition: 'hold:outside', asked: ASKED },
      { mail: mailOf(2), asked: null },
    ]);
  });

  it('says it in the list for people', async () => {
    const [first, second] = await said('quarantine', 'list');

    expect(first).toContain('  request ITSM.8/reset-password  ');
    expect(second).toMatch(/@kemenkeu\.example {2}- +Reset/);
  });

  it('shows it with the mail', async () => {
    expect((await said('quarantine', 'show', mailOf(1))).join('\n')).toContain(
      'asks      request ITSM.8/reset-password',
    );
    const [json = ''] = await said('quarantine', 'show', mailOf(1), '--json');
    expect(JSON.parse(json)).toMatchObject({ asked: ASKED });
  });
});

describe('loket explain', () => {
  const explained = async (text: string, ...flags: readonly string[]): Promise<string> => {
    const file = join(folder, 'outside.eml');
    writeFileSync(file, writtenFrom('yusuf@surat.example', text));
    return (await said('explain', file, ...flags)).join('\n');
  };

  it('reads a mail from outside that is held all the same', async () => {
    const json: unknown = JSON.parse(await explained('Lupa password email kantor. Mohon direset.', '--json'));

    expect(json).toMatchObject({
      disposition: 'hold',
      autoReply: false,
      noReplyReason: 'outside',
      replies: [],
      tickets: [
        {
          kind: 'request',
          service: 'ITSM.8',
          variant: 'ITSM.8/reset-password',
          approver: { required: 'IV', verdict: 'missing', found: [] },
          route: { team: 'RFT-AKUN' },
          sla: { respondBy: null, resolveBy: null, startsWhen: null, policy: null },
        },
      ],
    });
  });

  it('finds no request in an advertisement', async () => {
    const json: unknown = JSON.parse(await explained('PROMO! Diskon 40% toner, hubungi sales kami.', '--json'));

    expect(json).toMatchObject({ disposition: 'hold', noReplyReason: 'outside', tickets: [] });
  });

  it('calls it no ticket', async () => {
    const text = await explained('Lupa password email kantor. Mohon direset.');

    expect(text).toContain('  Asks     request ITSM.8/reset-password');
    expect(text).not.toContain('  Ticket ');
  });
});
