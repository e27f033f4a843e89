/** A suggestion goes the way of a complaint and is called what it is; a complaint stays one, whatever is suggested in it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

it.each([
  ['ide', 'Sekadar usul ya Pak, bagaimana kalau status permintaan bisa dilihat di layar lobi.'],
  ['Masukan jam layanan', 'Menurut kami jam layanan sebaiknya dibuka sampai pukul 18.00.'],
  ['formulir', 'Alangkah baiknya bila formulir dapat diisi secara daring. Sekadar saran.'],
])('%s: “%s” is answered as a suggestion', async (subject, text) => {
  const { told } = await desk.writes('farid.hakimi', { subject, text });
  expect(told).toEqual(['requester.received → farid.hakimi', 'desk.complaint → meja-layanan']);
  const [received, task] = [desk.last('requester.received').mail, desk.last('desk.complaint').mail];
  expect(received.subject).toContain('Saran diterima');
  expect(received.text).toContain('Saran Bapak kami terima');
  expect(task.subject).toContain('Saran, mohon dijawab');
  expect(task.text).toContain('menyampaikan saran');
  expect(received.text + task.text).not.toMatch(/keluhan/i);
});

it('in English, too', async () => {
  await desk.writes('farid.hakimi', {
    subject: 'suggestion',
    text: 'Just a suggestion: it would be nice if the request forms could be filled in online.',
  });
  const { mail } = desk.last('requester.received');
  expect(mail.subject).toContain('Suggestion received');
  expect(mail.text).toContain('We have received your suggestion');
});

it.each([
  'Kami kecewa, petugasnya ketus. Saran saya, tambah petugas.',
  'Saya mengeluhkan pelayanan yang lamban dan telepon yang tidak diangkat.',
])('%s: a complaint', async (text) => {
  await desk.writes('farid.hakimi', { subject: 'pelayanan', text });
  expect(desk.last('requester.received').mail.text).toContain('Keluhan Bapak kami terima');
  expect(desk.last('desk.complaint').mail.subject).toContain('Keluhan, mohon dijawab');
});
