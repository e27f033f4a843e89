/** Which letters of the clock still count as written after an event, so that it writes none of them again. Part of the fold in evolve.ts. */
import type { ReminderKind, TicketEvent } from './event.ts';
import type { Facts, TicketState } from './ticket.ts';

/** Said of the promise to the requester, whoever has the ticket: a hold, a question or another team makes none of it news again. */
const ABOUT_THE_PROMISE: readonly ReminderKind[] = ['due-soon', 'overdue', 'event', 'close-after-event'];

export function remindersAfter(
  written: Facts['reminders'],
  it: { readonly isNewWait: boolean; readonly before: TicketState; readonly event: TicketEvent },
): Facts['reminders'] {
  const isNewPromise = changesPromise(it.before, it.event);
  if (!it.isNewWait && !isNewPromise) return written;
  return written.filter(({ about }) => (ABOUT_THE_PROMISE.includes(about) ? !isNewPromise : !it.isNewWait));
}

/** Something else is promised from now on, or for another day. */
function changesPromise(before: TicketState, event: TicketEvent): boolean {
  switch (event.type) {
    case 'Classified':
      return event.variant !== before.variant || event.quantity !== before.quantity;
    case 'Undone':
      return event.restored.variant !== before.variant;
    case 'RequirementsChecked':
      return event.eventDate !== before.eventDate;
    case 'StartDecided':
      return true;
    default:
      return false;
  }
}
