import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function asked(...names: readonly string[]): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (const name of names.length === 0 ? ['SIMANTAP'] : names) {
    const opened = await desk.writes('lukman.sardi', {
      subject: `Hosting ${name}`,
      text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${name} yang dinonaktifkan bulan lalu.`,
      cc: ['dewi.anjarwati'],
    });
    numbers.push(opened.decision.tickets[0]?.number ?? '');
  }
  return numbers;
}
const says = (words: string): Promise<Outcome> =>
  desk.answers(
    'dewi.anjarwati',
    desk.letters.findLast(({ to }) => to.startsWith('dewi')) ?? desk.last('approver.please-approve'),
    words,
  );
const statusOf = async (number = ''): Promise<string> => (await desk.ticket(number)).state.status;

describe('a yes with a wish for more beside it', () => {
  it.each([
    'Setuju. Mohon aplikasi SIRAMA juga diaktifkan kembali.',
    'Disetujui. Kami juga perlu akses VPN bagi dua pegawai baru.',
    'Setuju, dan saya juga minta dibuatkan surel untuk sekretariat.',
  ])('counts; the wish is shown to the desk, and its writer hears that it is not part of it: %s', async (words) => {
    const [number] = await asked();
    const { told } = await says(words);
    expect(await statusOf(number)).toBe('assigned');
    expect(told).toEqual([
      'approver.receipt → dewi.anjarwati',
      'requester.progress → lukman.sardi',
      'team.assigned → rft-hosting',
      'desk.reply-unclear → meja-layanan',
    ]);
    expect(desk.last('desk.reply-unclear').mail.text).toContain(words);
    expect(desk.last('desk.reply-unclear').mail.text).toContain('persetujuannya sudah kami catat');
    expect(desk.last('approver.receipt').mail.text).toContain('mohon dikirim sebagai email tersendiri');
  });

  it('is one letter to the desk where it is a yes to several', async () => {
    const numbers = await asked('SIMANTAP', 'SILAMA', 'SIKEU', 'SIPEG');
    const { told } = await says('Setuju semua. Mohon dibuatkan juga untuk aplikasi SIRAMA.');
    if ((await statusOf(numbers[0])) === 'assigned') {
      expect(told.filter((line) => line.startsWith('desk.'))).toEqual(['desk.reply-unclear → meja-layanan']);
      expect(desk.last('approver.receipts').mail.text).toContain('email tersendiri');
    } else expect(told).toEqual(['approver.several → dewi.anjarwati']);
  });

  it('becomes his ticket by one line of the desk', async () => {
    await asked();
    await says('Setuju. Mohon aplikasi SIRAMA juga diaktifkan kembali.');
    const line = 'atas nama dewi.anjarwati@kemenkeu.example: mohon hosting IaaS untuk aplikasi SIRAMA';
    const { told } = await desk.answers('meja-layanan', desk.last('desk.reply-unclear'), line);
    expect(told[0]).toBe('requester.written-down → dewi.anjarwati');
  });

  it.each([
    'Setuju, mohon segera dikerjakan juga ya mas.',
    'Setuju, tolong kabari juga Lukman.',
    'Setuju, mohon dapat dibantu dan segera ditindaklanjuti, terima kasih.',
  ])('is none where he only wants the same done: %s', async (words) => {
    const [number] = await asked();
    const { told } = await says(words);
    expect(await statusOf(number)).toBe('assigned');
    expect(told).toEqual(['requester.progress → lukman.sardi', 'team.assigned → rft-hosting']);
  });

  it('is none where he wants it today', async () => {
    await asked();
    const { told } = await says('Setuju. Mohon dikerjakan hari ini juga kalau memungkinkan.');
    expect(told.filter((line) => line.startsWith('desk.'))).toEqual([]);
  });
});
