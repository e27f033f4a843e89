import { describe, expect, it } from 'vitest';
import { rankOfTitle } from '../../src/papers/letter-rank.ts';
import { readLetter } from '../../src/papers/letter.ts';
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

  it.each([
    [
      'Kepala Kantor Wilayah\nDirektorat Jenderal Pajak Jakarta,\nRina Oktaviani\nNIP 197608231999022011',
      { title: 'Kepala Kantor Wilayah Direktorat Jenderal Pajak Jakarta', rank: 'II', onBehalfOf: null },
    ],
    [
      'a.n. Direktur Jenderal\nPerbendaharaan\nSekretaris Direktorat\nJenderal,\nttd.\nRina Oktaviani\nNIP 197608231999022011',
      { title: 'Sekretaris Direktorat Jenderal', rank: 'II', onBehalfOf: 'Direktur Jenderal Perbendaharaan' },
    ],
    [
      'Kepala Biro Umum,\nRina Oktaviani\nNIP\n197608231999022011',
      { title: 'Kepala Biro Umum', name: 'Rina Oktaviani', nip: '197608231999022011' },
    ],
    [
      'Kepala Biro Umum,\nRina Oktaviani 197608231999022011',
      { title: 'Kepala Biro Umum', name: 'Rina Oktaviani', nip: '197608231999022011' },
    ],
  ])('may have a title or number of several lines: %#', (foot, signer) => {
    expect(signerOf(foot)).toMatchObject(signer);
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

/** Each cell as `left:text`, cells of a line parted by `|`; 6 points a letter. */
const grid = (...rows: readonly string[]): readonly Line[] =>
  rows.map((row, index) => ({
    top: 14 * index,
    size: 10,
    cells: row.split('|').flatMap((cell) => {
      const [left = '', text = ''] = cell.split(/:(.*)/s);
      return text === '' ? [] : [{ text, left: Number(left), right: Number(left) + 6 * text.length }];
    }),
  }));

describe('a letter in columns', () => {
  const HEAD = ['200:SEKRETARIAT JENDERAL', '50:isi', '50:isi', '50:isi', '50:isi', '50:isi'];

  it('has what runs on below its label’s value, and not what begins at the margin', () => {
    const { subject, number, addressee } = readLetter(
      grid(
        '50:Nomor|110::|120:S-12/PJ.1/|400:Jakarta, 9 November 2026',
        '120:PJ.12/2026',
        '50:Hal|110::|120:Permintaan Data',
        '120:Wajib Pajak',
        '50:Yth. Kepala Pusat Sistem Informasi dan Teknologi',
        '50:Keuangan',
        '50:Jalan Dr. Wahidin Raya No. 1',
        '50:Dengan hormat, mohon bantuan.',
      ),
    );

    expect({ subject, number, addressee }).toEqual({
      subject: 'Permintaan Data Wajib Pajak',
      number: 'S-12/PJ.1/PJ.12/2026',
      addressee: 'Kepala Pusat Sistem Informasi dan Teknologi Keuangan',
    });
  });

  it('has the number that it calls its own, though it names another one', () => {
    const { number } = readLetter(
      grid('50:Menindaklanjuti S-9/AB/2026', '50:Nomor|110::|120:S-12/', '120:PJ.12/2026', '50:Hal : Akun'),
    );

    expect(number).toBe('S-12/PJ.12/2026');
  });

  it.each([
    ['left', ['50:Mengetahui,|300:Jakarta, 3 Mei 2026', '50:Kepala Biro Umum|300:Pemohon'], 'Kepala Biro Umum'],
    ['right', ['50:Pemohon|300:Kepala Biro', '300:Keuangan,'], 'Kepala Biro Keuangan'],
    ['both', ['50:Kepala Biro Umum|300:Kepala Bagian Rumah Tangga'], 'Kepala Biro Umum'],
  ])('is signed by the official, on whichever side he stands: %s', (side, above, title) => {
    const block = [
      ...above,
      '',
      '',
      '',
      '50:Rina Oktaviani|300:Mutia Zahra',
      '50:NIP 197608231999022011|300:NIP 199006132012122025',
    ];
    const { signer } = readLetter(grid(...HEAD, '', ...block));

    expect(signer).toMatchObject({ title, name: side === 'right' ? 'Mutia Zahra' : 'Rina Oktaviani' });
  });

  it('is signed beside the list of copies, never by somebody in an annex', () => {
    const copies = [
      '50:Tembusan:|300:Kepala Biro Umum,',
      '50:1. Kepala Seksi Bank',
      '50:2. Arsip',
      '300:Rina Oktaviani',
      '300:NIP 197608231999022011',
    ];
    const annex = ['50:Lampiran I', '50:Kepala Seksi Bank', '50:Siti Aminah', '50:NIP 199006132012122025'];

    for (const end of [copies, [...copies, ...annex]])
      expect(readLetter(grid(...HEAD, ...end)).signer).toMatchObject({
        title: 'Kepala Biro Umum',
        name: 'Rina Oktaviani',
      });
  });
});
