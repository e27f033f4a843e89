/** The text that a person reads, out of the parts that may hold it. */
import { cleanText, cutAt } from './characters.ts';
import { htmlToText } from './html-text.ts';
import type { MessageProblem } from './message.ts';
import type { Leaf } from './structure.ts';

export interface Body {
  readonly text: string;
  readonly html: string | null;
  readonly problems: readonly MessageProblem[];
}

/** HTML is some ten times as long as its text: so much of it is looked through before the text is cut. */
const HTML_FACTOR = 10;

export function readBody(decoded: { text: string; html: string }, leaves: readonly Leaf[], maxTextChars: number): Body {
  const fromHtml = needsHtml(decoded, leaves) ? htmlToText(cutAt(decoded.html, maxTextChars * HTML_FACTOR)) : null;
  const joined = joinParts(decoded.text, fromHtml?.text ?? '', leaves);
  const text = cleanText(withoutArmour(joined));
  const html = decoded.html === '' ? null : cutAt(decoded.html, maxTextChars);
  const problems: MessageProblem[] = [];
  if (text.length > maxTextChars || decoded.html.length > maxTextChars * HTML_FACTOR) problems.push('text-cut');
  if (fromHtml?.hidden) problems.push('hidden-text');
  return { text: cutAt(text, maxTextChars), html, problems };
}

/** Plain text is what most programs make of their own HTML; where HTML stands beside it and not in its place, both are read. */
function needsHtml(decoded: { text: string; html: string }, leaves: readonly Leaf[]): boolean {
  return decoded.html !== '' && (decoded.text.trim() === '' || standsAlone(leaves, 'text/html'));
}

function standsAlone(leaves: readonly Leaf[], type: string): boolean {
  return leaves.some((leaf) => leaf.type === type && !leaf.alternative && leaf.disposition !== 'attachment');
}

function joinParts(plain: string, fromHtml: string, leaves: readonly Leaf[]): string {
  if (fromHtml === '' || plain.trim() === '') return plain.trim() === '' ? fromHtml : plain;
  const first = leaves.find((leaf) => leaf.type === 'text/html' || leaf.type === 'text/plain');
  return first?.type === 'text/html' ? `${fromHtml}\n\n${plain}` : `${plain}\n\n${fromHtml}`;
}

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----';

/** A text signed in the clear (RFC 9580 §7) without its armour. */
function withoutArmour(text: string): string {
  const start = text.indexOf(SIGNED);
  if (start < 0) return text;
  const head = /\r?\n[ \t]*\r?\n/.exec(text.slice(start, start + 1000));
  const from = head ? start + head.index + head[0].length : start + SIGNED.length;
  const end = text.indexOf(SIGNATURE, from);
  const signed = text.slice(from, end < 0 ? undefined : end).replace(/^- /gm, '');
  return text.slice(0, start) + signed;
}
