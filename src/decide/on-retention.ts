/** The time of a mail with personal papers is up: its tickets are told, then its bytes go. */
import type { MailId, TicketNumber } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { decidedByClock } from './by-clock.ts';
import type { Decision } from './decision.ts';
import type { KnownTicket } from './situation.ts';

export interface TimeIsUp {
  readonly mail: MailId;
  readonly kinds: readonly string[];
  /** Those that it belongs to; all of them have ended. */
  readonly tickets: readonly Pick<KnownTicket, 'number' | 'version'>[];
}

export function decideRemoval({ mail, kinds, tickets }: TimeIsUp, now: EpochMs): Decision {
  const event: TicketEvent = { v: 1, at: now, type: 'PapersRemoved', mail, kinds };
  return decidedByClock(
    {
      at: now,
      reason: 'The original of a mail with personal papers has been kept as long as the rules say.',
      due: [{ rule: 'retention/personal-papers', detail: kinds.join(', ') }],
    },
    {
      tickets: tickets.map(({ number, version }) => ({ number, expectedVersion: version, events: [event], texts: [] })),
      timers: tickets.map(({ number }): { ticket: TicketNumber; at: null } => ({ ticket: number, at: null })),
      personalMails: [{ mail, what: 'remove', kinds }],
    },
  );
}
