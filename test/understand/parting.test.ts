import { describe, expect, it } from 'vitest';
import { findPeople } from '../../src/understand/people.ts';
import { countDevices } from '../../src/understand/rows.ts';
import { findEventDate } from '../../src/understand/event-date.ts';
import { findNips } from '../../src/understand/nip.ts';
import { toWords } from '../../src/understand/normalise.ts';
import { findQuantities } from '../../src/understand/quantity.ts';
import { read, rulebook } from './office.ts';

/** A Monday. */
const TODAY = '2026-11-23';

describe('one mail, several wishes', () => {
  it.each([
    [
      'a series after one word of request',
      'Mohon room Zoom 100 peserta, broadcast email undangan ke seluruh pegawai, dan pendampingan pembuatan survei kepuasan.',
      3,
    ],
    [
      'counted off',
      'Pertama, mohon perpanjangan sertifikat elektronik saya. Kedua, mohon reset password email staf saya.',
      2,
    ],
    [
      'rows of a table',
      'Kebutuhan kami:\n| 1 | Server development IaaS 2 VM Ubuntu | 25 Nov |\n| 2 | Akses API Gateway Production | 30 Nov |',
      2,
    ],
    [
      'bullets',
      'Saya perlu:\n* akses GitLab DevOps\n* akses tulis ke sharing folder tim\n* akses Integration Server Development',
      3,
    ],
    [
      'a list and one thing more behind it',
      '1) Password email Bimo Prakoso lupa, mohon direset.\n2) Folder share TIM_A_2024 sudah tidak kami gunakan, mohon dihapus.\n\nEh satu lagi: minta lisensi Acrobat Pro untuk laptop saya, saya pasang sendiri.',
      3,
    ],
    [
      'two in a sentence and a third beside them',
      'Kami perlu akun creator survei untuk Alya, dan broadcast email undangan ke seluruh pegawai. Di luar itu, mohon reset password email saya.',
      3,
    ],
    [
      'numbered within a line',
      'Tim yth, mohon 1. akses API Gateway Production untuk SIMPEG, 2. akun creator survei untuk Alya, 3. reset password email saya.',
      3,
    ],
    ['a fault and a request', 'Jaringan lantai 2 mati sejak pagi. Sekalian minta kabel UTP 1 roll untuk cadangan.', 2],
  ])('%s', (_, text, count) => {
    expect(read('Beberapa hal', text).wishes).toHaveLength(count);
  });

  it.each([
    [
      'papers of the request',
      'Mohon release package ke IS Production. Package telah tersedia di IS Development; dokumen SIT dan petunjuk instalasi terlampir.',
    ],
    ['fields', 'Mohon dibuatkan akun email dengan data:\n1. Nama: Andi\n2. Jabatan: Analis'],
    ['a floor and a room', 'Mohon wifi tamu di lantai 1. Acaranya di ruang rapat 2. Terima kasih.'],
    ['two deeds of one variant', 'butuh lisensi project sekaligus minta tolong dipasangkan ke laptop saya'],
    ['what another mail asked for', 'Selain pentest kemarin, aplikasi kami juga minta diuji beban.'],
  ])('%s are no wishes of their own', (_, text) => {
    expect(read('Permintaan', text).wishes).toHaveLength(1);
  });
});

describe('what is not wanted', () => {
  it('says nothing of what is', () => {
    const text =
      'Minta server produksi kami dibackup penuh dulu. Server tetap hidup, tidak usah dihapus atau dinonaktifkan.';
    expect(read('salinan server', text).wishes[0]?.variant).toBe('ITSM.1/backup-iaas');
  });
});

describe('mails that ask for nothing', () => {
  it.each([
    ['incident', 'wifi lelet', 'wifi di ruang layanan leletnya minta ampun sejak Senin', 'ITSM.5'],
    [
      'complaint',
      'keluhan',
      'Tiket instalasi software kami ditutup padahal tidak ada petugas yang datang, kami kecewa.',
      'ITSM.10',
    ],
    ['question', 'tanya', 'Apa bedanya hosting IaaS dan PaaS?', 'ITSM.1'],
  ])('a %s is about a service', (kind, subject, text, service) => {
    expect(read(subject, text).wishes[0]).toMatchObject({ kind, service });
  });

  it('a report of an attack is never put aside as an advertisement', () => {
    const text =
      'Semua file di komputer saya berubah nama dan muncul tulisan merah minta bitcoin, komputer sudah saya matikan.';
    expect(read('file terkunci', text).irrelevant?.sure ?? false).toBe(false);
  });
});

describe('rows of a mail', () => {
  it('name persons', () => {
    const text = 'nama-namanya:\n- Aurel Septira\n- M. Farhan Aziz\n- Dzaki R';
    expect(findPeople(text)).toEqual(['Aurel Septira', 'M. Farhan Aziz', 'Dzaki R']);
  });

  it('count devices by serial numbers and asset codes', () => {
    expect(countDevices('1   MXL2231A01    3100102001-114\n2   MXL2231A02    3100102001-115')).toBe(2);
    expect(countDevices('1. Mohon dibuatkan akun\n2. Terima kasih')).toBe(0);
  });
});

describe('numbers and days', () => {
  const quantity = (text: string): number | undefined =>
    findQuantities(toWords(text, rulebook.abbreviations))[0]?.value;

  it.each([
    ['lima ruang kelas (masing-masing 25 titik) dan satu ruang panitia (8 titik)', 133],
    ['kedua server lama', 2],
    ['8 ribu pengguna', 8000],
  ])('“%s” counts %i', (text, value) => {
    expect(quantity(text)).toBe(value);
  });

  it('reads a range whose ends stand apart, and an hour of today', () => {
    expect(findEventDate('besok (24/11) ada 6 orang datang sampai tanggal 4 Desember', TODAY)).toEqual({
      eventDate: '2026-11-24',
      eventEnd: '2026-12-04',
    });
    expect(findEventDate('Waktu: nanti malam sekitar pukul 21.00', TODAY)).toEqual({
      eventDate: TODAY,
      eventTime: { from: '21:00', zone: 'WIB' },
    });
  });

  it('finds a NIP however its digits are grouped', () => {
    expect(findNips('NIP 1986 0205 2012 0120 12', TODAY)).toEqual(['198602052012012012']);
  });
});
