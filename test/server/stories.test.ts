/** Whole conversations on a real mailbox: people write and answer over LMTP and SMTP, Loket runs as a process, the clock is the test's. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTown, type Town, type Writing } from '../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  await town.close();
});

const RESET: Writing = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, lupa sesudah cuti.\n\nMutia',
};
const HOSTING: Writing = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
};
const OFFICER = 'meja-layanan';
/** Without the morning letters, which come when the machine is slow enough. */
const told = (): readonly string[] => town.told().filter((line) => !/^desk\.digest|^operator\.daily/.test(line));
const status = (): readonly string[] => town.statuses().map((line) => line.split(': ')[1] ?? '');

describe('a conversation', () => {
  it('is complete at once: worked on, resolved, confirmed', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await town.answers('rft-akun', 'team.assigned', 'selesai: password sudah kami reset');
    await town.answers('mutia.zahra', 'requester.resolved', 'Sudah bisa, terima kasih.');

    expect(told()).toEqual([
      'requester.received → mutia.zahra',
      'team.assigned → rft-akun',
      'superior.for-information → joyo.handoko',
      'requester.resolved → mutia.zahra',
      'requester.closed → mutia.zahra',
    ]);
    expect(status()).toEqual(['closed']);
  });

  it('lacks the superior, gets him by a reply-all, and goes on under the same number', async () => {
    await town.writes('mutia.zahra', RESET);
    expect(told()).toEqual(['requester.incomplete → mutia.zahra']);

    await town.answers('mutia.zahra', 'requester.incomplete', 'Baik, atasan sudah saya Cc.', { cc: ['joyo.handoko'] });
    expect(told()).toContain('team.assigned → rft-akun');
    await town.answers('rft-akun', 'team.assigned', 'selesai: password sudah kami reset');

    expect(told()).toEqual(['requester.resolved → mutia.zahra']);
    expect(status()).toEqual(['resolved']);
  });

  it('is refused by the superior, whose reason reaches the requester', async () => {
    await town.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });
    await town.answers('dewi.anjarwati', 'approver.please-approve', 'Tidak setuju. Anggaran servernya belum ada.');

    expect(told()).toEqual([
      'requester.received → lukman.sardi',
      'approver.please-approve → dewi.anjarwati',
      'requester.refused → lukman.sardi',
    ]);
    expect(town.letter('requester.refused').text).toContain('Anggaran servernya belum ada');
    expect(status()).toEqual(['rejected']);
  });

  it('waits for a superior who never answers: reminded twice, the desk told, then over', async () => {
    await town.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });
    told();

    await town.until('2026-12-07T12:00:00+07:00');

    expect(told().filter((line) => !/digest|daily/.test(line))).toEqual([
      'approver.reminder → dewi.anjarwati',
      'approver.reminder → dewi.anjarwati',
      'desk.reminder → meja-layanan',
      'requester.closed → lukman.sardi',
    ]);
    expect(status()).toEqual(['cancelled']);
  });

  it('carries a question of the team to the requester and his answer back', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await town.answers('rft-akun', 'team.assigned', 'tanya: apakah akun ini juga dipakai di ponsel?');
    expect(status()).toEqual(['on-hold']);
    await town.answers('mutia.zahra', 'requester.question', 'Ya, di iPhone kantor.');
    await town.answers('rft-akun', 'team.message', 'selesai: password sudah kami reset, juga di ponsel');

    expect(told().slice(3)).toEqual([
      'requester.question → mutia.zahra',
      'team.message → rft-akun',
      'requester.resolved → mutia.zahra',
    ]);
    expect(status()).toEqual(['resolved']);
  });

  it('is handed on twice and still ends with the requester', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await town.answers('rft-akun', 'team.assigned', 'alihkan: Jaringan');
    await town.answers('rft-jaringan', 'team.assigned', 'alihkan: Akun dan Email. Jaringannya normal.');
    await town.answers('rft-akun', 'team.assigned', 'selesai: password sudah kami reset');

    expect(told().slice(3)).toEqual([
      'team.assigned → rft-jaringan',
      'team.assigned → rft-akun',
      'requester.resolved → mutia.zahra',
    ]);
    expect(status()).toEqual(['resolved']);
  });

  it('is opened again on the sixth day', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await town.answers('rft-akun', 'team.assigned', 'selesai: password sudah kami reset');
    await town.until('2026-11-29T08:00:00+07:00');
    expect(status()).toEqual(['closed']);
    told();

    await town.answers('mutia.zahra', 'requester.resolved', 'Masih tidak bisa masuk, mohon dicek lagi.');

    expect(told()).toEqual(['requester.reopened → mutia.zahra', 'team.reopened → rft-akun']);
    expect(status()).toEqual(['assigned']);
  });

  it('is a new ticket on the eighth day, and names the old one', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await town.answers('rft-akun', 'team.assigned', 'selesai: password sudah kami reset');
    const [first = ''] = town.statuses();
    await town.until('2026-12-01T08:00:00+07:00');
    told();

    await town.answers('mutia.zahra', 'requester.resolved', 'Password email saya tidak bisa lagi, mohon direset.', {
      cc: ['joyo.handoko'],
    });

    expect(town.statuses()).toHaveLength(2);
    expect(status()[0]).toBe('closed');
    expect(town.letter('requester.received').text).toContain(first.split(':')[0]);
  });

  it('is withdrawn while the team works', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    told();
    await town.answers('mutia.zahra', 'requester.received', 'Mohon dibatalkan saja, sudah ingat passwordnya.');

    expect(told()).toEqual(['requester.closed → mutia.zahra', 'team.news → rft-akun']);
    expect(status()).toEqual(['cancelled']);
  });

  it('asks the deputy of an approver whose machine says that he is away', async () => {
    await town.close();
    town = await openTown({ start: '2026-11-17T09:00:00+07:00' });
    await town.writes('fransiska.lengkong', { ...HOSTING, cc: ['rukmini.daryanti'] });
    await town.answers('rukmini.daryanti', 'approver.please-approve', 'Saya sedang dinas luar s.d. 20 November 2026.', {
      headers: ['Auto-Submitted: auto-replied'],
    });
    await town.answers('ahmad.ridho', 'approver.please-approve', 'Setuju, silakan diproses.');

    expect(told()).toEqual([
      'requester.received → fransiska.lengkong',
      'approver.please-approve → rukmini.daryanti',
      'requester.approver-away → fransiska.lengkong',
      'approver.please-approve → ahmad.ridho',
      'requester.progress → fransiska.lengkong',
      'team.assigned → rft-hosting',
    ]);
    expect(status()).toEqual(['assigned']);
  });

  it('counts the acting official within his dates, and nobody after them', async () => {
    await town.close();
    town = await openTown({ start: '2026-11-20T09:00:00+07:00' });
    await town.writes('fransiska.lengkong', { ...HOSTING, cc: ['ahmad.ridho'] });
    expect(told()).toContain('approver.please-approve → ahmad.ridho');
    await town.until('2026-11-23T09:00:00+07:00');
    told();

    await town.writes('fransiska.lengkong', { ...HOSTING, subject: 'Hosting kedua', cc: ['ahmad.ridho'] });

    expect(told()).not.toContain('approver.please-approve → ahmad.ridho');
  });

  it('is one fault reported by many: one task, and each reporter hears when it is mended', async () => {
    const reporters = ['mutia.zahra', 'joyo.handoko', 'wening.asmara'];
    for (const [index, who] of reporters.entries())
      await town.writes(who, {
        subject: `Internet mati laporan ${'abc'[index]}`,
        text: `Internet di lantai 3 mati sejak tadi pagi, kami (regu ${index + 1}) tidak bisa bekerja. Mohon segera dibantu.`,
      });
    expect(told().filter((line) => line.startsWith('team.'))).toEqual([
      'team.assigned → rft-jaringan',
      'team.news → rft-jaringan',
      'team.news → rft-jaringan',
    ]);

    await town.answers('rft-jaringan', 'team.assigned', 'selesai: perangkat lantai sudah diganti');

    expect(told().toSorted()).toEqual(reporters.map((who) => `requester.resolved → ${who}`).toSorted());
    expect(status()).toEqual(['resolved', 'resolved', 'resolved']);
  });

  it('is written down by the desk for somebody who called', async () => {
    await town.writes(OFFICER, {
      subject: 'telepon masuk',
      text: 'atas nama mutia.zahra@kemenkeu.example (telepon): mohon reset password email saya, lupa',
    });

    // The desk's receipt leaves beside it.
    expect(told()).toContain('requester.written-down → mutia.zahra');
    await town.answers('mutia.zahra', 'requester.written-down', 'Baik, atasan saya Cc.', { cc: ['joyo.handoko'] });
    expect(told()).toContain('team.assigned → rft-akun');
    expect(status()).toEqual(['assigned']);
  });

  it('is merged with its duplicate by the desk, comes apart again by batal, and each party hears it', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    const again = `${RESET.text} Dari rumah juga tidak bisa.`;
    await town.writes('mutia.zahra', { ...RESET, subject: 'Lupa password lagi', text: again, cc: ['joyo.handoko'] });
    const [stays, goes] = town.statuses().map((line) => line.split(':')[0]);
    told();

    await town.writes(OFFICER, { subject: 'perintah', text: `gabung ${goes} ke ${stays}` });
    // Letters of two tickets leave side by side.
    expect(told().toSorted()).toEqual([
      'desk.done → meja-layanan',
      'requester.closed → mutia.zahra',
      'team.message → rft-akun',
    ]);
    expect(status()).toEqual(['assigned', 'cancelled']);

    const { messageId, references, subject } = town.letter('desk.done');
    const inReplyTo = messageId;
    await town.writes(OFFICER, {
      subject: `Re: ${subject}`,
      text: 'batal',
      inReplyTo,
      references: [...references, messageId],
    });
    expect(told()).toContain('requester.corrected → mutia.zahra');
    expect(status()).toEqual(['assigned', 'assigned']);
  });

  it('is moved by a batch of the desk: all of it, or none where a line is not understood', async () => {
    await town.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await town.writes('rizki.ananda', {
      subject: 'email lemot',
      text: 'Email saya lambat sekali sejak pagi, mohon dicek.',
    });
    const [one, other] = town.statuses().map((line) => line.split(':')[0]);
    const teams = (): readonly string[] =>
      town.desk.query<{ team: string }>('select team from tickets order by opened_at').map(({ team }) => team);
    const before = teams();
    told();

    await town.writes(OFFICER, {
      subject: 'perintah',
      text: `${one} alihkan: RFT-JARINGAN\n${other} entahlah ini apa`,
    });
    expect(told()).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(teams()).toEqual(before);

    await town.writes(OFFICER, {
      subject: 'perintah 2',
      text: `${one} alihkan: RFT-JARINGAN\n${other} alihkan: RFT-JARINGAN`,
    });
    expect(told()).toContain('desk.done → meja-layanan');
    expect(teams()).toEqual(['RFT-JARINGAN', 'RFT-JARINGAN']);
  });

  it('reminds once, though the process is killed at each turn of the clock', async () => {
    await town.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });
    const { daemon } = town.desk;

    for (const day of ['24', '25', '26']) {
      daemon.setClock(`2026-11-${day}T08:59:59+07:00`);
      await sleep(1_500);
      await daemon.stop('SIGKILL');
      await town.desk.start();
      await town.until(`2026-11-${day}T10:00:00+07:00`);
    }

    // A letter may have been taken twice, but then it is the same letter: the books and the Message-IDs count.
    const written = town.desk.query<{ template: string }>(
      "select template from outbox where template like '%reminder' order by seq",
    );
    const left = town.desk.smtp.letters.filter(({ raw }) => /^Subject: .*(?:Menunggu|belum menjawab)/im.test(raw));
    expect(written.map(({ template }) => template)).toEqual([
      'approver.reminder',
      'approver.reminder',
      'desk.reminder',
    ]);
    expect(new Set(left.map(({ messageId }) => messageId)).size).toBe(3);
  });
});
