/** When and where it takes place, as the requester's reply tells it anew or for the first time. */
import type { Facts } from '../understand/reading.ts';
import { dayPutRight, hourTold, isHourMoved, type DayPutRight } from '../understand/replies/day-put-right.ts';
import { homeZone } from '../understand/home-zone.ts';
import { sentOn } from '../understand/understand.ts';
import { findVariant } from './catalogue.ts';
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

/** The facts of the ticket with all that the reply tells of its event and its things. */
export function factsTold(reply: Reply): Facts {
  const { inJakarta } = saidIn(reply);
  const moved = dayMoved(reply);
  const known = withThings(reply);
  const facts: Facts = inJakarta === undefined ? known : { inJakarta, ...known };
  if (moved !== null) return 'doubt' in moved ? facts : withDay(facts, moved);
  return withHour(withFirstDay(facts, reply), reply);
}

/** True where the reply tells another day or hour than the ticket has. */
export function isOtherDay({ view: { facts: before } }: Told, facts: Facts): boolean {
  return KEYS.some((key) => JSON.stringify(before[key]) !== JSON.stringify(facts[key]));
}

const KEYS = ['eventDate', 'eventEnd', 'eventTime'] as const;

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
