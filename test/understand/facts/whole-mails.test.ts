import { describe, expect, it } from 'vitest';
import { read } from '../office.ts';

describe('facts of whole mails', () => {
  it.each([
    ['vicon', 'rapat 3/12 pagi jam 9, mohon video conference', '2026-12-03', undefined],
    ['audio conference', '30/11 jam 14.00 ada jumpa pers, mohon audio conference', '2026-11-30', undefined],
    ['zoom pelatihan', 'Mohon link zoom dan operator untuk pelatihan 1/12 - 3/12', '2026-12-01', '2026-12-03'],
    ['vicon', 'Mohon dukungan video conference tgl 3-5/12 di Kanwil Bali', '2026-12-03', '2026-12-05'],
    ['vicon', 'minta zoom buat bsk jam 9', '2026-11-24', undefined],
    ['broadcast', 'Listrik padam 5 Des. Mohon di-broadcast ke seluruh pegawai tanggal 1 Des', '2026-12-01', undefined],
    ['blast', 'Mohon dibantu blast malam ini jam 19.00: batas akhir Rabu 25 November', '2026-11-23', undefined],
    ['backup', 'Mohon salinan utuh VM wbs-db02 keadaan per 30/11/2026 jam 00:00', '2026-11-30', undefined],
  ])('name the day in “%s: %s”', (subject, text, eventDate, eventEnd) => {
    const facts = read(subject, text).wishes[0]?.facts;

    expect([facts?.eventDate, facts?.eventEnd]).toEqual([eventDate, eventEnd]);
  });

  it.each([
    ['ke data center', 'Yang berangkat ke data center 3 org, nama menyusul. PIC saya sendiri.', 3],
    ['akses DC', 'Kami masuk data center memindahkan rak (PIC saya, personel: saya dan Veronika Lim).', 2],
    ['akses data center', 'Mohon izin masuk ruang server: saya, Budi Hartono, dan Sari Dewi', 3],
    ['akses DC', 'Besok masuk DC bersama 3 orang vendor, saya yang dampingi', 4],
    [
      'DRC',
      'Kami gladi di DRC.\n\nNama | NIP/KTP\nRendy Ferdinand | 198512152011031009\nHadi (PT Tape) | 3171xxxx\n',
      2,
    ],
    ['uji beban', 'Mohon uji beban Portal Lelang. pengguna paling banyak 25.000 sehari, 5.000 orang login', undefined],
    ['segmen ip', 'mohon satu segmen /25 utk LAN dan /27 utk perangkat voice di kantor Gilimanuk', 2],
    ['segmen ip', 'kami memerlukan alokasi 1 segmen /23, atau dua /24 bila itu lebih mudah', 1],
    ['IP range', 'We open six KP2KP offices. Please reserve one /26 block for each of them (LAN) and one /28.', 6],
    ['Hapus folder', 'Folder sharing RB-2019 s.d. RB-2021 tidak dipakai lagi. Silakan dihapus ketiganya.', 3],
    ['akun pde', 'Mohon dibuatkan user pertukaran data elektronik. Pemegang: saya dan Putri Amalia.', undefined],
    ['ubah akun', 'Sehubungan SK mutasi, mohon unit pada akun nomor 1-12 diubah sesuai lampiran', 12],
    ['nonaktif', 'Mohon akun email Agus Salim, Dewi Ratna, serta Bambang Irawan dinonaktifkan karena pensiun', 3],
    ['reset', 'tolong reset password: andi.saputra, dina.m, joko.w, sri.hartini', 4],
    ['install', 'tolong install visio di pc saya, pc mbak tini, dan pc pak slamet', 3],
    ['VM', 'Mohon dibuatkan VM: 1 web, 1 app, 1 db untuk server pengembangan', 3],
    ['VA', 'Mohon vulnerability assessment untuk a.kemenkeu.example, b.kemenkeu.example dan 10.1.2.3', 3],
    ['devops', 'Mohon akses devops untuk Rizky Maulana (developer) dan Tia Permata (tester) di project SIMAK', 2],
    ['TTE', 'Sertifikat elektronik Kasubbag dan Kasi kami habis, mohon diperpanjang', 2],
    ['dashboard', 'mohon akses dashboard penerimaan utk saya dan kepala seksi', 2],
    ['buka jalur', 'Mohon dibuka routing dari 10.200.60.0/28 menuju 172.31.88.10 port 8443', undefined],
    ['naikkan akses', 'boleh dinaikkan akses internetnya utk 4 laptop ini?', 4],
  ])('count what is asked for in “%s: %s”', (subject, text, quantity) => {
    expect(read(subject, text).wishes[0]?.facts.quantity).toBe(quantity);
  });
});
