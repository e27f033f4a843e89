import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let number = '';
beforeEach(async () => {
  desk = await openDesk();
  const opened = await desk.writes('lukman.sardi', {
    subject: 'Hosting SIPANDU',
    text: 'Selamat pagi, mohon hosting IaaS aplikasi SIPANDU diaktifkan kembali.\n\nLukman',
    cc: ['dewi.anjarwati'],
  });
  number = opened.decision.tickets[0]?.number ?? '';
});
afterEach(() => desk.close());

const answered = async (text: string): Promise<readonly string[]> =>
  (await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), text)).told;
const status = async (): Promise<string> => (await desk.ticket(number)).state.status;

describe('words of refusal in an approver’s answer', () => {
  it.each([
    'Tidak mungkin rasanya saya menolak permohonan ini.',
    'Masa iya saya tolak, hehe.',
    'Permohonan seperti ini jangan sampai ditolak.',
    'Ga usah dulu ya mas.',
    'Belum saya setujui.',
    'Kami tidak dapat menyetujui tanpa nota dinas.',
    'Sebelum hasil uji keamanannya saya terima, tidak bisa saya setujui.',
    'Tidak perlu menunggu saya, nanti saya baca.',
    'Tidak bisa saya putuskan hari ini.',
  ])('refuse nothing where he says the contrary, puts it off or waits: %s', async (text) => {
    expect(await answered(text)).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(await status()).toBe('awaiting-approval');
  });

  it.each([
    'Saya tolak dulu, aplikasinya belum lulus uji keamanan.',
    'Tidak usah, aplikasinya sudah kami pindahkan.',
    'Sebaiknya jangan, Mas.',
    'Tolong permohonannya ditarik saja.',
    'Ditolak karena diajukan sebelum anggarannya tersedia.',
    'Tidak saya setujui, sampai sekarang aplikasinya tidak pernah dipakai.',
  ])('refuse where nothing turns them round: %s', async (text) => {
    expect(await answered(text)).toEqual(['requester.refused → lukman.sardi']);
    expect(await status()).toBe('rejected');
  });
});
