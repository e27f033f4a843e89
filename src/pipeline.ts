/**
 * The way of a mail, stage by stage: keep → read → look up → understand → decide → record. Raw bytes are safe before this begins; the
 * move to another folder comes after it. Read this first.
 */
import { setImmediate as immediately } from 'node:timers/promises';
import { likenessOf } from './decide/likeness.ts';
import { decideOnMail, type Decided } from './decide/on-mail.ts';
import { addressesAsked, tellUnreachable } from './decide/unreachable.ts';
import type { Office } from './decide/office.ts';
import type { Situation } from './decide/situation.ts';
import { situationOf, type ReadOutcome } from './look-up.ts';
import type { MailReader } from './mail-reader.ts';
import type { LedgerRow, Ledger, MailFacts, Outcome, Recorder, Together } from './record/store.ts';
import type { MailScanner } from './mail-scanner.ts';
import type { SenderCheck } from './sender-check.ts';
import { readKept } from './read-mail.ts';
import { BotError } from './shared/errors.ts';
import type { Log } from './shared/log.ts';
import type { Clock } from './shared/time.ts';

export interface Stages {
  readonly ledger: Ledger;
  readonly recorder: Recorder;
  readonly reader: MailReader;
  /**
   * Fetches a mail that was only listed (before activation) and that a person has released; null when it is no longer in the mailbox.
   * @throws {BotError} E_IMAP, E_STORAGE
   */
  readonly fetchListed: (row: LedgerRow) => Promise<LedgerRow | null>;
  /** Where the raw bytes of a mail lie. */
  readonly rawPath: (sha256: string) => string;
  /** Rules and people may be loaded anew between two mails. */
  readonly office: () => Office;
  readonly clock: Clock;
  readonly log: Log;
  /** Looks for viruses; absent where none is configured. */
  readonly scanner?: MailScanner;
  /** Checks signatures itself; absent where DNS is not to be asked. */
  readonly senderCheck?: SenderCheck;
  /** A larger mail was cut there when it was kept. */
  readonly maxMessageBytes: number;
}

/** How often another writer may come between reading a ticket and writing it. */
const MOST_CONFLICTS = 3;

/** The reading of one kept mail; may run ahead of `decideMail` and beside other readings. */
export interface Reading {
  /** `gone`: it had only been listed, and lies no longer in the mailbox. */
  readonly outcome: Promise<ReadOutcome | 'gone'>;
  /** Resolves when it takes longer than mails usually do: then others need not wait for it. */
  readonly slow: Promise<void>;
}

/** @param attempt from `Ledger.startAttempts`: recorded before the mail is touched */
export function readMail(row: LedgerRow, attempt: Promise<number>, stages: Stages): Reading {
  const slow = Promise.withResolvers<void>();
  const read = async (): Promise<ReadOutcome | 'gone'> => {
    const kept = row.sha256 === '' ? await fetchMeanwhile(row, { stages, slow: slow.resolve }) : row;
    if (kept === null) return 'gone';
    const mail = {
      path: stages.rawPath(kept.sha256),
      cut: kept.sizeBytes > stages.maxMessageBytes,
      attempt: await attempt,
    };
    const read = await readKept(stages.reader, mail, {
      slow: slow.resolve,
      failed: (why) => stages.log.warn({ mail: row.mail, why }, 'a mail cannot be read; a person has to'),
    });
    const checked = (await stages.senderCheck?.checked(read, mail.path, slow.resolve)) ?? read;
    return stages.scanner ? stages.scanner.scanned(checked, mail.path, slow.resolve) : checked;
  };
  const outcome = read();
  // Awaited when its turn comes; until then a failure must not count as unheard.
  outcome.catch(() => undefined);
  return { outcome, slow: slow.promise };
}

export interface ReadyMail {
  readonly row: LedgerRow;
  readonly outcome: ReadOutcome;
}

/**
 * Decides and records these mails in the order given, each seeing those before it, in one transaction that is on the disk when it
 * resolves: many mails cost one fsync. One that cannot be decided has written nothing and does not hold up the others.
 * @throws {BotError} E_STORAGE: then nothing is recorded
 */
export function decideMails(mails: readonly ReadyMail[], stages: Stages): Promise<readonly Outcome<Decided>[]> {
  return stages.recorder.together(async (within) => {
    const outcomes: Outcome<Decided>[] = [];
    for (const mail of mails) {
      outcomes.push(await decideOne(mail, stages, within));
      // What the reading processes and the server say meanwhile is heard between two mails.
      await immediately();
    }
    return outcomes;
  });
}

/** @throws whatever kept it from being decided */
export async function decideMail(row: LedgerRow, outcome: ReadOutcome, stages: Stages): Promise<Decided> {
  const [decided] = await decideMails([{ row, outcome }], stages);
  if (decided?.kind === 'done') return decided.result;
  throw decided?.error;
}

async function decideOne({ row, outcome }: ReadyMail, stages: Stages, within: Together): Promise<Outcome<Decided>> {
  for (let conflict = 1; ; conflict += 1) {
    const decided = await within.alone(async () => {
      const from = {
        tickets: within.tickets,
        deskBook: within.deskBook,
        office: stages.office(),
        now: stages.clock.now(),
      };
      const situation = await situationOf(row, outcome, from);
      const made = decideOnMail(situation);
      tellSignature(situation, stages.log);
      const asked = addressesAsked(made.decision);
      const dead = asked.length === 0 ? new Set<string>() : await within.deskBook.deadAmong(asked);
      const decision = tellUnreachable(made.decision, dead, from.office);
      await within.record(decision, factsOf(situation));
      return { ...made, decision };
    });
    if (decided.kind === 'done' || !isConflict(decided.error) || conflict >= MOST_CONFLICTS) return decided;
  }
}

/** Without the address, which stands in the trace. */
function tellSignature({ signature, mail }: Situation, log: Log): void {
  if (signature?.counts === true) log.info({ mail: mail.id }, 'a signature (S/MIME) makes the sender sure');
  else if (signature) log.info({ mail: mail.id, why: signature.why }, 'a signature (S/MIME) proves nothing');
}

function isConflict(error: unknown): boolean {
  return error instanceof BotError && error.code === 'E_STREAM_CONFLICT';
}

/** The server may take its time; no other mail waits for that. */
function fetchMeanwhile(
  row: LedgerRow,
  { stages, slow }: { readonly stages: Stages; readonly slow: () => void },
): Promise<LedgerRow | null> {
  slow();
  return stages.fetchListed(row);
}

/** What later mails are compared with. */
function factsOf({ message, sender, reading }: Situation): MailFacts | null {
  if (message === null) return null;
  const likeness = likenessOf(message.subject, reading?.ownText ?? '');
  return { message, writer: sender?.id ?? null, likeness };
}
