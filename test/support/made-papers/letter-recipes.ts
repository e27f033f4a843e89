/** Letters whose heads and signatures stand in two columns or run over several lines, as word processors set them. */
import { pageHtml } from './form-html.ts';
import type { Recipe } from './kit.ts';

const STYLE = 'body{font:12pt Arial;margin:2cm} td{vertical-align:top;padding:0 6px 0 0}';

/** What stands beside "Hal" and under "Yth." runs over two lines and more, and so does the title of who signed. */
const SURAT_PERIHAL_PANJANG = pageHtml(
  `<center>KEMENTERIAN KEUANGAN REPUBLIK INDONESIA<br>DIREKTORAT JENDERAL PERBENDAHARAAN</center><br><table width=100%><tr><td>Nomor</td><td>:</td><td width=60%>S-451/PB.7/2026</td><td align=right>20 November 2026</td></tr><tr><td>Sifat</td><td>:</td><td>Segera</td></tr><tr><td>Hal</td><td>:</td><td style="max-width:200px">Permintaan Akses Server Production untuk Aplikasi SAKTI pada Direktorat Sistem Informasi dan Teknologi Perbendaharaan</td></tr></table><br>Yth. Kepala Pusat Sistem Informasi dan Teknologi<br>Keuangan<br>Jalan Dr. Wahidin Raya No. 1<br>Jakarta<br><br><p>Sehubungan dengan kebutuhan, mohon bantuan Saudara. Atas perhatiannya diucapkan terima kasih.</p><br><table width=100%><tr><td width=55%></td><td>Direktur Sistem Informasi dan Teknologi<br>Perbendaharaan,<br><br><br><br>Hendra Gunawan<br>NIP 19700115 199503 1 002</td></tr></table><p>Tembusan:<br>1. Direktur Jenderal Perbendaharaan</p>`,
  STYLE,
);

/** The superior on the left, the requester on the right. */
const NOTA_DINAS_MENGETAHUI = pageHtml(
  `<center>NOTA DINAS<br>NOMOR ND-118/SJ.7/2026</center><br><table width=100%><tr><td width=15%>Yth.</td><td>:</td><td>Kepala Pusat Sistem Informasi dan Teknologi Keuangan</td></tr><tr><td>Dari</td><td>:</td><td>Kepala Biro Sumber Daya Manusia</td></tr><tr><td>Sifat</td><td>:</td><td>Biasa</td></tr><tr><td>Hal</td><td>:</td><td style="width:220px">Rekomendasi Pendaftaran Sertifikat Elektronik atas nama Mutia Zahra</td><td></td></tr><tr><td>Tanggal</td><td>:</td><td>23 November 2026</td></tr></table><hr><p>Bersama ini kami merekomendasikan pegawai tersebut. Demikian disampaikan.</p><br><table width=100%><tr><td width=50%>Mengetahui,<br>Kepala Biro Sumber Daya Manusia<br><br><br><br>Rina Oktaviani<br>NIP 197608231999022011</td><td>Jakarta, 23 November 2026<br>Pemohon<br><br><br><br>Mutia Zahra<br>NIP 199006132012122025</td></tr></table>`,
  STYLE,
);

/** Number and subject on the left, date and addressee on the right; a title of two lines below "a.n.". */
const SURAT_KEPALA_DUA_KOLOM = pageHtml(
  `<center>SEKRETARIAT JENDERAL</center><br><table width=100%><tr><td width=55%><table><tr><td>Nomor</td><td>:</td><td>S-77/SJ.5/2026</td></tr><tr><td>Lampiran</td><td>:</td><td>1 berkas</td></tr><tr><td>Hal</td><td>:</td><td style="width:150px">Permohonan Rekomendasi Akses Data</td></tr></table></td><td>Jakarta, 16 November 2026<br>Kepada<br>Yth. Kepala Pusintek<br>di<br>Jakarta</td></tr></table><br><p>Dengan hormat, kami mohon rekomendasi akses data untuk kegiatan dimaksud.</p><table width=100%><tr><td width=50%></td><td>a.n. Sekretaris Jenderal<br>Kepala Biro Perencanaan<br>dan Keuangan,<br><br><br>Bonar Lumbantoruan<br>NIP 196808251993031022</td></tr></table>`,
  STYLE,
);

/** A number of two lines; copies on the left of who signed. */
const SURAT_NOMOR_DUA_BARIS = pageHtml(
  `<center>DIREKTORAT JENDERAL PAJAK</center><br><table width=100%><tr><td>Nomor</td><td>:</td><td width=18%>S-1204/PJ.12/<br>PJ.1201/2026</td><td align=right>Jakarta, 9 November 2026</td></tr><tr><td>Lampiran</td><td>:</td><td>-</td></tr><tr><td>Hal</td><td>:</td><td>Permintaan Data</td></tr></table><p>Kepada Yth.<br>Kepala Pusat Sistem Informasi dan Teknologi Keuangan<br>Sekretariat Jenderal Kementerian Keuangan<br>di Tempat</p><p>Dengan hormat, mohon bantuan permintaan data.</p><table width=100%><tr><td width=50%>Tembusan:<br>1. Direktur Jenderal Pajak<br>2. Sekretaris Direktorat Jenderal<br>3. Arsip</td><td>Plt. Direktur Teknologi Informasi<br>dan Komunikasi,<br><br>Dewi Lestari Anggraini<br>NIP 197203041996032003</td></tr></table>`,
  STYLE,
);

/** The word NIP on a line of its own; the person recommended has a NIP, too. */
const SURAT_NIP_TERPISAH = pageHtml(
  `<center>SURAT REKOMENDASI<br>NOMOR: SR-12/PB.1/2026</center><p>Yang bertanda tangan di bawah ini merekomendasikan pegawai berikut untuk memperoleh sertifikat elektronik.</p><table><tr><td>Nama</td><td>:</td><td>Mutia Zahra</td></tr><tr><td>NIP</td><td>:</td><td>199006132012122025</td></tr><tr><td>Jabatan</td><td>:</td><td>Bendahara Pengeluaran</td></tr></table><p>Demikian surat ini dibuat.</p><div style="margin-left:50%">Jakarta, 19 November 2026<br>Kepala Biro Perencanaan<br>dan Keuangan<br>Sekretariat Jenderal,<br><br><br><br>Bonar Lumbantoruan<br>NIP<br>196808251993031022</div>`,
  STYLE,
);

const LETTERS: readonly (readonly [string, string])[] = [
  ['surat-perihal-panjang.pdf', SURAT_PERIHAL_PANJANG],
  ['nota-dinas-mengetahui.pdf', NOTA_DINAS_MENGETAHUI],
  ['surat-kepala-dua-kolom.pdf', SURAT_KEPALA_DUA_KOLOM],
  ['surat-nomor-dua-baris.pdf', SURAT_NOMOR_DUA_BARIS],
  ['surat-nip-terpisah.pdf', SURAT_NIP_TERPISAH],
];

export const LETTER_RECIPES: readonly Recipe[] = LETTERS.map(([file, html]) => ({
  file,
  programs: ['chromium'],
  make: (kit) => kit.chromium(html),
}));
