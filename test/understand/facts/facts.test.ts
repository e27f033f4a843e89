import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/understand/facts/dates.ts';
import { findEventDate } from '../../../src/understand/facts/event-date.ts';
import { findLinks } from '../../../src/understand/facts/links.ts';
import { findNips, isNip } from '../../../src/understand/facts/nip.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { findPeople, meansWriter } from '../../../src/understand/facts/people.ts';
import { findQuantities } from '../../../src/understand/facts/quantity.ts';
import { inJakarta } from '../../../src/understand/facts/place.ts';
import { accountsBeside } from '../../../src/understand/facts/rows.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { firstCount } from './count-of.ts';
import { aPaper, read, rulebook } from '../office.ts';

/** A Monday. */
const TODAY = '2026-11-23';
describe('quantities', () => {
  it.each([
    ['mohon 5 akun', 5],
    ['18 titik + 2 utk printer', 20],
    ['- 2 (dua) VM aplikasi\n- 1 (satu) VM basis data', 3],
    ['mhn ditambahin 2 grafik lagi', 2],
    ['5 (lima) orang pegawai', 5],
    ['5(lima)orang', 5],
    ['untuk 47 (empat puluh tujuh) CPNS', 47],
    ['dua puluh lima pegawai', 25],
    ['seratus dua belas akun', 112],
    ['1.200 pengguna', 1200],
    ['lebih dari 30 akun', 31],
    ['selusin laptop', 12],
    ['2 lusin laptop', 24],
    ['kami butuh 3 lusin notebook', 36],
    ['two dozen laptops', 24],
    ['2 dozen laptops', 24],
    ['sixteen new laptops', 16],
    ['2 org ppnpn', 2],
    ['CPNS 2026 (47 orang)', 47],
    ['12 buah akun email', 12],
    ['akun email sejumlah 12', 12],
    ['akun: 12', 12],
    ['Jumlah akun yang diminta : 12 (dua belas)', 12],
    ['laptop x 8', 8],
    ['8x laptop', 8],
    ['jml 9', 9],
    ['total ada 14', 14],
    ['kami bertiga', 3],
    ['sepasang laptop', 2],
    ['1,200 employees', 1200],
    ['a dozen laptops', 12],
    ['a hundred users', 100],
    ['one hundred and twenty users', 120],
    ['16 auditor laptops', 16],
    ['delapan belas komputer', 18],
    ['tiga puluh satu pegawai', 31],
    ['2 VM aplikasi (8 vCPU/16 GB) dan 1 VM DB (8 vCPU/32 GB)', 3],
    ['mohon 2 printer sama 1 mesin absen', 3],
    ['minta Visio untuk laptop empat orang itu', 4],
    ['akun: 12) sesuai daftar', 12],
  ])('“%s” counts %i', (text, value) => {
    expect(firstCount(text)).toBe(value);
  });

  it.each([
    '3 hari kerja',
    'SPSS 27, installer dan lisensi',
    'tanggal 30',
    'vm 8 GB RAM',
    'IP 10.17.52.240 akun',
    'grup beranggota 9 orang',
    'RAM : 16 GB',
    'pukul 09.30 WIB',
    'lantai 12',
    'SR-261123-0042-4',
  ])('“%s” counts nothing', (text) => {
    expect(firstCount(text)).toBeUndefined();
  });
});

describe('numbers that look like a quantity', () => {
  it('takes the number of a row for no quantity, though a label stands above it', () => {
    expect(firstCount('mohon peningkatan untuk akun:\n1. intan.maharani\n2. alya.zahrani')).toBeUndefined();
  });

  it('takes the last of a row of days for no quantity of what the next sentence names', () => {
    expect(firstCount('tiap Senin (7, 14, 21, 28). Petugas agar lapor')).toBeUndefined();
  });

  it('adds no numbers of two sentences', () => {
    expect(firstCount('Kami punya 4 laptop. Selain itu ada dan 2 laptop lagi')).toBe(4);
  });

  it('counts the laptops of so many persons as laptops', () => {
    const [found] = findQuantities(toWords('laptop milik 3 pegawai', rulebook.abbreviations));

    expect(found).toMatchObject({ value: 3, noun: 'laptop', people: false });
  });
});

describe('accounts named without a number', () => {
  it.each([
    ['Mohon dibukakan untuk user rusdiana dan norman.saputra.', 2],
    ['akun bimo.prakoso, alya.zahrani dan intan.maharani', 3],
    ['user rusdiana dan norman.saputra@kemenkeu.example', 0],
    ['akun saya dan surat tugas', 0],
    ['mohon buka jualrumah.example', 0],
  ])('“%s” names %i', (text, accounts) => {
    expect(accountsBeside(new Searched(text))).toBe(accounts);
  });
});

describe('which number counts', () => {
  const wish = (text: string): number | undefined => read('', text).wishes[0]?.facts.quantity;

  it.each([
    ['Dari 62 laptop kantor kami, kami mohon instalasi antivirus pada 27 laptop.', 27],
    ['Kantor kami punya 90 pegawai. Mohon dibuatkan akun email untuk 2 pegawai baru.', 2],
    ['Mohon instalasi SPSS di 3 laptop. Ruangan kami berisi 40 komputer.', 3],
  ])('“%s” asks for %i', (text, count) => {
    expect(wish(text)).toBe(count);
  });
});

describe('whose number counts where only a form says it', () => {
  const fields = {
    'penyetuju.nip': '197505162000032023',
    'pemohon.nip': '198604122010121003',
    'akun.nip': '199006132012122025',
  };
  const nipOf = (over: Readonly<Record<string, string>>): string | undefined => {
    const form = aPaper('Form 3.1.pdf', '', { type: 'form-3.1', fields: over });
    return read('Reset password SPAN', 'Mohon reset password, formulir terlampir.', {}, [form]).wishes[0]?.facts.nip;
  };

  it('that of the account, though approver and applicant stand above it', () => {
    expect(nipOf(fields)).toBe(fields['akun.nip']);
    expect(nipOf({ ...fields, 'akun.nip': '' })).toBe(fields['pemohon.nip']);
  });
});

describe('who is meant', () => {
  it('those for whom something is asked are not what is asked for', () => {
    const text =
      'Dalam rangka pelatihan bagi 40 pejabat baru, kami mengharapkan kesediaan seorang pejabat sebagai pengajar.';
    const found = findQuantities(toWords(text, rulebook.abbreviations));
    expect(found.filter(({ of, forWhom }) => !of && !forWhom).map(({ value }) => value)).toEqual([1]);
  });

  it.each([
    ['Mohon Jessica Tanoto (jessica.tanoto@kemenkeu.example) dan saya diberi akses', ['Jessica Tanoto']],
    ['Petugas: Andi Wijaya dan Rudi Hartono dari PT Sinar.', ['Andi Wijaya', 'Rudi Hartono']],
    [
      'akun email untuk Andi Wijaya, Budi Santoso, dan Citra Lestari.',
      ['Andi Wijaya', 'Budi Santoso', 'Citra Lestari'],
    ],
    ['akses untuk Senin, Selasa, dan Rabu', []],
    [
      'Anggota tim: (1) Reza Firdaus, ketua; (2) Nadia Kirana; (3) Bimo Prakoso. PIC kami saya sendiri.',
      ['Reza Firdaus', 'Nadia Kirana', 'Bimo Prakoso'],
    ],
  ])('“%s”', (text, people) => {
    expect(findPeople(text)).toEqual(people);
  });

  it('counts the writer where he puts himself first', () => {
    expect(meansWriter(new Searched('Aku, Mas Galang, sama Mbak Ardelia belum punya sertel'))).toBe(true);
    expect(meansWriter(new Searched('Mohon akun untuk Mas Galang'))).toBe(false);
  });

  it('takes digits of a grouped employee number for no quantity', () => {
    expect(firstCount('20020314 202601 1 003 | surel')).toBeUndefined();
  });
});

describe('employee numbers', () => {
  it.each([
    '198609262015051001',
    '19860926 201505 1 001',
    '19860926.201505.1.001',
    '19860926-201505-1-001',
    '19860926/201505/1/001',
    '19860926  201505  1  001',
    '19860926\u00a0201505\u00a01\u00a0001',
    '19860926\u2013201505\u20131\u2013001',
    '1986 0926 2015 0510 01',
  ])('finds “%s”', (text) => {
    expect(findNips(`NIP ${text}.`, TODAY)).toEqual(['198609262015051001']);
  });

  it('finds any valid number however it is grouped', () => {
    const born = fc.date({ min: new Date('1960-01-01'), max: new Date('2000-12-31'), noInvalidDate: true });
    const groups = fc.array(fc.constantFrom('', ' ', '.', '-', '/', ' - '), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(
        born,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 999 }),
        groups,
        (date, month, serial, gaps) => {
          const day = date.toISOString().slice(0, 10).replaceAll('-', '');
          const nip = `${day}${Number(day.slice(0, 4)) + 22}${String(month).padStart(2, '0')}1${String(serial).padStart(3, '0')}`;
          const written = [...nip].map((digit, at) => `${digit}${gaps[at] ?? ''}`).join('');

          expect(findNips(`NIP: ${written}`, TODAY)).toEqual([nip]);
        },
      ),
    );
  });

  it('finds both of two numbers side by side', () => {
    expect(findNips('198609262015051001/199001012024211001', TODAY)).toHaveLength(2);
  });

  it.each([
    ['17 digits', '19860926201505100'],
    ['no month 13', '198613262015051001'],
    ['no 30 February', '198602302015051001'],
    ['a birth too late', '201509262015051001'],
    ['appointed before sixteen', '198609261999051001'],
    ['sex 3', '198609262015053001'],
    ['serial 000', '198609262015051000'],
    ['appointment month 13', '198609262015131001'],
  ])('refuses %s', (_, nip) => {
    expect(isNip(nip, TODAY)).toBe(false);
  });

  it('knows the contract count of PPPK', () => {
    expect(isNip('199001012024211001', TODAY)).toBe(true);
  });
});

describe('dates', () => {
  it.each([
    ['Senin, 30 November 2026 pukul 09.00 WIB s.d. selesai', '2026-11-30', '2026-11-30'],
    ['30/11/2026', '2026-11-30', '2026-11-30'],
    ['01/02/2027', '2027-02-01', '2027-02-01'],
    ['30-11-26', '2026-11-30', '2026-11-30'],
    ['30.11.2026', '2026-11-30', '2026-11-30'],
    ['tgl 30', '2026-11-30', '2026-11-30'],
    ['tgl 5', '2026-12-05', '2026-12-05'],
    ['30 November s.d. 2 Desember 2026', '2026-11-30', '2026-12-02'],
    ['Senin-Rabu, 30 Nov–2 Des 2026', '2026-11-30', '2026-12-02'],
    ['7 s.d. 11 Desember 2026', '2026-12-07', '2026-12-11'],
    ['17 Agt 2027', '2027-08-17', '2027-08-17'],
    ['8 Nopember 2027', '2027-11-08', '2027-11-08'],
    ['December 9, 2026', '2026-12-09', '2026-12-09'],
    ['5 Januari', '2027-01-05', '2027-01-05'],
    ['28 Desember s.d. 3 Januari 2027', '2026-12-28', '2027-01-03'],
    ['besok', '2026-11-24', '2026-11-24'],
    ['lusa', '2026-11-25', '2026-11-25'],
    ['H+1', '2026-11-24', '2026-11-24'],
    ['hari Kamis', '2026-11-26', '2026-11-26'],
    ['Senin depan', '2026-11-30', '2026-11-30'],
    ['minggu depan', '2026-11-30', '2026-12-04'],
    ['bulan depan', '2026-12-01', '2026-12-31'],
    ['tgl 30 jam 9', '2026-11-30', '2026-11-30'],
    ['tanggal 30 nanti', '2026-11-30', '2026-11-30'],
    ['tgl 1 s.d. 5', '2026-12-01', '2026-12-05'],
    ['30 s.d. 2 Desember 2026', '2026-11-30', '2026-12-02'],
    ['31 - 3 Januari 2027', '2026-12-31', '2027-01-03'],
    ['tanggal 1, 2, dan 3 Desember 2026', '2026-12-01', '2026-12-03'],
    ['3Des2026', '2026-12-03', '2026-12-03'],
    ['December 3rd', '2026-12-03', '2026-12-03'],
    ['on Dec 3', '2026-12-03', '2026-12-03'],
    ['the 3rd of December', '2026-12-03', '2026-12-03'],
    ['tujuh Desember', '2026-12-07', '2026-12-07'],
    ['dua puluh lima November 2026', '2026-11-25', '2026-11-25'],
    ['tiga belas Januari', '2027-01-13', '2027-01-13'],
    ['December 3-5, 2026', '2026-12-03', '2026-12-05'],
    ['the day after tomorrow', '2026-11-25', '2026-11-25'],
    ['dua minggu lagi', '2026-12-07', '2026-12-07'],
    ['3 hari lagi', '2026-11-26', '2026-11-26'],
    ['seminggu lagi', '2026-11-30', '2026-11-30'],
    ['in two weeks', '2026-12-07', '2026-12-07'],
    ['ntar malem', '2026-11-23', '2026-11-23'],
    ['nanti jam 2', '2026-11-23', '2026-11-23'],
    ['Kamis (3/12)', '2026-12-03', '2026-12-03'],
    ['Hari, tanggal: Kamis / 3 Desember 2026', '2026-12-03', '2026-12-03'],
  ])('“%s” is %s to %s', (text, start, end) => {
    const [mention] = findDates(text, TODAY);

    expect(mention).toMatchObject({ start, end });
  });

  it.each([
    ['Senin, 30 November 2026', true],
    ['Selasa, 30 November 2026', false],
    ['Selasa (30/11)', false],
    ['Senin, 30-11-2026', true],
    ['Selasa tgl 30', false],
    ['30 November 2026 (Selasa)', false],
    ['30 November 2026 (Senin)', true],
    ['Senin-Rabu, 30 Nov–2 Des 2026', true],
    ['Selasa s.d. Rabu, 30/11/2026', false],
    ['Monday, 30 November 2026', true],
  ])('“%s”: the weekday is that of the date: %s', (text, consistent) => {
    expect(findDates(text, TODAY)).toMatchObject([{ start: '2026-11-30', consistent }]);
  });

  it('reads every day of the year in every way of writing it', () => {
    const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
    const day = fc.date({ min: new Date('2026-12-01'), max: new Date('2027-11-01'), noInvalidDate: true });
    const forms: readonly ((year: string, month: string, date: string) => string)[] = [
      (year, month, date) => `${Number(date)} ${months[Number(month) - 1]} ${year}`,
      (year, month, date) => `${Number(date)} ${months[Number(month) - 1]?.slice(0, 3)} ${year}`,
      (year, month, date) => `${date}/${month}/${year}`,
      (year, month, date) => `${date}-${month}-${year.slice(2)}`,
      (year, month, date) => `${date}.${month}.${year}`,
      (year, month, date) => `${year}-${month}-${date}`,
    ];
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (one, form) => {
        const iso = one.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');

        expect(findDates(`rapat ${form(year, month, date)} di aula`, TODAY)).toMatchObject([{ start: iso, end: iso }]);
      }),
    );
  });

  it.each([
    ['setiap Senin sepanjang Desember 2026 (7, 14, 21, 28)', '2026-12-07', '2026-12-28'],
    ['Desember (tgl 1 dan 8)', '2026-12-01', '2026-12-08'],
    ['bulan Desember 2026 (10, 12 dan 17)', '2026-12-10', '2026-12-17'],
  ])('“%s” names its days behind the month', (text, start, end) => {
    expect(findEventDate(new Searched(text), TODAY)).toMatchObject({ eventDate: start, eventEnd: end });
  });

  it('takes “besok-besok” for no day', () => {
    expect(findDates('Besok-besok kalau ada rapat orang tanya saya', TODAY)).toEqual([]);
    expect(findDates('kalau besok ada rapat', TODAY)).toMatchObject([{ start: '2026-11-24' }]);
  });

  it.each(['Kamis lalu', 'Kamis kemarin', 'Senin yang lalu'])('“%s” is past', (text) => {
    expect(findDates(text, TODAY)).toEqual([]);
  });

  it.each(['31 Februari 2026', '10.17.52.240', '45/13/2026', 'versi 3.1', 'Mei 2 orang'])('“%s” is none', (text) => {
    expect(findDates(text, TODAY)).toEqual([]);
  });

  it('takes the day of a broadcast to everybody’s mailbox, which is no letter', () => {
    expect(
      findEventDate(new Searched('dikirim ke kotak surat semua pegawai tgl 30 November pagi'), TODAY)?.eventDate,
    ).toBe('2026-11-30');
  });

  it('takes the day of the event, not that of a letter or a decree', () => {
    const text = 'Sesuai ND-12/SJ/2026 tanggal 24 November 2026, mohon dukungan acara pada tanggal 8 Desember 2026.';
    expect(findEventDate(new Searched(text), TODAY)).toEqual({ eventDate: '2026-12-08' });
    expect(findEventDate(new Searched('pensiun TMT 1 Desember 2026'), TODAY)).toBeNull();
    expect(findEventDate(new Searched('kegiatan tanggal 9 s.d. 13 November 2026 sudah selesai'), TODAY)).toBeNull();
  });
});

describe('names that are none of those concerned', () => {
  it('leaves out him to whom the work is handed over', () => {
    const text = 'Akses Sdr. Rio Prakarsa dihapus. Kepemilikan dialihkan dulu ke Sdr. Arya Wibawa sebelum dihapus.';

    expect(findPeople(text)).toEqual(['Rio Prakarsa']);
  });

  it('takes the word of consent for no name', () => {
    expect(findPeople('untuk Bu Persetujuan Kasubdit')).toEqual([]);
  });
});

describe('places, people, links', () => {
  it.each([
    ['rapat di Denpasar', false],
    ['bertempat di Gedung Djuanda Jakarta', true],
    ['kegiatan di Malang untuk pegawai Jakarta', false],
    ['rapat besok', undefined],
  ])('“%s” in Jakarta: %s', (text, expected) => {
    expect(inJakarta(new Searched(text))).toBe(expected);
  });

  it.each([
    ['akun a.n. Winda Puspitarini', ['Winda Puspitarini']],
    ['Nama : Lusiana Paramitha\nUnit : Bagian Perencanaan dan Mutasi', ['Lusiana Paramitha']],
    [
      '3 pegawai yaitu Danang Priambodo, Yulius Rante dan Sinta Amelia',
      ['Danang Priambodo', 'Yulius Rante', 'Sinta Amelia'],
    ],
    ['mohon Sdr. Hanif Maulana diberi akses', ['Hanif Maulana']],
    ['Yth. Kepala Pusintek', []],
  ])('“%s” names %j', (text, names) => {
    expect(findPeople(text)).toEqual(names);
  });

  it('records links and never repeats one', () => {
    expect(findLinks(new Searched('lihat https://dropbox.example/a?b=1. Juga https://dropbox.example/a?b=1'))).toEqual([
      'https://dropbox.example/a?b=1',
    ]);
  });
});
