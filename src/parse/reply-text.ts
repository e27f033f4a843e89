/**
 * What a person wrote in a reply, without what the mail program put around it: quotes (above, below and between the answers),
 * signature, telephone line, notice. Where the letter it answers is known its words go first, so that an instruction word of ours
 * ("SETUJU", "selesai:") never counts as theirs. Forms: RFC 3676 `>` marks and section 4.3 `-- `, the heads that Outlook, OWA, Gmail,
 * Thunderbird, Yahoo and phones write. Everything is linear in the text.
 */
import { answersBetween } from './reply-between.ts';
import { quotedFrom } from './reply-html.ts';
import { joinLines, toLines, type TextLine } from './reply-lines.ts';
import { withoutNameBlock } from './reply-name-block.ts';
import { findQuote, type QuoteStart } from './reply-quote.ts';
import { dashedSignature, withoutSignature } from './reply-signature.ts';
import { subtractBelow } from './reply-subtract.ts';

export interface NewText {
  readonly text: string;
  /** What was taken away, for the trace: `whole`, or of `html`, `header-block`, `separator`, `attribution`, `marks`, `sent`. */
  readonly how: string;
  /** The name block behind `-- ` that was taken away; empty where there was none. */
  readonly signature: string;
}

/**
 * @param sent the text part of the letter of ours that this answers; null when it is not known
 * @param writer the display name of who wrote it: then the block of name, post and telephone under a text goes, too; undefined keeps it
 */
export function newText(
  message: { readonly text: string; readonly html: string | null },
  sent: string | null,
  writer?: string,
): NewText {
  const how = new Set<string>();
  const lines = toLines(message.text);
  const others = sent === null ? lines : subtractBelow(lines, sent, findQuote(lines)?.from ?? null);
  if (others.some((line) => line.ours === true)) how.add('sent');
  const own = withoutQuotes(others, { how, sent });
  const unquoted = message.html === null ? own : withoutHtmlQuote(own, message.html, how);
  const signed = withoutSignature(unquoted);
  return {
    text: joinLines(writer === undefined ? signed : withoutNameBlock(signed, writer)),
    how: how.size === 0 ? 'whole' : [...how].join('+'),
    signature: dashedSignature(unquoted),
  };
}

/** Cuts what only the HTML shows to be quoted: heads in languages that the text patterns do not know. */
function withoutHtmlQuote(lines: readonly string[], html: string, how: Set<string>): readonly string[] {
  const text = lines.join('\n');
  const at = quotedFrom(html, text, 'unmarked') ?? (how.size === 0 ? quotedFrom(html, text, 'marked') : null);
  if (at === null) return lines;
  how.add('html');
  return text.slice(0, at).split('\n');
}

interface Cutting {
  readonly how: Set<string>;
  readonly sent: string | null;
}

/**
 * Unmarked lines up to a head after which nothing is marked; behind an attribution whose quote carries `>` marks, unmarked lines are
 * answers below or between the quotes and stay. In an unmarked quote only the words of our own letter tell answers from quotes.
 */
function withoutQuotes(lines: readonly TextLine[], { how, sent }: Cutting): string[] {
  const parts: (readonly string[])[] = [];
  let at = 0;
  for (let quote = findQuote(lines); quote !== null; quote = findQuote(lines, at)) {
    parts.push(unmarked(lines.slice(at, quote.from), how));
    how.add(quote.style);
    at = quote.to;
    if (!isUnmarked(lines, quote)) continue;
    const above = parts.flat();
    return sent === null ? above : [...above, ...answersBetween(lines.slice(at), { above, sent })];
  }
  parts.push(unmarked(lines.slice(at), how));
  return parts.flat();
}

/** True where nothing behind the head carries marks: then everything behind it is the quote. */
function isUnmarked(lines: readonly TextLine[], quote: QuoteStart): boolean {
  if ((lines[quote.from]?.depth ?? 0) > 0) return false;
  const next = lines.slice(quote.to, quote.to + 4).find((line) => line.content !== '' || line.ours === true);
  return (next?.depth ?? 0) === 0;
}

function unmarked(lines: readonly TextLine[], how: Set<string>): string[] {
  return lines.flatMap((line) => {
    if (line.depth === 0) return [line.content];
    how.add('marks');
    return [];
  });
}
