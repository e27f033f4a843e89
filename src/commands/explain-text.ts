/** `loket explain` for people: one page a mail, what would happen and which words led there. */
import type { Decided } from '../decide/on-mail.ts';
import type { Plan } from '../decide/plan.ts';
import type { Situation } from '../decide/situation.ts';
import type { Office } from '../decide/office.ts';
import { explainJson, type Explained, type ExplainedMail } from './explain-json.ts';
import { sourcesOf, sourceText } from './explain-sources.ts';

export function explainText(explained: Explained): string {
  const { file, it, decided } = explained;
  const json = explainJson(explained);
  const heads = [
    `${file}`,
    `  From     ${it.message?.from?.address ?? '(unreadable)'}${it.sender?.person ? ` (${it.sender.person.name}, ${it.sender.person.unitName})` : ''}`,
    `  Subject  ${it.message?.subject ?? ''}`,
    `  Sender   ${it.message?.grade ?? 'unknown'}: ${it.message?.gradeEvidence || 'the mail says nothing about itself'}`,
    `  Outcome  ${decided.decision.disposition.kind}${noReply(decided)}: ${decided.decision.reason}`,
  ];
  const head = decided.decision.disposition.kind === 'hold' ? 'Asks  ' : 'Ticket';
  const tickets = decided.plans.flatMap((plan, index) =>
    ticketLines({ plan, head, json: ticketAt(json, index), office: it.office }),
  );
  return [...heads, ...tickets, ...paperLines(it), ...sentLines(explained), ...traceLines(decided), ''].join('\n');
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

interface TicketPage {
  readonly plan: Plan;
  /** A held mail opens no ticket. */
  readonly head: string;
  readonly json: TicketFields;
  readonly office: Office;
}

function ticketLines({ plan, head, json, office }: TicketPage): readonly string[] {
  const { wish, it, finding } = plan;
  return [
    '',
    `  ${head}   ${wish.kind} ${wish.variant ?? wish.service ?? wish.incident ?? '(unsure)'}  confidence ${wish.confidence}`,
    ...wish.alternatives.map((other) => `           or ${other.variant ?? other.service} (${other.confidence})`),
    ...wish.evidence
      .slice(0, MOST_EVIDENCE)
      .map((evidence) => `           because of "${evidence.words}" (${evidence.rule}, +${evidence.weight})`),
    `  Facts    ${pairsOf(wish.facts) || 'none'}`,
    ...(finding.required === null
      ? []
      : [
          `  Superior eselon ${['I', 'II', 'III', 'IV'][finding.required - 1]} asked: ${finding.verdict}`,
          ...finding.found.map((found) => `           ${personLine(found)}`),
        ]),
    ...it.missing.map((requirement) => `  Missing  ${requirement.key}: ${requirement.text}`),
    ...wish.provided.map(
      (provided) =>
        `  Has      ${provided.key} (${provided.where}: ${provided.evidence})${provided.checked ? '' : ' unchecked'}`,
    ),
    ...plan.letters.flatMap(letterLines),
    ...plan.faults.map(({ filename, text }) => `  Wrong    ${filename}: ${text}`),
    `  Next     ${plan.step.kind}${plan.step.kind === 'desk' ? ` (${plan.step.reason})` : ''}`,
    `  Route    ${pairsOf(json['route'])}`,
    `  Times    ${pairsOf(json['sla'])}`,
    ...sourcesOf(plan, office).map((source) => `  Source   ${sourceText(source)}`),
  ];
}

/** `quantity 3, eventDate 2026-11-30`; what is not known is left out. */
function pairsOf(values: unknown): string {
  if (typeof values !== 'object' || values === null) return '';
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function personLine(found: Plan['finding']['found'][number]): string {
  const rank = found.eselon === '' ? 'no rank known' : `eselon ${found.eselon}${found.acting ? ', acting' : ''}`;
  return `${found.name} <${found.address}> in ${found.field}: ${rank}${found.inLine ? ', in the line' : ''}`;
}

function letterLines({ key, filename, letter, signer, doubts }: Plan['letters'][number]): readonly string[] {
  const { verdict, person, by, eselon, acting, required } = signer;
  const asked = required === null ? 'no rank asked' : `eselon ${['I', 'II', 'III', 'IV'][required - 1]} asked`;
  const rank = `${eselon === '' ? 'no rank known' : `eselon ${eselon}`}${acting ? ', acting' : ''}`;
  const who = person === null ? 'nobody in the register' : `${person.name} (by ${by}): ${rank}`;
  const said = [letter?.number, letter?.date, letter?.signer?.name]
    .filter((part) => typeof part === 'string')
    .join(', ');
  return [
    `  Letter   ${key} (${filename ?? 'no file'})${said === '' ? '' : `: ${said}`}`,
    `           signed by ${who}; ${asked}: ${verdict}`,
    ...doubts.map((doubt) => `           to be looked at: ${doubt}`),
  ];
}

const MOST_EVIDENCE = 8;

function paperLines(it: Situation): readonly string[] {
  return it.papers.map(
    (paper) =>
      `  Paper    ${paper.filename}: ${paper.type}, signature ${paper.signature}, ${Object.keys(paper.fields).length} fields`,
  );
}

function sentLines({ decided: { decision }, subjects }: Explained): readonly string[] {
  return [
    '',
    ...decision.letters.map(
      (letter) =>
        `  Letter   ${letter.template} (${letter.language}) to ${letter.to.map((to) => to.address).join(', ')}: ${subjects(letter) ?? letter.subject}`,
    ),
  ];
}

/** Those that fired, in order; the others are named together before the one that ended the search. */
function traceLines({ decision }: Decided): readonly string[] {
  const lines: string[] = [];
  let passed = 0;
  for (const entry of decision.trace) {
    if (!entry.matched && entry.detail === '') {
      passed += 1;
      continue;
    }
    if (passed > 0) lines.push(`      (${passed} that did not apply)`);
    passed = 0;
    lines.push(`    ${entry.matched ? '+' : '-'} ${entry.rule}${entry.detail ? `: ${entry.detail}` : ''}`);
  }
  return ['', '  Rules tried', ...lines];
}
