/** After the work is done only the requester's own word on the result closes his ticket. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
let number = '';
beforeEach(async () => {
  desk = await openDesk();
  const { decision } = await desk.writes('mutia.zahra', {
    subject: 'lupa sandi surel',
    text: 'Mohon sandi email kedinasan saya direset, saya lupa.',
    cc: ['joyo.handoko'],
  });
  number = decision.tickets[0]?.number ?? '';
  await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sandi sudah direset, ambil di loket 3');
});
afterEach(() => desk.close());

const answers = (text: string): Promise<Outcome> => desk.answers('mutia.zahra', desk.last('requester.resolved'), text);
const status = async (): Promise<string> => (await desk.ticket(number)).state.status;

it.each([
  'Pak Rudi bilang sudah bisa.',
  'Staf saya melaporkan akunnya sudah aktif.',
  'Jare Mas Agus wis iso.',
  'My colleague says it works now.',
])('%s: another’s word, which the desk reads', async (text) => {
  const outcome = await answers(text);
  expect(await status()).toBe('resolved');
  expect(outcome.told.join()).toContain('meja-layanan');
});

it.each([
  'Sudah saya terima.',
  'Sandi barunya sudah saya ambil tadi pagi di loket, terima kasih.',
  'Sudah dapat emailnya, makasih.',
])('%s: received, and still to be tried', async (text) => {
  await answers(text);
  expect(await status()).toBe('resolved');
});

it.each([
  'Pak Rudi bilang sudah bisa, dan memang sudah bisa saya pakai masuk.',
  'Pak, saya lapor: emailnya sudah bisa dibuka lagi.',
  'Sandi sudah saya ambil dan sudah bisa dipakai masuk.',
  'Kata sandi barunya sudah bisa dipakai, terima kasih.',
])('%s: closed', async (text) => {
  await answers(text);
  expect(await status()).toBe('closed');
});
