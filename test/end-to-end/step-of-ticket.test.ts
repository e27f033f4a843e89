import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const status = async (): Promise<string> => ((await desk.statuses())[0] ?? '').split(': ')[1] ?? '';
const open = async (): Promise<void> => {
  const text = 'Mohon reset password email saya, saya lupa passwordnya.';
  await desk.writes('mutia.zahra', { subject: 'Lupa password', text, cc: ['joyo.handoko'] });
};

describe('what the requester’s words mean', () => {
  test('is told by where his ticket stands, whichever letter he answers', async () => {
    await open();
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    expect(await status()).toBe('resolved');

    await desk.answers('mutia.zahra', desk.last('requester.received'), 'Akun PDE jalan');

    expect(await status()).toBe('closed');
  });

  test('is no word on the result where he answers an older question', async () => {
    await open();
    await desk.answers('rft-akun', desk.last('team.assigned'), 'tanya: apakah akun ini juga dipakai di ponsel?');
    const question = desk.last('requester.question');
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
    expect(await status()).toBe('resolved');

    await desk.answers('mutia.zahra', question, 'Akun PDE jalan');

    expect(await status()).toBe('resolved');
  });
});
