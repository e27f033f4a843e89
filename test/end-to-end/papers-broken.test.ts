/** Attachments that nobody can open, or that hold what should not be run: the mail is dealt with all the same, and who is concerned hears of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { buildPdf } from '../papers/form-builder.ts';
import { openDesk, type Desk, type Written } from './desk.ts';
import { resetForm, type Attached } from './papers.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET: Written = {
  subject: 'reset password user aplikasi SPAN',
  text: 'mohon reset password user aplikasi SPAN saya dengan Form 3.1.',
};
const pdf = (filename: string, content: string | Buffer): Attached => ({
  filename,
  type: 'application/pdf',
  content: Buffer.from(content),
});
const BROKEN = '%PDF-1.4\nini bukan pdf';
const writes = async (...attachments: readonly Attached[]) => desk.writes('mutia.zahra', { ...RESET, attachments });

describe('an attachment that cannot be read', () => {
  it.each([
    ['broken', pdf('scan0001.pdf', BROKEN), 'berkas ini rusak dan tidak dapat dibuka'],
    ['empty', pdf('scan0001.pdf', ''), 'berkas ini kosong'],
    ['another kind of file', pdf('scan0001.pdf', readFileSync('fixtures/papers/bukan.pdf')), 'bukan PDF'],
  ])('and was needed is named to its sender with the reason and what to do: %s', async (_name, file, reason) => {
    const opened = await writes(file);

    expect(opened.told).toEqual(['requester.incomplete → mutia.zahra']);
    const { text } = desk.last('requester.incomplete').mail;
    expect(text).toContain('Lampiran scan0001.pdf tidak dapat dibaca: ');
    expect(text).toContain(reason);
    expect(text).toContain('Mohon kirim kembali lampiran itu sebagai PDF, DOCX, XLSX, atau CSV yang dapat dibuka');
  });

  it('is named once, also where the file holds several, and beside what is wrong with others', async () => {
    const form = await resetForm({ 'pemohon.telepon': '' });
    await writes(pdf('scan0001.pdf', BROKEN), form);
    const { text, html } = desk.last('requester.papers').mail;

    expect(text.split('scan0001.pdf')).toHaveLength(2);
    expect(html.split('scan0001.pdf')).toHaveLength(2);
    expect(text).toContain('Telepon pemohon belum diisi');
  });

  it('does not hold up what is understood by its name; the team is told what it will find', async () => {
    const opened = await writes(pdf('Form 3.1.pdf', BROKEN));

    expect(opened.told).toEqual(['requester.received → mutia.zahra', 'team.assigned → rft-aplikasi']);
    expect(desk.last('requester.received').mail.text).toContain('Lampiran Form 3.1.pdf tidak dapat dibaca');
    expect(desk.last('team.assigned').mail.text).toContain(
      '- Form 3.1.pdf (tidak dapat dibaca: berkas ini rusak dan tidak dapat dibuka)',
    );
  });

  it('sent again as broken as before is answered again, and a good one lets the ticket go on', async () => {
    await writes(pdf('scan0001.pdf', BROKEN));
    const again = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Berikut kami kirim ulang.', {
      attachments: [pdf('scan0002.pdf', BROKEN)],
    });
    expect(again.told).toEqual(['requester.incomplete → mutia.zahra']);
    expect(desk.last('requester.incomplete').mail.text).toContain('Lampiran scan0002.pdf tidak dapat dibaca');

    const good = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Berikut formulirnya.', {
      attachments: [await resetForm()],
    });
    expect(good.told).toEqual(['requester.progress → mutia.zahra', 'team.assigned → rft-aplikasi']);
    expect(desk.last('requester.progress').mail.text).not.toContain('tidak dapat dibaca');
  });

  it('is nothing to trouble its sender with for its length alone, where nobody checks it', async () => {
    const long = await buildPdf({ pages: 31, lines: ['Panduan'] });
    await desk.writes('mutia.zahra', {
      subject: 'Lupa password',
      text: 'Mohon reset password email saya, saya lupa passwordnya.',
      cc: ['joyo.handoko'],
      attachments: [pdf('Panduan.pdf', long)],
    });

    expect(desk.last('requester.received').mail.text).not.toContain('tidak dapat dibaca');
    expect(desk.last('team.assigned').mail.text).toContain(
      '- Panduan.pdf (tidak dapat dibaca: berkas ini lebih dari 30',
    );
  });
});

const PASSWORD: Written = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, saya lupa passwordnya.',
  cc: ['joyo.handoko'],
};
const FAULT: Written = {
  subject: 'Internet mati',
  text: 'Selamat pagi, internet di lantai 3 mati sejak pukul 08.00. Mohon segera dibantu.',
};

async function scripted(): Promise<Attached> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Panduan');
  document.addJavaScript('buka', 'app.alert(1)');
  return pdf('Panduan.pdf', Buffer.from(await document.save()));
}

describe('an attachment that holds what should not be run', () => {
  const fixture = (filename: string): Attached => pdf(filename, readFileSync(`fixtures/papers/${filename}`));

  it.each([
    ['form31-javascript.pdf', 'berisi skrip; jangan dijalankan'],
    ['form31-launch.pdf', 'menjalankan program lain; jangan diizinkan'],
    ['polyglot.pdf', 'sekaligus berkas jenis lain; buka dengan hati-hati'],
    ['daftar-rumus.xlsx', 'berisi rumus; periksa sebelum dihitung ulang'],
  ])('goes on as it is, with a warning beside its name: %s', async (filename, warning) => {
    await desk.writes('mutia.zahra', { ...FAULT, attachments: [fixture(filename)] });
    const { mail } = desk.last('team.assigned');

    expect(mail.text).toContain(`- ${filename} (`);
    expect(mail.text).toContain(`(${warning})`);
    expect(mail.html).toContain(`(${warning})`);
  });

  it('that is a list nobody asked: its faulty rows are told to the team, and hold up nothing', async () => {
    const told = await desk.writes('mutia.zahra', { ...FAULT, attachments: [fixture('daftar-akun-salah.csv')] });

    expect(told.told).toEqual(expect.arrayContaining([expect.stringMatching(/^team\.assigned/)]));
    expect(desk.last('team.assigned').mail.text).toMatch(
      /^- daftar-akun-salah\.csv \(perlu diperhatikan: .*baris \d+: NIP.*\)$/m,
    );
    expect(desk.last('requester.received').mail.text).not.toContain('baris');
  });

  it('is told of where a later mail brings it', async () => {
    await desk.writes('mutia.zahra', PASSWORD);
    await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Sebagai tambahan informasi, ini panduan yang saya pakai.',
      {
        attachments: [await scripted()],
      },
    );

    expect(desk.last('team.message').mail.text).toContain('- Panduan.pdf (berisi skrip; jangan dijalankan)');
  });
});

describe('a scan that nobody has read', () => {
  it('counts by its name, and the team is told that nobody has looked into it', async () => {
    const scan = readFileSync('fixtures/papers/ktp-sari.jpg');
    await desk.writes('mutia.zahra', {
      ...FAULT,
      attachments: [
        { filename: 'KTP Mutia.jpg', type: 'image/jpeg', content: scan },
        pdf('Panduan.pdf', await buildPdf({ lines: ['Panduan penggunaan aplikasi'] })),
      ],
    });
    const { text } = desk.last('team.assigned').mail;

    expect(text).toContain('- KTP Mutia.jpg (hasil pindai atau foto; isinya belum diperiksa)\n');
    expect(text).toContain('- Panduan.pdf\n');
  });
});

describe('an office that wants the desk to see such attachments first', () => {
  const wary = async (...codes: readonly string[]): Promise<void> => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook) => ({ ...rulebook, settings: { ...rulebook.settings, withholdPapersWith: codes } }),
    });
  };

  it('gets them at the desk; the team has them once it has let them pass', async () => {
    await wary('script', 'macro');
    const opened = await desk.writes('mutia.zahra', { ...PASSWORD, attachments: [await scripted()] });
    expect(opened.told).toEqual(['requester.received → mutia.zahra', 'desk.triage → meja-layanan']);
    expect(desk.last('requester.received').mail.text).toContain('perlu diperiksa petugas dahulu');
    expect(desk.last('desk.triage').mail.text).toContain('(berisi skrip; jangan dijalankan)');

    const passed = await desk.answers('meja-layanan', desk.last('desk.triage'), '1');
    expect(passed.told).toContain('team.assigned → rft-akun');
  });

  it('keeps those of a later mail from the team, too', async () => {
    await wary('script');
    await desk.writes('mutia.zahra', PASSWORD);
    const told = await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Sebagai tambahan informasi, ini panduan yang saya pakai.',
      {
        attachments: [await scripted()],
      },
    );

    expect(told.told).toEqual(['team.message → rft-akun', 'desk.triage → meja-layanan']);
    expect(desk.last('team.message').mail.text).toContain('kami serahkan kepada meja layanan');
    expect(desk.last('team.message').mail.attachments).toEqual([]);
  });

  it('is troubled with nothing else', async () => {
    await wary('macro');
    const opened = await desk.writes('mutia.zahra', { ...PASSWORD, attachments: [await scripted()] });

    expect(opened.told).toContain('team.assigned → rft-akun');
  });
});
