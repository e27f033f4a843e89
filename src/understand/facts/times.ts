/**
 * Times of day as people write them, with their zone: "pukul 09.00 s.d. 12.00 WITA", "jam 2 siang", "setengah sembilan", "10:30 am". A time
 * without a zone is that of the place it speaks of, else that of the sender's office. When something failed or has to be there is no such time.
 */
import { readNumeral } from '../words/numerals.ts';
import { searched, sought, type Searched } from './searched.ts';

export type Zone = 'WIB' | 'WITA' | 'WIT';

export interface TimeOfDay {
  /** `09:00`; `24:00` for the end of a day. */
  readonly from: string;
  readonly to?: string;
  readonly zone: Zone;
}

export interface TimeMention extends TimeOfDay {
  /** Where it stands in the text. */
  readonly at: number;
}

const CLOCK = String.raw`([01]?\d|2[0-4])(?:[.:]([0-5]\d))?`;
const SHARP = String.raw`([01]?\d|2[0-4])[.:]([0-5]\d)`;
const PART = String.raw`(?:\s?(pagi|siang|sore|petang|malam|malem|dini hari|am|pm|a\.m\.|p\.m\.))?`;
const ZONE = String.raw`(?:\s?(wita|wit|wib)\b)?`;
const TO = String.raw`\s{0,2}(?:s\.?\s?/?d\.?|sampai(?: dengan| jam| pukul)?|hingga|to|until|-|\u2013|\u2014)\s{0,2}(?:jam |pukul )?`;
const WORDS = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas';
/** Behind "pukul" and the like; there a bare hour is enough. */
const CALLED = sought(
  new RegExp(
    String.raw`\b(?:pukul(?:nya)?|jam(?:nya)?|pkl\.?|jm|at)\s{1,2}${CLOCK}(?![\d/]|[.:]\d|\s?(?:kerja|hari|orang|per))${PART}${ZONE}(?:${TO}${CLOCK}(?![\d/]|[.:]\d)${PART}${ZONE})?`,
    'gi',
  ),
);
/** "13.30-15.00", "09.00 WIB", "10:30 am": by its form alone. */
const BARE = sought(
  new RegExp(
    String.raw`(?<![\d.:/-])${SHARP}(?![\d/]|[.:]\d)${PART}${ZONE}(?:${TO}${SHARP}(?![\d/]|[.:]\d)${PART}${ZONE})?`,
    'gi',
  ),
);
const SPOKEN = sought(
  new RegExp(
    String.raw`\b(?:pukul(?:nya)?|jam(?:nya)?)\s(setengah\s)?(${WORDS}|\d{1,2})\b${PART}${ZONE}|\b(setengah)\s(${WORDS}|\d{1,2})\b${PART}${ZONE}`,
    'gi',
  ),
);
const NO_EVENT_BEFORE =
  /\b(?:sejak|since|dari tadi|tadi|semalam|kemarin|sebelum|before|paling lambat|lewat dari|setelah|sesudah|after|maksimal|kira-kira)(?:\s(?:pukul|jam|pkl))?\s{0,2}$/i;
const EAST = sought(
  /\b(?:ambon|maluku|ternate|sofifi|tidore|jayapura|sorong|manokwari|merauke|timika|biak|nabire|wamena|papua|fakfak|tual)\b/i,
);
const CENTRAL = sought(
  /\b(?:denpasar|bali|nusa dua|ubud|kuta|mataram|lombok|sumbawa|bima|kupang|labuan bajo|ende|maumere|banjarmasin|banjarbaru|samarinda|balikpapan|bontang|tarakan|nunukan|tanjung selor|ikn|nusantara|makassar|parepare|palopo|palu|kendari|gorontalo|manado|bitung|mamuju|sulawesi|waingapu)\b/i,
);
const MAX_MENTIONS = 20;

/** Of the places east of Java that a text names; null where it names none. */
export function zoneOfPlace(place: string | Searched): Zone | null {
  const text = searched(place);
  return text.has(EAST) ? 'WIT' : text.has(CENTRAL) ? 'WITA' : null;
}

/** @param home the zone of an hour that comes without place and zone */
export function findTimes(text: Searched, home: Zone = 'WIB'): readonly TimeMention[] {
  const [called, spoken, bare] = [text.all(CALLED), text.all(SPOKEN), text.all(BARE).filter(isATime)];
  if (called.length + spoken.length + bare.length === 0) return [];
  const elsewhere = zoneOfPlace(text) ?? home;
  const mentions = [
    ...called.map((match) => clockMention(match, elsewhere)),
    ...spoken.map((match) => spokenMention(match, elsewhere)),
    ...bare.map((match) => clockMention(match, elsewhere)),
  ];
  const kept: TimeMention[] = [];
  for (const one of mentions.slice(0, MAX_MENTIONS)) {
    if (one === null || NO_EVENT_BEFORE.test(text.text.slice(Math.max(0, one.at - 24), one.at))) continue;
    if (!kept.some(({ at }) => Math.abs(at - one.at) < 8)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.at - b.at);
}

/** The first time behind the day of the event, else the last before it. */
export function timeNear(text: Searched, at: number, home: Zone): TimeOfDay | null {
  const times = findTimes(text, home);
  const found = times.find((time) => time.at >= at && time.at - at < NEAR) ?? times.findLast((time) => time.at < at);
  if (found === undefined) return null;
  const { from, to, zone } = found;
  return { from, ...(to !== undefined && { to }), zone };
}

/** Letters between a date and its time. */
const NEAR = 120;

/** "versi 10.30" is none; a zone, a part of the day, a second time or hours of the clock before it say that it is. */
function isATime(match: RegExpMatchArray): boolean {
  const [, , , part, zone, end] = match;
  const before = match.input?.slice(Math.max(0, (match.index ?? 0) - 24), match.index) ?? '';
  return (
    [part, zone, end].some((one) => one !== undefined) ||
    /\b(?:waktu(?:nya)?|mulai(?:nya)?|wkt|time|\d{4}|\/\d\d),?\W{0,4}$/i.test(before)
  );
}

function clockMention(match: RegExpMatchArray, elsewhere: Zone): TimeMention | null {
  const [, hour, minute, part, zone, endHour, endMinute, endPart, endZone] = match;
  const last = endPart ?? part;
  const from = clock(Number(hour), minute, endHour === undefined ? part : (part ?? morningOr(last, hour, endHour)));
  const to = endHour === undefined ? null : clock(Number(endHour), endMinute, last);
  if (from === null) return null;
  return { from, ...(to !== null && { to }), zone: zoneOf(zone ?? endZone) ?? elsewhere, at: match.index ?? 0 };
}

/** "jam 1-3 siang" begins in the afternoon, "jam 9-12 siang" in the morning. */
function morningOr(part: string | undefined, hour: string | undefined, endHour: string): string | undefined {
  return Number(hour) < Number(endHour) && Number(endHour) < 12 ? part : undefined;
}

function spokenMention(match: RegExpMatchArray, elsewhere: Zone): TimeMention | null {
  const [, half, word, part, zone, halfAlone, wordAlone, partAlone, zoneAlone] = match;
  const said = word ?? wordAlone ?? '';
  const hour = readNumeral(said.toLowerCase().split(' '))?.value ?? 99;
  const isHalf = (half ?? halfAlone) !== undefined;
  const from = clock(isHalf ? hour - 1 : hour, isHalf ? '30' : undefined, part ?? partAlone);
  return from === null ? null : { from, zone: zoneOf(zone ?? zoneAlone) ?? elsewhere, at: match.index ?? 0 };
}

/** "2 siang" is 14:00, "12 malam" the end of the day; "jam 2" alone is meant as people work. */
function clock(hour: number, minutes: string | undefined, part: string | undefined): string | null {
  const minute = Number(minutes ?? 0);
  if (hour > 24 || hour < 0 || (hour === 24 && minute > 0)) return null;
  const said = part?.toLowerCase().replaceAll('.', '') ?? '';
  const asPeopleWork = part === undefined && minutes === undefined && hour >= 1 && hour <= 5;
  const noon =
    asPeopleWork ||
    /^(?:sore|petang|pm)$/.test(said) ||
    (said === 'siang' && hour < 7) ||
    (/^male?a?m$/.test(said) && hour > 4);
  const late = /^mal[ae]m$/.test(said) && hour === 12 ? 24 : hour;
  const full = noon && late < 12 ? late + 12 : /^(?:am|dini hari)$/.test(said) && late === 12 ? 0 : late;
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function zoneOf(name: string | undefined): Zone | null {
  const upper = name?.toUpperCase();
  return upper === 'WIB' || upper === 'WITA' || upper === 'WIT' ? upper : null;
}
