/** The acceptance test form that ends the ticket of a dashboard, as a hand-over paper ends that of a server. */
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPdf } from '../papers/form-builder.ts';
import { signPdf } from '../support/sign-pdf.ts';
import { openDesk, type Desk, type Outcome } from './desk.ts';
import { withPicture, type Attached } from './papers.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const LUKMAN = { name: 'Lukman Sardiman', nip: '199202272015021015' };
const named = async (filename: string): Promise<Attached> => ({
  filename,
  type: 'application/pdf',
  content: await buildPdf({ lines: [filename.replace('.pdf', '')] }),
});
const stateOf = async (outcome: Outcome) => (await desk.ticket(outcome.decision.tickets[0]?.number ?? '')).state;

/** The form that went out with the result, as its tester fills it in. */
async function handedOut(over: Readonly<Record<string, string>> = {}, result = 'diterima'): Promise<Buffer> {
  await desk.writes('lukman.sardi', {
    subject: 'Pengembangan dashboard monitoring belanja',
    text: 'Kami mengajukan pengembangan dashboard monitoring belanja daerah. Sumber data sudah tersedia; surat permintaan, user requirement, dan izin akses data dari wali data terlampir.',
    cc: ['farid.hakimi', 'dewi.anjarwati'],
    attachments: await Promise.all(
      ['Surat permintaan.pdf', 'User requirement.pdf', 'Izin akses data.pdf'].map((filename) => named(filename)),
    ),
  });
  const asked = desk.letters.findLast(({ template }) => template === 'approver.please-approve');
  if (asked) await desk.answers('dewi.anjarwati', asked, 'Setuju.');
  const assigned = desk.last('team.assigned');
  await desk.answers(assigned.to.replace(/@.*/, ''), assigned, 'selesai: dashboard sudah dapat dibuka.');
  const made = desk.last('requester.resolved').mail.attachments.find(({ filename }) => filename.includes('UAT'));
  if (made === undefined || !('bytes' in made.content)) throw new Error('no UAT form went along');
  const pdf = await PDFDocument.load(made.content.bytes);
  const form = pdf.getForm();
  const filled = { 'uat.nama_dashboard': 'Monitoring Belanja Daerah', 'uat.tanggal': '23 November 2026', ...over };
  for (const [name, value] of Object.entries(filled)) form.getTextField(name).setText(value);
  form.getRadioGroup('uat.hasil').select(result);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

const returned = async (content: Buffer, filename = 'Formulir UAT.pdf'): Promise<Outcome> =>
  desk.answers('lukman.sardi', desk.last('requester.resolved'), 'Terlampir formulirnya.', {
    attachments: [{ filename, type: 'application/pdf', content }],
  });
const signed = (pdf: Buffer, by = LUKMAN): Promise<Buffer> => signPdf(pdf, 'uat.ttd', by);

describe('a signed acceptance test form', () => {
  it('is asked for with the result, and ends the ticket', async () => {
    const form = await handedOut();
    expect(desk.last('requester.resolved').mail.text).toContain('Formulir UAT kami lampirkan');
    const outcome = await returned(await signed(form));

    expect(outcome.told).toEqual(['requester.closed → lukman.sardi']);
    expect(await stateOf(outcome)).toMatchObject({ status: 'closed', bastAccepted: true });
    expect(desk.last('requester.closed').mail.text).toContain('Formulir UAT Bapak sudah kami terima');
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['before the work was done', { 'uat.tanggal': '20 November 2026' }, 'Tanggal Formulir UAT lebih awal'],
    ['on a day to come', { 'uat.tanggal': '30 November 2026' }, 'Tanggal pengujian (30 November 2026) belum tiba'],
    ['without a day', { 'uat.tanggal': '' }, 'Tanggal pengujian belum diisi'],
  ])('goes back to its tester where it is dated %s', async (_when, over, told) => {
    const outcome = await returned(await signed(await handedOut(over)));

    expect(outcome.told).toEqual(['requester.papers → lukman.sardi']);
    expect(desk.last('requester.papers').mail.text).toContain(told);
    expect((await stateOf(outcome)).status).toBe('resolved');
  });

  it('goes back unsigned, or signed by somebody else', async () => {
    const form = await handedOut();
    await returned(form);
    expect(desk.last('requester.papers').mail.text).toContain('Formulir UAT belum ditandatangani');

    // A machine that sends our own paper back says the same each time, and cannot sign.
    expect((await returned(form)).told).toEqual([]);

    const other = await returned(await signed(form, { name: 'Orang Lain', nip: '199001012015032001' }));
    expect(other.told).toEqual(['requester.papers → lukman.sardi']);
    expect(desk.last('requester.papers').mail.text).toContain(
      'Tanda tangan elektronik penguji atas nama Orang Lain, bukan Lukman Sardiman',
    );
  });

  it('with remarks, or another ticket number printed on it, is for the desk to read', async () => {
    const form = await handedOut({ 'uat.catatan': 'Grafik kedua kosong' }, 'dengan_catatan');
    const remarked = await returned(await signed(form));
    expect(remarked.told).toEqual(['desk.paper → meja-layanan']);
    expect(desk.last('desk.paper').mail.text).toContain(
      'Hasil pengujian: dengan catatan. Catatan: Grafik kedua kosong',
    );

    const pdf = await PDFDocument.load(form);
    const number = pdf.getForm().getTextField('uat.nomor_tiket');
    number.disableReadOnly();
    number.setText('SR-261123-0099-9');
    const changed = await returned(await signed(Buffer.from(await pdf.save({ useObjectStreams: false }))));
    expect(changed.told).toEqual(['desk.paper → meja-layanan']);
    expect((await stateOf(changed)).status).toBe('resolved');
  });

  it('signed by hand waits for the desk, whose word ends the ticket', async () => {
    const outcome = await returned(await withPicture(await handedOut()));
    expect(outcome.told).toEqual(['desk.paper → meja-layanan']);
    const seen = await desk.answers('meja-layanan', desk.last('desk.paper'), '1');

    expect(seen.told).toEqual(['requester.closed → lukman.sardi']);
  });

  it('that nobody can open is to be sent again', async () => {
    await handedOut();
    const outcome = await returned(Buffer.from('%PDF-1.4\nrusak'), 'scan0001.pdf');

    expect(outcome.told).toEqual(['requester.papers → lukman.sardi']);
    expect(desk.last('requester.papers').mail.text).toContain('Lampiran ini tidak dapat dibaca: Berkas ini rusak');
  });

  it('is awaited where the requester only says that all is well, and he is reminded of it', async () => {
    await handedOut();
    const said = await desk.answers('lukman.sardi', desk.last('requester.resolved'), 'Sudah bisa, terima kasih.');
    expect(said.told).toEqual(['requester.reminder → lukman.sardi']);
    expect(desk.last('requester.reminder').mail.subject).toContain('Menunggu formulir UAT');

    desk.setClock('2026-12-07T09:00:00+07:00');
    const sent = await desk.ticks();
    expect(sent.map(({ template }) => template)).toContain('requester.reminder');
    expect((await stateOf(said)).status).toBe('resolved');
  });
});

it('is named as what it is where the desk lets it pass', async () => {
  await handedOut();
  const number = desk.last('requester.resolved').ticket ?? '';

  await desk.writes('meja-layanan', { subject: 'perintah', text: `${number} konfirmasi` });

  expect(desk.last('desk.done').mail.text).toContain('ditutup karena formulir UAT-nya sah');
  expect(desk.last('requester.closed').mail.text).toContain('Formulir UAT Bapak sudah kami terima');
});
