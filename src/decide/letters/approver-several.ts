/**
 * Several approvals of one person in one letter, numbered. What was shown of each is bound into the letter's token, ticket by ticket: a yes
 * counts for a ticket only while it is what stood in the list.
 */
import type { FieldValue, Letter } from '../letter.ts';
import { asTicketNumber, type TicketNumber } from '../../shared/ids.ts';
import { shownOf } from './approver.ts';
import type { LetterContext, Party } from './context.ts';
import { formatDate, formatInstant } from './dates.ts';
import { letterOf } from './letter-of.ts';
import { excerptOf, oneLine } from './own-words.ts';
import { partyFields, readerFields } from './people.ts';
import { findVariant, shortNameOf } from './request-fields.ts';

const LONGEST_LINE = 160;

export interface Listed {
  readonly ticket: TicketNumber;
  readonly shown: string;
}

export interface SeveralParts {
  /** Makes the letter another one than the last. */
  readonly step: string;
  /** True where earlier answers were not plain. */
  readonly again: boolean;
  /** Whose letter it is; default the first. */
  readonly carrier?: LetterContext;
}

/** @param contexts in the order of the numbers printed */
export function approverSeveral(
  contexts: readonly [LetterContext, ...LetterContext[]],
  approver: Party,
  { step, again, carrier = contexts[0] }: SeveralParts,
): Letter {
  return letterOf(carrier, {
    template: 'approver.several',
    to: approver,
    reader: readerFields(approver),
    step,
    shown: contexts.map((context) => `${context.number}=${shownOf(context)}`).join(' '),
    answers: null,
    fields: { count: contexts.length, again, ends: firstEnd(contexts), items: contexts.map(itemFields) },
  });
}

/** The tickets of a list, in the order of their numbers; null where the letter was about one ticket only. */
export function listedIn(shown: string): readonly Listed[] | null {
  if (!shown.includes('=')) return null;
  return shown.split(' ').map((entry) => {
    const at = entry.indexOf('=');
    return { ticket: asTicketNumber(entry.slice(0, at)), shown: entry.slice(at + 1) };
  });
}

/** The earliest: until then all of them can be answered. */
function firstEnd(contexts: readonly LetterContext[]): string | null {
  const ends = contexts.flatMap(({ waitEnds }) => waitEnds ?? []);
  const zone = contexts[0]?.rulebook.calendar.zone;
  return ends.length === 0 || zone === undefined ? null : formatInstant(Math.min(...ends), zone, 'id');
}

function itemFields(context: LetterContext, index: number): FieldValue {
  const { requester, facts, original, supplied = [] } = context;
  const { name, post, male, female } = partyFields(requester);
  const unit = findVariant(context)?.quantity?.unit ?? '';
  const told = [
    facts.applicants?.join(', ') ?? (facts.applicant === requester.person?.name ? '' : (facts.applicant ?? '')),
    facts.quantity === undefined ? '' : `${facts.quantity} ${unit}`.trim(),
    facts.application ?? '',
    facts.eventDate === undefined ? '' : formatDate(facts.eventDate, 'id'),
  ].filter((part) => part !== '');
  const words = excerptOf(context.ownText);
  const files = [original, ...supplied].flatMap((mail) => mail?.attachments ?? []);
  return {
    digit: index + 1,
    number: context.number,
    name: shortNameOf(context),
    asker: `${male ? 'Bapak ' : female ? 'Ibu ' : ''}${name}`,
    askerPost: post === '' ? null : post,
    factText: told.length === 0 ? null : oneLine(told.join('; '), LONGEST_LINE),
    attachmentText: files.length === 0 ? null : oneLine(files.join(', '), LONGEST_LINE),
    words,
  };
}
