import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let number = '';
beforeEach(async () => {
  desk = await openDesk();
  const opened = await desk.writes('mutia.zahra', {
    subject: 'Sandi email',
    text: 'Mohon sandi email kedinasan saya direset, saya lupa.\n\nMutia',
    cc: ['joyo.handoko'],
  });
  number = opened.decision.tickets[0]?.number ?? '';
});
afterEach(() => desk.close());

const RESTS = ['desk.approval → meja-layanan', 'requester.objection → mutia.zahra', 'team.stop → rft-akun'];

describe('a superior who was only told', () => {
  it.each([
    'Bu Mutia hari ini di ruang operasi, tidak mungkin dia yang minta. Tolong tahan.',
    'Kok aneh ya, setahu saya sandinya baru diganti minggu lalu.',
    'Tunggu sebentar mas, saya telepon orangnya.',
    'Nanti dulu, saya tanyakan ke Mutia.',
    'Apa benar ini dari Mutia?',
    'Waduh jangan, akunnya sedang diperiksa.',
    'Mohon jangan direset sampai ada kabar dari saya.',
    'Hold on please, I am not sure she wrote this.',
  ])('stops the work where he asks to wait or doubts who wrote: %s', async (text) => {
    expect((await desk.answers('joyo.handoko', desk.last('superior.for-information'), text)).told).toEqual(RESTS);
    expect((await desk.ticket(number)).state).toMatchObject({ status: 'on-hold', holdCause: 'objection' });
  });

  it('stops it in the thread, too', async () => {
    const text = 'Sebentar ya, saya ragu ini tulisan Mutia.';
    expect((await desk.answers('joyo.handoko', desk.last('requester.received'), text)).told).toEqual(RESTS);
  });

  it.each([
    'Terima kasih, tolong jangan ditunda ya mas.',
    'Baik. Mutia memang pelupa.',
    'Ok, sandi saya dulu juga begitu.',
    'Tidak ada yang aneh, silakan.',
    'Mohon dibantu cepat, sebentar lagi dia harus kirim laporan.',
    'Saya tunggu kabar baiknya.',
  ])('stops nothing by a remark: %s', async (text) => {
    const { told } = await desk.answers('joyo.handoko', desk.last('superior.for-information'), text);
    expect(told).not.toContain('team.stop → rft-akun');
    expect((await desk.ticket(number)).state.status).toBe('assigned');
  });
});
