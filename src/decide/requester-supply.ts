/** The requester brings what was missing: the same ticket goes on, the list shrinks, the clock starts when it is complete. */
import { VERDICTS } from '../directory/verdict.ts';
import type { SuperiorVerdict, TicketEvent } from '../ticket/event.ts';
import type { Variant } from '../rulebook/rulebook.ts';
import { toWords } from '../understand/words/normalise.ts';
import { requirementsMet } from '../understand/requirements.ts';
import type { Facts, Provided } from '../understand/reading.ts';
import { nextStep } from './case.ts';
import { caseOf } from './case-of.ts';
import { findService, findVariant } from './catalogue.ts';
import { eventDays } from './event-days.ts';
import { factsTold } from './event-put-right.ts';
import { isDerived, missingForLeadTime } from './filing.ts';
import { papersAfter, papersKept } from './kept-papers.ts';
import { deskTriage, requesterIncomplete, requesterProgress, requesterReceived } from './letters/index.ts';
import type { Letter } from './letter.ts';
import type { Party } from './office.ts';
import { faultsIn, type KeptPapers, type PaperFault } from './paper-faults.ts';
import { findSuperior, superiorParty } from './plan.ts';
import { classifiedAnew, quantityPutRight, withQuantity } from './quantity-put-right.ts';
import { after, handToDesk, letterContext, noteAdded, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { stepEvents, stepLetters } from './step.ts';
import { wordRows, wordsAfter } from './supplied-words.ts';
import { paperRows, TEXT, type TicketView } from './ticket-view.ts';

/** What was missing or wrong, as far as this mail brings or settles it: the same ticket goes on. */
export function supply(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const checked = check(reply);
  if (isNothingNew(checked, reply)) {
    if (bringsUnreadOnly(reply)) return askedAgain(reply);
    return checked.faults.length > 0 ? differToDesk(reply, checked) : readByDesk(reply);
  }
  const { superior, facts, papers, faults } = checked;
  const supplied = suppliedAfter(reply);
  const known = { superior, facts, papers, faults, supplied, ownText: wordsAfter(reply) };
  const before = [...voidedBySupply(reply), ...checked.events];
  const now: TicketView = { ...after(reply, before), ...known };
  const { step } = nextStep(caseOf(now, it), it.office);
  const events = [...before, ...stepEvents(step, now, it)];
  const final: TicketView = { ...after(reply, events), ...known };
  return outcome(step.kind === 'incomplete' ? 'Something is still missing.' : 'The request is complete now.', {
    events,
    texts: [
      { name: TEXT.facts, text: JSON.stringify(facts) },
      ...paperRows(final),
      ...wordRows(final, view),
      ...(supplied === view.supplied ? [] : [{ name: TEXT.supplied, text: JSON.stringify(supplied) }]),
    ],
    people: superior ? [superior] : [],
    letters: [
      suppliedLetter(reply, final, step.kind),
      ...stepLetters(step, final, { it, source: reply.source, tellSuperior: true }),
    ],
  });
}

/** Whoever has agreed has not seen what comes now. In a chain of officials it goes on where the one who gave it back stands. */
function voidedBySupply({ it, view: { state } }: Reply): readonly TicketEvent[] {
  const isChain = findVariant(it.office.rulebook, state.variant)?.chain !== undefined;
  const isAgreed = !isChain && (state.approval?.answer === 'given' || state.approvedBy.length > 0);
  return isAgreed ? [{ v: 1, at: it.mail.receivedAt, type: 'ApprovalVoided', mail: it.mail.id }] : [];
}

/** Whoever does the work gets what came later, too; the newest, should somebody send without end. */
export function suppliedAfter({ source, view }: Reply): TicketView['supplied'] {
  if (source.attachments.length === 0) return view.supplied;
  return [...view.supplied, { ...source, text: '' }].slice(-MOST_SUPPLIED);
}

const MOST_SUPPLIED = 5;

/** True for a mail that brings papers to a ticket whose papers are with the desk. */
export function bringsOtherPapers({ it, view }: Reply): boolean {
  return view.state.deskReason === 'papers-differ' && it.papers.some(({ type }) => type === 'form-3.1');
}

function isNothingNew(checked: Checked, { view }: Reply): boolean {
  const { state, faults } = view;
  const isSame = checked.verdict === state.verdict && checked.missing.join() === state.missing.join();
  return (
    isSame &&
    isSameFacts(checked.facts, view.facts) &&
    !checked.broughtPapers &&
    checked.events.length === 1 &&
    textsOf(checked.faults) === textsOf(faults)
  );
}

function isSameFacts(facts: Facts, before: Facts): boolean {
  const keys = [...new Set([...Object.keys(facts), ...Object.keys(before)])] as (keyof Facts)[];
  return keys.every((key) => JSON.stringify(facts[key]) === JSON.stringify(before[key]));
}

/** Nothing in it is known to be what was asked for: the desk sees whether it is, and he hears what is still awaited. */
function readByDesk(reply: Reply): ReplyOutcome {
  const unclear = handToDesk(reply, 'The reply brings nothing that was missing; the desk reads it.');
  const ownText = wordsAfter(reply);
  const final: TicketView = { ...after(reply, unclear.events), ownText };
  const isAwaited = final.state.status === 'incomplete';
  const told = isAwaited ? [requesterIncomplete(letterContext(reply, final), true)] : [];
  return { ...unclear, texts: wordRows(final, reply.view), letters: [...told, ...unclear.letters] };
}

/** All that came with it is files that nobody can open: he is told which, and what is still awaited. */
function bringsUnreadOnly({ it, view }: Reply): boolean {
  const { papers } = it;
  return view.state.status === 'incomplete' && papers.length > 0 && papers.every(({ type }) => type === 'unreadable');
}

function askedAgain(reply: Reply): ReplyOutcome {
  const events = [noteAdded(reply)];
  return outcome('The papers that came cannot be read; their sender is told which, and what is missing.', {
    events,
    letters: [requesterIncomplete(letterContext(reply, after(reply, events)), true)],
  });
}

function textsOf(faults: readonly PaperFault[]): string {
  return faults.map(({ text }) => text).join('\n');
}

/** Words alone that settle nothing: neither side is preferred, a person looks at papers and words. */
function differToDesk(reply: Reply, { faults }: Checked): ReplyOutcome {
  const { it, read, view } = reply;
  const reason = 'papers-differ';
  const events: readonly TicketEvent[] = [
    noteAdded(reply),
    { v: 1, at: it.mail.receivedAt, type: 'SentToDesk', reason },
  ];
  const sent: TicketView = { ...after(reply, events), faults };
  const context = { ...letterContext(reply, sent), deskReason: reason } as const;
  return outcome('The words do not settle what the papers say otherwise; the desk looks at them.', {
    events,
    texts: paperRows({ ...view, faults }),
    letters: [requesterReceived(context, 'desk'), deskTriage(context, { said: read.newText })],
  });
}

function suppliedLetter(reply: Reply, view: TicketView, step: string): Letter {
  const context = letterContext(reply, view);
  if (step === 'incomplete') return requesterIncomplete(context, true);
  if (step === 'team') return requesterProgress(context, 'completed');
  return requesterReceived(context, step === 'approval' ? 'approval' : 'desk');
}

interface Checked {
  readonly missing: readonly string[];
  readonly verdict: SuperiorVerdict;
  readonly superior: Party | null;
  readonly facts: Facts;
  readonly papers: KeptPapers;
  readonly faults: readonly PaperFault[];
  readonly broughtPapers: boolean;
  readonly events: readonly TicketEvent[];
}

function check(reply: Reply): Checked {
  const { it, view } = reply;
  const { rulebook } = it.office;
  const variant = findVariant(rulebook, view.state.variant);
  const provided = providedBy(reply, variant);
  const { verdict, superior } = superiorAfter(reply);
  const judged = papersNow(reply, variant, provided);
  const facts = factsAfter(reply, judged);
  const filed = { variant, facts, receivedAt: view.state.receivedAt };
  const brought = new Set(provided.map(({ key }) => key));
  const missing = [
    ...view.state.missing.filter((key) => !isDerived(key) && !brought.has(key)),
    ...missingForLeadTime(filed, rulebook),
  ];
  const quantity = quantityPutRight(reply);
  const recounted = quantity === null ? [] : [classifiedAnew(reply, quantity)];
  const event: TicketEvent = {
    v: 1,
    at: it.mail.receivedAt,
    type: 'RequirementsChecked',
    mail: it.mail.id,
    missing,
    verdict,
    superior: superior?.id ?? null,
    ...eventDays(facts),
    inJakarta: facts.inJakarta ?? null,
    ...(judged.faults.length > 0 && { faults: judged.faults.length }),
  };
  return {
    missing,
    verdict,
    superior,
    facts: quantity === null ? facts : withQuantity(facts, quantity),
    ...judged,
    events: [...recounted, event],
  };
}

/** The better of the one found before and those in Cc of this mail, by the rank that the variant asks. */
export function superiorAfter({ it, sender, view }: Reply): Pick<Checked, 'verdict' | 'superior'> {
  const rank = findService(it.office.rulebook, view.state.service)?.cc?.minimumRank ?? null;
  const finding = findSuperior(it, sender, rank);
  if (order(finding.verdict) >= order(view.state.verdict))
    return { verdict: view.state.verdict, superior: view.superior };
  return { verdict: finding.verdict, superior: superiorParty(finding, it.office) };
}

/** All papers of the ticket, judged anew by what this mail brings and says. */
export function papersNow(
  { it, view, read }: Reply,
  variant: Variant | null,
  provided: readonly Provided[],
): Pick<Checked, 'papers' | 'faults' | 'broughtPapers'> {
  const later = papersKept(it, { provided, variant, alone: true, text: read.newText });
  const papers = papersAfter(view.papers, later, it, read.newText);
  const faults = faultsIn(papers, {
    office: it.office,
    requester: view.requester,
    service: findService(it.office.rulebook, view.state.service),
    variant,
    at: it.mail.receivedAt,
    number: view.number,
  });
  return { papers, faults, broughtPapers: later.papers.length > 0 };
}

/** What a form says that nothing speaks against any more is what counts. */
function factsAfter(reply: Reply, { papers, faults }: Pick<Checked, 'papers' | 'faults'>): Facts {
  const form = faults.length === 0 ? papers.papers.find(({ type }) => type === 'form-3.1') : undefined;
  const [quantity, nip] = [Number(form?.fields['permintaan.jumlah_akun']), form?.fields['akun.nip'] ?? ''];
  return { ...factsTold(reply), ...(quantity > 0 && { quantity }), ...(nip !== '' && { nip }) };
}

/** The requirements that this mail meets, in its files or its new words. */
export function providedBy({ it, read }: Reply, variant: Variant | null): readonly Provided[] {
  if (variant === null || it.message === null) return [];
  const { rulebook } = it.office;
  return requirementsMet(variant, {
    words: toWords(read.newText, rulebook.abbreviations),
    attachments: it.message.attachments,
    papers: it.papers,
    facts: it.reading?.wishes[0]?.facts ?? {},
    rulebook,
  }).provided;
}

function order(verdict: SuperiorVerdict): number {
  return verdict === 'not-required' ? -1 : VERDICTS.indexOf(verdict);
}
