/**
 * An official letter as far as it shows itself: number, date, addressee, subject, and who signed it. Ranks are read from the words of a
 * title: a claim that the directory confirms or not.
 */
import type { LetterReading, LetterSigner } from '../parse/document.ts';
import { tidyNip } from './nip.ts';
import { textOf, type Line } from './page-lines.ts';
import { toIsoDate } from './paper-date.ts';

const HEAD_LINES = 30;
const FOOT_LINES = 40;
const MOST_CHARACTERS = 200;
const NUMBER = /\b(?:ND|S|SR|ST|UND|BA|BAST|KEP|SE|PENG|SP|SPT)-?\s?\d+(?:\/[A-Z0-9.-]+){1,6}\/\d{4}\b/;
const DATE =
  /\b(\d{1,2}\s+(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|nop|des)[a-z]{0,7}\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\b/i;
const TITLE =
  /^(?:plt\.?|plh\.?|a\.?\s?n\.?|u\.?\s?b\.?|kepala|direktur|direktorat|sekretaris|inspektur|ketua|menteri|wakil|pejabat|pelaksana|staf ahli|rektor|kasubbag|kasubag|kabag|kasi|kabid|kasubdit|koordinator|general manager|manajer)\b/i;
const SKIPPED = /\b(?:ttd|ditandatangani|elektronik|stempel|meterai|materai|sertifikat|dokumen ini|\$\{)|^[_.\-–\s]*$/i;
const END = /^(?:tembusan|lampiran)\b/i;
/** First match wins: the longer title before the shorter one that it holds. */
const RANKS: readonly (readonly ['I' | 'II' | 'III' | 'IV', RegExp])[] = [
  ['IV', /\b(?:kepala (?:sub ?bag(?:ian)?|seksi|sub ?bid(?:ang)?|urusan)|kasubbag|kasubag|kasi)\b/],
  [
    'III',
    /\bkepala (?:bagian|sub ?direktorat|bidang|kantor (?:pelayanan|pengawasan|pengelolaan)|kpp|kppn|kpknl|kppbc|balai)\b|\b(?:kabag|kabid|kasubdit)\b/,
  ],
  [
    'II',
    /\bsekretaris (?:direktorat jenderal|ditjen|badan|inspektorat)\b|\bkepala (?:pusat|biro|pusintek|kantor wilayah|kanwil)\b/,
  ],
  ['I', /\b(?:direktur jenderal|dirjen|sekretaris jenderal|inspektur jenderal|kepala badan|staf ahli)\b/],
  ['II', /\b(?:direktur|inspektur)\b/],
];

export function readLetter(lines: readonly Line[]): LetterReading {
  const texts = lines.map(textOf);
  const head = texts.slice(0, HEAD_LINES);
  return {
    number: numberOf(head),
    date: dateOf(head) ?? dateOf(texts.slice(-FOOT_LINES)),
    subject: labelled(head, /^(?:hal|perihal|subjek|tentang)\b/i),
    addressee: addresseeOf(head),
    signer: signerOf(texts),
  };
}

/** What a title's words say of its rank. */
export function rankOfTitle(title: string): LetterSigner['rank'] {
  const words = title
    .toLowerCase()
    .replace(/^(?:(?:plt|plh|a\.?\s?n|u\.?\s?b)\.?,?\s+)+/, '')
    .replace(/\s+/g, ' ');
  return RANKS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function numberOf(head: readonly string[]): string | null {
  const said = labelled(head, /^(?:nomor|no)\b/i);
  const formed = head.map((text) => NUMBER.exec(text.toUpperCase())?.[0]).find((one) => one !== undefined);
  return formed?.replace(/\s+/g, '') ?? (said !== null && /\d/.test(said) ? (said.split(/\s{2,}/)[0] ?? null) : null);
}

function dateOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const iso = toIsoDate(DATE.exec(text)?.[1] ?? '');
    if (iso !== null) return iso;
  }
  return null;
}

/** "Hal : Permintaan akun" */
function labelled(head: readonly string[], label: RegExp): string | null {
  for (const text of head) {
    if (!label.test(text)) continue;
    const rest = text
      .replace(label, '')
      .replace(/^[\s.:]+/, '')
      .trim();
    if (rest !== '') return rest.slice(0, MOST_CHARACTERS);
  }
  return null;
}

/** What follows "Yth."; where it stands alone, the next line. */
function addresseeOf(head: readonly string[]): string | null {
  const at = head.findIndex((text) => /\byth\b/i.test(text));
  if (at < 0) return null;
  const rest = (head[at] ?? '')
    .replace(/^.*?\byth\b[.\s:]*/i, '')
    .replace(/^\d[.)]\s*/, '')
    .trim();
  const name = rest === '' ? (head[at + 1] ?? '').trim() : rest;
  return name === ''
    ? null
    : name.replace(/^(?:sdr\.?|bapak|ibu|bapak\/ibu)\s+(?=kepala|direktur|sekretaris)/i, '').slice(0, MOST_CHARACTERS);
}

/** The block at the end: title, room for the signature, name, NIP. */
function signerOf(texts: readonly string[]): LetterSigner | null {
  const end = lastIndexOf(texts, (text) => END.test(text.trim()) && texts.indexOf(text) > 5);
  const body = texts.slice(0, end < 0 ? texts.length : end).slice(-FOOT_LINES);
  const nipAt = lastIndexOf(
    body,
    (text) => /\bnip\b/i.test(text) || /(?<!\d)\d{8} ?\d{6} ?[12] ?\d{3}(?!\d)/.test(text),
  );
  const titleAt = lastIndexOf(nipAt < 0 ? body : body.slice(0, nipAt), (text) => TITLE.test(text.trim()));
  if (nipAt < 0 && titleAt < 0) return null;
  const beside = nipAt < 0 ? '' : (body[nipAt] ?? '').replace(/\bnip\b.*$/i, '').trim();
  const nameAt = nipAt < 0 ? nextWritten(body, titleAt) : isName(beside) ? nipAt : previousWritten(body, nipAt);
  const title = titleAt < 0 || (nameAt >= 0 && titleAt >= nameAt) ? null : tidy(body[titleAt]);
  const above = titleAt > 0 ? tidy(body[titleAt - 1]) : '';
  return {
    name: nameAt < 0 || nameAt === titleAt ? null : nameIn(body[nameAt]),
    nip: nipAt < 0 ? null : nipIn(body[nipAt] ?? ''),
    title: title === null ? null : withoutSigns(title),
    rank: title === null ? null : rankOfTitle(title),
    onBehalfOf: behalfOf(title ?? '') ?? behalfOf(above),
    acting: actingOf(title ?? '') ?? actingOf(above),
  };
}

function nameIn(text: string | undefined): string {
  return tidy((text ?? '').replace(/\bnip\b.*$/i, '')).replace(/^\((.*)\)$/, '$1');
}

function nipIn(text: string): string | null {
  const digits = tidyNip(text.replace(/^.*?nip[.\s:]*/i, '').replace(/[^\d\s.-].*$/, ''));
  return /^\d{9,18}$/.test(digits) ? digits : null;
}

function nextWritten(texts: readonly string[], from: number): number {
  const at = texts.findIndex((text, index) => index > from && isName(text));
  return at - from > 6 ? -1 : at;
}

function previousWritten(texts: readonly string[], from: number): number {
  const at = lastIndexOf(texts.slice(0, from), isName);
  return from - at > 3 ? -1 : at;
}

function isName(text: string): boolean {
  return !SKIPPED.test(text.trim()) && !TITLE.test(text.trim()) && /\p{L}{3}/u.test(text);
}

function behalfOf(title: string): string | null {
  const office = /^a\.?\s?n\.?\s+(.{3,})$/i.exec(title)?.[1];
  return office === undefined ? null : office.replace(/[,\s]+$/, '');
}

function actingOf(title: string): 'plt' | 'plh' | null {
  const word = /\b(plt|plh)\b/i.exec(title)?.[1]?.toLowerCase();
  return word === 'plt' || word === 'plh' ? word : null;
}

function withoutSigns(title: string): string {
  return title.replace(/^(?:(?:plt|plh|a\.?\s?n|u\.?\s?b)\.?,?\s+)+/i, '');
}

function tidy(text: string | undefined): string {
  return (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[,\s]+$/, '')
    .trim()
    .slice(0, MOST_CHARACTERS);
}

function lastIndexOf(texts: readonly string[], matches: (text: string) => boolean): number {
  for (let index = texts.length - 1; index >= 0; index -= 1) if (matches(texts[index] ?? '')) return index;
  return -1;
}
