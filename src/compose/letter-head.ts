/**
 * The head of a .txt template: lines `key: value` above `---`. `subject`, `outcome` (the first sentence) and `button` are known; any other
 * key is a sentence of the office that both parts use by its name. A line without a key goes on with the one before.
 */
export interface Button {
  readonly label: string;
  readonly body: string;
  /** Address to be put in Cc of the mail that the button opens. */
  readonly cc: string | null;
}

export interface LetterHead {
  readonly subject: string;
  readonly outcome: string;
  readonly buttons: readonly Button[];
  /** All other keys. */
  readonly sentences: Readonly<Record<string, string>>;
}

const KEY = /^([a-z][A-Za-z]*):\s*(.*)$/;

/** Splits a .txt template at its first `---` line. */
export function splitHead(
  text: string,
): { readonly head: string; readonly body: string; readonly bodyLine: number } | null {
  const match = /^---[ \t]*$/m.exec(text);
  if (!match) return null;
  const head = text.slice(0, match.index);
  const body = text.slice(match.index + match[0].length).replace(/^\n/, '');
  return { head, body, bodyLine: head.split('\n').length + 1 };
}

/** @param rendered the head after substitution; fields cannot begin a line in it */
export function parseHead(rendered: string): LetterHead {
  const entries: [string, string][] = [];
  for (const line of rendered.split('\n')) {
    const match = KEY.exec(line);
    const last = entries.at(-1);
    if (match?.[1] !== undefined) entries.push([match[1], match[2] ?? '']);
    else if (last && line.trim() !== '') last[1] = `${last[1]} ${line.trim()}`;
  }
  const sentences = Object.fromEntries(
    entries.filter(([key]) => key !== 'button').map(([key, value]) => [key, tidy(value)]),
  );
  return {
    subject: sentences['subject'] ?? '',
    outcome: sentences['outcome'] ?? '',
    buttons: entries.filter(([key]) => key === 'button').map(([, value]) => buttonOf(value)),
    sentences,
  };
}

function buttonOf(value: string): Button {
  const [label = '', body = '', cc = ''] = value.split('|').map(tidy);
  return { label, body, cc: cc === '' ? null : cc };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
