import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNamesOf, nameAsText } from '../../../src/understand/papers/file-names.ts';
import { requirementsMet } from '../../../src/understand/requirements.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { aFile, rulebook } from '../office.ts';
import { began, spentSince } from '../../support/spent.ts';

const variantOf = (slug: string) => {
  const found = rulebook.services.flatMap(({ variants }) => variants).find((variant) => variant.slug === slug);
  if (!found) throw new Error(`no variant ${slug}`);
  return found;
};

const givenBy = (slug: string, filenames: readonly string[], text = ''): readonly string[] =>
  requirementsMet(variantOf(slug), {
    words: toWords(text, rulebook.abbreviations),
    attachments: filenames.map((filename) => aFile(filename, { type: 'application/octet-stream' })),
    papers: [],
    facts: {},
    rulebook,
  }).provided.map(({ key }) => key);

describe('papers by the names of their files', () => {
  it.each([
    [
      'ITSM.1/hosting-iaas-production',
      'formulir-bia',
      ['FormBIA_SiGudang.pdf', 'bia-sigudang.xlsx', 'BIA SiGudang rev2.docx', '1. BIA.pdf', 'BIAsigudang.pdf'],
    ],
    [
      'ITSM.1/hosting-iaas-production',
      'profil-si',
      [
        'ProfilAplikasi_SiGudang.pdf',
        'system-profile.docx',
        'SiGudang profile v1.2.pdf',
        'deskripsi sistem SiGudang.pdf',
        'profilsisteminformasi.pdf',
      ],
    ],
    [
      'ITSM.1/hosting-iaas-production',
      'manual-instalasi',
      [
        'InstallManual.pdf',
        'instal.md',
        'panduan_pasang_sigudang.pdf',
        'sigudang-installation-v3.docx',
        '04 Petunjuk Pemasangan.pdf',
        'manualinstalasi.pdf',
        'cara instal.txt',
        'README.md',
      ],
    ],
    [
      'ITSM.1/hosting-iaas-production',
      'manual-penggunaan',
      [
        'UserManual.pdf',
        'user_guide_v2.pdf',
        'Buku Petunjuk Operator Gudang.pdf',
        'panduan.docx',
        'manual pakai.pdf',
        'usermanual-sigudang.pdf',
        'Tutorial SiGudang.pptx',
        'juknis pemakaian.pdf',
      ],
    ],
    [
      'ITSM.1/hosting-iaas-production',
      'dokumen-uat',
      ['UATv3.pdf', 'BA-UAT-10112026.pdf', 'hasil_uat_ttd.pdf', 'Acceptance Test Report.pdf', 'laporanUAT.docx'],
    ],
    [
      'ITSM.1/hosting-iaas-production',
      'skenario-uji',
      [
        'TestCases.xlsx',
        'scenario.xlsx',
        'skenario_sigudang.xlsx',
        'SkenarioUji.xlsx',
        'alur uji proses bisnis.docx',
        'kasus uji.xlsx',
      ],
    ],
    [
      'ITSM.1/hosting-paas-production',
      'dokumen-deployment',
      [
        'deploy-sigudang.zip',
        'deployment_guide.md',
        'k8s-manifest.yaml.txt',
        'helm chart.zip',
        'topologi_config.pdf',
        'ConfigMap.docx',
      ],
    ],
    [
      'ITSM.6/pembangunan-aplikasi',
      'user-requirement',
      [
        'URD.docx',
        'UR_v1.docx',
        'Kebutuhan Sistem Gudang.docx',
        'BRD Gudang.docx',
        'UserRequirement-Gudang.docx',
        'SRS gudang.pdf',
      ],
    ],
    [
      'ITSM.6/pembangunan-aplikasi',
      'surat-permintaan',
      [
        'surat Sesditjen ke Pusintek.pdf',
        'Surat Dir TIK - aplikasi gudang.pdf',
        'Nodin Karo Umum.pdf',
        'memo kepala biro.pdf',
        'permohonan resmi.pdf',
        'SuratPermintaan.pdf',
        'ND-81_2026.pdf',
      ],
    ],
    [
      'ITSM.4/akses-dashboard',
      'izin-akses-data',
      [
        'ijin Dit PNBP.eml',
        'FW_ persetujuan produsen data.msg',
        'approval wali data.pdf',
        'RE izin lihat data.msg',
        'acc wali data.jpg',
      ],
    ],
    [
      'ITSM.5/perancangan-interkoneksi',
      'spesifikasi-interkoneksi',
      ['spek_link.xlsx', 'kebutuhan bandwidth.xlsx', 'Spec WAN Balai.pdf', 'SpesifikasiTeknis.pdf'],
    ],
    [
      'ITSM.5/pembukaan-routing',
      'pernyataan-smb-antivirus',
      ['Pernyataan Bank Mitra.pdf', 'statement SMB.pdf', 'surat_pernyataan_AV.pdf'],
    ],
    [
      'ITSM.5/pembangunan-lan',
      'denah-ruangan',
      ['layout lt 2.dwg', 'sketsa ruang arsip.jpg', 'FloorPlan_L5.pdf', 'gambar lantai 5.pdf', 'denah_v2.vsdx'],
    ],
    [
      'ITSM.8/penonaktifan-akun',
      'data-dukung-penonaktifan',
      [
        'SKPensiun_Darto.pdf',
        'KEP-44 Pemberhentian.pdf',
        'surat resign.pdf',
        'Akta Kematian alm Joko.jpg',
        'sk_mutasi_bpkp.pdf',
      ],
    ],
    [
      'ITSM.8/pembuatan-akun-kolektif',
      'lampiran-akun-kolektif',
      [
        'Daftar 40 CPNS.xlsx',
        'LampiranAkun.xlsx',
        'rekap pegawai baru.xlsx',
        'list_ppnpn.xlsx',
        'data pegawai pindahan.csv',
      ],
    ],
    [
      'ITSM.10/instalasi-kolektif',
      'daftar-sn-bmn',
      [
        'SN12laptop.xlsx',
        'daftar_bmn.xlsx',
        'data laptop lab.xlsx',
        'list pc.csv',
        'inventaris komputer.xlsx',
        'NUP dan serial.xlsx',
      ],
    ],
    ['ITSM.15/pendaftaran', 'scan-ktp', ['ktp1.png', 'KTP_sari.jpeg', 'scanKTP.pdf', 'kartu identitas.jpg']],
    [
      'ITSM.15/pendaftaran',
      'surat-rekomendasi',
      ['rekom kepala kantor.pdf', 'SuratRekomendasi_ttd.pdf', 'rekomendasi_se.pdf'],
    ],
    [
      'ITSM.19/release-package-is-production',
      'petunjuk-instalasi',
      ['juknis.docx', 'cara pasang.txt', 'install-config.md', 'panduan konfigurasi package.pdf', 'README.md'],
    ],
    [
      'ITSM.19/release-package-is-production',
      'dokumen-sit',
      ['SIT.pdf', 'hasilSIT_v2.xlsx', 'laporan uji integrasi.pdf', 'sit-report.docx'],
    ],
  ] as const)('%s: %s', (slug, key, filenames) => {
    for (const filename of filenames) expect([filename, ...givenBy(slug, [filename])]).toContain(key);
  });

  it.each([
    [
      'ITSM.11/narasumber-tik',
      'surat-permintaan',
      ['Surat Tugas Panitia.pdf', 'undangan seminar.pdf', 'rundown.docx', 'surat pernyataan.pdf', 'Slip gaji.pdf'],
    ],
    [
      'ITSM.1/hosting-paas-production',
      'manual-penggunaan',
      ['deployment-guide.pdf', 'install guide.pdf', 'panduan instalasi.pdf'],
    ],
    ['ITSM.1/hosting-iaas-production', 'manual-instalasi', ['user manual.pdf', 'panduan pengguna.pdf', 'profil.pdf']],
    [
      'ITSM.8/penonaktifan-akun',
      'data-dukung-penonaktifan',
      ['Slip gaji Oktober.pdf', 'screenshot akun.png', 'surat permintaan.pdf'],
    ],
    ['ITSM.4/akses-dashboard', 'izin-akses-data', ['screenshot dasbor.png', 'surat tugas.pdf']],
    ['ITSM.15/pendaftaran', 'surat-rekomendasi', ['surat permohonan.pdf', 'SK jabatan.pdf']],
    ['ITSM.1/hosting-iaas-production', 'profil-si', ['Company Profile.pdf']],
  ] as const)('%s: no %s', (slug, key, filenames) => {
    for (const filename of filenames) expect([filename, ...givenBy(slug, [filename])]).not.toContain(key);
  });

  it('gives one file that names two papers to both', () => {
    expect(givenBy('ITSM.1/hosting-iaas-production', ['Manual Instalasi dan Manual Pengguna.zip'])).toEqual(
      expect.arrayContaining(['manual-instalasi', 'manual-penggunaan']),
    );
  });

  it('knows what is no paper at all', () => {
    const names = fileNamesOf(rulebook);

    expect(names.judge(names.scoreOf('Slip gaji Oktober.pdf')).isOther).toBe(true);
    expect(names.judge(names.scoreOf('scan0003.pdf')).isOther).toBe(false);
    expect(names.judge(names.scoreOf('Surat permintaan.pdf')).isOther).toBe(false);
  });

  it('parts words at underscores, capitals and stops', () => {
    expect(nameAsText('FormBIA_lelang-v2.pdf')).toBe('Form BIA lelang v2');
  });

  it('costs no more than its length, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (filename) => {
        const names = fileNamesOf(rulebook);
        const start = began();

        expect(names.judge(names.scoreOf(filename)).most).toBeGreaterThanOrEqual(0);
        expect(spentSince(start)).toBeLessThan(2000);
      }),
      { numRuns: 40 },
    );
  });
});
