/** Letters as they lie in the outbox, and the key that makes a letter the same letter whenever it is written again. */
import { z } from 'zod';
import { TEMPLATES, type FieldValue, type Letter } from '../decide/letter.ts';
import { asMailId, asPersonId, asTicketNumber, type LetterKey } from '../shared/ids.ts';
import { letterKeyOf } from '../shared/keyring.ts';

const address = z.object({ name: z.string(), address: z.string() });
/** All that JSON can hold: a tree of a hundred values is not worth a schema for each. */
const fieldValue = z.custom<FieldValue>((value) => value !== undefined);

const party = z.object({
  name: z.string(),
  nip: z.string().exactOptional(),
  title: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  topUnit: z.string().exactOptional(),
  email: z.string().exactOptional(),
  eselon: z.string().exactOptional(),
});
const paper = z.object({
  requirement: z.string(),
  about: z.enum(['request', 'handover']),
  at: z.number(),
  today: z.string(),
  ticket: z.object({
    number: z.string(),
    service: z.string().nullable(),
    serviceName: z.string(),
    variant: z.string().nullable(),
    variantName: z.string(),
  }),
  person: party,
  other: party.nullable(),
  done: z.string(),
  quantity: z.number().nullable(),
  application: z.string(),
  objects: z.array(z.record(z.string(), z.string())).exactOptional(),
});

const pagesToSee = z.object({
  mail: z.string().transform(asMailId),
  sha256: z.string(),
  filename: z.string(),
  pages: z.array(z.number().int().min(1)),
});

const StoredLetter: z.ZodType<Letter> = z.object({
  template: z.enum(TEMPLATES),
  language: z.enum(['id', 'en']),
  to: z.array(address),
  cc: z.array(address),
  ticket: z.string().transform(asTicketNumber).nullable(),
  step: z.string(),
  person: z.string().transform(asPersonId),
  shown: z.string(),
  source: z.string().transform(asMailId).nullable(),
  subject: z.string(),
  fields: z.record(z.string(), fieldValue),
  priority: z.enum(['acknowledgement', 'normal']),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  attachMails: z.array(z.string().transform(asMailId)),
  papers: z.array(paper).default([]),
  pages: z.array(pagesToSee).exactOptional(),
  evidence: z.string().transform(asTicketNumber).exactOptional(),
});

/** Null when the text is no letter of this version (its template is gone, or retention has emptied it). */
export function letterOf(stored: string): Letter | null {
  try {
    const result = StoredLetter.safeParse(JSON.parse(stored));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** Source mail, ticket, template, first recipient and step: the same five give the same key, hence the same Message-ID. */
export function keyOfLetter(letter: Letter): LetterKey {
  return letterKeyOf({
    source: letter.source ?? '',
    ticket: letter.ticket ?? '',
    template: letter.template,
    recipient: recipientOf(letter),
    step: letter.step,
  });
}

export function recipientOf(letter: Letter): string {
  const first = letter.to[0];
  if (!first) throw new Error(`letter ${letter.template} of ticket ${letter.ticket} is addressed to nobody`);
  return first.address.toLowerCase();
}
