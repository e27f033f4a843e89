/**
 * Whether a mail is what its writer wrote to us about this ticket. A sure sender says who wrote it; not to whom, and not in answer to what:
 * whoever holds one of our tokens can send somebody else's genuine mail on to it, or put it under the reference of another letter.
 */
import { findNumbers } from '../ticket/number.ts';
import type { Binding, Situation } from './situation.ts';

export interface Bound {
  readonly it: Situation;
  /** Null for a mail that answers nothing. */
  readonly binding: Binding | null;
}

export function isMeantForUs(mail: Bound): boolean {
  return isWrittenToUs(mail.it) && isAboutTicket(mail);
}

const RESENT = ['resent-from', 'resent-sender', 'resent-to'];

/** Neither redirected (RFC 5322 §3.6.6) nor delivered to us alone: To and Cc are signed, where it went is not. */
function isWrittenToUs({ message, office }: Situation): boolean {
  if (message === null || RESENT.some((name) => message.headers[name] !== undefined)) return false;
  return [...message.to, ...message.cc].some(({ address }) => office.ownAddresses.includes(withoutDetail(address)));
}

/** A subject that names tickets names this one. */
function isAboutTicket({ it: { message }, binding }: Bound): boolean {
  const named: readonly string[] = findNumbers(message?.subject ?? '');
  if (binding === null || named.length === 0) return true;
  const { ticket, letter } = binding;
  return [ticket.number, letter?.ticket ?? ''].some((number) => named.includes(number));
}

function withoutDetail(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}
