/**
 * The words of tickets that ended long ago: their private rows go, as do what lists show of their mails, the words that decisions quote
 * and the texts of our letters; the originals of their mails are marked to go with those that hold personal papers. Events, hashes, times
 * and numbers stay. Tickets are gone through in their order, a page at a time, so that a large store never waits for it.
 */
import type { ExpressionBuilder } from 'kysely';
import { asTicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { ENDED } from '../ticket/lifecycle.ts';
import { DONE, emptyLetters, emptyMails, markOriginals, type OldMail } from './emptied-rows.ts';
import { emptyOldMails } from './old-mails.ts';
import { emptyOldPeople } from './old-people.ts';
import type { Db, Tables } from './schema.ts';
import { guarded } from './storage-error.ts';
import type { OldTexts, OldTextsPage, TextsCursor } from './store.ts';
import type { Writer } from './writer.ts';

/** Tickets of one page. */
const PAGE = 200;

export function makeOldTexts(db: Db, writer: Writer): OldTexts {
  return {
    emptyMails: (before, after) => emptyOldMails(db, writer, { before, after }),
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
  await emptyLettersOf(trx, numbers);
  await trx
    .deleteFrom('ticket_texts')
    .where('ticket', 'in', [...numbers])
    .execute();
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

async function emptyLettersOf(trx: Db, numbers: readonly string[]): Promise<void> {
  const letters = await trx
    .selectFrom('outbox')
    .select('seq')
    .where('ticket', 'in', [...numbers])
    .where('state', 'in', DONE)
    .execute();
  await emptyLetters(
    trx,
    letters.map(({ seq }) => seq),
  );
}
