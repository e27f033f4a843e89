/** Letters that the clock writes while nobody else does: one a wait and recipient, shorter than the first and saying what happens next. */
import type { EpochMs } from '../../shared/time.ts';
import type { ReminderKind } from '../../ticket/event.ts';
import type { Letter, LetterFields } from '../letter.ts';
import { chainShown, shownOf } from './approver.ts';
import type { LetterContext, Party, TeamParty } from './context.ts';
import { formatInstant } from './dates.ts';
import { letterOf } from './letter-of.ts';
import { readerFields, teamReader } from './people.ts';
import { attachmentFields } from './file-marks.ts';
import { flags, wordsOf } from './request-fields.ts';
import { requestPapers } from './papers.ts';
import { paperFields } from './paper-fields.ts';
import { missingFields } from './missing-fields.ts';

/** What a letter of the clock knows beyond the ticket. */
export interface Reminding {
  /** Makes the letter another one than the last: the ticket's version. */
  readonly mark: number;
  /** When the clock ends the wait; null where it does not. */
  readonly endsAt: EpochMs | null;
}

export function approverReminder(context: LetterContext, approver: Party, reminding: Reminding): Letter {
  return letterOf(context, {
    template: 'approver.reminder',
    to: approver,
    reader: readerFields(approver),
    step: `approval-reminder-${reminding.mark}`,
    shown: shownOf(context),
    answers: null,
    fields: {
      words: wordsOf(context.ownText),
      ...attachmentFields(context.original),
      ...chainShown(context),
      ends: endsField(context, reminding),
    },
  });
}

const REQUESTER_REMINDERS = ['missing', 'question', 'confirmation', 'bast'] as const;
export type RequesterReminder = (typeof REQUESTER_REMINDERS)[number];

export interface RequesterReminding extends Reminding {
  /** What the team asked, in its words; empty where nothing was asked. */
  readonly question: string;
  /** It answers his good news, with a rating or without; null or absent: the clock reminds him. */
  readonly thanks?: 'word' | 'rating' | null;
}

export function requesterReminder(
  context: LetterContext,
  about: RequesterReminder,
  { question, thanks = null, ...reminding }: RequesterReminding,
): Letter {
  return letterOf(context, {
    template: 'requester.reminder',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: `reminder-${about}-${reminding.mark}`,
    answers: null,
    papers: about === 'missing' ? requestPapers(context) : [],
    fields: {
      about: flags(REQUESTER_REMINDERS, about),
      ...paperFields(context),
      ...missingFields(context),
      words: question === '' ? null : wordsOf(question),
      ends: endsField(context, reminding),
      thanks: { isDue: thanks !== null, isRated: thanks === 'rating' },
    },
  });
}

const TEAM_REMINDERS = ['due-soon', 'overdue', 'event', 'close-after-event', 'resumed', 'unanswered'] as const;
export type TeamReminder = (typeof TEAM_REMINDERS)[number];

export function teamReminder(context: LetterContext, team: TeamParty, about: TeamReminder, mark: number): Letter {
  return letterOf(context, {
    template: 'team.reminder',
    to: team,
    reader: teamReader(team),
    step: `reminder-${about}-${mark}`,
    answers: null,
    fields: { about: flags(TEAM_REMINDERS, about), words: wordsOf(context.ownText), ...senderFields(context) },
  });
}

const DESK_REMINDERS = ['approval', 'bast', 'fulfilment', 'due-soon', 'overdue'] as const;
export type DeskReminder = (typeof DESK_REMINDERS)[number];

/** Nobody answers, or the time is over: a person has to look. */
export function deskReminder(context: LetterContext, about: DeskReminder, { mark, endsAt }: Reminding): Letter {
  return letterOf(context, {
    template: 'desk.reminder',
    to: context.desk,
    reader: teamReader(context.desk),
    step: `reminder-${about}-${mark}`,
    answers: null,
    fields: {
      about: flags(DESK_REMINDERS, about),
      ends: endsField(context, { endsAt }),
      words: wordsOf(context.ownText),
      ...senderFields(context),
    },
  });
}

function senderFields(context: LetterContext): LetterFields {
  return {
    ...attachmentFields(context.original, context.supplied),
    grade: flags(['internal', 'aligned', 'absent', 'failed'], context.grade, 'is-'),
  };
}

function endsField(context: LetterContext, { endsAt }: Pick<Reminding, 'endsAt'>): string | null {
  return endsAt === null ? null : formatInstant(endsAt, context.rulebook.calendar.zone, context.language);
}

/** Which of the clock's kinds have a letter to the requester. */
export function isRequesterReminder(about: ReminderKind): about is RequesterReminder {
  return REQUESTER_REMINDERS.some((one) => one === about);
}
