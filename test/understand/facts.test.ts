import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/understand/dates.ts';
import { findEventDate } from '../../src/understand/event-date.ts';
import { findLinks } from '../../src/understand/links.ts';
import { findNips, isNip } from '../../src/understand/nip.ts';
import { toWords } from '../../src/understand/normalise.ts';
import { findPeople } from '../../src/understand/people.ts';
import { inJakarta } from '../../src/understand/place.ts';
import { findQuantities } from '../../src/understand/quantity.ts';
import { rulebook } from './office.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const quantity = (text: string): number | undefined => findQuantities(toWords(text, rulebook.abbreviations))[0]?.value;

describe('quantities', () => {
  it.each([
    ['mohon 5 akun', 5],
    ['5 (lima) orang pegawai', 5],
    ['5(lima)orang', 5],
    ['untuk 47 (empat puluh tujuh) CPNS', 47],
    ['dua puluh lima pegawai', 25],
    ['seratus dua belas akun', 112],
    ['1.200 pengguna', 1200],
    ['lebih dari 30 akun', 31],
    ['selusin laptop', 12],
    ['sixteen new laptops', 16],
    ['2 org ppnpn', 2],
    ['CPNS 2026 (47 orang)', 47],
  ])('“%s” counts %i', (text, value) => {
    expect(quantity(text)).toBe(value);
  });

  it.each([
    '3 hari kerja',
    'SPSS 27, installer dan lisensi',
    'tanggal 30',
    'vm 8 GB RAM',
    'IP 10.17.52.240 akun',
    'grup beranggota 9 orang',
  ])('“%s” counts nothing', (text) => {
    expect(quantity(text)).toBeUndefined();
  });
});

describe('employee numbers', () => {
  it.each(['198609262015051001', '19860926 201505 1 001', '19860926.201505.1.001', '19860926-201505-1-001'])(
    'finds “%s”',
    (text) => {
      expect(findNips(`NIP ${text}.`, TODAY)).toEqual(['198609262015051001']);
    },
  );

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
  ])('“%s” is %s to %s', (text, start, end) => {
    const [mention] = findDates(text, TODAY);

    expect(mention).toMatchObject({ start, end });
  });

  it('tells a weekday that is not that of the date', () => {
    expect(findDates('Selasa, 30 November 2026', TODAY)[0]?.consistent).toBe(false);
    expect(findDates('Senin, 30 November 2026', TODAY)[0]?.consistent).toBe(true);
  });

  it.each(['31 Februari 2026', '10.17.52.240', '45/13/2026', 'versi 3.1'])('“%s” is none', (text) => {
    expect(findDates(text, TODAY)).toEqual([]);
  });

  it('takes the day of the event, not that of a letter or a decree', () => {
    const text = 'Sesuai ND-12/SJ/2026 tanggal 24 November 2026, mohon dukungan acara pada tanggal 8 Desember 2026.';
    expect(findEventDate(text, TODAY)).toEqual({ eventDate: '2026-12-08' });
    expect(findEventDate('pensiun TMT 1 Desember 2026', TODAY)).toBeNull();
    expect(findEventDate('kegiatan tanggal 9 s.d. 13 November 2026 sudah selesai', TODAY)).toBeNull();
  });
});

describe('places, people, links', () => {
  it.each([
    ['rapat di Denpasar', false],
    ['bertempat di Gedung Djuanda Jakarta', true],
    ['kegiatan di Malang untuk pegawai Jakarta', false],
    ['rapat besok', undefined],
  ])('“%s” in Jakarta: %s', (text, expected) => {
    expect(inJakarta(text)).toBe(expected);
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
    expect(findLinks('lihat https://dropbox.example/a?b=1. Juga https://dropbox.example/a?b=1')).toEqual([
      'https://dropbox.example/a?b=1',
    ]);
  });
});
