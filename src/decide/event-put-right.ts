/** When and where it takes place, as the requester's reply tells it anew or for the first time. */
import type { Person } from '../directory/person.ts';
import { localDate } from '../shared/time.ts';
import { inJakarta, isOwnOffice } from '../understand/facts/place.ts';
import { Searched } from '../understand/facts/searched.ts';
import type { Facts } from '../understand/reading.ts';
import { dayPutRight, hourTold, isHourMoved, type DayPutRight } from '../understand/replies/day-put-right.ts';
import { personPutRight } from '../understand/replies/person-put-right.ts';
import { homeZone } from '../understand/home-zone.ts';
import { sentOn } from '../understand/understand.ts';
import { findVariant } from './catalogue.ts';
import { EVENT_PLACE } from './filing.ts';
import type { Reply } from './reply.ts';
import { withThings } from './supplied-words.ts';

type Told = Pick<Reply, 'it' | 'view' | 'read'>;

/** The day moved by the reply; null where it plainly moves none, or the ticket has none. */
export function dayMoved({ it, view, read }: Told): DayPutRight | null {
  const { eventDate, eventEnd } = view.facts;
  if (it.message === null || view.state.kind !== 'request' || eventDate === undefined) return null;
  const before = { eventDate, ...(eventEnd !== undefined && { eventEnd }) };
  const { office, mail, message } = it;
  return dayPutRight(read.newText, before, {
    today: sentOn(message, { receivedAt: mail.receivedAt, zone: office.zone }),
    home: homeZone(message, office.directory),
    rulebook: office.rulebook,
  });
}

/** While a team works: the things that the reply names, and the place that it was asked for. A day that it moves has its own course. */
export function factsBeside(reply: Reply): Facts {
  const place = placeTold(reply);
  const known = withThings(reply);
  return place === undefined || !asksPlace(reply) ? known : { inJakarta: place, ...known };
}

/** The facts of the ticket with all that the reply tells of its event and its things. */
export function factsTold(reply: Reply): Facts {
  const place = placeTold(reply);
  const moved = dayMoved(reply);
  const known = withThings(reply);
  const facts: Facts = place === undefined ? known : { inJakarta: place, ...known };
  const named = withPerson(facts, reply);
  if (moved !== null) return 'doubt' in moved ? named : withDay(named, moved);
  return withHour(withFirstDay(named, reply), reply);
}

/**
 * In Jakarta or not, by its words; of his own office, by the units of the register. Undefined where neither knows: then he is asked.
 */
function placeTold(reply: Told): boolean | undefined {
  const { it, view, read } = reply;
  const said = saidIn(reply).inJakarta;
  if (said !== undefined || view.facts.inJakarta !== undefined || !asksPlace({ it, view })) return said;
  const alone = read.newText.trim();
  const named = alone.split(/\s+/).length <= FEW_WORDS ? inJakarta(new Searched(`di ${alone}`)) : undefined;
  return named ?? (isOwnOffice(read.newText) ? ownTown(it.sender?.person ?? null, it) : undefined);
}

/** As something missing, or as what the team still needs to know. */
function asksPlace({ it, view: { state } }: Pick<Told, 'it' | 'view'>): boolean {
  const questions = findVariant(it.office.rulebook, state.variant)?.questions ?? [];
  return state.missing.includes(EVENT_PLACE) || questions.some(({ facts }) => facts.includes('inJakarta'));
}

/** "Payakumbuh, Bu." */
const FEW_WORDS = 6;

/** The nearest unit above him whose name tells it. */
function ownTown(person: Person | null, { office, mail }: Told['it']): boolean | undefined {
  if (person === null) return undefined;
  const line = office.directory.lineOf(person, localDate(mail.receivedAt, office.zone));
  const known = [person, ...line].map(({ unitName }) => inJakarta(new Searched(`di ${unitName}`)));
  return known.find((one) => one !== undefined);
}

/** Somebody else than the ticket names; a number that was his is nobody's now. */
function withPerson(facts: Facts, { it, view, read }: Told): Facts {
  const { applicant, applicants } = view.facts;
  if (view.state.kind !== 'request' || applicant === undefined || (applicants?.length ?? 0) > 1) return facts;
  const { directory, rulebook } = it.office;
  const isRegistered = (name: string): boolean => directory.byName(name).length > 0;
  const now = personPutRight(read.newText, applicant, { rulebook, isRegistered });
  if (now === null) return facts;
  const { nip: _nip, nips: _nips, nipDoubt: _doubt, applicants: _all, ...rest } = facts;
  const { nip } = saidIn({ it });
  return { ...rest, applicant: now, ...(nip !== undefined && nip !== view.facts.nip && { nip }) };
}

/** True where the reply tells another day, hour or person than the ticket has. */
export function isPutRight({ view: { facts: before } }: Told, facts: Facts): boolean {
  return KEYS.some((key) => JSON.stringify(before[key]) !== JSON.stringify(facts[key]));
}

const KEYS = ['eventDate', 'eventEnd', 'eventTime', 'applicant'] as const;

function withDay(facts: Facts, { eventDate, eventEnd, eventTime }: Exclude<DayPutRight, { doubt: string }>): Facts {
  const { eventEnd: _end, eventDoubt: _doubt, eventPeriod: _period, ...rest } = facts;
  return { ...rest, eventDate, ...(eventEnd !== undefined && { eventEnd }), ...(eventTime && { eventTime }) };
}

/** A day that was not known, or that was doubtful and is plain now. Any other date in a reply is its writer's own affair. */
function withFirstDay(facts: Facts, reply: Told): Facts {
  const { eventDate, eventEnd, eventTime, eventDoubt } = saidIn(reply);
  if (eventDate === undefined) return facts;
  const settles = facts.eventDoubt !== undefined && eventDoubt === undefined;
  if (facts.eventDate !== undefined && !settles) return facts;
  const told = { eventDate, ...(eventEnd !== undefined && { eventEnd }), ...(eventTime && { eventTime }) };
  return { ...withDay(facts, told), ...(eventDoubt !== undefined && { eventDoubt }) };
}

/** An hour that was asked for, or that is moved. */
function withHour(facts: Facts, { it, view, read }: Told): Facts {
  const { message, office } = it;
  if (message === null || view.state.kind !== 'request' || facts.eventDate === undefined) return facts;
  const questions = findVariant(office.rulebook, view.state.variant)?.questions ?? [];
  if (!questions.some(({ facts: asked }) => asked.includes('eventTime'))) return facts;
  if (facts.eventTime !== undefined && !isHourMoved(read.newText, office.rulebook)) return facts;
  const eventTime = hourTold(read.newText, {
    home: homeZone(message, office.directory),
    rulebook: office.rulebook,
  });
  return eventTime === null ? facts : { ...facts, eventTime };
}

function saidIn({ it }: Pick<Reply, 'it'>): Facts {
  return it.reading?.wishes[0]?.facts ?? {};
}
