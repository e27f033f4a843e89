import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const T = 'SR-261123-0031-8';
const HARMFUL = ['drop', 'block', 'release', 'merge', 'confirm-fulfilment'];

/** What is ordered, and what is nearly the same and orders nothing of the kind. */
const PAIRS: readonly (readonly [kind: string, ordered: string, not: string])[] = [
  ['drop', 'buang saja', 'jangan dibuang'],
  ['drop', 'spam, hapus', 'bukan spam, jangan dihapus'],
  ['drop', 'hapus, ini iklan', 'hapus akun ini, ini iklan'],
  ['drop', 'delete this one, phishing', 'delete this one? phishing'],
  ['drop', 'abaikan email ini', 'abaikan email ini kalau pemohon tidak membalas'],
  ['block', 'blokir pengirimnya', 'buka blokir pengirimnya'],
  ['block', 'blacklist this sender', 'blacklist this sender or not?'],
  ['block', 'tolong diblokir pengirimnya', 'tolong diblokir akses internetnya'],
  ['block', 'ban promo@toko.example', 'jangan ban promo@toko.example'],
  ['block', 'blokir domain toko.example', 'blokir domain toko.example di firewall'],
  ['block', 'blokir @toko.example', 'jangan blokir @toko.example'],
  ['block', 'tolong blacklist domain promo.toko.example ya', 'pemohon minta blacklist domain promo.toko.example?'],
  ['release', 'lepas domain toko.example', 'lepas domain toko.example dari proxy'],
  ['release', 'lepaskan dari karantina', 'belum dilepaskan dari karantina'],
  ['release', 'bukan spam, loloskan', 'spam, jangan diloloskan'],
  ['merge', `duplikat dari ${T}, gabungkan`, `mirip ${T}, jangan digabungkan`],
  ['merge', `fold this into ${T}`, `don't fold this into ${T}`],
  ['link', `berkaitan dengan ${T}, saling tautkan`, `tidak berkaitan dengan ${T}, jangan ditautkan`],
  ['confirm-fulfilment', 'hasil pekerjaannya sesuai permintaan', 'hasil pekerjaannya belum sesuai permintaan'],
  ['undo', 'revert that please', 'jangan di-revert'],
];

describe('who does not know what it is', () => {
  it.each([
    'entahlah ini apa',
    'SR-261123-0001-4 entahlah ini apa',
    'INC-261123-0002-7 entahlah ini apa',
    '3: tidak tahu ini apa',
    'Entah, saya tidak paham',
  ])('orders nothing: %s', (text) => {
    expect(reply('desk', text).commands).toEqual([]);
  });
});

describe('the desk’s plain words', () => {
  it.each(PAIRS)('order “%s” by “%s” and not by “%s”', (kind, ordered, not) => {
    expect(reply('desk', ordered)).toMatchObject({ intent: kind, commands: [{ kind }] });
    expect(reply('desk', not).commands.map((command) => command.kind)).not.toContain(kind);
  });

  it.each([
    ['blokir domain Toko.example', '@toko.example'],
    ['blokir *@promo.toko.example', '@promo.toko.example'],
    ['blokir promo@toko.example', 'promo@toko.example'],
  ])('name whom “%s” blocks', (text, address) => {
    expect(reply('desk', text).commands).toMatchObject([{ kind: 'block', address }]);
  });

  it.each([
    [`please cross-reference with ${T}, don't merge`, 'link'],
    [`gabungan tadi salah, pisah lagi ${T}`, 'split'],
    ['jumlahnya 40 bukan 4', 'correct'],
    ['perangkatnya 6, bukan 4', 'correct'],
    ['salah tim, ini punya tim jaringan', 'reassign'],
  ])('are read by what is meant, not by the first word: “%s”', (text, kind) => {
    expect(reply('desk', text).intent).toBe(kind);
  });

  it.each([
    ['bukan penghapusan, harusnya reset password email', 'ITSM.8/reset-password'],
    ['salah klasifikasi, yang benar reset password email', 'ITSM.8/reset-password'],
  ])('name the right service in “%s”', (text, variant) => {
    expect(reply('desk', text).commands).toMatchObject([{ kind: 'correct', variant }]);
  });

  it('name a team that we do not have as one, so that the desk is told so', () => {
    expect(reply('desk', 'alihkan ke tim Arsip').commands).toMatchObject([{ kind: 'reassign', team: 'Arsip' }]);
    expect(reply('desk', 'teruskan ke pemohon').commands.map(({ kind }) => kind)).not.toContain('reassign');
  });

  it.each([
    ['via telp, a/n Laksmi Dewanti, minta reset password', 'Laksmi Dewanti', 'telephone'],
    ['Walk-in: Pak Ketut Suardana, perpanjangan sertel', 'Ketut Suardana', 'visit'],
    ['WA dari Gilang Ramadhan: minta kabel UTP', 'Gilang Ramadhan', 'whatsapp'],
  ])('say who called in “%s”', (text, name, channel) => {
    expect(reply('desk', text).commands).toMatchObject([{ kind: 'on-behalf', name, channel }]);
  });

  it('do no harm behind a word that turns, puts off or asks', () => {
    const deeds = fc.constantFrom('buang saja', 'blokir pengirimnya', 'lepaskan', `gabungkan dengan ${T}`, 'terpenuhi');
    const turns = fc.constantFrom('jangan', 'belum perlu', 'tidak usah', 'nanti', 'kalau iklan', 'jika perlu');
    fc.assert(
      fc.property(deeds, turns, fc.boolean(), (deed, turn, asked) => {
        const { commands } = reply('desk', `${turn} ${deed}${asked ? '?' : ''}`);

        expect(commands.filter(({ kind }) => HARMFUL.includes(kind))).toEqual([]);
      }),
    );
  });
});

describe('the right service behind our guesses', () => {
  it.each([
    [
      'Tidak ada yang pas. Dia mau ganti data identitas di sertifikat elektronik karena NIK-nya salah.',
      'ITSM.15/perubahan-identitas',
    ],
    ['gak ada yg cocok, ini minta reset password email', 'ITSM.8/reset-password'],
  ])('is named where none of them fits: “%s”', (text, variant) => {
    expect(reply('desk', text).commands).toEqual([expect.objectContaining({ kind: 'classify', variant })]);
  });

  it.each([
    'Ini hanya ucapan terima kasih dari Bu Puspita, bukan permintaan. Nomor 3.',
    'Sudah saya telepon pemohonnya. 3',
    'Bukan permintaan, cuma undangan rapat. Pilih 3.',
    'bukan 1, dia minta ganti nama akun. pilih 3',
  ])('is a digit at the end of what is told: “%s”', (text) => {
    expect(reply('desk', text)).toMatchObject({ intent: 'classify', choice: 3 });
  });
});

describe('a fulfilment confirmed', () => {
  it.each([
    ['Konfirmasi. BAST sudah saya cocokkan, lengkap dengan tanda tangan kedua pihak.', 'confirm-fulfilment'],
    ['sesuai. sy sdh tlp pak Dadang, 9 PC jalan semua', 'confirm-fulfilment'],
    ['Sesuai. Tapi labelnya salah', 'note'],
    ['konfirmasi dengan vendor', 'unclear'],
    ['Konfirmasi ke pemohon', 'unclear'],
    ['Konfirmasi. Ke pemohon dulu ya.', 'unclear'],
  ])('in a sentence of its own may have more behind it: “%s” is %s', (text, intent) => {
    expect(reply('desk', text).intent).toBe(intent);
  });
});

describe('an order in passing', () => {
  it.each([
    ['yang ini hapus aja', { kind: 'drop', items: [] }],
    ['Ini susulan dari SR-261113-0825-7, tolong digabung.', { kind: 'merge', tickets: ['SR-261113-0825-7'] }],
    ['Jumlah tamunya 45 bukan 4, mohon diperbaiki di tiket.', { kind: 'correct', quantity: 45 }],
    ['Ke KPTIKBMN Palu saja, lokasinya di sana.', { kind: 'reassign', team: 'RFT-PERANGKAT' }],
  ])('is one: “%s”', (text, command) => {
    expect(reply('desk', text).commands).toEqual([expect.objectContaining(command)]);
  });
});
