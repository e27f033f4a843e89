/** Mails that brought personal papers, from their receipt to the day on which their bytes go. Real store, real files, real rules. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RetentionLoop } from '../../src/follow-up/retention-loop.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import type { PersonalMails } from '../../src/record/store.ts';
import type { RawStore } from '../../src/receive/mail-source.ts';
import { asMailId, asTicketNumber } from '../../src/shared/ids.ts';
import { mailIdOf } from '../../src/shared/keyring.ts';
import { silentLog, type Log } from '../../src/shared/log.ts';
import { DAY } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Outcome, type Written } from '../end-to-end/desk.ts';
import { buildPdf } from '../papers/form-builder.ts';
import { factsOf } from '../record/builders.ts';

let folder = '';
let desk: Desk;
let raw: RawStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-retention-'));
  raw = makeFileRawStore(folder);
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const NONE = asMailId('0'.repeat(20));
const KTP = { filename: 'scan.pdf', type: 'application/pdf', content: readFileSync('fixtures/papers/ktp.pdf') };
const PHOTO = { filename: 'ktp-sari.jpg', type: 'image/jpeg', content: readFileSync('fixtures/papers/ktp-sari.jpg') };
const NAMELESS = { ...PHOTO, filename: 'IMG_1.jpg', content: readFileSync('fixtures/papers/IMG_20261123.jpg') };
const SK = { ...KTP, filename: 'lampiran.pdf', content: readFileSync('fixtures/papers/sk-pensiun.pdf') };
const PASSWORD: Written = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, saya lupa passwordnya.',
  cc: ['joyo.handoko'],
};

interface Kept {
  readonly outcome: Outcome;
  /** Of the mail's bytes. */
  readonly path: string;
  readonly sha256: string;
}

/** Arrives at the desk, and lies in the store of raw mails as the daemon keeps it. */
async function arrives(mail: Written, who = 'mutia.zahra'): Promise<Kept> {
  const outcome = await desk.writes(who, mail);
  const row = await desk.store.ledger.row(outcome.decision.mail ?? NONE);
  const sha256 = row?.sha256 ?? '';
  const path = raw.path(sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'the mail');
  return { outcome, path, sha256 };
}

const loopWith = (
  removeRaw: (sha256: string) => Promise<void> = (sha256) => raw.remove(sha256),
  log: Log = silentLog,
): RetentionLoop =>
  new RetentionLoop({
    ...desk.store,
    office: () => desk.office,
    removeRaw,
    clock: desk,
    log,
  });
const look = (): Promise<void> => loopWith().now();
const numberOf = ({ outcome }: Kept): string => outcome.decision.tickets[0]?.number ?? '';
const removals = async (kept: Kept): Promise<number> => {
  const events = await desk.store.tickets.events(asTicketNumber(numberOf(kept)));
  return events.filter(({ type }) => type === 'PapersRemoved').length;
};
const ends = async (): Promise<void> => {
  const withdrawn = await desk.answers('mutia.zahra', desk.last('requester.received'), 'Permintaan ini saya batalkan.');
  expect(withdrawn.decision.tickets[0]?.events.map(({ type }) => type)).toContain('Cancelled');
};

describe('a mail that brought a personal paper', () => {
  it.each([
    ['an identity card', KTP, ['ktp']],
    ['a photograph that only its name says to be one', PHOTO, ['ktp']],
    ['a decree', SK, ['sk']],
  ])('is marked when it is decided: %s', async (_name, attachment, kinds) => {
    const { outcome } = await arrives({ ...PASSWORD, attachments: [attachment] });

    expect(outcome.decision.personalMails).toEqual([{ mail: outcome.decision.mail, what: 'keep', kinds }]);
  });

  it('is marked by what it was sent for, where nobody can read it', async () => {
    const letter = {
      ...KTP,
      filename: 'Surat rekomendasi.pdf',
      content: await buildPdf({ lines: ['SURAT REKOMENDASI'] }),
    };
    const { outcome } = await arrives({
      subject: 'Pendaftaran sertifikat elektronik',
      text: 'mohon pendaftaran sertifikat elektronik untuk saya.',
      cc: ['joyo.handoko'],
      attachments: [letter, { ...NAMELESS, filename: 'foto KTP saya.jpg' }],
    });

    expect(outcome.decision.personalMails?.[0]?.kinds).toContain('scan-ktp');
  });

  it('keeps its bytes while its ticket is open, and for ninety days afterwards', async () => {
    const kept = await arrives({ ...PASSWORD, attachments: [KTP] });
    desk.pass(200 * DAY);
    await look();
    expect(existsSync(kept.path)).toBe(true);

    await ends();
    desk.pass(89 * DAY);
    await look();
    expect(existsSync(kept.path)).toBe(true);

    desk.pass(2 * DAY);
    await look();
    expect(existsSync(kept.path)).toBe(false);
    expect(await removals(kept)).toBe(1);
  });

  it('stays in the ledger with its hash; the ticket is as it was', async () => {
    const kept = await arrives({ ...PASSWORD, attachments: [KTP] });
    await ends();
    const before = (await desk.ticket(numberOf(kept))).state;
    desk.pass(91 * DAY);
    await look();

    expect((await desk.ticket(numberOf(kept))).state).toEqual(before);
    const mails = await desk.store.history.mails(asTicketNumber(numberOf(kept)));
    expect(mails.map(({ sha256 }) => sha256)).toContain(kept.sha256);
    expect(await desk.store.personal.isRemoved(mails[0]?.mail ?? NONE)).toBe(true);
    expect(await desk.store.recorder.rebuild({ mend: false })).toEqual([]);
  });

  it('goes once, however often the clock looks', async () => {
    const kept = await arrives({ ...PASSWORD, attachments: [KTP] });
    await ends();
    desk.pass(91 * DAY);
    await look();
    await look();
    await look();

    expect(await removals(kept)).toBe(1);
  });

  it('that belongs to no ticket goes thirty days after it came', async () => {
    const kept = await arrives({
      subject: 'Undangan',
      text: 'Selamat siang.',
      headers: ['List-Id: <rapat.kantor.example>'],
      attachments: [KTP],
    });
    expect(kept.outcome.decision.disposition.kind).toBe('ignore');
    desk.pass(29 * DAY);
    await look();
    expect(existsSync(kept.path)).toBe(true);

    desk.pass(2 * DAY);
    await look();
    expect(existsSync(kept.path)).toBe(false);
  });

  it('that waits for a person is not touched', async () => {
    const kept = await arrives({ ...PASSWORD, attachments: [KTP] }, 'orang@luar.example');
    expect(kept.outcome.decision.disposition.kind).toBe('hold');
    desk.pass(365 * DAY);
    await look();

    expect(existsSync(kept.path)).toBe(true);
  });
});

describe('a mail without any', () => {
  it('is kept as long as the words of its ticket', async () => {
    const kept = await arrives({
      ...PASSWORD,
      attachments: [{ ...KTP, filename: 'manual.pdf', content: readFileSync('fixtures/papers/manual.pdf') }],
    });
    await ends();
    desk.pass(1_824 * DAY);
    await look();

    expect(kept.outcome.decision.personalMails).toBeUndefined();
    expect(existsSync(kept.path)).toBe(true);
  });
});

describe('a crash', () => {
  const due = async (): Promise<Kept> => {
    const kept = await arrives({ ...PASSWORD, attachments: [KTP] });
    await ends();
    desk.pass(91 * DAY);
    return kept;
  };

  it('between the word to the ticket and the file is made up for, and the ticket told once', async () => {
    const kept = await due();
    await loopWith(() => Promise.reject(new Error('killed'))).now();
    expect(existsSync(kept.path)).toBe(true);
    expect(await removals(kept)).toBe(1);

    await look();
    expect(existsSync(kept.path)).toBe(false);
    expect(await removals(kept)).toBe(1);
  });

  it('between the file and its mark is made up for, too', async () => {
    const kept = await due();
    await loopWith(async (sha256) => {
      await raw.remove(sha256);
      throw new Error('killed');
    }).now();
    expect(existsSync(kept.path)).toBe(false);

    const removed: string[] = [];
    const counting = async (sha256: string): Promise<void> => {
      removed.push(sha256);
      await raw.remove(sha256);
    };
    await loopWith(counting).now();
    await loopWith(counting).now();
    expect(removed).toEqual([kept.sha256]);
    expect(await removals(kept)).toBe(1);
  });
});

describe('one that cannot be deleted', () => {
  const both = async (): Promise<readonly [Kept, Kept]> => {
    const first = await arrives({ ...PASSWORD, attachments: [KTP] });
    await ends();
    const second = await arrives({ ...PASSWORD, subject: 'Lupa password lagi', attachments: [SK] });
    await ends();
    desk.pass(91 * DAY);
    return [first, second];
  };

  it.each([0, 1] as const)('keeps no other, whichever of two it is (%i), and goes when it can', async (which) => {
    const kept = await both();
    const stuck = kept[which];
    const other = kept[which === 0 ? 1 : 0];
    await loopWith(async (sha256) => {
      if (sha256 === stuck.sha256) throw new Error('EACCES: permission denied');
      await raw.remove(sha256);
    }).now();
    expect([existsSync(stuck.path), existsSync(other.path)]).toEqual([true, false]);

    await look();
    expect(existsSync(stuck.path)).toBe(false);
    expect([await removals(stuck), await removals(other)]).toEqual([1, 1]);
  });

  it('is tried once a look, and said in the log by its mail, without its path', async () => {
    const [first] = await both();
    const tried: string[] = [];
    const said: string[] = [];
    await loopWith(
      (sha256) => {
        tried.push(sha256);
        return Promise.reject(new Error('EIO'));
      },
      { ...silentLog, error: (facts, text) => said.push(`${JSON.stringify(facts)} ${text}`) },
    ).now();

    expect(tried.toSorted()).toEqual([...new Set(tried)].toSorted());
    expect(tried).toHaveLength(2);
    expect(said).toHaveLength(2);
    expect(said.join()).toContain(first.outcome.decision.mail);
    expect(said.join()).not.toContain(folder);
  });

  it('does not hold up those behind it, were it as many as are looked at in one go', async () => {
    const stuck = new Set(Array.from({ length: 60 }, (_, at) => `stuck-${at}`));
    const waiting = new Set([...stuck, ...Array.from({ length: 70 }, (_, at) => `good-${at}`)]);
    const due: PersonalMails['due'] = (_cuts, limit) =>
      Promise.resolve(
        [...waiting].slice(0, limit).map((name) => ({
          mail: asMailId(name.padEnd(20, '0')),
          sha256: name,
          kinds: ['ktp'],
          tickets: [],
          isRecorded: true,
        })),
      );
    await new RetentionLoop({
      ...desk.store,
      personal: {
        ...desk.store.personal,
        due,
        markRemoved: (mail) => {
          for (const name of waiting) if (mail === name.padEnd(20, '0')) waiting.delete(name);
          return Promise.resolve();
        },
      },
      office: () => desk.office,
      removeRaw: (sha256) => (stuck.has(sha256) ? Promise.reject(new Error('EIO')) : Promise.resolve()),
      clock: desk,
      log: silentLog,
    }).now();

    expect([...waiting]).toEqual([...stuck]);
  });
});

describe('an office without the rule', () => {
  it('keeps everything', async () => {
    await desk.close();
    desk = await openDesk({ rulebook: ({ retention: _none, ...rulebook }) => rulebook });
    const kept = await arrives({ ...PASSWORD, attachments: [KTP] });
    await ends();
    desk.pass(4_000 * DAY);
    await look();

    expect(existsSync(kept.path)).toBe(true);
  });
});

it('forgets signatures once they can be of no use, whatever the rules say of words', async () => {
  const { decision } = await desk.writes('mutia.zahra', PASSWORD);
  const smime = { kind: 'proven', why: '', signedAt: desk.now(), covers: 'text', fingerprint: 'f'.repeat(64) } as const;
  const mail = mailIdOf('INBOX', '1', 1_000);
  const arrival = { mail, mailbox: 'INBOX', uidValidity: '1', uid: 1_000, receivedAt: desk.now(), sizeBytes: 1 };
  await desk.store.ledger.list([{ ...arrival, sha256: 'a'.repeat(64) }], 'kept');
  const facts = factsOf(1_000, { smime });
  await desk.store.recorder.record({ ...decision, mail, tickets: [], letters: [], numbers: null }, facts);

  desk.pass(31 * DAY);
  await look();
  expect(await desk.store.tickets.signedBefore(smime.fingerprint)).toBe(mail);

  desk.pass(31 * DAY);
  await look();
  expect(await desk.store.tickets.signedBefore(smime.fingerprint)).toBeNull();
});
