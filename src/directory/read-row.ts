/** One row of the register to a person. What a cell cannot mean is left out and reported; a person is never given a rank by a guess. */
import { Temporal, type LocalDate } from '../shared/time.ts';
import { didYouMean } from './fault.ts';
import { nipFault, normaliseNip } from './nip.ts';
import type { Acting, Eselon, Person } from './person.ts';
import { readEselon } from './rank.ts';

export const COLUMNS = [
  'nip',
  'name',
  'email',
  'title',
  'eselon',
  'unit_code',
  'unit_name',
  'superior_nip',
  'acting_for_unit',
  'acting_from',
  'acting_to',
  'active',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Takes a fault of one column of the row at hand. */
export type Complain = (severity: 'error' | 'warning', column: Column, text: string) => void;

const ESELONS = ['I', 'II', 'III', 'IV', 'setara-III', 'setara-IV'];
const ACTIVE: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['ya', true],
  ['0', false],
  ['false', false],
  ['tidak', false],
]);
/** Not a check of what a mail server would take, only that it is one address. */
const ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]+$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** Null when the row names nobody: without a NIP and a name there is no person to speak of. */
export function readPerson(cell: (column: Column) => string, complain: Complain): Person | null {
  const nip = normaliseNip(cell('nip'));
  const name = cell('name');
  if (nip === '' || name === '') {
    complain('error', nip === '' ? 'nip' : 'name', `is empty; the row is left out`);
    return null;
  }
  const fault = nipFault(nip);
  if (fault) complain('warning', 'nip', `"${nip}" ${fault}`);
  return {
    nip,
    name,
    addresses: readAddresses(cell('email'), complain),
    title: cell('title'),
    eselon: readRank(cell('eselon'), complain),
    unitCode: cell('unit_code'),
    unitName: cell('unit_name'),
    superiorNip: normaliseNip(cell('superior_nip')) || null,
    acting: readActing(cell, complain),
    active: readActive(cell('active'), complain),
  };
}

function readAddresses(text: string, complain: Complain): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const addresses = [...new Set(words)].filter((word) => ADDRESS.test(word));
  for (const word of words) if (!ADDRESS.test(word)) complain('error', 'email', `"${word}" is not a mail address`);
  if (words.length === 0) complain('warning', 'email', 'is empty; nobody can write as this person');
  return addresses;
}

function readRank(text: string, complain: Complain): Eselon {
  const eselon = readEselon(text);
  if (eselon === null) {
    const hint = didYouMean(text, ESELONS);
    complain('error', 'eselon', `"${text}" is none of ${ESELONS.join(', ')} or empty; no rank is taken.${hint}`);
  }
  return eselon ?? '';
}

function readActive(text: string, complain: Complain): boolean {
  const active = ACTIVE.get(text.toLowerCase());
  if (active === undefined) complain('error', 'active', `"${text}" is neither 1 nor 0; taken for 0`);
  return active ?? false;
}

function readActing(cell: (column: Column) => string, complain: Complain): Acting | null {
  const unitCode = cell('acting_for_unit');
  if (unitCode === '') {
    if (cell('acting_from') + cell('acting_to') !== '')
      complain('warning', 'acting_for_unit', 'is empty beside a date');
    return null;
  }
  const from = readDate(cell('acting_from'));
  const to = readDate(cell('acting_to'));
  if (from === null) complain('error', 'acting_from', dateFault(cell('acting_from')));
  if (to === null) complain('error', 'acting_to', dateFault(cell('acting_to')));
  if (from === null || to === null) return null;
  if (from <= to) return { unitCode, from, to };
  complain('error', 'acting_to', `${to} lies before ${from}; the appointment is left out`);
  return null;
}

function dateFault(text: string): string {
  return `"${text}" is not a date like 2026-11-23; the appointment is left out`;
}

/** `2026-11-23`, or day first as spreadsheets set to Indonesian write it. */
function readDate(text: string): LocalDate | null {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
