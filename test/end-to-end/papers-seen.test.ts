/** What was signed by hand, or by a picture, is for a person's eyes: the desk gets the pages, and one question. */
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signPdf } from '../support/sign-pdf.ts';
import { nameOf, openDesk, type Desk, type Outcome, type Written } from './desk.ts';
import { resetForm, withPicture, type Attached } from './papers.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const numberOf = (outcome: Outcome): string => outcome.decision.tickets[0]?.number ?? '';
const stateOf = async (outcome: Outcome) => (await desk.ticket(numberOf(outcome))).state;

describe('a form signed by a picture', () => {
  const RESET: Written = {
    subject: 'reset password user aplikasi SPAN',
    text: 'mohon reset password user aplikasi SPAN saya, Form 3.1 terlampir.',
  };
  const opened = async (): Promise<Outcome> =>
    desk.writes('mutia.zahra', { ...RESET, attachments: [await resetForm({}, {}, 'by-hand')] });

  it('goes to the desk with its pages and one question; the requester is told', async () => {
    const outcome = await opened();

    expect(outcome.told).toEqual(['requester.received → mutia.zahra', 'desk.paper → meja-layanan']);
    expect(await stateOf(outcome)).toMatchObject({ status: 'triage', deskReason: 'signature-unseen' });
    expect(outcome.decision.letters.find(({ template }) => template === 'desk.paper')?.pages).toMatchObject([
      { filename: 'Form 3.1.pdf', pages: [1] },
    ]);
    const { text } = desk.last('desk.paper').mail;
    expect(text).toContain('Tanda tangan pada dokumen ini berupa gambar');
    expect(text).toContain('Apakah formulir ini ditandatangani oleh penyetuju yang tertulis?');
  });

  it.each(['1', 'ya, sudah kami cek', 'Sah.'])('goes on when the desk has seen it: %s', async (answer) => {
    const outcome = await opened();
    const seen = await desk.answers('meja-layanan', desk.last('desk.paper'), answer);

    expect(seen.told).toEqual(['requester.progress → mutia.zahra', 'team.assigned → rft-aplikasi']);
    expect((await stateOf(outcome)).status).toBe('assigned');
  });

  it('stands beside a number that its requester puts right: the desk sees both numbers, and the question stands', async () => {
    const outcome = await desk.writes('mutia.zahra', {
      subject: RESET.subject,
      text: 'mohon reset password 1 akun user aplikasi SPAN, Form 3.1 terlampir.',
      attachments: [await resetForm({}, {}, 'by-hand')],
    });
    expect(await stateOf(outcome)).toMatchObject({ deskReason: 'signature-unseen', quantity: 1 });

    const { told } = await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Maaf, ralat: 3 akun, bukan 1.',
    );

    expect(told).toEqual(['requester.progress → mutia.zahra', 'team.message → meja-layanan']);
    expect(await stateOf(outcome)).toMatchObject({ deskReason: 'signature-unseen', quantity: 3 });
    expect(desk.last('team.message').mail.text).toContain('mengubah jumlahnya menjadi 3 akun (semula 1)');
  });

  it('goes back to its requester with the reason when the desk does not take it', async () => {
    const outcome = await opened();
    const seen = await desk.answers(
      'meja-layanan',
      desk.last('desk.paper'),
      '2 tanda tangannya bukan milik Ibu Wening',
    );

    expect(seen.told).toEqual(['requester.papers → mutia.zahra']);
    expect((await stateOf(outcome)).status).toBe('incomplete');
    expect(desk.last('requester.papers').mail.text).toContain('tanda tangannya bukan milik Ibu Wening');

    const mended = await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Ini yang ditandatangani beliau.', {
      attachments: [await resetForm()],
    });
    expect((await stateOf(mended)).status).toBe('assigned');
  });

  describe('beside another one', () => {
    const both = async (): Promise<Outcome> => {
      const form = await resetForm({}, {}, 'by-hand');
      return desk.writes('mutia.zahra', { ...RESET, attachments: [form, { ...form, filename: 'Form 3.1 (2).pdf' }] });
    };

    it('is asked about in one question', async () => {
      await both();
      const { text } = desk.last('desk.paper').mail;

      expect(text).toContain('Mohon dilihat: tanda tangan pada 2 dokumen berikut');
      expect(text).toContain('Apakah semuanya ditandatangani oleh pejabat yang tertulis?');
      expect(text.match(/^Form 3\.1.*\.pdf$/gm)).toEqual(['Form 3.1.pdf', 'Form 3.1 (2).pdf']);
    });

    it.each([
      ['2', ['Form 3.1.pdf', 'Form 3.1 (2).pdf']],
      ['tidak, keduanya belum ditandatangani', ['Form 3.1.pdf', 'Form 3.1 (2).pdf']],
      ['2 Form 3.1 (2) bukan tanda tangan beliau', ['Form 3.1 (2).pdf']],
      ['2 form 3.1.pdf kosong', ['Form 3.1.pdf']],
    ])('goes back with every paper that the no "%s" is about', async (no, named) => {
      const outcome = await both();
      const refused = await desk.answers('meja-layanan', desk.last('desk.paper'), no);

      expect(refused.told).toEqual(['requester.papers → mutia.zahra']);
      expect(desk.last('requester.papers').mail.text.match(/^Form 3\.1.*\.pdf$/gm)).toEqual(named);
      expect(await stateOf(outcome)).toMatchObject({ status: 'incomplete', paperFaults: named.length });
    });

    const isSeen = async (outcome: Outcome): Promise<unknown> => {
      const { papers } = JSON.parse((await desk.ticket(numberOf(outcome))).texts['papers'] ?? '{}');
      return papers.map((paper: { isSeen?: boolean }) => paper.isSeen === true);
    };

    it.each([
      'Form 3.1 (2) tidak sah: tanda tangan bukan milik beliau, sisanya baik',
      'ya, kecuali Form 3.1 (2): tanda tangan bukan milik beliau',
    ])('is settled with it where the answer is plain about both: %s', async (answer) => {
      const outcome = await both();
      const refused = await desk.answers('meja-layanan', desk.last('desk.paper'), answer);

      expect(refused.told).toEqual(['requester.papers → mutia.zahra']);
      expect(await isSeen(outcome)).toEqual([true, false]);
      const { text } = desk.last('requester.papers').mail;
      expect(text.match(/^Form 3\.1.*\.pdf$/gm)).toEqual(['Form 3.1 (2).pdf']);
      expect(text).toContain('tanda tangan bukan milik beliau');
      expect(text).not.toMatch(/sisanya|kecuali/);
    });

    it('is asked about alone where the yes was for the other', async () => {
      const outcome = await both();
      const again = await desk.answers('meja-layanan', desk.last('desk.paper'), '1 untuk Form 3.1 (2)');

      expect(again.told).toEqual(['desk.paper → meja-layanan']);
      const { text } = desk.last('desk.paper').mail;
      expect(text.match(/^Form 3\.1.*\.pdf$/gm)).toEqual(['Form 3.1.pdf']);
      expect(text).toContain('Dokumen lain pada tiket ini sudah diterima dan tidak ditanyakan lagi.');

      await desk.answers('meja-layanan', desk.last('desk.paper'), '1');
      expect((await stateOf(outcome)).status).toBe('assigned');
    });

    it.each(['ya, kecuali yang kemarin', '1 hanya sebagian'])(
      'is not taken by a yes that excepts what nobody knows: %s',
      async (answer) => {
        const outcome = await both();
        const again = await desk.answers('meja-layanan', desk.last('desk.paper'), answer);

        expect(again.told).toEqual(['desk.paper → meja-layanan']);
        expect((await stateOf(outcome)).status).toBe('triage');
        expect(await isSeen(outcome)).toEqual([false, false]);
      },
    );
  });

  it('waits where the answer is neither, and does not go on by the word of somebody else', async () => {
    const outcome = await opened();
    await desk.answers('meja-layanan', desk.last('desk.paper'), 'sebentar, kami tanyakan dulu');
    await desk.answers('mutia.zahra', desk.last('desk.paper'), '1');

    expect((await stateOf(outcome)).status).toBe('triage');
  });
});

describe('a hand-over paper', () => {
  const HOSTING: Written = {
    subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
    text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
  };
  const LUKMAN = { name: 'Lukman Sardiman', nip: '199202272015021015' };

  /** The BAST that went out with the result, as the requester fills it in. */
  const handedOver = async (result = 'baik', remark = ''): Promise<Attached> => {
    await desk.writes('lukman.sardi', { ...HOSTING, cc: ['farid.hakimi', 'dewi.anjarwati'] });
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');
    await desk.answers('rft-hosting', desk.last('team.assigned'), 'selesai: hosting sudah aktif kembali.');
    const made = desk.last('requester.resolved').mail.attachments.find(({ filename }) => filename.startsWith('BAST'));
    if (made === undefined || !('bytes' in made.content)) throw new Error('no BAST went along');
    const pdf = await PDFDocument.load(made.content.bytes);
    const form = pdf.getForm();
    form.getRadioGroup('hasil.diterima').select(result);
    form.getTextField('hasil.catatan').setText(remark);
    return { filename: made.filename, type: 'application/pdf', content: Buffer.from(await pdf.save()) };
  };
  const returned = async (paper: Attached, content: Buffer): Promise<Outcome> =>
    desk.answers('lukman.sardi', desk.last('requester.resolved'), 'Terlampir BAST.', {
      attachments: [{ ...paper, content }],
    });
  const signedByBoth = async ({ content }: Attached): Promise<Buffer> =>
    signPdf(await signPdf(content, 'pihak1.ttd', { name: 'Petugas', nip: '' }), 'pihak2.ttd', LUKMAN);

  it('signed by both closes the ticket', async () => {
    const paper = await handedOver();
    const outcome = await returned(paper, await signedByBoth(paper));

    expect(outcome.told).toEqual(['requester.closed → lukman.sardi']);
    expect(await stateOf(outcome)).toMatchObject({ status: 'closed', bastAccepted: true });
  });

  it('signed by another than the second party is not taken', async () => {
    const paper = await handedOver();
    const one = await signPdf(paper.content, 'pihak1.ttd', { name: 'Petugas', nip: '' });
    const outcome = await returned(
      paper,
      await signPdf(one, 'pihak2.ttd', { name: 'Orang Lain', nip: '199001012015032001' }),
    );

    expect(outcome.told).toEqual(['requester.papers → lukman.sardi']);
    expect(desk.last('requester.papers').mail.text).toContain(
      'Tanda tangan elektronik pihak kedua atas nama Orang Lain, bukan Lukman Sardiman',
    );
  });

  it('with remarks goes to the desk, which reads them', async () => {
    const paper = await handedOver('dengan_catatan', 'Kapasitas baru separuh');
    const outcome = await returned(paper, await signedByBoth(paper));

    expect(outcome.told).toEqual(['desk.paper → meja-layanan']);
    expect(desk.last('desk.paper').mail.text).toContain(
      'Hasil penerimaan: dengan catatan. Catatan: Kapasitas baru separuh',
    );
  });

  it.each([
    ['1', 'closed', ['requester.closed → lukman.sardi']],
    ['2 tanda tangan pihak kedua belum ada', 'resolved', ['requester.papers → lukman.sardi']],
  ] as const)('signed by pictures waits for the desk, whose %s decides', async (answer, status, told) => {
    const paper = await handedOver();
    const outcome = await returned(paper, await withPicture(paper.content));
    expect(outcome.told).toEqual(['desk.paper → meja-layanan']);

    const seen = await desk.answers('meja-layanan', desk.last('desk.paper'), answer);

    expect(seen.told).toEqual(told);
    expect((await stateOf(outcome)).status).toBe(status);
  });
});

it('names the devices of the list that came with the request', async () => {
  const list = 'No,Nomor seri (SN),Kode BMN,NUP\n1,PF3ABC01,3100102002,17\n2,PF3ABC02,3100102002,18\n';
  await desk.writes('mutia.zahra', {
    subject: 'Instalasi antivirus',
    text: 'Mohon instalasi perangkat lunak antivirus pada 2 laptop sesuai daftar SN dan kode BMN terlampir.',
    cc: ['joyo.handoko', 'wening.asmara'],
    attachments: [{ filename: 'Daftar SN dan Kode BMN.csv', type: 'text/csv', content: Buffer.from(list) }],
  });
  const assigned = desk.last('team.assigned');
  await desk.answers(nameOf(assigned.to), assigned, 'selesai: antivirus sudah terpasang pada dua laptop.');
  const made = desk.last('requester.resolved').mail.attachments.find(({ filename }) => filename.startsWith('BAST'));
  if (made === undefined || !('bytes' in made.content)) throw new Error('no BAST went along');
  const form = (await PDFDocument.load(made.content.bytes)).getForm();

  expect(form.getTextField('objek.perangkat[2].sn').getText()).toBe('PF3ABC02');
  expect(form.getTextField('objek.perangkat[1].nup').getText()).toBe('17');
});
