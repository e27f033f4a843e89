/**
 * Which ticket a mail belongs to. In order: a token of ours (plus-address, subject, Message-ID answered), then an answer to any mail
 * attached to a ticket by somebody who took part in it, then a number in the subject by somebody who takes part. A stranger who
 * quotes a number gets neither in nor any detail.
 */
import type { InboundMessage } from '../parse/message.ts';
import { keyOfReference, type Keyring } from '../shared/keyring.ts';
import { addressesOf, type Party } from './office.ts';
import type { BoundLetter, KnownTicket } from './situation.ts';

const REFERENCE_IN_TEXT = /\(ref ([a-z2-7]{16}-[a-z2-7]{16})\)/gi;
const PLUS_DETAIL = /\+([a-z2-7]{16}-[a-z2-7]{16})@/i;
const REFERENCE_AT = /^([a-z2-7]{16}-[a-z2-7]{16})@/i;

/** References of ours that the mail carries, strongest place first, without repeats; not yet verified. */
export function referencesIn(message: InboundMessage): readonly string[] {
  const addresses = [...message.to, ...message.cc].map((entry) => entry.address).concat(message.deliveredTo);
  const found = [
    ...addresses.map((address) => PLUS_DETAIL.exec(address)?.[1]),
    ...[...message.subject.matchAll(REFERENCE_IN_TEXT)].map((match) => match[1]),
    ...message.ancestors.map((ancestor) => REFERENCE_AT.exec(ancestor)?.[1]),
  ];
  return [...new Set(found.filter((reference) => reference !== undefined).map((reference) => reference.toLowerCase()))];
}

/** The first letter whose token proves that this very letter was sent by us; letters are those found by the references' keys. */
export function verifiedLetter(
  references: readonly string[],
  letters: ReadonlyMap<string, BoundLetter>,
  keyring: Keyring,
): BoundLetter | null {
  for (const reference of references) {
    const letter = letters.get(keyOfReference(reference) ?? '');
    if (letter && keyring.verify(reference, { ...letter, ticket: letter.ticket ?? '' })) return letter;
  }
  return null;
}

/** True when one of the writer's addresses stands in From, To or Cc of a mail of the ticket (or is its requester, superior or team). */
export function takesPart(ticket: KnownTicket, writer: Party, participants: readonly string[]): boolean {
  const known = new Set([...participants, ...[...ticket.people.values()].map((person) => person.address)]);
  return addressesOf(writer).some((address) => known.has(address));
}
