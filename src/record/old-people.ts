/**
 * People whom nothing has named for as long as words are kept: their addresses and names go, the pseudonym stays. Who is named is told
 * by `named_at`, which each decision that names a person moves on; a ticket of old days that is still open, or ended later than that, needs
 * those whom it named long ago, too. Gone through in the order of the pseudonyms, a page at a time.
 */
import { asPersonId, type PersonId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { ENDED } from '../ticket/lifecycle.ts';
import { WAITING } from './emptied-rows.ts';
import { peopleOf } from './folded.ts';
import { inChunks } from './rows.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { OldPeoplePage } from './store.ts';
import { eventOf } from './stored-event.ts';
import type { Writer } from './writer.ts';

/** People of one page. */
const PAGE = 500;
/** Tickets whose events are read at a time. */
const TICKETS = 100;

export async function emptyOldPeople(
  db: Db,
  writer: Writer,
  { before, after }: { readonly before: EpochMs; readonly after: PersonId | null },
): Promise<OldPeoplePage> {
  const ids = await guarded(() => pageOf(db, before, after));
  const needed = ids.length === 0 ? new Set<string>() : await guarded(() => neededByTickets(db, before));
  const old = ids.filter((id) => !needed.has(id));
  const emptied = old.length === 0 ? 0 : await writer.write((trx) => emptyNow(trx, old, before));
  return { emptied, next: ids.length === PAGE ? asPersonId(ids.at(-1) ?? '') : null };
}

async function pageOf(db: Db, before: EpochMs, after: PersonId | null): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('id', '>', after ?? '')
    .where('named_at', '<', before)
    .where('address', '<>', '')
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows.map(({ id }) => id);
}

/** Tickets opened later name nobody whom nothing has named since. */
async function neededByTickets(db: Db, before: EpochMs): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('opened_at', '<', before)
    .where((it) => it.or([it('status', 'not in', ENDED), it('changed_at', '>=', before)]))
    .execute();
  const needed = new Set<string>();
  for (const some of inChunks(rows, TICKETS)) {
    const numbers = some.map(({ number }) => number);
    const events = await db.selectFrom('events').selectAll().where('ticket', 'in', numbers).execute();
    for (const id of events.flatMap((row) => peopleOf(eventOf(row)))) needed.add(id);
  }
  return needed;
}

/** Looks again: a mail may have named one of them in the meantime. */
async function emptyNow(trx: Db, ids: readonly string[], before: EpochMs): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('people')
    .set({ address: '', name: '' })
    .where('id', 'in', [...ids])
    .where('named_at', '<', before)
    .where((it) =>
      it.not(it.exists(it.selectFrom('addresses').select('mark').whereRef('addresses.address', '=', 'people.address'))),
    )
    .where((it) =>
      it('id', 'not in', it.selectFrom('outbox').select('outbox.person').where('outbox.state', 'in', WAITING)),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
