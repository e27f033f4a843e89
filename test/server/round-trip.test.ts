/**
 * The way of papers on a real mailbox, as the users go it: a form that was missing comes prefilled, is filled in with another program and
 * signed; a hand-over paper is printed, signed with a pen, scanned askew and known again by its code.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPages } from '../../src/papers/page-images.ts';
import { withPicture } from '../end-to-end/papers.ts';
import { fillWithMupdf, hasProgram, scannedAskew } from '../support/paper-programs.ts';
import { signPdf } from '../support/sign-pdf.ts';
import { openTown, type Read, type Town } from '../support/town.ts';

const WITHOUT_MUPDF = hasProgram('mutool') ? '' : ' (left out: mutool of mupdf-tools is not installed)';
const PDF = 'application/pdf';
const MUTIA = 'mutia.zahra';
const LUKMAN = 'lukman.sardi';
const OFFICER = 'meja-layanan';
const WENING = { name: 'Wening Asmara', nip: '197505162000032023' };

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(async () => {
  await town.close();
});

/** Without the letters of the morning. */
const told = (): readonly string[] => town.told().filter((line) => !/^(?:desk\.digest|operator\.)/.test(line));

/** The paper that came along with a letter. */
function paperOf(letter: Read, name: RegExp): Buffer {
  const found = letter.attachments.find(({ filename }) => name.test(filename));
  if (!found) throw new Error(`no ${name} along with ${letter.template}`);
  return found.content;
}

describe.skipIf(WITHOUT_MUPDF !== '')(`a paper on its way out and back${WITHOUT_MUPDF}`, () => {
  it('is a form, missing at first: prefilled, filled in elsewhere, signed, read, checked, and the team works', async () => {
    await town.writes(MUTIA, {
      subject: 'Reset password user aplikasi SPAN',
      text: 'Mohon reset password user aplikasi SPAN saya dengan Form 3.1.\n\nMutia Zahra',
    });
    const asked = town.letter('requester.incomplete', MUTIA);
    expect(asked.text).toContain('Form 3.1');
    const form = fillWithMupdf(paperOf(asked, /^Form/), {
      'permintaan.jenis': 'reset',
      'permintaan.objek': 'aplikasi',
      'permintaan.jumlah_akun': '1',
      'permintaan.alasan': 'Lupa kata sandi setelah cuti panjang',
      'pemohon.telepon': '0812 0000 1177',
      'akun.nama_depan': 'Mutia',
      'akun.nama_belakang': 'Zahra',
      'akun.nip': '199006132012122025',
      'akun.jabatan': 'Bendahara Pengeluaran',
      'akun.unit': 'Subbagian Pelaksanaan Anggaran',
      'akun.email_lama': 'mutia.zahra@kemenkeu.example',
      'akses.nama_aplikasi': 'SPAN',
      'penyetuju.tempat': 'Jakarta',
      'penyetuju.tanggal': '23 November 2026',
      'pernyataan.setuju_ketentuan': 'ya',
    });
    told();

    // Unsigned it is not taken; signed by the approver it is, under the same number.
    const back = (content: Buffer) => ({ attachments: [{ filename: 'Form 3.1.pdf', type: PDF, content }] });
    await town.answers(MUTIA, asked, 'Berikut formulirnya.', back(form));
    expect(told()).toEqual(['requester.papers → mutia.zahra']);
    expect(town.letter('requester.papers').text).toContain('Formulir belum ditandatangani oleh penyetuju');
    await town.answers(
      MUTIA,
      'requester.papers',
      'Sudah ditandatangani.',
      back(await signPdf(form, 'penyetuju.ttd', WENING)),
    );

    expect(told()).toEqual(['requester.progress → mutia.zahra', 'team.assigned → rft-aplikasi']);
    expect(town.statuses()).toHaveLength(1);
    expect(town.statuses()[0]).toContain('assigned');
  });

  it('is a hand-over paper: signed with a pen, scanned two degrees askew, known by its code, seen, and the ticket closes', async () => {
    await town.writes(LUKMAN, {
      subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
      text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
      cc: ['dewi.anjarwati'],
    });
    await town.answers('dewi.anjarwati', 'approver.please-approve', 'Setuju.');
    await town.answers('rft-hosting', 'team.assigned', 'selesai: hosting sudah aktif kembali');
    const paper = paperOf(town.letter('requester.resolved', LUKMAN), /^BAST/);
    const signed = await withPicture(fillWithMupdf(paper, { 'hasil.diterima': 'baik' }));
    const scan = await scannedAskew(signed, 2);
    told();

    await town.answers(LUKMAN, 'requester.resolved', 'Terlampir.', {
      attachments: [{ filename: 'CamScanner 23-11-2026.pdf', type: PDF, content: scan }],
    });
    expect(told()).toEqual(['desk.paper → meja-layanan']);
    const shown = town.letter('desk.paper');
    expect(shown.text).toContain('BAST');
    expect(shown.attachments.filter(({ filename }) => filename.endsWith('.png')).length).toBe(
      (await drawPages(scan, [1, 2, 3])).length,
    );
    // Known for what it is, though its name says nothing: a file that nobody knows leaves no such event.
    expect(town.desk.query(`select type from events where type = 'BastReceived'`)).toHaveLength(1);

    await town.answers(OFFICER, 'desk.paper', '1');
    expect(told()).toEqual(['requester.closed → lukman.sardi']);
    expect(town.statuses()[0]).toContain('closed');
  });

  it('is the hand-over paper of another ticket: its code tells so, and neither of the two closes', async () => {
    const hosting = async (name: string): Promise<Read> => {
      await town.writes(LUKMAN, {
        subject: `Pengaktifan kembali hosting IaaS ${name}`,
        text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${name} yang dinonaktifkan bulan lalu.`,
        cc: ['dewi.anjarwati'],
      });
      await town.answers('dewi.anjarwati', 'approver.please-approve', 'Setuju.');
      await town.answers('rft-hosting', 'team.assigned', `selesai: hosting ${name} sudah aktif kembali`);
      return town.letter('requester.resolved', LUKMAN);
    };
    const first = await hosting('SIMANTAP');
    const second = await hosting('SIPANDU');
    const scan = await scannedAskew(await withPicture(paperOf(first, /^BAST/)), -2);
    told();

    await town.answers(LUKMAN, second, 'Terlampir.', {
      attachments: [{ filename: 'scan.pdf', type: PDF, content: scan }],
    });

    expect(told()).toEqual(['requester.papers → lukman.sardi']);
    expect(town.letter('requester.papers').text).toContain('BAST ini untuk tiket lain');
    expect(town.statuses().map((line) => line.split(': ')[1])).toEqual(['resolved', 'resolved']);
  });
});
