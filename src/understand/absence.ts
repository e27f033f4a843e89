/**
 * What an out-of-office notice says: until when its owner is away, and whom it names meanwhile. Words of a machine: they tell others whom
 * to wait for, and never count as anything a person said.
 */
import { Temporal, type LocalDate } from '../shared/time.ts';
import { findDates, type DateMention } from './dates.ts';

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
const DEPUTY =
  /\b(?:plh|plt)\b\.?\s*(?:(?:kepala|direktur|kabid|kabag|kasubdit)\b[^\n,.(:]{0,60}[,:(]?\s*)?(?:adalah\s+|yaitu\s+|oleh\s+)?(?:(?:bapak|ibu|pak|bu|sdr|sdri)\b\.?\s+)?((?:\p{Lu}[\p{L}.'’]{1,30}\s?){1,4})|\b(?:digantikan|diwakili|dijabat)(?:\s+sementara)?\s+(?:oleh\s+)?(?:(?:bapak|ibu|pak|bu|sdr|sdri)\b\.?\s+)?((?:\p{Lu}[\p{L}.'’]{1,30}\s?){1,4})/u;

/** @param today the day on which the notice came, in the office's zone */
export function readAbsence(text: string, today: LocalDate): Absence {
  const said = text.slice(0, LONGEST).replace(/[ \t]+/g, ' ');
  const named = DEPUTY.exec(said);
  return {
    until: untilOf(said, today),
    addresses: [...new Set([...said.matchAll(ADDRESS)].map((match) => match[0].toLowerCase()))].slice(0, 5),
    deputy: (named?.[1] ?? named?.[2])?.trim() ?? null,
  };
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
