/**
 * What a side leaves out since the other side of the same sentence says it. "Mohon reset password email dan passphrase TTE": what is to be
 * done stands on the left only, so the right is read with the deeds of the left. "VM e-Rekon mohon dibackup lalu dimatikan": the right has
 * a deed of its own, so it is read with the things of the left.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { readText } from '../classify/read-text.ts';
import { claimOf, stretchOf, type Claim } from './claims.ts';
import { isOpen, type Place } from './signs.ts';

/** Longer sentences say by themselves what they are about. */
const MOST_CHARS = 250;
const WORD = /[\p{L}\d][\p{L}\d/-]*/gu;

/** What a side claims that alone claims nothing, or only a service; as it stood where the other side says nothing of it. */
export function carriedRight(alone: Claim | null, place: Place, rulebook: Rulebook): Claim | null {
  const { after, lastText, headText, rest, speech } = place;
  if (!mayLack(alone) || !speech.coordinates.test(after) || lastText.length + headText.length > MOST_CHARS)
    return alone;
  return readWith(alone, { own: rest, carried: carriedFrom(lastText, headText, place) }, rulebook);
}

function mayLack(alone: Claim | null): boolean {
  return alone === null || isOpen(alone);
}

/** The deeds of the one for a side without deeds, else its things. */
function carriedFrom(one: string, other: string, { speech: { deed } }: Place): string {
  const hasDeed = wordsOf(other).some((word) => deed.test(word));
  return wordsOf(one)
    .filter((word) => deed.test(word) !== hasDeed)
    .join(' ');
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

interface Carrying {
  readonly own: string;
  readonly carried: string;
}

/** It stays as long as it was: what is carried only says what it means. */
function readWith(alone: Claim | null, { own, carried }: Carrying, rulebook: Rulebook): Claim | null {
  if (carried === '') return alone;
  const claim = claimOf(stretchOf(`${carried} ${own}`, rulebook), rulebook);
  if (claim === null || claim.claims !== 'request' || isOpen(claim)) return alone;
  return { ...claim, text: own, read: readText(own, rulebook), carried: claim.read };
}
