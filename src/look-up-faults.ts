/** Reports of the fault that a mail reports, and those that hang on a ticket. */
import { SAME_FAULT_MINUTES } from './decide/master-incident.ts';
import type { Office } from './decide/office.ts';
import type { Binding, Situation } from './decide/situation.ts';
import { findAll } from './look-up-named.ts';
import type { LedgerRow, Tickets } from './record/store.ts';
import { MINUTE } from './shared/time.ts';

const MOST_LINKED = 500;
/** Reports of an hour among which the one that stands for a new one is looked for. */
const MOST_REPORTS = 40;

interface From {
  readonly tickets: Tickets;
  readonly office: Office;
}

/** Looked for only where the mail reports a fault; the oldest ones, since those stand for the others. */
export async function sameFault(
  reading: Situation['reading'],
  row: LedgerRow,
  from: From,
): Promise<Situation['sameFault']> {
  const incidents = (reading?.wishes ?? []).flatMap(({ kind, incident }) =>
    kind === 'incident' && incident !== null ? [incident] : [],
  );
  const since = row.receivedAt - SAME_FAULT_MINUTES * MINUTE;
  const open = await Promise.all(
    [...new Set(incidents)].map((incident) => from.tickets.openIncidents(incident, since)),
  );
  return findAll(
    open.flatMap((reports) => reports.slice(0, MOST_REPORTS).map(({ number }) => number)),
    from,
  );
}

export async function linkedReports(binding: Binding | null, from: From): Promise<Situation['linked']> {
  if (binding?.ticket.state.kind !== 'incident') return [];
  return findAll(binding.ticket.state.links.slice(0, MOST_LINKED), from);
}
