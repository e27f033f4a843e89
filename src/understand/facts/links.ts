/** Addresses of storage and ticket numbers that a text names. Recorded only: nothing is ever fetched. */
import { allMatches } from '../words/all-matches.ts';
import { sought, type Searched } from './searched.ts';

const LINK = sought(/\bhttps?:\/\/[^\s<>"')\]]{3,500}/gi);
const BARE = sought(/\b(?:[a-z0-9-]{1,63}\.){1,6}(?:go\.id|co\.id|com|id|net|org|example)\/[^\s<>"')\]]{1,300}/gi);
const TICKET = /\b(?:SR|INC|CHG|CMP)[-\s]?\d{6}[-\s]?\d{4,8}[-\s]?\d\b/gi;
const MAX = 20;

export function findLinks(text: Searched): readonly string[] {
  const found = [...text.all(LINK), ...text.all(BARE)].map((match) => match[0].replace(/[.,;:]+$/, ''));
  const whole = found.filter((link) => !found.some((other) => other !== link && other.endsWith(link)));
  return [...new Set(whole)].slice(0, MAX);
}

/** Text that looks like a ticket number of ours; whether its check digit is right is for the caller to see. */
export function findTicketLike(text: string): readonly string[] {
  const found = allMatches(text, TICKET).map((match) => match[0].toUpperCase().replace(/\s+/g, '-'));
  return [...new Set(found)].slice(0, MAX);
}
