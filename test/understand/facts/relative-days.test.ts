import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/understand/facts/dates.ts';
import { findEventDate } from '../../../src/understand/facts/event-date.ts';
import { findDateBeside } from '../../../src/understand/facts/date-beside.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { Temporal } from '../../../src/shared/time.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const beside = { today: TODAY, home: 'WIB' } as const;

describe('days told from the day of the mail', () => {
  it.each([
    ['rapat minggu depan hari Rabu', '2026-12-02', undefined],
    ['rapat Kamis minggu depan', '2026-12-03', undefined],
    ['audit hari Selasa dan Rabu pekan depan', '2026-12-01', '2026-12-02'],
    ['Senin-Rabu minggu depan', '2026-11-30', '2026-12-02'],
    ['minggu depan tgl 3 Des', '2026-12-03', undefined],
    ['mohon di-blast ke semua pegawai sekarang juga', '2026-11-23', undefined],
    ['Semula Kamis 26 November, mohon digeser ke Senin 30 November 2026', '2026-11-30', undefined],
    ['Rapim Jumat 27 November 2026. Undangan UND-221/SJ/2026 tgl 30 Nov.', '2026-11-27', undefined],
    ['akses saya dibuka mulai hari ini sampai 23 Desember 2026', '2026-11-23', '2026-12-23'],
    ['room dipakai besok s.d. tanggal 27 November 2026', '2026-11-24', '2026-11-27'],
    ['blast email hari ini: SKP diperpanjang s.d. 30 November 2026', '2026-11-23', undefined],
  ])('“%s” is %s', (text, eventDate, eventEnd) => {
    const found = findEventDate(new Searched(text), TODAY);

    expect([found?.eventDate, found?.eventEnd]).toEqual([eventDate, eventEnd]);
    expect(found?.eventDoubt).toBeUndefined();
  });

  it('a week with an hour may be Sunday: the day is asked back', () => {
    expect(findEventDate(new Searched('vicon Minggu depan jam 10 ya'), TODAY)?.eventDoubt).toBe('Minggu depan jam 10');
    expect(findEventDate(new Searched('vicon minggu depan'), TODAY)?.eventDoubt).toBeUndefined();
    expect(findEventDate(new Searched('vicon hari Minggu jam 10'), TODAY)?.eventDoubt).toBeUndefined();
  });

  it('each weekday of next week lies in that week, whatever the day of the mail', () => {
    const names = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
    for (let sent = 0; sent < 7; sent += 1) {
      const today = Temporal.PlainDate.from(TODAY).add({ days: sent }).toString();
      for (const [at, name] of names.entries()) {
        const day = Temporal.PlainDate.from('2026-11-30').add({ days: at }).toString();
        expect(findDates(`${name} minggu depan`, today)[0]?.start).toBe(day);
        expect(findDates(`minggu depan hari ${name}`, today)[0]?.start).toBe(day);
      }
    }
  });

  it('a pair of weekdays is a span that begins ahead and lasts less than a week', () => {
    const names = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
    for (const first of names)
      for (const last of names.filter((name) => name !== first)) {
        const [found] = findDates(`${first} dan ${last}`, TODAY);
        const days = Temporal.PlainDate.from(found?.start ?? '').until(found?.end ?? '').days;
        expect(found && found.start > TODAY).toBe(true);
        expect(days > 0 && days < 7).toBe(true);
      }
  });
});

describe('a day that the text does not tell ahead', () => {
  it('is the one that was, in a mail that tells of what was', () => {
    expect(findDateBeside(new Searched('Vicon tanggal 20 November kacau'), { ...beside, past: true })?.eventDate).toBe(
      '2026-11-20',
    );
    expect(findDateBeside(new Searched('acara kemarin kacau'), { ...beside, past: true })?.eventDate).toBe(
      '2026-11-22',
    );
    expect(findDateBeside(new Searched('Vicon tanggal 20 November kacau'), beside)).toBeNull();
  });

  it('is today where somebody is to come at an hour, and nothing is filed days ahead', () => {
    const text = 'Tolong ada yang ke ruangan jam 10 untuk pasang email';

    expect(findDateBeside(new Searched(text), { ...beside, atOnce: true })?.eventDate).toBe(TODAY);
    expect(findDateBeside(new Searched(text), beside)).toBeNull();
  });

  it('is that of an attached invitation, not of an attached letter', () => {
    const files = (name: string): string | undefined =>
      findDateBeside(new Searched(''), { ...beside, files: [name] })?.eventDate;

    expect(files('Undangan_Rakor_3_Desember_2026.pdf')).toBe('2026-12-03');
    expect(files('Surat 3 Desember 2026.pdf')).toBeUndefined();
    expect(files('Undangan rapat 3 November 2026.pdf')).toBeUndefined();
  });
});
