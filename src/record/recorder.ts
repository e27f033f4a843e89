/** The one way in which tickets change: a decision, written whole or not at all. */
import { recordDecision } from './record-decision.ts';
import type { Evolve } from './projection.ts';
import { rebuildTickets } from './rebuild.ts';
import type { Db } from './schema.ts';
import type { Recorder } from './store.ts';
import type { Writer } from './writer.ts';

export function makeRecorder(db: Db, writer: Writer, evolve: Evolve): Recorder {
  return {
    record: (decision, mail) => writer.write((trx) => recordDecision(trx, evolve, decision, mail), 'soon'),
    rebuild: (options) => rebuildTickets(db, writer, evolve, options),
  };
}
