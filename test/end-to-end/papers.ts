/** Papers that the people of these stories fill in. */
import { PDFDocument, PDFHexString, PDFName, type PDFForm } from 'pdf-lib';
import { buildPdf, completeForm31, type FormPdf } from '../papers/form-builder.ts';

export const MUTIA_NIP = '199006132012122025';
export const WENING_NIP = '197505162000032023';

/** Mutia's Form 3.1 for a reset of her own password in an application, signed by Wening Asmara (eselon III). */
const RESET: FormPdf = {
  ...completeForm31,
  texts: {
    ...completeForm31.texts,
    'form.kode_layanan': 'SC03-1/ITSM/2008',
    'permintaan.alasan': 'Lupa kata sandi setelah cuti panjang',
    'pemohon.nama': 'Mutia Zahra',
    'pemohon.nip': MUTIA_NIP,
    'pemohon.jabatan': 'Bendahara Pengeluaran',
    'pemohon.unit_kerja': 'Subbagian Pelaksanaan Anggaran',
    'pemohon.email': 'mutia.zahra@kemenkeu.example',
    'akun.nama_depan': 'Mutia',
    'akun.nama_belakang': 'Zahra',
    'akun.nip': MUTIA_NIP,
    'akun.jabatan': 'Bendahara Pengeluaran',
    'akun.unit': 'Subbagian Pelaksanaan Anggaran',
    'akun.email_lama': 'mutia.zahra@kemenkeu.example',
    'penyetuju.nama': 'Wening Asmara',
    'penyetuju.nip': WENING_NIP,
    'penyetuju.jabatan': 'Kepala Bagian Perbendaharaan',
    'penyetuju.email': 'wening.asmara@kemenkeu.example',
  },
  radios: { 'permintaan.jenis': 'reset', 'permintaan.objek': 'aplikasi', 'penyetuju.eselon': 'III' },
};

export interface Attached {
  readonly filename: string;
  readonly type: string;
  readonly content: Buffer;
}

/** @param over values other than those that are right */
export async function resetForm(
  over: Readonly<Record<string, string>> = {},
  parts: Partial<FormPdf> = {},
): Promise<Attached> {
  const form = { ...RESET, ...parts, texts: { ...RESET.texts, ...over } };
  return { filename: 'Form 3.1.pdf', type: 'application/pdf', content: await buildPdf(form) };
}

/** A form of ours, filled in and signed by Mutia's superior; what was printed on it stays, but for the change. */
export async function fillIn(bytes: Uint8Array, change: (form: PDFForm) => void): Promise<Buffer> {
  const document = await PDFDocument.load(bytes);
  const form = document.getForm();
  for (const [name, value] of Object.entries({ 'permintaan.jenis': 'reset', 'permintaan.objek': 'aplikasi' }))
    form.getRadioGroup(name).select(value);
  for (const [name, value] of Object.entries(LEFT_OPEN)) form.getTextField(name).setText(value);
  form.getCheckBox('pernyataan.setuju_ketentuan').check();
  change(form);
  const signed = document.context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', ByteRange: [0, 1, 2, 3] });
  signed.set(PDFName.of('Contents'), PDFHexString.of('3082010a0282'));
  form.getSignature('penyetuju.ttd').acroField.dict.set(PDFName.of('V'), document.context.register(signed));
  return Buffer.from(await document.save());
}

const LEFT_OPEN = {
  'permintaan.jumlah_akun': '1',
  'permintaan.alasan': 'Lupa kata sandi setelah cuti panjang',
  'pemohon.telepon': '0812 0000 1177',
  'akun.nama_depan': 'Mutia',
  'akun.nama_belakang': 'Zahra',
  'akun.nip': MUTIA_NIP,
  'akun.jabatan': 'Bendahara Pengeluaran',
  'akun.unit': 'Subbagian Pelaksanaan Anggaran',
  'akun.email_lama': 'mutia.zahra@kemenkeu.example',
  'akses.nama_aplikasi': 'SPAN',
  'penyetuju.tempat': 'Jakarta',
  'penyetuju.tanggal': '23 November 2026',
};
