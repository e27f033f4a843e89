import { describe, expect, it } from 'vitest';
import { findPeople } from '../../../src/understand/facts/people.ts';
import { countDevices } from '../../../src/understand/facts/rows.ts';
import { findEventDate } from '../../../src/understand/facts/event-date.ts';
import { findNips } from '../../../src/understand/facts/nip.ts';
import { inJakarta } from '../../../src/understand/facts/place.ts';
import { countOf } from '../facts/count-of.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { read } from '../office.ts';

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
  it.each([
    ['lima ruang kelas (masing-masing 25 titik) dan satu ruang panitia (8 titik)', 'titik', 133],
    ['kedua server lama', 'server', 2],
    ['8 ribu pengguna', 'akun', 8000],
    ['ip tetap untuk 2 alat', 'alamat IP', 2],
    ['PC baru 5 unit deng printer 2.', 'perangkat', 7],
    ['Mejanya delapan belas, stop kontak aman', 'titik', 18],
    ['aplikasi (5 containers), approx 3,000 concurrent users', 'server', 5],
  ])('“%s” counts so many (%s): %i', (text, unit, value) => {
    expect(countOf(text, { unit, sender: 'Sekar Ayuningrum' })).toBe(value);
  });

  it('reads a range whose ends stand apart, and an hour of today', () => {
    expect(findEventDate(new Searched('besok (24/11) ada 6 orang datang sampai tanggal 4 Desember'), TODAY)).toEqual({
      eventDate: '2026-11-24',
      eventEnd: '2026-12-04',
    });
    expect(findEventDate(new Searched('Waktu: nanti malam sekitar pukul 21.00'), TODAY)).toEqual({
      eventDate: TODAY,
      eventTime: { from: '21:00', zone: 'WIB' },
    });
  });

  it('reads up to the end of the month', () => {
    expect(findEventDate(new Searched('disebar Senin depan (23/11) sampai akhir bulan'), '2026-11-16')).toEqual({
      eventDate: '2026-11-23',
      eventEnd: '2026-11-30',
    });
  });

  it.each([
    ['audio conference dengan kantor pusat, pukul 10.00 WITA', false],
    ['Kepada Kepala Pusat\ndi Jakarta\n\nMenteri menyapa dari Jakarta, pukul 10.00 waktu setempat', false],
    ['bertempat di Aula Djuanda, Jakarta', true],
    ['rapat pukul 10.00 WIB', undefined],
  ])('“%s” tells the place', (text, jakarta) => {
    expect(inJakarta(new Searched(text))).toBe(jakarta);
  });

  it('finds a NIP however its digits are grouped', () => {
    expect(findNips('NIP 1986 0205 2012 0120 12', TODAY)).toEqual(['198602052012012012']);
  });
});

describe('wishes in flowing text', () => {
  it.each([
    [
      'two things lost and one word of request for both',
      'Passphrase TTE saya lupa lagi, dan password email juga sudah kedaluwarsa. Mohon keduanya direset.',
      ['ITSM.15/link-aktivasi-reset', 'ITSM.8/reset-password'],
    ],
    [
      'one who leaves and one who comes',
      'Per 1 Desember Bpk Ujang Sopandi pensiun, mohon emailnya ditutup; penggantinya Sdri. Neneng Rohaeti mohon dibuatkan akun email.',
      ['ITSM.8/penonaktifan-akun', 'ITSM.8/pembuatan-akun-individu'],
    ],
    [
      'a second sentence that asks for something else',
      'Tolong reset password email saya. Kami perlu akun creator survei untuk Alya.',
      ['ITSM.8/reset-password', 'ITSM.20/akun-creator-survei'],
    ],
    [
      'joined by a word',
      'Mohon dibuatkan room Zoom untuk 100 peserta dan minta dibackup server produksi e-Arsip kami',
      ['ITSM.14/room-video-conference', 'ITSM.1/backup-iaas'],
    ],
  ])('%s', (_, text, variants) => {
    expect(read('Permintaan', text).wishes.map((wish) => wish.variant)).toEqual(variants);
  });

  it.each([
    [
      'a thing that is done',
      'Sistem sudah lulus uji kerentanan dan uji beban, kami mohon dihosting di production IaaS.',
    ],
    ['a reason', 'Rekanan kami mulai membangun aplikasi minggu depan, mohon VM untuk lingkungan pengembangan.'],
    [
      'what is for another time',
      'Mohon hosting IaaS production. Permintaan broadcast akan kami ajukan terpisah nanti.',
    ],
    ['what is not wanted', 'Mohon akses devops saya dihapus. Surel, internet, dan folder bersamanya tidak diubah.'],
    [
      'the remedy of a fault',
      'Vicon selalu gagal karena sinyal jelek. Jadi kami minta rapat lewat audio conference, mohon didampingi.',
    ],
    ['a thing that the other one needs', 'Mohon dibukakan routing antara kanwil dan server pertukaran data kami.'],
  ])('%s is no wish of its own', (_, text) => {
    expect(read('Permintaan', text).wishes).toHaveLength(1);
  });
});

describe('a list', () => {
  it('whose fields name things of one service that are wanted at times of their own is several wishes', () => {
    const { wishes } = read(
      'Kunjungan vendor',
      'Untuk pemeriksaan perangkat kami mohon izin akses:\n- DC: Senin 30/11/2026 pk 09.00-11.00\n- DRC: Rabu 2/12/2026 pk 10.00-14.00\nPIC: Dimas.',
    );

    expect(wishes.map(({ variant }) => variant)).toEqual(['ITSM.3/akses-fisik-dc', 'ITSM.3/akses-fisik-drc']);
  });

  it('is parted though the mail as a whole reads like a question', () => {
    const text =
      'Pertama, sertifikat elektronik saya habis 2 Desember, mohon diperpanjang. Kedua, komputer di ruang saya lambat sekali. Ketiga, saya bertanya: apakah tanda tangan dapat dilakukan dari iPad pribadi?';
    expect(read('Tiga urusan', text).wishes.map(({ kind }) => kind)).toEqual(['request', 'incident', 'question']);
  });

  it('holds the details of a request that is plain without it', () => {
    const text =
      'Kami mengajukan hosting production IaaS aplikasi e-Konsultasi dengan kebutuhan:\n1. 2 (dua) unit virtual machine aplikasi: 8 vCPU, Ubuntu 22.04;\n2. 1 (satu) unit virtual machine basis data;\n3. nama domain: ekonsultasi.kemenkeu.example.';
    expect(read('Permohonan Hosting Production (IaaS)', text).wishes.map(({ variant }) => variant)).toEqual([
      'ITSM.1/hosting-iaas-production',
    ]);
  });
});

describe('what is in doubt', () => {
  it('stays with the desk where no word of a variant stands there', () => {
    const text = 'Mohon bantuannya terkait email dinas saya, mau dibantu pengaturannya. Terima kasih';
    expect(read('mohon bantuan email', text).wishes[0]?.variant).toBeNull();
  });
});

describe('what several wishes share', () => {
  const mail = (items: string): string =>
    `Untuk pelatihan tanggal 30 November s.d. 4 Desember 2026 di Semarang kami perlu:\n${items}`;

  it('is told beside them, and not by another of them', () => {
    const { wishes } = read(
      'Pelatihan',
      mail('- akses internet tamu untuk 3 pengajar\n- broadcast email banner ke semua pegawai, tgl 24 November 2026'),
    );
    expect(wishes.map(({ facts }) => [facts.eventDate, facts.eventEnd, facts.inJakarta])).toEqual([
      ['2026-11-30', '2026-12-04', false],
      ['2026-11-24', undefined, false],
    ]);
  });

  it('may lie a day before', () => {
    const { wishes } = read(
      'Kunjungan',
      'Untuk kunjungan Menteri tanggal 3 Desember 2026 mohon:\n1) room Zoom 300 peserta\n2) pemeriksaan laptop dan iPad Ibu Menteri sehari sebelumnya',
    );
    expect(wishes.map(({ facts }) => facts.eventDate)).toEqual(['2026-12-03', '2026-12-02']);
  });
});

describe('a salutation with the wish on its line', () => {
  it.each([
    [
      'Yth. Service Desk, password email saya lupa, mohon direset. Tks. Ronald\n\nRonald Manurung',
      'ITSM.8/reset-password',
    ],
    ['Pagi min, tolong reset password email saya ya\nmakasih', 'ITSM.8/reset-password'],
    ['Selamat siang, kami butuh kabel UTP 3 roll.\nTerima kasih', 'ITSM.5/kabel-utp'],
  ])('%s', (text, variant) => {
    expect(read('', text).wishes[0]?.variant).toBe(variant);
  });
});
