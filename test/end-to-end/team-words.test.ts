import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const open = (): Promise<Outcome> =>
  desk.writes('mutia.zahra', {
    subject: 'Lupa password',
    text: 'Mohon reset password email saya, saya lupa passwordnya.',
    cc: ['joyo.handoko'],
  });
const team = (words: string): Promise<Outcome> => desk.answers('rft-akun', desk.last('team.assigned'), words);
const number = async (): Promise<string> => (await desk.statuses())[0]?.split(':')[0] ?? '';
const status = async (): Promise<string> => (await desk.ticket(await number())).state.status;

describe('what colleagues say to each other', () => {
  test.each([
    'Mas Fajar, orang ini tadi sempat marah di telepon, tolong pelan-pelan menjawabnya.',
    'Butuh kunci lemari rak di lantai bawah.',
    'Bu Retno barusan lewat dan menanyakan tiket ini.',
    'Minta kontak teknisi ke bagian pengadaan.',
    'Ada yang pegang obeng kecil?',
  ])('stays among them, and the writer hears that it is only noted: %s', async (words) => {
    await open();
    expect((await team(words)).told).toEqual(['team.noted → rft-akun']);
    expect(await status()).toBe('assigned');
  });

  test.each([
    'Mohon info nomor ponsel Ibu yang aktif.',
    'Bu Mutia, akun yang dimaksud yang @kemenkeu atau yang VPN?',
    'Foto kartunya buram, tolong dikirim ulang.',
  ])('is not what its requester alone can tell: %s', async (words) => {
    await open();
    expect((await team(words)).told).toEqual(['requester.question → mutia.zahra']);
    expect(await status()).toBe('on-hold');
  });
});

describe('a note of plain words', () => {
  test('is told to its writer as one, with the way to close', async () => {
    await open();
    expect((await team('Log-nya sudah kami lihat, ada banyak percobaan masuk.')).told).toEqual([
      'team.noted → rft-akun',
    ]);
    expect(desk.last('team.noted').mail.text).toContain('tiket masih terbuka');
    expect(desk.last('team.noted').mail.text).toContain('selesai:');
  });

  test('is kept without a word where the writer calls it one', async () => {
    await open();
    expect((await team('catatan: log-nya sudah kami lihat')).told).toEqual([]);
  });

  test('is kept without a word where all is done already', async () => {
    await open();
    await team('selesai: sandi direset di loket');
    expect((await team('Pemohonnya tadi datang sendiri ke loket.')).told).toEqual([]);
  });

  test('is told to nobody where a machine wrote it', async () => {
    await open();
    const letter = desk.last('team.assigned');
    const { told } = await desk.answers('rft-akun', letter, 'Kami sedang rapat, email akan dibaca sore nanti.', {
      headers: ['Auto-Submitted: auto-replied'],
    });
    expect(told).toEqual([]);
  });
});

describe('words for its requester', () => {
  test.each([
    ['Untuk user: tolong bawa kartu identitas waktu ambil sandi ya', 'bawa kartu identitas'],
    ['Buat Bu Mutia: silakan ke loket dua membawa kartu pegawai', 'silakan ke loket dua'],
    ['Mohon disampaikan ke pemohon agar menunggu sampai sore', 'Mohon menunggu sampai sore'],
  ])('go to her, and the clock runs: %s', async (words, said) => {
    await open();
    expect((await team(words)).told).toEqual(['requester.message → mutia.zahra']);
    expect(desk.last('requester.message').mail.text).toContain(said);
    expect(await status()).toBe('assigned');
  });

  test('are not those for somebody else', async () => {
    await open();
    expect((await team('Untuk Mas Fajar: silakan ambil kabelnya di gudang')).told).toEqual(['team.noted → rft-akun']);
  });

  test('are a question where she is to give something', async () => {
    await open();
    expect((await team('Untuk user: mohon kirimkan foto kartu yang lebih jelas')).told).toEqual([
      'requester.question → mutia.zahra',
    ]);
  });

  test('tell of what is done where it is done', async () => {
    await open();
    expect((await team('Untuk user: sandinya sudah direset, silakan dicoba')).told).toContain(
      'requester.resolved → mutia.zahra',
    );
  });
});

describe('a bare word of closing', () => {
  test.each(['Close aja', 'tutup aja ya mas', 'Sudah beres ya pak'])('wants a note: %s', async (words) => {
    await open();
    expect((await team(words)).told).toEqual(['team.note-needed → rft-akun']);
    expect(await status()).toBe('assigned');
    await desk.answers('rft-akun', desk.last('team.note-needed'), 'selesai: sandi direset di loket');
    expect(await status()).toBe('resolved');
  });
});

describe('a report in other words', () => {
  test.each([
    'Sandi sudah kami kembalikan ke setelan awal, silakan dicoba masuk lagi',
    'akunnya sudah di-unlock, tinggal pemohon ganti sandi',
    'Tiket ini sudah kami selesaikan, kata sandinya diserahkan di loket.',
    'Sudah kami bantu resetkan',
  ])('resolves: %s', async (words) => {
    await open();
    await team(words);
    expect(await status()).toBe('resolved');
  });

  test.each([
    'Dulu itu masalahnya di switch.',
    'Silakan ke loket tiga membawa kartu pegawai.',
    'Orangnya sudah ada di loket.',
    'Bu Mutia sudah kami beri tahu.',
    'Tutup tiket yang satunya.',
    'Berkasnya sudah kami kembalikan ke bagian arsip, akunnya kami lihat dulu.',
    'akunnya sudah di-unlock, tinggal pemohon kirim fotokopi SK',
  ])('does not: %s', async (words) => {
    await open();
    await team(words);
    expect(await status()).not.toBe('resolved');
    expect(desk.letters.map(({ template }) => template)).not.toContain('desk.triage');
  });
});

describe('handing over', () => {
  test('to its own name is told to the team, and moves nothing', async () => {
    await open();
    expect((await team('alihkan: tim exchange')).told).toEqual(['team.news → rft-akun']);
    expect(desk.last('team.news').mail.text).toContain('tiketnya tidak berpindah');
    expect(await status()).toBe('assigned');
  });

  test('without a name goes back to the desk, also where its own is said not to be meant', async () => {
    await open();
    expect((await team('Ini bukan ranah Akun dan Email')).told).toEqual(['desk.triage → meja-layanan']);
  });
});

describe('a hold in English', () => {
  test('has the reason without the words that lead to it', async () => {
    await open();
    await team('hold: until November 27 because of maintenance at the provider');
    expect(desk.last('requester.message').mail.text).toContain('maintenance at the provider');
    expect(desk.last('requester.message').mail.text).not.toContain('of maintenance');
  });
});

describe('a question of one word', () => {
  test('asks nothing, whatever stands below it', async () => {
    await open();
    const { told } = await team('tanya:\n\n--\nFajar Nugroho\nPranata Komputer\nNIP 19910101 201501 1 001');
    expect(told).toEqual(['team.noted → rft-akun']);
    expect(await status()).toBe('assigned');
  });
});

describe('where a label is wanted', () => {
  beforeEach(async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook) => ({ ...rulebook, settings: { ...rulebook.settings, resolveNeedsLabel: true } }),
    });
  });

  test('the label alone completes what was said before', async () => {
    await open();
    expect((await team('selesai: sandi direset di loket')).told).toEqual(['team.note-needed → rft-akun']);
    await desk.answers('rft-akun', desk.last('team.note-needed'), 'label: reset');
    expect(await status()).toBe('resolved');
    expect(desk.last('requester.resolved').mail.text).toContain('sandi direset di loket');
  });

  test('the label alone closes nothing that the team has taken up again', async () => {
    await open();
    await team('selesai: sandi direset di loket');
    await team('tanya: apakah akun ini juga dipakai di ponsel?');
    await desk.answers('mutia.zahra', desk.last('requester.question'), 'Ya, di ponsel kantor.');
    await team('label: reset');
    expect(await status()).toBe('assigned');
  });
});

describe('a command in a mail of a member of the team', () => {
  const by = async (who: string, words: string, more: Partial<Parameters<Desk['writes']>[1]> = {}): Promise<Outcome> =>
    desk.writes(who, { subject: 'laporan kerja', text: words.replace('NOMOR', await number()), ...more });

  test.each([
    'NOMOR selesai: sandi diganti di loket',
    'selesai: NOMOR sandi diganti di loket',
    'Tiket NOMOR sudah selesai, sandinya kami ganti di loket.',
  ])('is about the ticket whose number stands in it: %s', async (words) => {
    await open();
    await by('tantri.lestari', words);
    expect(await desk.statuses()).toHaveLength(1);
    expect(await status()).toBe('resolved');
  });

  test('is not that of somebody else', async () => {
    await open();
    await by('lukman.sardi', 'NOMOR selesai: sandi diganti di loket');
    expect(await status()).toBe('assigned');
  });

  test('counts for nothing where nobody vouches for its sender', async () => {
    await open();
    await by('tantri.lestari', 'NOMOR selesai: sandi diganti di loket', { auth: 'failed' });
    await by('tantri.lestari', 'NOMOR selesai: sandi diganti di loket.', { auth: 'absent' });
    expect(await status()).toBe('assigned');
  });

  test('is none where it wishes something for himself', async () => {
    await open();
    await by('tantri.lestari', 'Mohon sandi email saya juga direset, seperti pada NOMOR kemarin.');
    expect(await desk.statuses()).toHaveLength(2);
    expect(await status()).toBe('assigned');
  });
});
