/** From people, ticket and office to what papers can be filled in with. Pure; what is not known stays empty for the reader to write. */
import type { LocalDate } from '../../shared/time.ts';
import { dateInWords, longDate, weekday } from './date-words.ts';
import type { Facts, PaperOffice, PaperPerson, PaperTicket, Row } from './facts.ts';
import type { FormFill } from './form-values.ts';

export interface RequestPaper {
  readonly office: PaperOffice;
  readonly ticket: PaperTicket;
  /** The day on which the paper is made. */
  readonly today: LocalDate;
  readonly person: PaperPerson;
  /** Whose signature is asked; null where nobody is known. */
  readonly superior: PaperPerson | null;
}

export interface HandoverPaper {
  readonly office: PaperOffice;
  readonly ticket: PaperTicket;
  /** The day on which the service was fulfilled. */
  readonly today: LocalDate;
  /** Who hands over, for the team that solved it. */
  readonly resolver: PaperPerson;
  /** Who receives: the requester or the person his unit names. */
  readonly receiver: PaperPerson;
  readonly whatWasDone: string;
  readonly quantity?: number | null;
  readonly application?: string;
  readonly hosts?: readonly string[];
  readonly addresses?: readonly string[];
  readonly place?: string;
  /** Devices, by the columns of the form: `sn`, `kode_bmn`, `nup`, `perangkat_lunak`. */
  readonly objects?: readonly Row[];
}

/** For papers that a request needs: Form 3.1 and whatever else is described in templates/forms. */
export function prefillForm31({ office, ticket, today, person, superior }: RequestPaper): FormFill {
  const facts: Facts = {
    ...officeFacts(office),
    ...ticketFacts(ticket),
    ...dayFacts(today),
    ...personFacts('requester', person),
    ...(superior ? personFacts('superior', superior) : {}),
  };
  return { facts: known(facts), rows: [] };
}

/** For papers that close a request: BAST and formulir UAT. */
export function prefillBast(paper: HandoverPaper): FormFill {
  const { office, ticket, today, resolver, receiver, objects = [] } = paper;
  const facts: Facts = {
    ...officeFacts(office),
    ...ticketFacts(ticket),
    ...dayFacts(today),
    ...personFacts('requester', receiver),
    'resolver.name': resolver.name,
    'resolver.nip': resolver.nip ?? '',
    'resolver.title': resolver.title ?? '',
    'resolver.unit': resolver.unit ?? '',
    'handover.number': `BA-${ticket.number}/${office.name}/${today.slice(0, 4)}`,
    'handover.done': paper.whatWasDone,
    'handover.quantity': String(paper.quantity ?? (objects.length || '')),
    'handover.application': paper.application ?? '',
    'handover.hosts': (paper.hosts ?? []).join(', '),
    'handover.addresses': (paper.addresses ?? []).join(', '),
    'handover.place': paper.place ?? '',
  };
  return { facts: known(facts), rows: objects };
}

function officeFacts({ name, fullName, deskName }: PaperOffice): Facts {
  return { 'office.name': name, 'office.fullName': fullName, 'office.deskName': deskName };
}

function ticketFacts(ticket: PaperTicket): Facts {
  return {
    'ticket.number': ticket.number,
    'ticket.service': ticket.service ?? '',
    'ticket.serviceName': ticket.serviceName ?? ticket.service ?? '',
    'ticket.variant': ticket.variant ?? '',
    'ticket.variantName': ticket.variantName ?? '',
  };
}

function dayFacts(today: LocalDate): Facts {
  return { 'today.date': longDate(today), 'today.weekday': weekday(today), 'today.words': dateInWords(today) };
}

function personFacts(who: 'requester' | 'superior', person: PaperPerson): Facts {
  return {
    [`${who}.name`]: person.name,
    [`${who}.nip`]: person.nip ?? '',
    [`${who}.title`]: person.title ?? '',
    [`${who}.unit`]: person.unit ?? '',
    [`${who}.topUnit`]: person.topUnit ?? '',
    [`${who}.email`]: person.email ?? '',
    // Choices of a form have no hyphen in their names.
    [`${who}.eselon`]: (person.eselon ?? '').replace('-', '_'),
  };
}

function known(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text.trim() !== ''));
}
