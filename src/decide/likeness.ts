/** What a mail says once figures and marks are taken out: machines write the same again with another number. */
import { createHash } from 'node:crypto';

export interface Likeness {
  /** Null where too little is said to be compared. */
  readonly text: string | null;
  readonly subject: string | null;
}

const LEAST_TEXT = 12;
const LEAST_SUBJECT = 4;
const LONGEST = 4_000;
const PREFIX = /^(?:(?:re|fw|fwd|bls|balas|trs|tr|aw)\s*:\s*)+/i;
const TAG = /\[[^\]]{0,60}\]/g;

/** @param ownText what the sender wrote himself, without quotes and signature */
export function likenessOf(subject: string, ownText: string): Likeness {
  const heading = subject.replace(TAG, ' ').trim().replace(PREFIX, '');
  return { text: patternOf(ownText, LEAST_TEXT), subject: patternOf(heading, LEAST_SUBJECT) };
}

function patternOf(text: string, least: number): string | null {
  const letters = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (letters.length < least) return null;
  return createHash('sha256').update(letters).digest('hex').slice(0, 16);
}
