/** Letters to a resolver team: all that is needed to act without opening anything else, and how to answer. */
import type { Letter, LetterFields } from '../letter.ts';
import type { Grade } from '../../ticket/event.ts';
import type { LetterContext, Party, SourceMail, TeamParty } from './context.ts';
import { letterOf } from './letter-of.ts';
import { partyFields, teamReader } from './people.ts';
import { letterSeenFields } from './letters-seen.ts';
import { notesOf, priorityField } from './notes.ts';
import { attachmentFields, withholds } from './file-marks.ts';
import { flags, movedFields, recountedField, recountedFields, renamedFields, wordsOf } from './request-fields.ts';

/** From the surest on. */
export const GRADES: readonly Grade[] = ['internal', 'aligned', 'absent', 'failed'];

/** Where another team had it before: which, and what it wrote. */
export interface HandedOver {
  readonly from: string;
  readonly words: string;
}

export function teamAssigned(context: LetterContext, team: TeamParty, handed: HandedOver | null = null): Letter {
  return toTeam(context, team, {
    template: 'team.assigned',
    step: 'assigned',
    answers: null,
    fields: {
      ...workFields(context),
      ...remarkFields(context),
      handedBy: handed?.from ?? null,
      newWords: handed === null || handed.words === '' ? null : wordsOf(handed.words),
    },
    attachMails: originalOf(context),
  });
}

export function teamReopened(context: LetterContext, team: TeamParty): Letter {
  return toTeam(context, team, {
    template: 'team.reopened',
    step: 'reopened',
    answers: null,
    fields: { ...workFields(context), newWords: wordsOf(context.source?.text ?? '') },
    attachMails: originalOf(context),
  });
}

export interface Needed {
  readonly note?: boolean;
  readonly label?: boolean;
  /** Why it is to rest. */
  readonly reason?: boolean;
}

/** The team said it is done, but not what was done, or not under which label; or that it is to rest, but not why. */
export function teamNoteNeeded(context: LetterContext, team: TeamParty, needed: Needed = { note: true }): Letter {
  const { note = false, label = false, reason = false } = needed;
  return toTeam(context, team, {
    template: 'team.note-needed',
    step: 'note-needed',
    answers: context.source,
    fields: { needsNote: note, needsLabel: label, needsReason: reason },
  });
}

export function teamNoted(context: LetterContext, team: TeamParty): Letter {
  return toTeam(context, team, {
    template: 'team.noted',
    step: 'noted',
    answers: context.source,
    fields: { words: wordsOf(context.source?.text ?? '') },
  });
}

export function teamHelp(context: LetterContext, team: TeamParty): Letter {
  return toTeam(context, team, {
    template: 'team.help',
    step: 'help',
    answers: context.source,
    fields: { words: wordsOf(context.ownText), ...senderFields(context) },
  });
}

const TEAM_NEWS = [
  'settled',
  'ended',
  'taken',
  'cancelled',
  'also-reported',
  'withdrawn',
  'priority',
  'recounted',
  'moved',
  'put-right',
  'prepared',
  'own-name',
] as const;
export type TeamNews = (typeof TEAM_NEWS)[number];

export interface NewsParts {
  readonly answers: SourceMail | null;
  readonly master?: string | null;
  /** Who has taken it; null where a mailbox did. */
  readonly who?: Party | null;
  /** Name of the level that the desk has set; null or absent: it has taken it back. */
  readonly level?: string | null;
}

/** Something happened that changes what the team has to do. */
export function teamNews(
  context: LetterContext,
  team: TeamParty,
  about: TeamNews,
  { answers, master = null, who = null, level = null }: NewsParts,
): Letter {
  return toTeam(context, team, {
    template: 'team.news',
    step: `news-${about}`,
    answers,
    fields: {
      about: flags(TEAM_NEWS, about),
      master,
      level,
      who: who?.person ? partyFields(who) : null,
      recounted: recountedField(context),
      moved: movedFields(context),
      renamed: renamedFields(context),
      words: about === 'also-reported' ? wordsOf(context.ownText) : null,
      ...senderFields(context),
    },
  });
}

function senderFields(context: LetterContext): LetterFields {
  return { ...attachmentFields(context.original, context.supplied), grade: flags(GRADES, context.grade, 'is-') };
}

export interface MessageParts {
  /** Somebody has agreed to what was asked for before. */
  readonly isApproved?: boolean;
  /** The team had asked him something, and this is his answer. */
  readonly isAnswer?: boolean;
  /** The ticket whose words these are, where the desk has put it into this one. */
  readonly merged?: string;
}

/** The requester wrote more; `context.recounted` and `context.movedFrom` say what he has put right with it. */
export function teamMessage(
  context: LetterContext,
  team: TeamParty,
  { isApproved = false, isAnswer = false, merged }: MessageParts = {},
): Letter {
  const isWithheld = withholds(context.rulebook.settings, context.source?.marks ?? []);
  return toTeam(context, team, {
    template: 'team.message',
    step: 'message',
    answers: null,
    fields: {
      newWords: wordsOf(context.source?.text ?? ''),
      ...attachmentFields(context.source),
      grade: flags(GRADES, context.grade, 'is-'),
      isWithheld,
      isApproved,
      isAnswer,
      recounted: recountedFields(context),
      moved: movedFields(context),
      renamed: renamedFields(context),
      merged: merged ?? null,
    },
    attachMails: context.source === null || isWithheld ? [] : [context.source.mail],
  });
}

/** The requester's words, papers and how sure we are that he wrote them. */
export function workFields(context: LetterContext): LetterFields {
  return {
    words: wordsOf(context.ownText),
    ...attachmentFields(context.original, context.supplied),
    ...letterSeenFields(context),
    grade: flags(GRADES, context.grade, 'is-'),
  };
}

function remarkFields(context: LetterContext): LetterFields {
  const remarks = notesOf(context);
  const priority = priorityField(context);
  return { remarks, priority, hasRemarks: remarks.length > 0 || priority !== null };
}

export function originalOf(context: LetterContext): Letter['attachMails'] {
  const { original, supplied = [] } = context;
  return [...(original === null ? [] : [original]), ...supplied].map(({ mail }) => mail);
}

function toTeam(
  context: LetterContext,
  team: TeamParty,
  parts: Pick<Letter, 'template' | 'step' | 'fields'> & {
    readonly answers: SourceMail | null;
    readonly attachMails?: Letter['attachMails'];
  },
): Letter {
  return letterOf(context, { ...parts, to: team, reader: teamReader(team) });
}
