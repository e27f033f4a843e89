/**
 * A ticket that asks for something else than before, whoever says so: another variant, another number, another day. What the catalogue asks
 * for it is judged by what the ticket has brought so far; what was agreed to counts no more.
 */
import type { PaperReading } from '../parse/document.ts';
import type { Attachment } from '../parse/message.ts';
import type { Rank } from '../directory/person.ts';
import type { Rulebook, Variant } from '../rulebook/rulebook.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { TicketState } from '../ticket/ticket.ts';
import { requirementsMet } from '../understand/requirements.ts';
import { toWords } from '../understand/words/normalise.ts';
import { findService, findVariant } from './catalogue.ts';
import { eventDays } from './event-days.ts';
import { isDerived, missingForLeadTime } from './filing.ts';
import type { Office } from './office.ts';
import { faultsIn } from './paper-faults.ts';
import { rankAsked } from './rank-asked.ts';
import type { Situation } from './situation.ts';
import type { TicketView } from './ticket-view.ts';

/** The superior as he stands for what is asked now. */
export interface SuperiorNow {
  readonly verdict: TicketState['verdict'];
  readonly superior: TicketView['superior'];
}

export interface Judging extends SuperiorNow {
  readonly before: TicketView;
  /** Classified anew, with the facts and the words as they are now. */
  readonly view: TicketView;
  /** Of its papers, where they have been judged anew; absent: they are judged where the variant is another. */
  readonly faults?: TicketView['faults'];
  /** Of the mail in hand, where its writer is the requester; default none. */
  readonly brought?: { readonly attachments: readonly Attachment[]; readonly papers: readonly PaperReading[] };
}

export interface Judged {
  readonly events: readonly TicketEvent[];
  readonly superior: TicketView['superior'];
  readonly faults: TicketView['faults'];
}

export function checkedAnew(it: Situation, judging: Judging): Judged {
  const { before, view, verdict, superior } = judging;
  const faults = judging.faults ?? faultsOf(it, before, view);
  const { id: mail, receivedAt: at } = it.mail;
  const checked: TicketEvent = {
    v: 1,
    at,
    type: 'RequirementsChecked',
    mail,
    missing: missingOf(judging, it.office),
    verdict,
    superior: superior?.id ?? null,
    ...eventDays(view.facts),
    inJakarta: view.facts.inJakarta ?? null,
    ...(faults.length > 0 && { faults: faults.length }),
  };
  return { events: [...voidedBy(it, before, view), checked], superior, faults };
}

/** What was approved is what was shown. */
export function voidedBy(it: Situation, before: TicketView, view: TicketView): readonly TicketEvent[] {
  const { approval, approvedBy } = before.state;
  if (approval === null || (approval.answer !== 'given' && approvedBy.length === 0)) return [];
  if (isSameContent(before, view)) return [];
  return [{ v: 1, at: it.mail.receivedAt, type: 'ApprovalVoided', mail: it.mail.id }];
}

function isSameContent(before: TicketView, view: TicketView): boolean {
  return (
    before.state.service === view.state.service &&
    before.state.variant === view.state.variant &&
    before.facts.quantity === view.facts.quantity &&
    before.facts.eventDate === view.facts.eventDate
  );
}

export function isSameRank(before: TicketView, view: TicketView, office: Office): boolean {
  return before.state.service === view.state.service && rankOf(before.state, office) === rankOf(view.state, office);
}

export function rankOf({ service, variant }: TicketState, { rulebook }: Office): Rank | null {
  return rankAsked(findService(rulebook, service), findVariant(rulebook, variant));
}

/** Papers that were with the desk have been looked at; for something else they are judged anew. */
function faultsOf({ office, mail }: Situation, before: TicketView, view: TicketView): TicketView['faults'] {
  const { service, variant, kind } = view.state;
  if (variant === before.state.variant || kind === 'incident') return [];
  return faultsIn(view.papers, {
    office,
    requester: view.requester,
    service: findService(office.rulebook, service),
    variant: findVariant(office.rulebook, variant),
    at: mail.receivedAt,
    number: view.number,
  });
}

function missingOf(judging: Judging, { rulebook }: Office): readonly string[] {
  const { before, view } = judging;
  const variant = findVariant(rulebook, view.state.variant);
  if (variant === null || view.state.kind === 'incident') return [];
  const filed = { variant, facts: view.facts, receivedAt: view.state.receivedAt };
  const isSame = before.state.variant === variant.slug;
  const papers = isSame ? before.state.missing.filter((key) => !isDerived(key)) : submitted(variant);
  const settled = isSame && judging.brought === undefined ? new Set<string>() : settledBy(judging, variant, rulebook);
  return [...papers.filter((key) => !settled.has(key)), ...missingForLeadTime(filed, rulebook)];
}

function submitted({ requirements }: Variant): readonly string[] {
  return requirements.filter(({ phase }) => phase === 'submission').map(({ key }) => key);
}

/** What the ticket has brought so far, and what its words give no cause to ask for. */
function settledBy({ view, brought }: Judging, variant: Variant, rulebook: Rulebook): ReadonlySet<string> {
  const earlier = [...(view.original?.attachments ?? []), ...view.supplied.flatMap(({ attachments }) => attachments)];
  const met = requirementsMet(variant, {
    words: toWords(`${view.summary}.\n\n${view.ownText}`, rulebook.abbreviations),
    attachments: [...earlier.map(knownByName), ...(brought?.attachments ?? [])],
    papers: brought?.papers ?? [],
    facts: view.facts,
    rulebook,
  });
  return new Set([...met.provided.map(({ key }) => key), ...met.notAsked]);
}

function knownByName(filename: string): Attachment {
  const type = 'application/octet-stream';
  return { filename, type, declaredType: type, sizeBytes: 1, sha256: '', inline: false };
}
