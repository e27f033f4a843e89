/** Header values that hold whatever a sender once wrote: nothing in them may begin a new field or look like an address of ours. */
import type { Letter } from '../decide/letter.ts';
import type { Address } from '../parse/message.ts';
import { escapeText } from './escapes.ts';

const LONGEST_NAME = 78;
/** The first of the thread and the latest are what clients need; RFC 5322 allows any number, servers do not. */
const MOST_REFERENCES = 20;
/** Printable ASCII (RFC 5322 §3.6.4): others are refused by some servers, and with these marks inside two ids could not be told apart. */
const MESSAGE_ID = /^[!-;=?A-~]+@[!-;=?A-~]+$/;

export function headerText(text: string): string {
  return escapeText(text).replace(/\s+/g, ' ').trim();
}

/** Quotes, brackets and separators of an address list have no place in a name. */
export function safeAddress(address: Address): Address {
  const name = headerText(address.name).replace(/["<>()[\]\\,;:@]/g, ' ');
  return { name: name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME), address: headerText(address.address) };
}

/** In-Reply-To: the mail answered, else the latest of the thread; References: their chain, then ours. */
export function threadOf(
  letter: Pick<Letter, 'inReplyTo' | 'references'>,
  thread: readonly string[],
): { readonly inReplyTo: string | null; readonly references: readonly string[] } {
  const answered = letter.inReplyTo === null ? [] : [letter.inReplyTo];
  // The mail answered comes last: clients take the last reference for the parent.
  const earlier = [...letter.references, ...thread].filter((id) => id !== letter.inReplyTo);
  const chain = [...new Set([...earlier, ...answered])].filter((id) => MESSAGE_ID.test(id));
  const [first] = chain;
  const kept =
    chain.length <= MOST_REFERENCES || first === undefined ? chain : [first, ...chain.slice(1 - MOST_REFERENCES)];
  return { inReplyTo: kept.at(-1) ?? null, references: kept };
}
