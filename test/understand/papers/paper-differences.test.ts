import { describe, expect, it } from 'vitest';
import { makeDirectory } from '../../../src/directory/directory.ts';
import type { Person } from '../../../src/directory/person.ts';
import type { PaperReading, SignatureReading } from '../../../src/parse/document.ts';
import { differencesOf, type DifferenceSources } from '../../../src/understand/papers/paper-differences.ts';
import { NOTHING_SAID } from '../../../src/understand/facts/said.ts';
import { aPaper } from '../office.ts';

const person = (over: Partial<Person>): Person => ({
  nip: '',
  name: '',
  addresses: [],
  title: '',
  eselon: '',
  unitCode: 'SJ-1',
  unitName: 'Subbagian Mutasi',
  superiorNip: null,
  acting: null,
  active: true,
  ...over,
});
const BUDI = person({ nip: '198604122010121003', name: 'Budi Santoso', addresses: ['budi.santoso@kemenkeu.example'] });
const RINA = person({
  nip: '197608231999022011',
  name: 'Rina Oktaviani, S.E., M.M.',
  addresses: ['rina.oktaviani@kemenkeu.example'],
  eselon: 'III',
});
const SARI = person({ nip: '199001012015032001', name: 'Sari Dewi', addresses: ['sari@kemenkeu.example'] });
const OLD = person({ nip: '196001011985031001', name: 'Tono Purna', active: false, eselon: 'III' });

const sources: DifferenceSources = {
  sender: { address: 'budi.santoso@kemenkeu.example', person: BUDI },
  copied: ['rina.oktaviani@kemenkeu.example'],
  said: NOTHING_SAID,
  formSays: {},
  variantName: 'reset password aplikasi',
  ccAsked: true,
  service: 'SC03-1',
  formServices: ['ITSM.8'],
  minimumRank: 3,
  directory: makeDirectory([BUDI, RINA, SARI, OLD], 'test'),
  today: '2026-11-24',
};
const fields = {
  'form.kode_layanan': 'SC03-1/ITSM/2008',
  'form.tanggal': '2026-11-23',
  'permintaan.jumlah_akun': '1',
  'pemohon.nama': 'BUDI SANTOSO, S.Kom.',
  'pemohon.nip': BUDI.nip,
  'pemohon.email': 'budi.santoso@kemenkeu.example',
  'akun.nama_depan': 'Sari',
  'akun.nama_belakang': 'Dewi',
  'akun.nip': SARI.nip,
  'penyetuju.nama': 'Rina Oktaviani',
  'penyetuju.nip': RINA.nip,
  'penyetuju.eselon': 'III',
  'penyetuju.email': 'rina.oktaviani@kemenkeu.example',
  'penyetuju.tanggal': '2026-11-23',
};
const form = (over: Readonly<Record<string, string>> = {}, parts: Partial<PaperReading> = {}): PaperReading =>
  aPaper('form.pdf', '', { type: 'form-3.1', fields: { ...fields, ...over }, ...parts });
const texts = (papers: readonly PaperReading[], over: Partial<DifferenceSources> = {}): readonly string[] =>
  differencesOf(papers, { ...sources, ...over }).map(({ text }) => text);
const signedBy = (name: string, nip: string | null): SignatureReading => ({
  field: 'penyetuju.ttd',
  state: 'intact',
  coversFile: true,
  signer: { name, nip },
  signedAt: null,
  certificate: 'unverifiable',
  text: '',
});

describe('a form against mail, directory and catalogue', () => {
  it('shows no difference where all agree; degrees and capitals are none', () => {
    expect(texts([form()])).toEqual([]);
  });

  it.each([
    [
      'pemohon.email',
      'lain@kemenkeu.example',
      'Surel pemohon pada formulir (lain@kemenkeu.example) bukan alamat pengirim (budi.santoso@kemenkeu.example)',
    ],
    [
      'pemohon.nip',
      SARI.nip,
      'NIP pemohon pada formulir (199001012015032001) bukan NIP pengirim menurut direktori (198604122010121003)',
    ],
    [
      'pemohon.nama',
      'Badu Santosa',
      'Nama pemohon pada formulir (Badu Santosa) tidak sama dengan nama pemilik NIP itu menurut direktori (Budi Santoso)',
    ],
    ['akun.nip', '199505052020121001', 'NIP pemilik akun (199505052020121001) tidak ada di direktori'],
    ['penyetuju.eselon', 'II', 'Eselon penyetuju pada formulir (II) tidak sama dengan direktori (eselon III)'],
    [
      'penyetuju.email',
      'rina@lain.example',
      'Surel penyetuju pada formulir (rina@lain.example) tidak sama dengan direktori (rina.oktaviani@kemenkeu.example)',
    ],
    ['form.tanggal', '2026-12-01', 'Tanggal formulir (1 Desember 2026) belum tiba'],
    ['form.kode_layanan', 'SC99/ITSM', 'Formulir ini untuk layanan SC99, sedangkan email tentang layanan SC03-1'],
  ])('names what differs in %s', (name, value, text) => {
    expect(texts([form({ [name]: value })])).toContain(text);
  });

  it('says which side knows otherwise, and prefers none', () => {
    const [difference] = differencesOf([form({ 'pemohon.nama': 'Badu' })], sources);

    expect(difference).toMatchObject({
      filename: 'form.pdf',
      field: 'pemohon.nama',
      against: 'directory',
      paper: 'Badu',
      other: 'Budi Santoso',
    });
  });

  it('names an approver who has left, has no rank, or was not copied', () => {
    const gone = texts([form({ 'penyetuju.nip': OLD.nip, 'penyetuju.nama': OLD.name })]);
    const low = texts([form({ 'penyetuju.nip': SARI.nip, 'penyetuju.nama': SARI.name, 'penyetuju.email': '' })]);

    expect(gone).toContain('Tono Purna (penyetuju) tidak aktif lagi menurut direktori');
    expect(low).toContain('Penyetuju (Sari Dewi, tanpa eselon) belum memenuhi syarat minimal eselon III');
    expect(low).toContain(
      'Penyetuju pada formulir (Sari Dewi) tidak sama dengan pejabat pada Cc email (Rina Oktaviani, S.E., M.M.)',
    );
  });

  it('lets only those of sufficient rank approve for themselves', () => {
    const self = form({ 'penyetuju.nip': BUDI.nip, 'penyetuju.nama': BUDI.name });
    const ranked = form({ 'pemohon.nip': RINA.nip, 'pemohon.nama': RINA.name });
    const same = 'Pemohon dan penyetuju pada formulir adalah orang yang sama';

    expect(texts([self])).toContain(same);
    expect(texts([ranked])).not.toContain(same);
  });

  it.each<[string, number, readonly (readonly [number, string])[], readonly string[]]>([
    ['as many', 3, [[3, 'laptop']], []],
    [
      'the sum of two kinds',
      5,
      [
        [3, 'laptop'],
        [2, 'printer'],
      ],
      [],
    ],
    [
      'one of two numbers',
      3,
      [
        [3, 'laptop'],
        [9, 'laptop'],
      ],
      [],
    ],
    ['what is no row', 3, [[9, 'akun']], []],
    ['another number', 3, [[4, 'laptop']], ['Jumlah baris pada daftar (3) tidak sama dengan jumlah pada email (4)']],
  ])('counts the rows of a list that came alone: %s', (_name, rows, counted, expected) => {
    const list = aPaper('daftar.xlsx', '', { type: 'daftar-perangkat', fields: { jumlah: String(rows) } });
    const counts = counted.map(([value, noun]) => ({ noun, value }));

    expect(texts([list], { said: { ...NOTHING_SAID, counts } })).toEqual(expected);
  });

  it('leaves the rows to the form where one came along', () => {
    const list = aPaper('daftar.xlsx', '', { type: 'daftar-akun', fields: { jumlah: '3' } });
    const said = { ...NOTHING_SAID, counts: [{ noun: 'akun', value: 4 }] };

    expect(texts([form({ 'permintaan.jumlah_akun': '3' }), list], { said })).toEqual([]);
  });

  it('counts accounts on form, list and in the mail', () => {
    const list = aPaper('daftar.xlsx', '', { type: 'daftar-akun', fields: { jumlah: '12' } });

    expect(
      texts([form({ 'permintaan.jumlah_akun': '10' }), list], { said: { ...NOTHING_SAID, quantities: [12] } }),
    ).toEqual(['Jumlah akun pada formulir (10) tidak sama dengan jumlah baris pada daftar (12)']);
    expect(texts([form()], { said: { ...NOTHING_SAID, quantities: [3] } })).toEqual([
      'Jumlah akun pada formulir (1) tidak sama dengan jumlah pada email (3)',
    ]);
  });

  it('compares the number that the mail itself names', () => {
    expect(texts([form()], { said: { ...NOTHING_SAID, nips: ['199204172018011004'] } })).toEqual([
      'NIP pada formulir (199001012015032001) tidak sama dengan NIP pada email (199204172018011004)',
    ]);
    expect(texts([form()], { said: { ...NOTHING_SAID, nips: ['199204172018011004', SARI.nip] } })).toEqual([]);
  });

  it('names a signature of somebody else', () => {
    const right = form({}, { signatures: [signedBy('Rina Oktaviani, S.E.', null)] });
    const wrong = form({}, { signatures: [signedBy('Dodi Pratama', '199105052014021003')] });

    expect(texts([right])).toEqual([]);
    expect(texts([wrong])).toEqual(['Tanda tangan elektronik penyetuju atas nama Dodi Pratama, bukan Rina Oktaviani']);
  });

  it('holds nothing against anybody that was guessed from a picture', () => {
    const guessed = form({ 'pemohon.nip': SARI.nip }, { sources: { 'pemohon.nip': { origin: 'ocr', sureness: 0.4 } } });

    expect(texts([guessed])).toEqual([]);
  });

  it('takes the form where the office lets it carry the requests of another service', () => {
    expect(texts([form()], { service: 'ITSM.8' })).toEqual([]);
    expect(texts([form()], { service: null })).toEqual([]);
  });
});

describe('a BAST', () => {
  it('is compared with the ticket, the directory and its signatures', () => {
    const bast = aPaper('bast.pdf', '', {
      type: 'bast',
      fields: {
        'bast.kode_layanan': 'ITSM.10',
        'bast.tanggal': '2026-11-30',
        'pihak2.nip': BUDI.nip,
        'pihak2.nama': 'Badu',
      },
    });

    expect(texts([bast], { service: 'ITSM.5' })).toEqual([
      'BAST ini untuk layanan ITSM.10, sedangkan tiket untuk layanan ITSM.5',
      'Nama pihak kedua pada formulir (Badu) tidak sama dengan nama pemilik NIP itu menurut direktori (Budi Santoso)',
      'Tanggal BAST (30 November 2026) belum tiba',
    ]);
  });
});
