/** How many a requester asks for, where his reply puts the number right. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { Facts } from '../understand/reading.ts';
import { numberPutRight } from '../understand/replies/number-put-right.ts';
import { findVariant } from './catalogue.ts';
import type { Reply } from './reply.ts';
import type { TicketView } from './ticket-view.ts';

/** Null where he puts none right, or the service counts nothing. */
export function quantityPutRight({ it, view, read }: Pick<Reply, 'it' | 'view' | 'read'>): number | null {
  const { rulebook } = it.office;
  const unit = view.state.kind === 'request' ? unitOf(view, rulebook) : null;
  if (unit === null) return null;
  return numberPutRight(read.newText, { quantity: view.facts.quantity ?? null, unit }, rulebook);
}

/** What it counts; while nobody is sure of the service, what the best guess that counts anything does. */
function unitOf({ state, guesses }: TicketView, rulebook: Rulebook): string | null {
  const slugs = state.variant === null ? guesses.map(({ variant }) => variant) : [state.variant];
  const units = slugs.map((slug) => findVariant(rulebook, slug)?.quantity?.unit);
  return units.find((unit) => unit !== undefined) ?? null;
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
