import { describe, expect, it } from 'vitest';
import { purposes } from '../../../src/understand/facts/named-things.ts';
import { leftOutOf, ofThoseNamed } from '../../../src/understand/facts/standing.ts';
import { findEventDate } from '../../../src/understand/facts/event-date.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { countOf } from './count-of.ts';
import { began, spentSince } from '../../support/spent.ts';

const count = (text: string, unit: string | null, bounded = false): number | null =>
  countOf(text, { unit, sender: 'Sekar Ayuningrum', bounded });

describe('what stands beside a number', () => {
  it.each([
    ['Tim audit terdiri atas 1 lead auditor, 4 auditor dan 2 observer', 'orang', 7],
    ['tim vendor sebanyak 4 orang ditambah 1 pendamping dari kami', 'orang', 5],
    ['saya, Fikri, Mas Deny dari vendor beserta dua anak buahnya', 'orang', 5],
    ['Saya dan Vero mau masuk DC. Ada juga 2 teknisi Telkom.', 'orang', 4],
    ['PPSPM, bendahara, dan dua PPK kami belum punya', 'orang', 4],
    ['Mohon user untuk operator, bendahara, dan PPSPM.', 'akun', 3],
    ['Target VA: 2 web server, 1 app server, 1 db server.', 'host', 4],
    ['lantai 1 sebanyak 9, lantai 2 sebanyak 8', 'perangkat', 17],
    ['Bagian Umum lima, Bagian Keuangan lima, Bagian Organisasi tiga', 'perangkat', 13],
    ['Tim kami 3 orang. Vendor 1 orang.', 'orang', 4],
    ['koordinator (1), teknisi (4), K3 (1)', 'orang', 6],
    ['App (4 core) x1, DB (8 core) x1', 'server', 2],
    ['Mohon lisensi Canva untuk 4 desainer', 'perangkat', 4],
    ['Sertel saya dan sertel Bu Kabid habis', 'orang', 2],
    ['namespace dev dan namespace staging', 'server', 2],
    ['IP server NVR (MAC AA:BB:CC:11:22:33) dan finger print (MAC AA:BB:CC:11:22:34)', 'alamat IP', 2],
  ])('is counted with it: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['tambahkan 4 developer, 2 sebagai maintainer dan 2 sebagai developer', 'akun', 4],
    ['kami butuh lima server, tiga Linux dua Windows', 'server', 5],
    ['untuk kedua programmer kami, Rudi Hartanto dan Lia Maulida', 'akun', 2],
    ['Minta 4 dus kabel UTP ya, yang 2 dus kemarin habis', 'kabel', 4],
    ['tiga segmen IP /26 untuk lantai 10, 11 dan 12', 'segmen', 3],
    ['delapan analis mengunduh data dari IMF, World Bank, dan Bloomberg', 'akun', 8],
    ['ketambahan 35 pegawai PPNPN + CPNS', 'akun', 35],
    ['satu akun PDE, IP sumber 203.0.113.5 dan 203.0.113.6', 'akun PDE', 1],
  ])('is a part of it, or another matter: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('so many for each', () => {
  it.each([
    ['3 ruang lab, tiap lab 20 komputer', 'perangkat', 60],
    ['Ruang A, B dan C masing-masing perlu 2 IP', 'alamat IP', 6],
    ['Seksi Pengawasan I s.d. III, tiap seksi 12 titik', 'titik', 36],
    ['4 kelas paralel, mohon satu link zoom per kelas', 'room', 4],
    ['folder buat 4 seksi, satu seksi satu folder', 'folder', 4],
    ['IP buat printer di lantai 1, 2, 3, dan 4, satu tiap lantai', 'alamat IP', 4],
    ['folder bersama untuk tiap bidang: Bidang P1, Bidang P2, Bidang Umum', 'folder', 3],
    ['12 kampus @3 orang', 'akun', 36],
    ['Minta 3 room zoom, satu room per hari', 'room', 3],
    ['4 VM dengan masing-masing 8 core', 'server', 4],
  ])('%s (%s) asks for %i', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('a number that another takes the place of, or that some are taken from', () => {
  it.each([
    ['Ada 14 laptop baru, lima sudah masuk domain, sisanya belum', 'akun', 9],
    ['Dari 20 komputer, yang sudah join domain baru 9. Mohon sisanya.', 'akun', 11],
    ['Pegawai purna tugas 9 orang, dua akun tetap aktif, selebihnya dinonaktifkan', 'akun', 7],
    ['Ada 5 pegawai baru, jadi tinggal empat yang dibuatkan', 'akun', 4],
    ['Dari 40 laptop baru 15 yang terpasang. Mohon 25 sisanya dipasang.', 'perangkat', 25],
    ['Kemarin kami minta 12 akun, ralat jadi 15 ya', 'akun', 15],
    ['Semula kami minta 24 titik, setelah dihitung ulang cukup 16.', 'titik', 16],
    ['room zoom 4 ya, eh maaf 3 ding', 'room', 3],
    ['mutasi 14 pegawai, terdapat 4 pegawai di antaranya yang belum punya akun', 'akun', 4],
    ['12 orang, ditambah 2 interpreter dan 1 LO dari kita. LO sudah punya akses.', 'akun', 14],
    ['tim BPK 6 orang + 2 sopir. Sopirnya ga usah', 'akun', 6],
    ['112 pegawai. Semula direncanakan 118 pegawai, namun 6 orang mengundurkan diri.', 'akun', 112],
    ['Undangan 60 orang, 35 dari internal dan 25 dari pemda. Yang pemda perlu wifi.', 'akun', 25],
  ])('%s (%s) asks for %i', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });

  it.each([
    ['Alokasi kami tinggal 6 alamat, mohon satu segmen lagi', 'segmen', 1],
    ['Lima belas peserta, masa berlaku tinggal enam belas hari lagi', 'orang', 15],
    ['dua VM disiapkan. Pak Bayu sudah oke, lisensi tidak usah.', 'server', 2],
  ])('is not so where another thing is told: %s (%s)', (text, unit, value) => {
    expect(count(text, unit)).toBe(value);
  });
});

describe('numbers that count nothing of the kind', () => {
  it.each([
    ['Mohon broadcast ke 80.000 pegawai', 'email'],
    ['Integrasi TTE aplikasi SKP, 78.000 pegawai, 3 jenis dokumen', 'aplikasi'],
    ['fitur baru untuk 33 kantor, 5 modul', 'aplikasi'],
    ['tamu VIP 40 orang, mohon dukungan', 'dukungan'],
    ['Mesin antrian di loket 5 minta IP yang tetap', 'alamat IP'],
  ])('%s (%s)', (text, unit) => {
    expect(count(text, unit) ?? 1).toBe(1);
  });
});

describe('the day that is meant', () => {
  it.each([
    ['rapat digeser dari Senin 30 November ke Selasa 1 Desember 2026', '2026-12-01', undefined],
    ['vicon dimajukan dari Senin jadi Jumat ini', '2026-11-27', undefined],
    ['lab dipakai 18/01/2027 - 22/01/2027', '2027-01-18', '2027-01-22'],
    ['besok dan lusa kami masuk DC', '2026-11-24', '2026-11-25'],
    ['Selasa/8 Desember 2026 pukul 08.30', '2026-12-08', undefined],
    ['Selasa depan jam 3 sore', '2026-12-01', undefined],
    ['tolong kirim besok siang ya, lombanya sendiri tgl 12 Desember', '2026-11-24', undefined],
  ])('“%s” is %s', (text, eventDate, eventEnd) => {
    const found = findEventDate(new Searched(text), '2026-11-23');
    expect([found?.eventDate, found?.eventEnd]).toEqual([eventDate, eventEnd]);
  });
});

it('costs no more than the length of the text', () => {
  const start = began();
  for (const piece of [
    'tiap 2 PC ',
    'masing-masing ',
    '5 orang sudah, ',
    'PIC dan ketua, ',
    'dari 3 jadi 4 ',
    '2 PC dan ',
    'a-b, ',
  ])
    count(piece.repeat(Math.ceil(20_000 / piece.length)), 'perangkat', true);

  expect(spentSince(start)).toBeLessThan(6000);
});

describe('a word of any length', () => {
  it('is looked for no further than words are long', () => {
    const word = 'a'.repeat(100_000);

    expect(ofThoseNamed(new Searched(`3 orang, yang ${word} saja`))).toBeNull();
    expect(
      leftOutOf(5, new Searched(`2 PC, 3 ${word} sudah ada`), { parts: [PC, { value: 3, noun: word }], from: 0 }),
    ).toBe(0);
    expect(purposes(new Searched('segmen untuk a, b, '.repeat(20_000)))).toBe(0);
  });
});

const PC = { value: 2, noun: 'pc' };
