/** What a paper of the mail says counts as said: nobody is asked for a day, a place or a number that stands in what he sent. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/understand/reading.ts';
import { openDesk, type Desk, type Outcome } from './desk.ts';
import type { Attached } from './papers.ts';

const PAPERS = join(import.meta.dirname, '../../fixtures/papers');

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function pdf(filename: string, lines: readonly string[]): Promise<Attached> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 50, y: 780 - at * 16, size: 10, font });
  return { filename, type: 'application/pdf', content: Buffer.from(await document.save()) };
}

function fixture(filename: string, type = 'application/pdf'): Attached {
  return { filename, type, content: readFileSync(join(PAPERS, filename)) };
}

interface Told {
  readonly variant: string | null;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

async function ticketOf(outcome: Outcome): Promise<Told> {
  const { state, texts } = await desk.ticket(outcome.decision.tickets[0]?.number ?? '');
  const facts = JSON.parse(texts['facts'] ?? '{}') as Facts;
  return { variant: state.variant, missing: state.missing, facts };
}

const HEAD = ['NOTA DINAS', 'Nomor ND-41/BPK.2/2026', 'Yth. Kepala Pusintek', 'Dari: Kepala Biro Perencanaan'];
const SIGNED = ['', 'Kepala Biro', 'Bonar Lumbantoruan', 'NIP 196808251993031022'];

describe('the day and the place of an event', () => {
  const ask = async (text: string, ...attachments: readonly Attached[]): Promise<Told> =>
    ticketOf(
      await desk.writes('budi.santosa', { subject: 'Dukungan kegiatan', text, cc: ['joyo.handoko'], attachments }),
    );

  it.each([
    [
      'in the words of a letter',
      [
        ...HEAD,
        'Hal: Permintaan Dukungan Kegiatan',
        'Jakarta, 24 November 2026',
        'Sehubungan dengan rapat kerja anggaran yang akan diselenggarakan pada',
        'hari Rabu, 23 Desember 2026 pukul 09.00 WIB di Hotel Aryaduta Jakarta,',
        'kami mohon dukungan petugas TIK.',
      ],
    ],
    [
      'behind the labels of an invitation',
      [
        'UNDANGAN RAPAT',
        'Nomor : UND-7/BPK.2/2026',
        'Tanggal : 24 November 2026',
        'Kami mengundang Saudara pada rapat yang akan diadakan pada:',
        'Hari/tanggal : Rabu, 23 Desember 2026',
        'Waktu : 09.00 WIB s.d. selesai',
        'Tempat : Aula Gedung Djuanda I, Jakarta',
        'Konfirmasi kehadiran paling lambat tanggal 11 Desember 2026.',
      ],
    ],
    [
      'in a letter to a speaker',
      [
        'SURAT PERMOHONAN NARASUMBER',
        'Nomor S-19/BPK.2/2026',
        'Jakarta, 23 November 2026',
        'Kami mohon kesediaan Saudara menjadi narasumber pada kegiatan sosialisasi',
        'Hari, tanggal    : Rabu, 23 Desember 2026',
        'Pukul            : 13.00 s.d. 15.00 WIB',
        'Tempat           : Hotel Borobudur, Jalan Lapangan Banteng Selatan',
        '                   Jakarta Pusat',
      ],
    ],
  ])('are taken where they stand %s', async (_where, lines) => {
    const said = await ask('Mohon dukungan kegiatan sebagaimana nota dinas terlampir.', await pdf('ND-41.pdf', lines));

    expect(said.facts.eventDate).toBe('2026-12-23');
    expect(said.facts.inJakarta).toBe(true);
    expect(said.missing).not.toContain('tanggal-kegiatan');
    expect(said.missing).not.toContain('lokasi-kegiatan');
  });

  const LETTER = [
    ...HEAD,
    'Acara berlangsung pada hari Rabu, 23 Desember 2026 pukul 09.00 WITA',
    'bertempat di Hotel Gran Melia, Makassar.',
    ...SIGNED,
  ];

  it('are those of the mail where its own words tell them', async () => {
    const said = await ask(
      'Mohon dukungan kegiatan tanggal 16 Desember 2026 di Bandung, nota dinas terlampir.',
      await pdf('ND-41.pdf', LETTER),
    );

    expect(said.facts.eventDate).toBe('2026-12-16');
    expect(said.facts.inJakarta).toBe(false);
  });

  it('are asked for where two papers tell different days', async () => {
    const other = LETTER.map((line) => line.replace('Rabu, 23', 'Kamis, 17'));
    const said = await ask(
      'Mohon dukungan kegiatan sebagaimana terlampir.',
      await pdf('ND-41.pdf', LETTER),
      await pdf('ND-42.pdf', other),
    );

    expect(said.facts.eventDate).toBeUndefined();
  });

  it.each([
    [[...HEAD, 'Jakarta, 2 Desember 2026', 'Kami mohon dukungan petugas TIK untuk rapat kerja.', ...SIGNED]],
    [[...HEAD, 'Tanggal : 2 Desember 2026', 'Hal : Dukungan', 'Kami mohon dukungan petugas TIK.', ...SIGNED]],
    [[...HEAD, 'Mohon konfirmasi diterima paling lambat tanggal 2 Desember 2026.', ...SIGNED]],
  ])('are not the day of the paper itself, nor one by which something is due: %j', async (lines) => {
    const said = await ask('Mohon dukungan kegiatan sebagaimana nota dinas terlampir.', await pdf('ND-41.pdf', lines));

    expect(said.facts.eventDate).toBeUndefined();
  });
});

describe('whom an account is for', () => {
  const ask = async (text: string, ...attachments: readonly Attached[]): Promise<Outcome> =>
    desk.writes('galuh.pramesti', { subject: 'akun email', text, cc: ['yuniar.sasmito'], attachments });
  const asks = (outcome: Outcome): string => outcome.letters.map(({ mail }) => mail.text).join('\n');

  const DATA = ['DATA PEGAWAI BARU', 'Nama: Rani Kusuma', 'NIP: 200001152024122003', 'Unit: Subbagian Tata Usaha'];
  const DECREE = [
    'KEPUTUSAN MENTERI KEUANGAN',
    'NOMOR KEP-77/KMK.01/2026',
    'TENTANG PEMBERHENTIAN DENGAN HAK PENSIUN',
    'Nama : Suparno, S.E.',
    'NIP : 19661101 199203 1 002',
    'terhitung mulai tanggal 1 Desember 2026 diberhentikan dengan hormat',
    'a.n. Menteri Keuangan',
    'Sekretaris Jenderal',
  ];

  it.each([
    ['Mohon dibuatkan akun email pegawai baru, datanya di lampiran.', DATA, 'Rani Kusuma', '200001152024122003'],
    ['Sesuai SK terlampir mohon akun email yang bersangkutan dinonaktifkan.', DECREE, 'Suparno', '196611011992031002'],
  ])('is not asked where a paper names him: %s', async (text, lines, name, nip) => {
    const outcome = await ask(text, await pdf('lampiran.pdf', lines));
    const { facts } = await ticketOf(outcome);

    expect(facts).toMatchObject({ applicant: name, nip });
    expect(facts.eventDate).toBeUndefined();
    expect(asks(outcome)).not.toMatch(/Nama lengkap, NIP|Nama dan NIP/);
  });

  it('is read from the rows of a list', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const outcome = await ask(
      'Mohon dibuatkan akun surat elektronik bagi pegawai dalam daftar terlampir.',
      fixture('daftar-akun.xlsx', type),
    );
    const { facts } = await ticketOf(outcome);

    expect(facts.applicants).toEqual(['Sari Dewi', 'Agus Wijaya', 'Maria Ulfah']);
    expect(facts.nips).toHaveLength(3);
    expect(asks(outcome)).not.toContain('Nama lengkap, NIP');
  });

  it('is whom the mail names, and the paper adds his number', async () => {
    const list = await pdf('data pegawai.pdf', [...DATA, '', 'Nama: Doni Saputra', 'NIP: 199905022023121004']);
    const { facts } = await ticketOf(
      await ask('Mohon dibuatkan akun email untuk pegawai baru Doni Saputra, datanya di lampiran.', list),
    );

    expect(facts).toMatchObject({ applicant: 'Doni Saputra', nip: '199905022023121004' });
  });

  it('is not who signs the paper', async () => {
    const letter = await pdf('surat.pdf', [
      ...HEAD,
      'Yang bertanda tangan di bawah ini:',
      'Nama : Bonar Lumbantoruan',
      'NIP : 196808251993031022',
      'mengajukan pembuatan akun email bagi pegawai baru.',
    ]);
    const { facts } = await ticketOf(await ask('Mohon dibuatkan akun email pegawai baru, surat terlampir.', letter));

    expect(facts.applicant).toBeUndefined();
    expect(facts.nip).not.toBe('196808251993031022');
  });
});

describe('a wish that only a form tells', () => {
  const ask = async (subject: string, text: string, form: string): Promise<Told> =>
    ticketOf(await desk.writes('budi.santosa', { subject, text, cc: ['wening.asmara'], attachments: [fixture(form)] }));

  it.each([
    ['Pengajuan', 'Terlampir formulirnya, mohon bantuannya.', 'form31-lengkap.pdf', 'buat'],
    ['Form 3.1', 'Yth. Service Desk, terlampir Form 3.1 dimaksud. Terima kasih.', 'form31-lengkap.pdf', 'buat'],
    ['mohon diproses', 'Mohon ditindaklanjuti sesuai isian pada lampiran.', 'form31-reset.pdf', 'reset'],
    ['Formulir', 'Berikut kami kirimkan formulirnya, mohon diproses.', 'form31-hapus.pdf', 'hapus'],
  ])('is the one that is ticked there: %s, %s (%s)', async (subject, text, form, variant) => {
    expect((await ask(subject, text, form)).variant).toBe(`SC03-1/hak-akses-${variant}`);
  });

  it('stays open where nothing is ticked on the form', async () => {
    const said = await ask('Pengajuan', 'Terlampir formulirnya, mohon bantuannya.', 'form31-libreoffice.pdf');

    expect(said.variant).toBeNull();
  });

  it('is not chosen by the form where the words ask for something else', async () => {
    const said = await ask(
      'wifi tamu',
      'Mohon akun wifi tamu untuk 3 orang besok, formulir terlampir.',
      'form31-reset.pdf',
    );

    expect(said.variant).not.toMatch(/^SC03-1/);
  });
});
