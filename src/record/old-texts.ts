/**
 * The words of tickets that ended long ago: their private rows go, as do what lists show of their mails, the words that decisions quote
 * and the texts of our letters; the originals of their mails are marked to go with those that hold personal papers. Events, hashes, times
 * and numbers stay. Tickets are gone through in their order, a page at a time, so that a large store never waits for it.
 */
import type { ExpressionBuilder } from 'kysely';
import { asTicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { emptyOldPeople } from './old-people.ts';
import type { Db, Tables } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { OldTexts, OldTextsPage, TextsCursor } from './store.ts';
import type { Writer } from './writer.ts';

/** Tickets of one page. */
const PAGE = 200;
const ENDED = ['closed', 'rejected', 'cancelled'];
/** What a mail whose words are gone was kept for. */
const KINDS = JSON.stringify(['words']);
/** Letters that wait still leave. */
const DONE = ['sent', 'void'] as const;

export function makeOldTexts(db: Db, writer: Writer): OldTexts {
  return {
    emptyPeople: (before, after) => emptyOldPeople(db, writer, { before, after }),
    empty: async (before, after) => {
      const { numbers, next } = await guarded(() => pageOf(db, before, after));
      if (numbers.length > 0) await writer.write((trx) => emptyAll(trx, numbers, before));
      return { emptied: numbers.map(asTicketNumber), next };
    },
  };
}

interface Page extends Pick<OldTextsPage, 'next'> {
  /** Those of the page that still have words. */
  readonly numbers: readonly string[];
}

async function pageOf(db: Db, before: EpochMs, after: TextsCursor | null): Promise<Page> {
  const rows = await db
    .selectFrom('tickets')
    .select(['number', 'opened_at'])
    .select((it) =>
      it
        .selectFrom('ticket_texts')
        .select('ticket_texts.ticket')
        .whereRef('ticket_texts.ticket', '=', 'tickets.number')
        .limit(1)
        .as('worded'),
    )
    .where('opened_at', '<', before)
    .where('status', 'in', ENDED)
    .where('changed_at', '<', before)
    .$if(after !== null, (query) => query.where((it) => isBehind(it, after)))
    .orderBy('opened_at')
    .orderBy('number')
    .limit(PAGE)
    .execute();
  const last = rows.at(-1);
  return {
    numbers: rows.filter(({ worded }) => worded !== null).map(({ number }) => number),
    next: last && rows.length === PAGE ? { openedAt: last.opened_at, number: asTicketNumber(last.number) } : null,
  };
}

function isBehind(it: ExpressionBuilder<Tables, 'tickets'>, after: TextsCursor | null): ReturnType<typeof it.or> {
  const { openedAt = 0, number = '' } = after ?? {};
  return it.or([it('opened_at', '>', openedAt), it.and([it('opened_at', '=', openedAt), it('number', '>', number)])]);
}

async function emptyAll(trx: Db, numbers: readonly string[], before: EpochMs): Promise<void> {
  const mails = await mailsOfOnly(trx, numbers, before);
  await markOriginals(trx, mails);
  await emptyMails(
    trx,
    mails.map(({ seq }) => seq),
  );
  await emptyLetters(trx, numbers);
  await trx
    .deleteFrom('ticket_texts')
    .where('ticket', 'in', [...numbers])
    .execute();
}

interface OldMail {
  readonly seq: number;
  readonly mail: string;
}

/** A mail that also belongs to a ticket of later days stays with it. */
async function mailsOfOnly(trx: Db, numbers: readonly string[], before: EpochMs): Promise<readonly OldMail[]> {
  const rows = await trx
    .selectFrom('ticket_mails as own')
    .select(['own.seq', 'own.mail'])
    .distinct()
    .where('own.ticket', 'in', [...numbers])
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('ticket_mails as other')
            .innerJoin('tickets', 'tickets.number', 'other.ticket')
            .select('other.seq')
            .whereRef('other.seq', '=', 'own.seq')
            .where((that) =>
              that.or([that('tickets.status', 'not in', ENDED), that('tickets.changed_at', '>=', before)]),
            ),
        ),
      ),
    )
    .execute();
  return rows;
}

/** From here on they go their way as originals with personal papers do: the ticket is told, then the bytes are deleted. */
async function markOriginals(trx: Db, mails: readonly OldMail[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = await trx
    .selectFrom('ledger')
    .select(['mail', 'sha256', 'received_at', 'decided_at'])
    .where(
      'mail',
      'in',
      mails.map(({ mail }) => mail),
    )
    .execute();
  for (const { mail, sha256, received_at, decided_at } of rows)
    await trx
      .insertInto('personal_mails')
      .values({ mail, sha256, received_at, kinds: KINDS, state: 'kept', at: decided_at ?? received_at })
      .onConflict((same) => same.column('mail').doNothing())
      .execute();
}

async function emptyMails(trx: Db, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  await trx
    .deleteFrom('mail_texts')
    .where('seq', 'in', [...seqs])
    .execute();
  await trx
    .updateTable('decisions')
    .set({ trace: '' })
    .where('seq', 'in', [...seqs])
    .execute();
}

async function emptyLetters(trx: Db, numbers: readonly string[]): Promise<void> {
  const letters = await trx
    .selectFrom('outbox')
    .select('seq')
    .where('ticket', 'in', [...numbers])
    .where('state', 'in', DONE)
    .execute();
  if (letters.length === 0) return;
  const seqs = letters.map(({ seq }) => seq);
  await trx.updateTable('outbox_texts').set({ letter: '', text: '' }).where('seq', 'in', seqs).execute();
  await trx.updateTable('outbox').set({ recipient: '', last_reply: null }).where('seq', 'in', seqs).execute();
}
