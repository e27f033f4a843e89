/** Papers as offices lay them out themselves: another order of parts, cells put together, numbers as Indonesian programs show them. */
import { pngOf } from '../../../src/papers/png.ts';
import { pageHtml } from './form-html.ts';
import type { Recipe } from './kit.ts';
import { workbook } from './workbook.ts';

/** The approver first, two fields beside each other, values that run over two lines. */
const TWO_COLUMNS = pageHtml(
  `<h2 style="text-align:center">FORMULIR 3.1<br>PERMINTAAN HAK AKSES/AKUN</h2><h3>I. PERSETUJUAN PEJABAT</h3><table border=1 cellspacing=0 cellpadding=4 width=100%><tr><td width=25%>NIP</td><td>197505162000032023</td><td width=20%>Eselon</td><td>III</td></tr><tr><td>Nama</td><td>Wening Asmara</td><td>Surel</td><td>wening.asmara@kemenkeu.example</td></tr><tr><td>Jabatan</td><td colspan=3>Kepala Bagian Perbendaharaan</td></tr><tr><td>Tempat</td><td>Jakarta</td><td>Tanggal</td><td>20-11-2026</td></tr></table><h3>II. PEMOHON</h3><table border=1 cellspacing=0 cellpadding=4 width=100%><tr><td width=25%>Surel</td><td>mutia.zahra@kemenkeu.example</td><td width=20%>Telepon</td><td>(021) 344 9230 ext 12</td></tr><tr><td>NIP</td><td>19900613 201212 2 025</td><td>Nama</td><td>Mutia Zahra</td></tr><tr><td>Unit kerja</td><td>Subbagian Pelaksanaan Anggaran</td><td>Jabatan</td><td>Bendahara Pengeluaran</td></tr><tr><td>Unit eselon I</td><td colspan=3>Setjen</td></tr></table><h3>III. PERMINTAAN</h3><table border=1 cellspacing=0 cellpadding=4 width=100%><tr><td width=25%>Jumlah akun</td><td>1 (satu) akun</td></tr><tr><td>Objek permintaan</td><td>☒ Aplikasi &nbsp; ☐ Data &nbsp; ☐ Aplikasi dan data</td></tr><tr><td>Jenis permintaan</td><td>☐ Pembuatan ☐ Pemberian kewenangan ☐ Perubahan ☒ Reset kata sandi ☐ Penghapusan</td></tr><tr><td>Alasan permintaan</td><td>Kata sandi SPAN terkunci setelah tiga kali salah memasukkan</td></tr><tr><td>Tanggal</td><td>20 Nopember 2026</td></tr></table><h3>IV. AKSES YANG DIMINTA</h3><table border=1 cellspacing=0 cellpadding=4 width=100%><tr><td width=25%>Nama aplikasi</td><td>SPAN</td></tr></table><h3>V. PEMILIK AKUN</h3><table border=1 cellspacing=0 cellpadding=4 width=100%><tr><td width=25%>Alamat surel saat ini</td><td>mutia.zahra@kemenkeu.example</td></tr><tr><td>NIP</td><td>199006132012122025</td></tr><tr><td>Nama depan</td><td>Mutia</td></tr><tr><td>Nama belakang</td><td>Zahra</td></tr><tr><td>Unit</td><td>Subbagian Pelaksanaan Anggaran</td></tr><tr><td>Jabatan</td><td>Bendahara Pengeluaran</td></tr></table><p>☒ Unit kerja mematuhi ketentuan KMK 942/KMK.01/2019</p>`,
  'body{font:11pt Arial}',
);

const JOINED_CELLS = pageHtml(
  `<p align=center><b>FORM 3.1</b><br>Permintaan Hak Akses / Akun</p><table border=1 width=100%><tr><td colspan=4><b>B. Permintaan</b></td></tr><tr><td rowspan=2>Jenis permintaan</td><td colspan=3>☐ Pembuatan ☐ Pemberian kewenangan ☒ Perubahan</td></tr><tr><td colspan=3>☐ Reset kata sandi ☐ Penghapusan</td></tr><tr><td>Objek permintaan</td><td colspan=3>☒ Aplikasi ☐ Data</td></tr><tr><td>Jumlah akun</td><td>1</td><td>Tanggal</td><td>23 November 2026</td></tr><tr><td>Alasan permintaan</td><td colspan=3>Pindah tugas ke bagian perbendaharaan sejak Oktober</td></tr><tr><td colspan=4><b>C. Pemohon</b></td></tr><tr><td>Nama pemohon</td><td colspan=3>Mutia Zahra</td></tr><tr><td>NIP pemohon</td><td>199006132012122025</td><td>Telepon pemohon</td><td>0812 0000 1177</td></tr><tr><td>Jabatan pemohon</td><td colspan=3>Bendahara Pengeluaran</td></tr><tr><td rowspan=2>Unit</td><td>Unit eselon I pemohon</td><td colspan=2>Setjen</td></tr><tr><td>Unit kerja pemohon</td><td colspan=2>Subbagian Pelaksanaan Anggaran</td></tr><tr><td>Surel pemohon</td><td colspan=3>mutia.zahra@kemenkeu.example</td></tr><tr><td colspan=4><b>D. Pemilik akun</b></td></tr><tr><td>Nama depan pemilik akun</td><td>Mutia</td><td>Nama belakang pemilik akun</td><td>Zahra</td></tr><tr><td>NIP pemilik akun</td><td>199006132012122025</td><td>Jabatan pemilik akun</td><td>Bendahara Pengeluaran</td></tr><tr><td>Unit pemilik akun</td><td>Subbagian Pelaksanaan Anggaran</td><td>Alamat surel saat ini</td><td>mutia.zahra@kemenkeu.example</td></tr><tr><td colspan=4><b>E. Akses yang diminta</b></td></tr><tr><td>Nama aplikasi</td><td colspan=3>SPAN</td></tr><tr><td colspan=4><b>H. Persetujuan pejabat</b></td></tr><tr><td>Nama penyetuju</td><td>Wening Asmara</td><td>NIP penyetuju</td><td>19750516 200003 2 023</td></tr><tr><td>Jabatan penyetuju</td><td>Kepala Bagian Perbendaharaan</td><td>Eselon penyetuju</td><td>☐ II ☒ III</td></tr><tr><td>Surel penyetuju</td><td>wening.asmara@kemenkeu.example</td><td>Tempat persetujuan</td><td>Jakarta</td></tr><tr><td>Tanggal persetujuan</td><td colspan=3>23 November 2026</td></tr><tr><td>Pernyataan setuju dengan ketentuan</td><td colspan=3>☒ Unit kerja mematuhi ketentuan KMK 942/KMK.01/2019</td></tr></table>`,
);

/** A stroke of ink. */
function inkBase64(): string {
  const [width, height] = [260, 100];
  const gray = new Uint8Array(width * height).fill(255);
  for (let x = 10; x < 250; x += 1) {
    const middle = Math.round(50 + 30 * Math.sin(x / 14));
    for (let y = middle - 2; y <= middle + 2; y += 1) gray[y * width + x] = 40;
  }
  return Buffer.from(pngOf({ width, height, gray })).toString('base64');
}

const letterByHand = (pen: string): string =>
  pageHtml(
    `<p align=center>KEMENTERIAN KEUANGAN REPUBLIK INDONESIA<br>SEKRETARIAT JENDERAL<br><b>BIRO PERENCANAAN DAN KEUANGAN</b></p><hr><table><tr><td>Nomor</td><td>: S-118/BPK/2026</td></tr><tr><td>Sifat</td><td>: Segera</td></tr><tr><td>Lampiran</td><td>: satu berkas</td></tr><tr><td>Hal</td><td>: Rekomendasi Sertifikat Elektronik</td></tr></table><p align=right>Jakarta, 19 November 2026</p><p>Yth. Kepala Pusat Sistem Informasi dan Teknologi Keuangan<br>di Jakarta</p><p>Sehubungan dengan kebutuhan penandatanganan dokumen, dengan ini kami merekomendasikan pegawai berikut untuk memperoleh sertifikat elektronik: Mutia Zahra, NIP 199006132012122025.</p><p>Atas perhatian Saudara, kami ucapkan terima kasih.</p><table width=100%><tr><td width=55%></td><td>a.n. Kepala Biro Perencanaan dan Keuangan<br>Plt. Kepala Bagian Akuntansi,<br><br><img src="data:image/png;base64,${pen}" width=130 height=50><br><br>Wening Asmara<br>NIP 19750516 200003 2 023</td></tr></table><p>Tembusan:<br>Sekretaris Jenderal</p>`,
    "body{font-family:'Liberation Serif'}",
  );

const DEVICES = [
  ['DAFTAR PERANGKAT YANG AKAN DIINSTALASI'],
  ['Subbagian Pelaksanaan Anggaran per 20 November 2026'],
  ['No.', 'Merk/Type', 'S/N', 'Kode Barang (BMN)', 'NUP', 'Harga (Rp)'],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
  [1, 'Lenovo T14', 'PF3ABC01', '3.10.01.02.002', 1017, 18_500_000],
  [2, 'Lenovo T14', 'PF3ABC02', '3.10.01.02.002', '1.018', '18.500.000,00'],
  [3, 'HP 840', '5CG1234XYZ', 3_100_102_002, '1.019,00', 'Rp18.500.000,00'],
  ['', '', '', '', 'Jumlah', 55_500_000],
  ['Keterangan: harga perolehan'],
];
const ACCOUNTS = [
  ['LAMPIRAN NOTA DINAS ND-12/BPK/2026'],
  ['Daftar Pengguna Baru'],
  ['No', 'Nama Lengkap dan Gelar', 'NIP/NRP', 'Pangkat/Gol.', 'Jabatan', 'Unit Organisasi', 'Alamat Surat Elektronik'],
  [1, 'Mutia Zahra, S.E.', '19900613 201212 2 025', 'III/b', 'Bendahara', 'BPK', 'Mutia.Zahra@kemenkeu.example'],
  [2, 'Joyo Handoko', "'198302092006121024", 'III/d', 'Kasubbag', 'BPK', 'mailto:joyo.handoko@kemenkeu.example '],
  [3, 'Siti Aminah', 199001012015032000, 'II/c', 'Pelaksana', 'BPK', 'siti.aminah [at] kemenkeu.example'],
  ['Jumlah', '', '3 (tiga) orang'],
];

export const OFFICE_RECIPES: readonly Recipe[] = [
  { file: 'form31-chromium-dua-kolom.pdf', programs: ['chromium'], make: (kit) => kit.chromium(TWO_COLUMNS) },
  {
    file: 'form31-sel-gabung.docx',
    programs: ['soffice'],
    make: (kit) => kit.writer(JOINED_CELLS, 'docx:MS Word 2007 XML'),
  },
  {
    file: 'surat-an-plt-pena.pdf',
    programs: ['soffice'],
    make: (kit) => kit.writer(letterByHand(inkBase64()), 'pdf:writer_pdf_Export'),
  },
  { file: 'perangkat-angka-indonesia.xlsx', programs: [], make: () => workbook(DEVICES) },
  { file: 'akun-surat-elektronik.xlsx', programs: [], make: () => workbook(ACCOUNTS) },
  {
    file: 'form31-mupdf.pdf',
    programs: ['mutool'],
    of: ['form31-reset.pdf'],
    make: (kit) => {
      kit.run('mutool', 'draw', '-q', '-o', kit.place('out.pdf'), kit.place('in.pdf', kit.made('form31-reset.pdf')));
      return kit.read('out.pdf');
    },
  },
];
