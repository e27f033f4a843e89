/**
 * Everything derived from the installation's secret: pseudonyms of people, keys of letters and the tokens that bind a reply to
 * one letter. Tokens are derived, never stored; a stolen database forges no approval.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { asLetterKey, asMailId, asPersonId, type LetterKey, type MailId, type PersonId } from './ids.ts';

export interface TokenFacts {
  readonly key: LetterKey;
  readonly ticket: string;
  readonly person: PersonId;
  readonly step: string;
  /** Hash of what was shown. */
  readonly shown: string;
}

export interface Keyring {
  personId(address: string): PersonId;
  /** `<key>-<token>`: 16 + 1 + 16 characters of [a-z2-7]; stands in our Message-ID, the plus-address and mailto subjects. */
  reference(facts: TokenFacts): string;
  /** True when the reference was made by this installation for exactly these facts. */
  verify(reference: string, facts: TokenFacts): boolean;
  /** Seal of a paper of ours, 16 characters of [a-z2-7]; only this installation can make it. */
  paperSeal(text: string): string;
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const REFERENCE = /^([a-z2-7]{16})-([a-z2-7]{16})$/;

/** Addresses whose pseudonym is not worked out anew: each mail asks for a dozen, mostly of the same teams and people. */
const MOST_REMEMBERED = 5_000;

/** @param secret at least 16 bytes; see config `secret` */
export function makeKeyring(secret: string): Keyring {
  const hmac = (text: string): Buffer => createHmac('sha256', secret).update(text).digest();
  const reference = (facts: TokenFacts): string =>
    `${facts.key}-${base32(hmac(['token', facts.key, facts.ticket, facts.person, facts.step, facts.shown].join('\0')), 16)}`;

  const people = new Map<string, PersonId>();
  const personId = (address: string): PersonId => {
    const known = people.get(address);
    if (known !== undefined) return known;
    const id = asPersonId(hmac(`person\0${address.toLowerCase()}`).toString('hex').slice(0, 16));
    if (people.size >= MOST_REMEMBERED) people.clear();
    people.set(address, id);
    return id;
  };

  return {
    personId,
    reference,
    verify: (candidate, facts) => {
      const given = Buffer.from(candidate);
      const expected = Buffer.from(reference(facts));
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    paperSeal: (text) => base32(hmac(`paper\0${text}`), 16),
  };
}

/** The letter's key inside a reference, or null when the text is none. */
export function keyOfReference(reference: string): LetterKey | null {
  const match = REFERENCE.exec(reference.toLowerCase());
  return match?.[1] ? asLetterKey(match[1]) : null;
}

/** The same source, template, recipient and step always give the same letter: this is what makes sending exactly-once visible. */
export function letterKeyOf(parts: {
  source: string;
  ticket: string;
  template: string;
  recipient: string;
  step: string;
}): LetterKey {
  const text = [parts.source, parts.ticket, parts.template, parts.recipient, parts.step].join('\0');
  return asLetterKey(base32(createHash('sha256').update(text).digest(), 16));
}

export function mailIdOf(mailbox: string, uidValidity: string, uid: number): MailId {
  return asMailId(createHash('sha256').update(`${mailbox}\0${uidValidity}\0${uid}`).digest('hex').slice(0, 20));
}

function base32(bytes: Buffer, length: number): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >> bits) & 31];
    }
    if (text.length >= length) break;
  }
  return text.slice(0, length);
}
