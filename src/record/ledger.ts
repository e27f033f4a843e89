/** The ledger: every message of the mailbox, from being seen to being decided and moved. Flags that people set play no part in it. */
import { asMailId, type MailId } from '../shared/ids.ts';
import { countLedger } from './ledger-counts.ts';
import { prepared } from './prepared.ts';
import { flag, inChunks } from './rows.ts';
import { sql } from 'kysely';
import type { Db, LedgerTable } from './schema.ts';
import { dropMail, releaseMail } from './settle-held.ts';
import { guarded } from './storage-error.ts';
import type { Arrival, Ledger, LedgerRow, LyingMail, MailboxState, Moved } from './store.ts';
import type { Writer } from './writer.ts';

export function makeLedger(db: Db, writer: Writer): Ledger {
  return {
    mailbox: (mailbox) => guarded(() => readMailbox(db, mailbox)),
    openMailbox: (mailbox, state) => writer.write((trx) => writeMailbox(trx, mailbox, state)),
    knownUids: (mailbox, uidValidity, from, to) =>
      guarded(async () => {
        const known = ofMailbox(db, mailbox, uidValidity).select('uid').where('uid', '>=', from).where('uid', '<=', to);
        return new Set((await known.execute()).map((row) => row.uid));
      }),
    list: (rows, state) => writer.write((trx) => insertArrivals(trx, rows, state)),
    undecided: (limit) => guarded(() => readWhere(db, 'kept', limit)),
    startAttempts: (mails) => writer.write((trx) => countAttempts(trx, mails)),
    unmoved: (mailbox, uidValidity, limit) => guarded(() => readUnmoved(db, mailbox, uidValidity, limit)),
    lying: (mailbox, limit) => guarded(() => readLying(db, mailbox, limit)),
    markMoved: (mails, folder, moved = {}) => writer.write((trx) => writeFolder(trx, mails, { folder, ...moved })),
    row: (mail) =>
      guarded(async () => {
        const [row] = (await selectRow(db, { mail })).rows;
        return row ? ledgerRowOf(row) : null;
      }),
    held: () => guarded(() => readWhere(db, 'held', null)),
    release: (mail) => writer.write((trx) => releaseMail(trx, mail)),
    beforeActivation: (limit) => guarded(() => readOld(db, limit)),
    drop: (mail, why = 'dropped') => writer.write((trx) => dropMail(trx, mail, why)),
    counts: () => guarded(() => countLedger(db)),
  };
}

const selectRow = prepared((db, it: { readonly mail: string }) =>
  db.selectFrom('ledger').selectAll().where('mail', '=', it.mail),
);

async function readMailbox(db: Db, mailbox: string): Promise<MailboxState | null> {
  const row = await db.selectFrom('mailboxes').selectAll().where('mailbox', '=', mailbox).executeTakeFirst();
  return row
    ? { uidValidity: row.uid_validity, activationUid: row.activation_uid, activatedAt: row.activated_at }
    : null;
}

async function writeMailbox(db: Db, mailbox: string, state: MailboxState): Promise<void> {
  const values = {
    uid_validity: state.uidValidity,
    activation_uid: state.activationUid,
    activated_at: state.activatedAt,
  };
  await db
    .insertInto('mailboxes')
    .values({ mailbox, ...values })
    .onConflict((it) => it.column('mailbox').doUpdateSet(values))
    .execute();
}

/** A row that is there stays as it is, except that one listed without its bytes gets their hash once they are kept. */
async function insertArrivals(db: Db, rows: readonly Arrival[], state: 'kept' | 'before-activation'): Promise<void> {
  for (const some of inChunks(rows)) {
    await db
      .insertInto('ledger')
      .values(some.map((row) => arrivalRow(row, state)))
      .onConflict((it) =>
        it
          .column('mail')
          .doUpdateSet((eb) => ({ sha256: eb.ref('excluded.sha256'), size_bytes: eb.ref('excluded.size_bytes') }))
          .where('ledger.sha256', '=', ''),
      )
      .execute();
  }
}

async function countAttempts(db: Db, mails: readonly MailId[]): Promise<ReadonlyMap<MailId, number>> {
  const attempts = new Map<MailId, number>();
  for (const some of inChunks(mails)) {
    const { rows } = await addAttempts(db, { mails: some });
    for (const row of rows) attempts.set(asMailId(row.mail), row.attempts);
  }
  const unlisted = mails.find((mail) => !attempts.has(mail));
  if (unlisted !== undefined) throw new Error(`mail ${unlisted} was never listed in the ledger`);
  return attempts;
}

const addAttempts = prepared((db, it: { readonly mails: readonly string[] }) =>
  db
    .updateTable('ledger')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('mail', 'in', [...it.mails])
    .returning(['mail', 'attempts']),
);

function readUnmoved(db: Db, mailbox: string, uidValidity: string, limit: number): Promise<readonly LedgerRow[]> {
  return ofMailbox(db, mailbox, uidValidity)
    .selectAll()
    .where('state', '=', sql.lit('decided'))
    .where('moved_to', 'is', null)
    .where('lies_in', 'is', null)
    .orderBy('uid')
    .limit(limit)
    .execute()
    .then((rows) => rows.map(ledgerRowOf));
}

async function readLying(db: Db, mailbox: string, limit: number): Promise<readonly LyingMail[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('state', '=', sql.lit('decided'))
    .where('moved_to', 'is', null)
    .where('lies_in', 'is not', null)
    .where('mailbox', '=', mailbox)
    .orderBy('uid')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...ledgerRowOf(row),
    liesIn: row.lies_in ?? mailbox,
    place:
      row.place_uid === null || row.place_validity === null
        ? null
        : { uidValidity: row.place_validity, uid: row.place_uid },
  }));
}

const NO_PLACE = { place_validity: null, place_uid: null };

/** One that a person has settled meanwhile lies there now, and goes on from there. */
async function writeFolder(
  db: Db,
  mails: readonly MailId[],
  { folder, held = false, places = [] }: Moved & { readonly folder: string },
): Promise<void> {
  for (const some of inChunks(mails)) {
    const { numUpdatedRows } = await db
      .updateTable('ledger')
      .set({ moved_to: folder, lies_in: null, ...NO_PLACE })
      .where('mail', 'in', [...some])
      .where('state', '=', 'decided')
      .where('held', '=', flag(held))
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === some.length) continue;
    await db
      .updateTable('ledger')
      .set({ lies_in: folder, ...NO_PLACE })
      .where('mail', 'in', [...some])
      .where('moved_to', 'is', null)
      .execute();
  }
  for (const { mail, uidValidity, uid } of places) {
    await db
      .updateTable('ledger')
      .set({ place_validity: uidValidity, place_uid: uid })
      .where('mail', '=', mail)
      .execute();
  }
}

/** Oldest first. The conditions are written out, not bound, since only then do the partial indexes serve. */
async function readWhere(db: Db, what: 'kept' | 'held', limit: number | null): Promise<readonly LedgerRow[]> {
  const all = db.selectFrom('ledger').selectAll().orderBy('received_at').orderBy('uid');
  const some = what === 'kept' ? all.where('state', '=', sql.lit('kept')) : all.where('held', '=', sql.lit(1));
  const rows = await (limit === null ? some : some.limit(limit)).execute();
  return rows.map(ledgerRowOf);
}

function readOld(db: Db, limit: number): Promise<readonly LedgerRow[]> {
  return db
    .selectFrom('ledger')
    .selectAll()
    .where('state', '=', sql.lit('before-activation'))
    .orderBy('received_at', 'desc')
    .orderBy('uid', 'desc')
    .limit(limit)
    .execute()
    .then((rows) => rows.map(ledgerRowOf));
}

function ofMailbox(db: Db, mailbox: string, uidValidity: string) {
  return db.selectFrom('ledger').where('mailbox', '=', mailbox).where('uid_validity', '=', uidValidity);
}

function arrivalRow(row: Arrival, state: 'kept' | 'before-activation'): LedgerTable {
  return {
    mail: row.mail,
    mailbox: row.mailbox,
    uid_validity: row.uidValidity,
    uid: row.uid,
    received_at: row.receivedAt,
    sha256: row.sha256,
    size_bytes: row.sizeBytes,
    state,
    attempts: 0,
    disposition: null,
    reason: null,
    decided_at: null,
    seq: null,
    moved_to: null,
    lies_in: null,
    place_validity: null,
    place_uid: null,
    held: 0,
    released: 0,
  };
}

function ledgerRowOf(row: LedgerTable): LedgerRow {
  return {
    mail: asMailId(row.mail),
    mailbox: row.mailbox,
    uidValidity: row.uid_validity,
    uid: row.uid,
    receivedAt: row.received_at,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    state: row.state,
    attempts: row.attempts,
    disposition: row.disposition,
    reason: row.reason,
    movedTo: row.moved_to,
    released: row.released === 1,
  };
}
