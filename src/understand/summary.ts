/** The sender's own words for what he wants, one line for subjects and lists. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { ofWording } from './words/wording.ts';

const PREFIXES =
  /^\s*(?:(?:re|fw|fwd|bls|balas|trs|tr|terusan)\s*:\s*|\[(?:ext|external|eksternal)[^\]]{0,20}\]\s*|\(tanpa subjek\)\s*)+/i;
const emptySubject = ofWording(({ any }) => new RegExp(String.raw`^(?:\W*|${any('empty_subjects')})\W*$`, 'i'));
const MAX_CHARS = 120;

/** The subject where it says something, else the first sentence of the text. */
export function summaryOf(subject: string, text: string, rulebook: Pick<Rulebook, 'wording'>): string {
  const stem = oneLine(subject.replace(PREFIXES, ''));
  return shorten(emptySubject(rulebook).test(stem) ? oneLine(firstSentence(text)) || stem : stem);
}

/** For one wish of several: its own words. */
export function summaryOfPart(text: string): string {
  return shorten(oneLine(text.replace(/^\s*(?:[-*•]|\(?(?:\d{1,2}|[a-z])[.)])\s+/i, '')));
}

function firstSentence(text: string): string {
  const start = text.slice(0, 600).trim();
  return start.split(/(?<=[.!?])\s|\n/).find((part) => part.trim().length > 12) ?? start;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  const cut = text.slice(0, MAX_CHARS - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > 60 ? cut.slice(0, space) : cut}…`;
}
