/** A question that an article of ours may answer stays open until its asker says whether it did. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
let number = '';
beforeEach(async () => {
  desk = await openDesk();
  const { decision } = await desk.writes('mutia.zahra', {
    subject: 'ganti password email',
    text: 'Selamat pagi, mau tanya, bagaimana cara ganti password email sendiri?',
  });
  number = decision.tickets[0]?.number ?? '';
});
afterEach(() => desk.close());

const answers = (text: string, more = {}): Promise<Outcome> =>
  desk.answers('mutia.zahra', desk.last('requester.received'), text, more);
const status = async (): Promise<string> => (await desk.ticket(number)).state.status;

it.each([
  'Sudah membantu, terima kasih.',
  'Nah, berhasil. Makasih.',
  'Oke, sudah bisa saya ganti. Trims',
  'Sudah terjawab, Mas.',
])('%s: closed, and the desk has nothing to answer any more', async (text) => {
  expect(desk.last('requester.received').mail.text).toContain('Artikel');
  const outcome = await answers(text);
  expect(outcome.told).toEqual(['requester.closed → mutia.zahra', 'team.message → meja-layanan']);
  expect(await status()).toBe('closed');
});

it.each([
  'Belum membantu, saya tetap tidak bisa masuk.',
  'Masih bingung, langkah kedua itu di mana ya?',
  'Sudah saya baca, cukup jelas, tapi menunya tidak ada.',
  'Sudah bisa dibuka, masih bingung menunya.',
])('%s: the desk has it', async (text) => {
  const outcome = await answers(text);
  expect(outcome.told.join()).toContain('meja-layanan');
  expect(await status()).toBe('triage');
});

it.each(['Terima kasih.', 'Terima kasih sudah membantu, saya coba dulu.'])('%s: stays open', async (text) => {
  await answers(text);
  expect(await status()).toBe('triage');
});

it('what the HTML alone takes back is not closed', async () => {
  await answers('Sudah membantu, terima kasih.', { html: '<p>Belum membantu sama sekali.</p>' });
  expect(await status()).toBe('triage');
});
