/** What was understood of a request, line by line, as letters tell it back: whoever reads it on a telephone sees at once what is wrong. */
import type { Variant } from '../../rulebook/rulebook.ts';
import { findQuantities } from '../../understand/facts/quantity.ts';
import type { Facts } from '../../understand/reading.ts';
import { toWords } from '../../understand/words/normalise.ts';
import { findVariant } from '../catalogue.ts';
import type { FieldValue, LetterFields } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { formatDate } from './dates.ts';
import { maskNip, oneLine } from './own-words.ts';

const LONGEST_FACT = 120;
const MOST_NAMES = 5;
/** A longer row is a list of its own; the first of it show that it was read. */
const MOST_THINGS = 3;
const LONGEST_THING = 60;

export function factFields(context: LetterContext): FieldValue {
  const { facts } = context;
  // Whoever complains, asks or reports a fault tells days and numbers of what has been, not of what is to come.
  const variant = findVariant(context.rulebook, context.variant);
  const isOfEvent = context.kind === 'request' && (variant === null || countsDay(variant));
  const { eventDate, eventEnd } = isOfEvent ? facts : {};
  const unit = variant?.quantity?.unit ?? '';
  return {
    applicants: namesOf(context),
    nips: nipsOf(context),
    quantity: quantityOf(context, unit),
    quantityUnit: context.language === 'id' ? unit : '',
    eventDate: eventDate === undefined ? null : `${formatDate(eventDate, context.language)}${timeOf(facts, context)}`,
    eventEnd: eventEnd === undefined ? null : formatDate(eventEnd, context.language),
    inJakarta: facts.inJakarta === true,
    elsewhere: facts.inJakarta === false,
    application: facts.application === undefined ? null : oneLine(facts.application, LONGEST_FACT),
    participants: participantsOf(context, variant),
    ...thingsOf(facts),
  };
}

/** What is done for an event, or on a day that has to be agreed; elsewhere a day is no more than when something runs out or is wished for. */
export function countsDay({ leadTime, serviceLevel, requirements, questions = [] }: Variant): boolean {
  return (
    leadTime !== null ||
    serviceLevel.kind === 'at-event' ||
    requirements.some(({ key }) => key === 'waktu-kegiatan') ||
    questions.some(({ facts }) => facts.includes('eventDate'))
  );
}

/** One of what nobody counts is no news: a password is reset once, a fault is one. */
function quantityOf({ facts, kind }: LetterContext, unit: string): number | null {
  const { quantity = null } = facts;
  return kind !== 'request' || (unit === '' && quantity === 1) ? null : quantity;
}

/** Where the service asks how many come; null where nobody told it. */
function participantsOf({ kind, ownText, summary, rulebook }: LetterContext, variant: Variant | null): number | null {
  const isAsked = variant?.questions?.some(({ facts }) => facts.includes('participants')) === true;
  if (kind !== 'request' || !isAsked) return null;
  const words = toWords(`${summary}.\n\n${ownText}`, rulebook.abbreviations);
  return findQuantities(words).find(({ people }) => people)?.value ?? null;
}

function thingsOf({ servers, devices = [], serialNumbers, bmnCodes }: Facts): LetterFields {
  return {
    servers: thingsListed(servers),
    // "laptop" alone is in the words already.
    devices: thingsListed(devices.filter((name) => name.includes(' '))),
    serialNumbers: thingsListed(serialNumbers),
    bmnCodes: thingsListed(bmnCodes),
  };
}

function thingsListed(things: readonly string[] = []): string | null {
  return things.length === 0
    ? null
    : listed(
        things.map((thing) => oneLine(thing, LONGEST_THING)),
        MOST_THINGS,
      );
}

/** Echoed with its zone: the ministry spans three. */
export function timeOf({ eventTime }: Facts, { language }: LetterContext): string {
  if (eventTime === undefined) return '';
  const { from, to, zone } = eventTime;
  const times = `${[from, ...(to === undefined ? [] : [to])].join('\u2013')} ${zone}`;
  return language === 'id' ? ` pukul ${times.replaceAll(':', '.')}` : `, ${times}`;
}

/** The requester himself is not named twice. */
function namesOf({ facts, requester }: LetterContext): string | null {
  const names = facts.applicants ?? (facts.applicant === undefined ? [] : [facts.applicant]);
  const own = (requester.person?.name ?? requester.name).toLowerCase();
  const others = names.filter((name) => names.length > 1 || name.trim().toLowerCase() !== own);
  return others.length === 0 ? null : listed(others.map((name) => oneLine(name, LONGEST_FACT)));
}

function nipsOf({ facts, requester }: LetterContext): string | null {
  const nips = facts.nips ?? (facts.nip === undefined ? [] : [facts.nip]);
  const others = nips.filter((nip) => nips.length > 1 || nip !== requester.person?.nip);
  return others.length === 0 ? null : listed(others.map(maskNip));
}

function listed(items: readonly string[], most = MOST_NAMES): string {
  const more = items.length - most;
  return items.slice(0, most).join(', ') + (more > 0 ? ` (+${more})` : '');
}
