import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/decide/decision.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { aDecision, anArrival, factsOf, mailOf } from './builders.ts';

const ASKED: readonly Asked[] = [
  { kind: 'request', service: 'ITSM.8', variant: 'ITSM.8/reset-password' },
  { kind: 'question', service: 'ITSM.3', variant: null },
  { kind: 'other', service: null, variant: null },
];

onEveryDatabase('what a held mail seems to ask', (open) => {
  const hold = async (uid: number, asked?: readonly Asked[]): Promise<void> => {
    await open.store.ledger.list([anArrival(uid)], 'kept');
    const disposition = { kind: 'hold', reason: 'outside' } as const;
    const decision = aDecision({ mail: mailOf(uid), disposition, ...(asked && { asked }) });
    await open.store.recorder.record(decision, factsOf(uid));
  };

  describe('is kept with its decision', () => {
    test('and stands in the desk’s list and in the heads of mails', async () => {
      await hold(1, ASKED);
      await hold(2, []);

      expect((await open.store.deskBook.held(10)).map(({ asked }) => asked)).toEqual([ASKED, []]);
      const heads = await open.store.history.heads([mailOf(1), mailOf(2)]);
      expect([heads.get(mailOf(1))?.asked, heads.get(mailOf(2))?.asked]).toEqual([ASKED, []]);
    });

    test('and is unknown where the decision says nothing of it', async () => {
      await hold(1);

      expect((await open.store.deskBook.held(10)).map(({ asked }) => asked)).toEqual([null]);
    });
  });
});
