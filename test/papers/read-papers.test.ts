import { describe, expect, it } from 'vitest';
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import { readPapers, type PaperFile, type PaperLimits } from '../../src/papers/read-papers.ts';
import type { PaperReading } from '../../src/parse/document.ts';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import { buildPdf, completeForm31, withTexts, type FormPdf } from './form-builder.ts';

const aFile = (bytes: Buffer, filename = 'scan0001.pdf'): PaperFile => ({
  filename,
  sha256: 'ab',
  type: 'application/pdf',
  bytes,
});
const readBytes = async (bytes: Buffer, limits: Partial<PaperLimits> = {}): Promise<PaperReading | undefined> =>
  (await readPapers([aFile(bytes)], { ...DEFAULT_LIMITS, ...limits }, { forms: SHIPPED_FORMS }))[0];
const read = async (form: FormPdf, limits: Partial<PaperLimits> = {}): Promise<PaperReading | undefined> =>
  readBytes(await buildPdf(form), limits);
const texts = (reading: PaperReading | undefined): readonly string[] =>
  (reading?.problems ?? []).map(({ text }) => text);

describe('Form 3.1', () => {
  it('is read field by field, dates as ISO, NIPs as digits', async () => {
    const reading = await read(completeForm31);

    expect(reading).toMatchObject({ type: 'form-3.1', problems: [], signature: 'unknown', pages: 1 });
    expect(reading?.fields).toMatchObject({
      'pemohon.nip': '198604122010121003',
      'form.tanggal': '2026-11-23',
      'penyetuju.tanggal': '2026-11-23',
      'permintaan.jenis': 'buat',
      'akses.kewenangan.baca': 'ya',
      'akun.nama_depan': 'Raden Ayu “Sari”',
    });
    expect(reading?.fields).not.toHaveProperty('akses.kewenangan.tulis');
  });

  it.each([
    ['pemohon.telepon', '(021) 344 9230 ext. 12', '(021) 344 9230 ext. 12'],
    ['pemohon.telepon', '021-3449230 pesawat 4100', '021-3449230 pesawat 4100'],
    ['permintaan.jumlah_akun', '1 (satu) akun', '1'],
    ['permintaan.jumlah_akun', '1 orang', '1'],
  ])('takes %s as people write it: %s', async (name, written, value) => {
    const reading = await read(withTexts(completeForm31, { [name]: written }));

    expect(reading?.fields[name]).toBe(value);
    expect(texts(reading)).toEqual([]);
  });

  it('ignores what a user wrote into the part of the desk', async () => {
    expect((await read(completeForm31))?.fields).not.toHaveProperty('sd.catatan');
  });

  it('names what is missing by the labels of the form, in its order', async () => {
    const reading = await read(
      withTexts(completeForm31, { 'permintaan.alasan': '', 'pemohon.telepon': '', 'penyetuju.nama': '' }),
    );

    expect(texts(reading)).toEqual([
      'Alasan permintaan belum diisi',
      'Telepon pemohon belum diisi',
      'Nama penyetuju belum diisi',
    ]);
  });

  it.each([
    ['pemohon.nip', '12345', 'NIP pemohon: NIP harus 18 angka'],
    ['pemohon.nip', '060101234', 'NIP pemohon: NIP ini NIP lama (9 angka), mohon tulis NIP 18 angka'],
    ['pemohon.nip', '198613122010121003', 'NIP pemohon: periksa kembali NIP: 8 angka pertama bukan tanggal lahir'],
    [
      'pemohon.nip',
      '198604122010131003',
      'NIP pemohon: periksa kembali NIP: angka ke-9 sampai ke-14 bukan bulan pengangkatan',
    ],
    ['pemohon.nip', '198604122010123003', 'NIP pemohon: periksa kembali NIP: angka ke-15 harus 1 atau 2'],
    ['pemohon.nip', '198604122010121000', 'NIP pemohon: periksa kembali NIP: nomor urut 000'],
    ['form.tanggal', '31/02/2026', 'Tanggal bukan tanggal yang dikenal, contoh: 30 November 2026'],
    ['pemohon.email', 'budi', 'Surel pemohon bukan alamat surel'],
    ['pemohon.telepon', 'nanti', 'Telepon pemohon bukan nomor telepon'],
    ['permintaan.jumlah_akun', 'dua', 'Jumlah akun harus angka 1 sampai 9999'],
    ['permintaan.alasan', 'perlu', 'Alasan permintaan terlalu singkat (paling sedikit 10 huruf)'],
  ])('finds %s = %s wrong', async (name, value, problem) => {
    const reading = await read(withTexts(completeForm31, { [name]: value }));

    expect(reading?.problems).toEqual([{ field: name, row: null, text: problem }]);
  });

  it('accepts the number of a PPPK', async () => {
    expect(texts(await read(withTexts(completeForm31, { 'pemohon.nip': '199001012023211005' })))).toEqual([]);
  });

  it('asks for the list and not for one person where there are several accounts', async () => {
    const reading = await read({
      ...withTexts(completeForm31, {
        'permintaan.jumlah_akun': '12',
        'akun.nip': '',
        'akun.nama_depan': '',
        'akun.nama_belakang': '',
      }),
    });

    expect(texts(reading)).toEqual(['Daftar akun (lampiran) belum diisi']);
  });

  it('asks for a reason where an account is to be removed', async () => {
    const reading = await read({
      ...completeForm31,
      radios: { ...completeForm31.radios, 'permintaan.jenis': 'hapus' },
    });

    expect(texts(reading)).toEqual([
      'Alamat surel saat ini belum diisi',
      'Alasan penonaktifan belum diisi',
      'Nomor dokumen penonaktifan belum diisi',
    ]);
  });

  it.each([
    // Bytes that are no signature are not believed to be one.
    [{ 'penyetuju.ttd': true }, 'unknown'],
    [{ 'penyetuju.ttd': false }, 'empty-field'],
    [{}, 'none'],
  ] as const)('tells a signature from an empty field: %j', async (signatures, state) => {
    expect((await read({ ...completeForm31, signatures }))?.signature).toBe(state);
  });
});

describe('BAST', () => {
  const bast: FormPdf = { texts: { 'bast.kode_form': 'BAST-LAYANAN-TIK', 'bast.nomor_tiket': 'SR-261123-0042-4' } };

  it('is known by its code and lists what is missing', async () => {
    const reading = await read(bast);

    expect(reading?.type).toBe('bast');
    expect(texts(reading)).toContain('NIP pihak kedua belum diisi');
    expect(texts(reading)).not.toContain('Nomor tiket belum diisi');
  });

  it('waits for both signatures', async () => {
    const signatures = { 'pihak1.ttd': true, 'pihak2.ttd': false, 'mengetahui.ttd': false };

    expect((await read({ ...bast, signatures }))?.signature).toBe('empty-field');
    expect((await read({ ...bast, signatures: { ...signatures, 'pihak2.ttd': true } }))?.signature).toBe('unknown');
  });
});

describe('recognition', () => {
  it.each([
    ['surat', ['NOTA DINAS', 'NOMOR ND-12/PSI/2026', 'Hal: Penyampaian Berita Acara Serah Terima']],
    ['surat', ['Nomor : S-1/PSI/2026', 'Sifat : Segera', 'Hal : Permohonan Form 3.1']],
    ['sk', ['KEPUTUSAN DIREKTUR JENDERAL PAJAK', 'TENTANG PEMBERHENTIAN']],
    ['ktp', ['PROVINSI DKI JAKARTA', 'NIK : 3171234567890123']],
    ['formulir-uat', ['FORMULIR USER ACCEPTANCE TEST']],
    ['other', ['Manual penggunaan aplikasi']],
  ] as const)('knows %s by its title, whatever the file is called', async (type, lines) => {
    expect(await read({ lines })).toMatchObject({ type, problems: [], signature: 'none' });
  });

  it('knows a printed form whose fields it cannot read, and says so', async () => {
    const form = await read({ lines: ['KEMENTERIAN KEUANGAN', 'Formulir 3.1 Permintaan Hak Akses'] });
    const bast = await read({ lines: ['BERITA ACARA SERAH TERIMA', 'Nomor: BA-1/PSI/2026'] });

    expect(form?.type).toBe('form-3.1');
    expect(texts(form)).toEqual(['Isian formulir hasil cetak ini tidak terbaca']);
    expect(bast).toMatchObject({ type: 'bast', fields: { 'bast.nomor': 'BA-1/PSI/2026' } });
    expect(texts(bast)[0]).toMatch(
      /^Tidak terbaca pada formulir hasil cetak: Nomor tiket, Kode layanan, Hari, .*dan \d+ isian lain$/,
    );
  });

  it('says nothing of the signature of a page without text', async () => {
    expect(await read({})).toMatchObject({ type: 'other', text: '', signature: 'unknown' });
  });

  it('reads the text layer', async () => {
    expect((await read({ lines: ['Satu', 'Dua'] }))?.text).toBe('Satu\nDua');
  });
});

describe('papers that cannot be read', () => {
  it('are named with the reason', async () => {
    const [broken, cut] = await Promise.all([
      readBytes(Buffer.from('%PDF-1.4\nini bukan pdf')),
      readBytes((await buildPdf(completeForm31)).subarray(0, 400)),
    ]);

    expect(texts(await readBytes(Buffer.alloc(0)))).toEqual(['Berkas ini kosong.']);
    for (const reading of [broken, cut]) {
      expect(reading).toMatchObject({
        type: 'unreadable',
        fields: {},
        problems: [{ text: 'Berkas ini rusak dan tidak dapat dibuka.' }],
      });
    }
  });

  it('include those over a limit', async () => {
    expect(texts(await read({ pages: 31 }))).toEqual(['Berkas ini lebih dari 30 halaman.']);
    expect(texts(await read(completeForm31, { maxPdfBytes: 1000 }))).toEqual(['Berkas ini lebih besar dari 0 MB.']);
    expect(texts(await read(completeForm31, { maxPdfMs: 0 }))).toEqual(['Berkas ini terlalu lama dibaca.']);
  });

  it('include a file that only calls itself PDF', async () => {
    const file = { filename: 'form.pdf', sha256: 'ab', type: 'image/png', bytes: Buffer.from('x') };

    expect((await readPapers([file], DEFAULT_LIMITS)).map(texts)).toEqual([['Isi berkas ini bukan PDF.']]);
  });

  it('leave other files alone', async () => {
    expect(
      await readPapers(
        [{ filename: 'foto.jpg', sha256: 'ab', type: 'image/jpeg', bytes: Buffer.from('x') }],
        DEFAULT_LIMITS,
      ),
    ).toEqual([]);
  });
});
