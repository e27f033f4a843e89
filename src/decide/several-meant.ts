/** Which of the tickets that one letter listed an answer is about: by its number, whole or short, else by words of one name alone. */
import type { TicketNumber } from '../shared/ids.ts';
import { findNumbers } from '../ticket/number.ts';
import { shortNameOf } from './letters/index.ts';
import type { Office } from './office.ts';
import type { BoundLetter, KnownTicket } from './situation.ts';
import { contextOf, viewOf } from './ticket-view.ts';

/** "0002", "0002-7": the counter of a number, with or without its check digit. */
const SHORT = /(?<![\d-])(0\d{3})(?:-(\d))?(?![\d-])/g;
/** Shorter words of a name say nothing ("dan", "IP"). */
const SHORTEST_WORD = 4;

/** A letter to a requester that lists several of his tickets. */
export function isOwnList(letter: Pick<BoundLetter, 'template'> | null): boolean {
  return letter?.template === 'requester.several' || letter?.template === 'requester.answered';
}

/** Those that he names; empty where he names none. */
export function ticketsMeant(
  tickets: readonly KnownTicket[],
  words: string,
  at: { readonly office: Office; readonly now: number },
): readonly KnownTicket[] {
  const numbers: readonly TicketNumber[] = findNumbers(words);
  const short = [...words.matchAll(SHORT)].map(([, counter, check]) => `-${counter}-${check ?? ''}`);
  const numbered = tickets.filter(
    ({ number }) => numbers.includes(number) || short.some((part) => `${number}`.includes(part)),
  );
  return numbered.length > 0 || numbers.length > 0 ? numbered : byName(tickets, words, at);
}

function byName(
  tickets: readonly KnownTicket[],
  words: string,
  { office, now }: { readonly office: Office; readonly now: number },
): readonly KnownTicket[] {
  const said = wordsIn(words);
  const names = tickets.map((ticket) =>
    wordsIn(shortNameOf(contextOf(viewOf(ticket, office), office, { source: null, now })) ?? ''),
  );
  return tickets.filter((_, index) => {
    const others = new Set(names.filter((_name, other) => other !== index).flatMap((name) => [...name]));
    return [...(names[index] ?? [])].some((word) => !others.has(word) && said.has(word));
  });
}

function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter(({ length }) => length >= SHORTEST_WORD));
}
