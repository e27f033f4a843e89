/** Fillable PDFs for the tests: Form 3.1 and BAST with the fields of the real forms, made by pdf-lib. */
import { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, type PDFForm, type PDFPage } from 'pdf-lib';

export interface FormPdf {
  readonly texts?: Readonly<Record<string, string>>;
  readonly radios?: Readonly<Record<string, string>>;
  readonly boxes?: Readonly<Record<string, boolean>>;
  /** Signature fields; true for a signed one. */
  readonly signatures?: Readonly<Record<string, boolean>>;
  /** Lines of the page. */
  readonly lines?: readonly string[];
  readonly pages?: number;
}

export async function buildPdf({
  texts = {},
  radios = {},
  boxes = {},
  signatures = {},
  lines = [],
  pages = 1,
}: FormPdf): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  for (let count = 1; count < pages; count += 1) document.addPage();
  lines.forEach((line, index) => page.drawText(line, { x: 40, y: 780 - 20 * index, size: 12 }));
  const form = document.getForm();
  for (const [name, value] of Object.entries(texts)) addText(form, page, name, value);
  for (const [name, value] of Object.entries(radios)) {
    const group = form.createRadioGroup(name);
    for (const option of ['lain', value]) group.addOptionToPage(option, page, { x: 300, y: 300 });
    group.select(value);
  }
  for (const [name, value] of Object.entries(boxes)) {
    const box = form.createCheckBox(name);
    box.addToPage(page, { x: 300, y: 200 });
    if (value) box.check();
  }
  for (const [name, signed] of Object.entries(signatures)) addSignature(document, name, signed);
  return Buffer.from(await document.save());
}

/** Letters outside the standard font stay in the value; its appearance is left out. */
function addText(form: PDFForm, page: PDFPage, name: string, value: string): void {
  const field = form.createTextField(name);
  field.addToPage(page, { x: 40, y: 500 });
  if (/^[\x20-\x7e]*$/.test(value)) field.setText(value);
  else field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(value));
}

function addSignature(document: PDFDocument, name: string, signed: boolean): void {
  const { context } = document;
  const value = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    ByteRange: [0, 1, 2, 3].map((n) => PDFNumber.of(n)),
  });
  value.set(PDFName.of('Contents'), PDFHexString.of('3082010a0282'));
  const field = context.obj({ FT: 'Sig', ...(signed ? { V: context.register(value) } : {}) });
  field.set(PDFName.of('T'), PDFString.of(name));
  document.getForm().acroForm.addField(context.register(field));
}

const PERSON = { jabatan: 'Pranata Komputer', unit_kerja: 'Subbagian Mutasi', email: 'budi.santoso@kemenkeu.example' };

/** A complete Form 3.1 for one account. */
export const completeForm31: FormPdf = {
  texts: {
    'form.kode': 'Form 3.1',
    'form.versi': '2026.1',
    'form.tanggal': '23/11/2026',
    'permintaan.jumlah_akun': '1',
    'permintaan.alasan': 'Pegawai baru pada unit kami',
    'pemohon.nama': 'Budi Santoso',
    'pemohon.nip': '19860412 201012 1 003',
    'pemohon.jabatan': PERSON.jabatan,
    'pemohon.unit_eselon1': 'Setjen',
    'pemohon.unit_kerja': PERSON.unit_kerja,
    'pemohon.email': PERSON.email,
    'pemohon.telepon': '0812 0000 1177',
    'akun.nama_depan': 'Raden Ayu “Sari”',
    'akun.nama_belakang': 'Dewi',
    'akun.nip': '199001012015032001',
    'akun.jabatan': 'Analis',
    'akun.unit': PERSON.unit_kerja,
    'akses.nama_aplikasi': 'SPAN',
    'akses.peran': 'operator',
    'penyetuju.nama': 'Rina Oktaviani',
    'penyetuju.nip': '197608231999022011',
    'penyetuju.jabatan': 'Kepala Bagian',
    'penyetuju.email': 'rina.oktaviani@kemenkeu.example',
    'penyetuju.tempat': 'Jakarta',
    'penyetuju.tanggal': '23 November 2026',
    'sd.catatan': 'ditulis pemohon, tidak dibaca',
  },
  radios: { 'permintaan.jenis': 'buat', 'permintaan.objek': 'aplikasi', 'penyetuju.eselon': 'III' },
  boxes: { 'akses.kewenangan.baca': true, 'akses.kewenangan.tulis': false, 'pernyataan.setuju_ketentuan': true },
  signatures: { 'penyetuju.ttd': true },
  lines: ['FORM 3.1', 'PERMINTAAN HAK AKSES'],
};

export const withTexts = (form: FormPdf, texts: Readonly<Record<string, string>>): FormPdf => ({
  ...form,
  texts: { ...form.texts, ...texts },
});
