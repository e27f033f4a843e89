/** Writing letters into the outbox. A letter that is already there stays as it is, so that writing twice is writing once. */
import type { Letter } from '../decide/letter.ts';
import type { LetterKey } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { DEAD_ADDRESS, marked } from './addresses.ts';
import { addToCounters } from './counters.ts';
import { prepared } from './prepared.ts';
import { plain } from './rows.ts';
import type { CountersTable, Db, OutboxTable, OutboxTextsTable } from './schema.ts';
import { keyOfLetter, recipientOf } from './stored-letter.ts';

/** Counted with the place that each takes: nearly always they are new. */
export function lettersCreated(count: number): readonly CountersTable[] {
  return count === 0 ? [] : [{ kind: 'letters', name: 'created', value: count }];
}

/** @param firstSeq place of the first letter in the order of all letters, which `lettersCreated` has counted; see counters.takePlaces */
export async function insertLetters(db: Db, letters: readonly Letter[], firstSeq: number, at: EpochMs): Promise<void> {
  if (letters.length === 0) return;
  const dead = await deadOf(db, letters);
  const rows = letters.map((letter, index) => {
    const row = outboxRow(letter, firstSeq + index, at);
    return isToPerson(letter) && dead.has(row.recipient)
      ? { ...row, state: 'parked' as const, parked_reason: DEAD_ADDRESS }
      : row;
  });
  const inserted = (await insertRows(db, { rows })).rows;
  if (inserted.length < rows.length) await addToCounters(db, lettersCreated(inserted.length - rows.length));
  if (inserted.length === 0) return;
  const places = new Set(inserted.map((row) => row.seq));
  const texts = letters
    .map((letter, index) => ({ seq: firstSeq + index, letter: JSON.stringify(letter), text: null }))
    .filter((row) => places.has(row.seq));
  await insertTexts(db, { texts });
}

/** Teams, desk and operator are mailboxes of the office itself: what does not arrive there is tried again. */
function isToPerson({ template }: Letter): boolean {
  return !/^(?:team|desk|operator)\./.test(template);
}

function deadOf(db: Db, letters: readonly Letter[]): Promise<ReadonlySet<string>> {
  return marked(db, letters.filter(isToPerson).map(recipientOf), 'dead');
}

const insertRows = prepared((db, it: { readonly rows: readonly OutboxTable[] }) =>
  db
    .insertInto('outbox')
    .values([...it.rows])
    .onConflict((same) => same.column('key').doNothing())
    .returning('seq'),
);

const insertTexts = prepared((db, it: { readonly texts: readonly OutboxTextsTable[] }) =>
  db.insertInto('outbox_texts').values([...it.texts]),
);

/** Letters that have not left are not sent any more; of those that have, the token counts no more. */
export async function voidLetters(db: Db, keys: readonly LetterKey[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable('outbox')
    .set({ voided: 1 })
    .where('key', 'in', [...keys])
    .execute();
  await db
    .updateTable('outbox')
    .set({ state: 'void' })
    .where('key', 'in', [...keys])
    .where('state', 'in', ['waiting', 'parked', 'failed'])
    .execute();
}

function outboxRow(letter: Letter, seq: number, at: EpochMs): OutboxTable {
  return {
    key: keyOfLetter(letter),
    seq,
    ticket: letter.ticket,
    template: letter.template,
    language: letter.language,
    step: letter.step,
    person: letter.person,
    shown: letter.shown,
    source: letter.source,
    rank: letter.priority === 'acknowledgement' ? 0 : 1,
    recipient: plain(recipientOf(letter)),
    state: 'waiting',
    attempts: 0,
    created_at: at,
    next_attempt_at: at,
    left_at: null,
    lease_until: null,
    last_reply: null,
    parked_reason: null,
    voided: 0,
  };
}
