/**
 * What the requester writes besides the answer that is awaited of him: a wish of its own opens its ticket, a complaint goes to the lead, and
 * neither keeps his answer from where it is awaited.
 */
import type { Wish } from '../understand/reading.ts';
import { wishBeside, type Beside } from '../understand/replies/requester/second-wish.ts';
import type { Reply, ReplyOutcome } from './reply.ts';

/** Both happen; the letters of the first leave first. */
export function both(first: ReplyOutcome, second: ReplyOutcome): ReplyOutcome {
  return {
    events: [...first.events, ...second.events],
    letters: [...first.letters, ...second.letters],
    texts: [...first.texts, ...second.texts],
    people: [...first.people, ...second.people],
    opened: [...first.opened, ...second.opened],
    others: [...first.others, ...second.others],
    voidLetters: [...first.voidLetters, ...second.voidLetters],
    says: `${first.says} ${second.says}`,
  };
}

/** The team has asked him, and the clock stands until he answers. */
export function isAskedByTeam({ view: { state } }: Reply): boolean {
  return state.status === 'on-hold' && state.holdCause === 'requester';
}

/** The mail as if only these words of it had been written. */
export function partOf(reply: Reply, words: string): Reply {
  const { it, read } = reply;
  const reading = it.readPart?.(words) ?? it.reading;
  return { ...reply, it: { ...it, reading }, read: { ...read, newText: words } };
}

/** `isOther`: plainly for something else than his ticket; `isFault`: it tells that something does not work. */
interface Besides extends Beside {
  readonly isOther: boolean;
  readonly isFault: boolean;
}

/** The wish beside his answer, where it is read as one. */
export function besideAnswer(reply: Reply): Besides | null {
  const beside = wishBeside(reply.read.newText);
  if (beside === null || beside.before === '') return null;
  const wishes = reply.it.readPart?.(beside.wish).wishes ?? [];
  return {
    ...beside,
    isOther: wishes.some((wish) => isOther(wish, reply)),
    isFault: wishes.some(({ kind }) => kind === 'incident'),
  };
}

/** All of it is read as something that his ticket is not. */
export function isOtherThroughout(reply: Reply): boolean {
  return reply.it.reading?.wishes.some((wish) => isOther(wish, reply)) ?? false;
}

function isOther({ kind, service, incident }: Wish, { view: { state } }: Reply): boolean {
  if (kind === 'incident') return incident !== null && incident !== state.incident;
  return kind === 'request' && service !== null && service !== state.service;
}
