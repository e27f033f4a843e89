/**
 * What the standard asks of each of the 68 variants and of the five of SC03-1: superior in Cc (rank), approval by reply (rank), service level, what must be there
 * at intake, what is asked for afterwards. `waktu-pengajuan` stands for a lead time.
 */
export interface Expected {
  readonly slug: string;
  readonly cc: number | null;
  readonly approval: number | null;
  readonly serviceLevel: string;
  readonly submission: readonly string[];
  readonly after: readonly string[];
}

const row = (
  slug: string,
  ranks: readonly [cc: number | null, approval: number | null],
  serviceLevel: string,
  keys: string,
): Expected => {
  const [submission = '', after = ''] = keys.split('|').map((part) => part.trim());
  const list = (text: string): readonly string[] => text.split(' ').filter((key) => key !== '');
  return { slug, cc: ranks[0], approval: ranks[1], serviceLevel, submission: list(submission), after: list(after) };
};

const TIERS = '1–4: 1 hari kerja; 5–8: 2 hari kerja; 9–12: 3 hari kerja; 13–16: 4 hari kerja; 17–20: 5 hari kerja';

export const STANDARD: readonly Expected[] = [
  row(
    'ITSM.1/hosting-iaas-production',
    [3, 3],
    '22 hari kerja',
    'formulir-bia source-code profil-si manual-instalasi manual-penggunaan dokumen-uat skenario-uji | bast',
  ),
  row('ITSM.1/aktif-nonaktif-iaas', [3, 3], '10 jam kerja', ' | bast'),
  row('ITSM.1/penghapusan-iaas', [3, null], '7 hari kerja', 'surat-permintaan | bast'),
  row('ITSM.1/backup-iaas', [3, 3], '7 hari kerja', ' | bast'),
  row(
    'ITSM.1/hosting-paas-production',
    [3, 3],
    '16 hari kerja',
    'formulir-bia docker-image dokumen-deployment profil-si manual-instalasi manual-penggunaan dokumen-uat skenario-uji | bast',
  ),
  row('ITSM.1/aktif-nonaktif-paas', [3, 3], '10 jam kerja', ' | bast'),
  row('ITSM.1/penghapusan-paas', [3, null], '7 hari kerja', 'surat-permintaan | bast'),
  row('ITSM.2/server-development-iaas', [3, null], '3 hari kerja', ' | bast'),
  row('ITSM.2/server-development-paas', [3, 3], '2 hari kerja', ' | bast'),
  row('ITSM.3/akses-fisik-dc', [4, null], 'at event, +1', 'pic-unit daftar-nama rencana-kegiatan waktu-kegiatan | '),
  row('ITSM.3/akses-fisik-drc', [4, null], 'at event, +1', 'pic-unit daftar-nama rencana-kegiatan waktu-kegiatan | '),
  row('ITSM.4/akun-pde', [null, null], '4 hari kerja', ' | '),
  row('ITSM.4/pertukaran-data', [null, null], '5 hari kerja', 'ketersediaan-data izin-akses-data | '),
  row('ITSM.4/perubahan-kamus-data', [null, null], '18 jam kerja', ' | '),
  row('ITSM.4/akses-data-kl', [null, null], 'unstated', 'surat-akses-data-kl | '),
  row('ITSM.4/akses-dashboard', [null, null], '15 hari kerja', 'ketersediaan-data izin-akses-data | '),
  row(
    'ITSM.4/pengembangan-dashboard',
    [null, null],
    '80 hari kerja',
    'surat-permintaan user-requirement ketersediaan-data izin-akses-data | formulir-uat',
  ),
  row(
    'ITSM.5/perancangan-interkoneksi',
    [null, null],
    '9 hari kerja',
    'spesifikasi-interkoneksi topologi-jaringan | bast',
  ),
  row('ITSM.5/pembukaan-routing', [null, null], '7 hari kerja', 'surat-permintaan pernyataan-smb-antivirus | '),
  row('ITSM.5/asistensi-lan', [null, null], 'at event, +1', ' | '),
  row('ITSM.5/pembangunan-lan', [null, null], '10 hari kerja', 'denah-ruangan | bast'),
  row('ITSM.5/kabel-utp', [null, null], '3 hari kerja', ' | '),
  row('ITSM.5/segmen-ip', [null, null], '3 hari kerja', ' | '),
  row('ITSM.5/ip-static', [null, null], '6 jam kerja', ' | '),
  row('ITSM.5/internet-tamu', [null, null], '1 hari kerja', ' | '),
  row('ITSM.5/peningkatan-internet', [null, null], '1 hari kerja', ' | '),
  row('ITSM.5/join-domain', [null, null], '1 hari kerja', ' | '),
  row('ITSM.6/pembangunan-aplikasi', [null, null], '269 hari kerja', 'surat-permintaan user-requirement | '),
  row('ITSM.6/pengembangan-aplikasi', [null, null], '269 hari kerja', 'surat-permintaan user-requirement | '),
  row(
    'ITSM.7/uji-kerentanan',
    [null, null],
    '12 hari kerja',
    'aplikasi-uji manual-instalasi manual-penggunaan dokumen-uat | ',
  ),
  row(
    'ITSM.7/uji-beban',
    [null, null],
    '10 hari kerja',
    'aplikasi-uji manual-instalasi manual-penggunaan dokumen-uat estimasi-pengguna jam-efektif lama-transaksi skenario-uji | ',
  ),
  row('ITSM.7/vulnerability-assessment', [null, null], '10 hari kerja', ' | '),
  row('ITSM.8/pembuatan-akun-individu', [4, null], '1 hari kerja', ' | '),
  row('ITSM.8/pembuatan-akun-kolektif', [4, null], '5 hari kerja', 'lampiran-akun-kolektif | '),
  row('ITSM.8/perubahan-akun', [4, null], '4 jam kerja', ' | '),
  row('ITSM.8/penonaktifan-akun', [4, null], '1 hari kerja', 'data-dukung-penonaktifan | '),
  row('ITSM.8/reset-password', [4, null], '4 jam kerja', ' | '),
  row('ITSM.9/sharing-folder', [4, null], '2 hari kerja', 'akun-domain | '),
  row('ITSM.9/penghapusan-sharing-folder', [4, null], '10 jam kerja', ' | bast'),
  row('ITSM.10/penyediaan-individu', [4, null], '4 jam kerja', ' | bast'),
  row('ITSM.10/penyediaan-kolektif', [4, null], '4 jam kerja', 'daftar-sn-bmn | bast'),
  row('ITSM.10/instalasi-individu', [4, null], TIERS, 'perangkat-lunak | bast'),
  row('ITSM.10/instalasi-kolektif', [4, null], TIERS, 'perangkat-lunak daftar-sn-bmn | bast'),
  row('ITSM.10/penyediaan-instalasi-individu', [4, null], TIERS, ' | bast'),
  row('ITSM.10/penyediaan-instalasi-kolektif', [4, null], TIERS, 'daftar-sn-bmn | bast'),
  row('ITSM.11/narasumber-tik', [null, null], '3 hari kerja', 'surat-permintaan waktu-pengajuan | '),
  row('ITSM.11/fasilitas-pelatihan', [null, null], '2 hari kerja', 'surat-permintaan | '),
  row('ITSM.12/dukungan-kegiatan-khusus', [4, null], 'at event, +1', 'surat-permintaan waktu-pengajuan | '),
  row('ITSM.13/dukungan-perangkat-pimpinan', [4, null], '1 hari kerja', ' | '),
  row('ITSM.13/onsite-berkala-pimpinan', [4, null], '1 hari kerja', ' | '),
  row('ITSM.14/audio-conference', [4, null], 'at event, +1', 'waktu-pengajuan | '),
  row('ITSM.14/video-conference', [4, null], 'at event, +1', 'waktu-pengajuan | '),
  row('ITSM.14/room-video-conference', [4, null], '2 hari kerja', 'waktu-pengajuan | '),
  row('ITSM.15/pendaftaran', [null, null], '3 hari kerja', 'scan-ktp surat-rekomendasi | '),
  row('ITSM.15/link-aktivasi-reset', [null, null], '3 hari kerja', ' | '),
  row('ITSM.15/perubahan-identitas', [null, null], '3 hari kerja', ' | '),
  row('ITSM.15/perpanjangan', [null, null], '3 hari kerja', ' | '),
  row('ITSM.15/penonaktifan', [null, null], '3 hari kerja', ' | '),
  row(
    'ITSM.16/interkoneksi-sertifikat-elektronik',
    [4, null],
    '3 hari kerja',
    'nama-aplikasi ip-aplikasi hostname jumlah-dokumen karakteristik-layanan surat-permintaan surat-persetujuan-tik | ',
  ),
  row('ITSM.17/broadcast-email', [4, null], '1 hari kerja', 'waktu-pengajuan | '),
  row('ITSM.18/penambahan-akses-devops', [3, 3], '2 hari kerja', 'akun-email-kemenkeu unit-tik | '),
  row('ITSM.18/penghapusan-akses-devops', [3, 3], '2 hari kerja', 'akun-email-kemenkeu unit-tik | '),
  row('ITSM.19/akses-is-development', [3, null], '1 hari kerja', ' | '),
  row('ITSM.19/akses-api-gateway-development', [3, null], '1 hari kerja', ' | '),
  row('ITSM.19/akses-api-gateway-production', [3, null], '1 hari kerja', ' | '),
  row(
    'ITSM.19/release-package-is-production',
    [3, null],
    '9 hari kerja',
    'package-di-is-dev dokumen-sit petunjuk-instalasi | ',
  ),
  row('ITSM.20/akun-creator-survei', [3, null], '1 hari kerja', 'waktu-pengajuan | '),
  row('ITSM.20/pendampingan-survei', [3, null], '3 hari kerja', 'waktu-pengajuan | '),
  ...['buat', 'kewenangan', 'ubah', 'reset', 'hapus'].map((what) =>
    row(
      `SC03-1/hak-akses-${what}`,
      [null, null],
      'hari yang sama paling lambat pukul 16.00 bila ditanggapi pukul 08.00–12.00; hari kerja berikutnya paling lambat pukul 12.00 bila ditanggapi pukul 13.00–16.00',
      'form-3.1 | ',
    ),
  ),
];
