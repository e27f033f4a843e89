/** Papers that the people of these stories fill in. */
import { PDFDocument, type PDFForm } from 'pdf-lib';
import { pngOf } from '../../src/papers/png.ts';
import { buildPdf, completeForm31, type FormPdf } from '../papers/form-builder.ts';
import { signPdf } from '../support/sign-pdf.ts';

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

export type SignedHow = 'electronically' | 'by-hand' | 'not-at-all';

/** @param over values other than those that are right */
export async function resetForm(
  over: Readonly<Record<string, string>> = {},
  parts: Partial<FormPdf> = {},
  signed: SignedHow = 'electronically',
): Promise<Attached> {
  const form = { ...RESET, signatures: { 'penyetuju.ttd': false }, ...parts, texts: { ...RESET.texts, ...over } };
  const pdf = await buildPdf(form);
  return { filename: 'Form 3.1.pdf', type: 'application/pdf', content: await SIGNED[signed](pdf) };
}

const SIGNED: Readonly<Record<SignedHow, (pdf: Buffer) => Promise<Buffer>>> = {
  electronically: (pdf) => signPdf(pdf, 'penyetuju.ttd', WENING),
  'by-hand': withPicture,
  'not-at-all': (pdf) => Promise.resolve(pdf),
};

const WENING = { name: 'Wening Asmara', nip: WENING_NIP };

/** A picture of a signature, set where one signs. */
export async function withPicture(pdf: Uint8Array): Promise<Buffer> {
  const document = await PDFDocument.load(pdf);
  const picture = await document.embedPng(pngOf({ width: 160, height: 60, gray: new Uint8Array(9600).fill(90) }));
  const page = document.getPages().at(-1);
  page?.drawImage(picture, { x: 320, y: 120, width: 120, height: 45 });
  return Buffer.from(await document.save());
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
  return signPdf(await document.save({ useObjectStreams: false }), 'penyetuju.ttd', WENING);
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

export interface SignedBy {
  readonly post?: string;
  readonly name: string;
  readonly nip?: string;
  readonly date?: string;
  readonly to?: string;
}

/** Lines of a letter of recommendation to the head of the office. */
export const letterLines = ({
  post = 'Kepala Biro',
  name,
  nip,
  date = '20 November 2026',
  to,
}: SignedBy): readonly string[] => [
  'SURAT REKOMENDASI',
  'Nomor : SR-12/SJ.2/2026',
  'Hal : Rekomendasi sertifikat elektronik',
  `Jakarta, ${date}`,
  `Yth. ${to ?? 'Kepala Pusintek'}`,
  'Dengan ini kami merekomendasikan Mutia Zahra untuk memperoleh sertifikat elektronik.',
  'Demikian disampaikan.',
  post,
  name,
  ...(nip === undefined ? [] : [`NIP ${nip}`]),
];
