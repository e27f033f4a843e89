import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const RESET = { subject: 'Lupa password', text: 'Mohon reset password email saya, saya lupa passwordnya.' };

async function opened(): Promise<string> {
  const { decision } = await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
  return decision.tickets[0]?.number ?? '';
}

const orders = (text: string): Promise<Outcome> => desk.writes(OFFICER, { subject: 'perintah', text });
const state = async (number: string) => (await desk.ticket(number)).state;

describe('a priority set by the desk', () => {
  test('is kept with the ticket and told to the team, and to nobody whose times stay as they are', async () => {
    const number = await opened();

    const { told } = await orders(`${number} prioritas: tinggi`);

    expect(told).toEqual(['team.news → rft-akun', 'desk.done → meja-layanan']);
    expect(await state(number)).toMatchObject({ priority: 'P2', status: 'assigned' });
    expect(desk.last('team.news').mail.text).toContain('menetapkan prioritas tiket ini: tinggi');
  });

  test('is taken back by `batal`, and the team hears of it', async () => {
    const number = await opened();
    await orders(`${number} prioritas: kritis`);

    const { told } = await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect(told).toEqual(['team.news → rft-akun', 'desk.done → meja-layanan']);
    expect((await state(number)).priority).toBeNull();
    expect(desk.last('team.news').mail.text).toContain('menarik kembali prioritas');
  });

  test('goes back to the one that was set before', async () => {
    const number = await opened();
    await orders(`${number} prioritas P2`);
    await orders(`${number} naikkan prioritas ke P1`);

    await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect((await state(number)).priority).toBe('P2');
  });

  test('stands in what `kenapa` tells', async () => {
    const number = await opened();
    await orders(`${number} prioritas: rendah`);

    const { told } = await orders(`${number} kenapa`);

    expect(told).toEqual(['desk.why → meja-layanan']);
    expect(desk.last('desk.why').mail.text).toContain('prioritize');
  });

  test('needs a level that the rules know', async () => {
    const number = await opened();

    const { told } = await desk.answers(OFFICER, desk.last('team.assigned'), 'prioritas: luar biasa');

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect((await state(number)).priority ?? null).toBeNull();
  });

  test('is the same twice, and the team is not told again', async () => {
    const number = await opened();
    await orders(`${number} prioritas: tinggi`);

    const { told } = await orders(`${number} prioritas: P2`);

    expect(told).toEqual(['desk.done → meja-layanan']);
  });
});
