/** Letters that the catalogue asks: who signed them is looked up; the requester mends what is wrong, the team hears what nobody could check. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPdf } from '../papers/form-builder.ts';
import { pngOf } from '../../src/papers/png.ts';
import { signPdf } from '../support/sign-pdf.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';
import { letterLines, type Attached, type SignedBy as Signed } from './papers.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const BONAR = { name: 'Bonar Lumbantoruan', nip: '196808251993031022' };
const WENING = { name: 'Wening Asmara', nip: '197505162000032023' };

const asPdf = async (signed: Signed, signatures: Readonly<Record<string, boolean>> = {}): Promise<Attached> => ({
  filename: 'Surat rekomendasi.pdf',
  type: 'application/pdf',
  content: await buildPdf({ lines: letterLines(signed), signatures }),
});
const KTP: Attached = {
  filename: 'KTP.pdf',
  type: 'application/pdf',
  content: readFileSync('fixtures/papers/ktp.pdf'),
};
const CERTIFICATE: Written = {
  subject: 'Pendaftaran sertifikat elektronik',
  text: 'Yth. Service Desk,\n\nmohon pendaftaran sertifikat elektronik untuk saya. Scan KTP dan surat rekomendasi terlampir.\n\nTerima kasih',
  cc: ['joyo.handoko'],
};
const asks = async (...letters: readonly Attached[]): Promise<Outcome> =>
  desk.writes('mutia.zahra', { ...CERTIFICATE, attachments: [KTP, ...letters] });
const ON_ITS_WAY = ['requester.received → mutia.zahra', 'team.assigned → rft-keamanan'];

describe('a letter signed by somebody of the rank asked', () => {
  it('lets the ticket go on, and tells the team whose it is', async () => {
    const opened = await asks(await asPdf({ ...BONAR, post: 'Kepala Biro Perencanaan dan Keuangan' }));

    expect(opened.told.slice(0, 2)).toEqual([ON_ITS_WAY[0], expect.stringMatching(/^team\.assigned/)]);
    const { text, html } = desk.last('team.assigned').mail;
    expect(text).toContain(
      'Surat: Surat rekomendasi.pdf, nomor SR-12/SJ.2/2026, tanggal Jumat, 20 November 2026, kepada Kepala Pusintek',
    );
    expect(text).toContain(
      'Penanda tangan: Kepala Biro Perencanaan dan Keuangan, Bonar Lumbantoruan (eselon II menurut direktori)',
    );
    expect(html).toContain('eselon II menurut direktori');
  });

  it('is asked nothing more where his signature can be seen to be his own', async () => {
    const { content, ...file } = await asPdf(BONAR, { ttd: false });
    await asks({ ...file, content: await signPdf(content, 'ttd', BONAR) });

    expect(desk.last('team.assigned').mail.text).not.toContain('tidak tampak');
  });
});

describe('a letter signed by somebody of too low a rank', () => {
  it('goes back to the requester with who he is, what is asked and who could sign', async () => {
    const opened = await asks(await asPdf({ ...WENING, post: 'Kepala Bagian Perbendaharaan' }));

    expect(opened.told).toEqual(['requester.papers → mutia.zahra']);
    const { text } = desk.last('requester.papers').mail;
    expect(text).toContain('Surat rekomendasi.pdf\n');
    expect(text).toContain('Wening Asmara (Kepala Bagian Perbendaharaan, eselon III)');
    expect(text).toContain('yang diminta pejabat minimal eselon II');
    expect(text).toContain(
      'Yang dapat menandatangani antara lain: Bonar Lumbantoruan (Kepala Biro Perencanaan dan Keuangan)',
    );
    expect((await desk.statuses()).join()).toContain('incomplete');
  });

  it('is settled by another letter, signed by the right one', async () => {
    await asks(await asPdf(WENING));
    const again = await desk.answers(
      'mutia.zahra',
      desk.last('requester.papers'),
      'Berikut surat rekomendasi yang baru.',
      {
        attachments: [await asPdf(BONAR)],
      },
    );

    expect(again.told.slice(0, 1)).toEqual(['requester.progress → mutia.zahra']);
    const { mail } = desk.last('team.assigned');
    expect(mail.text).toContain('Bonar Lumbantoruan (eselon II menurut direktori)');
    expect(mail.text).not.toContain('Wening');
  });

  it('is not mended by words; neither side is preferred, the desk looks', async () => {
    await asks(await asPdf(WENING));
    const said = await desk.answers(
      'mutia.zahra',
      desk.last('requester.papers'),
      'Surat itu sudah benar, Bu Wening memang berwenang.',
    );

    expect(said.told).toEqual(['requester.received → mutia.zahra', 'desk.triage → meja-layanan']);
    expect(desk.last('desk.triage').mail.text).toContain('yang diminta pejabat minimal eselon II');
  });

  it('says so where he signs as acting official of whom the register knows nothing', async () => {
    await asks(await asPdf({ ...WENING, post: 'Plh. Kepala Biro Perencanaan dan Keuangan' }));

    expect(desk.last('requester.papers').mail.text).toContain(
      'Direktori tidak mencatat Wening Asmara sebagai Plh. Kepala Biro Perencanaan dan Keuangan pada 20 November 2026',
    );
  });
});

describe('number and name of two people', () => {
  it('are told to the requester; neither is preferred', async () => {
    await asks(await asPdf({ name: BONAR.name, nip: WENING.nip }));

    expect(desk.last('requester.papers').mail.text).toContain(
      'Nama penanda tangan pada surat (Bonar Lumbantoruan) tidak sama dengan nama pemilik NIP itu menurut direktori (Wening Asmara)',
    );
  });

  it('are told, too, where the signature in the file is that of a third', async () => {
    const { content, ...file } = await asPdf(BONAR, { ttd: false });
    await asks({ ...file, content: await signPdf(content, 'ttd', WENING) });

    expect(desk.last('requester.papers').mail.text).toContain(
      'Tanda tangan elektronik pada surat atas nama Wening Asmara, bukan Bonar Lumbantoruan',
    );
  });
});

describe('a letter without its signature', () => {
  it('goes back where its place for one is empty', async () => {
    await asks(await asPdf(BONAR, { ttd: false }));

    expect(desk.last('requester.papers').mail.text).toContain('Surat ini belum ditandatangani');
  });
});

describe('what nobody could check is told to the team, and holds up nothing', () => {
  it.each<[string, Signed, string]>([
    [
      'a signer unknown to the register',
      { name: 'Joko Tingkir', post: 'Direktur Utama' },
      'tidak ditemukan di direktori',
    ],
    ['one of two of that name', { name: 'Ahmad Ridho', post: 'Kepala' }, 'di direktori ada orang lain dengan nama itu'],
    ['a signer who does not show', { name: '_________', post: 'hormat kami' }, 'penanda tangannya tidak terbaca'],
    ['an official of another line', { name: 'Hesti Wijayati', nip: '197004301995032037' }, 'bukan atasan pemohon'],
    ['a date to come', { ...BONAR, date: '20 Desember 2026' }, 'tanggal surat belum tiba'],
    ['no signature to be seen', BONAR, 'tanda tangannya tidak tampak pada berkas'],
  ])('%s', async (_name, signed, told) => {
    const opened = await asks(await asPdf(signed));

    expect(opened.told[0]).toBe('requester.received → mutia.zahra');
    expect(opened.told[1]).toMatch(/^team\.assigned/);
    expect(desk.last('team.assigned').mail.text).toContain(told);
  });

  it('a picture that nobody can read', async () => {
    const content = readFileSync('fixtures/papers/IMG_20261123.jpg');
    const opened = await asks({ filename: 'Surat rekomendasi.jpg', type: 'image/jpeg', content });

    expect(opened.told[0]).toBe('requester.received → mutia.zahra');
    expect(desk.last('team.assigned').mail.text).toContain(
      'Mohon diperiksa: penanda tangannya tidak terbaca; yang diminta pejabat minimal eselon II',
    );
  });

  it.each(['IMG_20261123.jpg', 'WhatsApp Image 2026-11-23 at 09.12.11.jpeg', 'Foto surat.png', 'IMG_0001.HEIC'])(
    'a photograph that its name says little of: %s',
    async (filename) => {
      const type = filename.endsWith('HEIC') ? 'image/heic' : filename.endsWith('png') ? 'image/png' : 'image/jpeg';
      const content = filename.endsWith('HEIC')
        ? Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(5000, 7)])
        : type === 'image/png'
          ? Buffer.from(pngOf({ width: 900, height: 1200, gray: new Uint8Array(1_080_000).fill(220) }))
          : readFileSync('fixtures/papers/IMG_20261123.jpg');
      const opened = await asks({ filename, type, content });
      const assigned = opened.decision.letters.find(({ template }) => template === 'team.assigned');

      expect(opened.told[0]).toBe('requester.received → mutia.zahra');
      expect(desk.last('team.assigned').mail.text).toMatch(/Mohon diperiksa: .*minimal eselon II/);
      expect(assigned?.attachMails).toHaveLength(1);
    },
  );
});

describe('a letter is found wherever it lies', () => {
  const REFUSED = 'yang diminta pejabat minimal eselon II';
  const answer = (): string => desk.last('requester.papers').mail.text;

  it('in an archive', async () => {
    const letter = await asPdf(WENING);
    const zip = zipSync({ 'ktp.pdf': KTP.content, 'surat rekomendasi.pdf': letter.content });
    const content = Buffer.from(zip);
    const attachments = [{ filename: 'berkas.zip', type: 'application/zip', content }];
    await desk.writes('mutia.zahra', { ...CERTIFICATE, attachments });

    expect(answer()).toContain(REFUSED);
  });

  it('behind another paper of the same file', async () => {
    const both = await PDFDocument.load(KTP.content);
    const [page] = await both.copyPages(await PDFDocument.load((await asPdf(WENING)).content), [0]);
    if (page) both.addPage(page);
    const attachments = [{ ...KTP, filename: 'scan.pdf', content: Buffer.from(await both.save()) }];
    await desk.writes('mutia.zahra', { ...CERTIFICATE, attachments });

    expect(answer()).toContain(REFUSED);
  });

  it('under a name that says nothing', async () => {
    await asks({ ...(await asPdf(WENING)), filename: 'scan0002.pdf' });

    expect(answer()).toContain(REFUSED);
  });
});

describe('a letter that the mail only speaks of', () => {
  it('counts as received, and the team is told that nobody has seen it', async () => {
    const opened = await asks();

    expect(opened.told[0]).toBe('requester.received → mutia.zahra');
    expect(desk.last('team.assigned').mail.text).toContain(
      'Mohon diperiksa: suratnya tidak terlihat pada lampiran; yang diminta ditandatangani pejabat minimal eselon II',
    );
  });
});

describe('a letter to the head of the office', () => {
  const EVENT: Written = {
    subject: 'Dukungan kegiatan',
    text: 'Mohon dukungan kegiatan Rapat Kerja Nasional tanggal 11 Januari 2027 di Jakarta berupa petugas TIK dan peminjaman laptop. Surat permintaan terlampir.',
    cc: ['joyo.handoko'],
  };
  const letter = async (to: string): Promise<Attached> => {
    const lines = letterLines({ ...BONAR, to }).map((line) => line.replace('REKOMENDASI', 'PERMINTAAN'));
    return { filename: 'Surat permintaan.pdf', type: 'application/pdf', content: await buildPdf({ lines }) };
  };

  it.each([
    ['Kepala Pusat Sistem Informasi dan Teknologi Keuangan', false],
    ['Kepala Pusintek', false],
    ['Direktur Jenderal Pajak', true],
  ])('addressed to %s is pointed out: %s', async (to, isPointedOut) => {
    await desk.writes('mutia.zahra', { ...EVENT, attachments: [await letter(to)] });
    const { text } = desk.last('team.assigned').mail;

    expect(text).toContain(`kepada ${to}`);
    expect(text.includes('surat tidak ditujukan kepada pejabat yang diminta')).toBe(isPointedOut);
  });

  it('may be signed by the head of a small office, whatever his rank', async () => {
    const head = { name: 'I Ketut Sudana', nip: '197711112001121019', post: 'Kepala Kantor' };
    const content = await buildPdf({ lines: letterLines({ ...head, to: 'Kepala Pusintek' }) });
    const attachments = [{ filename: 'Surat permintaan.pdf', type: 'application/pdf', content }];
    const opened = await desk.writes('komang.adnyana', { ...EVENT, cc: ['wayan.astiti'], attachments });

    expect(opened.told).not.toContain('requester.papers → komang.adnyana');
    expect(desk.last('team.assigned').mail.text).toContain('I Ketut Sudana (eselon III menurut direktori)');
  });
});

describe('a document of the catalogue that came as a letter', () => {
  const EXCHANGE: Written = {
    subject: 'Pertukaran data',
    text: 'Mohon pertukaran data elektronik realisasi belanja. Data telah tersedia pada sumber data unit kami. Izin akses data dari Wali Data terlampir.',
    cc: ['joyo.handoko', 'wening.asmara'],
  };
  const permission = async (signed: Signed): Promise<Attached> => {
    const lines = letterLines(signed).map((line) => line.replace('SURAT REKOMENDASI', 'NOTA DINAS'));
    return { filename: 'Izin akses data.pdf', type: 'application/pdf', content: await buildPdf({ lines }) };
  };

  it('has its signer looked up for the team, though no rank is asked of him', async () => {
    const opened = await desk.writes('mutia.zahra', { ...EXCHANGE, attachments: [await permission(BONAR)] });

    expect(opened.told).not.toContain('requester.papers → mutia.zahra');
    expect(desk.last('team.assigned').mail.text).toContain('Bonar Lumbantoruan (eselon II menurut direktori)');
  });

  it('goes back where number and name on it are two people’s', async () => {
    const attachments = [await permission({ name: BONAR.name, nip: WENING.nip })];
    await desk.writes('mutia.zahra', { ...EXCHANGE, attachments });

    expect(desk.last('requester.papers').mail.text).toContain('pemilik NIP itu menurut direktori (Wening Asmara)');
  });
});

describe('papers that came with an answer', () => {
  it('reach the team like those that came first', async () => {
    const text = 'Yth. Service Desk, mohon pendaftaran sertifikat elektronik untuk saya. Scan KTP terlampir.';
    await desk.writes('mutia.zahra', { ...CERTIFICATE, text, attachments: [KTP] });
    const supplied = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Berikut suratnya.', {
      attachments: [await asPdf(BONAR)],
    });

    expect(desk.last('team.assigned').mail.text).toContain('- KTP.pdf\n- Surat rekomendasi.pdf\n');
    const assigned = supplied.decision.letters.find(({ template }) => template === 'team.assigned');
    expect(assigned?.attachMails).toHaveLength(2);
    expect(new Set(assigned?.attachMails).size).toBe(2);
  });
});
