/** The part of an answer that says something: without salutation, without the name block at its end, without ticket numbers. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { withoutClitic } from '../words/fold.ts';
import { wordKinds } from './approver/clause-kinds.ts';
import { findMentions, type ReplyView } from './mentions.ts';
import { inIndonesian } from './regional.ts';
import { withoutSlips } from './typos.ts';

export interface ReplyBody {
  readonly text: string;
  /** Different ticket numbers named. */
  readonly tickets: readonly string[];
}

const TICKET = /\b[A-Z]{2,3}-\d{4,6}-\d{3,8}(?:-\d)?\b/gi;
/** "no. tiket", "nomor": what stands before a number, which is no English "no". */
const NUMBER_WORD =
  /\b(?:no|nomor|nmr)\b\.?\s{0,3}(?:tiket\b|ticket\b|hp\b|telp\b|nd\b|surat\b)?\s{0,3}[:#.]?\s{0,3}(?=[A-Z]{1,4}-\d|\d)/gi;
const REFERENCE = /\(ref [a-z2-7]{16}-[a-z2-7]{16}\)|\b[a-z2-7]{16}-[a-z2-7]{16}\b/gi;
/** Their full stop ends no sentence. */
const SHORT_TITLE = /\b(sdr|sdri|bpk|drs|dra|prof|dr|yth)\.[ ]*/gi;
const ON_BEHALF = /\ba\.\s?n\.\s*/gi;
/** "(Plh. Kepala Bagian TIK)" behind a word: in which post it was said. */
const OWN_POST = /\((?:plh|plt|pj|selaku|sebagai)\b[^()\n]{0,60}\)/gi;
const SALUTATION =
  /^(?:(?:kepada\s+)?(?:yth|ykh)\b\.?[^\n,.!?:]{0,70}[,.:]?|dear\b[^\n,.!?:]{0,40}[,.:]?|(?:hi|hello|halo|hai|hallo)\b[^\n,.!]{0,30}[,.!]?|(?:selamat\s+)?(?:pagi|siang|sore|malam)\b[^\n,.!]{0,30}[,.!]?|ass?alamu?.?alaikum[^\n,.!]{0,40}[,.!]?|dengan hormat[,.]?|salam(?: sejahtera| hormat)?[,.])\s*/i;
/** "Terima kasih. Salam, Budi": the name behind a closing word. */
const SIGNED =
  /(?<=^|[\s,.])([Ss]alam|[Bb]est [Rr]egards|[Rr]egards|[Hh]ormat (?:saya|kami)|[Tt]td|[Tt]hanks|[Tt]hank you|[Tt]erima kasih)[,.]?[ \n]+(?:\p{Lu}[\p{L}.'’]{0,20}(?:[ ,]{1,2}|$)){1,4}$/u;
const PERSONNEL_NUMBER = /\bnip\b|\b\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}\b|\b(?:telp|hp|ext|fax|wa)\b/i;

export function replyBody(newText: string, rulebook: Rulebook): ReplyBody {
  const view = {
    name: 'all',
    classes: Object.keys(rulebook.replies).filter(
      (name) => !/^(?:beside-(?!approval)|held-|work-|number-|day-|hour-)/.test(name),
    ),
    unbroken: [],
    negationWithin: 'sentence',
  } as const;
  const tickets = new Set([...newText.matchAll(TICKET)].map((match) => match[0].toUpperCase()));
  const lines = withoutSlips(inIndonesian(newText, rulebook), rulebook)
    .replace(NUMBER_WORD, ' ')
    .replace(TICKET, ' ')
    .replace(REFERENCE, ' ')
    .replace(SHORT_TITLE, '$1 ')
    .replace(ON_BEHALF, 'atas nama ')
    .replace(OWN_POST, ' ')
    .split('\n')
    .map((line) => line.trim().replace(/[^\S\n]+/g, ' '));
  const opened = withoutSalutation(lines);
  const text = withoutNames(opened, rulebook, view).join('\n').trim();
  const unsigned = text.replace(SIGNED, '$1');
  const signature = text.slice(unsigned.length);
  const says = unsigned !== text && findMentions(signature, rulebook, view).all.length > 0;
  return { text: says ? text : unsigned, tickets: [...tickets] };
}

function withoutSalutation(lines: readonly string[]): string[] {
  const rest = [...lines];
  for (let index = 0; index < Math.min(rest.length, 4); index += 1) {
    rest[index] = (rest[index] ?? '').replace(SALUTATION, '');
  }
  return rest;
}

/** Drops lines at the end that hold only a name, a post or a number; a line with any word of the rule files stays. */
function withoutNames(lines: readonly string[], rulebook: Rulebook, view: ReplyView): string[] {
  let end = lines.length;
  while (end > 0 && isNameLine(lines[end - 1] ?? '', rulebook, view)) end -= 1;
  return lines.slice(0, end);
}

function isNameLine(line: string, rulebook: Rulebook, view: ReplyView): boolean {
  if (line === '' || /^[-_=*~]{2,}$/.test(line)) return true;
  if (PERSONNEL_NUMBER.test(line) && line.length < 80) return findMentions(line, rulebook, view).all.length === 0;
  const words = line.split(/\s+/);
  if (words.length > 9 || /[?!:;]|[0-9]/.test(line)) return false;
  const named = words.every((word) =>
    /^[(\p{Lu}][\p{L}.,'’()/-]*$|^(?:dan|pada|di|bin|binti|-|\||[IVX]+)$/u.test(word),
  );
  return named && !words.some((word) => isDoubt(word, rulebook)) && findMentions(line, rulebook, view).all.length === 0;
}

/** "Sepertinya." on a line of its own is nobody's name. */
function isDoubt(word: string, rulebook: Rulebook): boolean {
  const bare = word.toLowerCase().replace(/[^\p{L}-]+/gu, '');
  return wordKinds(rulebook)(withoutClitic(bare)).kinds.includes('if');
}
