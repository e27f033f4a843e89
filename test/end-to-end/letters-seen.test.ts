/** Letters that a person looks at, since they are signed by a picture; and letters that ask for another number than the mail. */
import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pngOf } from '../../src/papers/png.ts';
import { buildPdf } from '../papers/form-builder.ts';
import { signPdf } from '../support/sign-pdf.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';
import { letterLines, withPicture, type Attached, type SignedBy as Signed } from './papers.ts';

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

describe('a letter signed by a picture', () => {
  const byHand = async (signed: Signed = BONAR): Promise<Attached> => {
    const { content, ...file } = await asPdf(signed);
    return { ...file, content: await withPicture(content) };
  };

  it('goes to the desk as a page and one question, before anybody works on it', async () => {
    const opened = await asks(await byHand());

    expect(opened.told).toEqual(['requester.received → mutia.zahra', 'desk.paper → meja-layanan']);
    expect(opened.decision.letters.find(({ template }) => template === 'desk.paper')?.pages).toMatchObject([
      { filename: 'Surat rekomendasi.pdf', pages: [1] },
    ]);
    const { text } = desk.last('desk.paper').mail;
    expect(text).toContain('Mohon dilihat: tanda tangan pada surat berikut');
    expect(text).toContain('Apakah surat ini ditandatangani oleh pejabat yang tertulis?');
    expect(text).toContain('Penanda tangan yang tertulis: Bonar Lumbantoruan, Kepala Biro');
    expect(text).toContain('Jawab 1 bila ya; permintaannya diteruskan.');
  });

  it('goes on when the desk has seen it; its team is not asked to look once more', async () => {
    await asks(await byHand());
    expect(desk.last('desk.paper').mail.text).toContain('tanda tangannya berupa gambar');
    const seen = await desk.answers('meja-layanan', desk.last('desk.paper'), '1');

    expect(seen.told.slice(0, 2)).toEqual([
      'requester.progress → mutia.zahra',
      expect.stringMatching(/^team\.assigned/),
    ]);
    const { text } = desk.last('team.assigned').mail;
    expect(text).toContain('Bonar Lumbantoruan (eselon II menurut direktori)');
    expect(text).not.toContain('tanda tangannya berupa gambar');
  });

  it.each([
    ['2', 'Tanda tangan pada surat ini belum dapat kami terima'],
    ['2 ini stempel, bukan tanda tangan', 'ini stempel, bukan tanda tangan'],
  ])('goes back to its requester where the desk writes %s, and another one is looked at anew', async (no, reason) => {
    await asks(await byHand());
    const refused = await desk.answers('meja-layanan', desk.last('desk.paper'), no);
    expect(refused.told).toEqual(['requester.papers → mutia.zahra']);
    expect(desk.last('requester.papers').mail.text).toContain(reason);

    const again = await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Berikut surat yang baru.', {
      attachments: [await byHand({ ...BONAR, date: '23 November 2026' })],
    });
    expect(again.told).toEqual(['requester.received → mutia.zahra', 'desk.paper → meja-layanan']);
  });

  it('of too low a rank goes back at once: nobody need look at what cannot count', async () => {
    const opened = await asks(await byHand({ ...WENING, post: 'Kepala Bagian Perbendaharaan' }));

    expect(opened.told).toEqual(['requester.papers → mutia.zahra']);
  });

  it('behind another paper of the file is shown by its own page', async () => {
    const both = await PDFDocument.load(KTP.content);
    const [page] = await both.copyPages(await PDFDocument.load((await byHand()).content), [0]);
    if (page) both.addPage(page);
    const attachments = [{ ...KTP, filename: 'scan.pdf', content: Buffer.from(await both.save()) }];
    const opened = await desk.writes('mutia.zahra', { ...CERTIFICATE, attachments });

    expect(opened.decision.letters.find(({ template }) => template === 'desk.paper')?.pages).toMatchObject([
      { filename: 'scan.pdf', pages: [2] },
    ]);
  });

  it('behind an empty page is shown by its own page, too', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    const [page] = await document.copyPages(await PDFDocument.load((await byHand()).content), [0]);
    if (page) document.addPage(page);
    const opened = await asks({ ...(await byHand()), content: Buffer.from(await document.save()) });

    expect(opened.decision.letters.find(({ template }) => template === 'desk.paper')?.pages).toMatchObject([
      { filename: 'Surat rekomendasi.pdf', pages: [2] },
    ]);
  });

  it.each([
    ['in the head of the page is a coat of arms', 760],
    ['at its foot is a certificate of quality', 8],
  ])('%s: it stays with its team', async (_name, y) => {
    const { content, ...file } = await asPdf(BONAR);
    const document = await PDFDocument.load(content);
    const picture = await document.embedPng(pngOf({ width: 60, height: 40, gray: new Uint8Array(2400).fill(90) }));
    document.getPages()[0]?.drawImage(picture, { x: 60, y, width: 60, height: 40 });
    const opened = await asks({ ...file, content: Buffer.from(await document.save()) });

    expect(opened.told[1]).toMatch(/^team\.assigned/);
    expect(desk.last('team.assigned').mail.text).toContain('tanda tangannya tidak tampak pada berkas');
  });

  it('that a signature in the file stands for needs no eyes', async () => {
    const { content, ...file } = await asPdf(BONAR, { ttd: false });
    const opened = await asks({ ...file, content: await signPdf(await withPicture(content), 'ttd', BONAR) });

    expect(opened.told[1]).toMatch(/^team\.assigned/);
  });
});

describe('a letter that asks for another number than the mail', () => {
  const asked = async (inMail: string, inLetter: string): Promise<Outcome> => {
    const lines = letterLines({ ...BONAR, to: 'Kepala Pusintek' }).map((line) =>
      line.startsWith('Dengan ini') ? `Dengan ini kami mohon peminjaman ${inLetter} untuk kegiatan dimaksud.` : line,
    );
    const content = await buildPdf({ lines });
    return desk.writes('mutia.zahra', {
      subject: 'Dukungan kegiatan',
      text: `Mohon dukungan kegiatan Rapat Kerja Nasional tanggal 11 Januari 2027 di Jakarta berupa petugas TIK dan peminjaman ${inMail}. Surat permintaan terlampir.`,
      cc: ['joyo.handoko'],
      attachments: [{ filename: 'Surat permintaan.pdf', type: 'application/pdf', content }],
    });
  };

  it('goes back with both numbers; the word that the letter is right settles it', async () => {
    const opened = await asked('10 laptop', '12 (dua belas) unit laptop');

    expect(opened.told).toEqual(['requester.papers → mutia.zahra']);
    const { text } = desk.last('requester.papers').mail;
    expect(text).toContain('Jumlah laptop pada surat (12) tidak sama dengan jumlah pada email (10)');
    expect(text).toContain('Bila dokumennya yang benar dan emailnya yang keliru');

    const settled = await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Yang benar jumlah pada surat.');
    expect(settled.told.slice(0, 1)).toEqual(['requester.progress → mutia.zahra']);
  });

  it.each([
    ['10 laptop', '10 (sepuluh) unit notebook'],
    ['10 laptop', '10 laptop dan 2 printer'],
    ['laptop', '12 unit laptop'],
    ['10 laptop', '4 orang teknisi'],
  ])('is not found where the mail says %s and the letter %s', async (inMail, inLetter) => {
    const opened = await asked(inMail, inLetter);

    expect(opened.told).not.toContain('requester.papers → mutia.zahra');
  });
});
