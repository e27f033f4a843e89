/** Two explanations of one mail, field by field: what people would notice if the rules were others. */
import { z } from 'zod';
import type { ExplainedMail } from './explain-json.ts';

export interface Change {
  readonly file: string;
  /** Ordinal of the ticket, from 1, where the mail has several; null for the mail as a whole or its only ticket. */
  readonly ticket: number | null;
  readonly field: 'outcome' | 'tickets' | keyof typeof FIELDS;
  readonly before: string;
  readonly after: string;
}

const Ticket = z.object({
  kind: z.string(),
  service: z.string().nullable(),
  variant: z.string().nullable(),
  approver: z.object({ verdict: z.string(), confirm: z.boolean() }),
  missing: z.array(z.object({ key: z.string() })),
  late: z.boolean(),
  route: z.object({ team: z.string(), via: z.string().nullable() }),
  sla: z.object({
    resolveBy: z.string().nullable(),
    closeBy: z.string().nullish(),
    startsWhen: z.string().nullable(),
    policy: z.string().nullable(),
  }),
});
type Ticket = z.infer<typeof Ticket>;
const Mail = z.object({ disposition: z.string(), noReplyReason: z.string().nullable(), tickets: z.array(Ticket) });

const FIELDS = {
  kind: (ticket: Ticket) => ticket.kind,
  service: (ticket: Ticket) => ticket.service ?? 'unsure',
  variant: (ticket: Ticket) => ticket.variant ?? 'unsure',
  verdict: (ticket: Ticket) => ticket.approver.verdict,
  approval: (ticket: Ticket) => (ticket.approver.confirm ? 'asked' : 'not asked'),
  missing: (ticket: Ticket) => ticket.missing.map(({ key }) => key).join(', ') || 'nothing',
  late: (ticket: Ticket) => (ticket.late ? 'too late' : 'in time'),
  route: ({ route }: Ticket) => (route.via === null ? route.team : `${route.via}, then ${route.team}`),
  due: ({ sla }: Ticket) =>
    sla.resolveBy ?? sla.closeBy ?? `${sla.policy ?? 'nothing promised'} (${sla.startsWhen ?? '-'})`,
} as const;
const NAMES = ['kind', 'service', 'variant', 'verdict', 'approval', 'missing', 'late', 'route', 'due'] as const;

export function compareDecisions(before: ExplainedMail, after: ExplainedMail): readonly Change[] {
  const { file } = before;
  const [one, other] = [Mail.parse(before), Mail.parse(after)];
  const differs = (
    field: Change['field'],
    ticket: number | null,
    [was, is]: readonly [string, string],
  ): readonly Change[] => (was === is ? [] : [{ file, ticket, field, before: was, after: is }]);
  const several = Math.max(one.tickets.length, other.tickets.length) > 1;
  return [
    ...differs('outcome', null, [outcomeOf(one), outcomeOf(other)]),
    ...differs('tickets', null, [String(one.tickets.length), String(other.tickets.length)]),
    ...one.tickets.flatMap((ticket, index) => {
      const then = other.tickets[index];
      if (!then) return [];
      return NAMES.flatMap((name) =>
        differs(name, several ? index + 1 : null, [FIELDS[name](ticket), FIELDS[name](then)]),
      );
    }),
  ];
}

function outcomeOf({ disposition, noReplyReason }: z.infer<typeof Mail>): string {
  return noReplyReason === null ? disposition : `${disposition} (${noReplyReason})`;
}
