/**
 * What in a sender from outside wants to be taken for one of us. Never more than a note for whoever looks at the held mail: an
 * innocent namesake writes from outside, too.
 */
import { domainToUnicode } from 'node:url';
import { editDistance } from '../shared/nearest.ts';
import { normaliseName } from './names.ts';
import type { Directory } from './person.ts';

/**
 * `similar-domain`: the domain reads like one of ours. `borrowed-address`: the name shown holds an address of ours.
 * `borrowed-name`: the name shown is that of one of our people.
 */
export type SenderTrick = 'similar-domain' | 'borrowed-address' | 'borrowed-name';

export interface ShownSender {
  readonly address: string;
  /** Display name as it was written; empty where there was none. */
  readonly name: string;
}

interface Ours {
  readonly directory: Pick<Directory, 'byName'>;
  /** Domains of our people, lower-case. */
  readonly domains: readonly string[];
}

/** A single word is too common a name to mean anybody. */
const LEAST_WORDS = 2;
/** Labels shorter than this stand in many names (`go`, `com`). */
const LEAST_LABEL = 6;
/** Letters that a domain of ours may differ by. */
const MOST_CHANGES = 2;
const LONGEST_DOMAIN = 253;

export function senderTrick({ address, name }: ShownSender, { directory, domains }: Ours): SenderTrick | null {
  const domain = domainOf(address);
  if (domain === '' || domains.some((one) => isWithin(domain, one))) return null;
  if (domains.some((one) => readsLike(domain, one))) return 'similar-domain';
  if (addressesIn(name).some((one) => domains.some((ours) => isWithin(domainOf(one), ours)))) return 'borrowed-address';
  const plain = normaliseName(name);
  return plain.split(' ').length >= LEAST_WORDS && directory.byName(name).length > 0 ? 'borrowed-name' : null;
}

function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .slice(0, LONGEST_DOMAIN);
}

function isWithin(domain: string, ours: string): boolean {
  return domain === ours || domain.endsWith(`.${ours}`);
}

function addressesIn(name: string): readonly string[] {
  return name.slice(0, 500).match(/[^\s<>()"',;:]{1,64}@[^\s<>()"',;:@]{1,200}/g) ?? [];
}

/** By its look as a whole, or because the name that makes ours ours stands in it: `kemenkeu-go.example`, `kemenkeu.helpdesk.example`. */
function readsLike(domain: string, ours: string): boolean {
  const one = skeleton(domain);
  const other = skeleton(ours);
  if (one === other || isNear(one, other)) return true;
  const label = other.split('.').find((part) => part.length >= LEAST_LABEL);
  return label !== undefined && one.split(/[.-]/).some((part) => part === label || isNear(part, label));
}

/** Letters that look alike are one (after Unicode TR 39, as far as addresses use them). */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[аàáâãäåā]/g, 'a'],
  [/[еёèéêëē]/g, 'e'],
  [/[іїìíîïī1l|!]/g, 'i'],
  [/[оòóôõöō0]/g, 'o'],
  [/[рƿ]/g, 'p'],
  [/[сçć]/g, 'c'],
  [/[уýÿ]/g, 'y'],
  [/[хж]/g, 'x'],
  [/[кκķ]/g, 'k'],
  [/[мṃ]|rn/g, 'm'],
  [/[пñńη]/g, 'n'],
  [/[υùúûüū]/g, 'u'],
  [/vv/g, 'w'],
];

function skeleton(domain: string): string {
  const shown = domainToUnicode(domain) || domain;
  return ALIKE.reduce((text, [letters, plain]) => text.replace(letters, plain), shown.toLowerCase());
}

/**
 * One or two letters left out, added or swapped, by length, and none merely changed: another office may be named so (`kemenkes.go.id`).
 * Letters that look alike are the same already.
 */
function isNear(one: string, other: string): boolean {
  const allowed = other.length < 2 * LEAST_LABEL ? 1 : MOST_CHANGES;
  if (other.length < LEAST_LABEL || Math.abs(one.length - other.length) > allowed) return false;
  const isMerelyChanged = one.length === other.length && lettersOf(one) !== lettersOf(other);
  return !isMerelyChanged && editDistance(one, other, allowed + 1) <= allowed;
}

function lettersOf(text: string): string {
  return [...text].toSorted().join('');
}
