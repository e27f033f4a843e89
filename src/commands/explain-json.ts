/** `loket explain --json`: one object a mail, in the shape of the contract. */
import type { Plan } from '../decide/plan.ts';
import type { Letter } from '../decide/letter.ts';
import type { Decided } from '../decide/on-mail.ts';
import type { Situation } from '../decide/situation.ts';
import type { TicketChange } from '../decide/decision.ts';
import { asksConfirmation } from '../decide/asking.ts';
import { fold } from '../decide/fold.ts';
import { ROMAN } from '../decide/letters/rank.ts';
import { questionsOf } from '../decide/letters/notes.ts';
import { deskOf, teamOf, type Office } from '../decide/office.ts';
import type { PaperReading } from '../parse/document.ts';
import { toIso, type EpochMs } from '../shared/time.ts';
import { timesOf } from '../ticket/service-clock.ts';
import type { LetterFinding } from '../understand/papers/letter-findings.ts';
import { priorityOf } from '../understand/classify/priority.ts';
import { sourcesOf } from './explain-sources.ts';

export interface ExplainedMail {
  readonly file: string;
  readonly [field: string]: unknown;
}

/** The subject that a letter would leave with; null where its template is missing. */
export type Subjects = (letter: Letter) => string | null;

export interface Explained {
  readonly file: string;
  readonly it: Situation;
  readonly decided: Decided;
  readonly subjects: Subjects;
}

export function explainJson({ file, it, decided, subjects }: Explained): ExplainedMail {
  const { decision, plans } = decided;
  const opened = decision.tickets.filter((ticket) => ticket.expectedVersion === 0);
  return {
    file,
    messageId: it.message?.messageId ? `<${it.message.messageId}>` : null,
    from: it.message?.from?.address ?? null,
    subject: it.message?.subject ?? '',
    disposition: decision.disposition.kind,
    autoReply: decision.autoReply,
    noReplyReason: decision.noReplyReason,
    reason: decision.reason,
    tickets: plans.map((plan, index) => ticketJson(plan, opened[index], it)),
    documents: it.papers.map(documentJson),
    replies: decision.letters.map((letter) => ({
      template: letter.template.replace(/^requester\./, ''),
      to: letter.to.map((address) => address.address),
      cc: letter.cc.map((address) => address.address),
      subject: subjects(letter) ?? letter.subject,
    })),
    trace: decision.trace
      .filter((entry) => entry.matched)
      .map((entry) => (entry.detail ? `${entry.rule}: ${entry.detail}` : entry.rule)),
  };
}

/** A list shows its rows among its fields, each with the number that its sender sees. */
function documentJson(paper: PaperReading): Readonly<Record<string, unknown>> {
  const { filename, type, fields, problems, signature, rows, sources, signatures, letter, warnings } = paper;
  return {
    filename,
    type,
    fields: rows ? { ...fields, rows: rows.map(({ row, values }) => ({ row, ...values })) } : fields,
    problems,
    signature,
    ...(sources ? { sources } : {}),
    ...(signatures ? { signatures } : {}),
    ...(letter ? { letter } : {}),
    ...(warnings ? { warnings } : {}),
    ...(paper.codes ? { codes: paper.codes } : {}),
    ...(paper.within === undefined ? {} : { within: paper.within }),
    ...(paper.pageRange ? { pageRange: paper.pageRange } : {}),
    ...(paper.claim ? { claim: paper.claim } : {}),
    ...(paper.scan ? { scan: paper.scan } : {}),
  };
}

function ticketJson(plan: Plan, change: TicketChange | undefined, it: Situation): Readonly<Record<string, unknown>> {
  const { wish } = plan;
  return {
    kind: wish.kind,
    service: wish.service,
    variant: wish.variant,
    confidence: wish.confidence,
    alternatives: wish.alternatives,
    facts: wish.facts,
    approver: {
      required: plan.finding.required === null ? null : ['I', 'II', 'III', 'IV'][plan.finding.required - 1],
      verdict: plan.finding.verdict,
      found: plan.finding.found,
      confirm: asksConfirmation(plan.it, it.office) && !plan.it.selfQualified,
    },
    missing: plan.it.missing.map((requirement) => ({ key: requirement.key, text: requirement.text })),
    ...(plan.letters.length > 0 && { letters: plan.letters.map(letterJson) }),
    late: plan.it.isLate,
    questions: questionsFor(plan, it),
    priority: priorityFor(plan, it),
    article: wish.article ?? null,
    route: routeOf(plan, it.office),
    sla: slaOf(plan, change, it),
    sources: sourcesOf(plan, it.office),
  };
}

/** A letter that was asked, what it says, and what the register has of whoever signed it. */
function letterJson({
  key,
  filename,
  letter,
  signer,
  faults,
  doubts,
}: LetterFinding): Readonly<Record<string, unknown>> {
  const { verdict, required, person, by, eselon, acting, inLine, behalf } = signer;
  return {
    key,
    filename,
    number: letter?.number ?? null,
    date: letter?.date ?? null,
    addressee: letter?.addressee ?? null,
    says: letter?.signer ?? null,
    signer: {
      verdict,
      required: required === null ? null : ROMAN[required],
      found:
        person === null ? null : { nip: person.nip, name: person.name, title: person.title, active: person.active },
      by,
      eselon,
      acting,
      inLine,
      onBehalfOf: behalf === null ? null : { nip: behalf.nip, name: behalf.name, title: behalf.title },
    },
    faults: faults.map(({ text }) => text),
    doubts,
  };
}

/** What the first letter asks while the clock runs. */
function questionsFor({ wish, it: { missing } }: Plan, { office, reading }: Situation): readonly string[] {
  if (wish.kind !== 'request') return [];
  const { summary, facts, variant } = wish;
  const { language, ownText } = reading ?? { language: 'id', ownText: '' };
  return questionsOf({ rulebook: office.rulebook, variant, facts, summary, ownText, language, missing });
}

/** Of an incident, as its first letter says it. */
function priorityFor({ wish }: Plan, { office, reading }: Situation): Readonly<Record<string, string>> | null {
  if (wish.kind !== 'incident') return null;
  const found = priorityOf(`${wish.summary}\n${reading?.ownText ?? ''}`, office.rulebook);
  return found && { level: found.level.id, name: found.level.name, impact: found.impact.id, urgency: found.urgency.id };
}

/** Where the work goes; `via` names the desk where it looks first. */
function routeOf(plan: Plan, office: Office): Readonly<Record<string, string | null>> {
  const desk = deskOf(office);
  const code =
    plan.it.variant !== null || plan.it.incident !== null
      ? (plan.it.incident?.team ?? plan.it.variant?.team ?? plan.it.service?.team ?? null)
      : null;
  const team = teamOf(office, plan.it.kind === 'request' || plan.it.kind === 'incident' ? code : null) ?? desk;
  return {
    team: team.code,
    address: team.address,
    via: plan.step.kind === 'desk' && team.code !== desk.code ? desk.code : null,
  };
}

function slaOf(plan: Plan, change: TicketChange | undefined, it: Situation): Readonly<Record<string, unknown>> {
  const { rulebook, zone } = it.office;
  const level = plan.it.variant?.serviceLevel ?? null;
  const iso = (at: EpochMs | null): string | null => (at === null ? null : toIso(at, zone));
  if (change === undefined) return { respondBy: null, resolveBy: null, startsWhen: null, policy: null };
  const times = timesOf(fold(null, change.events), level, rulebook.calendar, rulebook.settings.firstResponseMinutes);
  return {
    respondBy: iso(times.respondBy),
    resolveBy: iso(times.resolveBy),
    startsWhen: times.startsWhen,
    policy: level?.words ?? null,
    estimate: times.estimate,
    closeBy: iso(times.closeBy),
    noticeBy: iso(times.noticeBy),
  };
}
