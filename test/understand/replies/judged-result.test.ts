/** How it turned out, in words that no list holds: every clause is judged by what requesters have written, and none may be open. */
import { describe, expect, it } from 'vitest';
import { judgedResult } from '../../../src/understand/replies/requester/judged-result.ts';
import { reply, rulebook } from '../office.ts';

const DONE = 'Permintaan Anda sudah selesai kami kerjakan. Apakah sudah beres?';
const ASKED = 'Permintaan Anda belum lengkap. Mohon kirimkan data berikut.';

const RESULTS = [
  'Nama tampilan sudah "Veronika Lim", terima kasih',
  'Printer ruang arsip sudah mengeluarkan 40 lembar disposisi pagi ini, terima kasih.',
  'Surat dari kanwil masuk ke inbox saya jam 9, balasan saya pun diterima mereka.',
  'Peserta 300 orang masuk semua, narasumber terdengar jelas sampai acara ditutup.',
  'udah kebuka foldernya, anak2 udah pada nyimpen file disitu',
  'Layar birunya gak muncul lagi dari kemarin, laptop dipakai rapat seharian',
  'Tanda tangan elektronik Pak Kabag sudah menempel di 12 surat, semuanya tervalidasi.',
  'The new server answers on port 443 and our app has been deployed on it.',
  'Kabel 20 meter sudah dipasang ke meja resepsionis, lampunya hijau.',
  'Bu Direktur senang sekali, emailnya terbuka di iPad dan kalendernya ikut.',
  'Password sudah saya ganti sendiri dan langsung masuk Nadine.',
  'Kuota mailbox saya terbaca 10 GB, surat yang tertahan turun semua.',
  'Akun tamu dipakai tim BPK sejak Senin, mereka lancar bekerja.',
];

const LURES = [
  'Sudah bisa login, tapi lampiran di atas 5 MB ditolak terus.',
  'Mantap, cepat sekali. Nanti saya coba kalau sudah di kantor.',
  'Kata Bu Rina di sebelah sudah lancar, saya sendiri baru masuk besok.',
  'Email masuk semua, kalender kosong.',
  'Alhamdulillah wifi nyala. Yang di lantai 2 belum.',
  'Works on my phone, the laptop still asks for a password.',
  'Got the notification, thanks. I have not opened the folder yet.',
  'It worked yesterday and stopped again this morning.',
  'VPN nyambung, aplikasinya tidak kebuka.',
  'Akunnya sudah jadi kata teknisi. Orangnya baru pulang dinas minggu depan, nanti beliau yang coba.',
  'Terima kasih, sudah saya terima linknya. Acara masih tanggal 20, mudah-mudahan lancar.',
  'Office terpasang, lisensinya minta aktivasi.',
  'Terima kasih pak, kabel sudah ditarik rapi. Lampunya merah.',
  'Folder muncul di 4 dari 6 komputer, dua lagi nihil.',
  'Nama sudah benar, jabatan masih yang lama.',
  'Sepertinya jalan, saya pantau dulu sampai sore.',
  'Kalau sampai Jumat tidak putus lagi silakan ditutup ya.',
  'Zoom sukses, rekamannya rusak.',
  'Printer nyala, hasil cetaknya bergaris.',
  'Sudah dipakai kirim 3 email, ketiganya mental.',
  'Barusan dicoba, masuk. Lima menit kemudian keluar sendiri.',
  'Dashboard terbuka, angkanya beda dengan laporan kami.',
  'Semua pegawai sudah bisa, saya yang mengajukan malah tidak.',
  'Sertifikat terbit atas nama orang lain.',
  'Server up, database down.',
  'Account created, wrong spelling of my surname.',
  'The room was fine but nobody could hear us.',
  'Looks good so far, will confirm after the meeting on Thursday.',
  "My colleague says it works, I'm still on leave.",
  'All restored except the 2023 folder.',
  'Installed. Crashes on start.',
  'Laptop sudah di meja saya, belum saya nyalakan.',
  'Password baru sudah sampai di HP, orangnya sedang rapat jadi belum dipakai.',
  'Sudah saya teruskan ke pengguna, kita tunggu kabarnya.',
  'Oh sudah ya? Saya cek dulu.',
  'Teknisinya sudah pulang, katanya beres. Saya tidak di ruangan tadi.',
  'Broadcast terkirim ke 1.200 pegawai, 300 sisanya tidak kebagian.',
  'IP sudah dipasang, bentrok dengan CCTV.',
  'Kamera jernih, suara putus-putus.',
  'Data kembali lengkap. Tanggalnya mundur semua ke 1970.',
  'udah nyala mas, cuma berisik banget kayak mau meledak',
  'dah bs login tp menunya ilang smua',
  'nyambung bentar trs putus, nyambung lg putus lg',
  'kynya udah bener deh, blm yakin jg sih',
  'td dibuka bentar doang trs rapat, ntar malem sy pastiin',
  'Akun lama sudah mati, akun baru juga ikut mati.',
  'Akun saya sudah tidak bisa dibuka lagi.',
  'Folder kami sudah hilang dari drive.',
  'Terima kasih bantuannya, hasilnya bagus. Mohon satu lagi nama Pak Joko ditambahkan karena tertinggal.',
  'Bagus, laporan sudah saya terima. Kami pelajari dulu isinya.',
  'Tiket boleh ditutup asal besok printer tidak ngadat.',
  'Silakan ditutup kalau memang sudah selesai, saya belum sempat lihat.',
  'Katanya sudah diperbaiki, nyatanya layar tetap gelap.',
  'Sesi pertama lancar, sesi kedua host terlempar.',
  'The certificate is installed, browsers still show not secure.',
  'Sudah di-install ulang oleh petugas, apakah data saya aman?',
  'Surat masuk sudah muncul, surat keluar nyangkut semua.',
  'Yang di kantor pusat puas, yang di daerah tidak dapat gambar.',
  'Peserta senang, narasumber tidak bisa masuk room sama sekali.',
  'Kuota naik jadi 5 GB, padahal yang disetujui 10 GB.',
  'Baru dengar dari grup WA kalau sudah normal.',
  'wes iso mlebu, nanging ora iso nyetak',
  "Great, thanks for the quick work! I'll try it tonight from home.",
  'Signing works in Nadine, fails in SAKTI.',
  'Keyboard diganti, mouse yang rusak tidak.',
  'Jaringan hidup sejak listrik nyala, belum tahu kuat sampai kapan.',
  'Aplikasi terpasang, bahasanya Jepang semua.',
  'Printer ruang arsip mengeluarkan 40 lembar, semuanya kosong.',
  'Surat dari kanwil masuk ke inbox saya jam 9, balasan saya tidak sampai ke mereka.',
  'Peserta 300 orang masuk semua, narasumber tidak terdengar sama sekali.',
  'udah kebuka foldernya, nyimpen filenya yg ga bisa',
  'Layar birunya muncul lagi barusan, padahal dari kemarin aman',
  'Kabel 20 meter sudah dipasang kata satpam, saya masih di luar kota.',
  'Bu Direktur baru membuka emailnya besok, nanti saya kabari.',
  'Password sudah saya terima, akan saya coba di rumah.',
];

const OPEN = [
  'tapi lampirannya masih ditolak',
  'namun besok baru saya coba',
  'cuma suaranya putus-putus',
  'hanya saja belum saya buka',
  'but the other one still fails',
];

describe('a result told without the known words', () => {
  it.each(RESULTS)('confirms: “%s”', (text) => {
    expect(reply('requester', text, DONE)).toMatchObject({ intent: 'confirm' });
  });

  it.each(LURES)('never closes beside trouble, doubt or what is still to be tried: “%s”', (text) => {
    expect(reply('requester', text, DONE).intent).not.toBe('confirm');
  });

  it.each(OPEN)('never closes with “…, %s”', (open) => {
    const closed = RESULTS.map((text) => `${text.replace(/\.$/u, '')}, ${open}`).filter(
      (text) => reply('requester', text, DONE).intent === 'confirm',
    );

    expect(closed).toEqual([]);
  });

  it.each(RESULTS)('is no confirmation where something was asked of him: “%s”', (text) => {
    expect(reply('requester', text, ASKED).intent).not.toBe('confirm');
  });

  it('says which clause told it', () => {
    const text = 'Kabel 20 meter sudah dipasang ke meja resepsionis, lampunya hijau.';

    expect(reply('requester', text, DONE).why).toMatch(/^tells a good result: (?:Kabel|lampunya)/u);
    expect(judgedResult(text, rulebook)?.odds).toBeGreaterThan(0);
  });

  it('confirms what is gone only where the ticket wanted it gone', () => {
    const text = 'Akun Pak Joko sudah tidak bisa dipakai lagi, namanya tidak muncul lagi waktu dicari.';

    expect(reply('requester', text, `${DONE}\nPerihal: Penonaktifan Akun`).intent).toBe('confirm');
    expect(reply('requester', text, `${DONE}\nPerihal: Reset Password`).intent).not.toBe('confirm');
  });
});
