/** A requester who puts right for whom it is: nobody is to work on the account of somebody who was named by mistake. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const WHO = 'mutia.zahra';
const lines = (template: Parameters<Desk['last']>[0]): string => desk.last(template).mail.text;

async function opens(cc: readonly string[]): Promise<string> {
  const text = 'Mohon sandi email kedinasan Sdri. Nadhifa Rahmah direset, yang bersangkutan lupa.';
  const { decision } = await desk.writes(WHO, { subject: 'Reset sandi', text, cc });
  return decision.tickets[0]?.number ?? '';
}

const SAID = [
  'Maaf, bukan Nadhifa Rahmah tapi Surya Ginting.',
  'Ralat: akunnya untuk Sdr. Surya Ginting, bukan Nadhifa Rahmah.',
  'Nama pegawainya salah, seharusnya Surya Ginting.',
];

describe('a person put right', () => {
  it.each(SAID)('while a team works is told to both: “%s”', async (text) => {
    await opens(['joyo.handoko']);

    const { told } = await desk.answers(WHO, desk.last('requester.received'), text);

    expect(told).toEqual(['requester.progress → mutia.zahra', 'team.message → rft-akun']);
    expect(lines('requester.progress')).toContain('Surya Ginting (semula Nadhifa Rahmah)');
    expect(lines('team.message')).toContain('Untuk: Surya Ginting');
    expect(lines('team.message')).toContain(
      'membetulkan untuk siapa permintaannya: Surya Ginting (semula Nadhifa Rahmah)',
    );
  });

  it.each(SAID)('while something is missing stands in every later letter: “%s”', async (text) => {
    const number = await opens([]);

    await desk.answers(WHO, desk.last('requester.incomplete'), text);
    expect(lines('requester.incomplete')).toContain('Untuk: Surya Ginting');

    await desk.answers(WHO, desk.last('requester.incomplete'), 'Pak Joyo saya cc.', { cc: ['joyo.handoko'] });
    expect((await desk.ticket(number)).state.status).toBe('assigned');
    expect(lines('team.assigned')).toContain('Untuk: Surya Ginting');
    expect(lines('superior.for-information')).toContain('Untuk: Surya Ginting');
  });

  it('voids what was agreed to for the other', async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook: Rulebook) => ({ ...rulebook, settings: { ...rulebook.settings, ccOnlyNeedsReply: true } }),
    });
    const number = await opens(['joyo.handoko']);
    await desk.answers('joyo.handoko', desk.last('approver.please-approve'), 'Setuju.');

    const { told } = await desk.answers(WHO, desk.last('requester.progress'), SAID[0] ?? '');

    expect(told).toEqual([
      'requester.progress → mutia.zahra',
      'team.news → rft-akun',
      'approver.please-approve → joyo.handoko',
    ]);
    expect((await desk.ticket(number)).state.status).toBe('awaiting-approval');
    expect(lines('approver.please-approve')).toContain('Untuk: Surya Ginting');
  });

  it('counts from nobody who is not surely the requester', async () => {
    const number = await opens(['joyo.handoko']);

    const text = SAID[0] ?? '';
    const forged = await desk.writes(WHO, { subject: `Re: [${number}]`, text, auth: 'absent' });

    expect(forged.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect((await desk.ticket(number)).texts['facts']).toContain('Nadhifa Rahmah');
  });

  it('is nobody who is only named beside', async () => {
    await opens(['joyo.handoko']);

    const { told } = await desk.answers(
      WHO,
      desk.last('requester.received'),
      'Bu Nadhifa Rahmah sedang dinas, silakan hubungi Surya Ginting.',
    );

    expect(told).toEqual(['team.message → rft-akun']);
    expect(lines('team.message')).toContain('Untuk: Nadhifa Rahmah');
  });
});
