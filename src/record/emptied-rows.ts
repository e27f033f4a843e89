/** What retention takes out of the rows of mails and letters, whichever of its looks has found them; and what it leaves alone. */
import type { EpochMs } from '../shared/time.ts';
import type { Db } from './schema.ts';

/** Letters that are done with, and those that may still leave. */
export const DONE = ['sent', 'void'] as const;
export const WAITING = ['waiting', 'claimed', 'failed', 'parked'] as const;
/** What a mail whose words are gone was kept for. */
const KINDS = JSON.stringify(['words']);

export interface OldMail {
  /** Place of its decision. */
  readonly seq: number;
  readonly mail: string;
}

/** From here on they go their way as originals with personal papers do: the ticket is told, then the bytes are deleted. */
export async function markOriginals(trx: Db, mails: readonly Pick<OldMail, 'mail'>[]): Promise<void> {
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

export async function emptyMails(trx: Db, seqs: readonly number[]): Promise<void> {
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

export async function emptyLetters(trx: Db, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  const these = [...seqs];
  await trx.updateTable('outbox_texts').set({ letter: '', text: '' }).where('seq', 'in', these).execute();
  await trx.updateTable('outbox').set({ recipient: '', last_reply: null }).where('seq', 'in', these).execute();
}

/** Of what a page is asked: before which moment it was decided, and which places it holds. */
export interface PlaceRange {
  readonly before: EpochMs;
  readonly after: number;
  /** Null where it is the last page. */
  readonly end: number | null;
}
