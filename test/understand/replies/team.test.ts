import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const CASES: Readonly<Record<string, string>> = {
  resolve:
    'selesai: password sudah direset|Selesai|done|SELESAI - akun dibuat|sudah kami reset, silakan dicoba|sudah selesai dikerjakan|Resolved. VM is up.|tiket bisa ditutup, sudah kami proses|closed|Sudah dinonaktifkan, silakan dicek|Package sudah live, smoke test OK. Tiket bisa ditutup. BAST menyusul.|Setelah kami cek ulang, ternyata drivernya bentrok. Sudah dipasang versi lama dan pemohon sudah bisa mencetak lagi.|Bandwidth profilnya sudah saya naikkan. Speedtest di tempat dia 48 Mbps|Sempat gagal deploy semalam karena salah path. Pagi ini sudah benar dan kuncinya sudah aktif, silakan dipakai.',
  note: 'catatan: sedang menunggu teknisi|sedang kami kerjakan|belum selesai, besok dilanjut|update: sudah 50 persen|sudah kami cek, masih ada error|selesai sebagian: 3 akun; gagal: 2 akun|hampir selesai|estimasi selesai besok|OTW lt 3|Setelah kami cek, ternyata diskenya rusak, harus diganti|Sudah dipasang, tinggal uji coba di tempat|Sempat gagal semalam. Pagi ini sudah kami coba lagi, masih gagal|Siap, akses jam 13.00 sudah didaftarkan. Bawa KTP.',
  reassign:
    'alihkan: JARINGAN|ini ranah jaringan|bukan kewenangan kami, ke tim keamanan|salah tim, harusnya ke tim hosting|mohon dialihkan ke RFT-AKUN',
  'ask-requester':
    'tanya: nama servernya apa?|mohon tanyakan ke pemohon SN laptopnya|mohon pemohon melampirkan KTP|tolong konfirmasi ke user apakah masih error',
  hold: 'tunda: sampai Senin, karena menunggu vendor|pending vendor|hold dulu|Kami stop dulu sampai Senin, servernya masih dipakai|ditahan menunggu surat',
  take: 'ambil|saya ambil|kami kerjakan',
  help: 'bantuan|help',
  unclear:
    'apakah ini sudah selesai?|sudah selesai belum?|selesai?|Saya sedang cuti dan kembali bekerja Senin|Yudha Kresna\nNIP 199103242014021003\nPranata Komputer Ahli Pertama',
};

describe('a team’s answer', () => {
  describe.each(Object.entries(CASES))('%s', (intent, texts) => {
    it.each(texts.split('|'))('“%s”', (text) => {
      expect(reply('rft', text).intent).toBe(intent);
    });
  });

  it.each([
    'Rekan, orang ini tadi marah-marah di telepon, hati-hati.',
    'Tadi listrik padam di ruang server.',
    'Tadi user telepon lagi, nadanya tinggi.',
    'Kemarin dia juga datang ke loket.',
    'Harusnya selesai hari ini',
    'Mudah-mudahan sudah beres.',
    'Data sudah lengkap, siap dikerjakan',
    'Server sudah dimatikan. Snapshot disimpan. BAST masih diedarkan jadi belum selesai ya',
  ])('“%s” reports no finished work', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it.each([
    ['selesai: sandi sudah direset\ncatatan: orangnya sering salah ketik, pantau ya', 'resolve', 'sandi sudah direset'],
    ['selesai: sandi sudah direset\n\nCatatan internal: jangan ditelepon', 'resolve', 'sandi sudah direset'],
    ['catatan: dia sudah tiga kali minta\nselesai: sandi sudah direset', 'resolve', 'sandi sudah direset'],
    [
      'Sandi sudah direset, silakan dicoba. Buat tim: orangnya galak',
      'resolve',
      'Sandi sudah direset, silakan dicoba.',
    ],
    ['tanya: NIP-nya berapa?\nuntuk tim: kemarin dia marah', 'ask-requester', 'NIP-nya berapa?'],
    ['selesai:\ncatatan: sandi sudah direset', 'note', null],
    ['catatan: menunggu teknisi\nlantai 3 masih kosong', 'note', 'menunggu teknisi\nlantai 3 masih kosong'],
  ])('keeps from the requester what is for staff in “%s”', (text, intent, note) => {
    expect(reply('rft', text)).toMatchObject(note === null ? { intent: expect.any(String) } : { intent, note });
    expect(reply('rft', text).note ?? '').not.toMatch(/galak|marah|pantau|ditelepon|tiga kali/);
  });

  it('takes the note behind the command and the label from its own line', () => {
    expect(reply('rft', 'SELESAI\nPassword sudah direset.\nLabel: Reset Password')).toMatchObject({
      intent: 'resolve',
      note: 'Password sudah direset.',
      label: 'Reset Password',
    });
  });

  it.each([
    ['Done. IP reserved. Label: IP Static.', 'IP Static'],
    ['Please close. [label: Penonaktifan Akun]', 'Penonaktifan Akun'],
    ['SELESAI | segmen 10.17.60.128/25 | Alokasi IP', 'Alokasi IP'],
  ])('finds the label in “%s”', (text, label) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'resolve', label });
  });

  it.each([
    ['alihkan ke tim Keamanan Informasi, perlu review', 'RFT-KEAMANAN'],
    ['bukan di kami, ini ke tim Conference', 'RFT-CONFERENCE'],
    ['lempar ke tim akun aja', 'RFT-AKUN'],
    ['Bukan ranah tim hosting, ini soal routing. Mohon dialihkan ke tim Jaringan.', 'RFT-JARINGAN'],
  ])('knows the team in “%s”', (text, team) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'reassign', team });
  });

  it.each([
    'Tim Akun tolong SEGERA reset password + revoke session hanif.maulana. Analisa phishing-nya tetap di kami.',
    'Rekan Jaringan, mohon reset port switch lantai 3.',
    'Tim Hosting mohon hapus image lama. Kami pantau dari sini.',
  ])('is no finished work where another team is asked to do it: “%s”', (text) => {
    expect(reply('rft', text).intent).not.toBe('resolve');
  });
});

describe('the desk’s answer', () => {
  it.each([
    ['2', 2],
    ['1.', 1],
    ['pilih 3', 3],
  ])('chooses a guess by “%s”', (text, choice) => {
    expect(reply('desk', text)).toMatchObject({ intent: 'classify', choice });
  });

  it('keeps other words as a note, and a digit that was not offered is none', () => {
    expect(reply('desk', 'tolong hubungi pemohon')).toMatchObject({ intent: 'note', choice: null });
    expect(reply('desk', '7')).toMatchObject({ intent: 'unclear', unclearLines: ['7'] });
    expect(reply('desk', '')).toMatchObject({ intent: 'unclear' });
  });

  it.each([
    [
      '9 laptop sudah terinstal, 2 lagi gagal karena hardisknya penuh',
      '9 laptop sudah terinstal',
      '2 lagi gagal karena hardisknya penuh',
    ],
    [
      '12 akun berhasil dibuat; 1 akun tidak bisa, NIP salah',
      '12 akun berhasil dibuat',
      '1 akun tidak bisa, NIP salah',
    ],
  ])('tells what is done from what failed in “%s”', (text, done, failed) => {
    expect(reply('rft', text)).toMatchObject({ intent: 'note', partial: { done, failed } });
  });

  it('takes no number at the beginning for a part of the work', () => {
    expect(reply('rft', '2 laptop sudah terinstal semua').partial).toBeNull();
  });
});
