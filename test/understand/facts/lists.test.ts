import { describe, expect, it } from 'vitest';
import { countOf } from './count-of.ts';
import { began, spentSince } from '../../support/spent.ts';

function counted(unit: string, text: string): number | null {
  return countOf(text, { unit, sender: 'Ratna Kusuma' });
}

describe('a block of lines', () => {
  it.each([
    [
      'of names with bullets',
      'orang',
      'Reset passphrase.\n\nMohon untuk:\n* Mira\n* saya\n* Bang Togar\n* Mbak Yuni',
      4,
    ],
    [
      'of names with an empty line between them',
      'akun',
      'Akun email.\n\nMohon dibuatkan akun:\n\n1. Olivia\n\n2. Septian\n\n3. Nurul Izza',
      3,
    ],
    [
      'of which a row goes on in the next line',
      'orang',
      'Masuk DC.\n\nYang hadir:\n- Togar Sinaga dari PT Mitra\n  Kabel Utama\n- Yuni Astuti\n- Hasan',
      3,
    ],
    [
      'of rows between bars',
      'akun',
      'Join domain.\n\nMohon hak akses:\nMira Sari | OC | Metro\nJoko Rahmat | OC | Kotabumi',
      2,
    ],
    [
      'under the names of its columns',
      'akun',
      'Akun tamu.\n\nSalin dari daftar:\nNo;Nama;Asal\n1;Prof. Hadi;UI\n2;Dr. Mirna;UGM\n3;Bp. Samuel;LKPP',
      3,
    ],
    [
      'whose columns lost what parted them',
      'akun',
      'Akun.\n\nMohon akun untuk:\n\nNama NIK Unit\nSarah Aulia 3171010203990001 Infra\nM. Rizki 3171020304980002 TU\nYoga 3275030405970003 TU\n\nTerima kasih',
      3,
    ],
    [
      'of numbers of persons',
      'orang',
      'Daftar TTE.\n\nNIP yang didaftarkan:\n199002112012101001\n199105032013102003',
      2,
    ],
    [
      'of accounts',
      'akun',
      '- reinhard.siahaan : maintainer\n- salma.nabila : developer\n- nanda.aprilia : developer',
      3,
    ],
    [
      'of days',
      'room',
      'Room.\n\nmohon room untuk Pemda:\nKamis 26 Nov jam 09-12 Sumatera\nJumat 27 Nov jam 13-16 Jawa\npeserta 180',
      2,
    ],
    [
      'of addresses of mail',
      'akun',
      'Tambah member.\n\nYang ditambah:\nyuda@kantor.example\nvina@kantor.example\nkiki@kantor.example',
      3,
    ],
    ['of hosts', 'server', 'Hapus PaaS.\n\n- lama-web\n- lama-api\n- lama-db\nsurat menyusul', 3],
    [
      'of networks',
      'segmen',
      'Routing.\n\nSegmen yang dibuka:\n10.50.1.0/24 - gedung A\n10.50.2.0/24 - gedung B\nsurat terlampir',
      2,
    ],
    ['of folders', 'folder', 'Folder.\n\nMinta folder baru:\n/WAS2/2024\n/WAS2/2025\n/WAS2/2026\nakses semua AR', 3],
    [
      'of machines told by their sizes',
      'server',
      'Server.\n\nMohon server sebagai berikut:\n- app: 4 vCPU/8 GB\n- db: 8 vCPU/32 GB\n- antrean pesan: 4 vCPU/8 GB',
      3,
    ],
    [
      'of companies',
      'akun PDE',
      'Akun PDE.\n\nMohon akun untuk:\n1. PT Samudra Biru\n2. CV Teluk Makmur\n3. Koperasi Buruh',
      3,
    ],
    [
      'of occasions',
      'dukungan',
      'Dukungan.\n\nMohon dukungan khusus untuk:\n- konpers APBN (20 Nov)\n- malam anugerah (15 Des)',
      2,
    ],
    [
      'of devices with owners',
      'perangkat',
      'Instal.\n\nMohon diinstal pada:\n- iMac editing 1\n- PC rendering\n- laptop Alya',
      3,
    ],
  ])('%s has as many as its rows', (_, unit, text, quantity) => {
    expect(counted(unit, text)).toBe(quantity);
  });

  it.each([
    ['a column of numbers', 'akun', 'Akun tamu.\n\nRincian:\nInstansi | Jml orang\nBapenda | 4\nBank Daerah | 3', 7],
    [
      'a column named as what is counted',
      'titik',
      'Titik.\n\nsalinan:\nRuang Titik\nLoket 4\nArsip 2\nMusala 0\ndenah menyusul',
      6,
    ],
    [
      'numbers behind labels',
      'akun',
      'Akun.\n\nRekap yang butuh akun:\nKPP Kota : 14\nKPP Teluk : 11\nKanwil : 6\nDetail menyusul.',
      31,
    ],
    [
      'numbers beside their nouns',
      'server',
      'Hosting.\n\nKebutuhan:\n- 2 VM aplikasi (8 vCPU/16 GB)\n- 1 VM basis data (16 vCPU/64 GB)',
      3,
    ],
    [
      'a total at their foot',
      'titik',
      'LAN.\n\nBerikut kebutuhan:\nLantai 3 : 16 titik\nLantai 4 : 18 titik\nJumlah : 34 titik',
      34,
    ],
    [
      'some that need nothing',
      'perangkat',
      'Instal.\n\nRincian:\nLab A: 20 PC\nLab B: 15 PC (2 rusak, jadi tidak usah)',
      33,
    ],
  ])('is counted by %s', (_, unit, text, quantity) => {
    expect(counted(unit, text)).toBe(quantity);
  });

  it.each([
    ['struck out', 'orang', 'Reset.\n\nMohon untuk:\n1. Ilham\n2. Hasan\n3. ~~Toni~~ (ga jadi)\n4. Rifki', 3],
    ['who have it', 'akun', 'Akun.\n\nMohon akun untuk:\n- Riki Tan (sudah punya, skip)\n- Olivia\n- Marsel P', 2],
    [
      'left as they are',
      'server',
      'Aktifkan.\n\napp | sekarang | jadi\nnik-proxy | off | on\npajak-proxy | off | on\nsso-lama | off | biarkan off',
      2,
    ],
    [
      'left out below',
      'orang',
      'Masuk DRC.\n\nPersonel:\n- Arya Wibawa\n- Sekar Ayu\n- Bu Citra\n\nBu Citra tidak jadi ikut.',
      2,
    ],
    [
      'left out by their number',
      'akun',
      'Reset semua, kecuali no 2 dan 3.\n\nYang gagal masuk:\n1. Cecep R\n2. Neng Sari\n3. Ujang K\n4. Iis A',
      2,
    ],
  ])('is without those %s', (_, unit, text, quantity) => {
    expect(counted(unit, text)).toBe(quantity);
  });

  it('is with those who are told right below it', () => {
    expect(counted('akun', 'Akun.\n\nYang belum:\n- Ahmad Z\n- Berta S\nsekalian satu lagi Pak Darma, pindahan')).toBe(
      3,
    );
  });

  it('comes with those under another lead', () => {
    const text =
      'Masuk DC.\n\nAuditor:\na. Ir. Bagus Hartanto\nb. Nindya P\n\nTim internal:\na. Satrio W\nb. Melinda A\nc. Iqbal R';
    expect(counted('orang', text)).toBe(5);
  });

  it('counts several in a row', () => {
    expect(
      counted('orang', 'Masuk DC.\n\nPersonel:\nShift 1 (08-16): Bagus, Rian\nShift 2 (16-24): Slamet, Joko, Dedi'),
    ).toBe(5);
  });

  it('goes before a number of something else told elsewhere', () => {
    const text = 'Daftar.\n\nYang didaftarkan:\n- Mira S\n- Joko R\n- Hasan L\n\nTotal pegawai kantor kami 87 orang.';
    expect(counted('orang', text)).toBe(3);
  });

  it.each([
    [
      'it is but some of those told',
      'akun',
      'Akun.\n\nMohon akun untuk 30 pegawai, contohnya:\n1. Anton S\n2. Bela O',
      30,
    ],
    [
      'its line tells another number',
      'orang',
      'Reset.\n\nMohon reset tiga pegawai:\n- Mira Sari\n- Joko Rahmat\nYang ketiga menyusul.',
      3,
    ],
    [
      'it is of papers',
      'server',
      'Hosting.\n\nMohon 1 server. Dokumen terlampir:\n- formulir-bia\n- profil-si\n- manual-app',
      1,
    ],
    [
      'it is a signature',
      'akun',
      'User.\n\nMohon user untuk saya.\n\nSalam,\nAhmad Fauzi\nPranata Komputer\nSeksi Sistem',
      1,
    ],
    [
      'it is of the parts of one',
      'server',
      'Namespace.\n\nMohon namespace:\n- nama: bayar-dev\n- quota: 8 CPU, 16Gi\n- members: tiara, kevin',
      null,
    ],
  ])('is no number where %s', (_, unit, text, quantity) => {
    expect(counted(unit, text)).toBe(quantity);
  });

  it('costs no more than its length', () => {
    for (const row of ['- ', '1. a\n', 'a | b\n', 'Nama:\n', 'a: b, c\n', '~~\n', '10.0.0.0/8\n', 'kecuali no 1, ']) {
      const start = began();
      counted('akun', `Mohon akun berikut:\n${row.repeat(20_000)}`);
      expect(spentSince(start), row).toBeLessThan(4000);
    }
  });
});
