/**
 * Ticket numbers: `SR-261123-0042-4`. Type, date of receipt, the day's counter (four digits or more) and a check digit over date and
 * counter. The check digit is Damm's (2004): it finds every single wrong digit and every swap of neighbours, so a mistyped number meets no
 * stranger's ticket. The type is not covered: it never changes and people drop it.
 */
import { asTicketNumber, type TicketNumber } from '../shared/ids.ts';
import type { LocalDate } from '../shared/time.ts';

export const TICKET_TYPES = ['SR', 'INC', 'CHG', 'CMP'] as const;
export type TicketPrefix = (typeof TICKET_TYPES)[number];

export interface NumberParts {
  readonly type: TicketPrefix;
  /** Date of receipt in the organisation's zone; the century is 2000. */
  readonly day: LocalDate;
  /** From 1; one counter a day for all types. */
  readonly counter: number;
}

/** Totally anti-symmetric quasigroup of order 10, as Damm prints it. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const satisfies readonly (readonly number[])[];

const STRICT = /^(SR|INC|CHG|CMP)-(\d{6})-(\d{4,9})-(\d)$/;
/** Dashes of all lengths, blanks, underscores and stops: what people, phones and line breaks put between the parts. */
const GAP = String.raw`[\s\u00A0_.\-\u2010-\u2015\u2212]{0,3}`;
/** The check digit stands apart, or at the end of the counter where no gap was typed. */
const LENIENT = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(SR|INC|CHG|CMP)${GAP}(\d{6})${GAP}(?:(\d{4,9})${GAP.replace('{0,3}', '{1,3}')}(\d)|(\d{5,10}))(?![\p{L}\p{N}])`,
  'giu',
);

export function formatNumber({ type, day, counter }: NumberParts): TicketNumber {
  const date = day.replaceAll('-', '').slice(2);
  const digits = String(counter).padStart(4, '0');
  return asTicketNumber(`${type}-${date}-${digits}-${checkDigit(date + digits)}`);
}

/** The number exactly as printed; null for anything else, a wrong check digit among it. */
export function parseNumber(text: string): TicketNumber | null {
  const [, type = '', date = '', counter = '', check = ''] = STRICT.exec(text) ?? [];
  return type === '' ? null : wellFormed({ type, date, counter, check });
}

/** The one number that a text is, however it is typed: `sr 261123 0042 4`. */
export function readNumber(text: string): TicketNumber | null {
  const [match, ...others] = matchesIn(text.trim());
  return match && others.length === 0 && match.whole === text.trim() ? wellFormed(match) : null;
}

/** All numbers that stand in a text, in its order, each once; those with a wrong check digit are no numbers. */
export function findNumbers(text: string): readonly TicketNumber[] {
  const numbers = matchesIn(text).map(wellFormed);
  return [...new Set(numbers)].filter((number) => number !== null);
}

/** What a number says of itself. */
export function partsOf(number: TicketNumber): NumberParts {
  const [type = '', date = '', counter = ''] = number.split('-');
  const day = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4, 6)}`;
  return { type: TICKET_TYPES.find((known) => known === type) ?? 'SR', day, counter: Number(counter) };
}

/** Damm's check digit of a row of digits. */
export function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = DAMM[interim]?.[Number(digit)] ?? 0;
  return interim;
}

interface Match {
  readonly type: string;
  readonly date: string;
  readonly counter: string;
  readonly check: string;
  readonly whole?: string;
}

function matchesIn(text: string): readonly Required<Match>[] {
  return [...text.matchAll(LENIENT)].map(([whole, type = '', date = '', counter, check, joined = '']) => ({
    whole,
    type: type.toUpperCase(),
    date,
    counter: counter ?? joined.slice(0, -1),
    check: check ?? joined.slice(-1),
  }));
}

function wellFormed({ type, date, counter, check }: Match): TicketNumber | null {
  if (checkDigit(date + counter) !== Number(check) || !isDate(date) || Number(counter) === 0) return null;
  const isPadded = counter.length === 4 || !counter.startsWith('0');
  return isPadded ? asTicketNumber(`${type}-${date}-${counter}-${check}`) : null;
}

function isDate(date: string): boolean {
  const [year, month, day] = [date.slice(0, 2), date.slice(2, 4), date.slice(4, 6)].map(Number);
  const last = [31, Number(year) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= last;
}
