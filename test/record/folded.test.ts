/** What is remembered of a ticket never says anything else than its events in the database. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/decide/fold.ts';
import type { Store } from '../../src/record/open-store.ts';
import { asTeamCode, type TicketNumber } from '../../src/shared/ids.ts';
import type { TicketEvent } from '../../src/ticket/event.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { BUDI, NINE, SRI, aDecision, anArrival, factsOf, mailOf, newTicket, numberOf, opening } from './builders.ts';

const assigned = (team: string): TicketEvent => ({ type: 'Assigned', v: 1, at: NINE + 1, team: asTeamCode(team) });
const attached = (writer = SRI): TicketEvent => ({
  type: 'MailAttached',
  v: 1,
  at: NINE + 1,
  mail: mailOf(1),
  writer,
  role: 'participant',
});

const change = (expectedVersion: number, events: readonly TicketEvent[], number = numberOf(1)) =>
  aDecision({ mail: null, tickets: [{ number, expectedVersion, events, texts: [] }] });

onEveryDatabase('a ticket read again and again', (open) => {
  test('is what its events say after a piece of work was undone and done otherwise', async () => {
    const { store } = open;
    await newTicket(store);
    await store.recorder.together(async (within) => {
      await within.alone(async () => {
        await within.record(change(1, [assigned('RFT-JARINGAN'), attached()]), null);
        throw new Error('undone');
      });
      await within.alone(() => within.record(change(1, [assigned('RFT-AKUN'), attached()]), null));
      expect((await within.tickets.find(numberOf(1)))?.state.team).toBe('RFT-AKUN');
    });

    expect((await store.tickets.find(numberOf(1)))?.state).toEqual(fold(null, await store.tickets.events(numberOf(1))));
  });

  test('names everyone of its events, also those of later ones', async () => {
    const { store } = open;
    await newTicket(store);
    expect([...((await store.tickets.find(numberOf(1)))?.people.keys() ?? [])]).toEqual([BUDI]);
    await store.ledger.list([anArrival(2)], 'kept');
    const people = [{ id: SRI, address: 'sri@kemenkeu.example', name: 'Sri' }];
    await store.recorder.record(
      { ...change(1, [{ ...attached(), mail: mailOf(2) } as TicketEvent]), mail: mailOf(2), people },
      factsOf(2),
    );

    expect([...((await store.tickets.find(numberOf(1)))?.people.keys() ?? [])].toSorted()).toEqual(
      [BUDI, SRI].toSorted(),
    );
  });

  test('is the same whatever was appended, undone, written by another process and asked in between', async () => {
    const step = fc.record({
      teams: fc.array(fc.constantFrom('RFT-AKUN', 'RFT-JARINGAN', 'RFT-APLIKASI'), { minLength: 1, maxLength: 3 }),
      fails: fc.boolean(),
      asks: fc.boolean(),
      alone: fc.boolean(),
      elsewhere: fc.boolean(),
    });
    const stores = [open.store, await open.another()] as const;
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        count += 1;
        const number = numberOf(count);
        await open.store.ledger.list([anArrival(count)], 'kept');
        await open.store.recorder.record(opening(count), factsOf(count));
        for (const { teams, fails, asks, alone, elsewhere } of steps) {
          const store = stores[elsewhere ? 1 : 0];
          const version = (await store.tickets.events(number)).length;
          const decision = change(version, teams.map(assigned), number);
          const work = store.recorder.together(async (within) => {
            const write = async (): Promise<void> => {
              await within.record(decision, null);
              if (asks) await within.tickets.find(number);
              if (fails) throw new Error('undone');
            };
            await (alone ? within.alone(write) : write());
          });
          await work.catch(() => undefined);
          if (asks) await expectTrue(stores, number);
        }
        await expectTrue(stores, number);
      }),
      { numRuns: 25 },
    );
    expect(await open.store.recorder.rebuild({ mend: false })).toEqual([]);
  });
});

async function expectTrue(stores: readonly Store[], number: TicketNumber): Promise<void> {
  for (const store of stores) {
    const found = await store.tickets.find(number);
    const events = await store.tickets.events(number);
    expect(found?.version).toBe(events.length);
    expect(found?.state).toEqual(fold(null, events));
  }
}
