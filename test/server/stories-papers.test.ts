/** Papers on a real mailbox that only a person can judge, and what is left of a ticket when the time of keeping is over. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letterLines, withPicture } from '../end-to-end/papers.ts';
import { buildPdf } from '../papers/form-builder.ts';
import { eventually } from '../support/desk.ts';
import { openTown, type Town, type Writing } from '../support/town.ts';

const MUTIA = 'mutia.zahra';
const OFFICER = 'meja-layanan';
const BONAR = { name: 'Bonar Lumbantoruan', nip: '196808251993031022' };

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  await town.close();
});

/** Without the letters of the morning. */
const told = (): readonly string[] => town.told().filter((line) => !/^(?:desk\.digest|operator\.)/.test(line));

async function certificate(): Promise<Writing> {
  const letter = await withPicture(await buildPdf({ lines: letterLines(BONAR) }));
  const type = 'application/pdf';
  return {
    subject: 'Pendaftaran sertifikat elektronik',
    text: 'Yth. Service Desk,\n\nmohon pendaftaran sertifikat elektronik untuk saya. Scan KTP dan surat rekomendasi terlampir.\n\nMutia Zahra',
    cc: ['joyo.handoko'],
    attachments: [
      { filename: 'KTP.pdf', type, content: readFileSync('fixtures/papers/ktp.pdf') },
      { filename: 'Surat rekomendasi.pdf', type, content: letter },
    ],
  };
}

describe('a letter signed by a picture', () => {
  it('goes to the desk as a page that shows it; the desk says yes, and the team works', async () => {
    await town.writes(MUTIA, await certificate());
    expect(told()).toEqual(['requester.received → mutia.zahra', 'desk.paper → meja-layanan']);
    const { attachments, text } = town.letter('desk.paper', OFFICER);
    const page = attachments.find(({ filename }) => filename === 'Surat rekomendasi-halaman-1.png');
    const { width, height, data } = PNG.sync.read(page?.content ?? Buffer.alloc(0));
    const grey = data.filter((value, at) => at % 4 === 0 && value > 60 && value < 120).length;
    expect(text).toContain('Penanda tangan yang tertulis: Bonar Lumbantoruan');
    expect([width, height]).toEqual([expect.closeTo(1240, -1), expect.closeTo(1754, -1)]);
    // The picture of the signature itself, 120 by 45 points.
    expect(grey).toBeGreaterThan(15_000);

    await town.answers(OFFICER, 'desk.paper', '1');

    expect(told().slice(0, 2)).toEqual(['requester.progress → mutia.zahra', expect.stringMatching(/^team\.assigned/)]);
    expect(town.statuses()[0]).toContain('assigned');
  });

  it('goes back where the desk says no, with its reason, under the same number', async () => {
    await town.writes(MUTIA, await certificate());
    told();
    await town.answers(OFFICER, 'desk.paper', '2 ini cap, bukan tanda tangan beliau');

    expect(told()).toEqual(['requester.papers → mutia.zahra']);
    expect(town.letter('requester.papers').text).toContain('ini cap, bukan tanda tangan beliau');
    expect(town.statuses()).toHaveLength(1);
    expect(town.statuses()[0]).toContain('incomplete');
  });
});

describe('what a ticket leaves when the time of keeping is over', () => {
  const YEARS_LATER = '2032-01-05T10:00:00+07:00';
  const count = (sql: string): number => town.desk.query<{ n: number }>(`select count(*) as n from ${sql}`)[0]?.n ?? -1;
  const originals = (): number => {
    const raw = join(town.desk.daemon.folder, 'data/raw');
    return existsSync(raw)
      ? readdirSync(raw, { recursive: true, withFileTypes: true }).filter((it) => it.isFile()).length
      : 0;
  };

  it('is its number, events and hashes: words, people and originals go while the daemon runs, and its file still verifies', async () => {
    await town.writes(MUTIA, {
      subject: 'Lupa password',
      text: 'Mohon reset password email saya.',
      cc: ['joyo.handoko'],
    });
    await town.answers(MUTIA, 'requester.received', 'Permintaan ini saya batalkan.');
    await town.writes('lukman.sardi', {
      subject: 'Lupa password',
      text: 'Mohon reset password email saya.',
      cc: ['dewi.anjarwati'],
    });
    const [number = ''] = (town.statuses()[0] ?? '').split(': ');
    const events = count(`events where ticket = '${number}'`);
    expect(originals()).toBe(3);

    const { daemon } = town.desk;
    daemon.setClock(YEARS_LATER);
    await eventually(() => count(`ticket_texts where ticket = '${number}'`) === 0, 60_000, 'its words are gone');
    await eventually(() => originals() <= 1, 60_000, 'its originals are gone');
    await eventually(() => count(`people where address like 'mutia.zahra@%'`) === 0, 60_000, 'its requester is gone');

    expect(count(`people where address like 'lukman.sardi@%'`)).toBe(1);
    expect(count(`events where ticket = '${number}' and type <> 'PapersRemoved'`)).toBe(events);
    const folder = join(daemon.folder, 'bukti');
    mkdirSync(folder);
    const file = join(folder, 'bukti.pdf');
    const shown = await daemon.command('ticket', 'show', number);
    expect(shown.out).toMatch(/^requester {2}[0-9a-f]{16} \(removed by retention\)$/m);
    expect((await daemon.command('ticket', 'export', number, '--out', file)).code).toBe(0);
    expect(await daemon.command('verify', file)).toMatchObject({ code: 0 });
    expect(readFileSync(file).includes('Mutia')).toBe(false);
    expect((await daemon.command('check', '--rebuild')).code).toBe(0);
  });
});
