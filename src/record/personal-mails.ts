/** Mails that brought personal papers: marked when they are decided, found when their time is up, and marked again when their bytes are gone. */
import { sql } from 'kysely';
import type { Decision } from '../decide/decision.ts';
import { asMailId, asTicketNumber } from '../shared/ids.ts';
import { ENDED } from '../ticket/lifecycle.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { DuePersonalMail, PersonalMails } from './store.ts';
import type { Writer } from './writer.ts';

export function makePersonalMails(db: Db, writer: Writer): PersonalMails {
  return {
    due: (cuts, limit) => guarded(() => readDue(db, cuts, limit)),
    markRemoved: (mail, at) =>
      writer.write(async (trx) => {
        await trx.updateTable('personal_mails').set({ state: 'removed', at }).where('mail', '=', mail).execute();
      }),
    isRemoved: (mail) =>
      guarded(async () => {
        const row = await db.selectFrom('personal_mails').select('state').where('mail', '=', mail).executeTakeFirst();
        return row !== undefined && row.state !== 'kept';
      }),
  };
}

/** A mail that is decided again, after a person has released it, keeps its mark. */
export async function writePersonal(db: Db, { personalMails = [], at }: Decision): Promise<void> {
  for (const { mail, what, kinds } of personalMails) {
    if (what === 'remove') {
      await db.updateTable('personal_mails').set({ state: 'removing', at }).where('mail', '=', mail).execute();
      continue;
    }
    const row = await db
      .selectFrom('ledger')
      .select(['sha256', 'received_at'])
      .where('mail', '=', mail)
      .executeTakeFirst();
    if (row === undefined) continue;
    await db
      .insertInto('personal_mails')
      .values({ mail, ...row, kinds: JSON.stringify(kinds), state: 'kept', at })
      .onConflict((same) => same.column('mail').doUpdateSet({ kinds: JSON.stringify(kinds) }))
      .execute();
  }
}

async function readDue(
  db: Db,
  { endedBefore, receivedBefore }: Parameters<PersonalMails['due']>[0],
  limit: number,
): Promise<readonly DuePersonalMail[]> {
  const rows = await db
    .selectFrom('personal_mails as personal')
    .innerJoin('ledger', 'ledger.mail', 'personal.mail')
    .select(['personal.mail', 'personal.sha256', 'personal.kinds', 'personal.state', 'ledger.seq'])
    .where('personal.state', '<>', 'removed')
    .where('personal.received_at', '<', Math.max(endedBefore, receivedBefore))
    .where('ledger.state', '=', 'decided')
    .where('ledger.held', '=', 0)
    .where(
      sql<boolean>`not exists (select 1 from ledger waiting
      where waiting.state = 'kept' and waiting.sha256 = personal.sha256)`,
    )
    .where(
      sql<boolean>`(personal.received_at < ${receivedBefore} or exists (select 1 from ticket_mails own where own.seq = ledger.seq))`,
    )
    .where(
      sql<boolean>`not exists (select 1 from ticket_mails own join tickets on tickets.number = own.ticket
      where own.seq = ledger.seq and (tickets.status not in (${sql.join(ENDED)}) or tickets.changed_at >= ${endedBefore}))`,
    )
    .orderBy('personal.received_at')
    .orderBy('personal.mail')
    .limit(limit)
    .execute();
  return Promise.all(
    rows.map(async ({ mail, sha256, kinds, state, seq }) => ({
      mail: asMailId(mail),
      sha256,
      kinds: kindsOf(kinds),
      tickets: seq === null ? [] : await ticketsAt(db, seq),
      isRecorded: state === 'removing',
    })),
  );
}

async function ticketsAt(db: Db, seq: number): Promise<DuePersonalMail['tickets']> {
  const rows = await db
    .selectFrom('ticket_mails')
    .select('ticket')
    .distinct()
    .where('seq', '=', seq)
    .orderBy('ticket')
    .execute();
  return rows.map(({ ticket }) => asTicketNumber(ticket));
}

/** JSON that we wrote ourselves. */
function kindsOf(text: string): readonly string[] {
  const kinds: readonly string[] = JSON.parse(text);
  return kinds;
}
