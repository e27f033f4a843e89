/** A requester who moves the day of his event: wherever his ticket stands, the new day counts, and whoever goes by it hears of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { openDesk, type Answered, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const WHO = 'mutia.zahra';
const VICON = 'Mohon pendampingan video conference rapat evaluasi di Gedung Djuanda Jakarta';
const DAY = 'pada Senin, 14 Desember 2026 pukul 09.00 WIB, 30 peserta.';

async function opens(cc: readonly string[] = ['joyo.handoko']): Promise<string> {
  const { decision } = await desk.writes(WHO, { subject: 'Rapat evaluasi', text: `${VICON} ${DAY}`, cc });
  return decision.tickets[0]?.number ?? '';
}
const says = (text: string, letter: Parameters<Desk['last']>[0], more: Answered = {}): Promise<Outcome> =>
  desk.answers(WHO, desk.last(letter), text, more);
const stateOf = async (number: string) => (await desk.ticket(number)).state;
const lines = (template: Parameters<Desk['last']>[0], to?: string): string => desk.last(template, to).mail.text;

const MOVED = [
  'jadwalnya bergeser ke Senin 21 Desember 2026 pukul 13.00',
  'Mohon maaf, rapat kami diundur menjadi Senin, 21 Desember 2026 jam 13.00 WIB.',
  'Ralat Bu: pelaksanaannya 21 Desember 2026 pukul 13.00, bukan 14 Desember.',
];
const NEW_DAY = 'Senin, 21 Desember 2026 pukul 13.00 WIB';

describe('a day moved while a team works', () => {
  it.each(MOVED)('is told to the team and to whoever moved it: “%s”', async (text) => {
    const number = await opens();
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-14' });

    const { told } = await says(text, 'requester.received');

    expect(told).toEqual(['requester.progress → mutia.zahra', 'team.message → rft-conference']);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-21' });
    expect(lines('requester.progress')).toContain(`${NEW_DAY} (semula Senin, 14 Desember 2026)`);
    expect(lines('team.message')).toContain(
      `memindahkan pelaksanaannya ke ${NEW_DAY} (semula Senin, 14 Desember 2026)`,
    );
    expect(lines('team.message')).toContain(`Pelaksanaan: ${NEW_DAY}`);
  });

  it('goes with the ticket to the next team', async () => {
    await opens();
    await says('tanggalnya berubah menjadi 21 Desember 2026', 'requester.received');

    await desk.answers('rft-conference', desk.last('team.assigned'), 'alihkan: jaringan');

    expect(lines('team.assigned', 'rft-jaringan')).toContain('Pelaksanaan: Senin, 21 Desember 2026 pukul 09.00 WIB');
  });

  it('that comes too near is for the desk, and the team waits', async () => {
    const number = await opens();

    const { told } = await says('Rapatnya dimajukan ke Selasa 24 November 2026.', 'requester.received');

    expect(told).toEqual([
      'requester.progress → mutia.zahra',
      'team.news → rft-conference',
      'desk.triage → meja-layanan',
    ]);
    expect(await stateOf(number)).toMatchObject({
      status: 'triage',
      deskReason: 'late-filing',
      eventDate: '2026-11-24',
    });
    expect(lines('team.news')).toContain('memindahkan pelaksanaannya ke Selasa, 24 November 2026');
  });

  it('is proposed to the desk where nobody is sure who wrote it', async () => {
    const number = await opens();

    const text = 'jadwalnya bergeser ke Senin 21 Desember 2026';
    const forged = await desk.writes(WHO, { subject: `Re: [${number}]`, text, auth: 'absent' });

    expect(forged.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-14' });
    expect(lines('desk.reply-unclear')).toContain('tanggal: 21 Desember 2026');

    await desk.answers('meja-layanan', desk.last('desk.reply-unclear'), 'tanggal: 21 Desember 2026');
    expect(await stateOf(number)).toMatchObject({ eventDate: '2026-12-21' });
  });

  it.each([
    ['jadwalnya bergeser ke Senin 22 Desember 2026', 'Senin 22 Desember 2026'],
    ['Rapatnya digeser ke 21 Desember 2026, lalu 23 Desember 2026.', '21 Desember 2026, 23 Desember 2026'],
  ])('is asked back where it can be read in two ways: “%s”', async (text, written) => {
    const number = await opens();

    const { told } = await says(text, 'requester.received');

    expect(told).toContain('requester.progress → mutia.zahra');
    expect(told).toContain('team.message → rft-conference');
    expect(lines('requester.progress')).toContain(`"${written}"`);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-14' });

    await says('pindah ke Selasa, 22 Desember 2026', 'requester.progress');
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-22' });
  });

  it.each([
    'Mungkin rapatnya diundur ke 21 Desember 2026, nanti saya kabari.',
    'Undangannya kami kirim tanggal 1 Desember 2026.',
    'Rapatnya ditunda, tanggalnya menyusul.',
  ])('stays where nothing plainly moves it: “%s”', async (text) => {
    const number = await opens();

    const { told } = await says(text, 'requester.received');

    expect(told).toEqual(['team.message → rft-conference']);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-14' });
  });
});

describe('a day moved while something is missing', () => {
  it.each(['tanggalnya berubah menjadi 21 Desember 2026', 'Maaf, rapat digeser ke Senin 21/12/2026.'])(
    'stands in what he hears next: “%s”',
    async (text) => {
      const number = await opens([]);

      await says(text, 'requester.incomplete');

      expect(await stateOf(number)).toMatchObject({ status: 'incomplete', eventDate: '2026-12-21' });
      expect(lines('requester.incomplete')).toContain('Pelaksanaan: Senin, 21 Desember 2026 pukul 09.00 WIB');
    },
  );

  it('and the superior in Cc of the same mail lets the work begin', async () => {
    const number = await opens([]);

    await says('Pak Joyo saya cc. Rapatnya diundur ke Senin 21 Desember 2026.', 'requester.incomplete', {
      cc: ['joyo.handoko'],
    });

    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-21' });
    expect(lines('team.assigned')).toContain('Pelaksanaan: Senin, 21 Desember 2026');
  });
});

describe('a day moved where somebody has to agree', () => {
  const withApproval = async (): Promise<string> => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook: Rulebook) => ({ ...rulebook, settings: { ...rulebook.settings, ccOnlyNeedsReply: true } }),
    });
    return opens();
  };

  it('is shown to him anew; his yes to the old one starts nothing', async () => {
    const number = await withApproval();
    const old = desk.last('approver.please-approve');

    const { told } = await says('jadwalnya bergeser ke Senin 21 Desember 2026 pukul 13.00', 'requester.received');

    expect(told).toEqual(['requester.progress → mutia.zahra', 'approver.please-approve → joyo.handoko']);
    expect(lines('approver.please-approve')).toContain(`Pelaksanaan: ${NEW_DAY}`);
    await desk.answers('joyo.handoko', old, 'Setuju.');
    expect(await stateOf(number)).toMatchObject({ status: 'awaiting-approval', eventDate: '2026-12-21' });

    await desk.answers('joyo.handoko', desk.last('approver.please-approve'), 'Setuju.');
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', eventDate: '2026-12-21' });
  });

  it('voids the yes that he has given', async () => {
    const number = await withApproval();
    await desk.answers('joyo.handoko', desk.last('approver.please-approve'), 'Setuju.');

    const { told } = await says('jadwalnya bergeser ke Senin 21 Desember 2026', 'requester.progress');

    expect(told).toEqual([
      'requester.progress → mutia.zahra',
      'team.news → rft-conference',
      'approver.please-approve → joyo.handoko',
    ]);
    expect(await stateOf(number)).toMatchObject({ status: 'awaiting-approval', eventDate: '2026-12-21' });
  });
});
