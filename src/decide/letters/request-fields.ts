/**
 * The fields that every letter about a ticket has: what it is, what was understood, when it is due, who does it. Flags choose words
 * in the templates; a field that does not apply is null or false, never absent, so that a misspelt name in a template is found.
 */
import { findVariant as variantIn } from '../catalogue.ts';
import { closingPaper } from '../closing-paper.ts';
import type { FieldValue, LetterFields } from '../letter.ts';
import type { DeskReason, TicketKind } from '../../ticket/event.ts';
import type { IncidentRoute, ServiceLevel, Variant } from '../../rulebook/rulebook.ts';
import type { LetterContext, LetterTimes } from './context.ts';
import { formatDate, formatInstant } from './dates.ts';
import { countsDay, factFields, timeOf } from './fact-fields.ts';
import { cutAtWord, excerptOf, oneLine } from './own-words.ts';
import { partyFields } from './people.ts';
import { isSuggestion } from '../../understand/suggestion.ts';

const LONGEST_SHORT_NAME = 40;
const LONGEST_FACT = 120;

const KINDS: readonly TicketKind[] = ['request', 'incident', 'complaint', 'question', 'other'];
/** As `_thing` has words for them. */
export const KINDS_NAMED = [...KINDS, 'suggestion'] as const;
const DESK_REASONS: readonly DeskReason[] = [
  'continues',
  ...(['unsure', 'outside-catalogue', 'superior-not-in-line', 'superior-unknown', 'sender-not-authenticated'] as const),
  ...(['late-filing', 'approver-unclear', 'complaint', 'question', 'unreadable', 'poison', 'encrypted'] as const),
  ...(['over-limit', 'requester-unknown', 'no-team', 'letter-failed', 'rft-help', 'service-suspended'] as const),
  ...(['approval-silent', 'objection', 'handed-back', 'papers-differ', 'fulfilment-unconfirmed'] as const),
  ...(['signature-unseen', 'paper-withheld'] as const),
];

/** Short name in the subject: catalogue words where the service is known, else the sender's own, cleaned; empty when there is neither. */
export function shortNameOf(context: LetterContext): string {
  // What is asked about a service is not a request for it.
  const variant = context.kind === 'question' ? null : findVariant(context);
  const incident = context.rulebook.incidents.find((route) => route.id === context.incident);
  if (context.stem !== null) {
    const stem = context.stem.replace(/^\[[^\]]*\]\s*/, '');
    return inLanguage(stem, variant ?? incident ?? null, context.language);
  }
  if (variant) return context.language === 'en' ? variant.shortNameEn : variant.shortName;
  if (incident) return cutAtWord(incidentName(incident, context), LONGEST_SHORT_NAME);
  const service = context.rulebook.services.find((service) => service.code === context.service);
  if (service && !isNamedQuestion(context)) return cutAtWord(service.name, LONGEST_SHORT_NAME);
  return oneLine(context.summary.replace(/[[\]<>|"()]/g, ' '), LONGEST_SHORT_NAME);
}

/** "Akun email pegawai baru"; a subject of one word ("tanya") names less than the service does. */
function isNamedQuestion({ kind, summary }: LetterContext): boolean {
  return kind === 'question' && summary.trim().split(/\s+/).length > 1;
}

type Named = Pick<IncidentRoute, 'shortName' | 'shortNameEn'>;

/** The name that the ticket began with, unless it is the catalogue's in the language of another reader. */
function inLanguage(stem: string, named: Named | null, language: LetterContext['language']): string {
  if (named === null) return stem;
  const { shortName, shortNameEn = shortName } = named;
  const [own, other] = language === 'en' ? [shortNameEn, shortName] : [shortName, shortNameEn];
  return stem === cutAtWord(other, LONGEST_SHORT_NAME) || stem === other ? own : stem;
}

export function requestFields(context: LetterContext): LetterFields {
  return {
    number: context.number,
    shortName: shortNameOf(context),
    kind: kindFields(context),
    understood: understoodOf(context),
    summary: oneLine(context.summary, LONGEST_FACT),
    requester: partyFields(context.requester),
    approver: context.approver === null ? null : partyFields(context.approver),
    team: context.team?.name ?? null,
    facts: factFields(context),
    eventPeriod: periodOf(context),
    due: dueFields(context.times, context),
    late: context.late,
    promisedMinutes: context.rulebook.settings.firstResponseMinutes,
    follows: context.follows,
    desk: deskFields(context),
    isUat: closingPaper(findVariant(context)) === 'formulir-uat',
    reason: flags(DESK_REASONS, context.deskReason),
  };
}

/** A suggestion is called one, though its ticket is a complaint's. */
function kindFields({ kind, summary, ownText, rulebook }: LetterContext): LetterFields {
  const isMild = kind === 'complaint' && isSuggestion(`${summary}.\n\n${ownText}`, rulebook);
  return flags(KINDS_NAMED, isMild ? 'suggestion' : kind);
}

/** The desk as every footer shows it. */
export function deskFields(context: Pick<LetterContext, 'rulebook' | 'mailbox'>): LetterFields {
  const organisation = context.rulebook.organisation;
  return {
    name: organisation.deskName,
    organisation: organisation.name,
    fullName: organisation.fullName,
    address: context.mailbox,
    phones: organisation.phones.join(' / '),
    whatsapp: organisation.whatsapp,
  };
}

/** Exactly one of the flags is true; `by` is set when the clock runs. */
export function dueFields(
  times: LetterTimes,
  context: Pick<LetterContext, 'rulebook' | 'language' | 'kind'> & Partial<Pick<LetterContext, 'facts'>>,
): LetterFields {
  const zone = context.rulebook.calendar.zone;
  const by = times.resolveBy === null ? null : formatInstant(times.resolveBy, zone, context.language);
  return {
    by,
    isPast: times.isPast === true,
    estimate: times.estimate,
    words: context.language === 'id' ? wordsOfLevel(times.level, context.facts?.quantity) : null,
    ...amountOf(times.level, context.facts?.quantity),
    ...flags(
      ['by', 'approval', 'complete', 'decision', 'event', 'unstated', 'priority', 'none'],
      dueHow(times, context.kind),
      'is-',
    ),
  };
}

export function findVariant(context: Pick<LetterContext, 'rulebook' | 'variant'>): Variant | null {
  return variantIn(context.rulebook, context.variant);
}

/** `{ isLateFiling: true, isUnsure: false, … }`: every code as a field, one of them true. */
export function flags(codes: readonly string[], chosen: string | null, prefix = ''): Record<string, boolean> {
  const fields: Record<string, boolean> = {};
  for (const code of codes) fields[camel(prefix === '' ? code : `${prefix}${code}`)] = code === chosen;
  return fields;
}

function camel(code: string): string {
  const known = CAMEL.get(code);
  if (known !== undefined) return known;
  const name = code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  CAMEL.set(code, name);
  return name;
}

/** The codes are few, all of them ours, and every letter has them all. */
const CAMEL = new Map<string, string>();

function understoodOf(context: LetterContext): string | null {
  const variant = context.kind === 'question' ? null : findVariant(context);
  if (variant) return context.language === 'en' ? variant.shortNameEn : variant.name;
  const incident = context.rulebook.incidents.find((route) => route.id === context.incident);
  return incident ? incidentName(incident, context) : null;
}

function incidentName({ shortName, shortNameEn }: IncidentRoute, { language }: LetterContext): string {
  return language === 'en' ? (shortNameEn ?? shortName) : shortName;
}

function dueHow(times: LetterTimes, kind: TicketKind): string {
  if (times.resolveBy !== null) return 'by';
  if (kind === 'incident') return 'priority';
  if (times.level === null) return 'none';
  if (times.level.kind === 'unstated' || isBeyondTiers(times)) return 'unstated';
  if (times.level.kind === 'at-event' || times.startsWhen === 'event') return 'event';
  if (times.startsWhen === 'approved') return 'approval';
  return times.startsWhen === 'cio-decision' ? 'decision' : 'complete';
}

/** The clock runs and no step holds the number: the standard says nothing of so many. */
function isBeyondTiers({ level, startsWhen }: LetterTimes): boolean {
  return level?.kind === 'tiers' && startsWhen === 'now';
}

interface Amount {
  readonly hours: number | null;
  readonly days: number | null;
}

function amountOf(level: ServiceLevel | null, quantity: number | undefined): Amount {
  const days = level?.kind === 'working-days' ? level.days : daysOfTier(level, quantity);
  return { hours: level?.kind === 'working-hours' ? level.hours : null, days };
}

/** Of steps by number only the one that holds, where the number is known. */
function wordsOfLevel(level: ServiceLevel | null, quantity: number | undefined): string | null {
  const days = daysOfTier(level, quantity);
  return days === null ? (level?.words ?? null) : `${days} hari kerja`;
}

function daysOfTier(level: ServiceLevel | null, quantity: number | undefined): number | null {
  const counted = level?.kind === 'tiers' ? (quantity ?? level.assumed) : undefined;
  if (level?.kind !== 'tiers' || counted === undefined) return null;
  return level.tiers.find(({ upTo }) => counted <= upTo)?.days ?? null;
}

/** The number that is put right, with what it counts; null where none is. */
export function recountedField(context: LetterContext): string | null {
  if (context.recounted === undefined) return null;
  const unit = context.language === 'id' ? (findVariant(context)?.quantity?.unit ?? '') : '';
  return `${context.recounted} ${unit}`.trim();
}

/** The same beside the number before, where somebody has to see the difference. */
export function recountedFields(context: LetterContext): FieldValue {
  const to = recountedField(context);
  return to === null ? null : { to, number: context.recounted ?? 0, from: context.recountedFrom ?? null };
}

/** The day and hour of the event as they are now, beside the day before; null where the mail in hand does not move it. */
export function movedFields(context: LetterContext): FieldValue {
  const { facts, movedFrom, language } = context;
  const { eventDate } = facts;
  if (movedFrom === undefined || eventDate === undefined) return null;
  const to = `${formatDate(eventDate, language)}${timeOf(facts, context)}`;
  const from = movedFrom === eventDate ? null : formatDate(movedFrom, language);
  return { to, from, day: formatDate(eventDate, 'id').replace(/^[^,]*,\s*/, '') };
}

/** For whom it is now, beside who was named before; null where the mail in hand does not put it right. */
export function renamedFields({ facts, renamedFrom }: LetterContext): FieldValue {
  if (renamedFrom === undefined || facts.applicant === undefined) return null;
  return { to: oneLine(facts.applicant, LONGEST_FACT), from: oneLine(renamedFrom, LONGEST_FACT) };
}

/** A time without a day, where the day counts: told back as it was understood. */
function periodOf(context: LetterContext): FieldValue {
  const { eventPeriod } = context.facts;
  const variant = findVariant(context);
  if (context.kind !== 'request' || eventPeriod === undefined || context.facts.eventDate !== undefined) return null;
  if (variant === null || !countsDay(variant)) return null;
  const { from, to } = eventPeriod;
  return { from: formatDate(from, context.language), to: formatDate(to, context.language) };
}

/** A quote block of a mail's new text. */
export function wordsOf(text: string): FieldValue {
  return excerptOf(text);
}
