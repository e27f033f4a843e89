/**
 * Brings a database to the newest shape at open: forward only, numbered, recorded, all missing steps in one transaction. A database
 * that a newer version has written is refused rather than guessed at.
 */
import { BotError } from '../shared/errors.ts';
import { createFirst } from './migrations/0001-first.ts';
import { addLikeness } from './migrations/0002-likeness.ts';
import { addTimers } from './migrations/0003-timers.ts';
import { addApprovers } from './migrations/0004-approvers.ts';
import { addUnasked } from './migrations/0005-unasked.ts';
import { addDesk } from './migrations/0006-desk.ts';
import { addIncidents } from './migrations/0007-incidents.ts';
import { addPersonal } from './migrations/0008-personal.ts';
import { addSettledAgain } from './migrations/0009-settled-again.ts';
import { makeIndexesLean } from './migrations/0010-lean-indexes.ts';
import { addOldPeople } from './migrations/0011-old-people.ts';
import { addAsked } from './migrations/0012-asked.ts';
import { addSignatures } from './migrations/0013-signatures.ts';
import type { Db } from './schema.ts';

interface Migration {
  readonly id: number;
  readonly name: string;
  readonly up: (db: Db) => Promise<void>;
}

const MIGRATIONS: readonly Migration[] = [
  { id: 1, name: 'first', up: createFirst },
  { id: 2, name: 'likeness', up: addLikeness },
  { id: 3, name: 'timers', up: addTimers },
  { id: 4, name: 'approvers', up: addApprovers },
  { id: 5, name: 'unasked', up: addUnasked },
  { id: 6, name: 'desk', up: addDesk },
  { id: 7, name: 'incidents', up: addIncidents },
  { id: 8, name: 'personal', up: addPersonal },
  { id: 9, name: 'settled-again', up: addSettledAgain },
  { id: 10, name: 'lean-indexes', up: makeIndexesLean },
  { id: 11, name: 'old-people', up: addOldPeople },
  { id: 12, name: 'asked', up: addAsked },
  { id: 13, name: 'signatures', up: addSignatures },
];

const NEWEST = Math.max(...MIGRATIONS.map(({ id }) => id));

/** @throws {BotError} E_CONFIG when the database was made by a newer version */
export async function migrate(db: Db): Promise<void> {
  if (await isCurrent(db)) return;
  await db.transaction().execute(async (trx) => {
    await trx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('id', 'bigint', (it) => it.primaryKey())
      .addColumn('name', 'text', (it) => it.notNull())
      .execute();
    const done = new Set((await trx.selectFrom('migrations').select('id').execute()).map((row) => row.id));
    refuseNewer(done);

    for (const { id, name, up } of MIGRATIONS) {
      if (done.has(id)) continue;
      await up(trx);
      await trx.insertInto('migrations').values({ id, name }).execute();
    }
  });
}

/** Looking takes no lock: a command beside a busy daemon opens at once. A database without the table is new. */
async function isCurrent(db: Db): Promise<boolean> {
  const newest = await db
    .selectFrom('migrations')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst()
    .catch(() => undefined);
  return newest?.id === NEWEST;
}

function refuseNewer(done: ReadonlySet<number>): void {
  const newest = Math.max(0, ...done);
  if (newest <= NEWEST) return;
  throw new BotError(
    'E_CONFIG',
    `the database has shape ${newest}, this version of loket knows ${NEWEST}; install the version that wrote it`,
  );
}
