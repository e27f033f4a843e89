/**
 * What a mail itself says that its papers say, too: numbers of employees, accounts and things, names, addresses, and that a paper is right
 * where the two differ. Only what stands there in so many words: nothing is inferred, since it is held against a paper.
 */
import { normaliseName } from '../../directory/names.ts';
import type { LocalDate } from '../../shared/time.ts';
import { findNips } from './nip.ts';
import { toWords } from '../words/normalise.ts';
import { findPeople } from './people.ts';
import { eachQuantity, findQuantities, type Quantity } from './quantity.ts';
import { Searched, sought } from './searched.ts';

export interface Said {
  readonly nips: readonly string[];
  /** Every number of people or accounts in the text, each once. */
  readonly quantities: readonly number[];
  /** "12 laptop": things counted by their nouns, each once. */
  readonly counts: readonly Counted[];
  readonly people: readonly string[];
  readonly addresses: readonly string[];
}

export interface Counted {
  /** One word for all that mean the same. */
  readonly noun: string;
  readonly value: number;
}

export const NOTHING_SAID: Said = { nips: [], quantities: [], counts: [], people: [], addresses: [] };

const MOST = 50;
const ADDRESS = sought(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g);

export function saidIn(
  text: string,
  { today, abbreviations }: { readonly today: LocalDate; readonly abbreviations: Parameters<typeof toWords>[1] },
): Said {
  const searched = new Searched(text);
  const addresses = searched.all(ADDRESS).map(([address]) => address.toLowerCase());
  const words = toWords(text, abbreviations);
  return {
    nips: findNips(text, today).slice(0, MOST),
    quantities: accountsIn(findQuantities(words)).slice(0, MOST),
    counts: countsIn(eachQuantity(words)).slice(0, MOST),
    people: findPeople(searched)
      .filter((name) => normaliseName(name) !== '')
      .slice(0, MOST),
    addresses: [...new Set(addresses)].slice(0, MOST),
  };
}

/** Later words take the place of earlier ones about the same. */
export function saidLater(earlier: Said, later: Said): Said {
  const newer = <Key extends keyof Said>(key: Key): Said[Key] => (later[key].length > 0 ? later[key] : earlier[key]);
  return {
    nips: newer('nips'),
    quantities: newer('quantities'),
    counts: newer('counts'),
    people: newer('people'),
    addresses: newer('addresses'),
  };
}

function accountsIn(quantities: readonly Quantity[]): readonly number[] {
  const counted = quantities.filter(({ people, total }) => people || total);
  return [...new Set(counted.map(({ value }) => value))];
}

/** Nouns that name one thing and nothing else: so many "orang" may be guests, so many "unit" anything. */
const ALIKE: readonly (readonly string[])[] = [
  ['akun', 'account', 'accounts'],
  ['pegawai', 'karyawan', 'staf', 'staff', 'employee', 'employees'],
  ['cpns'],
  ['laptop', 'laptops', 'notebook', 'notebooks'],
  ['komputer', 'pc', 'computer', 'computers', 'desktop', 'desktops'],
  ['perangkat', 'device', 'devices'],
  ['printer'],
  ['server', 'vm'],
  ['titik'],
  ['lisensi', 'licence', 'license'],
];
const NAMED: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap((nouns) => nouns.map((noun) => [noun, nouns[0] ?? noun] as const)),
);

function countsIn(quantities: readonly Quantity[]): readonly Counted[] {
  const counted = quantities.flatMap(({ noun, value }) => {
    const name = NAMED.get(noun);
    return name === undefined ? [] : [{ noun: name, value }];
  });
  return [...new Map(counted.map((one) => [`${one.value} ${one.noun}`, one])).values()];
}

const PAPER = String.raw`(?:form(?:ulir)?(?:\s?3\.1)?(?:nya)?|dokumen(?:nya)?|berkas(?:nya)?|lampiran(?:nya)?|surat(?:nya)?|nota dinas(?:nya)?|the (?:form|paper|document|letter))`;
const RIGHT = String.raw`(?:benar|betul|sesuai|mengikuti|ikuti|ikut|pakai|gunakan|berlaku|sudah pas|correct|right|follow)`;
const PAPER_IS_RIGHT = sought(
  new RegExp(String.raw`\b${RIGHT}\b[^.!?\n]{0,40}\b${PAPER}\b|\b${PAPER}\b[^.!?\n]{0,40}\b${RIGHT}\b`, 'i'),
);
const DENIED = new RegExp(
  String.raw`\b(?:bukan|tidak|tdk|belum|jangan|not|wrong|salah|keliru)\b[^.!?\n]{0,30}\b(?:${RIGHT}|${PAPER})|\b${PAPER}\b[^.!?\n]{0,30}\b(?:salah|keliru|wrong|belum|tidak|bukan)\b|\b(?:apakah|apa|is it|bagaimana|email|e-mail|surel)\b`,
  'i',
);

/** "Yang benar sesuai formulir": where mail and paper differ the writer stands by the paper. A clause that doubts it says nothing. */
export function saysPaperIsRight(text: string): boolean {
  if (!new Searched(text).mayHold(PAPER_IS_RIGHT)) return false;
  const clauses = text.split(/(?<=[.!?])\s+|\n+|[,;]|\bbukan(?:nya)?\b/i);
  return clauses.some((one) => PAPER_IS_RIGHT.pattern.test(one) && !DENIED.test(one) && !one.trimEnd().endsWith('?'));
}
