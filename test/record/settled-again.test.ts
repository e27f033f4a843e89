import { describe, expect, test } from 'vitest';
import type { MailOrder } from '../../src/decide/decision.ts';
import type { Store } from '../../src/record/open-store.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, anArrival, factsOf, mailOf, opening } from './builders.ts';

const [HELD, DONE] = ['Loket/Ditahan', 'Loket/Selesai'];

onEveryDatabase('a mail that waited for a person', (open) => {
  const lying = async (): Promise<readonly string[]> =>
    (await open.store.ledger.lying('INBOX', 10)).map(
      ({ mail, liesIn, place }) => `${mail === mailOf(1) ? 'one' : 'two'} in ${liesIn} at ${place?.uid ?? '?'}`,
    );
  /** The first mail is held, and lies in the folder for that. */
  async function heldThere(): Promise<void> {
    await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');
    await hold(open.store);
    await open.store.ledger.markMoved([mailOf(1)], HELD, {
      held: true,
      places: [{ mail: mailOf(1), uidValidity: '5', uid: 17 }],
    });
  }
  const order = (what: MailOrder['what']): Promise<void> =>
    open.store.recorder.record(aDecision({ mail: null, mailOrders: [{ mail: mailOf(1), what }] }), null);

  describe('and is dropped', () => {
    test('is to be moved from where it lies, by the UID it has there', async () => {
      await heldThere();

      await open.store.ledger.drop(mailOf(1));

      expect(await lying()).toEqual([`one in ${HELD} at 17`]);
      expect(await open.store.ledger.unmoved('INBOX', '7', 10)).toEqual([]);
      await open.store.ledger.markMoved([mailOf(1)], DONE);
      expect(await lying()).toEqual([]);
      expect((await open.store.ledger.row(mailOf(1)))?.movedTo).toBe(DONE);
    });

    test('while it was on its way to the folder of held ones, is to be moved on from there', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await hold(open.store);
      await open.store.ledger.drop(mailOf(1));

      await open.store.ledger.markMoved([mailOf(1)], HELD, { held: true });

      expect(await lying()).toEqual([`one in ${HELD} at ?`]);
    });

    test('stays in the mailbox where the server cannot move', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await hold(open.store);
      await open.store.ledger.markMoved([mailOf(1)], 'INBOX', { held: true });

      await open.store.ledger.drop(mailOf(1));

      expect(await lying()).toEqual([]);
      expect(await open.store.ledger.unmoved('INBOX', '7', 10)).toEqual([]);
    });

    test('waits again when that is taken back, as it waited before', async () => {
      await heldThere();
      await order('drop');
      await open.store.ledger.markMoved([mailOf(1)], DONE);

      await order('hold');

      expect((await open.store.ledger.held()).map(({ disposition }) => disposition)).toEqual(['hold:spam']);
      expect(await lying()).toEqual([`one in ${DONE} at ?`]);
      expect((await open.store.ledger.counts()).byDisposition).toEqual({ 'hold:spam': 1 });
    });
  });

  describe('and is released', () => {
    test('is to be moved only once it is decided', async () => {
      await heldThere();

      await open.store.ledger.release(mailOf(1));
      expect(await lying()).toEqual([]);

      await open.store.recorder.record(opening(1), factsOf(1));
      expect(await lying()).toEqual([`one in ${HELD} at 17`]);
    });

    test('waits again when that is taken back before it is decided', async () => {
      await heldThere();
      await order('release');

      await order('hold');

      expect(await open.store.ledger.undecided(10)).toMatchObject([{ uid: 2 }]);
      expect(await open.store.ledger.held()).toHaveLength(1);
      // What read it meanwhile comes too late.
      await open.store.recorder.record(opening(1), factsOf(1));
      expect(await open.store.tickets.list({ limit: 10 })).toEqual([]);
    });

    test('is left as it is once it has been answered', async () => {
      await heldThere();
      await order('release');
      await open.store.recorder.record(opening(1), factsOf(1));

      await order('hold');

      expect(await open.store.ledger.held()).toEqual([]);
      expect(await open.store.ledger.row(mailOf(1))).toMatchObject({ state: 'decided', disposition: 'accept' });
    });
  });

  test('that never waited is not held by an order', async () => {
    await open.store.ledger.list([anArrival(1)], 'kept');
    await open.store.recorder.record(
      aDecision({ mail: mailOf(1), disposition: { kind: 'ignore', reason: 'list' }, noReplyReason: 'list' }),
      factsOf(1),
    );

    await order('hold');

    expect(await open.store.ledger.held()).toEqual([]);
  });
});

async function hold(store: Store): Promise<void> {
  const decision = aDecision({ mail: mailOf(1), disposition: { kind: 'hold', reason: 'spam' }, autoReply: false });
  await store.recorder.record(decision, factsOf(1));
}
