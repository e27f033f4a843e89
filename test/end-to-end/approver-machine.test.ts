import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  const text = 'Mohon hosting IaaS aplikasi SIMANTAP diaktifkan kembali, bulan lalu dinonaktifkan.\n\nLukman';
  await desk.writes('lukman.sardi', { subject: 'SIMANTAP', text, cc: ['dewi.anjarwati'] });
});
afterEach(() => desk.close());

const AWAY = ['requester.approver-away → lukman.sardi', 'desk.approval → meja-layanan'];

const answered = (text: string, subject = 'Balasan otomatis: Mohon persetujuan'): ReturnType<Desk['answers']> =>
  desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), text, {
    subject,
    headers: ['Auto-Submitted: auto-replied'],
    withoutQuote: true,
  });

describe('an automatic answer of the person asked', () => {
  it.each([
    'Surel Saudara telah kami terima dan tercatat dalam antrean sekretariat Kepala Bidang.',
    'Terima kasih atas email Anda. Kami akan segera menghubungi Anda kembali pada hari kerja.',
    'Your message is waiting. Please click the link below to confirm that you are a human.',
    'Thank you, we have received your email. A reply will be sent by 27 November 2026.',
    'Email Anda diterima. Bila saya sedang dinas luar, sekretaris saya akan menjawabnya.',
    'Email Anda sudah masuk dan akan dijawab paling lambat 30 November 2026.',
    'Terima kasih. Saya sudah kembali dari cuti dan membaca email satu per satu.',
    'Setuju',
  ])('that tells of no absence tells nobody anything: %s', async (text) => {
    const { told, decision } = await answered(text);
    expect(told).toEqual([]);
    expect(decision.tickets.map(({ events }) => events.map(({ type }) => type))).toEqual([['MailAttached']]);
  });

  it.each([
    'Terima kasih, email Anda sudah saya terima. Saya sedang mengikuti diklat di Magelang s.d. 27 November 2026.',
    'Saya tidak berada di kantor hingga Jumat. Untuk hal mendesak hubungi Pak Harun.',
    'Saya rapat kerja di Bali sampai dengan 27 November 2026.',
    'I am on annual leave and will be back on 30 November 2026.',
    'Thank you for your message. I am currently travelling with limited access to email.',
    'Per 1 November saya telah pindah tugas ke Kanwil DJPb Bali.',
    'Akan masuk kantor lagi tanggal 30 November 2026.',
  ])('that tells of one is told to the requester and the desk: %s', async (text) => {
    expect((await answered(text)).told).toEqual(AWAY);
  });

  it('may tell of it in its subject alone', async () => {
    expect((await answered('Terima kasih.', 'Out of Office: Mohon persetujuan')).told).toEqual(AWAY);
  });

  it('that only acknowledges does not hide the absence that is told later', async () => {
    await answered('Email Anda telah kami terima.');
    expect((await answered('Saya sedang cuti sampai 27 November 2026.')).told).toEqual(AWAY);
  });
});
