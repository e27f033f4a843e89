/**
 * Opens the store: the ports of store.ts and outbox.ts over one database, brought to its newest shape first. `database` is a path
 * (`sqlite:./data/loket.db`, `sqlite::memory:`) or any kysely dialect; nothing beyond this file knows which.
 */
import { Kysely, type Dialect } from 'kysely';
import { BotError } from '../shared/errors.ts';
import { makeDeskBook } from './desk-book.ts';
import { makeFigures, type Figures } from './figures.ts';
import { makeStreams, type Evolve } from './folded.ts';
import { makeHistory, type History } from './history.ts';
import { makeLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { makeOldTexts } from './old-texts.ts';
import { makeOutbox } from './outbox-queue.ts';
import type { Outbox } from './outbox.ts';
import { makeRecorder } from './recorder.ts';
import type { Tables } from './schema.ts';
import { makeSignatures } from './signatures.ts';
import { sqliteDialect } from './sqlite.ts';
import { asStorageError } from './storage-error.ts';
import { makePersonalMails } from './personal-mails.ts';
import type { DeskBook, Ledger, OldTexts, PersonalMails, Recorder, Signatures, Tickets, Timers } from './store.ts';
import type { MessageIdOf } from './thread.ts';
import { makeTickets } from './tickets.ts';
import { makeTimers } from './timers.ts';
import { makeWriter } from './writer.ts';

export interface Store {
  readonly ledger: Ledger;
  readonly tickets: Tickets;
  readonly recorder: Recorder;
  readonly timers: Timers;
  readonly outbox: Outbox;
  readonly history: History;
  readonly deskBook: DeskBook;
  readonly figures: Figures;
  readonly personal: PersonalMails;
  readonly oldTexts: OldTexts;
  readonly signatures: Signatures;
  /** Waits for what is being written, then closes the database. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly database: string | Dialect;
  readonly evolve: Evolve;
  /** Our Message-ID for a letter; without a secret (commands that only look) our own letters are not named in threads. */
  readonly messageIdOf?: MessageIdOf;
}

/** @throws {BotError} E_CONFIG for a database it does not know, E_STORAGE when it cannot be opened */
export async function openStore({ database, evolve, messageIdOf }: StoreOptions): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: typeof database === 'string' ? dialectOf(database) : database });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw asStorageError(error);
  }
  const streams = makeStreams(evolve);
  const writer = makeWriter(db, () => streams.forget());
  const history = makeHistory(db);
  return {
    ledger: makeLedger(db, writer),
    tickets: makeTickets(db, streams),
    recorder: makeRecorder(db, writer, streams),
    timers: makeTimers(db, writer),
    outbox: makeOutbox(db, writer, streams, messageIdOf ?? (() => null)),
    history,
    deskBook: makeDeskBook(db, writer, history),
    figures: makeFigures(db),
    personal: makePersonalMails(db, writer),
    oldTexts: makeOldTexts(db, writer),
    signatures: makeSignatures(writer),
    close: async () => {
      await writer.idle();
      await db.destroy();
    },
  };
}

function dialectOf(database: string): Dialect {
  const file = /^sqlite:(?<path>.+)$/.exec(database)?.groups?.['path'];
  if (file) return sqliteDialect(file);
  const scheme = database.slice(0, Math.max(0, database.indexOf(':'))) || 'without a scheme';
  throw new BotError(
    'E_CONFIG',
    `database: ${scheme} is not supported; write sqlite:PATH, for example sqlite:./data/loket.db`,
  );
}
