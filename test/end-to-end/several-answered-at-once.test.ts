import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const NAMES = ['SIMANTAP', 'SILAMA', 'SIKEU', 'SIPEG'];

/** Four of Lukman, and one of another in the same unit where wanted. */
async function openAll(names = NAMES, others: readonly string[] = []): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (const [index, name] of [...names, ...others].entries()) {
    const opened = await desk.writes(index < names.length ? 'lukman.sardi' : 'farid.hakimi', {
      subject: `Pengaktifan kembali hosting IaaS ${name}`,
      text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${name} yang dinonaktifkan bulan lalu.`,
      cc: ['dewi.anjarwati'],
    });
    numbers.push(opened.decision.tickets[0]?.number ?? '');
    desk.pass(1_800_000);
  }
  return numbers;
}
const answers = (words: string): Promise<Outcome> =>
  desk.answers('dewi.anjarwati', desk.last('approver.several'), words);
const statuses = (numbers: readonly string[]): Promise<readonly string[]> =>
  Promise.all(numbers.map(async (number) => (await desk.ticket(number)).state.status));
const toPeople = ({ told }: Outcome): readonly string[] => told.filter((line) => !line.startsWith('team.'));
const all = (status: string, count = NAMES.length): readonly string[] => Array.from({ length: count }, () => status);

describe('one mail that agrees to several requests', () => {
  it.each(['Semuanya boleh, silakan.', 'oke semua ya mas', 'Ya, boleh semua'])(
    'is answered by one receipt and one letter to the requester, both with all numbers: %s',
    async (words) => {
      const numbers = await openAll();
      const yes = await answers(words);
      expect(await statuses(numbers)).toEqual(all('assigned'));
      expect(toPeople(yes)).toEqual(['approver.receipts → dewi.anjarwati', 'requester.answered → lukman.sardi']);
      expect(yes.told.filter((line) => line === 'team.assigned → rft-hosting')).toHaveLength(NAMES.length);
      for (const letter of ['approver.receipts', 'requester.answered'] as const)
        for (const [index, number] of numbers.entries()) {
          expect(desk.last(letter).mail.text).toContain(number);
          expect(desk.last(letter).mail.text).toContain(NAMES[index]);
        }
    },
  );

  it('needs no receipt where each yes was plain', async () => {
    await openAll();
    expect(toPeople(await answers('Setuju semua.'))).toEqual(['requester.answered → lukman.sardi']);
  });

  it('tells each requester of his own tickets alone', async () => {
    const numbers = await openAll(NAMES, ['SIBATIK', 'SIJARAN']);
    const yes = await answers('setuju semua');
    expect(toPeople(yes)).toEqual(['requester.answered → lukman.sardi', 'requester.answered → farid.hakimi']);
    const [his, hers] = [
      desk.last('requester.answered', 'lukman.sardi'),
      desk.last('requester.answered', 'farid.hakimi'),
    ];
    for (const [index, number] of numbers.entries()) {
      expect(his.mail.text.includes(number)).toBe(index < NAMES.length);
      expect(hers.mail.text.includes(number)).toBe(index >= NAMES.length);
    }
  });

  it('that refuses some of them says so with the reason in the same letter', async () => {
    const numbers = await openAll();
    const mixed = await answers('1 dan 4 setuju, 2 tidak setuju karena aplikasinya digabung, 3 setuju');
    expect(await statuses(numbers)).toEqual(['assigned', 'rejected', 'assigned', 'assigned']);
    expect(toPeople(mixed)).toEqual(['requester.answered → lukman.sardi']);
    const { text, subject } = desk.last('requester.answered').mail;
    expect(subject).toContain('Sudah dijawab: 4 permintaan');
    expect(text).toContain('3 disetujui, 1 tidak');
    expect(text).toMatch(new RegExp(`${numbers[1]}[^]*Tidak disetujui[^]*aplikasinya digabung[^]*${numbers[2]}`));
  });

  it('that answers one of them alone leads to the usual letter', async () => {
    await openAll();
    expect(toPeople(await answers('2 setuju'))).toEqual(['requester.progress → lukman.sardi']);
  });
});

describe('the receipt of several', () => {
  const back = (words: string): Promise<Outcome> =>
    desk.answers('dewi.anjarwati', desk.last('approver.receipts'), words);

  it.each(['Batal.', 'Batalkan semua.', 'Maaf, batal semuanya', 'Batal dulu ya mas, saya tanyakan lagi'])(
    'takes all of them back by "%s"',
    async (words) => {
      const numbers = await openAll();
      await answers('Semuanya boleh, silakan.');
      const undone = await back(words);
      expect(await statuses(numbers)).toEqual(all('awaiting-approval'));
      expect(toPeople(undone)).toEqual(['approver.several → dewi.anjarwati']);
      expect(undone.told.filter((line) => line === 'team.stop → rft-hosting')).toHaveLength(NAMES.length);
      await answers('setuju semua');
      expect(await statuses(numbers)).toEqual(all('assigned'));
    },
  );

  it.each(['Batal nomor 2', '2 batal', 'yang nomor 2 batalkan dulu ya', 'batal nomor 2, yang lain tetap'])(
    'takes one of them back by "%s", and the others go on',
    async (words) => {
      const numbers = await openAll();
      await answers('Semuanya boleh, silakan.');
      await back(words);
      expect(await statuses(numbers)).toEqual(['assigned', 'awaiting-approval', 'assigned', 'assigned']);
    },
  );

  it('takes nothing back twice: what waits again is not refused by a second word', async () => {
    const numbers = await openAll();
    await answers('Semuanya boleh, silakan.');
    await back('Batal nomor 3');
    await back('Batal semua');
    expect(await statuses(numbers)).toEqual(all('awaiting-approval'));
  });

  it('is worth nothing in the hands of another', async () => {
    const numbers = await openAll();
    await answers('Semuanya boleh, silakan.');
    const receipt = desk.last('approver.receipts');
    await desk.answers('farid.hakimi', receipt, 'Batal.');
    await desk.answers('dewi.anjarwati', receipt, 'Batal.', { auth: 'absent' });
    expect(await statuses(numbers)).toEqual(all('assigned'));
  });

  it('answered with words that are not plain is one letter to the desk', async () => {
    const numbers = await openAll();
    await answers('Semuanya boleh, silakan.');
    const unclear = await back('Nanti saya bicarakan lagi dengan Pak Harun.');
    expect(toPeople(unclear).filter((line) => line.startsWith('desk.'))).toHaveLength(1);
    expect(await statuses(numbers)).toEqual(all('assigned'));
  });
});

describe('what the requester answers to the letter about several', () => {
  it('ends the one that he names', async () => {
    const numbers = await openAll();
    await answers('setuju semua');
    await desk.answers(
      'lukman.sardi',
      desk.last('requester.answered'),
      `${numbers[2]} tolong dibatalkan saja, tidak jadi.`,
    );
    expect(await statuses(numbers)).toEqual(['assigned', 'assigned', 'cancelled', 'assigned']);
  });

  it('is read by the desk where he calls off and names none', async () => {
    const numbers = await openAll();
    await answers('setuju semua');
    const off = await desk.answers(
      'lukman.sardi',
      desk.last('requester.answered'),
      'Mohon dibatalkan saja, tidak jadi.',
    );
    expect(off.told).toContain('desk.reply-unclear → meja-layanan');
    expect(await statuses(numbers)).toEqual(all('assigned'));
  });
});
