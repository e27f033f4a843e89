/** What later mails are compared with, so that a machine that answers every letter is known by its second answer. */
import type { Db } from '../schema.ts';

export async function addLikeness(db: Db): Promise<void> {
  await db.schema.alterTable('mails').addColumn('text_pattern', 'text').execute();
  await db.schema.alterTable('mails').addColumn('subject_pattern', 'text').execute();
  await db.schema.createIndex('mails_text').on('mails').columns(['writer', 'text_pattern', 'seq']).execute();
  await db.schema.createIndex('mails_subject').on('mails').columns(['writer', 'subject_pattern', 'seq']).execute();
  await db.schema.createIndex('outbox_written').on('outbox').columns(['recipient', 'seq']).execute();
}
