/** What changes under way, on a real mailbox: a number put right after the yes and while the desk has it, work reported before its day. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';

const DEWI = 'dewi.anjarwati';
const LUKMAN = 'lukman.sardi';
const MUTIA = 'mutia.zahra';
const OFFICER = 'meja-layanan';
const LIST = 'Daftar serial number dan kode BMN';

let rules = '';
let town: Town;
beforeAll(async () => {
  rules = mkdtempSync(join(tmpdir(), 'loket-rules-'));
  cpSync(resolve(import.meta.dirname, '../../rules'), rules, { recursive: true });
  const file = join(rules, 'settings.yaml');
  const text = readFileSync(file, 'utf8');
  // Every superior in Cc is asked: then a yes can come before the number is put right.
  writeFileSync(file, text.replace('cc_only_needs_reply: false', 'cc_only_needs_reply: true'));
  town = await openTown({ rules, whenAbsent: 'desk' });
});
afterAll(async () => {
  await town.close();
  rmSync(rules, { recursive: true, force: true });
});
/** Letters of the tests before. */
beforeEach(() => void town.told());

/** Letters to people, not those of the morning. */
const told = (): readonly string[] => town.told().filter((line) => !/^desk\.digest|^operator\.daily/.test(line));
const newest = (): string => town.statuses().at(-1)?.split(': ')[1] ?? '';
const number = (): string => town.statuses().at(-1)?.split(': ')[0] ?? '';
const sayings = (template: string, who: string): string => town.letter(template, who).text.replace(/\s+/g, ' ');

describe('a number put right beyond its variant after the superior has agreed', () => {
  it('voids the yes and stops the team; she is asked anew once what is missing now has come', async () => {
    await town.writes(LUKMAN, {
      subject: 'Instalasi aplikasi',
      text: 'Mohon instalasi aplikasi SPSS pada 3 laptop pegawai di bagian kami. Perangkat lunak yang diperlukan: SPSS 29.',
      cc: [DEWI],
    });
    const shownFirst = town.letter('approver.please-approve', DEWI);
    await town.answers(DEWI, shownFirst, 'Setuju.');
    expect(told()).toEqual([
      `requester.received → ${LUKMAN}`,
      `approver.please-approve → ${DEWI}`,
      `requester.progress → ${LUKMAN}`,
      'team.assigned → rft-perangkat',
    ]);

    await town.answers(LUKMAN, 'requester.progress', 'Maaf salah, seharusnya 7 laptop, bukan 3.');
    expect(told()).toEqual([`requester.incomplete → ${LUKMAN}`, 'team.news → rft-perangkat']);
    expect(newest()).toBe('incomplete');
    expect(sayings('requester.incomplete', LUKMAN)).toContain('Jumlahnya sudah kami ubah menjadi 7 perangkat');
    expect(sayings('team.news', 'rft-perangkat')).toMatch(/dihentikan dulu.*7 perangkat/i);

    await town.answers(DEWI, shownFirst, 'Setuju.');
    expect(newest()).toBe('incomplete');
    expect(told()).toEqual([]);

    await town.answers(LUKMAN, 'requester.incomplete', `Terlampir ${LIST.toLowerCase()}.`, {
      attachments: [{ filename: `${LIST}.txt`, type: 'text/plain', content: Buffer.from('SN 1 s.d. 7') }],
    });
    expect(told()).toEqual([`requester.received → ${LUKMAN}`, `approver.please-approve → ${DEWI}`]);
    expect(sayings('approver.please-approve', DEWI)).toContain('Jumlah: 7 perangkat');

    await town.answers(DEWI, 'approver.please-approve', 'Setuju.');
    expect(told()).toEqual([`requester.progress → ${LUKMAN}`, 'team.assigned → rft-perangkat']);
    expect(sayings('team.assigned', 'rft-perangkat')).toContain('Jumlah: 7 perangkat');

    await town.answers('rft-perangkat', 'team.assigned', 'selesai: SPSS terpasang di ketujuh laptop');
    await town.answers(LUKMAN, 'requester.resolved', 'Sudah bisa, terima kasih.');
    expect(told()).toEqual([`requester.resolved → ${LUKMAN}`, `requester.reminder → ${LUKMAN}`]);
    expect(sayings('requester.reminder', LUKMAN)).toContain('BAST');

    await town.writes(OFFICER, { subject: 'perintah', text: `${number()} konfirmasi` });
    expect(told()).toEqual([`requester.closed → ${LUKMAN}`, `desk.done → ${OFFICER}`]);
    expect(newest()).toBe('closed');
  });
});

describe('a number put right while the desk has the ticket', () => {
  it('is put right at once by whoever asked, only by the desk’s word where nothing vouches for him', async () => {
    await town.writes(LUKMAN, {
      subject: 'Pembuatan akun email',
      text: 'Mohon dibuatkan 25 akun email kedinasan untuk pegawai mutasi masuk di unit kami, daftar nama menyusul.',
      cc: ['orang.baru'],
    });
    expect(told()).toEqual([`requester.received → ${LUKMAN}`, `desk.triage → ${OFFICER}`]);

    await town.answers(LUKMAN, 'requester.received', 'Ralat: jumlahnya 28 akun, bukan 25.');
    expect(told()).toEqual([`requester.progress → ${LUKMAN}`, `desk.triage → ${OFFICER}`]);
    expect(sayings('desk.triage', OFFICER)).toContain('menjadi 28 akun (semula 25)');

    await town.writes(LUKMAN, { subject: `Re: [${number()}]`, text: 'Ralat lagi: 45 akun bukan 28.', auth: 'absent' });
    expect(told()).toEqual([`desk.reply-unclear → ${OFFICER}`]);

    await town.answers(OFFICER, 'desk.reply-unclear', 'jumlah: 45');
    expect(told()).toEqual([`requester.progress → ${LUKMAN}`, `desk.done → ${OFFICER}`]);
    expect(newest()).toBe('triage');
    await town.answers(OFFICER, 'desk.triage', '1');
    expect(told()).toContain(`requester.incomplete → ${LUKMAN}`);
    expect(newest()).toBe('incomplete');
    await town.answers(LUKMAN, 'requester.incomplete', 'Mohon dibatalkan saja.');
    expect(newest()).toBe('cancelled');
  });
});

describe('work that is reported as done before the day that it is for', () => {
  it('is its preparation: the team is reminded on the eve, and the requester asked once the day is over', async () => {
    await town.writes(MUTIA, {
      subject: 'Rapat evaluasi',
      text: 'Mohon pendampingan video conference untuk rapat evaluasi di Jakarta pada Rabu, 2 Desember 2026 pukul 09.00 WIB, on site, 20 peserta.',
      cc: ['joyo.handoko'],
    });
    await town.answers('joyo.handoko', 'approver.please-approve', 'Setuju.');
    expect(told().slice(2)).toEqual([`requester.progress → ${MUTIA}`, 'team.assigned → rft-conference']);

    await town.answers('rft-conference', 'team.assigned', 'selesai: perangkat dan petugas sudah siap');
    expect(told()).toEqual([`requester.message → ${MUTIA}`, 'team.news → rft-conference']);
    expect(sayings('requester.message', MUTIA)).toContain('untuk Rabu, 2 Desember 2026');
    expect(newest()).toBe('assigned');

    await town.until('2026-11-30T17:00:00+07:00');
    expect(told()).toEqual([]);
    await town.until('2026-12-02T08:30:00+07:00');
    expect(told()).toEqual(['team.reminder → rft-conference']);
    expect(newest()).toBe('assigned');

    await town.until('2026-12-02T15:00:00+07:00');
    await town.answers('rft-conference', 'team.assigned', 'selesai: rapat berjalan lancar sampai akhir');
    await town.answers(MUTIA, 'requester.resolved', 'Lancar, terima kasih banyak.');
    expect(told()).toEqual([`requester.resolved → ${MUTIA}`, `requester.closed → ${MUTIA}`]);
    expect(newest()).toBe('closed');
  });
});
