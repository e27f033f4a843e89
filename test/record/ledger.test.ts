import { describe, expect, test } from 'vitest';
import type { HoldReason } from '../../src/decide/decision.ts';
import type { Store } from '../../src/record/open-store.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { NINE, aDecision, anArrival, factsOf, mailOf, opening } from './builders.ts';

onEveryDatabase('the ledger', (open) => {
  describe('mailboxes', () => {
    test('knows nothing of a mailbox never seen', async () => {
      expect(await open.store.ledger.mailbox('INBOX')).toBeNull();
    });

    test('keeps where answering began, and begins anew when the server numbers anew', async () => {
      await open.store.ledger.openMailbox('INBOX', { uidValidity: '7', activationUid: 42, activatedAt: 1_000 });
      expect(await open.store.ledger.mailbox('INBOX')).toEqual({
        uidValidity: '7',
        activationUid: 42,
        activatedAt: 1_000,
      });

      await open.store.ledger.openMailbox('INBOX', { uidValidity: '8', activationUid: 1, activatedAt: 1_000 });
      expect(await open.store.ledger.mailbox('INBOX')).toEqual({
        uidValidity: '8',
        activationUid: 1,
        activatedAt: 1_000,
      });
    });
  });

  describe('listing', () => {
    test('gives back what was listed', async () => {
      await open.store.ledger.list([anArrival(5)], 'kept');

      expect(await open.store.ledger.row(mailOf(5))).toEqual({
        ...anArrival(5),
        state: 'kept',
        attempts: 0,
        disposition: null,
        reason: null,
        movedTo: null,
        released: false,
      });
      expect(await open.store.ledger.row(mailOf(6))).toBeNull();
    });

    test('changes nothing of a mail that is known', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await open.store.ledger.startAttempts([mailOf(1)]);

      await open.store.ledger.list([anArrival(1, { sha256: 'b'.repeat(64) })], 'before-activation');

      expect(await open.store.ledger.row(mailOf(1))).toMatchObject({
        state: 'kept',
        attempts: 1,
        sha256: 'a'.repeat(64),
      });
    });

    test('adds the hash of a mail that was listed before its bytes were kept', async () => {
      await open.store.ledger.list([anArrival(1, { sha256: '', sizeBytes: 0 })], 'before-activation');

      await open.store.ledger.list([anArrival(1)], 'kept');

      const row = await open.store.ledger.row(mailOf(1));
      expect(row).toMatchObject({ state: 'before-activation', sha256: 'a'.repeat(64), sizeBytes: 5_000 });
    });

    test('takes more rows at once than one statement bears', async () => {
      const rows = Array.from({ length: 1_201 }, (_, index) => anArrival(index + 1));

      await open.store.ledger.list(rows, 'kept');

      expect((await open.store.ledger.counts()).kept).toBe(1_201);
    });

    test('says which UIDs of a range it knows, of that mailbox and numbering only', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(3), anArrival(9)], 'kept');

      expect(await open.store.ledger.knownUids('INBOX', '7', 1, 5)).toEqual(new Set([1, 3]));
      expect(await open.store.ledger.knownUids('INBOX', '8', 1, 5)).toEqual(new Set());
      expect(await open.store.ledger.knownUids('Other', '7', 1, 5)).toEqual(new Set());
    });
  });

  describe('the way to a decision', () => {
    test('hands out undecided mails oldest first, by receipt and then by UID', async () => {
      const at = NINE;
      const rows = [
        anArrival(3, { receivedAt: at }),
        anArrival(2, { receivedAt: at }),
        anArrival(1, { receivedAt: at + 5 }),
      ];
      await open.store.ledger.list(rows, 'kept');
      await open.store.ledger.list([anArrival(4, { receivedAt: at - 5 })], 'before-activation');

      expect(uids(await open.store.ledger.undecided(10))).toEqual([2, 3, 1]);
      expect(uids(await open.store.ledger.undecided(2))).toEqual([2, 3]);
    });

    test('counts each attempt before it starts', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2)], 'kept');

      expect([...(await open.store.ledger.startAttempts([mailOf(1)]))]).toEqual([[mailOf(1), 1]]);
      const both = await open.store.ledger.startAttempts([mailOf(2), mailOf(1)]);
      expect([both.get(mailOf(1)), both.get(mailOf(2))]).toEqual([2, 1]);
      expect((await open.store.ledger.row(mailOf(1)))?.attempts).toBe(2);
    });

    test('lists decided mails until they are moved', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2), anArrival(3)], 'kept');
      await open.store.recorder.record(opening(2, 1), factsOf(2));
      await open.store.recorder.record(opening(1, 2), factsOf(1));
      expect(uids(await open.store.ledger.unmoved('INBOX', '7', 10))).toEqual([1, 2]);
      expect(await open.store.ledger.unmoved('INBOX', '8', 10)).toEqual([]);

      await open.store.ledger.markMoved([mailOf(1)], 'Done');

      expect(uids(await open.store.ledger.unmoved('INBOX', '7', 10))).toEqual([2]);
      expect((await open.store.ledger.row(mailOf(1)))?.movedTo).toBe('Done');
    });

    test('counts every mail in exactly one place', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2), anArrival(3), anArrival(4)], 'kept');
      await open.store.ledger.list([anArrival(5)], 'before-activation');
      await open.store.recorder.record(opening(1), factsOf(1));
      await hold(open.store, 2, 'spam');
      await open.store.recorder.record(ignoring(3), factsOf(3));
      await open.store.ledger.markMoved([mailOf(3)], 'Done');

      expect(await open.store.ledger.counts()).toEqual({
        total: 5,
        kept: 1,
        decided: 3,
        beforeActivation: 1,
        unmoved: 2,
        byDisposition: { accept: 1, 'hold:spam': 1, 'ignore:list': 1 },
      });
    });
  });

  describe('mails that wait for a person', () => {
    test('lists the held ones, oldest first', async () => {
      await open.store.ledger.list([anArrival(1), anArrival(2), anArrival(3)], 'kept');
      await hold(open.store, 3, 'poison');
      await hold(open.store, 1, 'outside');

      const held = await open.store.ledger.held();

      expect(held.map((row) => row.disposition)).toEqual(['hold:outside', 'hold:poison']);
    });

    test('releases a held mail: undecided again, marked, and no duplicate of itself', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await open.store.ledger.startAttempts([mailOf(1)]);
      await hold(open.store, 1, 'outside');

      await open.store.ledger.release(mailOf(1));

      const [row] = await open.store.ledger.undecided(10);
      expect(row).toMatchObject({ uid: 1, released: true, disposition: null, attempts: 0 });
      expect(await open.store.ledger.held()).toEqual([]);
      expect(await open.store.tickets.sameMail('identity-1', 'mail-1@kemenkeu.example')).toEqual({
        identical: null,
        sameMessageId: null,
      });
    });

    test('decides a released mail like any other, and keeps why it was held', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await hold(open.store, 1, 'outside');
      await open.store.ledger.release(mailOf(1));

      await open.store.recorder.record(opening(1), factsOf(1));

      expect((await open.store.ledger.counts()).byDisposition).toEqual({ accept: 1 });
      const decisions = await open.store.history.decisions(mailOf(1));
      expect(decisions.map((it) => it.disposition)).toEqual(['hold:outside', 'accept']);
    });

    test('releases a mail from before the first start', async () => {
      await open.store.ledger.list([anArrival(1)], 'before-activation');

      await open.store.ledger.release(mailOf(1));

      expect(await open.store.ledger.counts()).toMatchObject({ kept: 1, beforeActivation: 0, decided: 0, total: 1 });
    });

    test('drops a held mail for good', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');
      await hold(open.store, 1, 'spam');

      await open.store.ledger.drop(mailOf(1));

      expect(await open.store.ledger.held()).toEqual([]);
      expect(await open.store.ledger.counts()).toMatchObject({ decided: 1, byDisposition: { 'ignore:dropped': 1 } });
      await expect(open.store.ledger.release(mailOf(1))).rejects.toMatchObject({ code: 'E_USAGE' });
    });

    test('neither releases nor drops what waits for nobody', async () => {
      await open.store.ledger.list([anArrival(1)], 'kept');

      await expect(open.store.ledger.release(mailOf(1))).rejects.toMatchObject({ code: 'E_USAGE' });
      await expect(open.store.ledger.drop(mailOf(1))).rejects.toMatchObject({ code: 'E_USAGE' });
      await expect(open.store.ledger.release(mailOf(2))).rejects.toMatchObject({ code: 'E_USAGE' });
    });
  });
});

const uids = (rows: readonly { readonly uid: number }[]): readonly number[] => rows.map((row) => row.uid);

const ignoring = (uid: number) =>
  aDecision({
    mail: mailOf(uid),
    disposition: { kind: 'ignore', reason: 'list' },
    autoReply: false,
    noReplyReason: 'list',
  });

async function hold(store: Store, uid: number, reason: HoldReason): Promise<void> {
  const decision = aDecision({ mail: mailOf(uid), disposition: { kind: 'hold', reason }, autoReply: false });
  await store.recorder.record(decision, factsOf(uid));
}
