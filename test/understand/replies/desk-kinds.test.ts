/** What the desk writes in passing: a digit with something under it, short numbers, a word that all is well, a rest without its reason. */
import { describe, expect, it } from 'vitest';
import { isRemark } from '../../../src/understand/replies/desk/remark.ts';
import { reply, rulebook } from '../office.ts';

describe('a digit above other lines', () => {
  it.each([
    '1\npemohon sudah saya telepon, memang lupa sandi',
    '1\nDilihat dari isinya permintaan akun baru',
    '1\nsudah saya cek di formulir',
    '1\nkarena permintaannya untuk tamu, bukan pegawai',
    '1\nini jelas reset password',
    '1\nBu Ratna dari Biro Umum sudah saya hubungi',
    '1\nsesuai surat yang dilampirkan\nmohon segera',
    '1\nseperti tiket kemarin',
  ])('is chosen with a remark on it: “%s”', (text) => {
    const { intent, choice, commands } = reply('desk', text);

    expect({ intent, choice, count: commands.length }).toEqual({ intent: 'classify', choice: 1, count: 1 });
  });

  it.each([
    '1\nasdf qwer',
    '1\nxxxxx',
    '1\n;;;--__ qwrt',
    '2\nlorem ipsum dolor',
    '1\n"mohon dipasang dua" kata dia',
    '1\nPada hari Senin Budi menulis:',
    '1\nBu Rina: tolong dong printer saya\nPak Joko: iya nanti',
    '1\n[10:32] Rina: printernya gimana',
    '1\nkata user: "saya mau dua laptop"',
    '1\nFrom: Budi Santoso',
    '1\njangan',
    '1\nbukan itu',
    '1\nhmm atau 2',
    '1\nkalau tidak salah',
    '1\n2',
    '1\nbetul nggak?',
  ])('is asked back where that is none: “%s”', (text) => {
    const { intent, unclearLines } = reply('desk', text);

    expect(intent).toBe('unclear');
    expect(unclearLines).toEqual(text.split('\n').slice(1));
  });

  it('goes along with an order of its own', () => {
    expect(reply('desk', '1\ncatatan: sudah saya telepon').commands.map(({ kind }) => kind)).toEqual([
      'classify',
      'note',
    ]);
  });

  it.each([
    ['dari Bu Rina', true],
    ['Rina Kartika', true],
    ['qwrt Rina', false],
    ['2', false],
  ])('“%s” alone: a remark is %s', (line, isOne) => {
    expect(isRemark(line, rulebook)).toBe(isOne);
  });
});

describe('tickets named by their counter', () => {
  it.each([
    ['gabung 0042 ke 0040', ['0042', '0040'], '0040'],
    ['gabungkan 0042 dengan 0040', ['0042', '0040'], null],
    ['gabung 0041, 0042 dan 0043 ke 0040', ['0041', '0042', '0043', '0040'], '0040'],
    ['merge 0042 into 0040', ['0042', '0040'], '0040'],
    ['tolong gabungkan tiket 0042 ke 0040 ya', ['0042', '0040'], '0040'],
    ['gabung no 0042 ke no 0040', ['0042', '0040'], '0040'],
    ['gabung #0042-4 ke #0040-8', ['0042-4', '0040-8'], '0040-8'],
    ['gabung SR-261123-0042-4 ke 0040', ['SR-261123-0042-4', '0040'], '0040'],
    ['duplikat dari 0040', ['0040'], null],
    ['gabung ke 0040', ['0040'], '0040'],
  ])('are merged: “%s”', (text, tickets, into) => {
    expect(reply('desk', text).commands).toEqual([expect.objectContaining({ kind: 'merge', tickets, into })]);
  });

  it('are linked', () => {
    expect(reply('desk', 'tautkan dengan 0040').commands).toEqual([
      expect.objectContaining({ kind: 'link', tickets: ['0040'] }),
    ]);
  });

  it.each([
    'gabung 2 tiket ini',
    'gabung 42 ke 40',
    'gabung yang tadi',
    'gabung data 2024 ke domain',
    'gabung 12.0042 ke 40',
  ])('are not seen in “%s”', (text) => {
    expect(reply('desk', text).commands.filter(({ kind }) => kind === 'merge')).toEqual([]);
  });
});

describe('the desk’s word that all is fulfilled', () => {
  it.each([
    'sudah sesuai, konfirmasi',
    'oke terpenuhi',
    'ya, terpenuhi',
    'siap, terpenuhi semua',
    'sudah dicek dan sesuai',
    'oke, sudah kami periksa, sesuai semua',
    'sudah diverifikasi, hasilnya sesuai permintaan',
    'hasilnya sudah sesuai permintaan',
    'pemenuhan kami konfirmasi',
  ])('is heard: “%s”', (text) => {
    expect(reply('desk', text).intent).toBe('confirm-fulfilment');
  });

  it.each([
    'terpenuhi sebagian',
    'belum terpenuhi',
    'tidak sesuai',
    'apakah sudah terpenuhi?',
    'sudah sesuai belum?',
    'sesuai kecuali labelnya',
    'kalau sudah sesuai, konfirmasi',
    'sudah dicek, kurang sesuai',
    'sudah dicek tapi belum sesuai',
    'sudah sesuai kecuali label, konfirmasi',
  ])('is not heard: “%s”', (text) => {
    expect(reply('desk', text).intent).not.toBe('confirm-fulfilment');
  });
});

describe('a rest that the desk orders', () => {
  it.each([
    ['tunda', { until: null, because: null }],
    ['tunda dulu', { until: null, because: null }],
    ['tunda sampai Senin', { until: '2026-11-30', because: null }],
    [
      'tunda sampai 1 Desember karena perangkat belum datang',
      { until: '2026-12-01', because: 'perangkat belum datang' },
    ],
    ['tunda, karena vendor belum datang', { until: null, because: 'vendor belum datang' }],
    ['tunda: karena menunggu surat', { until: null, because: 'menunggu surat' }],
  ])('is read with what it says: “%s”', (text, hold) => {
    const { intent, commands } = reply('desk', text);
    const [command] = commands;

    expect(intent).toBe('hold');
    expect(command?.kind === 'as-team' && command.reading.hold).toEqual(hold);
  });

  it('is of the ticket that it begins with', () => {
    expect(reply('desk', 'SR-261123-0042-4 tunda: karena menunggu surat').commands).toEqual([
      expect.objectContaining({ kind: 'as-team', ticket: 'SR-261123-0042-4' }),
    ]);
  });

  it.each(['tunda atau lanjut?', 'sudah ditunda kemarin oleh tim'])('is none: “%s”', (text) => {
    expect(reply('desk', text).intent).not.toBe('hold');
  });
});

describe('who is at a loss', () => {
  it.each([
    'SR-261123-0001-4 entahlah ini apa',
    '3: bingung, kenapa ya ini masuk sini',
    'saya tidak tahu ini layanan apa',
  ])('orders and tells nothing, whatever number stands before: “%s”', (text) => {
    const { intent, commands } = reply('desk', text);

    expect({ intent, commands }).toEqual({ intent: 'unclear', commands: [] });
  });
});
