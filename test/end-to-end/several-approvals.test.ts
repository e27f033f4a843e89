import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const hosting = (name: string): Written => ({
  subject: `Pengaktifan kembali hosting IaaS ${name}`,
  text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${name} yang dinonaktifkan bulan lalu.`,
  cc: ['dewi.anjarwati'],
});
const TWO: Written = {
  subject: 'Dua permintaan hosting',
  text: [
    'Dengan hormat, kami mengajukan dua permintaan:',
    '1. Pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
    '2. Backup hosting IaaS untuk aplikasi SILAMA.',
  ].join('\n'),
  cc: ['dewi.anjarwati'],
};
const NAMES = ['SIMANTAP', 'SILAMA', 'SIKEU', 'SIPEG', 'SIRUP'];

async function openFive(): Promise<readonly Outcome[]> {
  const opened: Outcome[] = [];
  for (const name of NAMES) {
    opened.push(await desk.writes('lukman.sardi', hosting(name)));
    desk.pass(3_600_000);
  }
  return opened;
}
const numberOf = (outcome: Outcome): string => outcome.decision.tickets[0]?.number ?? '';
const statusOf = async (number: string): Promise<string> => (await desk.ticket(number)).state.status;
const digest = () => desk.last('approver.several');
const answers = (words: string, more = {}): Promise<Outcome> => desk.answers('dewi.anjarwati', digest(), words, more);
const statuses = async (outcomes: readonly Outcome[]): Promise<readonly string[]> =>
  Promise.all(outcomes.map((one) => statusOf(numberOf(one))));

describe('more than three approvals of one person', () => {
  it('come as one list from the fourth on; before, each has a letter of its own', async () => {
    const opened = await openFive();
    expect(opened.map(({ told }) => told.at(-1))).toEqual([
      ...Array.from({ length: 3 }, () => 'approver.please-approve → dewi.anjarwati'),
      ...Array.from({ length: 2 }, () => 'approver.several → dewi.anjarwati'),
    ]);
    const { text, subject } = digest().mail;
    expect(subject).toContain('5 permintaan');
    for (const [index, one] of opened.entries())
      expect(text).toMatch(new RegExp(`${index + 1}\\. [^]*${numberOf(one)}`));
  });

  it('are all given by one plain yes', async () => {
    const opened = await openFive();
    const yes = await answers('Setuju semua.');
    expect(await statuses(opened)).toEqual(Array.from({ length: 5 }, () => 'assigned'));
    expect(yes.told.filter((line) => line.startsWith('team.assigned'))).toHaveLength(5);
  });

  it('are answered by number, the rest goes on waiting', async () => {
    const opened = await openFive();
    const some = await answers('1 setuju, 2 tidak setuju karena anggarannya tidak ada, 4 setuju');
    expect(await statuses(opened)).toEqual([
      'assigned',
      'rejected',
      'awaiting-approval',
      'assigned',
      'awaiting-approval',
    ]);
    expect(desk.last('requester.answered').mail.text).toContain('anggarannya tidak ada');
    expect(some.told).not.toContain('desk.reply-unclear → meja-layanan');
    await answers('3 setuju, 5 setuju');
    expect(await statuses(opened)).toEqual(['assigned', 'rejected', 'assigned', 'assigned', 'assigned']);
  });

  it('are asked back for those that were not plain, in one letter', async () => {
    const opened = await openFive();
    const some = await answers('1 setuju, 2 setuju asalkan selesai minggu ini, 3 nanti saya pelajari dulu');
    expect(some.told.filter((line) => line.startsWith('approver'))).toEqual(['approver.several → dewi.anjarwati']);
    expect(digest().mail.subject).toContain('2 permintaan');
    await answers('setuju semua');
    expect((await statuses(opened)).slice(0, 3)).toEqual(['assigned', 'assigned', 'assigned']);
    expect((await statuses(opened)).slice(3)).toEqual(['awaiting-approval', 'awaiting-approval']);
  });

  it.each(['Ok', 'Noted', 'Setuju untuk sebagian saja', '7 setuju', 'Setuju yang 1 sampai 3 kalau bisa'])(
    'are not given by "%s"',
    async (words) => {
      const opened = await openFive();
      await answers(words);
      expect(await statuses(opened)).toEqual(Array.from({ length: 5 }, () => 'awaiting-approval'));
    },
  );

  it('are not given by somebody else who has the letter, nor by one that nothing vouches for', async () => {
    const opened = await openFive();
    await desk.answers('farid.hakimi', digest(), 'Setuju semua.');
    await answers('Setuju semua.', { auth: 'failed' });
    const doubtful = await answers('Setuju semua.', { auth: 'absent' });
    expect(doubtful.told).toEqual(['approver.several → dewi.anjarwati']);
    expect(await statuses(opened)).toEqual(Array.from({ length: 5 }, () => 'awaiting-approval'));
    await answers('Setuju semua.', { auth: 'absent' });
    expect(await statuses(opened)).toEqual(Array.from({ length: 5 }, () => 'assigned'));
  });

  it('are reminded of by one letter a day, and that letter can be answered', async () => {
    const opened = await openFive();
    const reminded: string[] = [];
    while (desk.now() < Date.parse('2026-11-24T17:00:00+07:00')) {
      desk.pass(3_600_000);
      for (const sent of await desk.ticks()) if (sent.to.startsWith('dewi')) reminded.push(sent.template);
    }
    expect(reminded).toEqual(['approver.several']);
    await answers('Setuju semua.');
    expect(await statuses(opened)).toEqual(Array.from({ length: 5 }, () => 'assigned'));
  });

  it('are each given once, whichever letter is answered', async () => {
    const opened = await openFive();
    const single = desk.letters.find((sent) => sent.template === 'approver.please-approve');
    if (!single) throw new Error('no single letter');
    await desk.answers('dewi.anjarwati', single, 'Setuju');
    const all = await answers('Setuju semua.');
    expect(all.told.filter((line) => line.startsWith('team.assigned'))).toHaveLength(4);
    expect(await statuses(opened)).toEqual(Array.from({ length: 5 }, () => 'assigned'));
  });
});

describe('one mail with two wishes that need a yes', () => {
  it('is one letter to the superior, and each ticket is answered in it', async () => {
    const opened = await desk.writes('lukman.sardi', TWO);
    const numbers = opened.decision.tickets.map((change) => change.number);
    expect(numbers).toHaveLength(2);
    const asked = opened.told.filter((line) => line.startsWith('approver'));
    expect(asked).toEqual(['approver.several → dewi.anjarwati']);
    await answers('1. Setuju\n2. Tidak setuju, masih dipakai.');
    expect(await Promise.all(numbers.map(statusOf))).toEqual(['assigned', 'rejected']);
  });
});

describe('an answer that names several tickets', () => {
  it('counts for the one that was asked by that letter; the other is asked by a letter of its own', async () => {
    const first = await desk.writes('lukman.sardi', hosting('SIMANTAP'));
    const letter = desk.last('approver.please-approve');
    const second = await desk.writes('lukman.sardi', hosting('SILAMA'));
    const [a, b] = [numberOf(first), numberOf(second)];
    const both = await desk.answers('dewi.anjarwati', letter, `${a} setuju; ${b} setuju`);
    expect(await statusOf(a)).toBe('assigned');
    expect(await statusOf(b)).toBe('awaiting-approval');
    expect(both.told).toContain('approver.ask-word → dewi.anjarwati');
    await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(await statusOf(b)).toBe('assigned');
  });
});
