import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Sent } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const MAILS = [
  ['promo', 'Promo akhir tahun'],
  ['undian', 'Anda menang undian'],
] as const;

/** Mails from outside wait for a person; the list that numbers them. */
async function listOf(count: number): Promise<Sent> {
  for (const [who, subject] of MAILS.slice(0, count))
    await desk.writes(`${who}@vendor.example`, { subject, text: `${subject}. Mohon ditindaklanjuti.` });
  await desk.writes(OFFICER, { subject: 'perintah', text: 'karantina' });
  return desk.last('desk.quarantine');
}

const heldOnes = async (): Promise<readonly string[]> =>
  (await desk.store.deskBook.held(10)).map(({ from }) => from.replace('@vendor.example', ''));

describe('a deed without a number', () => {
  test.each(['buang', 'spam, buang saja', 'Tidak usah diproses, ini iklan.'])(
    'means the only mail of the list: “%s”',
    async (text) => {
      const { told } = await desk.answers(OFFICER, await listOf(1), text);

      expect(told).toEqual(['desk.done → meja-layanan']);
      expect(await heldOnes()).toEqual([]);
    },
  );

  test('is asked back where the list has several, and nothing is done', async () => {
    const { told } = await desk.answers(OFFICER, await listOf(2), 'buang saja');

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(await heldOnes()).toEqual(['promo', 'undian']);
  });

  test('is none where it is turned round', async () => {
    await desk.answers(OFFICER, await listOf(1), 'jangan dibuang dulu');

    expect(await heldOnes()).toEqual(['promo']);
  });
});
