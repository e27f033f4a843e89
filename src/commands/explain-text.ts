/** `loket explain` for people: one page a mail, what would happen and which words led there. */
import type { Decided } from '../decide/on-mail.ts';
import type { Plan } from '../decide/plan.ts';
import type { Situation } from '../decide/situation.ts';
import { explainJson, type ExplainedMail } from './explain-json.ts';

export function explainText(file: string, it: Situation, decided: Decided): string {
  const json = explainJson(file, it, decided);
  const heads = [
    `${file}`,
    `  From     ${it.message?.from?.address ?? '(unreadable)'}${it.sender?.person ? ` (${it.sender.person.name}, ${it.sender.person.unitName})` : ''}`,
    `  Subject  ${it.message?.subject ?? ''}`,
    `  Sender   ${it.message?.grade ?? 'unknown'}: ${it.message?.gradeEvidence || 'the mail says nothing about itself'}`,
    `  Outcome  ${decided.decision.disposition.kind}${noReply(decided)}: ${decided.decision.reason}`,
  ];
  const tickets = decided.plans.flatMap((plan, index) => ticketLines(plan, ticketAt(json, index)));
  return [...heads, ...tickets, ...paperLines(it), ...letterLines(decided), ...traceLines(decided), ''].join('\n');
}

interface TicketFields {
  readonly [name: string]: unknown;
}

function ticketAt(json: ExplainedMail, index: number): TicketFields {
  const tickets: unknown = json['tickets'];
  return Array.isArray(tickets) ? (tickets[index] ?? {}) : {};
}

function noReply({ decision }: Decided): string {
  return decision.noReplyReason === null ? '' : ` (no answer: ${decision.noReplyReason})`;
}

function ticketLines(plan: Plan, json: TicketFields): readonly string[] {
  const { wish, it, finding } = plan;
  return [
    '',
    `  Ticket   ${wish.kind} ${wish.variant ?? wish.service ?? wish.incident ?? '(unsure)'}  confidence ${wish.confidence}`,
    ...wish.alternatives.map((other) => `           or ${other.variant ?? other.service} (${other.confidence})`),
    ...wish.evidence
      .slice(0, MOST_EVIDENCE)
      .map((evidence) => `           because of "${evidence.words}" (${evidence.rule}, +${evidence.weight})`),
    `  Facts    ${JSON.stringify(wish.facts)}`,
    ...(finding.required === null
      ? []
      : [
          `  Superior eselon ${['I', 'II', 'III', 'IV'][finding.required - 1]} asked: ${finding.verdict}${finding.best ? ` (${finding.best.name}, ${finding.best.eselon})` : ''}`,
        ]),
    ...it.missing.map((requirement) => `  Missing  ${requirement.key}: ${requirement.text}`),
    ...wish.provided.map(
      (provided) =>
        `  Has      ${provided.key} (${provided.where}: ${provided.evidence})${provided.checked ? '' : ' unchecked'}`,
    ),
    `  Next     ${plan.step.kind}${plan.step.kind === 'desk' ? ` (${plan.step.reason})` : ''}  route ${JSON.stringify(json['route'])}`,
    `  Times    ${JSON.stringify(json['sla'])}`,
  ];
}

const MOST_EVIDENCE = 8;

function paperLines(it: Situation): readonly string[] {
  return it.papers.map(
    (paper) =>
      `  Paper    ${paper.filename}: ${paper.type}, signature ${paper.signature}, ${Object.keys(paper.fields).length} fields`,
  );
}

function letterLines({ decision }: Decided): readonly string[] {
  return [
    '',
    ...decision.letters.map(
      (letter) =>
        `  Letter   ${letter.template} (${letter.language}) to ${letter.to.map((to) => to.address).join(', ')}`,
    ),
  ];
}

function traceLines({ decision }: Decided): readonly string[] {
  return [
    '',
    '  Rules tried',
    ...decision.trace.map(
      (entry) => `    ${entry.matched ? '+' : '-'} ${entry.rule}${entry.detail ? `: ${entry.detail}` : ''}`,
    ),
  ];
}
