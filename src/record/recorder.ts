/** The one way in which tickets change: a decision, written whole or not at all. */
import { makeDeskBook } from './desk-book.ts';
import { makeHistory } from './history.ts';
import { recordDecision } from './record-decision.ts';
import type { Streams } from './folded.ts';
import { rebuildTickets } from './rebuild.ts';
import type { Db } from './schema.ts';
import { inSavepoint, unlessFailed } from './savepoint.ts';
import type { Recorder } from './store.ts';
import { makeTickets } from './tickets.ts';
import type { Writer } from './writer.ts';

export function makeRecorder(db: Db, writer: Writer, streams: Streams): Recorder {
  return {
    record: (decision, mail) => writer.write((trx) => recordDecision(trx, streams, decision, mail)),
    together: (work) =>
      writer.write((trx, care) =>
        work({
          tickets: makeTickets(trx, streams),
          deskBook: makeDeskBook(trx, writer, makeHistory(trx)),
          record: (decision, mail) => recordDecision(trx, streams, decision, mail),
          alone: (piece) => (care === 'none' ? unlessFailed(piece) : inSavepoint(trx, piece, () => streams.forget())),
        }),
      ),
    rebuild: (options) => rebuildTickets(db, writer, streams.evolve, options),
  };
}
