/** What a team tells of today is a plan until it is said to be over; a rehearsal that is over is not the event. */
import { describe, expect, it } from 'vitest';
import { tellsPlan, withoutDaysOver, withoutRehearsals } from '../../../src/understand/replies/team/planned.ts';
import { reply, rulebook } from '../office.ts';

/** The same deed, over and planned. */
const PAIRS: readonly (readonly [over: string, planned: string])[] = [
  [
    'Router lantai 3 sudah diganti hari ini, kecepatannya sesuai.',
    'Router lantai 3 diganti hari ini, lalu diukur lagi.',
  ],
  [
    'Kabel sudah ditarik ulang siang ini dan dites, hasilnya lancar.',
    'Kabel ditarik ulang siang ini, dites ulang nanti.',
  ],
  ['UPS sudah diganti siang ini, server menyala.', 'UPS diganti siang ini, server dinyalakan kembali sesudahnya.'],
  ['Port 8443 sudah dibukakan hari ini.', 'Port 8443 dibukakan hari ini juga oleh piket.'],
  ['The switch has been swapped today, all ports are up.', 'The switch is being swapped today and will be tested.'],
  ['Selesai. Perangkat dipasang hari ini.', 'Perangkat dipasang hari ini.'],
  ['Akun dinonaktifkan per hari ini, selesai.', 'Akun dinonaktifkan sore ini.'],
];

const REHEARSED = [
  'Gladi bersih sudah dilakukan pagi ini, suara dan gambar aman.',
  'Geladi resik bersama protokol telah selesai, sinyal bagus.',
  'Sound check sudah kami lakukan bersama panitia, aman.',
  'Tes koneksi dengan narasumber di Manado sudah dilakukan, lancar.',
  'Sudah kami lakukan uji coba panggilan dengan kantor Ambon, suara jelas.',
  'Loading barang sudah selesai pukul 21.00.',
  'Briefing petugas telah selesai.',
  'Rehearsal done, audio and video are fine.',
];

const DONE = [
  'Pendampingan rapat pagi ini selesai, tidak ada kendala.',
  'Dukungan acara Rakerda sudah kami laksanakan sampai selesai.',
  'Stress test sudah selesai dilaksanakan, laporannya terlampir.',
  'Uji kerentanan sudah dilakukan dan laporan sudah dikirim.',
  'Pentest tahap akhir selesai, laporan sudah kami serahkan ke pemohon.',
  'Kuesioner sudah tayang, link-nya mulai disebar beliau siang ini.',
];

describe('a team that tells of today', () => {
  it.each(PAIRS)('has done it in “%s” and plans it in “%s”', (over, planned) => {
    expect(reply('rft', over).intent).toBe('resolve');
    expect(reply('rft', planned).intent).not.toBe('resolve');
  });

  it.each(REHEARSED)('has only rehearsed: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it.each(DONE)('has done what was asked for: “%s”', (text) => {
    expect(reply('rft', text).intent).toBe('resolve');
  });

  it('plans where a deed of today bears no sign of being over', () => {
    expect(tellsPlan('speaker diganti hari ini', rulebook)).toBe(true);
    expect(tellsPlan('speaker sudah diganti hari ini', rulebook)).toBe(false);
    expect(tellsPlan('link disebar beliau hari ini', rulebook)).toBe(false);
    expect(tellsPlan('rapat dinas hari ini', rulebook)).toBe(false);
  });

  it('keeps the day of what is open and drops that of what is over', () => {
    expect(withoutDaysOver('sudah diganti siang ini, dites siang ini', rulebook)).toBe(
      'sudah diganti  , dites siang ini',
    );
  });

  it('hears of a rehearsal only where it is told of, not where the work is for one', () => {
    expect(withoutRehearsals('gladi selesai, kabel dipasang', rulebook)).toBe(' , kabel dipasang');
    expect(withoutRehearsals('tautan untuk simulasi dibuat', rulebook)).toBe('tautan untuk simulasi dibuat');
  });
});
