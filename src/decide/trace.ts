/** Which rules decided and what they fell on, and what a reply changed: names, numbers and days, in no language. */
import type { TicketEvent } from '../ticket/event.ts';
import type { TraceEntry } from './decision.ts';
import type { Plan } from './plan.ts';
import type { Reply } from './reply.ts';

export function planTrace(plan: Plan): readonly TraceEntry[] {
  const words = plan.wish.evidence.map((evidence) => ({ rule: evidence.rule, matched: true, detail: evidence.words }));
  const superior = {
    rule: 'superior',
    matched: plan.finding.verdict === 'ok',
    detail: `${plan.finding.verdict}: ${plan.finding.found.map((found) => found.address).join(', ')}`,
  };
  return [...words, ...(plan.finding.required === null ? [] : [superior]), ...plan.trace];
}

export function replyTrace({ role, read, view }: Reply, events: readonly TicketEvent[]): readonly TraceEntry[] {
  const changes = events.flatMap((event) => changesBy(event, view.state));
  return [{ rule: `reply/${role}/${read.intent}`, matched: true, detail: read.why }, ...changes];
}

function changesBy(event: TicketEvent, before: Reply['view']['state']): readonly TraceEntry[] {
  if (event.type === 'Classified')
    return [
      ...changed('ticket/quantity', before.quantity, event.quantity),
      ...changed('ticket/variant', before.variant, event.variant),
    ];
  if (event.type === 'RequirementsChecked')
    return changed('ticket/event-date', before.eventDate, event.eventDate ?? before.eventDate);
  return [];
}

function changed(rule: string, from: string | number | null, to: string | number | null): readonly TraceEntry[] {
  return from === to || to === null ? [] : [{ rule, matched: true, detail: `${from ?? '-'} \u2192 ${to}` }];
}
