import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';

async function assigned(): Promise<string> {
  const opened = await desk.writes('mutia.zahra', {
    subject: 'Lupa sandi',
    text: 'Mohon reset password email saya, saya lupa passwordnya.',
    cc: ['joyo.handoko'],
  });
  return opened.decision.tickets[0]?.number ?? '';
}
const orders = (text: string): Promise<Outcome> => desk.writes(OFFICER, { subject: 'perintah', text });
const receipt = (): string => desk.last('desk.done').mail.text.replace(/\s+/g, ' ');
const statusOf = async (number: string): Promise<string> => (await desk.ticket(number)).state.status;

describe('what the desk has done itself', () => {
  test.each([
    ['selesai: sandi sudah kami ganti langsung di meja layanan', 'sandi sudah kami ganti'],
    ['selesai: user datang sendiri, sudah dibuatkan sandi sementara', 'sudah dibuatkan sandi sementara'],
  ])('is told to the requester in the desk’s name, and comes back as a receipt: %s', async (words, said) => {
    const number = await assigned();
    const { told } = await orders(`${number} ${words}`);
    expect(told).toEqual(['requester.resolved → mutia.zahra', 'team.news → rft-akun', 'desk.done → meja-layanan']);
    const { text } = desk.last('requester.resolved').mail;
    expect(text).toContain(said);
    expect(text).toContain('Catatan tim Meja Layanan');
    expect(text).not.toContain('Akun dan Email');
    expect(receipt()).toContain(`${number} kami catat selesai`);
    expect(receipt()).toContain('balas email ini dengan: batal');
    expect(desk.last('team.news').mail.text).toContain('tidak lagi di tim');
  });

  test.each(['receipt', 'a mail of its own', 'the ticket'])('is taken back by batal on %s', async (way) => {
    const number = await assigned();
    await orders(`${number} selesai: sudah kami tangani di tempat`);
    const { told } =
      way === 'receipt'
        ? await desk.answers(OFFICER, desk.last('desk.done'), 'batal')
        : await orders(way === 'the ticket' ? `${number} batal` : 'batal');
    expect(await statusOf(number)).toBe('assigned');
    expect(told).toEqual(['requester.corrected → mutia.zahra', 'team.assigned → rft-akun', 'desk.done → meja-layanan']);
    expect(desk.last('requester.corrected').mail.text).toContain('tetap kami proses');
    const again = await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sandi sudah direset');
    expect(again.told).toContain('requester.resolved → mutia.zahra');
  });

  test('is the last command, so batal leaves the one before alone', async () => {
    const [first, second] = [await assigned(), await assigned()];
    await orders(`${first} arsip`);
    await orders(`${second} selesai: sudah kami bantu di loket`);
    await orders('batal');
    expect(await statusOf(second)).toBe('assigned');
    expect(await statusOf(first)).toBe('cancelled');
  });

  test.each([
    ['Sudah bisa, terima kasih banyak.', 'closed'],
    ['Belum bisa masuk, Pak, sandinya ditolak.', 'assigned'],
  ])('stands once the requester has answered, and the desk hears just that: %s', async (words, status) => {
    const number = await assigned();
    await orders(`${number} selesai: sudah kami tangani di tempat`);
    const done = desk.last('desk.done');
    await desk.answers('mutia.zahra', desk.last('requester.resolved'), words);
    const { told } = await desk.answers(OFFICER, done, 'batal');
    expect(told.filter((line) => !line.startsWith('desk.'))).toEqual([]);
    expect(desk.letters.at(-1)?.mail.text).toContain('sudah ada yang membalas sejak itu');
    expect(await statusOf(number)).toBe(status);
  });

  test('asks for the note where there is none, and nothing is done by then', async () => {
    const number = await assigned();
    const { told } = await orders(`${number} selesai`);
    expect(told).toEqual(['team.note-needed → meja-layanan']);
    expect(await statusOf(number)).toBe('assigned');
  });
});

describe('other words of the desk that move a ticket', () => {
  test('come back as a receipt: a question to the requester, in the desk’s name', async () => {
    const number = await assigned();
    const { told } = await orders(`${number} tanya: akun yang mana, yang lama atau yang baru?`);
    expect(told).toEqual(['requester.question → mutia.zahra', 'desk.done → meja-layanan']);
    expect(desk.last('requester.question').mail.text).not.toContain('Akun dan Email');
    expect(receipt()).toContain(`Pertanyaan Bapak/Ibu pada ${number}`);
    await desk.answers(OFFICER, desk.last('desk.done'), 'batal');
    expect(await statusOf(number)).toBe('assigned');
  });

  test('come back as a receipt: a rest with its reason', async () => {
    const number = await assigned();
    const { told } = await orders(`${number} tunda: sampai 30 November, karena menunggu surat dari biro`);
    expect(told).toEqual(['requester.message → mutia.zahra', 'desk.done → meja-layanan']);
    expect(receipt()).toContain(`${number} ditunda`);
  });
});
