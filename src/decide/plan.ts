/** What is to become of one wish of a new mail: checked against the catalogue and the directory. `explain` prints it. */
import { judgeSuperior, type SuperiorFinding } from '../directory/verdict.ts';
import { localDate } from '../shared/time.ts';
import type { TicketKind } from '../ticket/event.ts';
import type { LetterFinding } from '../understand/papers/letter-findings.ts';
import type { Wish } from '../understand/reading.ts';
import { nextStep, type Case, type Step } from './case.ts';
import { findIncident, findService, findVariant } from './catalogue.ts';
import type { TraceEntry } from './decision.ts';
import { FILED_LATE, missingForLeadTime, requirementsByKey } from './filing.ts';
import { guessesFor } from './guesses.ts';
import { marksOf, withholds } from './letters/index.ts';
import { NO_PAPERS_KEPT, papersKept } from './kept-papers.ts';
import { partyOf, type Office, type Party } from './office.ts';
import { faultsIn, lettersSeen, type KeptPapers, type PaperFault } from './paper-faults.ts';
import { unseenPapers } from './paper-to-see.ts';
import { rankAsked } from './rank-asked.ts';
import type { Situation } from './situation.ts';

export interface Plan {
  readonly wish: Wish;
  readonly it: Case;
  readonly finding: SuperiorFinding;
  readonly papers: KeptPapers;
  readonly faults: readonly PaperFault[];
  readonly letters: readonly LetterFinding[];
  readonly step: Step;
  readonly trace: readonly TraceEntry[];
}

/** @param it a situation whose mail has been read and has a sender */
export function planWish(said: Wish, it: Situation, sender: Party): Plan {
  const { office } = it;
  const meant: Wish = it.mayContinue !== undefined && said.kind !== 'incident' ? { ...said, kind: 'request' } : said;
  const wish = meant.kind === 'incident' ? withoutEvent(meant) : meant;
  const service = findService(office.rulebook, wish.service);
  // A fault is about a service, but nobody asked for one: its service level and its papers are not the fault's.
  const variant = wish.kind === 'incident' ? null : findVariant(office.rulebook, wish.variant);
  const finding = findSuperior(it, sender, wish.kind === 'request' ? rankAsked(service, variant) : null);
  const { missing, papers, faults, letters } = broughtBy(wish, it, { sender, service, variant });
  const theCase: Case = {
    kind: ticketKind(wish),
    requester: sender,
    grade: it.message?.grade ?? 'absent',
    service,
    variant,
    incident: findIncident(office.rulebook, wish.incident),
    confidence: wish.confidence,
    guesses: guessesOf(wish, office),
    facts: wish.facts,
    missing: requirementsByKey(missing, variant, office.rulebook),
    paperFaults: faults.length,
    isPaperWithheld: withholds(office.rulebook.settings, marksOf(it.papers)),
    isSignatureUnseen: unseenPapers(papers, variant).length > 0,
    verdict: finding.verdict,
    superior: superiorParty(finding, office),
    superiors: qualifyingIn(finding, sender, it),
    selfQualified: finding.found.some((found) => found.self) && finding.verdict === 'ok',
    approval: 'none',
    isLate: missing.includes(FILED_LATE),
    continues: it.mayContinue !== undefined,
    deskReleased: it.mail.released,
    at: it.mail.receivedAt,
  };
  const { step, trace } = nextStep(theCase, office);
  return { wish, it: theCase, finding, papers, faults, letters, step, trace };
}

interface Brought extends Pick<Plan, 'papers' | 'faults' | 'letters'> {
  readonly missing: readonly string[];
}

/** What is missing, and what is to be said of the papers that came; of anything but a request nothing. */
function broughtBy(
  wish: Wish,
  it: Situation,
  { sender, service, variant }: Pick<Case, 'service' | 'variant'> & { readonly sender: Party },
): Brought {
  if (wish.kind !== 'request') return { missing: [], papers: NO_PAPERS_KEPT, faults: [], letters: [] };
  const missing = missingKeys(wish, variant, it);
  const papers = papersOf(wish, it);
  const by = { office: it.office, requester: sender, service, variant, at: it.mail.receivedAt, number: null };
  return { missing, papers, faults: faultsIn(papers, by), letters: lettersSeen(papers, by, missing) };
}

/** With what the mail says beside them: all of it, where it asks for one thing. None where no form plays a part. */
function papersOf(wish: Wish, it: Situation): KeptPapers {
  const alone = it.reading?.wishes.length === 1;
  const text = alone ? `${it.message?.subject ?? ''}.\n\n${it.reading?.ownText ?? ''}` : wish.summary;
  const variant = findVariant(it.office.rulebook, wish.variant);
  const kept = papersKept(it, { provided: wish.provided, variant, alone, text });
  return kept.papers.length > 0 || asksForm(wish, it) ? kept : NO_PAPERS_KEPT;
}

function asksForm(wish: Wish, it: Situation): boolean {
  const variant = findVariant(it.office.rulebook, wish.variant);
  return variant?.requirements.some(({ kind, phase }) => kind === 'form' && phase === 'submission') ?? false;
}

/** A day named beside a fault ("besok ada rapat") is not the day when somebody is to come. */
function withoutEvent(wish: Wish): Wish {
  const {
    eventDate: _day,
    eventEnd: _end,
    eventTime: _time,
    eventDoubt: _doubt,
    eventPeriod: _period,
    ...facts
  } = wish.facts;
  return { ...wish, facts };
}

/** Who in Cc or To is the superior asked for; not one who has said that it is not for him. */
export function findSuperior(it: Situation, sender: Party, minimum: SuperiorFinding['required']): SuperiorFinding {
  const { office, message } = it;
  const declined = it.binding?.ticket.state.declinedBy ?? [];
  const recipients = [
    ...(message?.cc ?? []).map((entry) => ({ ...entry, field: 'cc' as const })),
    ...(message?.to ?? []).map((entry) => ({ ...entry, field: 'to' as const })),
  ].filter((entry) => !declined.includes(partyOf(office, entry).id));
  return judgeSuperior({
    sender: sender.person,
    senderAddress: sender.address,
    recipients,
    minimum,
    on: localDate(it.mail.receivedAt, office.zone),
    directory: office.directory,
    ourAddresses: [...office.ownAddresses, ...office.rulebook.teams.map((team) => team.address)],
    ourDomains: office.domains,
  });
}

/** All who would do, in the order of their nearness. */
function qualifyingIn({ found, required }: SuperiorFinding, sender: Party, it: Situation): readonly Party[] {
  const { directory, zone } = it.office;
  if (required === null || sender.person === null) return [];
  const able = directory.qualifying(sender.person, required, localDate(it.mail.receivedAt, zone));
  return able.flatMap((person) => {
    const met = found.find(({ address, self }) => !self && person.addresses.includes(address));
    return met ? [partyOf(it.office, { name: person.name, address: met.address })] : [];
  });
}

export function superiorParty(finding: SuperiorFinding, office: Office): Party | null {
  if (finding.best === null) return null;
  const best = finding.best;
  const met = finding.found.find((found) => best.addresses.includes(found.address));
  const address = met?.address ?? best.addresses[0];
  return address === undefined ? null : partyOf(office, { name: best.name, address });
}

function ticketKind(wish: Wish): TicketKind {
  return wish.kind === 'status' ? 'question' : wish.kind;
}

/** Submission requirements that apply to this mail and are not met by it, and what the lead time asks. */
function missingKeys(wish: Wish, variant: Case['variant'], it: Situation): readonly string[] {
  const met = new Set([...wish.provided.map((provided) => provided.key), ...(wish.notAsked ?? [])]);
  const papers = (variant?.requirements ?? []).filter(({ phase, key }) => phase === 'submission' && !met.has(key));
  const filed = { variant, facts: wish.facts, receivedAt: it.mail.receivedAt };
  return [...papers.map((requirement) => requirement.key), ...missingForLeadTime(filed, it.office.rulebook)];
}

/** Of two that differ in number only, the desk is offered the one that the number makes of it. */
function guessesOf(wish: Wish, { rulebook }: Office): Case['guesses'] {
  const chosen =
    wish.service === null ? [] : [{ service: wish.service, variant: wish.variant, confidence: wish.confidence }];
  const guesses = [...chosen, ...wish.alternatives].slice(0, 3);
  const { quantity } = wish.facts;
  return quantity === undefined ? guesses : guessesFor(guesses, quantity, rulebook);
}
