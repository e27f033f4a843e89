/**
 * Groups that headings part: "Masuk (buatkan akun): Dian, Melati / Keluar (nonaktifkan): Suparman". A heading names the deed and the group
 * those whom it is for; what it is about stands before the first heading, often in the subject alone, or in one of the headings.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { readText } from '../classify/read-text.ts';
import { allMatches } from '../words/all-matches.ts';
import { claimOf, stretchOf, type Claim } from './claims.ts';
import { isOpen } from './signs.ts';
import { speechOf, type Speech } from './speech.ts';

/** A heading begins a line or a sentence and has few words before its colon. */
const HEADING =
  /(?<=^|\n|[.;]\s)[ \t]*(?:[-*•]\s*|\(?[\da-z][.)]\s*)?(?=([\p{L}][\p{L} ]{2,40}(?:\([^()\n]{1,40}\))?):)/giu;
/** "Mohon diproses:" above the first group. */
const EMPTY = /^[^:]*:\s*$/;
const WORD = /[\p{L}\d]+/gu;
const MOST_GROUPS = 8;
/** What stands before the groups says in few words what they are about. */
const MOST_BEFORE = 200;
/** By how much the reading of a group has to be ahead. */
const LEAST_AHEAD = 1;

/** The groups that ask for different things, each read with the things that stand before all of them or in a heading; else none. */
export function headedWishes(subject: string, text: string, rulebook: Rulebook): readonly Claim[] {
  // Looking for headings costs more than for their colons, and most mails have none.
  if (text.indexOf(':') === text.lastIndexOf(':')) return [];
  const speech = speechOf(rulebook);
  const found = headedGroups(text, speech);
  if (found === null || found.groups.length > MOST_GROUPS) return [];
  const headings = found.groups.map((group) => group.slice(0, group.indexOf(':'))).join(' ');
  const things = `${subject} ${found.before.slice(-MOST_BEFORE)} ${headings}`.match(WORD) ?? [];
  const context = things.filter((word) => !isDeed(word, speech)).join(' ');
  const claims = found.groups.map((group) => claimOf(stretchOf(`${context}. ${group}`, rulebook), rulebook));
  const wishes = new Map<string, Claim>();
  for (const [at, claim] of claims.entries()) {
    if (claim === null || claim.claims !== 'request' || isOpen(claim) || claim.ahead() < LEAST_AHEAD) return [];
    const known = wishes.get(claim.key);
    const own = `${known ? `${known.text}\n` : ''}${(found.groups[at] ?? '').trim()}`;
    wishes.set(claim.key, { ...claim, text: own, read: readText(own, rulebook), carried: claim.read });
  }
  return wishes.size < 2 ? [] : [...wishes.values()];
}

function isDeed(word: string, { deed, contrast }: Speech): boolean {
  return deed.test(word) || contrast.test(word);
}

interface Groups {
  /** What stands before the first heading. */
  readonly before: string;
  /** Each with its heading. */
  readonly groups: readonly string[];
}

/** Null where not at least two headings name a deed; a field of a request ("Jumlah: 2") belongs to the group above it. */
function headedGroups(text: string, speech: Speech): Groups | null {
  const headings = allMatches(text, HEADING);
  const starts = headings
    .filter(({ index }, at) => !EMPTY.test(text.slice(index, headings[at + 1]?.index)))
    .filter(({ 1: heading = '' }) => (heading.match(WORD) ?? []).some((word) => isDeed(word, speech)))
    .map(({ index }) => index);
  if (starts.length < 2) return null;
  return { before: text.slice(0, starts[0]), groups: starts.map((start, at) => text.slice(start, starts[at + 1])) };
}
