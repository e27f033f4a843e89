/** Between claim and composing: which of the claimed letters may leave now. The others are parked. */
import type { OutboxRow } from '../record/outbox.ts';
import type { EpochMs } from '../shared/time.ts';
import { breakerReason } from './breaker.ts';
import { capHit, describeCap, type CapFacts } from './caps.ts';
import type { Parking } from './parking.ts';
import type { SendParts } from './send-parts.ts';

export interface Admission {
  /** The rows that may leave, in their order. Call it again only after it has answered. */
  admit(rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]>;
  /** Why the breaker is open, or null. */
  breaker(): string | null;
}

type AdmissionParts = Pick<SendParts, 'outbox' | 'clock' | 'alarm' | 'policy' | 'isOurs'>;

/** Letters of a ticket that are looked through for an earlier one to the same address. */
const LETTERS_OF_A_TICKET = 200;

export function makeAdmission(parts: AdmissionParts, parking: Parking): Admission {
  const { alarm } = parts;
  let open: string | null = null;
  let checkAt = 0;

  const check = async (): Promise<void> => {
    if (performance.now() < checkAt) return;
    checkAt = performance.now() + parts.policy.breakerCheckMs;
    const reason = await readBreaker(parts);
    if (reason !== null) void alarm.raise('breaker', `Sending has stopped, ${reason}. New letters are parked.`);
    else void alarm.clear('breaker');
    open = reason;
  };

  return {
    breaker: () => open,
    admit: async (rows) => {
      if (rows.length > 0 || open !== null) await check();
      if (open === null) return admitByCaps(rows, parts, parking);
      await parking.park(rows, open);
      return [];
    },
  };
}

async function readBreaker({ outbox, clock, policy }: AdmissionParts): Promise<string | null> {
  return breakerReason(await outbox.traffic(clock.now() - policy.breaker.windowMs), policy.breaker);
}

/** One after the other: what an earlier row of the batch takes is no longer there for a later one. */
async function admitByCaps(
  rows: readonly OutboxRow[],
  parts: AdmissionParts,
  parking: Parking,
): Promise<readonly OutboxRow[]> {
  const admitted: OutboxRow[] = [];
  for (const [index, row] of rows.entries()) {
    const reason = await capReason(row, { undecided: rows.slice(index), admitted }, parts);
    if (reason === null) admitted.push(row);
    else await parking.park([row], reason);
  }
  return admitted;
}

/** `undecided`: this row and the claimed ones behind it, which the outbox counts as leaving already. */
async function capReason(
  row: OutboxRow,
  { undecided, admitted }: Pick<Counting, 'undecided' | 'admitted'>,
  parts: AdmissionParts,
): Promise<string | null> {
  const { caps } = parts.policy;
  const strangers = recipientsOf(row).filter((one) => !parts.isOurs(one));
  if (strangers.length === 0) return null;
  const inTicket = await othersInTicket(row, undecided, parts);
  for (const address of strangers) {
    const hit = capHit(await factsOfAddress(address, row, { undecided, admitted, inTicket, parts }), caps);
    if (hit) return describeCap(hit, caps);
  }
  return null;
}

async function othersInTicket(row: OutboxRow, undecided: readonly OutboxRow[], parts: AdmissionParts): Promise<number> {
  const { ticket } = row.letter;
  if (ticket === null) return 0;
  const counted = await parts.outbox.sentInTicket(ticket, windowStart(parts));
  return counted - undecided.filter(({ letter }) => letter.ticket === ticket).length;
}

interface Counting {
  readonly undecided: readonly OutboxRow[];
  /** Rows of the same batch that may leave: as good as sent. */
  readonly admitted: readonly OutboxRow[];
  readonly inTicket: number;
  readonly parts: AdmissionParts;
}

/** The outbox leaves one letter of each ticket out of its count; which of the undecided ones these are matters at the cap only. */
async function factsOfAddress(
  address: string,
  row: OutboxRow,
  { undecided, admitted, inTicket, parts }: Counting,
): Promise<CapFacts> {
  const { caps } = parts.policy;
  const counted = await parts.outbox.sentTo(address, windowStart(parts));
  if (counted < caps.perAddress && inTicket < caps.perTicket)
    return { inTicket, toAddress: counted, firstOfTicket: false };
  let repeated = 0;
  for (const one of undecided) {
    if (firstRecipient(one) === address && !(await isFirstOfTicket(one, address, { admitted, parts }))) repeated += 1;
  }
  return {
    inTicket,
    toAddress: counted - repeated,
    firstOfTicket: await isFirstOfTicket(row, address, { admitted, parts }),
  };
}

async function isFirstOfTicket(
  row: OutboxRow,
  address: string,
  { admitted, parts }: Pick<Counting, 'admitted' | 'parts'>,
): Promise<boolean> {
  const { ticket } = row.letter;
  if (ticket === null) return false;
  if (admitted.some((one) => one.letter.ticket === ticket && firstRecipient(one) === address)) return false;
  const sent = await parts.outbox.list({ state: 'sent', ticket, limit: LETTERS_OF_A_TICKET });
  return !sent.some((one) => firstRecipient(one) === address && (one.sentAt ?? 0) >= windowStart(parts));
}

function windowStart({ clock, policy }: AdmissionParts): EpochMs {
  return clock.now() - policy.caps.windowMs;
}

function recipientsOf({ letter }: OutboxRow): readonly string[] {
  return [...new Set([...letter.to, ...letter.cc].map(({ address }) => address.toLowerCase()))];
}

function firstRecipient({ letter }: OutboxRow): string | undefined {
  return letter.to[0]?.address.toLowerCase();
}
