/** Dates as people write them; the zone is always said, because the ministry spans three of them. */
import { Temporal, type EpochMs, type LocalDate, type ZoneId } from '../../shared/time.ts';
import type { Language } from '../../understand/reading.ts';

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  id: 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Official names by offset; tz data knows them only for some cities. */
const INDONESIAN_ZONES: ReadonlyMap<ZoneId, string> = new Map([
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Pontianak', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
]);

/** `Senin, 23 November 2026 pukul 14.00 WIB`; `Monday, 23 November 2026, 14:00 WIB (GMT+7)`. */
export function formatInstant(instant: EpochMs, zone: ZoneId, language: Language): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const date = formatDate(local.toPlainDate().toString(), language);
  const hour = String(local.hour).padStart(2, '0');
  const minute = String(local.minute).padStart(2, '0');
  const gmt = gmtName(local.offsetNanoseconds);
  const zoneName = INDONESIAN_ZONES.get(zone);
  return language === 'id'
    ? `${date} pukul ${hour}.${minute} ${zoneName ?? gmt}`
    : `${date}, ${hour}:${minute} ${zoneName === undefined ? gmt : `${zoneName} (${gmt})`}`;
}

/** `Senin, 23 November 2026`. A text that is no date is given back as it is. */
export function formatDate(date: LocalDate, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return date;
  const plain = Temporal.PlainDate.from(date);
  const day = DAYS[language][plain.dayOfWeek - 1];
  const month = MONTHS[language][plain.month - 1];
  return `${day}, ${plain.day} ${month} ${plain.year}`;
}

/** `GMT+7`, `GMT+5:30`. */
function gmtName(offsetNanoseconds: number): string {
  const minutes = Math.round(offsetNanoseconds / 60e9);
  const sign = minutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `GMT${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
