/** What a person decides about a mail that waits for one: to be decided anew, never answered, or, taking that back, to wait again. */
import { BotError } from '../shared/errors.ts';
import type { MailId } from '../shared/ids.ts';
import { addToCounters } from './counters.ts';
import type { Db, LedgerTable } from './schema.ts';

/** What it was recorded as is forgotten, so that it is not taken for a duplicate of itself; the decision's trace stays. */
export async function releaseMail(db: Db, mail: MailId): Promise<void> {
  const row = await takeWaiting(db, mail, 'release');
  if (row.seq !== null) await db.deleteFrom('mails').where('seq', '=', row.seq).execute();
  await db
    .updateTable('ledger')
    .set({
      state: 'kept',
      disposition: null,
      reason: null,
      decided_at: null,
      held: 0,
      released: 1,
      attempts: 0,
      ...movedAgain(row),
    })
    .where('mail', '=', mail)
    .execute();
  if (row.disposition) await addToCounters(db, [{ kind: 'mails', name: row.disposition, value: -1 }]);
}

export async function dropMail(db: Db, mail: MailId, why: 'dropped' | 'gone'): Promise<void> {
  const row = await takeWaiting(db, mail, 'drop');
  await settle(db, row, { disposition: `ignore:${why}`, held: 0, released: 1 });
}

/**
 * It waits for a person again, for the reason for which it waited before. A mail that has been answered meanwhile, or that belongs to a
 * ticket, is left as it is.
 */
export async function holdMail(db: Db, mail: MailId): Promise<void> {
  const row = await rowOf(db, mail);
  const before = await heldFor(db, mail);
  if (row === undefined || row.held === 1 || before === null || !canWaitAgain(row)) return;
  await settle(db, row, { disposition: before, held: 1, released: 0 });
}

/** Nobody has had an answer because of it: not decided yet, or ignored. */
export function canWaitAgain({ state, disposition }: Pick<LedgerTable, 'state' | 'disposition'>): boolean {
  return state === 'kept' || (state === 'decided' && (disposition?.startsWith('ignore:') ?? false));
}

async function settle(
  db: Db,
  row: LedgerTable,
  now: Pick<LedgerTable, 'held' | 'released'> & { readonly disposition: string },
): Promise<void> {
  await db
    .updateTable('ledger')
    .set({ state: 'decided', ...now, ...movedAgain(row) })
    .where('mail', '=', row.mail)
    .execute();
  const before = row.disposition ? [{ kind: 'mails', name: row.disposition, value: -1 }] : [];
  await addToCounters(db, [...before, { kind: 'mails', name: now.disposition, value: 1 }]);
}

/** It goes to another folder once it is decided, from the one where it lies. A mail that could not be moved stays where it is. */
function movedAgain(row: LedgerTable): Pick<LedgerTable, 'moved_to' | 'lies_in'> {
  const isLeft = row.moved_to === row.mailbox;
  return { moved_to: isLeft ? row.moved_to : null, lies_in: isLeft ? null : (row.moved_to ?? row.lies_in) };
}

/** `hold:outside`: what it waited for last; null where it never waited. */
async function heldFor(db: Db, mail: MailId): Promise<string | null> {
  const row = await db.selectFrom('ledger').select('seq').where('mail', '=', mail).executeTakeFirst();
  for (let seq = row?.seq ?? null; seq !== null;) {
    const decision = await db
      .selectFrom('decisions')
      .select(['disposition', 'previous'])
      .where('seq', '=', seq)
      .executeTakeFirst();
    if (decision?.disposition.startsWith('hold:')) return decision.disposition;
    seq = decision?.previous ?? null;
  }
  return null;
}

/** @throws {BotError} E_USAGE when the mail waits for no person */
async function takeWaiting(db: Db, mail: MailId, what: string): Promise<LedgerTable> {
  const row = await rowOf(db, mail);
  if (row && (row.held === 1 || row.state === 'before-activation' || isReleasedUnread(row))) return row;
  const state = row ? `is ${row.disposition ?? row.state}` : 'is not in the ledger';
  throw new BotError(
    'E_USAGE',
    `cannot ${what} mail ${mail}: it ${state}; only a held mail can be released or dropped`,
  );
}

/** Released from before activation, and not fetched yet. */
function isReleasedUnread(row: LedgerTable): boolean {
  return row.state === 'kept' && row.sha256 === '';
}

function rowOf(db: Db, mail: MailId): Promise<LedgerTable | undefined> {
  return db.selectFrom('ledger').selectAll().where('mail', '=', mail).executeTakeFirst();
}
