/** The days of an event as events of the ticket hold them. */
import type { Facts } from '../understand/reading.ts';

export interface EventDays {
  readonly eventDate: string | null;
  readonly eventEnd?: string;
}

/** An end that is not behind the beginning is none. */
export function eventDays({ eventDate, eventEnd }: Facts): EventDays {
  const isSpan = eventDate !== undefined && eventEnd !== undefined && eventEnd > eventDate;
  return { eventDate: eventDate ?? null, ...(isSpan && { eventEnd }) };
}
