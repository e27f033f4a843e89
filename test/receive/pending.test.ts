import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RECEIVE_LIMITS, type ListedMail } from '../../src/receive/mail-source.ts';
import { makePendingMails, type PendingMails } from '../../src/receive/pending.ts';
import { MINUTE } from '../../src/shared/time.ts';

const LIMITS = { ...DEFAULT_RECEIVE_LIMITS, maxBatchMails: 3, maxBatchBytes: 100, maxSmallBytes: 60 };
const mail = (uid: number, sizeBytes = 10): ListedMail => ({ uid, sizeBytes, internalDate: 0 });
const pendingWith = (...mails: ListedMail[]): PendingMails => {
  const pending = makePendingMails(LIMITS);
  pending.useFor('7');
  pending.add(mails);
  return pending;
};
const taken = (pending: PendingMails, now = 0): number[] | undefined => pending.take(now)?.mails.map(({ uid }) => uid);

describe('pending mails', () => {
  it('come in portions of so many mails, in order of UID', () => {
    const pending = pendingWith(mail(1), mail(2), mail(3), mail(4));

    expect([taken(pending), taken(pending), taken(pending)]).toEqual([[1, 2, 3], [4], undefined]);
  });

  it('come in smaller portions where that is asked, never in larger ones', () => {
    const pending = pendingWith(...[1, 2, 3, 4, 5, 6, 7].map((uid) => mail(uid)));
    const uids = (most: number): number[] | undefined => pending.take(0, most)?.mails.map(({ uid }) => uid);

    expect([uids(1), uids(2), uids(100), uids(2)]).toEqual([[1], [2, 3], [4, 5, 6], [7]]);
  });

  it('come in portions of so many bytes', () => {
    const pending = pendingWith(mail(1, 60), mail(2, 60));

    expect([taken(pending), taken(pending)]).toEqual([[1], [2]]);
  });

  it('are streamed alone when large', () => {
    const pending = pendingWith(mail(1), mail(2, 61), mail(3));

    expect([pending.take(0), pending.take(0), pending.take(0)]).toMatchObject([
      { streamed: false, mails: [{ uid: 1 }] },
      { streamed: true, mails: [{ uid: 2 }] },
      { streamed: false, mails: [{ uid: 3 }] },
    ]);
  });

  it('come back in order after a lost connection', () => {
    const pending = pendingWith(mail(1), mail(2), mail(3), mail(4));
    pending.take(0);

    pending.useFor('7');

    expect(taken(pending)).toEqual([1, 2, 3]);
  });

  it('mean nothing under another UIDVALIDITY', () => {
    const pending = pendingWith(mail(1), mail(2));
    pending.take(0);

    pending.useFor('8');

    expect([pending.size(), pending.take(0)]).toEqual([0, null]);
  });

  it('that failed come alone, after all others, later and later', () => {
    const pending = pendingWith(mail(1), mail(2));
    pending.fail(pending.take(0)?.mails ?? [], 0);
    pending.add([mail(3)]);
    pending.settle([...(taken(pending) ?? [])]);

    expect(taken(pending)).toEqual([1]);
    pending.fail([mail(1)], 0);
    expect(taken(pending)).toEqual([2]);
    pending.settle([2]);
    expect(taken(pending)).toEqual([1]);
    pending.fail([mail(1)], 0);
    expect([pending.take(0), pending.nextDue()]).toEqual([null, MINUTE]);
    expect(taken(pending, MINUTE)).toEqual([1]);
  });

  it('that turned out large are streamed', () => {
    const pending = pendingWith(mail(1));
    pending.take(0);

    pending.putBack([mail(1, 61)]);

    expect(pending.take(0)).toMatchObject({ streamed: true });
  });

  it('are each given out until settled, whatever fails in between', () => {
    const outcomes = fc.constantFrom('settle', 'fail', 'put back', 'new connection');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }), fc.array(outcomes), (sizes, script) => {
        const pending = pendingWith(...sizes.map((size, index) => mail(index + 1, size)));
        const settled: number[] = [];
        let now = 0;
        const step = (outcome: string): void => {
          now += 60 * MINUTE;
          const mails = pending.take(now)?.mails ?? [];
          if (outcome === 'settle') pending.settle(mails.map(({ uid }) => uid));
          if (outcome === 'settle') settled.push(...mails.map(({ uid }) => uid));
          if (outcome === 'fail') pending.fail(mails, now);
          if (outcome === 'put back') pending.putBack(mails);
          if (outcome === 'new connection') pending.useFor('7');
        };

        for (const outcome of script) step(outcome);
        while (pending.size() > 0) step('settle');

        expect(settled.sort((a, b) => a - b)).toEqual(sizes.map((_, index) => index + 1));
      }),
    );
  });
});
