/**
 * Where the quoted part of a mail begins: attribution lines ("Pada … menulis:"), separators ("-----Pesan Asli-----") and header
 * blocks ("Dari: / Dikirim: / Kepada: / Perihal:") of the mail programs in use, Indonesian and English. A letter's own head
 * ("Kepada Yth.", "Perihal: …") is not taken for one: a block starts with the sender and has at least three of five labels.
 */
import type { TextLine } from './reply-lines.ts';

export interface QuoteStart {
  /** Index of the first line that belongs to the quote's head. */
  readonly from: number;
  /** Index of the first line after the head. */
  readonly to: number;
  readonly style: 'attribution' | 'separator' | 'header-block';
  /** True where the head says that the mail was forwarded. */
  readonly forwarded: boolean;
}

const BLOCK_LINES = 14;
const ATTRIBUTION_LINES = 4;
const MAX_HEAD_CHARS = 400;
const FLAT_CHARS = 1000;

type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject';

const LABELS: ReadonlyMap<string, Label> = new Map(
  (
    [
      ['from', ['dari', 'from', 'pengirim', 'de', 'von']],
      ['sent', ['dikirim', 'terkirim', 'sent', 'date', 'tanggal', 'tgl', 'dikirim pada', 'waktu', 'hari/tanggal']],
      ['to', ['kepada', 'ke', 'untuk', 'to', 'penerima', 'reply-to', 'balas ke']],
      ['cc', ['cc', 'tembusan', 'bcc', 'salinan', 'tembusan karbon']],
      ['subject', ['subjek', 'subyek', 'perihal', 'hal', 'subject', 'judul', 'subj']],
    ] as const
  ).flatMap(([label, names]) => names.map((name) => [name, label] as const)),
);

const RULE_LINE = /^[-_=*~\u2014\u2500]{5,}$/;
const SEPARATOR =
  /^[-_=* ]{2,}(?:original (?:message|e-?mail)|pesan (?:asli|semula|yang diteruskan|diteruskan)|forwarded (?:message|by)|email asli|surat asli)\b.{0,80}$/i;
/** `-----"Meja" <a@b> wrote: -----` of Notes. */
const WROTE_BETWEEN_DASHES = /^-{2,}[^\n]{3,160}\b(?:wrote|menulis)\s*:\s*-{2,}$/i;
const FORWARD_OPENING =
  /^(?:begin forwarded message|mulai (?:meneruskan pesan|pesan (?:yang )?diteruskan)|pesan (?:yang )?diteruskan|awal pesan (?:yang )?diteruskan)\s*:?$/i;
const FORWARDED = /forward|terus/i;
const WROTE = /(?:menulis|wrote|writes|schrieb|schreef)(?: (?:di|pada|on) [^\n]{0,60})?\s*:$/i;
/** "2026-11-23 10:15 GMT+07:00 Meja <a@b>:" of older Gmail. */
const DATED_ADDRESS = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\b[^\n]{0,120}<[^<>\s]{1,100}@[^<>\s]{1,100}>\s*:$/;
/** A head that lost its line ends: "From: … Sent: … To: … Subject: …". */
const FLAT_HEAD =
  /^(?:dari|from)\s*:.{3,200}\b(?:dikirim|terkirim|sent|date|tanggal)\s*:.{3,200}\b(?:kepada|ke|to)\s*:.{3,300}\b(?:subjek|subyek|perihal|subject)\s*:/i;
const OPENING = /^(?:pada|on|tanggal|tgl)\b/i;
const PLACE_OR_DATE = /@|\d{1,2}[./: ]\d{2}|\b20\d\d\b|<|\d{1,2}[/-]\d{1,2}/;

/** The first head of a quote at or after line `start`, or null. */
export function findQuote(lines: readonly TextLine[], start = 0): QuoteStart | null {
  for (let index = start; index < lines.length; index += 1) {
    const found = separatorAt(lines, index) ?? headerBlockAt(lines, index) ?? attributionAt(lines, index);
    if (found) return found;
  }
  return null;
}

function separatorAt(lines: readonly TextLine[], index: number): QuoteStart | null {
  const content = contentAt(lines, index);
  if ([SEPARATOR, FORWARD_OPENING, WROTE_BETWEEN_DASHES].some((pattern) => pattern.test(content))) {
    const block = headerBlockAt(lines, nextFilled(lines, index + 1));
    return { from: index, to: block?.to ?? index + 1, style: 'separator', forwarded: FORWARDED.test(content) };
  }
  if (!RULE_LINE.test(content)) return null;
  const block = headerBlockAt(lines, nextFilled(lines, index + 1));
  return block && { ...block, from: index };
}

/** A block needs the sender first and at least three of the five labels within eight lines. */
function headerBlockAt(lines: readonly TextLine[], index: number): QuoteStart | null {
  const head = contentAt(lines, index);
  if (labelOf(head) !== 'from') return null;
  if (FLAT_HEAD.test(head.slice(0, FLAT_CHARS).replace(/[*_]/g, ''))) {
    return { from: index, to: index + 1, style: 'header-block', forwarded: false };
  }
  const labels = new Set<Label>();
  let last = index;
  for (let at = index; at < Math.min(index + BLOCK_LINES, lines.length); at += 1) {
    const label = labelOf(contentAt(lines, at));
    if (!label) continue;
    labels.add(label);
    last = at;
    if (label === 'subject') break;
  }
  if (labels.size < 3 || !(labels.has('sent') || labels.has('subject'))) return null;
  return { from: index, to: last + 1, style: 'header-block', forwarded: false };
}

function labelOf(content: string): Label | null {
  const colon = content.indexOf(':');
  if (colon < 1 || colon > 24) return null;
  const name = content.slice(0, colon).replace(/[*_]/g, '').trim().toLowerCase();
  return LABELS.get(name) ?? null;
}

/** "Pada … menulis:" on one line or wrapped over up to four. */
function attributionAt(lines: readonly TextLine[], index: number): QuoteStart | null {
  const first = contentAt(lines, index);
  if (first === '' || first.length > MAX_HEAD_CHARS) return null;
  if (DATED_ADDRESS.test(first)) return { from: index, to: index + 1, style: 'attribution', forwarded: false };
  const opens = OPENING.test(first);
  let joined = '';
  for (let at = index; at < Math.min(index + (opens ? ATTRIBUTION_LINES : 2), lines.length); at += 1) {
    const content = contentAt(lines, at);
    if (content === '') return null;
    joined = joined === '' ? content : `${joined} ${content}`;
    if (joined.length > MAX_HEAD_CHARS) return null;
    if (!WROTE.test(joined)) continue;
    const plain = opens || contentAt(lines, index).length < 120;
    const marked = (lines[nextFilled(lines, at + 1)]?.depth ?? 0) > (lines[index]?.depth ?? 0);
    if (plain && (PLACE_OR_DATE.test(joined) || marked)) {
      return { from: index, to: at + 1, style: 'attribution', forwarded: false };
    }
    return null;
  }
  return null;
}

/** Index of the next line with content, at most three lines on; `index` itself when there is none. */
function nextFilled(lines: readonly TextLine[], index: number): number {
  for (let at = index; at < Math.min(index + 3, lines.length); at += 1) {
    if (contentAt(lines, at) !== '') return at;
  }
  return index;
}

function contentAt(lines: readonly TextLine[], index: number): string {
  return lines[index]?.content ?? '';
}
