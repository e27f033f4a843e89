/** `arsip SR-…`: the file of a ticket for whoever answers for the desk; for all others the words stand for nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
let number: string;
beforeEach(async () => {
  desk = await openDesk();
  const opened = await desk.writes('mutia.zahra', {
    subject: 'Lupa password',
    text: 'Mohon reset password email saya, saya lupa passwordnya.',
    cc: ['joyo.handoko'],
  });
  number = opened.decision.tickets[0]?.number ?? '';
});
afterEach(() => desk.close());

const asks = (who: string, more: Partial<Parameters<Desk['writes']>[1]> = {}): Promise<Outcome> =>
  desk.writes(who, { subject: 'arsip', text: `arsip ${number}`, ...more });
const state = async () => (await desk.ticket(number)).state;

describe('the file of a ticket by mail', () => {
  it.each([
    ['the desk', 'meja-layanan'],
    ['one of its people', 'bagus.tirtayasa'],
    ['the head of its bidang', 'pandu.wirasena'],
    ['the head of the office', 'harun.alamsyah'],
  ])('goes to %s', async (_, who) => {
    const { told, decision } = await asks(who);

    expect(told).toEqual([`desk.evidence → ${who}`]);
    expect(decision.letters[0]?.evidence).toBe(number);
  });

  it.each(['arsip N', 'Arsip tiket N.', 'arsip nomor N', 'ARSIP N'])('is asked for by: %s', async (words) => {
    const { told } = await asks('meja-layanan', { text: words.replace(/N\b(?!\w)/, number) });

    expect(told).toEqual(['desk.evidence → meja-layanan']);
  });

  it('is asked for by the subject alone, too', async () => {
    const { told } = await asks('pandu.wirasena', { subject: `arsip ${number}`, text: '' });

    expect(told).toEqual(['desk.evidence → pandu.wirasena']);
  });

  it('changes nothing about the ticket but that its history knows who asked', async () => {
    const before = await state();
    await asks('pandu.wirasena');
    const events = await desk.store.tickets.events((await desk.ticket(number)).number);

    expect(await state()).toMatchObject({ status: before.status, team: before.team });
    expect(events.at(-1)).toMatchObject({ type: 'MailAttached', role: 'participant' });
  });

  it('is told to be of no ticket where the number is not one of ours', async () => {
    const { told } = await asks('meja-layanan', { text: 'arsip SR-261123-0099-8' });

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
  });
});

describe('whoever has no right to it', () => {
  it.each([
    ['a stranger', 'nadhifa.rahmah'],
    ['the requester', 'mutia.zahra'],
    ['his superior', 'joyo.handoko'],
    ['another team', 'rft-hosting'],
  ])('gets no file: %s', async (_, who) => {
    const { told, rule, decision } = await asks(who);

    expect(rule).not.toBe('asks-for-the-file');
    expect(told.join()).not.toContain('desk.evidence');
    expect(decision.letters.every(({ evidence }) => evidence === undefined)).toBe(true);
  });

  it('cannot tell from the answer whether a ticket exists', async () => {
    const real = await asks('nadhifa.rahmah');
    const none = await asks('surya.ginting', { text: 'arsip SR-261123-0099-8' });

    expect(real.rule).toBe(none.rule);
    expect(real.letters.map(({ template }) => template)).toEqual(none.letters.map(({ template }) => template));
    expect(real.letters.map(({ mail }) => mail.text).join()).not.toContain('Mutia');
  });

  it('is also one who only says to be of the desk', async () => {
    const { told } = await asks('pandu.wirasena', { auth: 'absent' });

    expect(told.join()).not.toContain('desk.evidence');
  });
});
