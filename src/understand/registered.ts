/**
 * What the register itself shows of a request: a person of the office has its account; a unit is of the kind asked for. It is not so where
 * the mail says that somebody concerned has no account, or names people of another domain who are to use it.
 */
import type { Directory, Person } from '../directory/person.ts';
import type { InboundMessage } from '../parse/message.ts';
import type { Requirement, Rulebook, Variant } from '../rulebook/rulebook.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import type { Provided } from './reading.ts';
import { toWords, type Words } from './words/normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from './words/phrases.ts';

export interface Register {
  readonly directory: Directory;
  readonly receivedAt: EpochMs;
  readonly zone: string;
  readonly rulebook: Rulebook;
  /** All phrases of requirements. */
  readonly phrases: PhraseIndex;
}

const MAIL_ADDRESS = /[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,20})\b/gi;

/** Requirements of the kind `directory` that the register meets for the sender. */
export function metByRegister(
  variant: Variant,
  { message, words }: { readonly message: InboundMessage; readonly words: Words },
  register: Register,
): readonly Provided[] {
  const address = message.from?.address ?? '';
  const person = register.directory.byAddress(address);
  if (!person || !person.active) return [];
  const units = unitsOf(person, register);
  return variant.requirements
    .filter(({ kind, phase }) => kind === 'directory' && phase === 'submission')
    .filter(({ unitWords = [] }) => units.some((unit) => isOneOf(unit, unitWords)))
    .filter((requirement) => !isDenied(requirement, { words, address }, register))
    .map(({ key }) => ({ key, where: 'directory', evidence: person.unitName, checked: true }));
}

/** His unit, and those above it. */
function unitsOf(person: Person, { directory, receivedAt, zone }: Register): readonly Words[] {
  return [person, ...directory.lineOf(person, localDate(receivedAt, zone))].map(({ unitName }) => toWords(unitName));
}

function isOneOf(unit: Words, phrases: readonly string[]): boolean {
  return phrases.length === 0 || findPhrases(indexOf(phrases), unit).size > 0;
}

/** Made once for the words of a requirement. */
const indices = new WeakMap<readonly string[], PhraseIndex>();

function indexOf(phrases: readonly string[]): PhraseIndex {
  const known = indices.get(phrases);
  if (known) return known;
  const made = indexPhrases(phrases, {}, { compare: 'form', maxGap: 0, maxHits: 1 });
  indices.set(phrases, made);
  return made;
}

function isDenied(
  { notWhen = [] }: Requirement,
  { words, address }: { readonly words: Words; readonly address: string },
  { phrases }: Register,
): boolean {
  if (notWhen.length === 0) return false;
  const hits = findPhrases(phrases, words);
  return notWhen.some((phrase) => hits.has(phrase)) || namesOutsiders(words.text, address);
}

function namesOutsiders(text: string, sender: string): boolean {
  const home = sender.slice(sender.lastIndexOf('@') + 1).toLowerCase();
  return [...text.matchAll(MAIL_ADDRESS)].some(([, domain = '']) => !isWithin(domain.toLowerCase(), home));
}

function isWithin(domain: string, home: string): boolean {
  return domain === home || domain.endsWith(`.${home}`) || home.endsWith(`.${domain}`);
}
