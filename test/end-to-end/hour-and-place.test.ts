/** The hour and the place that a requester tells when he is asked for them: they are taken, or asked for so that he can answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const MUTIA = 'mutia.zahra';
const HENDRO = 'hendro.kusumo';
const lines = (template: Parameters<Desk['last']>[0]): string => desk.last(template).mail.text;

async function asks(who: string, cc: string, rest: string): Promise<string> {
  const text = `Mohon pendampingan video conference rapat evaluasi ${rest}`;
  const { decision } = await desk.writes(who, { subject: 'Rapat evaluasi', text, cc: [cc] });
  return decision.tickets[0]?.number ?? '';
}
const answers = (who: string, text: string, letter: Parameters<Desk['last']>[0]): Promise<Outcome> =>
  desk.answers(who, desk.last(letter), text);

describe('an hour told in answer', () => {
  it.each([
    ['pukul 13.30 sampai 15.00 WIB', '13.30–15.00 WIB'],
    ['Jamnya 13.30, Mas. Peserta 25 orang.', '13.30 WIB'],
    ['Mulai jam 1 siang Bu.', '13.00 WIB'],
  ])('is that of the day: “%s”', async (text, hour) => {
    await asks(MUTIA, 'joyo.handoko', 'di Gedung Djuanda Jakarta pada Senin, 14 Desember 2026.');
    expect(lines('requester.received')).toContain('Jam mulai dan selesai');

    const { told } = await answers(MUTIA, text, 'requester.received');

    expect(told).toEqual(['requester.progress → mutia.zahra', 'team.message → rft-conference']);
    expect(lines('team.message')).toContain(`Pelaksanaan: Senin, 14 Desember 2026 pukul ${hour}`);
    expect(lines('requester.progress')).toContain(`Senin, 14 Desember 2026 pukul ${hour}`);
  });

  it('goes along with what is still missing', async () => {
    await asks(MUTIA, 'joyo.handoko', 'pada Rabu, 9 Desember 2026.');

    await answers(MUTIA, 'Jamnya 13.30 sampai selesai, di gedung Djuanda Jakarta.', 'requester.incomplete');

    expect(lines('team.assigned')).toContain('Pelaksanaan: Rabu, 9 Desember 2026 pukul 13.30 WIB, di Jakarta');
  });

  it('of something else stays a remark', async () => {
    await asks(MUTIA, 'joyo.handoko', 'di Gedung Djuanda Jakarta pada Senin, 14 Desember 2026.');

    const { told } = await answers(MUTIA, 'Silakan telepon saya jam 10.00 WIB.', 'requester.received');

    expect(told).toEqual(['team.message → rft-conference']);
    expect(lines('team.message')).toContain('Pelaksanaan: Senin, 14 Desember 2026, di Jakarta');
  });
});

describe('a place told in answer', () => {
  /** So near that it is in time in Jakarta, and late elsewhere. */
  const NEAR = 'pada Rabu, 9 Desember 2026 pukul 09.00 WIB, 30 peserta.';
  const FAR = 'pada Senin, 21 Desember 2026 pukul 09.00 WIB, 30 peserta.';

  it.each([
    'Lokasinya di kantor kami, Bukittinggi',
    'hotel Grand Rocky Bukittinggi',
    'di Payakumbuh',
    'Payakumbuh, Bu.',
    'Ruang rapat lantai 2 di kantor bupati Sleman',
  ])('outside Jakarta is one, with its lead time: “%s”', async (text) => {
    const number = await asks(MUTIA, 'joyo.handoko', NEAR);

    await answers(MUTIA, text, 'requester.incomplete');

    expect((await desk.ticket(number)).state).toMatchObject({ status: 'triage', deskReason: 'late-filing' });
    expect(lines('desk.triage')).toContain('di luar Jakarta');
    expect(lines('desk.triage')).toContain(text);
  });

  it.each(['aula lantai 3 gedung kantor kami', 'Di kantor kami saja, Mas.'])(
    'that is his own office is where the register has it: “%s”',
    async (text) => {
      const number = await asks(HENDRO, 'togar.situmeang', NEAR);

      await answers(HENDRO, text, 'requester.incomplete');

      expect((await desk.ticket(number)).state).toMatchObject({ status: 'triage', deskReason: 'late-filing' });
      expect(lines('desk.triage')).toContain('di luar Jakarta');
    },
  );

  it.each(['aula lantai 3 gedung kantor kami', 'Di Hotel Aryaduta.'])(
    'that nobody can place is asked for by its town, never guessed: “%s”',
    async (text) => {
      const number = await asks(MUTIA, 'joyo.handoko', NEAR);

      const { told } = await answers(MUTIA, text, 'requester.incomplete');

      expect(told).toEqual(['requester.incomplete → mutia.zahra', 'desk.reply-unclear → meja-layanan']);
      expect(lines('requester.incomplete')).toContain('kotanya, di Jakarta atau di luar Jakarta');

      await answers(MUTIA, 'Di Jakarta.', 'requester.incomplete');
      expect((await desk.ticket(number)).state.status).toBe('assigned');
      expect(lines('team.assigned')).toContain(text);
    },
  );

  it('while the team works is in its letters', async () => {
    await asks(MUTIA, 'joyo.handoko', FAR);

    const { told } = await answers(MUTIA, 'Di Payakumbuh, Mas.', 'requester.received');

    expect(told).toEqual(['team.message → rft-conference']);
    expect(lines('team.message')).toContain('Senin, 21 Desember 2026 pukul 09.00 WIB, di luar Jakarta');
  });
});
