/** Every letter says how things stand for whoever reads it: to the right person, once, and nothing that is not so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { DAY } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';
import { bounceOf } from './machines.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET: Written = {
  subject: 'lupa password email',
  text: 'Mohon bantuannya untuk reset password email saya, lupa setelah cuti.',
  cc: ['joyo.handoko'],
};
const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
  cc: ['dewi.anjarwati'],
};
const OFFICER = 'bagus.tirtayasa';

const numberOf = ({ decision }: Outcome): string => decision.tickets[0]?.number ?? '';
const statusOf = async (number: string): Promise<string> => (await desk.ticket(number)).state.status;
const textOf = ({ letters }: Outcome, at = 0): string => letters[at]?.mail.text ?? '';

async function approved(): Promise<string> {
  const opened = await desk.writes('lukman.sardi', HOSTING);
  await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju');
  return numberOf(opened);
}

describe('what only a person can act upon', () => {
  it('says who works on the ticket meanwhile, and that he has not been told', async () => {
    await approved();
    const unsure = await desk.answers('rft-hosting', desk.last('team.assigned'), 'selesai: aktif.', { auth: 'absent' });
    expect(unsure.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(textOf(unsure)).toContain('tetap dikerjakan tim Hosting dan Server, yang belum kami beri tahu');
    expect(textOf(unsure)).not.toContain('menunggu');
  });

  it('says that the ticket has ended where it has', async () => {
    await desk.writes('lukman.sardi', HOSTING);
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Tidak setuju.');
    const again = await desk.answers('lukman.sardi', desk.last('requester.refused'), 'Mohon dibuka lagi.');
    expect(textOf(again)).toContain('sudah berakhir karena tidak disetujui');
  });
});

describe('a superior who thinks otherwise later', () => {
  it('hears how to go on when he agrees to what he had refused', async () => {
    await desk.writes('lukman.sardi', HOSTING);
    const letter = desk.last('approver.please-approve');
    await desk.answers('dewi.anjarwati', letter, 'Tidak setuju.');
    const yes = await desk.answers('dewi.anjarwati', letter, 'Setuju.');
    expect(yes.told).toEqual(['approver.over → dewi.anjarwati']);
    expect(textOf(yes)).toContain('sudah berakhir karena tidak disetujui');
  });

  it('stops work that somebody has begun; the desk lets it go on, and the requester hears both', async () => {
    const number = await approved();
    await desk.answers('made.arsana', desk.last('team.assigned'), 'ambil');
    const no = await desk.answers(
      'dewi.anjarwati',
      desk.last('approver.please-approve'),
      'Tidak jadi setuju, batalkan.',
    );
    expect(no.told).toEqual([
      'desk.approval → meja-layanan',
      'requester.objection → lukman.sardi',
      'team.stop → rft-hosting',
    ]);
    expect(await statusOf(number)).toBe('on-hold');
    const on = await desk.answers(OFFICER, desk.last('desk.approval'), 'lanjutkan');
    expect(on.told).toEqual([
      'requester.progress → lukman.sardi',
      'team.stop → rft-hosting',
      'superior.resumed → dewi.anjarwati',
    ]);
    expect(on.letters[0]?.mail.subject).toContain('Dilanjutkan');
  });

  it('is heard though another has agreed before him', async () => {
    const opened = await desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati', 'harun.alamsyah'] });
    await desk.writes('harun.alamsyah', {
      subject: `Re: ${HOSTING.subject}`,
      text: 'Setuju.',
      inReplyTo: '1.lukman.sardi@mail.kemenkeu.example',
    });
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju');
    const no = await desk.answers('harun.alamsyah', desk.last('approver.ask-word'), 'Tidak setuju.');
    expect(no.told).toContain('team.stop → rft-hosting');
    expect(await statusOf(numberOf(opened))).toBe('on-hold');
  });

  it('whose appointment has ended stops nothing', async () => {
    await desk.close();
    desk = await openDesk({ start: '2026-11-17T09:00:00+07:00' });
    const opened = await desk.writes('fransiska.lengkong', { ...HOSTING, cc: ['rukmini.daryanti'] });
    const letter = desk.last('approver.please-approve');
    await desk.answers('rukmini.daryanti', letter, 'Saya dinas luar s.d. 20 November 2026.', {
      headers: ['Auto-Submitted: auto-replied'],
    });
    await desk.answers('rukmini.daryanti', letter, 'Setuju');
    desk.setClock('2026-11-23T09:00:00+07:00');
    const deputy = desk.last('approver.please-approve', 'ahmad.ridho');
    expect((await desk.answers('ahmad.ridho', deputy, 'Tidak setuju')).told).toEqual([
      'desk.reply-unclear → meja-layanan',
    ]);
    expect(await statusOf(numberOf(opened))).toBe('assigned');
  });
});

describe('news of the team', () => {
  const assigned = async (): Promise<string> => numberOf(await desk.writes('mutia.zahra', RESET));

  it('tells what is done apart from what is not', async () => {
    await assigned();
    const words = 'selesai sebagian: akun mutia.zahra; gagal: akun mzahra2, terkunci di AD';
    const text = textOf(await desk.answers('rft-akun', desk.last('team.assigned'), words));
    expect(text).toMatch(/Yang sudah selesai:\n> akun mutia\.zahra\n\nYang belum berhasil:\n> akun mzahra2/);
  });

  it.each(['tanya', 'tanya:', 'Tanya.'])('asks nothing with "%s" alone; the team is told so', async (words) => {
    const number = await assigned();
    expect((await desk.answers('rft-akun', desk.last('team.assigned'), words)).told).toEqual(['team.noted → rft-akun']);
    expect(await statusOf(number)).toBe('assigned');
  });

  it('names no time that the hold has made void', async () => {
    await assigned();
    const words = 'tunda: sampai 26 November 2026, karena menunggu vendor';
    const text = textOf(await desk.answers('rft-akun', desk.last('team.assigned'), words));
    expect(text).toContain('sampai Kamis, 26 November 2026');
    expect(text).not.toContain('Waktu: paling lambat');
  });

  it('comes from the desk where no team has the ticket', async () => {
    const complaint = await desk.writes('mutia.zahra', {
      subject: 'keluhan',
      text: 'Saya sangat kecewa, pelayanan lambat sekali dan tidak ada yang menanggapi.',
    });
    expect(complaint.told).toContain('desk.complaint → meja-layanan');
    const note = 'catatan untuk pemohon: Mohon maaf, sedang kami tindak lanjuti.';
    const told = await desk.answers(OFFICER, desk.last('desk.complaint'), note);
    expect(told.told).toContain('requester.message → mutia.zahra');
    expect(textOf(told)).toContain('Catatan tim Meja Layanan:');
  });

  it('says that the time is over once it is, but not of work that was done in time', async () => {
    await assigned();
    desk.setClock('2026-11-24T10:00:00+07:00');
    await desk.answers('rft-akun', desk.last('team.assigned'), 'alihkan: jaringan');
    expect(desk.last('team.assigned').mail.text).toContain('Mohon segera dikerjakan:');
    expect(desk.last('team.assigned').mail.text).toContain('sudah lewat');
    await approved();
    await desk.answers('rft-hosting', desk.last('team.assigned', 'rft-hosting'), 'selesai: sudah aktif.');
    desk.pass(21 * DAY);
    await desk.ticks();
    expect(desk.last('desk.reminder').mail.text).not.toContain('sudah lewat');
  });
});

describe('who answers second', () => {
  it('hears who has it', async () => {
    await desk.writes('mutia.zahra', RESET);
    await desk.answers('tantri.lestari', desk.last('team.assigned'), 'ambil');
    const second = await desk.answers('pandu.wirasena', desk.last('team.assigned'), 'ambil');
    expect(textOf(second)).toContain('Ibu Tantri Lestari sudah lebih dahulu mengambil tiket ini.');
  });

  it('hears that it was withdrawn, not that it was done', async () => {
    await desk.writes('mutia.zahra', RESET);
    await desk.answers('mutia.zahra', desk.last('requester.received'), 'Tidak jadi, mohon dibatalkan.');
    const late = await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    expect(late.letters[0]?.mail.subject).toContain('Sudah berakhir');
    expect(textOf(late)).not.toContain('jawaban yang pertama');
  });

  it('of the desk is answered at the desk, whoever has the ticket', async () => {
    await desk.writes('mutia.zahra', RESET);
    const bare = await desk.answers(OFFICER, desk.last('team.assigned'), 'selesai');
    expect(bare.told).toEqual(['team.note-needed → meja-layanan']);
  });
});

describe('the state of a ticket', () => {
  const status = async (): Promise<string> =>
    textOf(await desk.writes('mutia.zahra', { subject: 'status', text: 'Bagaimana progres tiket saya?' }));

  it('names the question that its requester has not answered', async () => {
    await desk.writes('mutia.zahra', RESET);
    await desk.answers('rft-akun', desk.last('team.assigned'), 'tanya: apakah akunnya mutia.zahra?');
    expect(await status()).toContain('Menunggu jawaban Ibu atas pertanyaan kami.');
  });

  it('does not wait for a word about what the desk has yet to confirm; the desk is reminded of it once', async () => {
    await desk.close();
    const confirmed = (rulebook: Rulebook): Rulebook => ({
      ...rulebook,
      services: rulebook.services.map((service) => ({
        ...service,
        variants: service.variants.map((variant) => ({ ...variant, confirmFulfilment: 'desk' as const })),
      })),
    });
    desk = await openDesk({ rulebook: confirmed });
    await desk.writes('mutia.zahra', RESET);
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    expect(await status()).toContain('sedang diperiksa petugas kami');
    desk.setClock('2026-11-24T10:00:00+07:00');
    expect((await desk.ticks()).map(({ mail }) => mail.subject)).toEqual([
      expect.stringContaining('Belum dikonfirmasi'),
    ]);
    desk.setClock('2026-12-14T10:00:00+07:00');
    expect(await desk.ticks()).toEqual([]);
    await desk.answers(OFFICER, desk.last('desk.reminder'), 'konfirmasi');
    expect(desk.last('requester.resolved').to).toBe('mutia.zahra@kemenkeu.example');
  });
});

describe('a command of the desk', () => {
  it('that asks the requester for something takes the work from the team', async () => {
    const number = numberOf(await desk.writes('mutia.zahra', RESET));
    const corrected = await desk.answers(OFFICER, desk.last('team.assigned'), 'koreksi: ITSM.8.4');
    expect(corrected.told).toContain('requester.incomplete → mutia.zahra');
    expect(corrected.told).toContain('team.news → rft-akun');
    expect(await statusOf(number)).toBe('incomplete');
  });

  it('by number keeps the superior who stood in the first mail', async () => {
    const number = numberOf(
      await desk.writes('mutia.zahra', {
        ...RESET,
        subject: 'bantuan',
        text: 'Mohon bantuannya terkait email dinas saya dan aplikasi di laptop, mau dibantu pengaturannya.',
      }),
    );
    const split = await desk.writes(OFFICER, {
      subject: 'pisah',
      text: `${number} pisah: reset password email | pemasangan aplikasi Tableau di laptop`,
    });
    expect(split.told).toContain('team.assigned → rft-akun');
    const team = split.letters.find(({ template }) => template === 'team.assigned');
    expect(team?.mail.text).toContain('terkait email dinas saya dan aplikasi di laptop');
    expect(team?.mail.text).not.toContain('pisah:');
  });

  it('on behalf of somebody quotes what he said and names who would do as superior', async () => {
    const told = await desk.writes(OFFICER, {
      subject: 'telepon',
      text: 'atas nama mutia.zahra@kemenkeu.example: lewat telepon, lupa password email',
    });
    expect(textOf(told)).not.toContain('atas nama mutia');
    expect(textOf(told)).toContain('lupa password email');
    expect(textOf(told)).toContain('Joyo Handoko');
  });

  it('that merges two of one team tells it once', async () => {
    const first = numberOf(await desk.writes('mutia.zahra', RESET));
    const second = numberOf(
      await desk.writes('mutia.zahra', { ...RESET, subject: 'password', text: 'Tolong reset password email saya ya.' }),
    );
    const merged = await desk.writes(OFFICER, { subject: 'gabung', text: `gabung ${second} ke ${first}` });
    const toTeam = merged.letters.filter(({ to }) => to.startsWith('rft-'));
    expect(toTeam.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('Tiket digabung')]);
    expect(toTeam[0]?.mail.text).toContain(`menggabungkan tiket ${second} ke tiket ini`);
  });
});

describe('at an event', () => {
  it('a report that does not come is told to team and desk when the day for it is over', async () => {
    await desk.writes('mutia.zahra', {
      subject: 'Vicon',
      text: 'Mohon pendampingan video conference tanggal 14 Desember 2026 pukul 09.00 WIB di Jakarta, perlu operator.',
      cc: ['joyo.handoko'],
    });
    desk.setClock('2026-12-15T16:00:00+07:00');
    await desk.ticks();
    desk.setClock('2026-12-16T09:00:00+07:00');
    expect((await desk.ticks()).map(({ template }) => template)).toEqual(['team.reminder', 'desk.reminder']);
  });
});

describe('an address that is known to be dead', () => {
  it('is told to the desk for each request that waits because of it, until it is cleared', async () => {
    await desk.writes('lukman.sardi', HOSTING);
    await desk.arrives(bounceOf(desk.last('approver.please-approve'), desk));
    const second = await desk.writes('lukman.sardi', { ...HOSTING, text: HOSTING.text.replace('SIMANTAP', 'SIPANDU') });
    expect(second.told).toEqual(['requester.received → lukman.sardi', 'desk.undeliverable → meja-layanan']);
    expect(textOf(second, 0)).toContain('belum dapat kami kirim');
    expect(textOf(second, 0)).not.toContain('sudah kami kirim');
    expect(textOf(second, 1)).toContain('sudah tercatat mati');
    expect(textOf(second, 1)).toContain(numberOf(second));
    const cleared = await desk.writes(OFFICER, { subject: 'alamat', text: 'lepas dewi.anjarwati@kemenkeu.example' });
    expect(cleared.told).toContain('approver.please-approve → dewi.anjarwati');
    const third = await desk.writes('lukman.sardi', { ...HOSTING, text: HOSTING.text.replace('SIMANTAP', 'E-LAPOR') });
    expect(third.told).not.toContain('desk.undeliverable → meja-layanan');
    expect(textOf(third, 0)).toContain('sudah kami kirim');
  });
});
