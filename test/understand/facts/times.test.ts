import { describe, expect, it } from 'vitest';
import { findTimes, timeNear, type TimeOfDay } from '../../../src/understand/facts/times.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { read } from '../office.ts';
import { began, spentSince } from '../../support/spent.ts';

const written = ({ from, to, zone }: TimeOfDay): string => `${[from, to].filter(Boolean).join('-')} ${zone}`;
const first = (text: string): string | undefined => findTimes(new Searched(text)).map(written)[0];

describe('times of day', () => {
  it.each([
    ['pukul 09.00 WIB s.d. selesai', '09:00 WIB'],
    ['pukul 09.00 s.d. 12.00 WITA', '09:00-12:00 WITA'],
    ['pukul 09.00 WIT s.d. 12.00 WIT', '09:00-12:00 WIT'],
    ['jam 9 pagi', '09:00 WIB'],
    ['pukul 9 pagi', '09:00 WIB'],
    ['jam 2 siang', '14:00 WIB'],
    ['jam 2', '14:00 WIB'],
    ['pukul 02.00', '02:00 WIB'],
    ['jam 11 siang', '11:00 WIB'],
    ['jam 12 siang', '12:00 WIB'],
    ['jam 12 malam', '24:00 WIB'],
    ['pukul 24.00', '24:00 WIB'],
    ['jam 7 malam', '19:00 WIB'],
    ['jam 1 dini hari', '01:00 WIB'],
    ['jam 13.30-15.00', '13:30-15:00 WIB'],
    ['13.30–15.00 WIT', '13:30-15:00 WIT'],
    ['9.30 WITA', '09:30 WITA'],
    ['jam setengah sembilan', '08:30 WIB'],
    ['setengah 9 pagi', '08:30 WIB'],
    ['pukul sembilan', '09:00 WIB'],
    ['pukul satu', '13:00 WIB'],
    ['pkl. 08.00', '08:00 WIB'],
    ['jam 9-12', '09:00-12:00 WIB'],
    ['jam 1-3 siang', '13:00-15:00 WIB'],
    ['jam 08.00 sampai jam 10.00', '08:00-10:00 WIB'],
    ['at 10:30 am', '10:30 WIB'],
    ['at 2 pm', '14:00 WIB'],
    ['Kamis, 3 Desember 2026, 09.00-12.00', '09:00-12:00 WIB'],
    ['Waktu: 08.30', '08:30 WIB'],
  ])('“%s” is %s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it.each([
    ['rapat di Makassar pukul 10.00', '10:00 WITA'],
    ['rapat di Jayapura pukul 10.00', '10:00 WIT'],
    ['rapat di Makassar pukul 10.00 WIB', '10:00 WIB'],
    ['rapat di Pontianak pukul 10.00', '10:00 WIB'],
  ])('“%s” has the zone that is said, else that of the place: %s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  it.each([
    'sejak pukul 06.15',
    'sebelum jam 14.00',
    '4 jam kerja',
    'selama 3 jam',
    'jam 25',
    'versi 10.30',
    '10.17.52.240',
  ])('“%s” is no time of an event', (text) => {
    expect(findTimes(new Searched(text))).toEqual([]);
  });

  it('belongs to the day it stands behind', () => {
    const text = 'Kemarin jam 8 kami telepon. Rapat Kamis, 3 Desember 2026 pukul 10.00 WITA sampai selesai.';

    expect(timeNear(new Searched(text), text.indexOf('Kamis'), 'WIB')).toEqual({ from: '10:00', zone: 'WITA' });
  });

  it('costs what the text costs', () => {
    const start = began();
    findTimes(new Searched('jam '.repeat(25_000)));
    findTimes(new Searched('09.00-'.repeat(20_000)));

    expect(spentSince(start)).toBeLessThan(3000);
  });
});

describe('the day of an event', () => {
  const facts = (text: string): unknown => read('Vicon', text).wishes[0]?.facts;

  it('comes with its time and zone', () => {
    expect(
      facts('Mohon pendampingan vicon Senin, 30 November 2026 pukul 09.00 s.d. 12.00 WITA di Makassar.'),
    ).toMatchObject({
      eventDate: '2026-11-30',
      eventTime: { from: '09:00', to: '12:00', zone: 'WITA' },
    });
  });

  it('is doubted where its weekday is another, in the words of the mail', () => {
    expect(facts('Mohon pendampingan vicon Selasa, 30 November 2026.')).toMatchObject({
      eventDate: '2026-11-30',
      eventDoubt: 'Selasa, 30 November 2026',
    });
    expect(facts('Mohon pendampingan vicon Senin, 30 November 2026.')).not.toHaveProperty('eventDoubt');
  });
});
