/** The wishes of a mail: those of the catalogue, parted from each other, and what stands beside them that the catalogue does not have. */
import { readText, type ReadText } from './classify/read-text.ts';
import { besideIn, forDesk, mayBeOf, without, type Found } from './parting/outside.ts';
import { beside } from './parting/parts.ts';
import { splitWishes, type WishText } from './parting/wishes.ts';
import type { Wish } from './reading.ts';
import { readWish, type ReadWish, type Situation } from './read-wish.ts';
import { summaryOfPart } from './summary.ts';

export interface Parted {
  readonly wishes: readonly ReadWish[];
  /** Sentences that may ask for something else, and of which nothing is made. */
  readonly doubtful: readonly string[];
}

/** A mail with its subject, and how one like it is read as one wish. */
export interface Mail {
  readonly text: string;
  readonly subject: string;
  readonly read: ReadText;
  readonly whole: ReadWish;
  readonly readWhole: (read: ReadText, situation: Situation) => ReadWish;
}

export function partedWishes(mail: Mail, situation: Situation): Parted {
  const { text, whole, read } = mail;
  const { rulebook } = situation.context;
  const found = besideIn(text, rulebook);
  const plain = found.filter(({ is }) => is === 'wish');
  const parted = withBesides(mail, plain, situation);
  const left = parted === null ? found : found.filter((one) => !plain.includes(one));
  if (parted !== null) return { wishes: parted, doubtful: doubtsIn(left, parted) };
  const parts = splitWishes(text, { ...whole, read }, rulebook);
  if (parts.length > 1) {
    const wishes = readParts(text, parts, situation);
    const beyond = found.filter(({ text: own }) => !parts.some((part) => part.text.includes(own.trim())));
    return { wishes, doubtful: doubtsIn(beyond, wishes) };
  }
  if (isOurs(whole)) return { wishes: [whole], doubtful: doubtsIn(found, [whole]) };
  // What keeps the mail from being understood is parted from what can be.
  const freed = withBesides(mail, found, situation);
  const isFreed = freed !== null && freed.some(({ classification: { variant } }) => variant !== null);
  return { wishes: isFreed ? freed : [whole], doubtful: [] };
}

function doubtsIn(found: readonly Found[], wishes: readonly ReadWish[]): readonly string[] {
  // Whoever looks after a fault, a question or a complaint reads all of it.
  if (!wishes.some(({ kind }) => kind.kind === 'request')) return [];
  const services = wishes.map(({ classification }) => classification.service);
  return found
    .filter(({ stretch }) => !services.some((service) => mayBeOf(service, stretch)))
    .map(({ text }) => text.trim());
}

/** What the catalogue has, read without what it has not; null where nothing of it is left, as then the desk reads it all. */
function withBesides(mail: Mail, found: readonly Found[], situation: Situation): readonly ReadWish[] | null {
  if (found.length === 0) return null;
  const { own, context } = situation;
  const rest = without(mail.text, found);
  const read = readText(`${mail.subject}.\n\n${rest}`, context.rulebook);
  const alone = { ...situation, own: { ...own, speaking: rest } };
  const whole = mail.readWhole(read, alone);
  const parts = splitWishes(rest, { ...whole, read }, context.rulebook);
  if (parts.length < 2 && !isOurs(whole)) return null;
  const main = parts.length < 2 ? [whole] : readParts(rest, parts, alone);
  const services = main.map(({ classification }) => classification.service);
  const others = found.filter(({ stretch }) => !services.some((service) => mayBeOf(service, stretch)));
  return others.length === 0 ? null : [...main, ...others.map((one) => readPart(forDesk(one), '', situation))];
}

/** It asks for a variant of the catalogue, or is about one of its services. */
function isOurs({ classification, kind }: ReadWish): boolean {
  return classification.variant !== null || (OTHERS.has(kind.kind) && classification.about() !== null);
}

const OTHERS: ReadonlySet<Wish['kind']> = new Set(['incident', 'question', 'status', 'complaint']);

function readParts(text: string, parts: readonly WishText[], situation: Situation): readonly ReadWish[] {
  const left = beside(
    text,
    parts.map((part) => part.text),
  );
  return parts.map((part) => readPart(part, `${situation.message.subject}.\n\n${left}`, situation));
}

function readPart({ text, read, classification, carried }: WishText, shared: string, situation: Situation): ReadWish {
  const own = carried && { own: { read: carried, classification } };
  return readWish({ read, classification, summary: summaryOfPart(text), shared, ...own }, situation);
}
