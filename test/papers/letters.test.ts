import { describe, expect, it } from 'vitest';
import { rankOfTitle, readLetter } from '../../src/papers/letter.ts';
import type { Line } from '../../src/papers/page-lines.ts';

const lines = (text: string): readonly Line[] =>
  text
    .trim()
    .split('\n')
    .map((line, index) => ({ top: 20 * index, size: 10, cells: [{ text: line.trim(), left: 50, right: 300 }] }));
const signerOf = (foot: string): ReturnType<typeof readLetter>['signer'] =>
  readLetter(lines(`NOTA DINAS\nNomor ND-1/SJ/2026\nHal : Akun\nisi\nisi\nisi\n${foot}`)).signer;

describe('ranks by the words of a title', () => {
  it.each([
    ['Direktur Jenderal Perbendaharaan', 'I'],
    ['Sekretaris Jenderal', 'I'],
    ['Kepala Badan Pendidikan dan Pelatihan Keuangan', 'I'],
    ['Sekretaris Direktorat Jenderal Pajak', 'II'],
    ['Direktur Sistem Perbendaharaan', 'II'],
    ['Kepala Biro Umum', 'II'],
    ['Kepala Pusat Sistem Informasi', 'II'],
    ['Plh. Kepala Kantor Wilayah DJP Jakarta', 'II'],
    ['Kepala Kantor Pelayanan Pajak Pratama Depok', 'III'],
    ['KEPALA BAGIAN UMUM', 'III'],
    ['Plt. Kepala Bidang Data', 'III'],
    ['Kepala Subbagian Mutasi', 'IV'],
    ['Kepala Seksi Bank', 'IV'],
    ['a.n. Kepala Subbag Tata Usaha', 'IV'],
    ['Pranata Komputer Ahli Madya', null],
  ])('%s: %s', (title, rank) => {
    expect(rankOfTitle(title)).toBe(rank);
  });
});

describe('who signed a letter', () => {
  it('stands at its end, with title and number', () => {
    expect(
      signerOf('Kepala Biro Umum,\nttd.\nRina Oktaviani\nNIP 19760823 199902 2 011\nTembusan:\n1. Kepala Seksi Bank'),
    ).toEqual({
      name: 'Rina Oktaviani',
      nip: '197608231999022011',
      title: 'Kepala Biro Umum',
      rank: 'II',
      onBehalfOf: null,
      acting: null,
    });
  });

  it('may sign in the name of an office', () => {
    expect(
      signerOf(
        'a.n. Sekretaris Jenderal\nKepala Bagian Umum\nDitandatangani secara elektronik\nRina Oktaviani\nNIP 197608231999022011',
      ),
    ).toMatchObject({
      title: 'Kepala Bagian Umum',
      onBehalfOf: 'Sekretaris Jenderal',
      rank: 'III',
    });
  });

  it.each([
    ['Plt. Kepala Biro Umum', 'plt'],
    ['Plh. Kepala Biro Umum', 'plh'],
  ])('may be acting: %s', (title, acting) => {
    expect(signerOf(`${title}\nRina Oktaviani\nNIP 197608231999022011`)).toMatchObject({
      acting,
      title: 'Kepala Biro Umum',
    });
  });

  it('may leave out the number', () => {
    expect(signerOf('Kepala Biro Umum\n\n(Rina Oktaviani)')).toMatchObject({
      name: 'Rina Oktaviani',
      nip: null,
      rank: 'II',
    });
  });

  it('is not known where nobody signed', () => {
    expect(signerOf('Demikian disampaikan.\nTerima kasih.')).toBeNull();
  });
});

describe('the head of a letter', () => {
  it.each([
    ['Nomor : S-451/PB.7/2026', 'S-451/PB.7/2026'],
    ['NOMOR ND-118/SJ.7/2026', 'ND-118/SJ.7/2026'],
    ['Nomor: 77/SK/XI/2026', '77/SK/XI/2026'],
  ])('shows its number: %s', (line, number) => {
    expect(readLetter(lines(`${line}\nHal : Akun`)).number).toBe(number);
  });

  it.each([
    ['Yth. Kepala Pusintek', 'Kepala Pusintek'],
    ['Kepada Yth.\nBapak Kepala Pusintek', 'Kepala Pusintek'],
    ['Yth : Sdr. Kepala Pusintek', 'Kepala Pusintek'],
  ])('shows its addressee: %s', (head, addressee) => {
    expect(readLetter(lines(`Nomor S-1/PB/2026\n${head}`)).addressee).toBe(addressee);
  });

  it('shows date and subject', () => {
    expect(readLetter(lines('Nomor S-1/PB/2026\nPerihal : Permintaan akses\nJakarta, 3 Nopember 2026'))).toMatchObject({
      date: '2026-11-03',
      subject: 'Permintaan akses',
    });
  });

  it('of another paper says nothing', () => {
    expect(readLetter(lines('Panduan\nBab satu'))).toEqual({
      number: null,
      date: null,
      subject: null,
      addressee: null,
      signer: null,
    });
  });
});
