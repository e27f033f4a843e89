import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Answered, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** A header beyond the limit: what stands below it is not read. */
const OVER_LIMIT: Answered = {
  headers: Array.from({ length: 6_000 }, (_, n) => `X-Isi-${n}: ${'x'.repeat(60)}`),
};
const ENCRYPTED: Answered = {
  text: '-----BEGIN PGP MESSAGE-----\n\nhQEMA1oRa0YlS8h7AQf+\n=abcd\n-----END PGP MESSAGE-----',
  withoutQuote: true,
};

const askHosting = (): Promise<Outcome> =>
  desk.writes('lukman.sardiman', {
    cc: ['dewi.anjarwati@kemenkeu.example'],
    subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
    text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
  });

describe('an answer that no program can read', () => {
  it.each([
    ['over a limit', OVER_LIMIT],
    ['encrypted', ENCRYPTED],
  ])('%s goes to the desk with the ticket, and nothing is taken from it', async (_, unreadable) => {
    const asked = await askHosting();
    const number = asked.decision.tickets[0]?.number ?? '';
    const before = await desk.ticket(number);
    const letter = desk.last('requester.received');

    const answer = await desk.answers('lukman.sardiman', letter, 'Terima kasih.', unreadable);
    const { state } = await desk.ticket(number);

    expect(answer.rule).toBe('unreadable-answer');
    expect(answer.decision).toMatchObject({ disposition: { kind: 'accept' }, tickets: [{ number }] });
    expect(answer.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(answer.letters[0]?.mail.subject).toContain(number);
    expect(answer.decision.letters[0]?.attachMails).toEqual([answer.decision.mail]);
    expect(state.status).toBe(before.state.status);
  });

  it('opens a ticket of its own where it belongs to none', async () => {
    const answer = await desk.writes('lukman.sardiman', { subject: 'Mohon bantuan', text: 'Isi.', ...OVER_LIMIT });

    expect(answer.rule).toBe('over-a-limit');
    expect(answer.decision.numbers?.count).toBe(1);
  });
});
