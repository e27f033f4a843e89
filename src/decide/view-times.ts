/** The times of a ticket that its letters speak of: by when it is done, and when the present wait ends. */
import type { EpochMs } from '../shared/time.ts';
import { timesOf } from '../ticket/service-clock.ts';
import type { TicketState } from '../ticket/ticket.ts';
import { findVariant } from './catalogue.ts';
import { endOfWait } from './follow-up.ts';
import type { LetterContext } from './letters/context.ts';
import type { Office } from './office.ts';

export function timesIn(
  state: TicketState,
  office: Office,
  now: EpochMs,
): Pick<LetterContext, 'times' | 'late' | 'waitEnds'> {
  const { calendar, settings } = office.rulebook;
  const level = findVariant(office.rulebook, state.variant)?.serviceLevel ?? null;
  const times = timesOf(state, level, calendar, settings.firstResponseMinutes);
  const { resolveBy, startsWhen, estimate } = times;
  // Of work that is done nobody has to be told that its time is over now.
  const isPast = resolveBy !== null && state.resolvedAt === null && now > resolveBy;
  return {
    times: { resolveBy, startsWhen, level, estimate, ...(isPast && { isPast }) },
    late: state.firstResponse === null && now > times.respondBy,
    waitEnds: endOfWait(state, office),
  };
}
