import type { Arrival, ArrivalLedger, MailboxState } from '../../src/receive/mail-source.ts';

export interface MemoryLedger extends ArrivalLedger {
  readonly kept: Arrival[];
  readonly old: Arrival[];
  state: MailboxState | null;
}

/** A ledger in memory that refuses to have the same message twice. */
export function memoryLedger(): MemoryLedger {
  const rows = new Map<string, Arrival>();
  const keyOf = (row: Pick<Arrival, 'mailbox' | 'uidValidity' | 'uid'>): string =>
    `${row.mailbox} ${row.uidValidity} ${row.uid}`;
  const ledger: MemoryLedger = {
    kept: [],
    old: [],
    state: null,
    mailbox: async () => ledger.state,
    openMailbox: async (_mailbox, state) => {
      ledger.state = state;
    },
    knownUids: async (mailbox, uidValidity, from, to) =>
      new Set(
        [...rows.values()]
          .filter(
            (row) => row.mailbox === mailbox && row.uidValidity === uidValidity && row.uid >= from && row.uid <= to,
          )
          .map((row) => row.uid),
      ),
    list: async (arrivals, state) => {
      for (const row of arrivals) {
        if (rows.has(keyOf(row)) && state === 'kept' && rows.get(keyOf(row))?.sha256 !== '') {
          throw new Error(`listed twice: ${keyOf(row)}`);
        }
        rows.set(keyOf(row), row);
        (state === 'kept' ? ledger.kept : ledger.old).push(row);
      }
    },
  };
  return ledger;
}
