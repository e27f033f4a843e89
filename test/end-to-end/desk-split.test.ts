import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const BOTH = 'Mohon reset password email saya, saya lupa. Printer di ruangan kami juga macet.';

async function opened(text = 'Mohon reset password email saya, saya lupa passwordnya.'): Promise<string> {
  const made = await desk.writes('mutia.zahra', { subject: 'Mohon bantuan', text, cc: ['joyo.handoko'] });
  return made.decision.tickets[0]?.number ?? '';
}
const orders = (text: string): Promise<Outcome> => desk.writes(OFFICER, { subject: 'perintah', text });
const statuses = (): Promise<readonly string[]> => desk.statuses();
const toMutia = ({ told }: Outcome): readonly string[] => told.filter((line) => line.endsWith('mutia.zahra'));
const numbersBeside = async (number: string): Promise<readonly string[]> =>
  (await statuses()).map((line) => line.split(':')[0] ?? '').filter((one) => one !== number);

describe('a ticket that is split', () => {
  test.each([
    'pisah: reset password email | printer di ruangan macet',
    'pecah: printer di ruangan macet | reset password email',
  ])('goes on as the part that it is about, whose team gets nothing twice: %s', async (order) => {
    const number = await opened();

    const split = await orders(`${number} ${order}`);

    expect(split.told.filter((line) => line === 'team.assigned → rft-akun')).toEqual([]);
    expect(await statuses()).toHaveLength(2);
    expect((await desk.ticket(number)).state).toMatchObject({ status: 'assigned', team: 'RFT-AKUN' });
    const [other] = await numbersBeside(number);
    expect((await desk.ticket(other ?? '')).state.links).toContain(number);
    expect(toMutia(split)).toEqual(['requester.several → mutia.zahra']);
    const { text, subject } = desk.last('requester.several').mail;
    expect(subject).toContain('Dipecah: 2 permintaan');
    expect(text).toContain(`nomor ${number} tetap berlaku`);
    expect(text).toContain(other);
    expect(desk.last('desk.done').mail.text).toContain('tetap berjalan untuk bagiannya sendiri');
  });

  test('ends where none of its parts is what it was taken for, and the team that had it stops', async () => {
    const number = await opened();

    const split = await orders(`${number} pisah: internet di lantai 3 mati | minta dipasangkan antivirus di laptop`);

    expect((await desk.ticket(number)).state.status).toBe('cancelled');
    expect(split.told).toContain('team.news → rft-akun');
    expect(toMutia(split)).toEqual(['requester.several → mutia.zahra']);
    expect(desk.last('requester.several').mail.text).toContain(`nomor ${number} tidak dipakai lagi`);
    for (const other of await numbersBeside(number)) expect(desk.last('requester.several').mail.text).toContain(other);
    expect(desk.last('desk.done').mail.text).toContain(`${number} dipecah menjadi`);
  });

  test('keeps what is left where one part alone is taken out', async () => {
    const number = await opened(BOTH);
    const before = (await desk.ticket(number)).state.status;

    const split = await orders(`${number} pisah: minta dipasangkan antivirus di laptop`);

    expect((await desk.ticket(number)).state.status).toBe(before);
    expect(toMutia(split)).toEqual(['requester.several → mutia.zahra']);
  });

  test('that nobody had sorted goes on as its part', async () => {
    const number = await opened('Selamat pagi, mohon bantuannya terkait akun saya dan satu hal lagi. Terima kasih.');
    expect((await desk.ticket(number)).state.status).toBe('triage');

    const split = await orders(`${number} pisah: reset password email | minta dipasangkan antivirus di laptop`);

    expect(toMutia(split)).toEqual(['requester.several → mutia.zahra']);
    expect(split.told.filter((line) => line === 'team.assigned → rft-akun')).toHaveLength(1);
    expect((await statuses()).filter((line) => line.endsWith('triage'))).toEqual([]);
  });

  test('that is done already stays done, and its parts are tickets of their own', async () => {
    const number = await opened();
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sandi sudah direset');

    await orders(`${number} pisah: reset password email | minta dipasangkan antivirus di laptop`);

    expect((await desk.ticket(number)).state.status).toBe('resolved');
    expect(await statuses()).toHaveLength(3);
  });
});

describe('what the requester answers to the letter about a split', () => {
  test('is about the number that he names', async () => {
    const number = await opened();
    await orders(`${number} pisah: reset password email | minta dipasangkan antivirus di laptop`);
    const [other] = await numbersBeside(number);

    await desk.answers(
      'mutia.zahra',
      desk.last('requester.several'),
      `${other} dibatalkan saja, sudah ada yang pasang.`,
    );

    expect((await desk.ticket(other ?? '')).state.status).toBe('cancelled');
    expect((await desk.ticket(number)).state.status).toBe('assigned');
  });
});
