import { describe, expect, it } from 'vitest';
import { NOTHING_SAID, saidIn, saidLater, saysPaperIsRight } from '../../../src/understand/facts/said.ts';
import { rulebook } from '../office.ts';

const said = (text: string): ReturnType<typeof saidIn> =>
  saidIn(text, { today: '2026-11-23', abbreviations: rulebook.abbreviations });

describe('what a mail itself says of the accounts', () => {
  it.each<[string, Partial<ReturnType<typeof saidIn>>]>([
    ['mohon dibuatkan 3 (tiga) akun aplikasi SPAN', { quantities: [3] }],
    ['untuk dua orang pegawai baru, total 5 akun', { quantities: [5, 2] }],
    ['akun a.n. Sari Dewi, NIP 19900101 201503 2 001', { people: ['Sari Dewi'], nips: ['199001012015032001'] }],
    ['reset akun Sari.Dewi@kemenkeu.example', { addresses: ['sari.dewi@kemenkeu.example'] }],
  ])('%s', (text, expected) => {
    expect(said(text)).toMatchObject(expected);
  });

  it.each([
    ['Kami mengajukan 12 (dua belas) unit laptop dan 3 printer', ['12 laptop', '3 printer']],
    ['sebanyak 15 akun baru bagi 15 CPNS', ['15 akun', '15 cpns']],
    ['10 notebook, ya, 10 laptop itu', ['10 laptop']],
    ['acara dihadiri 250 orang dengan 4 unit genset', []],
  ])('counts things by their own nouns: %s', (text, counts) => {
    expect(said(text).counts.map(({ noun, value }) => `${value} ${noun}`)).toEqual(counts);
  });

  it('infers nothing where nothing is said in so many words', () => {
    expect(said('mohon reset password user aplikasi saya, formulir terlampir, batas 2 hari')).toEqual(NOTHING_SAID);
  });

  it('takes the later word for the earlier one about the same, and leaves the rest', () => {
    const later = saidLater(said('2 akun a.n. Sari Dewi'), said('maaf, yang benar 3 akun'));

    expect(later).toMatchObject({ quantities: [3], people: ['Sari Dewi'] });
  });
});

describe('the word that a paper is right', () => {
  it.each([
    'Yang benar sesuai formulir.',
    'yang betul di form 3.1 ya mas',
    'Formulirnya sudah benar, emailnya yang salah ketik.',
    'Mohon maaf salah ketik di email, ikuti formulir saja',
    'yang benar di formulir bukan di email',
    'The form is right, my mail was wrong.',
    'Please follow the document.',
    'Yang benar jumlah pada surat, email saya salah ketik.',
  ])('%s', (text) => {
    expect(saysPaperIsRight(text)).toBe(true);
  });

  it.each([
    'Formulirnya yang salah, yang benar di email.',
    'Apakah formulirnya sudah benar?',
    'Formulir kami kirim lagi besok.',
    'Form belum sesuai, mohon ditunggu.',
    'Yang benar bukan formulirnya.',
    'Tidak sesuai formulir.',
    'Yang benar 2 akun.',
    '',
  ])('is not read into: %s', (text) => {
    expect(saysPaperIsRight(text)).toBe(false);
  });
});
