/**
 * The way of a mail, stage by stage: keep → read → look up → understand → decide → record. Raw bytes are safe before this begins; the
 * move to another folder comes after it. Read this first.
 */
import { decideOnMail, type Decided } from './decide/on-mail.ts';
import type { Office } from './decide/office.ts';
import { situationOf, type ReadOutcome } from './look-up.ts';
import type { MailReader } from './mail-reader.ts';
import type { LedgerRow, Ledger, Recorder, Tickets } from './record/store.ts';
import { BotError } from './shared/errors.ts';
import type { Log } from './shared/log.ts';
import type { Clock } from './shared/time.ts';

export interface Stages {
  readonly ledger: Ledger;
  readonly tickets: Tickets;
  readonly recorder: Recorder;
  readonly reader: MailReader;
  /** Where the raw bytes of a mail lie. */
  readonly rawPath: (sha256: string) => string;
  /** Rules and people may be loaded anew between two mails. */
  readonly office: () => Office;
  readonly clock: Clock;
  readonly log: Log;
  /** A larger mail was cut there when it was kept. */
  readonly maxMessageBytes: number;
  /** Processes of the reader that died over one mail before it is held as poison (default 2). */
  readonly deathsUntilPoison: number;
}

/** How often another writer may come between reading a ticket and writing it. */
const MOST_CONFLICTS = 3;

/** Reads one kept mail; may run ahead of `decideMail` and beside other reads. */
export async function readMail(row: LedgerRow, stages: Stages): Promise<ReadOutcome> {
  for (let death = await stages.ledger.startAttempt(row.mail); death <= stages.deathsUntilPoison; death += 1) {
    const outcome = await stages.reader.read(stages.rawPath(row.sha256), row.sizeBytes > stages.maxMessageBytes);
    if (outcome.kind === 'ok') return { kind: 'read', mail: outcome.value };
    stages.log.warn(
      { mail: row.mail, death, why: outcome.kind === 'died' ? outcome.why : 'threw' },
      'reading a mail failed',
    );
    if (death < stages.deathsUntilPoison) await stages.ledger.startAttempt(row.mail);
  }
  return { kind: 'unread', failure: 'poison' };
}

/** Decides and records one mail; mails are decided in the order of their arrival, one after the other. */
export async function decideMail(row: LedgerRow, outcome: ReadOutcome, stages: Stages): Promise<Decided> {
  for (let conflict = 1; ; conflict += 1) {
    const situation = await situationOf(row, outcome, {
      tickets: stages.tickets,
      office: stages.office(),
      now: stages.clock.now(),
    });
    const decided = decideOnMail(situation);
    try {
      await stages.recorder.record(
        decided.decision,
        situation.message ? { message: situation.message, writer: situation.sender?.id ?? null } : null,
      );
      return decided;
    } catch (error) {
      if (!(error instanceof BotError && error.code === 'E_STREAM_CONFLICT') || conflict >= MOST_CONFLICTS) throw error;
    }
  }
}
