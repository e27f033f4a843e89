/** The facts of one wish: how many, who, when, where, which links and tickets. What the mail does not say stays away. */
import type { PaperReading } from '../../parse/document.ts';
import { searchedSources, type FactSources, type SearchedSources } from './fact-sources.ts';
import { applicationMeant } from './application.ts';
import { concernedOne } from './concerned.ts';
import { findDoubts } from './doubts.ts';
import { findDateBeside } from './date-beside.ts';
import { findEventDate, findSharedDate, type EventDate } from './event-date.ts';
import { howMany } from './how-many.ts';
import { findLinks } from './links.ts';
import { findNips } from './nip.ts';
import { numberedInLine, numberedRows } from './numbered-items.ts';
import { speaksOfHisOwn } from './own-thing.ts';
import { findPeople, meansWriter, namesWriter } from './people.ts';
import { inJakarta } from './place.ts';
import type { Searched } from './searched.ts';
import { findThings } from './things.ts';
import { applicationOnPapers, eventOnPapers, personsOnPapers, surelyOn } from '../papers/told-in-papers.ts';
import type { Facts } from '../reading.ts';

export function factsOf(sources: FactSources): Facts {
  return factsIn(searchedSources(sources));
}

export function factsIn(sources: SearchedSources): Facts {
  const { text } = sources;
  const nips = nipsOf(sources).filter((nip) => nip !== sources.handedOnBy);
  const people = peopleOf(sources);
  const applicant = people[0] ?? (speaksOfHisOwn(text) ? sources.sender : otherThanWriter(sources));
  const applicants = withWriter(people, sources);
  const quantity = counted(howMany(sources, nips, people), people, sources);
  const links = findLinks(text);
  const said = eventOf(text, sources);
  const told = toldBesides(sources, { said, people, isHisOwn: applicant !== null && people.length === 0 });
  const meant = applicationMeant(sources);
  const jakarta = inJakarta(text) ?? inJakarta(sources.shared) ?? told.inJakarta;
  return {
    ...(quantity === null ? {} : { quantity }),
    ...(told.day ?? said),
    ...(jakarta === undefined ? {} : { inJakarta: jakarta }),
    ...(applicant === null ? {} : { applicant }),
    ...(applicants.length > 1 ? { applicants } : {}),
    ...(nips[0] === undefined ? {} : { nip: nips[0] }),
    ...(nips.length > 1 ? { nips } : {}),
    ...told.persons,
    ...(meant === null ? {} : { application: meant }),
    ...told.application,
    ...findThings(text),
    ...findDoubts(text, sources.today),
    ...(links.length > 0 ? { links } : {}),
    ...(sources.ticketNumbers.length > 0 ? { ticketNumbers: sources.ticketNumbers } : {}),
  };
}

const nobody = (): boolean => false;

/** Who is meant where the writer is not, too. */
function otherThanWriter({ text, isKnown = nobody }: SearchedSources): string | null {
  return meansWriter(text) ? null : concernedOne(text, isKnown);
}

interface Told {
  readonly day?: EventDate;
  readonly inJakarta?: boolean;
  readonly persons?: Pick<Facts, 'applicant' | 'applicants' | 'nip' | 'nips'>;
  readonly application?: Pick<Facts, 'application'>;
}

interface Said {
  readonly said: EventDate | null;
  readonly people: readonly string[];
  /** The writer's own thing is meant, and nobody else's. */
  readonly isHisOwn: boolean;
}

/** What the papers tell of what the rules ask for and the mail does not say. */
function toldBesides(sources: SearchedSources, { said, people, isHisOwn }: Said): Told {
  const { papers, asked } = sources;
  if (papers.length === 0 || asked === undefined || asked.size === 0) return {};
  const event = asked.has('eventDate') || asked.has('inJakarta') ? eventOnPapers(sources) : null;
  const day = said === null && event !== null ? event.day : undefined;
  const isSame = day !== undefined || said?.eventDate === event?.day.eventDate;
  const asksPersons = (asked.has('nip') || asked.has('applicant')) && !isHisOwn;
  const application = asked.has('application') ? applicationOnPapers(sources) : null;
  return {
    ...(day !== undefined && { day }),
    ...(isSame && event?.inJakarta !== undefined && { inJakarta: event.inJakarta }),
    ...(asksPersons && { persons: personsBesides(sources, people) }),
    ...(application !== null && { application: { application } }),
  };
}

/** Of whoever the mail names only the number is taken from there. */
function personsBesides(sources: SearchedSources, people: readonly string[]): NonNullable<Told['persons']> {
  if (saidNips(sources).length > 0) return {};
  const onPapers = personsOnPapers(sources);
  const named = new Set(people.map((name) => name.toLowerCase()));
  const persons = named.size === 0 ? onPapers : onPapers.filter(({ name }) => named.has((name ?? '').toLowerCase()));
  const names = persons.flatMap(({ name }) => name ?? []);
  const nips = persons.flatMap(({ nip }) => nip ?? []);
  return {
    ...(named.size === 0 && names[0] !== undefined && { applicant: names[0] }),
    ...(named.size === 0 && names.length > 1 && { applicants: names }),
    ...(nips[0] !== undefined && { nip: nips[0] }),
    ...(nips.length > 1 && { nips }),
  };
}

/** A number that is not told may stand in the numbers of a list. */
function counted(told: number | null, people: readonly string[], { text, unit }: SearchedSources): number | null {
  if (told !== null && told !== 1) return told;
  const listed = Math.max(numberedInLine(text, unit), numberedRows(text, people));
  return listed > 1 ? listed : told;
}

/** A day, wherever it is told, goes before a time without one. */
function eventOf(text: Searched, sources: SearchedSources): EventDate | null {
  const said = findEventDate(text, sources.today, sources.home);
  if (said?.eventDate !== undefined) return said;
  const shared = sources.shared.text === '' ? null : findSharedDate(text, sources);
  if (shared?.eventDate !== undefined) return shared;
  return findDateBeside(text, sources) ?? said ?? shared;
}

/** Those in the text, else the only one of the mail around it, else those of the papers, else the sender's own under his name. */
function nipsOf(sources: SearchedSources): readonly string[] {
  const { papers, signature, today } = sources;
  const said = saidNips(sources);
  if (said.length > 0) return said;
  const papered = papers.flatMap((paper) => findNips(numbersOn(paper), today));
  return papered.length > 0 ? [...new Set(papered)] : findNips(signature.text, today);
}

function saidNips({ text, around, signature, today }: SearchedSources): readonly string[] {
  const said = findNips(text.text, today);
  if (said.length > 0) return meansWriter(text) ? [...new Set([...said, ...findNips(signature.text, today)])] : said;
  const beside = findNips(around.text, today);
  return beside.length === 1 ? beside : [];
}

/** The account's own number first, wherever it stands on the form; who signs it is nobody whose account it is. */
function numbersOn(paper: PaperReading): string {
  const { 'akun.nip': own = '', ...others } = surelyOn(paper);
  return [own, ...Object.entries(others).flatMap(([name, value]) => (SIGNS.test(name) ? [] : value))].join('\n');
}

const SIGNS = /^(?:penyetuju|mengetahui|pihak1)\./;

function peopleOf({ text, papers }: SearchedSources): readonly string[] {
  const said = findPeople(text);
  if (said.length > 0) return said;
  const applicant = papers.map((paper) => surelyOn(paper)['pemohon.nama'] ?? '').find((name) => name !== '');
  return applicant === undefined ? [] : [applicant];
}

/** "Jessica Tanoto dan saya": the sender is one of them. */
function withWriter(people: readonly string[], { text, sender }: SearchedSources): readonly string[] {
  const isMeant = sender !== null && people.length > 0 && !people.includes(sender) && namesWriter(text);
  return isMeant ? [...people, sender] : people;
}
