/** What is prepared for an event: nobody is asked whether all was well before it, and no clock ends it before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const WHO = 'mutia.zahra';
const RFT = 'rft-conference';
const stateOf = async (number: string) => (await desk.ticket(number)).state;

async function asks(text: string): Promise<string> {
  const { decision } = await desk.writes(WHO, { subject: 'Rapat evaluasi', text, cc: ['joyo.handoko'] });
  return decision.tickets[0]?.number ?? '';
}

const reports = (text: string): Promise<Outcome> => desk.answers(RFT, desk.last('team.assigned'), text);

/** What the clock sends on each of these days, shortly before the day ends. */
async function days(...dates: readonly string[]): Promise<readonly (readonly string[])[]> {
  const told: (readonly string[])[] = [];
  for (const date of dates) {
    desk.setClock(`${date}T16:55:00+07:00`);
    told.push(
      (await desk.ticks()).map(({ template, mail }) => `${template}: ${mail.subject.replace(/^\[\S+\] /, '')}`),
    );
  }
  return told;
}

describe('a service fulfilled at the event itself', () => {
  const ASSISTANCE =
    'Mohon pendampingan video conference untuk rapat evaluasi di Jakarta pada Rabu, 9 Desember 2026 pukul 09.00 WIB, on site, 20 peserta.';

  it('stays with the team until then: what it reports before is its preparation', async () => {
    const number = await asks(ASSISTANCE);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: 'ITSM.14/video-conference' });

    desk.setClock('2026-12-03T10:00:00+07:00');
    const { told } = await reports('selesai: perangkat dan petugas sudah siap');

    expect(told).toEqual(['requester.message → mutia.zahra', 'team.news → rft-conference']);
    expect((await stateOf(number)).status).toBe('assigned');
    const letter = desk.last('requester.message').mail;
    expect(letter.subject).toContain('Sudah disiapkan');
    expect(letter.text).toContain('untuk Rabu, 9 Desember 2026');
    expect(letter.text).toContain('perangkat dan petugas sudah siap');
    expect(letter.text).not.toMatch(/apakah/i);
  });

  it('is remembered on the eve, and its requester asked only once the event is over', async () => {
    const number = await asks(ASSISTANCE);
    desk.setClock('2026-12-03T10:00:00+07:00');
    await reports('selesai: perangkat dan petugas sudah siap');

    const clock = await days('2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09');
    expect(clock.flat()).toEqual([expect.stringContaining('team.reminder: Kegiatan sudah dekat')]);
    expect((await stateOf(number)).status).toBe('assigned');

    desk.setClock('2026-12-10T09:00:00+07:00');
    const { told } = await reports('selesai: rapat berjalan lancar sampai akhir');

    expect(told).toEqual(['requester.resolved → mutia.zahra']);
    expect(desk.last('requester.resolved').mail.text).toContain('Apakah sudah beres?');
    await desk.answers(WHO, desk.last('requester.resolved'), 'Lancar, terima kasih banyak.');
    expect((await stateOf(number)).status).toBe('closed');
  });

  it('may be reported as done on its day, once it has begun', async () => {
    const number = await asks(ASSISTANCE);

    desk.setClock('2026-12-09T08:00:00+07:00');
    await reports('selesai: sudah siap di ruangan');
    expect((await stateOf(number)).status).toBe('assigned');

    desk.setClock('2026-12-09T12:00:00+07:00');
    await reports('selesai: rapat berjalan lancar');
    expect((await stateOf(number)).status).toBe('resolved');
  });
});

describe('a room that is made ready days before the meeting', () => {
  const ROOM =
    'Mohon dibuatkan room video conference untuk rapat evaluasi tanggal 9 Desember 2026 pukul 13.00 s.d. 15.00, peserta 100 orang.';

  it('is fulfilled when it is there; whether all was well is asked after the meeting, and the ticket ends after that', async () => {
    const number = await asks(ROOM);
    expect((await stateOf(number)).variant).toBe('ITSM.14/room-video-conference');

    const { told } = await reports('selesai: room sudah dibuat, tautan https://zoom.example/j/123');

    expect(told).toEqual(['requester.resolved → mutia.zahra']);
    expect((await stateOf(number)).status).toBe('resolved');
    const letter = desk.last('requester.resolved').mail.text;
    expect(letter).toContain('sudah selesai kami siapkan untuk Rabu, 9 Desember 2026');
    expect(letter).not.toContain('Apakah sudah beres?');
    expect(letter).toContain('paling lambat Rabu, 16 Desember 2026');

    const before = await days('2026-11-26', '2026-11-30', '2026-12-04', '2026-12-08', '2026-12-09', '2026-12-10');
    expect(before.flat()).toEqual([]);
    const after = await days('2026-12-11', '2026-12-14', '2026-12-15', '2026-12-16');
    expect(after.flat()).toEqual([
      'requester.reminder: Sudah beres?: room video conference',
      'requester.closed: Ditutup: room video conference',
    ]);
    expect((await stateOf(number)).status).toBe('closed');
  });

  it('is opened again by whoever finds at the meeting that it does not work, however long ago it was made', async () => {
    const number = await asks(ROOM);
    await reports('selesai: room sudah dibuat, tautan https://zoom.example/j/123');

    desk.setClock('2026-12-09T13:10:00+07:00');
    await desk.answers(WHO, desk.last('requester.resolved'), 'Masih bermasalah: roomnya tidak bisa dibuka');

    expect((await stateOf(number)).status).toBe('assigned');
  });
});
