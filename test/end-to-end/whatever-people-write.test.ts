/**
 * Anybody writes anything under any letter, in any order, machines and forgers among them, mails come twice, days pass. What must hold
 * then holds whatever the mails say: nothing lost, nothing twice, and nothing counted that nobody said.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '../../src/shared/time.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { seedOfRun } from '../support/repeatable.ts';
import { openDesk, type Desk } from './desk.ts';
import { STEP, Town, type Counts, type Wrote } from './office.ts';

const MONTHS = 40;
const STEPS = { minLength: 12, maxLength: 40 };

/** Months as they were lived, each with an office of its own; all tests look at the same ones. */
const lived: { readonly town: Town; readonly desk: Desk }[] = [];

beforeAll(async () => {
  for (const steps of fc.sample(fc.array(STEP, STEPS), { seed: seedOfRun(), numRuns: MONTHS })) {
    const desk = await openDesk();
    const town = new Town(desk);
    lived.push({ town, desk });
    for (const step of steps) await town.does(step);
  }
}, 120_000);
afterAll(async () => {
  for (const { desk } of lived) await desk.close();
});

/** What is wrong in any of the months, each line with the month that shows it. */
async function wrong(check: (town: Town, desk: Desk) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [month, { town, desk }] of lived.entries())
    found.push(...(await check(town, desk)).map((line) => `month ${month}: ${line}`));
  return found;
}

interface Happened {
  readonly number: string;
  readonly event: TicketEvent;
  /** The mail that the event names, as it was written; null for the clock's. */
  readonly by: Wrote | null;
}

async function history(town: Town, desk: Desk): Promise<readonly Happened[]> {
  const mails = new Map(town.wrote.map((wrote) => [wrote.decision.mail, wrote]));
  const tickets = await desk.store.tickets.list({ limit: 1_000 });
  const all = await Promise.all(
    tickets.map(async ({ number }) =>
      (await desk.store.tickets.events(number)).map((event) => ({
        number,
        event,
        by: 'mail' in event && event.mail !== null ? (mails.get(event.mail) ?? null) : null,
      })),
    ),
  );
  return all.flat();
}

/** Events that move a ticket by what a person said, and what must have been said for each. */
const NEEDS: Readonly<Partial<Record<TicketEvent['type'], Counts>>> = {
  ApprovalGiven: 'yes',
  ApprovalRefused: 'no',
  Resolved: 'done',
  Undone: 'undoes',
};

const isStaff = (address: string, desk: Desk): boolean =>
  /^(?:rft-|meja-)/.test(address) || /^(?:PSI|KPTIK)/.test(desk.office.directory.byAddress(address)?.unitCode ?? '');

describe('whatever people write', () => {
  test('no approval, refusal, result or undoing counts that was not said, and none by a forger or a machine', async () => {
    const found = await wrong(async (town, desk) =>
      (await history(town, desk)).flatMap(({ event, by, number }) => {
        const needed = NEEDS[event.type];
        if (needed === undefined || by === null) return [];
        const isMeant = by.counts.includes(needed) && !by.isForged && !by.isMachine;
        const isHis =
          event.type === 'ApprovalGiven'
            ? event.approver === desk.office.keyring.personId(by.from)
            : event.type !== 'Resolved' || isStaff(by.from, desk);
        return isMeant && isHis ? [] : [`${event.type} on ${number} by ${by.from}: ${by.said}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('a ticket ends by its requester’s word, its approver’s no, the desk or a rule, and by nothing else', async () => {
    const found = await wrong(async (town, desk) => {
      const ends = (await history(town, desk)).filter(({ event }) => wordThatEnds(event) !== null);
      const lines = await Promise.all(
        ends.map(async ({ event, by, number }) => {
          const { requester } = (await desk.ticket(number)).state;
          const word = wordThatEnds(event);
          const said = by !== null && word !== null && by.counts.includes(word);
          const isHis = said && desk.office.keyring.personId(by.from) === requester;
          // Or the desk has seen the hand-over paper that was awaited.
          const isSeen = by?.counts.includes('fulfils') === true && isStaff(by.from, desk);
          return isHis || isSeen ? [] : [`${event.type} on ${number} by ${by?.from}: ${by?.said}`];
        }),
      );
      return lines.flat();
    });
    expect(found).toEqual([]);
  });

  test('every mail is decided once, and once more changes nothing', async () => {
    const found = await wrong(async (town, desk) => {
      const { total, decided } = await desk.store.ledger.counts();
      const again = town.wrote.filter(
        ({ isRepeated, decision, letters }) =>
          isRepeated && (decision.tickets.length > 0 || letters.length > 0 || decision.disposition.kind === 'accept'),
      );
      return [
        ...(total === town.wrote.length && decided === total ? [] : [`${town.wrote.length} mails, ${decided} decided`]),
        ...again.map(({ decision }) => `again: ${decision.reason}`),
      ];
    });
    expect(found).toEqual([]);
  });

  test('every letter is one letter of its own', async () => {
    const found = await wrong(async (_town, desk) => {
      const keys = new Set(desk.letters.map(({ key }) => key));
      const ids = new Set(desk.letters.map(({ mail }) => mail.messageId));
      return keys.size === desk.letters.length && ids.size === keys.size
        ? []
        : [`${keys.size} of ${desk.letters.length}`];
    });
    expect(found).toEqual([]);
  });

  test('every mail of a person moves something or is answered, a new one always to its writer; no machine is', async () => {
    const found = await wrong(async (town) =>
      town.wrote.flatMap(({ decision, letters, from, isMachine, isNew, said }) => {
        const isAnswered = letters.some(({ to }) => to === from);
        if (isMachine) return isAnswered ? [`a machine of ${from} was answered`] : [];
        if (decision.disposition.kind !== 'accept') return [];
        const isDead = [...town.bounced.values()].includes(from);
        if (isNew)
          return isAnswered || isDead || decision.noReplyReason !== null ? [] : [`${from} has no answer to: ${said}`];
        return letters.length > 0 || decision.tickets.length > 0 ? [] : [`nothing came of ${from}: ${said}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('the tickets are what their events say', async () => {
    expect(
      await wrong(async (_town, desk) => (await desk.store.recorder.rebuild({ mend: false })).map((number) => number)),
    ).toEqual([]);
  });

  test('nobody outside a ticket gets a letter about it', async () => {
    const found = await wrong(async (town, desk) => {
      const about = desk.letters.filter(({ ticket, to }) => ticket !== null && !isStaff(to, desk));
      const lines = await Promise.all(
        about.map(async ({ ticket, to, template }) => {
          const { requester, openedBy } = (await desk.ticket(ticket ?? '')).state;
          const opening = town.wrote.find(({ decision }) => decision.mail === openedBy);
          const isInside = desk.office.keyring.personId(to) === requester || opening?.cc.includes(to) === true;
          return isInside ? [] : [`${template} of ${ticket} to ${to}`];
        }),
      );
      return lines.flat();
    });
    expect(found).toEqual([]);
  });

  test('then silence: what waits for a person ends within half a year, with few letters', async () => {
    const found = await wrong(async (_town, desk) => {
      const before = desk.letters.length;
      for (let day = 0; day < 180; day += 3) {
        desk.pass(3 * DAY);
        await desk.ticks();
      }
      const tickets = await desk.store.tickets.list({ limit: 1_000 });
      const waiting = tickets.filter(({ status }) => ['incomplete', 'awaiting-approval', 'resolved'].includes(status));
      const left = await Promise.all(waiting.map(({ number }) => desk.ticket(number)));
      const letters = desk.letters.length - before;
      return [
        // What waits for a BAST stays open; the desk has been told of it.
        ...left.filter(({ state }) => !state.escalated).map(({ number, state }) => `${number} is ${state.status}`),
        ...(letters <= 10 * tickets.length ? [] : [`${letters} letters about ${tickets.length} tickets`]),
      ];
    });
    expect(found).toEqual([]);
  });
});

function wordThatEnds(event: TicketEvent): Counts | null {
  if (event.type === 'Closed' && event.how === 'confirmed') return 'confirms';
  return event.type === 'Cancelled' && event.how === 'requester' ? 'cancels' : null;
}
