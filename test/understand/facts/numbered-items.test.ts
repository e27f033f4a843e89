import { describe, expect, it } from 'vitest';
import { numberedInLine, numberedRows } from '../../../src/understand/facts/numbered-items.ts';
import { Searched } from '../../../src/understand/facts/searched.ts';
import { read } from '../office.ts';

describe('one thing asked for several times', () => {
  it.each([
    [
      'hosting',
      'Mohon disediakan hosting IaaS production: 1. hosting aplikasi Sipera 2. hosting aplikasi Kawal DAK',
      2,
    ],
    ['folder', 'Mohon hapus sharing folder: 1. RB-2019 2. RB-2020 3. RB-2021', 3],
    ['ip', 'Mohon IP static untuk 1. printer lantai 2 2. CCTV lobi', 2],
    [
      'akun email',
      'Mohon dibuatkan akun email:\n\n| 1 | Gina Fauziah | Pelaksana |\n| 2 | Nanda Putra | Pelaksana |',
      2,
    ],
    [
      'akun email',
      'Mohon dibuatkan akun email:\n| No | Nama | NIP |\n| 1 | Gina Fauziah | 200108152025062004 |\n| 2 | Nanda Putra | 200005122025061003 |',
      2,
    ],
  ])('is one request for so many (%s: “%s”)', (subject, text, quantity) => {
    const { wishes } = read(subject, text);

    expect(wishes).toHaveLength(1);
    expect(wishes[0]?.facts.quantity).toBe(quantity);
  });

  it('is not made of different things', () => {
    const { wishes } = read('akun', 'Mohon 1. reset password email saya 2. instalasi Office di laptop saya');

    expect(wishes.map(({ facts }) => facts.quantity)).toEqual([1, 1]);
  });

  it.each([
    ['papers', 'Mohon hosting aplikasi, terlampir: 1. formulir BIA 2. formulir profil', 'aplikasi'],
    ['functions', 'Mohon pengembangan aplikasi dengan fitur 1. fitur cuti 2. fitur lembur', 'aplikasi'],
    ['a number told', 'Mohon satu server untuk: 1. server web 2. server basis data', 'server'],
    ['a time and a decimal', 'Rapat aplikasi jam 1.30 dan 2.30', 'aplikasi'],
    ['a list that does not begin with 1', 'butir 4. akun Rina 5. akun Doni', 'akun'],
    ['different things', 'Mohon 1. reset akun 2. instalasi Office', null],
  ])('are not %s', (_, text, unit) => {
    expect(numberedInLine(new Searched(text), unit)).toBe(0);
  });

  it('in a table are rows that name a person each', () => {
    const table = '| 1 | Gina Fauziah | x |\n| 2 | Laptop | y |';

    expect(numberedRows(new Searched(table), ['Gina Fauziah', 'Nanda Putra'])).toBe(0);
    expect(numberedRows(new Searched('| 1 | Gina Fauziah |'), ['Gina Fauziah'])).toBe(0);
  });

  it('costs no more than its size', () => {
    expect(numberedInLine(new Searched('1. akun 2. akun '.repeat(20_000)), 'akun')).toBeGreaterThan(0);
  });
});
