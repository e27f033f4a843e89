/** The words of tickets, from their end to the day on which they are emptied. Real store, real files, real rules. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RetentionLoop, type RetentionParts } from '../../src/follow-up/retention-loop.ts';
import type { RawStore } from '../../src/receive/mail-source.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { asMailId, asTicketNumber, type MailId } from '../../src/shared/ids.ts';
import { silentLog } from '../../src/shared/log.ts';
import { DAY } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Written } from '../end-to-end/desk.ts';

let folder = '';
let desk: Desk;
let raw: RawStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-words-'));
  raw = makeFileRawStore(folder);
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const PASSWORD: Written = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, saya lupa passwordnya.',
  cc: ['joyo.handoko'],
};

interface Kept {
  readonly mail: MailId;
  readonly number: string;
  /** Of the mail's bytes. */
  readonly path: string;
}

const arrives = (): Promise<Kept> => arrivesAs('mutia.zahra', PASSWORD);

async function arrivesAs(who: string, written: Written): Promise<Kept> {
  const { decision } = await desk.writes(who, written);
  const mail = decision.mail ?? asMailId('0'.repeat(20));
  const row = await desk.store.ledger.row(mail);
  const path = raw.path(row?.sha256 ?? '');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'the mail');
  return { mail, number: decision.tickets[0]?.number ?? '', path };
}

const loopWith = (parts: Partial<RetentionParts> = {}): RetentionLoop =>
  new RetentionLoop({
    ...desk.store,
    office: () => desk.office,
    removeRaw: (sha256) => raw.remove(sha256),
    clock: desk,
    log: silentLog,
    ...parts,
  });
const look = (): Promise<void> => loopWith().now();
const ends = async (): Promise<void> => {
  await desk.answers('mutia.zahra', desk.last('requester.received'), 'Permintaan ini saya batalkan.');
};

describe('the words of a ticket', () => {
  const wordsOf = async (kept: Kept) => (await desk.ticket(kept.number)).texts;

  it('are emptied five years after its end, and its originals go with them; what happened stays', async () => {
    const kept = await arrives();
    await ends();
    const before = await desk.ticket(kept.number);
    desk.pass(1_824 * DAY);
    await look();
    expect(Object.keys(await wordsOf(kept)).length).toBeGreaterThan(3);

    desk.pass(2 * DAY);
    await look();
    expect(await wordsOf(kept)).toEqual({});
    expect(existsSync(kept.path)).toBe(false);
    expect((await desk.ticket(kept.number)).state).toEqual(before.state);
    const events = await desk.store.tickets.events(asTicketNumber(kept.number));
    expect(events.at(-1)).toMatchObject({ type: 'PapersRemoved', kinds: ['words'] });
    expect(await desk.store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  it('go with names and addresses of the people in it, unless something of later days names them', async () => {
    const kept = await arrives();
    await ends();
    desk.pass(1_000 * DAY);
    await desk.writes('joyo.handoko', { subject: 'Lupa password', text: 'Mohon reset password email saya.' });
    desk.pass(1_000 * DAY);
    await look();
    await look();

    const { people, state } = await desk.ticket(kept.number);
    expect(people.get(state.requester)).toEqual({ address: '', name: '' });
    expect([...people.values()].map(({ address }) => address)).toContain('joyo.handoko@kemenkeu.example');
  });

  it('are kept while it is open, however long', async () => {
    const kept = await arrives();
    desk.pass(4_000 * DAY);
    await look();

    expect(Object.keys(await wordsOf(kept)).length).toBeGreaterThan(3);
    expect(existsSync(kept.path)).toBe(true);
  });

  it('are looked for once a day', async () => {
    const kept = await arrives();
    await ends();
    desk.pass(1_826 * DAY - 12 * 60 * 60_000);
    const looked: number[] = [];
    const counting = loopWith({
      oldTexts: {
        ...desk.store.oldTexts,
        empty: (before, after) => {
          looked.push(before);
          return desk.store.oldTexts.empty(before, after);
        },
      },
    });
    for (let count = 0; count < 3; count += 1) await counting.now();
    desk.pass(DAY);
    await counting.now();
    await look();

    expect(looked).toHaveLength(2);
    expect(await wordsOf(kept)).toEqual({});
  });

  it('that are gone hinder neither who writes about it nor who asks for its file', async () => {
    const kept = await arrives();
    await ends();
    desk.pass(1_830 * DAY);
    await look();
    const again = await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Masih tidak bisa masuk, mohon dicek.',
    );
    const file = await desk.writes('meja-layanan', { subject: 'arsip', text: `arsip ${kept.number}` });

    expect(again.decision.disposition.kind).toBe('accept');
    expect(file.told).toEqual(['desk.evidence → meja-layanan']);
  });

  it('stay for ever where the rules say nothing of them', async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: ({ retention, ...rulebook }) => ({
        ...rulebook,
        ...(retention && { retention: { ...retention, daysOfTexts: null } }),
      }),
    });
    const kept = await arrives();
    await ends();
    desk.pass(9_000 * DAY);
    await look();

    expect(Object.keys(await wordsOf(kept)).length).toBeGreaterThan(3);
  });

  it('that cannot be emptied now are told of in the log, and emptied at the next look', async () => {
    const kept = await arrives();
    await ends();
    desk.pass(1_830 * DAY);
    const said: string[] = [];
    let isBroken = true;
    const loop = loopWith({
      oldTexts: {
        ...desk.store.oldTexts,
        empty: (before, after) =>
          isBroken ? Promise.reject(new Error('disk is full')) : desk.store.oldTexts.empty(before, after),
      },
      log: { ...silentLog, error: (_facts, text) => said.push(text) },
    });
    await loop.now();
    isBroken = false;
    await loop.now();

    expect(said).toEqual(['the words of old tickets could not be emptied; it is tried again']);
    expect(await wordsOf(kept)).toEqual({});
  });
});

describe('the words of a mail without a ticket', () => {
  const NEWS: Written = { subject: 'Penawaran seminar', text: 'Promo seminar bulan ini, daftar segera.' };
  const ASKED: Written = { subject: 'Status tiket saya', text: 'Mohon info status tiket saya.' };

  it('are emptied after the same time, and its original goes; why it got what it got stays', async () => {
    const kept = await arrivesAs('mutia.zahra', ASKED);
    expect(kept.number).toBe('');
    desk.pass(1_824 * DAY);
    await look();
    expect((await desk.store.history.heads([kept.mail])).size).toBe(1);

    desk.pass(2 * DAY);
    const [before] = await desk.store.history.decisions(kept.mail);
    await look();
    await look();
    expect((await desk.store.history.heads([kept.mail])).size).toBe(0);
    expect(await desk.store.history.decisions(kept.mail)).toEqual([{ ...before, trace: [] }]);
    expect(existsSync(kept.path)).toBe(false);
    expect(await desk.store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  it('stay whole while the mail waits for the desk, however long', async () => {
    const kept = await arrivesAs('promo@iklan.example', NEWS);
    desk.pass(4_000 * DAY);
    await look();

    expect((await desk.store.deskBook.held(10)).map(({ subject }) => subject)).toEqual([NEWS.subject]);
    expect(existsSync(kept.path)).toBe(true);
  });
});

describe('the first look', () => {
  /** How often it had been put off when the ticket's words went. */
  async function firstLook(parts: Partial<RetentionParts>): Promise<number> {
    const kept = await arrives();
    await ends();
    desk.pass(1_830 * DAY);
    let asked = 0;
    const isBusy = async (): Promise<boolean> => {
      asked += 1;
      return (await parts.isBusy?.()) ?? false;
    };
    const loop = loopWith({ soonMs: 5, ...parts, isBusy });
    loop.start();
    await expect.poll(async () => Object.keys((await desk.ticket(kept.number)).texts), POLL).toEqual([]);
    await loop.stop();
    return asked;
  }
  const POLL = { interval: 10, timeout: 5_000 };

  it('comes soon after the start, long before the second', async () => {
    expect(await firstLook({})).toBe(1);
  });

  it('waits until the mail that had gathered is worked off', async () => {
    let waiting = 4;
    expect(await firstLook({ isBusy: () => Promise.resolve((waiting -= 1) > 0) })).toBe(4);
  });

  it('comes all the same where mail never ends', async () => {
    expect(await firstLook({ isBusy: () => Promise.resolve(true), mostPutOff: 3 })).toBeGreaterThanOrEqual(3);
  });

  it('comes where nobody can tell whether mail waits', async () => {
    expect(await firstLook({ isBusy: () => Promise.reject(new Error('disk is full')) })).toBe(1);
  });
});
