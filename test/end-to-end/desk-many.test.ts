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

describe('a day of orders', () => {
  const orders = (text: string) => desk.writes(OFFICER, { subject: 'perintah', text });
  const PEOPLE = ['lukman.sardi', 'mutia.zahra', 'rizki.amelia'] as const;

  async function opened(count: number): Promise<readonly string[]> {
    const numbers: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const text = `Mohon reset password email saya, lupa. Ruang ${index + 1}.`;
      const who = PEOPLE[index % PEOPLE.length] ?? 'mutia.zahra';
      const made = await desk.writes(who, { subject: 'Lupa sandi', text, cc: ['joyo.handoko', 'dewi.anjarwati'] });
      numbers.push(made.decision.tickets[0]?.number ?? '');
      desk.pass(600_000);
    }
    return numbers;
  }
  const statusOf = async (number = ''): Promise<string> => (await desk.ticket(number)).state.status;

  test('under one subject has a receipt for each', async () => {
    const numbers = await opened(8);
    for (const number of numbers) {
      desk.pass(60_000);
      expect((await orders(`${number} arsip`)).told).toContain('desk.done → meja-layanan');
    }
  });

  test('may name several tickets before one command', async () => {
    const numbers = await opened(4);
    await orders(`${numbers[0]}, ${numbers[1]} arsip`);
    expect(await Promise.all(numbers.slice(0, 2).map(statusOf))).toEqual(['cancelled', 'cancelled']);
    await orders(`${numbers[2]} dan ${numbers[3]} selesai: sandi sudah kami ganti di loket`);
    expect(await Promise.all(numbers.slice(2).map(statusOf))).toEqual(['resolved', 'resolved']);
    expect(desk.last('requester.resolved').mail.text).not.toContain(numbers[2]);
  });

  test('has each line for its own ticket: none becomes the text of the one above', async () => {
    const [first = '', second = '', third = ''] = await opened(3);
    const { told } = await orders(
      [
        `${first} catatan: sudah ditelepon`,
        `${second} tanya: akun yang mana, yang lama atau yang baru?`,
        `${third} selesai: kabel jaringannya kami ganti`,
      ].join('\n'),
    );
    expect(told.filter((line) => line.startsWith('requester.question'))).toHaveLength(1);
    expect(desk.last('requester.question').ticket).toBe(second);
    expect(await Promise.all([first, second, third].map(statusOf))).toContain('resolved');
    expect(await statusOf(second)).toBe('on-hold');
    expect(await statusOf(third)).toBe('resolved');
  });
});
