/** The four procedures of Kalbar's e-mail service on a real mailbox, by its own sample configuration: officials who only reply. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTown, type Town, type Writing } from '../support/town.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

let town: Town;
beforeAll(async () => {
  town = await openTown({
    sample: join(FIXTURES, 'kalbar.yaml'),
    directory: join(FIXTURES, 'kalbar-directory.csv'),
    mailbox: 'email@kalbarprov.example',
    start: '2026-11-23T09:00:00+07:00',
  });
});
afterAll(() => town.close());
/** Letters of the tests before. */
beforeEach(() => void town.told());

const RUDI = 'adminit.dinkes';
const ADMIN = 'admin.email';
const [HEAD, DIVISION, SECTION] = ['kepala.diskominfo', 'kabid.aptika', 'kasi.tatakelola'] as const;
const paper = (filename: string) => ({ filename, type: 'application/pdf', content: Buffer.from('%PDF-1.4 surat') });

/** The morning letters come when their time is there, not when a story does. */
const told = (): readonly string[] => town.told().filter((line) => !/^desk\.digest|^operator\.daily/.test(line));
const confirms = (who: string, words = 'Setuju, teruskan.'): Promise<void> =>
  town.answers(who, 'approver.chain-step', words);
const done = (words: string): Promise<void> => town.answers(ADMIN, 'team.assigned', words);
const newest = (): string => town.statuses().at(-1)?.split(': ')[1] ?? '';

async function allConfirm(officials: readonly string[]): Promise<void> {
  for (const who of officials) await confirms(who);
}

describe('a procedure', () => {
  it('for forgotten passwords by message: section, administrator, section, requester', async () => {
    await town.writes(RUDI, {
      subject: 'Reset sandi email',
      text: 'Berikut daftar nama pegawai Dinas Kesehatan yang lupa email dan sandi, mohon direset: Yuliana dan Dedi.',
    });
    await confirms(SECTION);
    await done('selesai: dua akun sudah direset.');
    expect(newest()).toBe('awaiting-approval');
    expect(town.letter('approver.chain-step', SECTION).text).toContain('dua akun sudah direset');
    await confirms(SECTION);
    expect(town.letter('requester.resolved').text).toContain('dua akun sudah direset');
    await town.answers(RUDI, 'requester.resolved', 'Sudah bisa, terima kasih.');

    expect(told()).toEqual([
      `requester.received → ${RUDI}`,
      `approver.chain-step → ${SECTION}`,
      `requester.progress → ${RUDI}`,
      `team.assigned → ${ADMIN}`,
      `approver.chain-step → ${SECTION}`,
      `requester.resolved → ${RUDI}`,
      `requester.closed → ${RUDI}`,
    ]);
    expect(newest()).toBe('closed');
  });

  it.each<[string, Writing]>([
    [
      'forgotten passwords',
      {
        subject: 'Surat reset sandi email',
        text: 'Terlampir surat Kepala OPD yang berisi nama dan NIP pegawai yang lupa sandi email.',
        attachments: [paper('surat kepala opd reset email.pdf')],
      },
    ],
    [
      'new accounts',
      {
        subject: 'Pengajuan email PNS',
        text: 'Kepala OPD mengajukan pembuatan email kedinasan untuk 12 pegawai, Formulir Pengajuan Email PNS terlampir.',
        attachments: [paper('Formulir Pengajuan Email PNS.pdf')],
      },
    ],
  ])('for %s by letter: down to the administrator and up again to the head', async (_what, mail) => {
    await town.writes(RUDI, mail);
    await allConfirm([HEAD, DIVISION, SECTION]);
    await done('selesai: semua akun selesai, daftar dalam amplop tertutup.');
    await allConfirm([SECTION, DIVISION, HEAD]);
    await town.answers(RUDI, 'requester.resolved', 'Sudah bisa, terima kasih.');

    expect(told()).toEqual([
      `requester.received → ${RUDI}`,
      ...[HEAD, DIVISION, SECTION].map((who) => `approver.chain-step → ${who}`),
      `requester.progress → ${RUDI}`,
      `team.assigned → ${ADMIN}`,
      ...[SECTION, DIVISION, HEAD].map((who) => `approver.chain-step → ${who}`),
      `requester.resolved → ${RUDI}`,
      `requester.closed → ${RUDI}`,
    ]);
    expect(newest()).toBe('closed');
  });

  it('for accounts signed up for: section, administrator, requester', async () => {
    await town.writes(RUDI, {
      subject: 'Sign Up email PNS baru',
      text: 'Kami sudah mengisi form Sign Up email di kalbarprov.go.id untuk dua PNS baru, mohon dicek.',
    });
    await confirms(SECTION);
    await done('selesai: data kedua PNS sudah dicek.');
    await town.answers(RUDI, 'requester.resolved', 'Sudah bisa, terima kasih.');

    expect(told()).toEqual([
      `requester.received → ${RUDI}`,
      `approver.chain-step → ${SECTION}`,
      `requester.progress → ${RUDI}`,
      `team.assigned → ${ADMIN}`,
      `requester.resolved → ${RUDI}`,
      `requester.closed → ${RUDI}`,
    ]);
    expect(newest()).toBe('closed');
  });
});

describe('an official', () => {
  it('gives an incomplete form back; completed, it comes to him again and not to those before him', async () => {
    await town.writes(RUDI, {
      subject: 'Pengajuan email CPNS',
      text: 'Kepala OPD mengajukan pembuatan email kedinasan untuk 7 CPNS baru. Formulir Pengajuan Email PNS kami lampirkan.',
      attachments: [paper('Formulir Pengajuan Email PNS.pdf')],
    });
    await allConfirm([HEAD, DIVISION]);
    await confirms(SECTION, 'Tidak setuju, formulirnya belum ditandatangani.');
    expect(town.letter('requester.returned').text).toContain('belum ditandatangani');
    expect(newest()).toBe('incomplete');
    town.told();
    await town.answers(RUDI, 'requester.returned', 'Berikut formulir yang sudah lengkap.', {
      attachments: [paper('Formulir Pengajuan Email PNS lengkap.pdf')],
    });
    expect(told()).toContain(`approver.chain-step → ${SECTION}`);
    await confirms(SECTION);

    expect(told()).toEqual([`requester.progress → ${RUDI}`, `team.assigned → ${ADMIN}`]);
    expect(newest()).toBe('assigned');
  });

  it('cannot answer for another, nor by the letter of a step that is over', async () => {
    await town.writes(RUDI, {
      subject: 'Lupa sandi',
      text: 'Mohon reset sandi email pegawai kami sesuai daftar nama berikut: Ratna dan Bayu.',
    });
    const first = town.letter('approver.chain-step', SECTION);
    await town.answers(DIVISION, first, 'Setuju');
    expect(newest()).toBe('awaiting-approval');
    await confirms(SECTION);
    await done('selesai: sudah direset.');
    const onItsWayBack = town.letter('approver.chain-step', SECTION);
    await town.answers(RUDI, onItsWayBack, 'Setuju');
    await town.answers(SECTION, first, 'Setuju, teruskan ya.');

    expect(newest()).toBe('awaiting-approval');
    expect(told()).not.toContain(`requester.resolved → ${RUDI}`);
    expect(town.letter('approver.chain-step', SECTION).text).toContain('sudah direset');
    await confirms(SECTION);
    expect(told()).toEqual([`requester.resolved → ${RUDI}`]);
  });

  it('who does not answer is reminded twice, the desk is told, and the chain waits for him', async () => {
    await town.writes(RUDI, {
      subject: 'Surat permohonan reset sandi',
      text: 'Terlampir surat permohonan Kepala OPD untuk reset sandi email lima pegawai.',
      attachments: [paper('surat permohonan kepala opd.pdf')],
    });
    const number = town.statuses().at(-1)?.split(': ')[0] ?? '';
    town.told();
    await town.until('2026-11-30T12:00:00+07:00');

    const about = told().filter((line) => line.endsWith(HEAD) || line.startsWith('desk.reminder'));
    expect(about).toEqual([
      `approver.reminder → ${HEAD}`,
      `approver.reminder → ${HEAD}`,
      'desk.reminder → meja-layanan',
    ]);
    expect(town.letter('desk.reminder').subject).toContain(number);
    expect(town.letter('approver.reminder', HEAD).text).toContain('untuk meneruskan surat ini kepada Kepala Bidang');
    expect(newest()).toBe('awaiting-approval');

    await town.answers(HEAD, 'approver.reminder', 'Setuju, teruskan.');
    expect(told()).toEqual([`approver.chain-step → ${DIVISION}`]);
  });
});
