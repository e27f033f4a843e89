import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../src/record/open-store.ts';
import { BotError } from '../../src/shared/errors.ts';
import { asTeamCode } from '../../src/shared/ids.ts';
import { MINUTE } from '../../src/shared/time.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { DAY, NINE, aDecision, anArrival, factsOf, mailOf, numberOf, opening } from './builders.ts';

/** What a power cut looks like from within: the database answers no more. */
class PowerCut extends Error {
  readonly code = 'POWER_CUT';
}

/** Lets so many queries pass, then none. */
function cutAfter(queries: number): { readonly before: (sql: string) => void; readonly arm: () => void } {
  let left = Number.POSITIVE_INFINITY;
  return {
    arm: () => (left = queries),
    before: () => {
      left -= 1;
      if (left < 0) throw new PowerCut('the power is cut');
    },
  };
}

onEveryDatabase('a power cut at any query', (open) => {
  test('leaves a recorded mail whole or not at all', { timeout: 240_000 }, async () => {
    const outcomes = new Set<string>();
    for (let queries = 0, uid = 1; !outcomes.has('whole'); queries += 1, uid += 1) {
      await open.store.ledger.list([anArrival(uid)], 'kept');
      const next = await open.store.tickets.nextNumber(DAY);
      const decision = opening(uid, next);
      const cut = cutAfter(queries);
      const doomed = await open.another(cut.before);
      cut.arm();
      const error: unknown = await doomed.recorder.record(decision, factsOf(uid)).catch((it: unknown) => it);

      const state = await stateOf(open.store, uid, next);
      outcomes.add(state);
      expect([state, faultOf(error)]).toEqual(error ? ['nothing', 'E_STORAGE: POWER_CUT'] : ['whole', null]);
    }
    expect(outcomes).toEqual(new Set(['nothing', 'whole']));
  });

  test(
    'leaves a sent letter and the first answer on its ticket together, or neither',
    { timeout: 240_000 },
    async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await open.store.recorder.record(opening(1), factsOf(1));
      const [row] = await open.store.outbox.claim(NINE, 1, MINUTE);
      if (!row) throw new Error('nothing was claimed');

      for (let queries = 0, done = false; !done; queries += 1) {
        const cut = cutAfter(queries);
        const doomed = await open.another(cut.before);
        cut.arm();
        const sending = doomed.outbox.markSent(row.key, { at: NINE, reply: '250', text: 'text', late: false });
        done = await sending.then(() => true).catch(() => false);

        const ticket = await open.store.tickets.find(numberOf(1));
        const letter = await open.store.outbox.find(row.key);
        expect([letter?.state === 'sent', ticket?.state.firstResponse !== null]).toEqual([done, done]);
      }
    },
  );

  test('and starting anew gives what an undisturbed run gives', { timeout: 240_000 }, async () => {
    let first = 1;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 4 }), fc.integer({ min: 1, max: 4 }), async (cuts, mails) => {
        const uids = Array.from({ length: mails }, (_, index) => first + index);
        first += mails;
        await open.store.ledger.list(
          uids.map((uid) => anArrival(uid)),
          'kept',
        );

        for (const queries of cuts) {
          const cut = cutAfter(queries);
          const doomed = await open.another(cut.before);
          cut.arm();
          await work(doomed, uids).catch(() => undefined);
        }
        await work(open.store, uids);

        const kept = uids.map(async (uid) => [uid, await stateOf(open.store, uid, uid)] as const);
        expect(await Promise.all(kept)).toEqual(uids.map((uid) => [uid, 'whole']));
        expect(await open.store.tickets.nextNumber(DAY)).toBe(first);
        expect(await open.store.recorder.rebuild({ mend: false })).toEqual([]);
        expect((await open.store.outbox.counts()).waiting).toBe((first - 1) * 2);
      }),
      { numRuns: 12 },
    );
  });

  test('lets no number be used again', { timeout: 240_000 }, async () => {
    const given: number[] = [];
    for (let uid = 1; uid <= 30; uid += 1) {
      await open.store.ledger.list([anArrival(uid)], 'kept');
      const cut = cutAfter(uid % 3 === 0 ? 100 : uid);
      const doomed = await open.another(cut.before);
      cut.arm();
      const next = await open.store.tickets.nextNumber(DAY);
      const recorded = await doomed.recorder
        .record(opening(uid, next), factsOf(uid))
        .then(() => true)
        .catch(() => false);
      if (recorded) given.push(next);
    }

    expect(given.length).toBeGreaterThanOrEqual(10);
    expect(new Set(given).size).toBe(given.length);
    expect((await open.store.tickets.list({ limit: 100 })).length).toBe(given.length);
  });
});

onEveryDatabase('writes that meet', (open) => {
  test('stand or fall each for itself, whatever goes wrong in one', async () => {
    await open.store.ledger.list(
      [1, 2, 3, 4].map((uid) => anArrival(uid)),
      'kept',
    );
    const broken = { type: 'Assigned', v: 1, at: NINE, team: asTeamCode('RFT-AKUN') } as const;
    const change = { number: numberOf(9), expectedVersion: 0, events: [broken], texts: [] };

    const outcomes = await Promise.allSettled([
      open.store.recorder.record(opening(1, 1), factsOf(1)),
      open.store.recorder.record(aDecision({ mail: mailOf(2), tickets: [change] }), factsOf(2)),
      open.store.recorder.record(opening(3, 2), factsOf(3)),
      open.store.ledger.startAttempts([mailOf(99)]),
      open.store.ledger.startAttempts([mailOf(4)]),
    ]);

    expect(outcomes.map((it) => it.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect((await open.store.ledger.row(mailOf(2)))?.state).toBe('kept');
    expect(await open.store.ledger.counts()).toMatchObject({ decided: 2, kept: 2 });
  });

  test('all fail when their transaction cannot be committed, and none was written', async () => {
    await open.store.ledger.list(
      [1, 2].map((uid) => anArrival(uid)),
      'kept',
    );
    let armed = false;
    const doomed = await open.another((sql) => {
      if (armed && sql === 'commit') throw new PowerCut('the power is cut');
    });
    armed = true;

    const outcomes = await Promise.allSettled([
      doomed.recorder.record(opening(1, 1), factsOf(1)),
      doomed.recorder.record(opening(2, 2), factsOf(2)),
    ]);

    expect(outcomes.map((it) => it.status)).toEqual(['rejected', 'rejected']);
    expect(await open.store.ledger.counts()).toMatchObject({ decided: 0, kept: 2 });
  });

  test('share one transaction', async () => {
    const queries: string[] = [];
    const store = await open.another((sql) => queries.push(sql));
    queries.length = 0;

    await Promise.all([1, 2, 3].map((uid) => store.ledger.list([anArrival(uid)], 'kept')));

    expect(queries.filter((sql) => sql === 'commit')).toHaveLength(1);
    expect((await store.ledger.counts()).kept).toBe(3);
  });
});

function faultOf(error: unknown): string | null {
  if (!(error instanceof BotError)) return null;
  return `${error.code}: ${error.cause instanceof PowerCut ? error.cause.code : 'no cause'}`;
}

/** What the pipeline does: decides whatever is undecided, in the order of numbers. */
async function work(store: Store, uids: readonly number[]): Promise<void> {
  for (const uid of uids) {
    if ((await store.ledger.row(mailOf(uid)))?.state === 'kept')
      await store.recorder.record(opening(uid), factsOf(uid));
  }
}

/** Every trace that a recorded mail leaves: all there, or none. */
async function stateOf(store: Store, uid: number, count: number): Promise<'whole' | 'nothing' | 'half'> {
  const ticket = numberOf(count);
  const traces = [
    (await store.ledger.row(mailOf(uid)))?.state === 'decided',
    (await store.tickets.find(ticket)) !== null,
    (await store.tickets.events(ticket)).length === 1,
    (await store.outbox.list({ ticket, limit: 10 })).length === 2,
    (await store.tickets.sameMail(`identity-${uid}`, null)).identical !== null,
    (await store.history.decisions(mailOf(uid))).length === 1,
    (await store.history.mails(ticket)).length === 1,
    (await store.tickets.nextNumber(DAY)) > count,
  ];
  if (traces.every(Boolean)) return 'whole';
  return traces.some(Boolean) ? 'half' : 'nothing';
}
