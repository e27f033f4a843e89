/** A mail that is handed on: what stands above it says whether anything is wanted. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const BELOW = [
  '',
  '',
  '---------- Forwarded message ---------',
  'Dari: Joyo Handoko <joyo.handoko@kemenkeu.example>',
  'Date: Kam, 19 Nov 2026',
  'Subject: Permintaan akun',
  'To: Mutia',
  '',
  'Tolong minta pembuatan akun email untuk pegawai baru ke Pusintek.',
].join('\n');

const hands = (above: string): Promise<Outcome> =>
  desk.writes('mutia.zahra', { subject: 'Fwd: Permintaan akun', text: `${above}${BELOW}` });

it.each([
  'Untuk arsip service desk saja, urusannya sudah kelar ya Mas.',
  'Untuk diketahui, permintaan ini sudah kami selesaikan sendiri. Tidak perlu diproses.',
  'For your files, no action needed.',
])('%s: no ticket, and nobody is asked for anything', async (above) => {
  const { decision, told } = await hands(above);
  expect(decision.tickets).toEqual([]);
  expect(told).toEqual([]);
});

it.each(['FYI', 'Sebagai informasi ya Pak.', 'Sudah selesai ditandatangani Pak Kabid.'])(
  '%s: the desk finds out whether anything is wanted',
  async (above) => {
    const { told } = await hands(above);
    expect(told).toEqual(['requester.received → mutia.zahra', 'desk.triage → meja-layanan']);
    expect(desk.last('desk.triage').mail.text).toContain('Pembuatan');
  },
);

it.each([
  'FYI, mohon ditindaklanjuti.',
  'Mohon bantuannya untuk permintaan di bawah ini.',
  'Sekadar informasi, akunnya kami butuh segera.',
  'Untuk Bu Sri di bagian arsip.',
])('%s: a request', async (above) => {
  const { decision } = await hands(above);
  expect((await desk.ticket(decision.tickets[0]?.number ?? '')).state).toMatchObject({
    kind: 'request',
    service: 'ITSM.8',
  });
});
