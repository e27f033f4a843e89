/** Marks on addresses: blocked ones are not answered, letters to dead ones wait until a person has cleared them. */
import { sql } from 'kysely';
import type { AddressMark, AddressOrder } from '../decide/decision.ts';
import type { MailId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { inChunks, plain } from './rows.ts';
import { isUnsent } from './outbox-row.ts';
import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';
import type { MarkedAddress } from './store.ts';

/** Letters to these wait with this reason. */
export const DEAD_ADDRESS = 'dead-address';

interface Ordered {
  readonly mail: MailId | null;
  readonly at: EpochMs;
}

export async function writeMarks(db: Db, orders: readonly AddressOrder[], { mail, at }: Ordered): Promise<void> {
  for (const { address, mark, what, by, detail } of orders) {
    const named = plain(address.toLowerCase());
    if (what === 'clear') await clearMark(db, named, mark);
    else {
      await db
        .insertInto('addresses')
        .values({ address: named, mark, at, by, mail, detail: plain(detail) })
        .onConflict((it) => it.columns(['address', 'mark']).doNothing())
        .execute();
    }
  }
}

/** What waited for a dead address leaves now. */
export async function clearMark(db: Db, address: string, mark: AddressMark): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('addresses')
    .where('address', '=', address)
    .where('mark', '=', mark)
    .executeTakeFirstOrThrow();
  if (mark === 'dead') {
    await db
      .updateTable('outbox')
      .set({ state: sql`case when voided = 1 then 'void' else 'waiting' end`, parked_reason: null })
      .where(isUnsent('parked'))
      .where('parked_reason', '=', DEAD_ADDRESS)
      .where('recipient', '=', address)
      .execute();
  }
  return numDeletedRows > 0n;
}

/** The marks that its domain and those above may bear: `@info.toko.example`, `@toko.example`. */
export function domainMarks(address: string): readonly string[] {
  const labels = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  return labels.slice(0, -1).map((_, at) => `@${labels.slice(at).join('.')}`);
}

/** Which of these bear the mark. */
export async function marked(db: Db, addresses: readonly string[], mark: AddressMark): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of inChunks([...new Set(addresses)])) {
    const { rows } = await selectMarked(db, { mark, addresses: some });
    for (const row of rows) found.add(row.address);
  }
  return found;
}

/** Asked with every letter to a person. */
const selectMarked = prepared((db, it: { readonly mark: string; readonly addresses: readonly string[] }) =>
  db
    .selectFrom('addresses')
    .select('address')
    .where('mark', '=', it.mark)
    .where('address', 'in', [...it.addresses]),
);

export async function readMarked(db: Db, limit: number): Promise<readonly MarkedAddress[]> {
  const rows = await db.selectFrom('addresses').selectAll().orderBy('mark').orderBy('address').limit(limit).execute();
  return rows.map(({ address, mark, at, detail }) => ({
    address,
    mark: mark === 'blocked' ? 'blocked' : 'dead',
    at,
    detail,
  }));
}
