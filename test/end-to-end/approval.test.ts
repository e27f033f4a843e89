import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
};

const numberOf = (outcome: Outcome): string => outcome.decision.tickets[0]?.number ?? '';
const statusOf = async (outcome: Outcome): Promise<string> => (await desk.ticket(numberOf(outcome))).state.status;

function askingForPlainWords(rulebook: Rulebook): Rulebook {
  const services = rulebook.services.map((service) => ({
    ...service,
    variants: service.variants.map((variant) => ({ ...variant, weakYes: 'ask' as const })),
  }));
  return { ...rulebook, services };
}

/** Somebody at the desk changes what is asked, after it was shown to the approver. */
async function correct(number: string, change: { readonly quantity: number }): Promise<void> {
  const ticket = await desk.ticket(number);
  const { service, variant } = ticket.state;
  const facts = { name: 'facts', text: JSON.stringify({ ...JSON.parse(ticket.texts['facts'] ?? '{}'), ...change }) };
  const classified: TicketEvent = {
    v: 1,
    at: desk.now(),
    type: 'Classified',
    by: 'desk',
    service,
    variant,
    incident: null,
    confidence: 1,
    rules: desk.office.rulebook.version,
    ...change,
  };
  await desk.store.recorder.record(
    {
      mail: null,
      at: desk.now(),
      disposition: { kind: 'accept' },
      autoReply: false,
      noReplyReason: null,
      reason: 'The desk corrects the quantity.',
      tickets: [{ number: ticket.number, expectedVersion: ticket.version, events: [classified], texts: [facts] }],
      people: [],
      letters: [],
      timers: [],
      voidLetters: [],
      numbers: null,
      trace: [],
    },
    null,
  );
}

describe('a request that needs a yes', () => {
  const open = (): Promise<Outcome> => desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });

  it('asks the superior by one letter and waits', async () => {
    const opened = await open();
    expect(opened.told).toEqual(['requester.received → lukman.sardi', 'approver.please-approve → dewi.anjarwati']);
    expect(await statusOf(opened)).toBe('awaiting-approval');
    expect((await desk.ticket(numberOf(opened))).state.completedAt).toBeNull();
  });

  it.each(['Setuju', 'Saya setuju, silakan diproses.\n\nDewi Anjarwati', 'disetujui. tks', 'Acc'])(
    'goes to the team after "%s"',
    async (words) => {
      await open();
      const approved = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), words);
      expect(approved.told).toEqual(['requester.progress → lukman.sardi', 'team.assigned → rft-hosting']);
      expect(await statusOf(approved)).toBe('assigned');
      expect((await desk.ticket(numberOf(approved))).state.completedAt).toBe(desk.now());
    },
  );

  it('ends after a plain no, with the reason to the requester', async () => {
    await open();
    const refused = await desk.answers(
      'dewi.anjarwati',
      desk.last('approver.please-approve'),
      'Tidak setuju, aplikasi ini akan digabung dengan SIMANTAP baru.',
    );
    expect(refused.told).toEqual(['requester.refused → lukman.sardi']);
    expect(await statusOf(refused)).toBe('rejected');
    expect(desk.last('requester.refused').mail.text).toContain('akan digabung dengan SIMANTAP baru');
  });

  it.each(['Setuju, dengan catatan selesai sebelum Desember.', 'Nanti saya pelajari dulu', 'Noted'])(
    'goes nowhere after "%s": he is asked back once, then the desk reads it',
    async (words) => {
      await open();
      const unclear = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), words);
      expect(unclear.told).toEqual(['approver.ask-word → dewi.anjarwati']);
      const again = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), `Sekali lagi: ${words}`);
      expect(again.told).toEqual(['desk.reply-unclear → meja-layanan']);
      expect(await statusOf(again)).toBe('awaiting-approval');
    },
  );

  it('takes a bare "Ok" for a yes where the rules do', async () => {
    await open();
    const weak = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Ok');
    expect(await statusOf(weak)).toBe('assigned');
  });

  it('asks once for a plainer word where the rules do not; then the desk reads it', async () => {
    await desk.close();
    desk = await openDesk({ rulebook: askingForPlainWords });
    await open();
    const first = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Ok');
    expect(first.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    const second = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Ok');
    expect(second.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await statusOf(second)).toBe('awaiting-approval');
  });

  it('asks for a plainer word also where a strong yes tells more than a yes', async () => {
    await desk.close();
    desk = await openDesk({ rulebook: askingForPlainWords });
    await open();
    const words = 'Setuju, anaknya rajin dan memang yang paling sering dinas.';
    const told = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), words);
    expect(told.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    const plain = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Saya setuju.');
    expect(await statusOf(plain)).toBe('assigned');
  });

  it('takes a second yes for nothing more', async () => {
    await open();
    const letter = desk.last('approver.please-approve');
    await desk.answers('dewi.anjarwati', letter, 'Setuju');
    const again = await desk.answers('dewi.anjarwati', letter, 'Setuju ya, mohon segera');
    expect(again.told).toEqual([]);
    expect(await statusOf(again)).toBe('assigned');
  });

  it('binds what was approved to what was shown', async () => {
    const opened = await open();
    const letter = desk.last('approver.please-approve');
    await correct(numberOf(opened), { quantity: 5 });
    const late = await desk.answers('dewi.anjarwati', letter, 'Setuju');
    expect(late.told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect(await statusOf(late)).not.toBe('assigned');
    const anew = await desk.answers('dewi.anjarwati', desk.last('approver.ask-word'), 'Setuju');
    expect(anew.told).toContain('team.assigned → rft-hosting');
  });

  it('asks nobody where the requester holds the rank himself', async () => {
    const opened = await desk.writes('dewi.anjarwati', HOSTING);
    expect(opened.told).toEqual(['requester.received → dewi.anjarwati', 'team.assigned → rft-hosting']);
  });
});
