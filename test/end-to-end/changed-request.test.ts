/** What was agreed to is what was shown: a request that changes while or after somebody agrees. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
  cc: ['dewi.anjarwati'],
};
const RALAT = 'Mohon maaf, ralat: yang diaktifkan kembali aplikasi SIPANDU, bukan SIMANTAP.';

const stateOf = async (number: string): Promise<string> => (await desk.ticket(number)).state.status;

async function asked(more: Partial<Written> = {}): Promise<string> {
  const { decision } = await desk.writes('lukman.sardi', { ...HOSTING, ...more });
  return decision.tickets[0]?.number ?? '';
}

const fromLukman = (text: string, more = {}): Promise<Outcome> =>
  desk.answers('lukman.sardi', desk.last('requester.received'), text, more);

describe('while the superior is asked', () => {
  it('a correction is shown to him anew, and the requester hears so', async () => {
    await asked();
    const changed = await fromLukman(RALAT);
    expect(changed.told).toEqual(['requester.progress → lukman.sardi', 'approver.please-approve → dewi.anjarwati']);
    expect(changed.letters[0]?.mail.subject).toContain('Perubahan dicatat');
    const shown = changed.letters[1]?.mail.text ?? '';
    expect(shown).toContain('Pemohon mengubah permintaannya');
    expect(shown.indexOf('SIPANDU')).toBeLessThan(shown.indexOf('SIMANTAP'));
    expect(shown).not.toContain('Aplikasi: SIMANTAP');
  });

  it('a yes to the first letter counts no more; one to the new letter does, and the team has the correction', async () => {
    const number = await asked();
    const first = desk.last('approver.please-approve');
    await fromLukman(RALAT);
    const old = await desk.answers('dewi.anjarwati', first, 'Setuju');
    expect(old.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(await stateOf(number)).toBe('awaiting-approval');
    const again = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(again.told).toContain('team.assigned → rft-hosting');
    expect(desk.last('team.assigned').mail.text).toContain('SIPANDU, bukan SIMANTAP');
  });

  it('papers that come later are named to him and go to the team', async () => {
    await asked();
    await fromLukman('Terlampir dokumen pendukungnya.', {
      attachments: [{ filename: 'Topologi SIMANTAP.txt', type: 'text/plain', content: 'dua server' }],
    });
    const letter = desk.last('approver.please-approve');
    expect(letter.mail.text).toContain('Topologi SIMANTAP.txt');
    await desk.answers('dewi.anjarwati', letter, 'Setuju');
    expect(desk.last('team.assigned').mail.text).toContain('Topologi SIMANTAP.txt');
  });

  it('everybody who is asked is asked anew', async () => {
    const number = await asked({ cc: ['dewi.anjarwati', 'harun.alamsyah'] });
    await desk.writes('harun.alamsyah', {
      subject: `Re: ${desk.last('requester.received').mail.subject}`,
      text: 'Setuju.',
      inReplyTo: '1.lukman.sardi@mail.kemenkeu.example',
    });
    const old = desk.last('approver.ask-word', 'harun.alamsyah');
    const changed = await fromLukman(RALAT);
    expect(changed.told.filter((line) => line.startsWith('approver.')).toSorted()).toEqual([
      'approver.please-approve → dewi.anjarwati',
      'approver.please-approve → harun.alamsyah',
    ]);
    await desk.answers('harun.alamsyah', old, 'Setuju');
    expect(await stateOf(number)).toBe('awaiting-approval');
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve', 'dewi.anjarwati'), 'Setuju');
    expect(await stateOf(number)).toBe('assigned');
  });

  it('thanks change nothing and trouble nobody', async () => {
    await asked();
    expect((await fromLukman('Terima kasih, saya tunggu.')).told).toEqual([]);
  });

  it('a correction that nothing vouches for, by the number alone, is read by the desk', async () => {
    const number = await asked();
    const forged = await desk.writes('lukman.sardi', { subject: `Re: [${number}]`, text: RALAT, auth: 'absent' });
    expect(forged.told).toEqual(['desk.reply-unclear → meja-layanan']);
  });
});

describe('after the yes', () => {
  it('the team is told that what was agreed to is the request as it was', async () => {
    await asked();
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju');
    const more = await desk.answers('lukman.sardi', desk.last('requester.progress'), RALAT);
    expect(more.told).toEqual(['team.message → rft-hosting']);
    expect(more.letters[0]?.mail.text).toContain('Yang disetujui Ibu Dewi Anjarwati adalah permintaan semula');
  });

  it('nothing of it where nobody had to agree', async () => {
    await desk.writes('mutia.zahra', {
      subject: 'lupa password email',
      text: 'Mohon bantuannya untuk reset password email saya, lupa setelah cuti.',
      cc: ['joyo.handoko'],
    });
    const more = await desk.answers('mutia.zahra', desk.last('requester.received'), 'Nomor HP saya 0812-0000-1234.');
    expect(more.letters[0]?.mail.text).not.toContain('Yang disetujui');
  });
});

describe('until when', () => {
  const ENDS = 'paling lambat Senin, 7 Desember 2026 pukul 09.00 WIB';

  it('stands in the first sentence of the letter that asks, and the clock keeps to it', async () => {
    const number = await asked();
    expect(desk.last('approver.please-approve').mail.text).toContain(`Mohon persetujuan Ibu ${ENDS}`);
    for (const at of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-07']) {
      desk.setClock(`${at}T08:55:00+07:00`);
      await desk.ticks();
    }
    expect(await stateOf(number)).toBe('awaiting-approval');
    desk.setClock('2026-12-07T09:01:00+07:00');
    await desk.ticks();
    expect(await stateOf(number)).toBe('cancelled');
  });

  it('stands in the question for a plain word', async () => {
    await asked();
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Ini untuk apa ya?');
    expect(desk.last('approver.ask-word').mail.text).toContain(ENDS);
  });

  it('stands in a list of several', async () => {
    for (const name of ['SIMANTAP', 'SIPANDU', 'E-LAPOR', 'SIKEREN'])
      await desk.writes('lukman.sardi', { ...HOSTING, text: HOSTING.text.replace('SIMANTAP', name) });
    expect(desk.last('approver.several').mail.text).toContain(ENDS);
  });

  it('is not said where the rules end no wait', async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook: Rulebook) => ({
        ...rulebook,
        followUp: { ...rulebook.followUp, approval: { ...rulebook.followUp.approval, expireAfter: null } },
      }),
    });
    await asked();
    const { text } = desk.last('approver.please-approve').mail;
    expect(text).toContain('Mohon persetujuan Ibu untuk permintaan');
    expect(text).not.toContain('kami batalkan');
  });
});

describe('one answer that is not plain among several', () => {
  it('is asked back by a letter of its own', async () => {
    for (const name of ['SIMANTAP', 'SIPANDU', 'E-LAPOR', 'SIKEREN'])
      await desk.writes('lukman.sardi', { ...HOSTING, text: HOSTING.text.replace('SIMANTAP', name) });
    const answer = await desk.answers(
      'dewi.anjarwati',
      desk.last('approver.several'),
      '1 setuju, 2 tidak, 3 nanti dulu',
    );
    expect(answer.told).toContain('approver.ask-word → dewi.anjarwati');
    expect(answer.told).not.toContain('approver.several → dewi.anjarwati');
    const word = desk.last('approver.ask-word');
    expect(word.mail.text).toContain('E-LAPOR');
    const yes = await desk.answers('dewi.anjarwati', word, 'Setuju');
    expect(yes.told).toContain('team.assigned → rft-hosting');
    expect((await desk.statuses()).map((line) => line.split(': ')[1])).toEqual([
      'assigned',
      'rejected',
      'assigned',
      'awaiting-approval',
    ]);
  });
});

describe('changed again and again', () => {
  const changes = ['SIPANDU', 'SIMPEG', 'SIKEU', 'SIPERJADIN', 'SIMONEV'].map(
    (name) => `Mohon maaf, ralat: yang diaktifkan kembali aplikasi ${name}.`,
  );
  const changeAll = async (texts: readonly string[]): Promise<readonly (readonly string[])[]> => {
    const told: (readonly string[])[] = [];
    for (const text of texts) told.push((await fromLukman(text)).told);
    return told;
  };

  it('in one day it is put to the superior three times; the desk hears once of the rest', async () => {
    await asked();

    const again = ['requester.progress → lukman.sardi', 'approver.please-approve → dewi.anjarwati'];
    expect(await changeAll(changes)).toEqual([
      again,
      again,
      again,
      ['requester.progress → lukman.sardi', 'desk.reply-unclear → meja-layanan'],
      ['requester.progress → lukman.sardi'],
    ]);
    expect(desk.last('requester.progress').mail.text).toContain('melihat seluruhnya sekaligus');
  });

  it('a yes to what was shown before counts for none of it, and is answered with all', async () => {
    const number = await asked();
    await changeAll(changes);

    const yes = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');

    expect(yes.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(await stateOf(number)).toBe('awaiting-approval');
    const after = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju.');
    expect(after.told).toContain('team.assigned → rft-hosting');
    expect(desk.last('team.assigned').mail.text).toContain('SIMONEV');
  });

  it('the reminder holds all of it, and the next day counts anew', async () => {
    await asked();
    await changeAll(changes);

    desk.setClock('2026-11-24T10:00:00+07:00');
    await desk.ticks();

    expect(desk.last('approver.reminder').mail.text).toContain('SIMONEV');
    expect((await fromLukman('Ralat: yang benar SIMANTAP.')).told).toContain(
      'approver.please-approve → dewi.anjarwati',
    );
  });
});

describe('a number put right while the superior is asked', () => {
  it('moves the time that is promised, and he sees it', async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook: Rulebook) => ({
        ...rulebook,
        settings: { ...rulebook.settings, ccOnlyNeedsReply: true },
      }),
    });
    const opened = await desk.writes('lukman.sardi', {
      subject: 'Instalasi aplikasi',
      text: 'Mohon instalasi aplikasi SPSS pada 7 laptop pegawai di bagian kami. Perangkat lunak yang diperlukan: SPSS 29.',
      cc: ['dewi.anjarwati'],
      attachments: [{ filename: 'Daftar SN dan BMN.txt', type: 'text/plain', content: Buffer.from('tujuh laptop') }],
    });
    const number = opened.decision.tickets[0]?.number ?? '';
    expect((await desk.ticket(number)).state).toMatchObject({ status: 'awaiting-approval', quantity: 7 });

    await fromLukman('Maaf salah, seharusnya 10 laptop.');

    expect((await desk.ticket(number)).state.quantity).toBe(10);
    expect(desk.last('approver.please-approve').mail.text).toContain('Jumlah: 10 perangkat');
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');
    expect(desk.last('requester.progress').mail.text).toContain('Kamis, 26 November 2026');
  });
});

describe('a requester who has had enough', () => {
  it.each(['Tutup saja', 'Mohon tiketnya ditutup ya'])('withdraws while the superior is asked: “%s”', async (text) => {
    const number = await asked();

    expect((await fromLukman(text)).told).toEqual(['requester.closed → lukman.sardi']);
    expect(await stateOf(number)).toBe('cancelled');
  });

  it('withdraws while a team works, and the team hears of it', async () => {
    const number = await asked();
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju');

    const { told } = await desk.answers('lukman.sardi', desk.last('requester.progress'), 'Ditutup saja pak');

    expect(told).toEqual(['requester.closed → lukman.sardi', 'team.news → rft-hosting']);
    expect(await stateOf(number)).toBe('cancelled');
  });

  it('closes nothing with “jangan ditutup dulu”', async () => {
    const number = await asked();

    await fromLukman('Jangan ditutup dulu ya');

    expect(await stateOf(number)).toBe('awaiting-approval');
  });
});
