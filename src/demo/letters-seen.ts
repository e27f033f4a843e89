/** Every letter that the desk has sent, as its reader got it: kept in a folder as .eml and .html, found again by reader and kind. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboundMessage } from '../parse/message.ts';
import { parseMessage, type ParsePolicy } from '../parse/parse-message.ts';
import type { Store } from '../record/open-store.ts';
import { keyOfReference } from '../shared/keyring.ts';

export interface SeenLetter {
  readonly to: string;
  readonly template: string;
  readonly message: InboundMessage;
  /** The HTML file, or null where the letter has no HTML. */
  readonly file: string | null;
}

export interface LettersSeen {
  /** Takes in a mail that was delivered; answers null when it is no letter of the desk. */
  take(to: string, raw: Buffer): Promise<SeenLetter | null>;
  /** Resolves with the newest letter of that kind that this reader has not answered yet. @throws {Error} when it does not come in time */
  wait(to: string, template: string, timeoutMs: number): Promise<SeenLetter>;
  count(): number;
  /** A mail to the desk, as its writer sent it. */
  read(raw: Buffer): Promise<InboundMessage>;
}

export function watchLetters(folder: string, policy: ParsePolicy, outbox: () => Store['outbox']): LettersSeen {
  mkdirSync(folder, { recursive: true });
  const unread: SeenLetter[] = [];
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    count: () => count,
    read: (raw) => parseMessage(raw, policy),
    take: async (to, raw) => {
      const message = await parseMessage(raw, policy);
      const key = keyOfReference(message.messageId?.split('@')[0] ?? '');
      const row = key === null ? null : await outbox().find(key);
      if (row === null) return null;
      count += 1;
      const letter: SeenLetter = {
        to,
        template: row.letter.template,
        message,
        file: store(folder, { count, template: row.letter.template, raw, html: message.html }),
      };
      unread.push(letter);
      // Whoever shows the letter has shown it before anybody answers.
      setImmediate(() => {
        for (const look of waiting) look();
      });
      return letter;
    },
    wait: (to, template, timeoutMs) => waitFor({ unread, waiting }, { to, template }, timeoutMs),
  };
}

interface Desk {
  readonly unread: SeenLetter[];
  readonly waiting: Set<() => void>;
}

function waitFor(
  { unread, waiting }: Desk,
  { to, template }: Pick<SeenLetter, 'to' | 'template'>,
  timeoutMs: number,
): Promise<SeenLetter> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(look);
      reject(new Error(`${to} did not get a letter "${template}" within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    const look = (): void => {
      const found = unread.findLastIndex((letter) => letter.to === to && letter.template === template);
      const [letter] = found === -1 ? [] : unread.splice(found, 1);
      if (letter === undefined) return;
      clearTimeout(timer);
      waiting.delete(look);
      resolve(letter);
    };
    waiting.add(look);
    look();
  });
}

function store(
  folder: string,
  letter: { readonly count: number; readonly template: string; readonly raw: Buffer; readonly html: string | null },
): string | null {
  const name = `${String(letter.count).padStart(3, '0')}-${letter.template}`;
  writeFileSync(join(folder, `${name}.eml`), letter.raw);
  if (letter.html === null) return null;
  const file = join(folder, `${name}.html`);
  writeFileSync(file, letter.html);
  return file;
}
