/** What a run left behind, read from the database beside the daemon: in the words of mails and people, not of rows. */
import Database from 'better-sqlite3';

export interface Aftermath {
  /** `Message-ID → disposition`, in the order of arrival. */
  readonly mails: readonly string[];
  /** Number, kind, service, variant, status, team and the mail that opened it. */
  readonly tickets: readonly string[];
  /** Ticket, letter, recipient and the mail that caused it. */
  readonly letters: readonly string[];
  /** Events of all tickets, by ticket and order. */
  readonly events: readonly string[];
}

export interface Progress {
  readonly activated: boolean;
  readonly listed: number;
  readonly undecided: number;
  readonly unmoved: number;
  readonly unsent: number;
  /** Undecided mails whose reading has been started. */
  readonly beingRead: number;
}

export interface LetterSeen {
  readonly key: string;
  readonly template: string;
  readonly ticket: string;
  readonly recipient: string;
}

export interface RunLedger {
  progress(): Progress;
  aftermath(): Aftermath;
  letters(): readonly LetterSeen[];
  close(): void;
}

const MAILS = `
  select coalesce(m.message_id, '-') || ' → ' || coalesce(l.disposition, l.state) as line
  from ledger l left join mails m on m.mail = l.mail order by l.uid`;
const TICKETS = `
  select t.number || ' ' || t.kind || ' ' || coalesce(t.variant, t.service, t.incident, '-') || ' ' || t.status || ' '
    || coalesce(t.team, '-') || ' by ' || m.message_id as line
  from tickets t join mails m on m.mail = t.opened_by order by t.number`;
const LETTERS = `
  select coalesce(o.ticket, '-') || ' ' || o.template || ' to ' || o.recipient || ' for ' || coalesce(m.message_id, '-')
    || ' ' || o.step || ' ' || o.state as line
  from outbox o left join mails m on m.mail = o.source order by line`;
/** When a letter was accepted is a matter of the network; that it was is in the letters. */
const EVENTS = `
  select ticket || ' ' || type as line from events where type <> 'FirstResponded' order by ticket, seq`;
const PROGRESS = `
  select (select count(*) from mailboxes) as activated, (select count(*) from ledger) as listed,
    (select count(*) from ledger where state = 'kept') as undecided,
    (select count(*) from ledger where state = 'decided' and moved_to is null) as unmoved,
    (select count(*) from outbox where state in ('waiting', 'claimed')) as unsent,
    (select count(*) from ledger where state = 'kept' and attempts > 0) as "beingRead"`;
const SEEN = `select key, template, ticket, recipient from outbox where ticket is not null order by ticket, template, recipient`;

export function openRunLedger(file: string): RunLedger {
  const db = new Database(file, { readonly: true });
  const lines = (sql: string): readonly string[] =>
    db
      .prepare<[], { line: string }>(sql)
      .all()
      .map(({ line }) => line);
  const progress = db.prepare<[], Record<keyof Progress, number>>(PROGRESS);
  return {
    progress: () => {
      const row = progress.get();
      if (row === undefined) throw new Error('no progress');
      return { ...row, activated: row.activated > 0 };
    },
    aftermath: () => ({
      mails: lines(MAILS),
      tickets: lines(TICKETS),
      letters: lines(LETTERS),
      events: lines(EVENTS),
    }),
    letters: () => db.prepare<[], LetterSeen>(SEEN).all(),
    close: () => db.close(),
  };
}
