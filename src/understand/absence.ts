/**
 * What an out-of-office notice says: until when its owner is away, and whom it names meanwhile. Words of a machine: they tell others whom
 * to wait for, and never count as anything a person said.
 */
import { Temporal, type LocalDate } from '../shared/time.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { findDates, type DateMention } from './facts/dates.ts';
import { ofWording } from './words/wording.ts';

export interface Absence {
  /** Last day away; null where no date is named, or only past ones. */
  readonly until: LocalDate | null;
  /** Addresses that the notice names, lower-case, in their order. */
  readonly addresses: readonly string[];
  /** Who stands in, as named behind "Plh.", "digantikan oleh" and the like; null where nobody is. */
  readonly deputy: string | null;
}

const LONGEST = 4_000;
/** Before a date: the day of return, as opposed to the last day away. */
const RETURNS =
  /(?:kembali|masuk(?: kantor| kerja)?|aktif|bertugas|berdinas|return\w*|back(?: in (?:the )?office)?|available again)(?:\s+(?:lagi|kembali|bekerja|berdinas|beraktivitas|ke kantor|di kantor|aktif|bertugas|masuk|to (?:the )?office|to work|in (?:the )?office|pada|hari|tanggal|tgl\.?|on|mulai)){0,5}[\s:,]{0,3}(?:(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[\s,]{0,3})?$/i;
const ADDRESS = /[a-z0-9][a-z0-9._-]{0,63}@[a-z0-9][a-z0-9.-]{1,120}[a-z]/gi;
const STANDS_IN = /\b(?:(?:plh|plt)\b\.?|(?:digantikan|diwakili|dijabat|acting for me is)\b)/i;
const POST = /^\s{0,3}(?:kepala|direktur|kabid|kabag|kasubdit|kasubbag|kakanwil)\b[^\n,.(:]{0,60}[,:(]\s{0,3}/i;
const FORM_OF_ADDRESS =
  /^\s{0,3}(?:(?:sementara|adalah|yaitu|oleh)\s{1,3}){0,3}(?:(?:plh|plt|bapak|ibu|pak|bu|sdr|sdri|saudara|saudari)\b\.?\s{0,3}){0,2}/i;
const NAME = /^(?:\p{Lu}[\p{L}.'’]{1,30}\s?){1,4}/u;

const noticesOf = ofWording(({ any }) => {
  const whole = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'iu');
  return {
    away: whole(any('tells_absence')),
    back: whole(any('tells_return')),
    before: whole(any('no_absence_before')),
    past: /\b(?:sudah|telah|already)\s*$/i,
    acknowledges: whole(any('acknowledges')),
  };
});
/** "Saya mengikuti rapat kerja s.d. 27 November" */
const OF_HIMSELF = /\b(?:saya|i|i'm|i\u2019m|aku)\b/i;

/** Whether an automatic answer tells that its owner is away, and not merely that a mail has come or is held. */
export function tellsAbsence(text: string, rulebook: Pick<Rulebook, 'wording'>, today: LocalDate): boolean {
  const { away, back, before, past, acknowledges } = noticesOf(rulebook);
  const said = text.slice(0, LONGEST).replace(/[ \t]+/g, ' ');
  const sentences = said.split(/\n{2,}|(?<=\p{L}{3}[.!?])\s+/u);
  const tells = (sentence: string, sign: RegExp): boolean => {
    const found = sign.exec(sentence);
    const opening = found === null ? '' : sentence.slice(0, found.index);
    return found !== null && !before.test(opening) && !(sign === back && past.test(opening));
  };
  if (sentences.some((sentence) => tells(sentence, away) || tells(sentence, back))) return true;
  return OF_HIMSELF.test(said) && !acknowledges.test(said) && untilOf(said, today) !== null;
}

/** @param today the day on which the notice came, in the office's zone */
export function readAbsence(text: string, today: LocalDate): Absence {
  const said = text.slice(0, LONGEST).replace(/[ \t]+/g, ' ');
  return {
    until: untilOf(said, today),
    addresses: [...new Set([...said.matchAll(ADDRESS)].map((match) => match[0].toLowerCase()))].slice(0, 5),
    deputy: deputyIn(said),
  };
}

/** The name behind the word that says who stands in, its post and form of address set aside. */
function deputyIn(text: string): string | null {
  const mark = STANDS_IN.exec(text);
  if (mark === null) return null;
  const behind = text.slice(mark.index + mark[0].length, mark.index + mark[0].length + 200);
  const named = NAME.exec(behind.replace(POST, '').replace(FORM_OF_ADDRESS, ''))?.[0];
  return named?.replace(/[\s.]+$/, '') ?? null;
}

/** The day before he returns, where that is said; else the last day of the longest absence named. */
function untilOf(text: string, today: LocalDate): LocalDate | null {
  const dates = findDates(text, today).filter((mention) => mention.consistent || !mention.relative);
  const back = dates.find((mention) => RETURNS.test(text.slice(Math.max(0, mention.from - 90), mention.from)));
  const last = back === undefined ? lastOf(dates) : dayBefore(back.start);
  return last !== null && last >= today ? last : null;
}

function lastOf(dates: readonly DateMention[]): LocalDate | null {
  return dates.reduce<LocalDate | null>((last, { end }) => (last === null || end > last ? end : last), null);
}

function dayBefore(day: LocalDate): LocalDate {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
