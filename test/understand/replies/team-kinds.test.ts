/** What teams write in passing: notes by their address, a part that failed, goods that come later, work that is done in other words. */
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

describe('a note that says for whom it is', () => {
  it.each([
    ['info ke user: server akan restart jam 5 sore', 'server akan restart jam 5 sore'],
    ['Info utk user: silakan pakai wifi dulu', 'silakan pakai wifi dulu'],
    ['tolong info ke user: akun baru aktif setelah jam 12', 'akun baru aktif setelah jam 12'],
    ['kabari user: perangkat masih dirakit', 'perangkat masih dirakit'],
    ['Pesan ke pengguna: mohon jangan matikan PC malam ini', 'mohon jangan matikan PC malam ini'],
    ['kasih tahu pemohon: antrean masih panjang', 'antrean masih panjang'],
    ['beri tahu pengguna bahwa pekerjaan dimulai pukul 19.00', 'pekerjaan dimulai pukul 19.00'],
    ['info bagi pemohon: formulir sedang diperiksa', 'formulir sedang diperiksa'],
    ['pesan untuk ybs: token dikirim terpisah', 'token dikirim terpisah'],
    ['tolong sampaikan kepada ybs: ruangan sudah kami pesan', 'ruangan sudah kami pesan'],
    ['infokan ke pemohon: laptop datang besok', 'laptop datang besok'],
    ['catatan untuk pemohon: bawa KTP', 'bawa KTP'],
  ])('is told to the requester: “%s”', (text, note) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', audience: 'requester', note });
  });

  it.each([
    'Info user: masih error di PC-nya',
    'info dari user: jadwalnya Selasa jam 10',
    'info ke atasan: server penuh',
    'info untuk tim jaringan: vlan 20 sudah dipakai',
    'pesan buat shift malam: pantau terus beban servernya',
    'catatan internal: user agak marah',
    'sudah kami infokan ke user, jadwalnya Selasa',
    'infokan ke user kalau barangnya sudah datang',
  ])('stays among staff: “%s”', (text) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', audience: 'staff' });
  });

  it.each(['info ke user: apakah printernya masih macet?', 'kabari pemohon: jadinya pakai ruang yang mana?'])(
    'that asks the requester is a question to him: “%s”',
    (text) => {
      expect(reply('rft', text)).toMatchObject({ intent: 'ask-requester', question: expect.stringMatching(/\?$/) });
    },
  );

  it.each([
    'catatan: menunggu vendor',
    'catatan menunggu vendor',
    'Catatan menunggu surat dari biro umum',
    'Catatan: mohon pemohon melengkapi NIP (sudah kami telepon)',
    'catatan: user minta dialihkan ke tim jaringan',
    'catatan - sudah selesai di sisi server',
    'Catatan tambahan: masih menunggu konfirmasi vendor',
    'note: pending approval from storage',
  ])('is a note whatever it tells: “%s”', (text) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', audience: 'staff', hold: null, team: null });
  });

  it('that ends with “Selesai.” is what was done', () => {
    expect(reply('rft', 'Catatan: sandi sudah diatur ulang.\nSelesai.').intent).toBe('resolve');
  });
});

describe('a part that is done beside a part that failed', () => {
  it.each([
    ['8 dari 10 sudah jadi, 2 lagi ga bisa', '8 dari 10 sudah jadi', '2 lagi ga bisa'],
    [
      'dari 10 laptop, 8 sudah dipasang, 2 lagi nggak bisa nyala',
      'dari 10 laptop, 8 sudah dipasang',
      '2 lagi nggak bisa nyala',
    ],
    [
      '12 akun udah jadi, yang 3 gak bisa dibuat karena NIP ganda',
      '12 akun udah jadi',
      'yang 3 gak bisa dibuat karena NIP ganda',
    ],
    ['6 printer sudah terpasang, 1 rusak', '6 printer sudah terpasang', '1 rusak'],
    [
      'tujuh dari sepuluh akun sudah aktif, tiga lainnya ditolak sistem',
      'tujuh dari sepuluh akun sudah aktif',
      'tiga lainnya ditolak sistem',
    ],
    ['hanya 2 dari 6 yg berhasil, sisanya error', 'hanya 2 dari 6 yg berhasil', 'sisanya error'],
    [
      '9 of 12 accounts created, 3 failed because of duplicate NIP',
      '9 of 12 accounts created',
      '3 failed because of duplicate NIP',
    ],
    [
      'sudah kami aktifkan 14 akun tapi 1 akun tidak ditemukan',
      'sudah kami aktifkan 14 akun',
      'tapi 1 akun tidak ditemukan',
    ],
    ['2 gagal karena NIP salah, 8 lainnya sudah dibuat', '8 lainnya sudah dibuat', '2 gagal karena NIP salah'],
    [
      'email Rina sudah dibuat, email Tono gagal dibuat karena namanya dobel',
      'email Rina sudah dibuat',
      'email Tono gagal dibuat karena namanya dobel',
    ],
    [
      'Yang di lantai 2 sudah terpasang semua, yang di lantai 3 gagal karena kabel putus',
      'Yang di lantai 2 sudah terpasang semua',
      'yang di lantai 3 gagal karena kabel putus',
    ],
  ])('is told as such: “%s”', (text, done, failed) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', partial: { done, failed } });
  });

  it.each([
    'Dari 8 laptop baru 6 yang keisi, yang 2 lagi ditolak installernya',
    'VA selesai untuk tiga host. Host keempat tidak dapat dijangkau',
    'Akses untuk Ilham sudah diberikan. Untuk Veronika gagal karena akunnya tidak ditemukan',
    'Terpasang di 5 PC. Yang keenam tidak bisa karena hardisknya rusak',
    'lantai 1 sama 2 udah nyala semua, lantai 3 belum soalnya kabelnya putus',
    'Dari 12 laptop, 9 sudah terpasang. Sisanya 3 unit belum karena dibawa ke luar kota.',
    'Packages A and B are live. Package C was rolled back because a library is missing.',
  ])('is seen in “%s”', (text) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', partial: { failed: expect.stringMatching(/\S/) } });
  });

  it.each([
    'password sudah direset, tapi user tidak bisa login',
    'printer belum kami pasang karena kabelnya belum sampai di lantai 3',
    'sudah kami pasang tapi tidak bisa nyala',
    '8 dari 10 sudah jadi',
    '8 dari 10 sudah, 2 lagi besok',
    '8 dari 10 sudah, sisanya menyusul',
    '10 laptop sudah kami cek, 2 rusak',
    'Sudah dicoba 3 kali, 2 kali gagal',
    'Laptop sudah kami lihat, laptop tidak bisa nyala',
    'tujuh dari sepuluh laptop sudah dipasang',
  ])('is nothing of the kind, and not done either: “%s”', (text) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', partial: null });
  });

  it.each([
    'semua 10 akun sudah jadi',
    '10 dari 10 akun sudah aktif',
    'Kesepuluh akun sudah dibuat dan aktif',
    '2 laptop yang rusak sudah diganti',
    '5 akun sudah kami buat, 2 yang salah nama sudah dibetulkan',
  ])('is not seen where all is done: “%s”', (text) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'resolve', partial: null });
  });
});

describe('goods or people that come later', () => {
  it.each([
    ['Perangkatnya belum datang dari vendor, baru ada tanggal 2 Desember', '2026-12-02'],
    ['RAM-nya masih kosong, baru tersedia Kamis', '2026-11-26'],
    ['Toner habis, baru dikirim vendor tanggal 30 November', '2026-11-30'],
    ['Teknisi vendor baru bisa datang Rabu', '2026-11-25'],
    ['Kabel belum tersedia di gudang, baru masuk tanggal 27', '2026-11-27'],
    ['Server pengganti belum sampai, dijanjikan vendor tanggal 4 Desember', '2026-12-04'],
    ['Modul belum dikirim pabrik. Estimasi tiba 10/12/2026', '2026-12-10'],
    ['vendor baru bisa ke lokasi hari Kamis', '2026-11-26'],
    ['Lisensi belum terbit, paling cepat Senin', '2026-11-30'],
  ])('let it rest until then: “%s”', (text, until) => {
    expect(reply('rft', text)).toMatchObject({
      intent: 'hold',
      hold: { until, because: expect.stringMatching(/\p{L}/u) },
    });
  });

  it('gives the whole sentence as the reason', () => {
    const { hold } = reply('rft', 'Perangkatnya belum datang dari vendor, baru ada tanggal 2 Desember.');

    expect(hold?.because).toBe('Perangkatnya belum datang dari vendor, baru ada tanggal 2 Desember');
  });

  it.each([
    'belum selesai, baru bisa besok',
    'akun baru ada besok, sedang kami buat',
    'kabelnya baru datang tadi, sekarang sedang kami pasang',
    'laptop pengganti sudah datang, besok kami antar',
  ])('is no rest where they are at work: “%s”', (text) => {
    expect(reply('rft', text).intent).toBe('note');
  });
});

describe('work told as done', () => {
  it.each([
    'telah dilakukan penggantian RAM dan sudah diuji',
    'Telah dilakukan penambahan kuota mailbox, sudah diuji kirim dan terima',
    'Sudah dilakukan konfigurasi VPN dan telah dites, lancar',
    'server sudah kami siapkan dan bisa dipakai',
    'ruang rapat virtual sudah disiapkan dan siap digunakan',
    'Database sudah kami sediakan dan bisa diakses',
    'ternyata kabelnya longgar, udah dibenerin, silakan dicek',
    'Ternyata akunnya terkunci, udah dibuka, monggo dicek lagi',
    'Rupanya kuotanya penuh, sudah ditambah, silakan dicoba kirim lagi',
    'ternyata salah grup, sudah dipindah, tolong dicek',
    'ternyata DNS nya salah setting. udah dibenerin, pc nya udah masuk domain skrg',
  ])('resolves: “%s”', (text) => {
    expect(reply('rft', text).intent).toBe('resolve');
  });

  it.each([
    'telah dilakukan pengecekan dan sudah diuji, penyebabnya belum ketemu',
    'sudah diuji, tapi belum stabil',
    'telah dilakukan pengujian dan masih ditemukan error',
    'server sudah kami siapkan, besok dipasang',
    'sudah kami siapkan jadwalnya',
    'ternyata kabelnya putus, besok kami ganti',
    'ternyata salah port, sudah kami laporkan ke vendor',
    'ternyata masih error, sedang kami benerin',
    'sistemnya belum siap digunakan',
    'udah coba dibenerin tapi belum bisa',
  ])('does not: “%s”', (text) => {
    expect(reply('rft', text).intent).toBe('note');
  });
});

describe('a ticket that belongs to others', () => {
  it.each([
    ['salah alamat, ini punya jaringan', 'RFT-JARINGAN'],
    ['maaf ini bukan ranah kami, ini punya jaringan', 'RFT-JARINGAN'],
    ['Sudah dicek, server normal. Bukan ranah kami ini, punyanya jaringan', 'RFT-JARINGAN'],
    ['Kami sudah telepon pemohon. Salah alamat ini, urusan tim akun', 'RFT-AKUN'],
    ['Halo, ini salah alamat ya. Yang pegang email itu tim akun', 'RFT-AKUN'],
    ['Ini bukan punya kami, punya tim hosting', 'RFT-HOSTING'],
    ['setelah dicek ini bukan masalah di kami, tapi di jaringan', 'RFT-JARINGAN'],
    ['Kayaknya salah alamat, kami urus server bukan jaringan. Tolong ke tim jaringan', 'RFT-JARINGAN'],
  ])('is handed on: “%s”', (text, team) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'reassign', team });
  });
});

describe('things that were moved', () => {
  it.each([
    'Foto lama sudah dipindahkan ke drive kantor dan sekarang normal kembali.',
    'Berkasnya sudah kami pindahkan ke folder bersama, silakan dicoba.',
  ])('hand no ticket to another team: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('reassign');
  });

  it.each(['Tiketnya sudah dialihkan ke tim Jaringan.', 'Mohon dipindahkan ke tim Keamanan Informasi.'])(
    'do where a team is named: “%s”',
    (text) => {
      expect(reply('rft', text).intent).toBe('reassign');
    },
  );
});

describe('work that is given to a team without a word of handing over', () => {
  it.each([
    ['ini acaranya di kupang min, kasih ke kptikbmn denpasar aja yg deket', 'RFT-PERANGKAT'],
    ['Hardware, bukan software. KPTIKBMN setempat aja.', 'RFT-PERANGKAT'],
    ['Akun IS dev nya tidak ada masalah, yang mentok port 5555. Jaringan yang bisa buka.', 'RFT-JARINGAN'],
    ['Mohon Keamanan Informasi yang ambil dulu utk forensik.', 'RFT-KEAMANAN'],
    ['sertifikatnya nggak ada masalah. Ke Akun dan Email dulu ya', 'RFT-AKUN'],
    ['kami di daerah tdk punya hak aksesnya, lanjut ke akun dan email pusat nggih', 'RFT-AKUN'],
  ])('goes there: “%s”', (text, team) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'reassign', team });
  });

  it.each([
    'gangguan jaringan ya, sedang kami cek',
    'sudah kami koordinasikan dengan tim jaringan yang pegang switch',
    'Pengajuan perpanjangan sudah kami teruskan ke BSrE, no reg 88213. Biasanya 1-2 hari.',
    'bukan jaringan yang bisa buka, kabelnya sedang kami cek',
  ])('stays where a team is only spoken of: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('reassign');
  });
});

describe('work that is put off to a day', () => {
  it.each([
    ['Pak Made masih dinas luar sampai Jumat, pemeriksaan laptop kami tunda ke hari Senin.', '2026-11-30'],
    ['Acaranya mundur ke 8 Des, akun tamu kami aktifkan mendekati hari H.', '2026-12-08'],
    ['KPPN minta jangan diganggu dulu, lagi puncak pencairan. Mulai lagi 14 Des.', '2026-12-14'],
    ['tunda sampai Jumat, karena menunggu vendor', '2026-11-27'],
  ])('rests until that day: “%s”', (text, until) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'hold', hold: { until } });
  });

  it('is told by the team, where only the user is away', () => {
    expect(reply('rft', 'Usernya cuti sampai Jumat, laptop dibawa. Ditunda ke Senin.').intent).toBe('hold');
  });
});
