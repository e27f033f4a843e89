/** `loket ticket export` and `loket verify` on a real store: command lines in process, files on the disk. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { loadConfig } from '../../src/config.ts';
import { evidenceMaker, type EvidenceSource } from '../../src/evidence-out.ts';
import { installationSecret } from '../../src/office.ts';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { openStore } from '../../src/record/open-store.ts';
import { asTicketNumber } from '../../src/shared/ids.ts';
import { silentLog } from '../../src/shared/log.ts';
import { MINUTE } from '../../src/shared/time.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { formatNumber } from '../../src/ticket/number.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import {
  aDecision,
  aLetter,
  anArrival,
  DAY,
  factsOf,
  mailOf,
  NINE,
  openedEvent,
  RFT,
  toTeam,
} from '../record/builders.ts';
import { writeMail } from '../support/write-mail.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Commands want the check digit, too. */
const NUMBER = formatNumber({ type: 'SR', day: DAY, counter: 1 });
/** Several lines of base64, and bits left over at the end. */
const PAPER = `%PDF-1.4 ${'isi surat keputusan; '.repeat(40)}.`;
/** A picture that no program can make smaller. */
const LARGE = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * at * 31) % 251));
const NIP = '198604122010121003';

let folder = '';
let config = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-export-test-'));
  config = join(folder, 'loket.yaml');
  const sample = readFileSync(join(ROOT, 'fixtures/loket.yaml'), 'utf8');
  const written = sample
    .replace('./directory.csv', join(ROOT, 'fixtures/directory.csv'))
    .replace('../rules', join(ROOT, 'rules'))
    .replace('../templates', join(ROOT, 'templates'));
  writeFileSync(config, written);
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/secret'), 'a secret of the test, long enough');
  await fillStore();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A request with a paper, and the team's answer whose original is no longer kept. */
async function fillStore(): Promise<void> {
  const raw = writeMail({
    from: { name: 'Budi Santoso', address: 'budi@kemenkeu.example' },
    to: ['servicedesk@kemenkeu.example'],
    subject: 'Reset password email',
    text: `Mohon reset password email saya, NIP ${NIP}. password: rahasia123`,
    messageId: 'mail-1@kemenkeu.example',
    date: new Date(NINE),
    attachments: [
      { filename: '../SK pensiun (1).pdf', type: 'application/pdf', content: Buffer.from(PAPER) },
      { filename: 'foto.jpg', type: 'image/jpeg', content: LARGE },
    ],
  });
  const kept = await makeFileRawStore(join(folder, 'data/raw')).keep(Buffer.from(raw), 10_000_000);
  const store = await openStore({ database: `sqlite:${join(folder, 'data/loket.db')}`, evolve });
  await store.ledger.list([anArrival(1, { sha256: kept.sha256 }), anArrival(2, { sha256: 'b'.repeat(64) })], 'kept');
  const opened = aDecision({
    tickets: [{ number: NUMBER, expectedVersion: 0, events: [openedEvent(mailOf(1))], texts: [] }],
    letters: [aLetter({ ticket: NUMBER }), toTeam({ ticket: NUMBER })],
    numbers: { day: DAY, first: 1, count: 1 },
  });
  await store.recorder.record(opened, factsOf(1));
  const resolved: TicketEvent[] = [
    { type: 'MailAttached', v: 1, at: NINE + MINUTE, mail: mailOf(2), writer: RFT, role: 'rft' },
    { type: 'SentToDesk', v: 1, at: NINE + MINUTE, reason: 'rft-help' },
  ];
  const decision = aDecision({
    mail: mailOf(2),
    at: NINE + MINUTE,
    people: [{ id: RFT, address: 'rft-akun@kemenkeu.example', name: 'RFT Akun' }],
    tickets: [{ number: NUMBER, expectedVersion: 1, events: resolved, texts: [] }],
    letters: [toTeam({ ticket: NUMBER, source: mailOf(2), step: 'help' })],
    trace: [{ rule: 'reply/rft/help', matched: true, detail: 'tolong' }],
  });
  await store.recorder.record(decision, factsOf(2, { subject: `Re: NIP ${NIP}` }));
  for (const row of await store.outbox.claim(NINE, 10, MINUTE))
    await store.outbox.markSent(row.key, {
      at: NINE + 2000,
      reply: '250 2.0.0 ok',
      text: 'Yth. Budi, kami terima.',
      late: false,
    });
  await store.close();
}

async function loket(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Manifest {
  readonly entries: readonly {
    readonly content: {
      readonly title: string;
      readonly lines: readonly string[];
      readonly data: { readonly leftOut?: readonly unknown[] };
    };
  }[];
  readonly files: readonly { readonly content: { readonly name: string } }[];
}

function manifestOf(path: string): Manifest {
  const bytes = readFileSync(path);
  const start = bytes.indexOf('{\n "format"');
  return JSON.parse(bytes.subarray(start, bytes.indexOf('\nendstream', start)).toString());
}

describe('loket ticket export', () => {
  it('writes a file that loket verify finds as it was written', async () => {
    const file = join(folder, 'bukti.pdf');
    const exported = await loket('ticket', 'export', NUMBER, '--out', file, '--config', config, '--json');
    const verified = await loket('verify', file, '--config', config);

    expect([exported.code, exported.err]).toEqual([0, '']);
    expect(JSON.parse(exported.out)).toMatchObject({ ticket: NUMBER, file, sealed: true });
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain('its seal is that of this office');
  });

  it('tells mails, events and letters in the order in which they came about', async () => {
    const { entries } = manifestOf(join(folder, 'bukti.pdf'));

    expect(entries.map(({ content }) => content.title)).toEqual([
      'Email masuk dari Budi Santoso <budi@kemenkeu.example>',
      'Tiket dibuka',
      // Still waiting, so at the time at which it was written.
      'Surat kami: penugasan kepada tim',
      'Surat kami: tanda terima kepada pemohon',
      'Jawaban pertama terkirim',
      'Email masuk dari Budi Santoso <budi@kemenkeu.example>',
      'Email dicatat pada tiket',
      'Diteruskan kepada petugas meja layanan',
      'Surat kami: penugasan kepada tim',
    ]);
  });

  it('says who, why, how sure of the sender, and what the SMTP server answered', async () => {
    const lines = manifestOf(join(folder, 'bukti.pdf')).entries.flatMap(({ content }) => content.lines);

    for (const line of [
      'Perihal: Reset password email',
      'Keaslian pengirim: tidak ada keterangan keaslian',
      'Penulis: RFT Akun <rft-akun@kemenkeu.example>',
      'Alasan: tim meminta bantuan',
      'Jawaban server SMTP: 250 2.0.0 ok',
    ])
      expect(lines).toEqual(expect.arrayContaining([expect.stringContaining(line)]));
    expect(lines.filter((line) => line.startsWith('Keputusan'))).toEqual([
      expect.stringMatching(/diterima; aturan: otherwise$/),
      expect.stringMatching(/diterima; aturan: reply\/rft\/help \(tolong\)$/),
    ]);
  });

  it('masks NIPs and passwords in what it tells', () => {
    const told = JSON.stringify(manifestOf(join(folder, 'bukti.pdf')));

    expect(told).toContain('••••1003');
    expect(told).not.toContain(NIP);
    expect(told).not.toContain('rahasia123');
  });

  it('carries the original mail, its paper under a harmless name, and our letters', () => {
    const path = join(folder, 'bukti.pdf');
    const names = manifestOf(path).files.map(({ content }) => content.name);

    expect(names.slice(0, 2)).toEqual([
      'email-001.eml',
      expect.stringMatching(/^email-001-001-[A-Za-z0-9._-]*SK-pensiun-1-\.pdf$/),
    ]);
    expect(names).toContain('surat-001.txt');
    expect(readFileSync(path).includes(PAPER)).toBe(true);
    expect(readFileSync(path).includes('Message-ID: <mail-1@kemenkeu.example>')).toBe(true);
  });

  it('says of a mail whose original is no longer kept that it is gone, with its hash', () => {
    const lines = manifestOf(join(folder, 'bukti.pdf')).entries.flatMap(({ content }) => content.lines);

    expect(lines).toContain(`Email asli tidak disimpan lagi menurut masa simpan; sidiknya SHA-256 ${'b'.repeat(64)}`);
  });

  it('refuses a folder that is not there', async () => {
    const out = join(folder, 'tidak', 'ada.pdf');

    expect(await loket('ticket', 'export', NUMBER, '--out', out, '--config', config)).toMatchObject({ code: 2 });
  });

  it('refuses a number that is none', async () => {
    expect(await loket('ticket', 'export', 'SR-1', '--config', config)).toMatchObject({ code: 1 });
  });
});

describe('the file as it goes along with a letter', () => {
  const made = async (number: string, parts: Partial<EvidenceSource> = {}) => {
    const loaded = loadConfig(config);
    const maker = evidenceMaker({ config: loaded, secret: installationSecret(loaded), log: silentLog, ...parts });
    try {
      return await maker.make(asTicketNumber(number));
    } finally {
      await maker.close();
    }
  };
  const written = async (name: string, parts: Partial<EvidenceSource>): Promise<string> => {
    const file = await made(NUMBER, parts);
    const path = join(folder, name);
    if (file === null || !('bytes' in file.content)) throw new Error('no file was made');
    writeFileSync(path, file.content.bytes);
    return path;
  };

  it('is the same that the command writes: loket verify finds it as it was made, with the seal', async () => {
    const path = await written('lewat-email.pdf', {});
    const verified = await loket('verify', path, '--config', config);

    const contents = (file: string): readonly unknown[] => manifestOf(file).files.map(({ content }) => content);
    expect(contents(path)).toEqual(contents(join(folder, 'bukti.pdf')));
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain('its seal is that of this office');
  });

  it('leaves out what makes it too large for a mail, and names it with size, hash and reason', async () => {
    const path = await written('terlalu-besar.pdf', { mostBytes: 700_000 });
    const { entries, files } = manifestOf(path);
    const verified = await loket('verify', path, '--config', config);
    const lines = entries.flatMap(({ content }) => content.lines);
    const [left] = entries.flatMap(({ content }) => content.data.leftOut ?? []);

    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(files.map(({ content }) => content.name)).toEqual([
      'email-001.eml',
      expect.stringContaining('SK-pensiun'),
      'surat-001.txt',
    ]);
    const sha256 = createHash('sha256').update(LARGE).digest('hex');
    expect(left).toEqual({
      name: 'email-001-002-foto.jpg',
      bytes: LARGE.length,
      sha256,
      reason: 'ada di dalam email-001.eml',
    });
    expect(lines).toContain(
      `Tidak disertakan: email-001-002-foto.jpg (98 KB, SHA-256 ${sha256}): ada di dalam email-001.eml`,
    );
  });

  it('names even the originals where nothing fits', async () => {
    const path = await written('hanya-riwayat.pdf', { mostBytes: 0 });
    const { entries, files } = manifestOf(path);
    const lines = entries.flatMap(({ content }) => content.lines).filter((line) => line.startsWith('Tidak disertakan'));

    expect(files).toEqual([]);
    expect(lines[0]).toMatch(
      /^Tidak disertakan: email-001\.eml \(\d+ KB, SHA-256 [0-9a-f]{64}\): berkas bukti ini menjadi terlalu besar untuk email$/,
    );
  });

  it('is made beside the daemon: what costs too much ends its process, not the letter', async () => {
    expect(await made(NUMBER, { limits: { timeMs: 1, memoryBytes: 400 * 1024 * 1024 } })).toBeNull();
  });

  it('is none for a ticket that is not there', async () => {
    expect(await made('SR-261123-0999-0')).toBeNull();
  });
});

describe('loket verify', () => {
  it('tells a changed mail, with exit 1', async () => {
    const bytes = readFileSync(join(folder, 'bukti.pdf'));
    bytes.write('Message-ID: <mail-9', bytes.indexOf('Message-ID: <mail-1'));
    const file = join(folder, 'diubah.pdf');
    writeFileSync(file, bytes);
    const verified = await loket('verify', file, '--config', config);

    expect(verified.code).toBe(1);
    expect(verified.err).toContain('attachment email-001.eml was changed');
  });

  it('needs no configuration, and says that the seal was not checked', async () => {
    const verified = await loket('verify', join(folder, 'bukti.pdf'), '--config', join(folder, 'tidak-ada.yaml'));

    expect(verified.code).toBe(0);
    expect(verified.out).toContain('its seal was not checked');
  });

  it('says as JSON what it found', async () => {
    const { out } = await loket('verify', join(folder, 'bukti.pdf'), '--config', config, '--json');

    expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [], ticket: NUMBER, seal: 'ours' });
  });

  it('of a file that is not there is wrong usage', async () => {
    expect(await loket('verify', join(folder, 'tidak-ada.pdf'))).toMatchObject({ code: 2, out: '' });
  });
});

describe('a ticket whose words and people retention has emptied', () => {
  beforeAll(async () => {
    const store = await openStore({ database: `sqlite:${join(folder, 'data/loket.db')}`, evolve });
    const at = NINE + 2 * MINUTE;
    const cancelled: TicketEvent = { type: 'Cancelled', v: 1, at, mail: null, how: 'desk' };
    const { version = 0 } = (await store.tickets.find(NUMBER)) ?? {};
    const texts = [{ name: 'subject', text: 'Reset password email' }];
    const tickets = [{ number: NUMBER, expectedVersion: version, events: [cancelled], texts }];
    await store.recorder.record(aDecision({ mail: null, at, people: [], tickets }), null);
    for (const { key } of await store.outbox.list({ ticket: NUMBER, state: 'waiting', limit: 10 })) {
      await store.outbox.claim(at, 1, MINUTE);
      await store.outbox.markSent(key, { at, reply: '250 ok', text: 'Yth. tim', late: false });
    }
    await store.oldTexts.empty(at + 1, null);
    await store.oldTexts.emptyPeople(at + 1, null);
    await store.close();
  });

  it('is listed and shown without them, and both say why', async () => {
    const list = await loket('ticket', 'list', '--config', config);
    const shown = await loket('ticket', 'show', NUMBER, '--config', config);
    const json = await loket('ticket', 'show', NUMBER, '--json', '--config', config);

    expect([list.code, list.err, shown.code, shown.err]).toEqual([0, '', 0, '']);
    expect(list.out).toContain('(removed by retention)');
    expect(shown.out).toMatch(/^requester {2}[0-9a-f]{16} \(removed by retention\)$/m);
    expect(shown.out).toMatch(/^texts {6}removed by retention$/m);
    expect(shown.out).toMatch(/sent {2}team\.assigned -> \(removed by retention\)/);
    expect(JSON.parse(json.out).requester).toMatchObject({ address: null, name: null, removed: 'by retention' });
    expect(`${list.out}${shown.out}${json.out}`).not.toContain('kemenkeu.example');
  });

  it('still has an evidence file that verifies; it says what is not there any more', async () => {
    const file = join(folder, 'lama.pdf');
    await loket('ticket', 'export', NUMBER, '--out', file, '--config', config);
    const verified = await loket('verify', file, '--config', config);
    const { entries } = manifestOf(file);
    const lines = entries.flatMap(({ content }) => content.lines);

    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(entries[0]?.content.title).toBe('Email masuk');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Pengirim, penerima, dan perihal sudah dihapus menurut masa simpan',
        'Penerima, perihal, dan isi sudah dihapus menurut masa simpan',
        expect.stringMatching(/^Penulis: [0-9a-f]{16} \(nama dan alamat sudah dihapus menurut masa simpan\)$/),
      ]),
    );
  });

  it('is what its events say', async () => {
    expect(await loket('check', '--rebuild', '--config', config)).toMatchObject({ code: 0, err: '' });
  });
});
