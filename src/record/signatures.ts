/** Signatures that have come with mails: the first mail of each. Hashes only; none is kept longer than it can be of use. */
import type { MailSignature } from '../parse/message.ts';
import { asMailId, type MailId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { prepared } from './prepared.ts';
import type { Db, SignaturesTable } from './schema.ts';
import type { Signatures } from './store.ts';
import { sql } from 'kysely';
import type { Writer } from './writer.ts';

export function makeSignatures(writer: Writer): Signatures {
  return {
    forget: (before) =>
      writer.write(async (trx) => {
        const [done] = await trx.deleteFrom('signatures').where('at', '<', before).execute();
        return Number(done?.numDeletedRows ?? 0);
      }),
  };
}

export async function firstSigned(db: Db, fingerprint: string): Promise<MailId | null> {
  const [row] = (await selectSigned(db, { fingerprint })).rows;
  return row ? asMailId(row.mail) : null;
}

const selectSigned = prepared((db, it: { readonly fingerprint: string }) =>
  db.selectFrom('signatures').select('mail').where('fingerprint', 'in', [it.fingerprint]).limit(sql.lit(1)),
);

/** The first mail stays the one that it came with. */
export async function rememberSignature(
  db: Db,
  mail: MailId,
  signature: MailSignature | undefined,
  at: EpochMs,
): Promise<void> {
  if (signature?.kind !== 'proven') return;
  await insertSignature(db, { fingerprint: signature.fingerprint, mail, at });
}

const insertSignature = prepared((db, row: SignaturesTable) =>
  db
    .insertInto('signatures')
    .values(row)
    .onConflict((same) => same.column('fingerprint').doNothing()),
);
