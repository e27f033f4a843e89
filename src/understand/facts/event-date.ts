/** Which of the dates in a mail is that of the event: the first one ahead that is not the date of a letter, a decree or a birth. */
import { Temporal, type LocalDate } from '../../shared/time.ts';
import { MONTH, monthOf } from './date-words.ts';
import { findDates, type DateMention } from './dates.ts';
import type { SearchedSources } from './fact-sources.ts';
import type { Facts } from '../reading.ts';
import { inJakarta } from './place.ts';
import { findPeriods, type Period } from './periods.ts';
import { sought, type Searched } from './searched.ts';
import { timeNear, type Zone } from './times.ts';
import { allMatches } from '../words/all-matches.ts';

const NO_EVENT_BEFORE =
  /(?:\btmt|\bterhitung|(?<!keadaan )\bper|\bsejak|\bsince|\bnomor\b.{0,40}|\bno\.?\s.{0,30}|\b[a-z]{1,6}-?\d{1,6}\/\S+.{0,25}|(?<!kotak )\bsurat\b.{0,30}|\blahir\b.{0,20}|\bsk\b.{0,30}|\bsebelum|\bpaling lambat|\bbatas akhir\b.{0,40}|\bdeadline|\bh-?)(?:\s+(?:tanggal|tgl|hari))?\s*$/i;
const EVENT_BEFORE =
  /\b(?:tanggal|tgl|hari|pada|pelaksanaan|dilaksanakan|diadakan|diselenggarakan|waktu|jadwal|acara|kegiatan|rapat|on|from|mulai|rakor|besok)\b.{0,30}$/i;
/** "dikirim ke seluruh pegawai tanggal 1 Des": of several days the one on which it goes out. */
const SENT_BEFORE =
  /\b(?:di-?(?:broad?cast|blast|siarkan|sebar\w*|tayangkan|umumkan)|dikirim(?:kan)? (?:ke|kepada) (?:seluruh|semua|para)|(?:mohon|tolong|minta|dibantu|bantu) (?:di-?)?(?:broad?cast|blast|siarkan|sebarkan|umumkan)|tayang)\b[^.;\n]{0,60}$/i;
/** "blast email hari ini": told of the mail itself, where a day without a date follows. */
const SENT_TODAY =
  /\b(?:mohon|tolong|minta) (?:di)?kirim\w*\s$|\b(?:broad?cast|blast)(?: e-?mail| surel)?(?: (?:ke|kepada)\b[^.;\n]{0,50})?\s$/i;
/** "mohon digeser ke Senin 30 November": it takes the place of the others. */
const MOVED_BEFORE =
  /\b(?:digeser|geser|dipindah(?:kan)?|pindah|diundur(?:kan)?|dimajukan|dijadwalkan ulang|reschedule\w*|diganti|diubah|menjadi|jadinya|ralat|ditunda)\b(?: (?:ke|menjadi|jadi|pada|hari|tanggal|tgl))*[\s:]*$|\b(?:digeser|geser|dipindah(?:kan)?|pindah|diundur(?:kan)?|dimajukan|ditunda|diganti|diubah|semula)\b[^.\n]{0,50}\b(?:ke|menjadi|jadi)(?: (?:hari|tanggal|tgl))*\s*$/i;
const CONTEXT = 75;

/** "sehari sebelumnya", beside the day of the event: the day before it. */
const DAY_BEFORE = sought(/\b(?:sehari sebelum(?:nya)?|satu hari sebelum(?:nya)?|h-1|the day before)\b/i);

/**
 * Of one wish of several: the day told beside them all, else the only one of the mail, where what is asked for has a day: that of a room is
 * not that of a licence.
 */
export function findSharedDate(
  text: Searched,
  { shared, around, today, home, asked }: Pick<SearchedSources, 'shared' | 'around' | 'today' | 'home' | 'asked'>,
): EventDate | null {
  const hasDay = asked === undefined || asked.has('eventDate');
  const found = findEventDate(shared, today, home) ?? (hasDay ? onlyEventDate(around, today, home) : null);
  if (found?.eventDate === undefined || !text.has(DAY_BEFORE)) return found;
  return { eventDate: Temporal.PlainDate.from(found.eventDate).subtract({ days: 1 }).toString() };
}

function onlyEventDate(text: Searched, today: LocalDate, home: Zone): EventDate | null {
  const days = new Set(datesAhead(text, today).map(({ start }) => start));
  return days.size === 1 ? findEventDate(text, today, home) : null;
}

export type EventDate = Pick<Facts, 'eventDate' | 'eventEnd' | 'eventTime' | 'eventDoubt' | 'eventPeriod'>;

/** The date of a letter, of a decree, of a deadline. */
export function isDayOfPaper(text: string, mention: DateMention): boolean {
  return NO_EVENT_BEFORE.test(textBefore(text, mention));
}

/** A day said behind the period belongs to it: "sepanjang Desember (7, 14)". */
const A_STOP = 2;

/** Days, in the order of the text; "minggu depan" is none, nor "pekan ini" in "akhir pekan ini". */
export function datesAhead(text: Searched, today: LocalDate): readonly DateMention[] {
  const periods = findPeriods(text, today);
  return findDates(text, today).filter(
    (mention) =>
      mention.end >= today &&
      !isDayOfPaper(text.text, mention) &&
      !isVague(mention, text.text) &&
      !periods.some(({ from, to }) => mention.from < to && from < mention.to && mention.to <= to + A_STOP),
  );
}

/** A week or a month and no more; a week with an hour is taken for a day and asked back. */
function isVague({ from, to }: DateMention, text: string): boolean {
  const written = text.slice(from, to);
  return A_PERIOD.test(written) && !(A_WEEK.test(written) && HOUR_BEHIND.test(text.slice(to, to + 40)));
}

const A_PERIOD = /^(?:(?:minggu|pekan|bulan) (?:depan|ini)|next (?:week|month))$/i;

/** A time without a day, where the text tells no day. Not how long something lasts, nor when something is to be ready by. */
function findEventPeriod(text: Searched, today: LocalDate): EventDate | null {
  const weeks: readonly Period[] = findDates(text, today).filter((mention) => isVague(mention, text.text));
  const told = [...findPeriods(text, today), ...weeks].find((period) => !isLimit(text.text, period));
  return told === undefined ? null : { eventPeriod: { from: told.start, to: told.end } };
}

function isLimit(text: string, { from }: Period): boolean {
  const before = text.slice(Math.max(0, from - CONTEXT), from);
  return NO_EVENT_BEFORE.test(before) || LIMIT_BEFORE.test(before);
}

const LIMIT_BEFORE =
  /\b(?:sampai|sampe|s\.?\s?\/?d\.?|hingga|until|till|by|before|sblm|sebelum|sejak|since|dari|from|tiap|setiap|every)(?: dengan)?\s+(?:the\s+)?$/i;

/** @param office the zone of the sender's office, for an hour that is told without a place */
export function findEventDate(searched: Searched, today: LocalDate, office: Zone = 'WIB'): EventDate | null {
  const { text } = searched;
  const ahead = datesAhead(searched, today);
  const told =
    ahead.find((mention) => MOVED_BEFORE.test(textBefore(text, mention))) ??
    ahead.find((mention) => mention.relative && SENT_TODAY.test(textBefore(text, mention))) ??
    ahead.find((mention) => !mention.relative && SENT_BEFORE.test(textBefore(text, mention))) ??
    ahead.find((mention) => SENT_BEFORE.test(textBefore(text, mention))) ??
    ahead.find((mention) => !mention.relative && EVENT_BEFORE.test(textBefore(text, mention))) ??
    ahead.find((mention) => !mention.relative) ??
    ahead[0];
  return told === undefined ? findEventPeriod(searched, today) : eventFrom(told, { ahead, searched, office });
}

interface Beside {
  readonly ahead: readonly DateMention[];
  readonly searched: Searched;
  readonly office: Zone;
}

function eventFrom(told: DateMention, { ahead, searched, office }: Beside): EventDate {
  const { text } = searched;
  const first = ahead.find((one) => told.from - one.to < A_FEW && isEndOf(one, told, text)) ?? told;
  // "Pelatihan 30 Nov" in the subject, "30 Nov s.d. 4 Des" below it: the fuller of two that begin on one day.
  const best = ahead.find((one) => one.start === first.start && one.consistent && one.end > first.end) ?? first;
  const last = best.end > best.start ? best : ahead.find((one) => one.from > best.to && isEndOf(best, one, text));
  const end = last?.end ?? endOfMonth(best, text);
  const time = timeNear(searched, best.from, inJakarta(searched) === undefined ? office : 'WIB');
  return {
    eventDate: best.start,
    ...(end !== null && { eventEnd: end }),
    ...(time && { eventTime: time }),
    ...doubtOf(best, text, time !== null),
  };
}

/**
 * The day of the event that a paper tells, and where in its text; null where it tells none, or several. Neither the paper's own day
 * ("Jakarta, 10 November 2026") nor one that is counted from another ("besok") is it.
 */
export function findDayOnPaper(
  searched: Searched,
  today: LocalDate,
  office: Zone,
): { readonly day: EventDate; readonly at: number } | null {
  const { text } = searched;
  const ahead = datesAhead(searched, today).filter((mention) => !mention.relative && !isDayOfItsOwn(text, mention));
  const told = ahead.filter((mention) => {
    const before = textBefore(text, mention);
    return EVENT_BEFORE.test(before) && !LIMIT_ON_PAPER.test(before);
  });
  const [first] = told;
  if (first === undefined) return null;
  const day = eventFrom(first, { ahead, searched, office });
  const last = day.eventEnd ?? day.eventDate ?? '';
  const isOne = told.every(({ start }) => start >= (day.eventDate ?? '') && start <= last);
  return isOne ? { day, at: first.from } : null;
}

/** By when something is due, or from when it holds. */
const LIMIT_ON_PAPER =
  /\b(?:terhitung|berlaku|batas|tenggat|lambat(?:nya)?|selambat\p{L}*|pendaftaran|mendaftar|registrasi|konfirmasi|menyampaikan|disampaikan|diterima|lahir|ditetapkan)\b[^.;\n]{0,50}$/iu;

/** A place and a day make a line of their own; "Tanggal : …" in the head of a letter stands without hour and place below it. */
function isDayOfItsOwn(text: string, { from, to }: DateMention): boolean {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(start, from);
  const [rest = '', next = ''] = text.slice(to, to + 160).split('\n');
  if (PLACE_BEFORE.test(before)) return /^[\s.]*$/.test(rest);
  const above = text.slice(0, start).trimEnd().split('\n').at(-1) ?? '';
  return DAY_LABEL.test(before) && !OF_AN_EVENT.test(next) && !OF_AN_EVENT.test(above);
}

const PLACE_BEFORE = /^\s*(?:di(?:tetapkan|keluarkan)? (?:di )?)?\p{Lu}[\p{L} ]{2,30},\s*(?:tanggal\s*)?$/u;
const DAY_LABEL = /^[\s\p{P}]*(?:pada )?(?:tanggal|tgl\.?)(?: surat| nota dinas| undangan)?\s*:?\s*$/iu;
const OF_AN_EVENT = /^[\s\p{P}\d]*(?:hari|waktu|pukul|jam|tempat|lokasi|venue|acara|agenda|kegiatan)\b/iu;

/** Letters between "mulai hari ini" and the last day: "sampai dengan tanggal". */
const A_FEW = 30;

/** A weekday that is not that of its date; "Minggu depan jam 10", which may be Sunday or a day of next week. */
function doubtOf({ consistent, from, to }: DateMention, text: string, hasTime: boolean): Pick<EventDate, 'eventDoubt'> {
  const written = text.slice(from, to);
  const week = hasTime && A_WEEK.test(written) ? (HOUR_BEHIND.exec(text.slice(to, to + 40))?.[0] ?? '') : null;
  if (consistent && week === null) return {};
  return { eventDoubt: `${written}${week ?? ''}`.replace(/\s+/g, ' ').trim() };
}

const A_WEEK = /^(?:minggu|pekan) depan$|^next week$/i;
const HOUR_BEHIND =
  /^,?\s(?:sekitar\s)?(?:jam|pukul|pkl\.?|at)\s\d{1,2}(?:[.:]\d\d)?(?:\s(?:pagi|siang|sore|malam|wib|wita|wit))?/i;

/** "30 November (Senin) sampai akhir bulan", "1 Desember s.d. akhir tahun". */
function endOfMonth({ start, to }: DateMention, text: string): LocalDate | null {
  const said = UNTIL_END.exec(text.slice(to, to + 50));
  if (said === null) return null;
  const first = Temporal.PlainDate.from(start);
  const name = said[1] ?? '';
  const month = /^(?:tahun|year)$/i.test(name) ? 12 : (monthOf(name) ?? first.month);
  const last = first.with({ day: 1 }).add({ months: (month - first.month + 12) % 12 });
  return last.with({ day: last.daysInMonth }).toString();
}

const UNTIL_END = new RegExp(
  String.raw`^[\s)]{0,3}(?:sampai|sampe|s\.?\s?\/?d\.?|hingga|until|till)(?: dengan)? (?:akhir|(?:the )?end of)(?: the)?(?: bulan)? (bulan|tahun|month|year|${MONTH})\b|^[\s)]{0,3}(?:sampai|sampe|s\.?\/?d\.?|hingga)(?: dengan)? akhir bulan\b`,
  'i',
);

/** "blast hari ini: batas pengisian diperpanjang s.d. 30 November": what is told, not how long it lasts. */
const ANOTHER_MATTER = /[:;"]\s|\b(?:diperpanjang|perpanjangan|batas|berlaku|paling lambat)\b/i;

/** "besok sampai tanggal 4 Desember", words between allowed. */
function isEndOf(start: DateMention, other: DateMention, text: string): boolean {
  const between = text.slice(start.to, other.from);
  return (
    other.end > start.start &&
    between.length < 90 &&
    !ANOTHER_MATTER.test(between) &&
    /\b(?:sampai|sampe|s\.?\/?d\.?|hingga|until|till|to)(?:\s+(?:dengan|tanggal|tgl|hari)){0,2}\s*$/i.test(between)
  );
}

function textBefore(text: string, mention: DateMention): string {
  const before = text.slice(Math.max(0, mention.from - CONTEXT), mention.from);
  const stop = allMatches(before, STOP).at(-1);
  const ofSentence = stop === undefined ? before : before.slice(stop.index + stop[0].length);
  return ofSentence.replace(/\s+/g, ' ');
}

const STOP = /[\p{L})]{3}[.!?]\s|\n/gu;
