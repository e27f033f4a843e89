/** Dates as Indonesian papers write them: `23 November 2026`, `Senin`, `dua puluh tiga November dua ribu dua puluh enam`. */
import { Temporal, type LocalDate } from '../../shared/time.ts';

const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const ONES = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

export function longDate(date: LocalDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

export function weekday(date: LocalDate): string {
  return DAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '';
}

export function dateInWords(date: LocalDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${inWords(day)} ${MONTHS[month - 1] ?? ''} ${inWords(year)}`;
}

/** @param count a whole number from 0 to 9999 */
export function inWords(count: number): string {
  if (count < 10) return ONES[count] ?? '';
  if (count < 20) return count === 10 ? 'sepuluh' : count === 11 ? 'sebelas' : `${inWords(count - 10)} belas`;
  if (count < 100) return join(`${inWords(Math.floor(count / 10))} puluh`, count % 10);
  if (count < 1000) return join(count < 200 ? 'seratus' : `${inWords(Math.floor(count / 100))} ratus`, count % 100);
  return join(count < 2000 ? 'seribu' : `${inWords(Math.floor(count / 1000))} ribu`, count % 1000);
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${inWords(rest)}`;
}
