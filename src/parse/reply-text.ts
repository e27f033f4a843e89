/**
 * What a person wrote in a reply, without what the mail program put around it: quotes (above, below and between the answers),
 * signature, telephone line, notice. Where the letter it answers is known its words are subtracted as well, so that an
 * instruction word of ours ("SETUJU", "selesai:") never counts as theirs. Forms: RFC 3676 `>` marks and section 4.3 `-- `, the heads
 * that Outlook, OWA, Gmail, Thunderbird, Yahoo and phones write. Everything is linear in the text.
 */
import { quotedFrom } from './reply-html.ts';
import { joinLines, toLines, type TextLine } from './reply-lines.ts';
import { findQuote } from './reply-quote.ts';
import { withoutSignature } from './reply-signature.ts';
import { subtractSent } from './reply-subtract.ts';

export interface NewText {
  readonly text: string;
  /** What was taken away, for the trace: `whole`, or of `html`, `header-block`, `separator`, `attribution`, `marks`, `sent`. */
  readonly how: string;
}

/** @param sent the text part of the letter of ours that this answers; null when it is not known */
export function newText(
  message: { readonly text: string; readonly html: string | null },
  sent: string | null,
): NewText {
  const how = new Set<string>();
  const own = withoutQuotes(toLines(message.text), how);
  const unquoted = message.html === null ? own : withoutHtmlQuote(own, message.html, how);
  const signed = withoutSignature(unquoted);
  const rest = sent === null ? signed : subtractSent(signed, sent);
  if (rest.join('\n') !== signed.join('\n')) how.add('sent');
  return { text: joinLines(rest), how: how.size === 0 ? 'whole' : [...how].join('+') };
}

/** Cuts what only the HTML shows to be quoted: heads in languages that the text patterns do not know. */
function withoutHtmlQuote(lines: readonly string[], html: string, how: Set<string>): readonly string[] {
  const text = lines.join('\n');
  const at = quotedFrom(html, text, 'unmarked') ?? (how.size === 0 ? quotedFrom(html, text, 'marked') : null);
  if (at === null) return lines;
  how.add('html');
  return text.slice(0, at).split('\n');
}

/**
 * Unmarked lines up to a head after which nothing is marked; behind an attribution whose quote carries `>` marks, unmarked lines are
 * answers below or between the quotes and stay.
 */
function withoutQuotes(lines: readonly TextLine[], how: Set<string>): string[] {
  const parts: (readonly string[])[] = [];
  let at = 0;
  for (let quote = findQuote(lines); quote !== null; quote = findQuote(lines, at)) {
    parts.push(unmarked(lines.slice(at, quote.from), how));
    how.add(quote.style);
    at = quote.to;
    const next = lines.slice(quote.to, quote.to + 4).find((line) => line.content !== '');
    const inside = (lines[quote.from]?.depth ?? 0) > 0;
    if (!inside && (next?.depth ?? 0) === 0) return parts.flat();
  }
  parts.push(unmarked(lines.slice(at), how));
  return parts.flat();
}

function unmarked(lines: readonly TextLine[], how: Set<string>): string[] {
  return lines.flatMap((line) => {
    if (line.depth === 0) return [line.content];
    how.add('marks');
    return [];
  });
}
