/**
 * Which part of a fresh mail speaks: without salutation, signature, notice and quoted history. In a forwarded mail the forwarded text
 * speaks too, since the wish often stands there only; in a reply the history does not, unless nothing else was written.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { ofWording } from './words/wording.ts';
import type { InboundMessage } from '../parse/message.ts';
import { joinLines, toLines, type TextLine } from '../parse/reply-lines.ts';
import { findQuote } from '../parse/reply-quote.ts';
import { newText } from '../parse/reply-text.ts';

export interface OwnText {
  /** What the sender wrote himself; letters quote from it. */
  readonly own: string;
  /** `own` without salutation and name block, and the forwarded text where there is one: what is searched for wishes. */
  readonly speaking: string;
  /** The name block that was taken off; a NIP in it is the sender's. */
  readonly signature: string;
  /** What the sender wrote himself above a forwarded mail; empty where nothing. */
  readonly body: string;
  readonly forwarded: boolean;
  /** The quoted mail, where the sender points to it ("undangan di bawah"): its day and place may be those of the wish. */
  readonly pointedTo: string;
  /** The quoted mail, answered or handed on; empty where there is none. */
  readonly history: string;
}

const FORWARD_SUBJECT = /^\s*(?:\[[^\]]{1,20}\]\s*)*(?:(?:re|bls|balas)\s*:\s*)*(?:fw|fwd|trs|terusan|tr)\s*:/i;
const SALUTATION =
  /^(?:(?:kepada\s+)?(?:yth|ykh)\b.{0,120}|di[ -](?:jakarta|tempat)\b.{0,20}|(?:dear|hi|hello|halo|hai|hallo)\b.{0,60}|(?:selamat )?(?:pagi|siang|sore|malam)\b.{0,60}|ass?alamu.{0,40}|dengan hormat\W{0,2}|salam(?: sejahtera| hormat)?\W{0,2}|bapak\/ibu.{0,40})$/i;
const POINTS_BELOW =
  /\b(?:undangan|surat|surel|email|e-mail|pesan|jadwal|informasi|info|invitation|message|mail|tersebut|terlampir)\b.{0,20}\b(?:di ?bawah|below)\b/i;
const MAX_SIGNATURE_LINES = 9;

interface Ends {
  /** The letter is over. */
  readonly closing: RegExp;
  readonly posts: RegExp;
}

const endsOf = ofWording(({ any }): Ends => ({
  closing: new RegExp(String.raw`^(?:${any('letter_ends')}\b[^\n]{0,160}|ttd\.?)$`, 'i'),
  posts: new RegExp(String.raw`\b${any('posts')}\b`, 'i'),
}));

export function ownTextOf(message: InboundMessage, rulebook: Pick<Rulebook, 'wording'>): OwnText {
  const ends = endsOf(rulebook);
  const written = newText({ text: message.text, html: message.html }, null);
  const own = written.text;
  const quoted = quotedPart(message.text);
  const forwarded = FORWARD_SUBJECT.test(message.subject) || quoted.forwarded;
  const { body, signature } = withoutNameBlock(own, ends);
  const speaks = forwarded || body.replace(/\W/g, '') === '';
  const history =
    speaks && quoted.text !== ''
      ? withoutNameBlock(newText({ text: quoted.text, html: null }, null).text, ends).body
      : '';
  return {
    own,
    speaking: [body, history].filter((part) => part !== '').join('\n\n'),
    signature: joinLines([signature, written.signature]),
    body,
    forwarded,
    pointedTo: !speaks && POINTS_BELOW.test(body) ? newText({ text: quoted.text, html: null }, null).text : '',
    history: quoted.text,
  };
}

function quotedPart(text: string): { readonly text: string; readonly forwarded: boolean } {
  const lines = toLines(text);
  const quote = findQuote(lines);
  if (quote) {
    const rest = lines.slice(quote.to);
    const outer = rest.reduce((least, line) => (line.content === '' ? least : Math.min(least, line.depth)), 99);
    return { text: joinLines(rest.map((line) => marked(line, outer))), forwarded: quote.forwarded };
  }
  return { text: joinLines(lines.filter((line) => line.depth > 0).map((line) => line.content)), forwarded: false };
}

/** The line as its own writer saw it: one level of marks less. */
function marked(line: TextLine, outer: number): string {
  return `${'>'.repeat(Math.max(0, line.depth - outer))}${line.content}`;
}

function withoutNameBlock(text: string, ends: Ends): { readonly body: string; readonly signature: string } {
  const lines = text.split('\n').map((line) => line.trim());
  while (lines.length > 1) {
    const rest = withoutSalutation(lines[0] ?? '');
    if (rest !== '') {
      lines[0] = rest;
      break;
    }
    lines.shift();
  }
  const from = Math.max(1, lines.length - MAX_SIGNATURE_LINES);
  let end = lines.length;
  for (let at = lines.length - 1; at >= from; at -= 1) {
    const line = lines[at] ?? '';
    if (ends.closing.test(line) && !STILL_ASKS.test(line)) end = at;
    else if (!isNameLine(line, ends)) break;
    else end = at;
  }
  end = behindList(lines, end, ends);
  return { body: joinLines(lines.slice(0, end)), signature: joinLines(lines.slice(end)) };
}

/** Names and tables that a line with a colon opens, and the number below a name, are told and no name block. */
function behindList(lines: readonly string[], end: number, { closing }: Ends): number {
  const above = lines.slice(0, end).findLast((line) => line !== '') ?? '';
  const isList =
    above.endsWith(':') || (/^nip\b/i.test(lines[end] ?? '') && /^\W*(?:\d+[.)]\s*)?nama\b[^:]*:/i.test(above));
  if (!isList) return end;
  const first = lines.findIndex((line, at) => at >= end && line !== '');
  if (first < 0 || closing.test(lines[first] ?? '')) return end;
  const next = lines.findIndex((line, at) => at > first && (line === '' || closing.test(line)));
  return next < 0 ? lines.length : next;
}

/** "Yth. Service Desk, toner habis, mohon dikirim 3 buah": what follows the address on its line is the mail. */
function withoutSalutation(line: string): string {
  if (!SALUTATION.test(line)) return line;
  const end = /[,!](?=\s)|(?<=[\p{Ll}\d)]{3})\.(?=\s)/u.exec(line)?.index;
  if (end === undefined) return plainWords(line) > SALUTATION_WORDS ? line : '';
  const rest = line.slice(end + 1).trim();
  return plainWords(rest) >= SENTENCE_WORDS ? rest : '';
}

/** Words that are neither names nor titles. */
function plainWords(text: string): number {
  return text.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)).length;
}

const SALUTATION_WORDS = 5;
const SENTENCE_WORDS = 3;
/** Behind thanks one more wish may stand. */
const STILL_ASKS = /\b(?:tolong|minta|sekalian|satu lagi|oh ya|oiya|sama|reset|dibuatkan|need|please send)\b|\?/i;

/** Rows of tables and lists belong to the text. */
const LIST_ROW = /^(?:\||[-*•]\s|\(?\d{1,2}[.)]\s)/;

/** A name, a post, an office, a number: short, without a sentence, every word with a capital. */
function isNameLine(line: string, { posts }: Ends): boolean {
  if (line === '' || /^[-_=*~]{2,}$/.test(line)) return true;
  if (LIST_ROW.test(line)) return false;
  if (line.length > 90 || /[?!;]|:\s*\S/.test(line.replace(/^(?:nip|telp|hp|ext|wa|no)\b\W*/i, ''))) return false;
  const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length > 10) return false;
  const capitals = words.filter((word) => /^[(\p{Lu}]/u.test(word)).length;
  if (posts.test(line) && capitals >= words.length - 2 && capitals > 0) return true;
  return words.length <= 5 && (capitals === words.length || (words.length === 1 && line.length < 15));
}
