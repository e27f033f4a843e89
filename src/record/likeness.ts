/** What went before between a writer and us within a short time: letters of ours to him, and mails of his that read alike. */
import { sql } from 'kysely';
import type { Before } from '../decide/situation.ts';
import { asTicketNumber } from '../shared/ids.ts';
import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';
import type { BeforeQuery } from './store.ts';

/** More than these decide nothing. */
const MOST = 20;

export async function readBefore(db: Db, query: BeforeQuery): Promise<Before> {
  const { likeness } = query;
  return {
    letters: await lettersTo(db, query),
    sameText: likeness.text === null ? [] : await ticketsOf(db, await mailsAlike(db, 'text_pattern', query)),
    sameSubject: likeness.subject === null ? 0 : (await mailsAlike(db, 'subject_pattern', query)).length,
  };
}

/** By when they were written, whether they have left or not: a decision made again after a crash finds the same. */
async function lettersTo(db: Db, { address, since }: BeforeQuery): Promise<Before['letters']> {
  const { rows } = await selectLetters(db, { recipient: address.toLowerCase() });
  return rows
    .filter((row) => row.created_at >= since)
    .map((row) => ({
      ticket: row.ticket === null ? null : asTicketNumber(row.ticket),
      at: row.created_at,
      text: row.text === '' ? null : row.text,
    }));
}

const selectLetters = prepared((db, it: { readonly recipient: string }) =>
  db
    .selectFrom('outbox')
    .innerJoin('outbox_texts', 'outbox_texts.seq', 'outbox.seq')
    .select(['outbox.ticket', 'outbox.created_at', 'outbox_texts.text'])
    .where('outbox.recipient', 'in', [it.recipient])
    .orderBy('outbox.seq', 'desc')
    .limit(sql.lit(MOST)),
);

async function mailsAlike(
  db: Db,
  column: 'text_pattern' | 'subject_pattern',
  { writer, likeness, since }: BeforeQuery,
): Promise<readonly number[]> {
  const { rows } =
    column === 'text_pattern'
      ? await selectSameText(db, { writer, pattern: likeness.text })
      : await selectSameSubject(db, { writer, pattern: likeness.subject });
  return rows.filter((row) => row.at >= since).map((row) => row.seq);
}

interface Alike {
  readonly writer: string;
  readonly pattern: string | null;
}

const selectSameText = prepared((db, { writer, pattern }: Alike) =>
  mailsOf(db, writer).where('mails.text_pattern', 'in', [pattern]),
);
const selectSameSubject = prepared((db, { writer, pattern }: Alike) =>
  mailsOf(db, writer).where('mails.subject_pattern', 'in', [pattern]),
);

function mailsOf(db: Db, writer: string) {
  return db
    .selectFrom('mails')
    .innerJoin('decisions', 'decisions.seq', 'mails.seq')
    .select(['mails.seq', 'decisions.at'])
    .where('mails.writer', 'in', [writer])
    .orderBy('mails.seq', 'desc')
    .limit(sql.lit(MOST));
}

/** The tickets that each of these mails belongs to. */
async function ticketsOf(db: Db, mails: readonly number[]): Promise<Before['sameText']> {
  if (mails.length === 0) return [];
  const rows = await db
    .selectFrom('ticket_mails')
    .select(['seq', 'ticket'])
    .where('seq', 'in', [...mails])
    .execute();
  return mails.map((seq) => rows.filter((row) => row.seq === seq).map((row) => asTicketNumber(row.ticket)));
}
