/** What a run left behind, read from the database beside the daemon: in the words of mails and people, not of rows. */
import Database from 'better-sqlite3';

/**
 * Tickets are named by the mail that opened them (`Message-ID#wish`), not by number: a server may hand out UIDs in another order than
 * it took the mails, and a mail that is slow to read lets others pass.
 */
export interface Aftermath {
  /** `Message-ID → disposition`. */
  readonly mails: readonly string[];
  /** Kind, service, variant, status and team. */
  readonly tickets: readonly string[];
  /** Letter, recipient, the mail that caused it, and what became of it. */
  readonly letters: readonly string[];
  /** Events in their order. */
  readonly events: readonly string[];
  /** Ticket numbers, in order. */
  readonly numbers: readonly string[];
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
  /** Of the ticket. */
  readonly name: string;
  readonly recipient: string;
  /** What its token binds; of a list, the tickets in their order. */
  readonly shown: string;
}

export interface RunLedger {
  progress(): Progress;
  aftermath(): Aftermath;
  letters(): readonly LetterSeen[];
  close(): void;
}

const NAMES = `
  select t.number, m.message_id || '#' || json_extract(e.payload, '$.wish') as name
  from tickets t join mails m on m.mail = t.opened_by
  join events e on e.ticket = t.number and e.seq = 1 order by t.number`;
const MAILS = `
  select coalesce(m.message_id, '-') || ' → ' || coalesce(l.disposition, l.state) as line
  from ledger l left join mails m on m.mail = l.mail order by line`;
const TICKETS = `
  select number as ticket, kind || ' ' || coalesce(variant, service, incident, '-') || ' ' || status || ' '
    || coalesce(team, '-') as line
  from tickets`;
/**
 * Whether an approver is asked by a letter of one question or of a list hangs on how many wait for him when the mail is decided, and so
 * on which of two mails is decided first: one that a busy machine is slow to read lets others pass, in either run. What must be the same
 * is that each mail asks him once; the letter belongs to the mail's ticket in both forms.
 */
const LETTERS = `
  select o.ticket, case when o.template in ('approver.please-approve', 'approver.several') then 'a question'
      else o.template || ' ' || o.step end
    || ' to ' || o.recipient || ' for ' || coalesce(m.message_id, '-') || ' ' || o.state as line
  from outbox o left join mails m on m.mail = o.source`;
/** When a letter was accepted is a matter of the network; that it was is in the letters. */
const EVENTS = `
  select ticket, group_concat(type, ' ') as line
  from (select ticket, type from events where type <> 'FirstResponded' order by ticket, seq) group by ticket`;
const PROGRESS = `
  select (select count(*) from mailboxes) as activated, (select count(*) from ledger) as listed,
    (select count(*) from ledger where state = 'kept') as undecided,
    (select count(*) from ledger where state = 'decided' and moved_to is null) as unmoved,
    (select count(*) from outbox where state in ('waiting', 'claimed')) as unsent,
    (select count(*) from ledger where state = 'kept' and attempts > 0) as "beingRead"`;
const SEEN = `select key, template, ticket, recipient, shown from outbox where ticket is not null`;

interface Line {
  readonly ticket: string | null;
  readonly line: string;
}

export function openRunLedger(file: string): RunLedger {
  const db = new Database(file, { readonly: true });
  const names = (): ReadonlyMap<string, string> =>
    new Map(
      db
        .prepare<[], { number: string; name: string }>(NAMES)
        .all()
        .map(({ number, name }) => [number, name]),
    );
  const named = (sql: string): readonly string[] => {
    const name = names();
    const lines = db.prepare<[], Line>(sql).all();
    return lines.map(({ ticket, line }) => `${name.get(ticket ?? '') ?? '-'} ${line}`).toSorted();
  };
  const progress = db.prepare<[], Record<keyof Progress, number>>(PROGRESS);
  return {
    progress: () => {
      const row = progress.get();
      if (row === undefined) throw new Error('no progress');
      return { ...row, activated: row.activated > 0 };
    },
    aftermath: () => ({
      mails: db
        .prepare<[], Line>(MAILS)
        .all()
        .map(({ line }) => line),
      tickets: named(TICKETS),
      letters: named(LETTERS),
      events: named(EVENTS),
      numbers: [...names().keys()],
    }),
    letters: () => {
      const name = names();
      const seen = db.prepare<[], Omit<LetterSeen, 'name'>>(SEEN).all();
      return seen
        .map((letter) => ({ ...letter, name: name.get(letter.ticket) ?? '-' }))
        .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
    },
    close: () => db.close(),
  };
}

/** The same whether an approver was asked by a letter of its own or in a list. */
function orderOf({ name, template, recipient }: LetterSeen): string {
  return `${name} ${template.split('.')[0]} ${recipient} ${template}`;
}
