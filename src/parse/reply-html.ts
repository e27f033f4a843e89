/** Quotes that only the HTML shows: clients mark the part they quote, whatever language its head is in. */

/** Behind these (Outlook, OWA) everything is quoted and nothing carries `>` marks. */
const UNMARKED: readonly RegExp[] = [
  /<[a-z]{1,10}\b[^<>]{0,200}\bid\s*=\s*["']?(?:x_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)\b/i,
  /<[a-z]{1,10}\b[^<>]{0,200}border-top\s*:\s*solid\s+#(?:E1E1E1|B5C4DF)\b/i,
];
/** Answers may stand below or within these (Gmail, Yahoo): of use only where the text shows no quote. */
const MARKED: readonly RegExp[] = [
  /<[a-z]{1,10}\b[^<>]{0,200}\bclass\s*=\s*["']?[^"'<>]{0,80}\b(?:gmail_quote|yahoo_quoted|protonmail_quote)\b/i,
];
const PROBE_WORDS = 6;
const PROBE_CHARS = 4000;
const WORD = /[\p{L}\p{N}]+/gu;

/** The position in `text` at which the part begins that `html` marks as quoted; null when it marks none, or it cannot be found. */
export function quotedFrom(html: string, text: string, kind: 'unmarked' | 'marked'): number | null {
  const starts = (kind === 'unmarked' ? UNMARKED : MARKED).map((marker) => html.search(marker)).filter((at) => at >= 0);
  if (starts.length === 0) return null;
  const quoted = html.slice(Math.min(...starts));
  const probe = wordsIn(visible(quoted.slice(0, PROBE_CHARS))).slice(0, PROBE_WORDS);
  if (probe.length < 3) return null;
  return findWords(text, probe);
}

/** Text of an HTML fragment, good enough to find its first words again. */
function visible(html: string): string {
  return html
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&(?:lt|gt|amp|quot|#\d{1,6});/gi, ' ');
}

function wordsIn(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(WORD)].map((match) => match[0]);
}

function findWords(text: string, probe: readonly string[]): number | null {
  const matches = [...text.toLowerCase().matchAll(WORD)];
  for (let index = 0; index + probe.length <= matches.length; index += 1) {
    if (probe.every((word, offset) => matches[index + offset]?.[0] === word)) return matches[index]?.index ?? null;
  }
  return null;
}
