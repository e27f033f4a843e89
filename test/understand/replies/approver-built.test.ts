/** The same words bind in one build and tell a fact in another. */
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const ASKED = 'Mohon persetujuan Bapak/Ibu atas permintaan akses folder.';
const intent = (text: string): string => reply('approver', text, ASKED).intent;

describe('somebody spoken to between two words of agreement', () => {
  it.each(['Oke pak setuju', 'Ya bu setuju', 'Siap bu acc', 'Baik mas setuju'])('is no other person: “%s”', (text) =>
    expect(intent(text)).toBe('approve'),
  );

  it.each([
    'Pak Andi setuju',
    'Oke Pak Andi setuju',
    'Oke kata Pak Andi setuju',
    'Ok mas Andi setuju',
    'Oke bapak setuju',
    'Ok ibu setuju',
    'Oke pak kabid setuju',
    'Tadi pak setuju',
    'Katanya pak setuju',
    'Oke pak kalau setuju',
    'Oke pak belum setuju',
    'Ya pak tidak setuju',
    'Baik pak akan setuju',
    'Siap pak, bapak sudah setuju',
    'Oke pak setuju ditunda',
    'Oke pak setuju asal sesuai jadwal',
    'Oke pak setuju dibahas dulu',
    'Oke pak setuju sampai Jumat',
    'Ya bu setuju dengan Pak Andi',
  ])('where it is another’s yes, or more than one: “%s”', (text) => expect(intent(text)).not.toBe('approve'));
});

describe('“kembali”', () => {
  it.each(['Setuju dibuka kembali', 'Setuju diaktifkan kembali, VM ini kami perlukan untuk UAT akhir tahun.'])(
    'restores what was: “%s”',
    (text) => expect(intent(text)).toBe('approve'),
  );

  it.each([
    'Setuju diajukan kembali',
    'Setuju diusulkan kembali tahun depan',
    'Setuju, dikembalikan dulu',
    'Setuju, kembalikan ke pemohon',
    'Setuju diserahkan kembali',
    'Setuju diaktifkan kembali Senin',
    'Setuju diaktifkan kembali untuk dua orang',
    'Setuju diaktifkan kembali selama audit berjalan',
    'Setuju dibuka kembali khusus folder keuangan',
    'Setuju dibuka kembali dengan hak baca',
    'Setuju dijalankan kembali malam hari',
  ])('binds: “%s”', (text) => expect(intent(text)).not.toBe('approve'));
});

describe('a time or a talk told beside a yes', () => {
  it.each([
    'Setuju. Rencananya sudah kami bicarakan di rapat bidang minggu lalu.',
    'Saya setuju. Kepala kantor cuti sampai Senin.',
    'Disetujui. Tim audit sudah mulai lapangan Senin kemarin.',
    'Setuju. Pegawainya sudah mulai bertugas di seksi kami.',
    'Setuju. Laptop beliau sudah ganti bulan lalu.',
    'Saya setuju. Selama ini beliau cuma bisa baca padahal ikut menyusun naskah.',
    'Setuju. Selama ini kami masih pakai folder pribadi.',
  ])('is a fact: “%s”', (text) => expect(intent(text)).toBe('approve'));

  it.each([
    'Setuju. Ini akan dibahas lagi di rapat CAB Senin.',
    'Setuju, nanti dibahas di rapat',
    'Setuju, masih dibahas di rapat',
    'Setuju. Sudah dibahas tapi belum putus.',
    'Disetujui. Kepala bidang masih mempelajari berkasnya hari ini.',
    'Disetujui. Hal ini sudah dibahas di rapat dan disepakati hanya dua orang.',
    'Setuju. Sudah dibahas di rapat bahwa yang diberi akses Kevin.',
    'Setuju. Sudah dibicarakan, hasilnya dipakai bergiliran dengan tim lain.',
    'Setuju sampai Jumat',
    'Setuju s.d. Februari',
    'Setuju. Aksesnya sampai Jumat.',
    'Setuju. Selama cuti sampai Jumat aksesnya dibuka.',
    'Setuju. Beliau dinas luar sampai Jumat, jadi pasang hari Senin.',
    'Setuju mulai Senin',
    'Setuju. Aksesnya mulai Senin.',
    'Setuju. Tim audit mulai bekerja Senin, aksesnya diberikan hari itu.',
    'Setuju. Anggarannya baru turun bulan Maret.',
    'Setuju. Nomor beliau ganti dengan nomor kantor.',
    'Setuju, nama beliau ganti jadi Andi',
    'Setuju, ganti karena hp hilang',
    'Setuju selama ini untuk dinas',
    'Setuju. Selama ini untuk kepentingan dinas.',
    'Setuju. Selama ini dipakai di kantor.',
    'Setuju. Selama ini berjalan sesuai aturan.',
    'Setuju. Selama ini memang dibatasi di dua orang.',
    'Setuju. Keduanya bergantian memakai satu akun.',
    'Setuju. Ini melanjutkan yang tahun lalu dengan jumlah lebih sedikit.',
    'Setuju. Ini dijawab oleh sekretaris.',
    'Setuju. Sekretaris saya yang menuliskan ini atas perintah saya.',
    'Setuju. Saya tidak tahu persis permintaannya.',
    'Setuju. Akunnya dipakai di bawah pengawasan Tania.',
    'Setuju. Vendor didampingi selalu.',
    'Setuju. Saya minta laporan tiap minggu.',
    'Setuju. Sebenarnya ini urusan bidang lain.',
    'Setuju. Ruangan baru kosong hari Rabu.',
    'Setuju. Pekerjaannya minggu pertama Januari.',
    'Setuju. Kami mewakili Bu Ratna.',
    'Setuju. Saya percayakan kepada Bu Ratna.',
    'Setuju. Kapan-kapan dikerjakan.',
    'Setuju. Pemakaiannya kami evaluasi.',
    'Saya sih setuju.',
    'Secara substansi setuju.',
  ])('binds: “%s”', (text) => expect(intent(text)).not.toBe('approve'));

  it('binds on no day that our letter names', () => {
    const sent = 'Mohon persetujuan atas akses ruang DC pada hari Kamis untuk penggantian disk.';
    const text = 'Setuju. Arya yang mendampingi, pekerjaannya dilaksanakan hari Kamis.';
    expect(reply('approver', text.replaceAll('Kamis', 'Senin'), sent).intent).not.toBe('approve');
  });
});
