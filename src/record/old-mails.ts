/**
 * Mails that belong to no ticket, decided long ago: who wrote them and about what goes, as do the words that their decisions quote, and
 * those of decisions that the clock took; the letters that answered them, or went to the desk, are emptied, and their originals are
 * marked to go. Hashes, dispositions, times and numbers stay. One that waits for a person stays whole, however old, and so does one that
 * belongs to a ticket which is open or ended later. Gone through in the order of all decisions, a page at a time; a page costs the same
 * whether anything of it is to be emptied or not.
 */
import { sql, type RawBuilder } from 'kysely';
import type { EpochMs } from '../shared/time.ts';
import { ENDED } from '../ticket/lifecycle.ts';
import { DONE, emptyLetters, emptyMails, markOriginals, type PlaceRange } from './emptied-rows.ts';
import type { Db } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { OldMailsPage } from './store.ts';
import type { Writer } from './writer.ts';

/** Decisions of one page. */
const PAGE = 500;

export async function emptyOldMails(
  db: Db,
  writer: Writer,
  { before, after }: { readonly before: EpochMs; readonly after: number | null },
): Promise<OldMailsPage> {
  const { range, next } = await guarded(() => pageOf(db, before, after ?? 0));
  const hasWords = await guarded(async () => {
    return (await wordedDecisions(db, range)).length > 0 || (await wordedLetters(db, range)).length > 0;
  });
  const emptied = hasWords ? await writer.write((trx) => emptyNow(trx, range)) : 0;
  return { emptied, next };
}

interface Page {
  readonly range: PlaceRange;
  /** Null behind the last decision of that time. */
  readonly next: number | null;
}

/** By place alone, so that it is found without reading what lies behind. Places and times go together but for a clock set back. */
async function pageOf(db: Db, before: EpochMs, after: number): Promise<Page> {
  const rows = await db
    .selectFrom('decisions')
    .select(['seq', 'at'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(PAGE)
    .execute();
  const last = rows.length < PAGE ? null : (rows.at(-1)?.seq ?? null);
  const isOld = rows.some(({ at }) => at < before);
  return { range: { before, after, end: last }, next: isOld ? last : null };
}

/** Looks again: a person may have released one of them in the meantime. */
async function emptyNow(trx: Db, range: PlaceRange): Promise<number> {
  const decisions = await wordedDecisions(trx, range);
  const letters = await wordedLetters(trx, range);
  await markOriginals(
    trx,
    decisions.flatMap(({ mail, isOnly }) => (mail === null || isOnly !== 1 ? [] : [{ mail }])),
  );
  await emptyMails(
    trx,
    decisions.map(({ seq }) => seq),
  );
  await emptyLetters(trx, letters);
  return decisions.filter(({ mail }) => mail !== null).length;
}

interface Worded {
  readonly seq: number;
  /** Null where the clock or a command decided. */
  readonly mail: string | null;
  /** 1: it is the mail's last decision, and no mail that is needed has the same bytes. */
  readonly isOnly: number;
}

async function wordedDecisions(db: Db, { before, after, end }: PlaceRange): Promise<readonly Worded[]> {
  const { rows } = await sql<Worded>`
    select own.seq, own.mail,
      case when own.seq = listed.seq and listed.sha256 <> '' and not ${isSharedWithNeeded(before)} then 1 else 0 end
        as ${sql.id('isOnly')}
    from decisions own left join ledger listed on listed.mail = own.mail
    where own.seq > ${after} and ${end === null ? sql`1 = 1` : sql`own.seq <= ${end}`} and own.at < ${before}
      and (own.trace <> '' or exists (select 1 from mail_texts words where words.seq = own.seq))
      and (listed.mail is null or not ${isNeeded('listed', before)})
      and not ${isOfTicket(sql.ref('own.seq'), before)}
    order by own.seq`.execute(db);
  return rows;
}

async function wordedLetters(db: Db, { before, after, end }: PlaceRange): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly seq: number }>`
    select outbox.seq from outbox
    join outbox_texts words on words.seq = outbox.seq
    left join ledger listed on listed.mail = outbox.source
    where outbox.seq > ${after} and ${end === null ? sql`1 = 1` : sql`outbox.seq <= ${end}`}
      and outbox.ticket is null and outbox.created_at < ${before} and outbox.state in (${sql.join([...DONE])})
      and (outbox.recipient <> '' or words.letter <> '')
      and (listed.mail is null or not ${isNeeded('listed', before)})
    order by outbox.seq`.execute(db);
  return rows.map(({ seq }) => seq);
}

/** It waits to be decided or for a person, was decided later, or belongs to a ticket that needs it. */
function isNeeded(ledger: 'listed' | 'twin', before: EpochMs): RawBuilder<boolean> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${ledger}.${name}`);
  return sql`(${column('state')} <> 'decided' or ${column('held')} = 1 or ${column('decided_at')} >= ${before}
    or ${isOfTicket(column('seq'), before)})`;
}

function isOfTicket(place: RawBuilder<unknown>, before: EpochMs): RawBuilder<boolean> {
  return sql`exists (select 1 from ticket_mails attached join tickets on tickets.number = attached.ticket
    where attached.seq = ${place} and (tickets.status not in (${sql.join(ENDED)}) or tickets.changed_at >= ${before}))`;
}

/** The same mail may have come twice: both are one file. One that nobody could read is known by its bytes alone. */
function isSharedWithNeeded(before: EpochMs): RawBuilder<boolean> {
  return sql`(exists (select 1 from mails known join mails same on same.identity = known.identity
      join ledger twin on twin.mail = same.mail
      where known.seq = own.seq and same.seq <> own.seq and twin.sha256 = listed.sha256 and ${isNeeded('twin', before)})
    or exists (select 1 from ledger waiting where waiting.held = 1 and waiting.sha256 = listed.sha256))`;
}
