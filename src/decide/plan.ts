/** What is to become of one wish of a new mail: checked against the catalogue and the directory. `explain` prints it. */
import { judgeSuperior, type SuperiorFinding } from '../directory/verdict.ts';
import { localDate } from '../shared/time.ts';
import type { Requirement } from '../rulebook/rulebook.ts';
import type { TicketKind } from '../ticket/event.ts';
import { isFiledLate } from '../ticket/lead-time.ts';
import type { Wish } from '../understand/reading.ts';
import { nextStep, type Case, type Step } from './case.ts';
import { findIncident, findService, findVariant } from './catalogue.ts';
import type { TraceEntry } from './decision.ts';
import { partyOf, type Office, type Party } from './office.ts';
import type { Situation } from './situation.ts';

export interface Plan {
  readonly wish: Wish;
  readonly it: Case;
  readonly finding: SuperiorFinding;
  readonly step: Step;
  readonly trace: readonly TraceEntry[];
}

/** @param it a situation whose mail has been read and has a sender */
export function planWish(wish: Wish, it: Situation, sender: Party): Plan {
  const { office } = it;
  const service = findService(office.rulebook, wish.service);
  const variant = findVariant(office.rulebook, wish.variant);
  const finding = findSuperior(it, sender, wish.kind === 'request' ? (service?.cc?.minimumRank ?? null) : null);
  const given = new Set(wish.provided.map((provided) => provided.key));
  const theCase: Case = {
    kind: ticketKind(wish),
    requester: sender,
    grade: it.message?.grade ?? 'absent',
    service,
    variant,
    incident: findIncident(office.rulebook, wish.incident),
    confidence: wish.confidence,
    guesses: guessesOf(wish),
    facts: wish.facts,
    missing:
      wish.kind === 'request'
        ? requiredAtSubmission(variant, wish).filter((requirement) => !given.has(requirement.key))
        : [],
    verdict: finding.verdict,
    superior: superiorParty(finding, office),
    selfQualified: finding.found.some((found) => found.self) && finding.verdict === 'ok',
    approval: 'none',
    isLate: isLate(wish, it),
    deskReleased: it.mail.released,
    at: it.mail.receivedAt,
  };
  const { step, trace } = nextStep(theCase, office);
  return { wish, it: theCase, finding, step, trace };
}

/** Who in Cc or To is the superior asked for. */
export function findSuperior(it: Situation, sender: Party, minimum: SuperiorFinding['required']): SuperiorFinding {
  const { office, message } = it;
  const recipients = [
    ...(message?.cc ?? []).map((entry) => ({ ...entry, field: 'cc' as const })),
    ...(message?.to ?? []).map((entry) => ({ ...entry, field: 'to' as const })),
  ];
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

/** Submission requirements of the variant that apply to this mail. */
function requiredAtSubmission(variant: Case['variant'], wish: Wish): readonly Requirement[] {
  return (variant?.requirements ?? []).filter(
    (requirement) => requirement.phase === 'submission' && !(wish.notAsked ?? []).includes(requirement.key),
  );
}

function guessesOf(wish: Wish): Case['guesses'] {
  const chosen =
    wish.service === null ? [] : [{ service: wish.service, variant: wish.variant, confidence: wish.confidence }];
  return [...chosen, ...wish.alternatives].slice(0, 3);
}

function isLate(wish: Wish, it: Situation): boolean {
  const variant = findVariant(it.office.rulebook, wish.variant);
  const eventDate = wish.facts.eventDate;
  if (!variant?.leadTime || eventDate === undefined) return false;
  const filing = { receivedAt: it.mail.receivedAt, eventDate, inJakarta: wish.facts.inJakarta ?? null };
  return isFiledLate(filing, variant.leadTime, it.office.rulebook.calendar) ?? false;
}
