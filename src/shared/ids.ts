/**
 * Branded identifiers, so that a ticket number is never passed where a mail id is meant. The constructors here are the only
 * places (with test builders) that may use `as`.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One message of one mailbox: 20 hex digits, derived from mailbox, UIDVALIDITY and UID, so a re-run derives it again. */
export type MailId = Branded<'MailId'>;
/** `SR-261123-0042-4`; see ticket/number.ts. */
export type TicketNumber = Branded<'TicketNumber'>;
/** Pseudonym of a mail address (keyed hash, 16 hex digits); the address itself stands in the `people` rows only. */
export type PersonId = Branded<'PersonId'>;
/** Key of one outgoing letter, derived from source mail, letter, recipient and step; the same letter always has the same key. */
export type LetterKey = Branded<'LetterKey'>;
/** `RFT-AKUN`, or `MEJA` for the service desk. */
export type TeamCode = Branded<'TeamCode'>;

export const asMailId = (text: string): MailId => text as MailId;
export const asTicketNumber = (text: string): TicketNumber => text as TicketNumber;
export const asPersonId = (text: string): PersonId => text as PersonId;
export const asLetterKey = (text: string): LetterKey => text as LetterKey;
export const asTeamCode = (text: string): TeamCode => text as TeamCode;
