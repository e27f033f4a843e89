/** An answer to the letter about several tickets of one mail reaches the ticket that it is about. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
const numbers: string[] = [];
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function writes(text: string): Promise<void> {
  const { decision } = await desk.writes('mutia.zahra', { subject: 'beberapa permintaan', text });
  numbers.splice(0, numbers.length, ...decision.tickets.map(({ number }) => number));
}
const answers = (text: string, cc: readonly string[] = []): Promise<Outcome> =>
  desk.answers('mutia.zahra', desk.last('requester.several'), text, { cc });
const statuses = (): Promise<readonly string[]> =>
  Promise.all(numbers.map(async (number) => (await desk.ticket(number)).state.status));

const BOTH_LACK =
  'Mohon dua hal berikut:\n1. reset password email kedinasan saya, lupa.\n2. pembuatan folder bersama (sharing folder) untuk subbagian kami.';
const ONE_LACKS =
  'Mohon dua hal berikut:\n1. perbaikan printer di ruangan kami, mati total sejak pagi.\n2. pembuatan folder bersama (sharing folder) untuk subbagian kami.';

it.each([
  ['Untuk NUMBER atasan saya di Cc.'],
  ['Yang SHORT atasannya saya cc ya'],
  ['Atasan untuk folder sudah saya tembuskan.'],
])('%s: the ticket named goes on, the other waits', async (text) => {
  await writes(BOTH_LACK);
  expect(await statuses()).toEqual(['incomplete', 'incomplete']);
  const second = numbers[1] ?? '';
  await answers(text.replace('NUMBER', second).replace('SHORT', second.slice(-6)), ['joyo.handoko']);
  const [first, named] = await statuses();
  expect(first).toBe('incomplete');
  expect(named).not.toBe('incomplete');
});

it('a superior for all of them completes all', async () => {
  await writes(BOTH_LACK);
  await answers('Baik, atasan saya sudah di Cc.', ['joyo.handoko']);
  for (const status of await statuses()) expect(status).not.toBe('incomplete');
});

it('what only one of them lacks completes that one', async () => {
  await writes(ONE_LACKS);
  expect((await statuses())[1]).toBe('incomplete');
  await answers('Atasan saya ada di Cc.', ['joyo.handoko']);
  expect((await statuses())[1]).not.toBe('incomplete');
});

it('a withdrawal that names none is shown to the desk, one that names its ticket counts for that', async () => {
  await writes(BOTH_LACK);
  const outcome = await answers('Tidak jadi, mohon dibatalkan.');
  expect(outcome.told).toContain('desk.reply-unclear → meja-layanan');
  expect(await statuses()).toEqual(['incomplete', 'incomplete']);
  await answers(`${numbers[1] ?? ''} tidak jadi, mohon dibatalkan.`);
  expect(await statuses()).toEqual(['incomplete', 'cancelled']);
});
