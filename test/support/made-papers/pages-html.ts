/** Letters and papers of persons, as word processors and browsers print them. All people are invented. */
import { pageHtml } from './form-html.ts';

const SERIF = "body{font-family:'Liberation Serif'}";
const letter = (body: string): string => pageHtml(body, SERIF);

export const LETTERS = {
  'surat-permintaan': letter(
    `<p>KEMENTERIAN KEUANGAN REPUBLIK INDONESIA<br>DIREKTORAT JENDERAL PERBENDAHARAAN</p><table><tr><td>Nomor</td><td>: S-451/PB.7/2026</td><td>Jakarta, 20 November 2026</td></tr><tr><td>Sifat</td><td>: Segera</td></tr><tr><td>Hal</td><td>: Permintaan Akses Server Production</td></tr></table><p>Yth. Kepala Pusat Sistem Informasi dan Teknologi Keuangan<br>di Jakarta</p><p>Sehubungan dengan pengembangan aplikasi, dengan ini kami mohon dibuatkan akses server production.</p><p>Demikian disampaikan, terima kasih.</p><p>Direktur Sistem Informasi dan Teknologi Perbendaharaan,</p><p>Ditandatangani secara elektronik</p><p>Hendra Gunawan<br>NIP 197001151995031002</p><p>Tembusan:<br>1. Direktur Jenderal Perbendaharaan</p>`,
  ),
  'nota-dinas': letter(
    `<p><b>NOTA DINAS</b></p><p>NOMOR ND-118/SJ.7/2026</p><table><tr><td>Yth.</td><td>: Kepala Pusintek</td></tr><tr><td>Dari</td><td>: Kepala Biro Sumber Daya Manusia</td></tr><tr><td>Hal</td><td>: Penyampaian Form 3.1</td></tr><tr><td>Tanggal</td><td>: 23 November 2026</td></tr></table><p>Bersama ini kami sampaikan Form 3.1 untuk pegawai baru.</p><p>Plh. Kepala Biro Sumber Daya Manusia</p><p>Rina Oktaviani<br>NIP 197608231999022011</p>`,
  ),
  'surat-atas-nama': letter(
    `<p>SEKRETARIAT JENDERAL</p><p>Nomor : S-77/SJ.5/2026 <br>Hal : Rekomendasi akses data</p><p>16 November 2026</p><p>Yth. Kepala Pusintek</p><p>Kami merekomendasikan pemberian akses data kepada unit tersebut.</p><p>a.n. Sekretaris Jenderal<br>Kepala Bagian Umum,</p><p>&nbsp;</p><p>Maria Ulfah<br>NIP 19881130 201212 2 002</p>`,
  ),
  'surat-rekomendasi-plt': letter(
    `<p><b>SURAT REKOMENDASI</b></p><p>Nomor: SR-12/PB.1/2026</p><p>Yang bertanda tangan di bawah ini merekomendasikan penggunaan aplikasi.</p><p>Surabaya, 19 November 2026</p><p>Plt. Kepala Kantor Wilayah DJPb Provinsi Jawa Timur,</p><p>(Agus Wijaya)<br>NIP. 199204172018011004</p>`,
  ),
} as const;

export const OTHERS = {
  ktp: pageHtml(
    `<p>PROVINSI DKI JAKARTA<br>KOTA JAKARTA PUSAT</p><p>NIK : 3171010101900001</p><p>Nama : SARI DEWI</p><p>Tempat/Tgl Lahir : JAKARTA, 01-01-1990</p>`,
  ),
  'sk-pensiun': pageHtml(
    `<h3>KEPUTUSAN MENTERI KEUANGAN REPUBLIK INDONESIA</h3><p>NOMOR 77/KMK.01/UP.6/2026</p><p>TENTANG PEMBERHENTIAN DENGAN HAK PENSIUN</p><p>MEMUTUSKAN: memberhentikan dengan hormat.</p>`,
  ),
  'akta-kematian': pageHtml(
    `<p>PENCATATAN SIPIL</p><h3>KUTIPAN AKTA KEMATIAN</h3><p>Berdasarkan akta kematian nomor 3171-KM-01112026-0001</p>`,
  ),
  uat: pageHtml(`<h3>FORMULIR USER ACCEPTANCE TEST</h3><p>Dasbor realisasi anggaran</p><p>Hasil: diterima</p>`),
  manual: pageHtml(`<h3>Panduan penggunaan aplikasi</h3><p>Bab 1. Masuk ke aplikasi dengan akun masing-masing.</p>`),
} as const;
