/**
 * "Jadwalnya bergeser ke Senin 21 Desember 2026 pukul 13.00": whoever asks moves the day of his event. Counted only where a word of moving
 * or of putting right stands beside one day; what is uncertain, asked or conditional moves nothing, and a day that can be read in two ways is
 * asked back. An hour that is told for itself is that of the day that is known.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { Temporal, type LocalDate } from '../../shared/time.ts';
import type { DateMention } from '../facts/dates.ts';
import { datesAhead } from '../facts/event-date.ts';
import { Searched } from '../facts/searched.ts';
import { findTimes, timeNear, type TimeOfDay, type Zone } from '../facts/times.ts';
import { toWords } from '../words/normalise.ts';
import { findPhrases, indexPhrases } from '../words/phrases.ts';

export interface DayBefore {
  readonly eventDate: LocalDate;
  readonly eventEnd?: LocalDate;
}

export interface DaySources {
  /** The civil date of the reply where its sender is. */
  readonly today: LocalDate;
  /** The zone of an hour that comes without one. */
  readonly home: Zone;
  readonly rulebook: Rulebook;
}

export type DayPutRight =
  | { readonly eventDate: LocalDate; readonly eventEnd?: LocalDate; readonly eventTime?: TimeOfDay }
  /** As written, where it can be read in more than one way. */
  | { readonly doubt: string };

/** Null where the text does not plainly move the day. */
export function dayPutRight(text: string, before: DayBefore, sources: DaySources): DayPutRight | null {
  const searched = new Searched(text);
  const told = datesAhead(searched, sources.today).filter((mention) => isMoved(text, mention, sources));
  const others = told.filter((mention) => !isOld(mention, before, text));
  const [first] = others;
  if (first === undefined) return null;
  const written = (one: DateMention): string => text.slice(one.from, one.to).replace(/\s+/g, ' ').trim();
  const isOne = others.every(({ start, end }) => start === first.start && end === first.end);
  const isSeveral = others.some(({ start, end, from, to }) => JOINED.test(text.slice(from, to)) && isApart(start, end));
  if (!isOne || isSeveral || others.some(({ consistent }) => !consistent))
    return { doubt: [...new Set(others.map(written))].join(', ') };
  const time = timeNear(searched, first.from, sources.home);
  return {
    eventDate: first.start,
    ...(first.end > first.start && { eventEnd: first.end }),
    ...(time !== null && { eventTime: time }),
  };
}

/** "21 dan 23 Desember" are two days, "21 dan 22 Desember" one event. */
function isApart(start: LocalDate, end: LocalDate): boolean {
  return Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(end)).days > 1;
}

const JOINED = /\b(?:dan|and|serta|atau|or)\b|&/i;

/** The one hour that the text tells of the event; null where it tells none, several, or that of something else. */
export function hourTold(text: string, { home, rulebook }: Pick<DaySources, 'home' | 'rulebook'>): TimeOfDay | null {
  const times = findTimes(new Searched(text), home).filter(
    ({ at }) =>
      !says(clauseAt(text, at), ['hour-elsewhere', 'day-tentative', 'clause-if'], rulebook) && !isAsked(text, at),
  );
  const [time, ...others] = times;
  if (time === undefined || others.some(({ from, to }) => from !== time.from || to !== time.to)) return null;
  const { from, to, zone } = time;
  return { from, ...(to !== undefined && { to }), zone };
}

/** True where the hour stands with a word of moving or of putting right. */
export function isHourMoved(text: string, rulebook: Rulebook): boolean {
  return findTimes(new Searched(text)).some(({ at }) => says(sentenceAt(text, at), MOVES, rulebook));
}

const MOVES = ['day-moves', 'number-corrects', 'number-instead'];
const OPEN = ['day-tentative', 'clause-if'];

/** In its sentence, or in one of few words right before it: "Ralat Pak. Tanggalnya 21 Desember." */
function isMoved(text: string, { from }: DateMention, { rulebook }: DaySources): boolean {
  const sentence = sentenceAt(text, from);
  if (isAsked(text, from) || says(sentence, [...OPEN, 'day-elsewhere'], rulebook)) return false;
  if (!isOfEvent(text.slice(startOf(text, from), from), rulebook)) return false;
  const lead = sentenceAt(text, startOf(text, from) - 1);
  const isLead = lead.split(/\s+/).length <= LEAD_WORDS && says(lead, MOVES, rulebook) && !says(lead, OPEN, rulebook);
  return says(sentence, MOVES, rulebook) || isLead;
}

const LEAD_WORDS = 6;

/** What is moved is the event, or nothing else is spoken of. */
function isOfEvent(before: string, rulebook: Rulebook): boolean {
  if (says(before, ['day-event'], rulebook)) return true;
  const beside = formsOf(rulebook, BESIDE);
  return toWords(before, rulebook.abbreviations).words.every(({ form }) => beside.has(form));
}

const BESIDE = [...MOVES, 'day-beside', 'beside-courtesy', 'beside-particles', 'thanks'];

function formsOf(rulebook: Rulebook, classes: readonly string[]): ReadonlySet<string> {
  const phrases = classes.flatMap((name) => rulebook.replies[name] ?? []);
  return new Set(phrases.flatMap((phrase) => toWords(phrase, rulebook.abbreviations).words.map(({ form }) => form)));
}

/** The day that the ticket has, or one that is put away: "semula 14 Desember", "bukan tanggal 14". */
function isOld({ start, from }: DateMention, { eventDate, eventEnd = eventDate }: DayBefore, text: string): boolean {
  return (start >= eventDate && start <= eventEnd) || OLD.test(text.slice(startOf(text, from), from));
}

const OLD =
  /\b(?:dari|semula|awalnya|sebelumnya|tadinya|bukan|bkn|bukannya|from|originally|instead of|not)(?: (?:pada|hari|tanggal|tgl\.?|on))*\s*$/i;

const STOP = /[\p{L}\d)]{2}[.!?](?=\s)|\n/gu;

function startOf(text: string, at: number): number {
  const before = [...text.slice(0, Math.max(0, at)).matchAll(STOP)].at(-1);
  return before === undefined ? 0 : before.index + before[0].length;
}

function sentenceAt(text: string, at: number): string {
  if (at < 0) return '';
  const start = startOf(text, at);
  const end = text.slice(at).search(/[.!?](?=\s|$)|\n/u);
  return text.slice(start, end === -1 ? text.length : at + end);
}

/** Between commas: "peserta 40 orang, mulai pukul 10.00". */
function clauseAt(text: string, at: number): string {
  const sentence = sentenceAt(text, at);
  const place = at - startOf(text, at);
  const start = sentence.lastIndexOf(',', place) + 1;
  const end = sentence.indexOf(',', place);
  return sentence.slice(start, end === -1 ? sentence.length : end);
}

function isAsked(text: string, at: number): boolean {
  return /^[^.!?\n]{0,300}\?/.test(text.slice(at));
}

function says(text: string, classes: readonly string[], { replies, abbreviations }: Rulebook): boolean {
  const phrases = classes.flatMap((name) => replies[name] ?? []);
  return findPhrases(indexPhrases(phrases, abbreviations, COMPARED), toWords(text, abbreviations)).size > 0;
}

const COMPARED = { compare: 'form', maxGap: 0, maxHits: 1 } as const;
