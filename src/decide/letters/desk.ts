/** Letters to the service desk: only what the rules could not settle, with the best guesses numbered. */
import type { FieldValue, Letter, LetterFields } from '../letter.ts';
import type { EpochMs } from '../../shared/time.ts';
import { STATUSES, type TicketStatus } from '../../ticket/ticket.ts';
import type { LetterContext, Party, TeamParty } from './context.ts';
import { formatInstant } from './dates.ts';
import { envelopeOf, letterOf } from './letter-of.ts';
import { oneLine } from './own-words.ts';
import { partyFields, teamReader } from './people.ts';
import { flags, KINDS_NAMED, movedFields, recountedFields, wordsOf } from './request-fields.ts';
import { paperFields } from './paper-fields.ts';
import { originalOf, workFields } from './team.ts';

const MOST_GUESSES = 3;
const LONGEST_REPLY = 200;

export interface TriageParts {
  /** What a team wrote when it handed the ticket back, or its requester since; default: nothing. */
  readonly said?: string;
  /** Tickets that it may go on with; default: none. */
  readonly earlier?: readonly EarlierTicket[];
}

export function deskTriage(context: LetterContext, { said = '', earlier = [] }: TriageParts = {}): Letter {
  return letterOf(context, {
    template: 'desk.triage',
    to: context.desk,
    reader: teamReader(context.desk),
    step: `triage-${context.deskReason ?? 'unsure'}`,
    answers: null,
    fields: {
      ...workFields(context),
      guesses: guessFields(context),
      hasGuesses: context.guesses.length > 0,
      variantKnown: context.variant !== null,
      newWords: said === '' ? null : wordsOf(said),
      recounted: recountedFields(context),
      hasEarlier: earlier.length > 0,
      earlier: earlierFields(earlier, context),
      ...paperFields(context),
    },
    attachMails: [...new Set([...originalOf(context), ...papersIn(context)])],
  });
}

/** The mail in hand, where it brings papers of its own. */
function papersIn({ source }: LetterContext): Letter['attachMails'] {
  return source !== null && source.attachments.length > 0 ? [source.mail] : [];
}

/**
 * Something that only a person can act upon; `context.recounted` is a number that it asks for, and that has not been put right; so with
 * `context.movedFrom`, beside the day that it asks for.
 * @param status how the ticket stands, whatever was written
 */
/** @param isBesideYes his yes counts; what else he wishes for is read by the desk */
export function deskReplyUnclear(
  context: LetterContext,
  writer: Party,
  status: TicketStatus,
  { isBesideYes = false }: { readonly isBesideYes?: boolean } = {},
): Letter {
  return letterOf(context, {
    template: 'desk.reply-unclear',
    to: context.desk,
    reader: teamReader(context.desk),
    step: 'reply-unclear',
    answers: null,
    fields: {
      writer: partyFields(writer),
      isByRequester: writer.id === context.requester.id,
      isBesideYes,
      newWords: wordsOf(context.source?.text ?? ''),
      files: filesIn(context),
      wanted: recountedFields(context),
      wantedDay: movedFields(context),
      status: flags(STATUSES, status, 'is-'),
    },
    attachMails: context.source === null ? [] : [context.source.mail],
  });
}

/** Names of what came with the mail, in one line; null where nothing did. */
function filesIn({ source }: LetterContext): string | null {
  const names = source?.attachments ?? [];
  return names.length === 0 ? null : oneLine(names.join(', '), LONGEST_REPLY);
}

/** A team reports it done; the rule wants the desk to look before the requester hears of it. */
export function deskConfirm(context: LetterContext, note: string): Letter {
  return letterOf(context, {
    template: 'desk.confirm',
    to: context.desk,
    reader: teamReader(context.desk),
    step: 'confirm',
    answers: null,
    fields: { ...workFields(context), newWords: wordsOf(note) },
    attachMails: context.source === null ? [] : [context.source.mail],
  });
}

/** An earlier ticket of whoever complains. */
export interface EarlierTicket {
  readonly number: string;
  readonly name: string;
  readonly status: TicketStatus;
  readonly openedAt: EpochMs;
  readonly team: string | null;
}

/** @param lead who answers complaints; the desk's mailbox where the office names nobody */
export function deskComplaint(context: LetterContext, lead: TeamParty, earlier: readonly EarlierTicket[]): Letter {
  return letterOf(context, {
    template: 'desk.complaint',
    to: lead,
    reader: teamReader(lead),
    step: 'complaint',
    answers: null,
    fields: {
      ...workFields(context),
      hasEarlier: earlier.length > 0,
      earlier: earlierFields(earlier, context),
    },
    attachMails: originalOf(context),
  });
}

function earlierFields(earlier: readonly EarlierTicket[], { rulebook }: LetterContext): readonly LetterFields[] {
  return earlier.map(({ number, name, status, openedAt, team }) => ({
    number,
    name,
    team,
    at: formatInstant(openedAt, rulebook.calendar.zone, 'id'),
    status: flags(STATUSES, status, 'is-'),
  }));
}

/** To whom a letter of ours was meant. */
const AUDIENCES = ['requester', 'approver', 'superior', 'team', 'desk', 'operator'] as const;

export interface Undelivered {
  /** Name of the letter, as its outbox row has it. */
  readonly template: string;
  readonly recipient: string;
  /** RFC 3463 status such as `5.1.1`, or empty. */
  readonly status: string;
  /** The server's words. */
  readonly reply: string;
}

export function deskUndeliverable(context: LetterContext, undelivered: Undelivered): Letter {
  return letterOf(context, {
    template: 'desk.undeliverable',
    to: context.desk,
    reader: teamReader(context.desk),
    step: `undeliverable-${undelivered.template}`,
    answers: null,
    fields: undeliveredFields(undelivered),
  });
}

/** The same from the letter itself, for a refusal at the door: its fields already say what it was about. */
export function undeliverableOf(failed: Letter, desk: TeamParty, undelivered: Undelivered): Letter {
  const about = (name: string): FieldValue => failed.fields[name] ?? null;
  return envelopeOf({
    template: 'desk.undeliverable',
    to: desk,
    reader: teamReader(desk),
    step: `undeliverable-${failed.step}`,
    ticket: failed.ticket,
    subject: failed.subject,
    source: failed.source,
    answers: null,
    fields: {
      number: failed.ticket,
      shortName: about('shortName'),
      kind: about('kind') ?? flags(KINDS_NAMED, 'other'),
      understood: about('understood'),
      requester: about('requester'),
      team: about('team'),
      desk: about('desk'),
      ...undeliveredFields(undelivered),
    },
  });
}

function undeliveredFields(undelivered: Undelivered): LetterFields {
  return {
    recipient: undelivered.recipient,
    reply: oneLine(undelivered.reply || undelivered.status, LONGEST_REPLY),
    audience: flags(AUDIENCES, undelivered.template.split('.')[0] ?? null),
  };
}

function guessFields(context: LetterContext): readonly FieldValue[] {
  const shown = context.guesses.slice(0, MOST_GUESSES).map((guess, index) => {
    const service = context.rulebook.services.find((service) => service.code === guess.service);
    const variant = service?.variants.find((variant) => variant.slug === guess.variant);
    return {
      digit: index + 1,
      name: variant?.name ?? service?.name ?? guess.service,
      shortName: variant?.shortName ?? service?.name ?? guess.service,
      code: variant?.code ?? guess.service,
      percent: Math.round(guess.confidence * 100),
    };
  });
  // A number put right can make one of two: its digits mean the same, and the first is enough to read.
  return shown.filter(({ name }, index) => shown.findIndex((other) => other.name === name) === index);
}
