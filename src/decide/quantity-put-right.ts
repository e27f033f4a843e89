/** How many a requester asks for, where his reply puts the number right. */
import type { TicketEvent } from '../ticket/event.ts';
import type { Facts } from '../understand/reading.ts';
import { numberPutRight } from '../understand/replies/number-put-right.ts';
import { findVariant } from './catalogue.ts';
import type { Reply } from './reply.ts';

/** Null where he puts none right, or the service counts nothing. */
export function quantityPutRight({ it, view, read }: Pick<Reply, 'it' | 'view' | 'read'>): number | null {
  const { rulebook } = it.office;
  const unit = view.state.kind === 'request' ? findVariant(rulebook, view.state.variant)?.quantity?.unit : undefined;
  if (unit === undefined) return null;
  return numberPutRight(read.newText, { quantity: view.facts.quantity ?? null, unit }, rulebook);
}

export function classifiedAnew({ it, view }: Reply, quantity: number, variant = view.state.variant): TicketEvent {
  const { service, incident, confidence } = view.state;
  const { version: rules } = it.office.rulebook;
  const at = it.mail.receivedAt;
  return { v: 1, at, type: 'Classified', by: 'bot', service, variant, incident, confidence, quantity, rules };
}

/** What was doubtful about the number before is settled. */
export function withQuantity({ quantityDoubt: _doubt, ...facts }: Facts, quantity: number): Facts {
  return { ...facts, quantity };
}
