/** Names of fields as other programs and other versions of the form write them: `Pemohon.NIP`, `pemohon_nip`, `form1[0].pemohon.nip[0]`. */
import { BAST, FORM_31 } from './form-rules.ts';

const ALSO = [
  'form.kode form.versi form.kode_layanan form.nomor_surat permintaan.kelompok_akun permintaan.tanggal_berlaku pemohon.satker_kode',
  'pemohon.lokasi pemohon.zona akun.nik akun.username_diminta akun.hp akses.kewenangan.tulis akses.kewenangan.ubah',
  'akses.kewenangan.hapus akses.kewenangan.admin persetujuan.pihak_terkait penyetuju.ttd bast.kode_form bast.versi bast.varian',
  'objek.jumlah pihak1.ttd pihak2.ttd',
]
  .join(' ')
  .split(' ');

const KNOWN = [...FORM_31.map(({ name }) => name), ...BAST.map(({ name }) => name), ...ALSO];
const BY_LETTERS: ReadonlyMap<string, string> = new Map(KNOWN.map((name) => [lettersOf(name), name]));
/** Values that other versions export for the same choice. */
const CHOICES: ReadonlyMap<string, string> = new Map([
  ['eselon ii', 'II'],
  ['eselon iii', 'III'],
  ['ii', 'II'],
  ['iii', 'III'],
]);

export function knownName(name: string): string {
  const plain = name.toLowerCase().replace(/\[\d{1,3}\]/g, '');
  if (plain.startsWith('sd.')) return plain;
  const steps = plain.split('.');
  for (let from = 0; from < steps.length; from += 1) {
    const known = BY_LETTERS.get(lettersOf(steps.slice(from).join('.')));
    if (known !== undefined) return known;
  }
  return name.toLowerCase();
}

export function knownValue(name: string, value: string): string {
  if (name === 'penyetuju.eselon') return CHOICES.get(value.toLowerCase()) ?? value;
  return name.startsWith('permintaan.') && /^[A-Z_ ]{2,20}$/.test(value)
    ? value.toLowerCase().replace(/ /g, '_')
    : value;
}

function lettersOf(name: string): string {
  return name.replace(/[^a-z0-9]/g, '');
}
