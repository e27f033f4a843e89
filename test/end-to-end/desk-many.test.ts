import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';

describe('the list of held mails', () => {
  test('counts all of them and says how many it does not show', async () => {
    for (let index = 1; index <= 33; index += 1)
      await desk.writes(`orang${index}@vendor.example`, {
        subject: `Brosur ${index}`,
        text: `Brosur ${index} kami lampirkan.`,
      });

    await desk.writes(OFFICER, { subject: 'minta daftar', text: 'karantina' });

    const { text, subject } = desk.last('desk.quarantine').mail;
    expect(subject).toContain('33 email menunggu keputusan');
    expect(text).toContain('dan 3 lagi');
    await desk.answers(OFFICER, desk.last('desk.quarantine'), 'buang semua');
    expect(await desk.store.deskBook.held(50)).toHaveLength(3);
  });
});
