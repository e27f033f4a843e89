/** Letters to a resolver team: all that is needed to act without opening anything else, and how to answer. */
import type { Letter, LetterFields } from '../letter.ts';
import type { Grade } from '../../ticket/event.ts';
import type { LetterContext, SourceMail, TeamParty } from './context.ts';
import { letterOf } from './letter-of.ts';
import { teamReader } from './people.ts';
import { notesOf } from './notes.ts';
import { attachmentFields, flags, wordsOf } from './request-fields.ts';

export const GRADES: readonly Grade[] = ['internal', 'aligned', 'absent', 'failed'];

export function teamAssigned(context: LetterContext, team: TeamParty): Letter {
  return toTeam(context, team, {
    template: 'team.assigned',
    step: 'assigned',
    answers: null,
    fields: { ...workFields(context), ...remarkFields(context) },
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

/** The team said it is done, but not what was done. */
export function teamNoteNeeded(context: LetterContext, team: TeamParty): Letter {
  return toTeam(context, team, {
    template: 'team.note-needed',
    step: 'note-needed',
    answers: context.source,
    fields: {},
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

/** The requester wrote more. */
export function teamMessage(context: LetterContext, team: TeamParty): Letter {
  return toTeam(context, team, {
    template: 'team.message',
    step: 'message',
    answers: null,
    fields: {
      newWords: wordsOf(context.source?.text ?? ''),
      ...attachmentFields(context.source),
      grade: flags(GRADES, context.grade, 'is-'),
    },
    attachMails: context.source === null ? [] : [context.source.mail],
  });
}

/** The requester's words, papers and how sure we are that he wrote them. */
export function workFields(context: LetterContext): LetterFields {
  return {
    words: wordsOf(context.ownText),
    ...attachmentFields(context.original),
    grade: flags(GRADES, context.grade, 'is-'),
  };
}

function remarkFields(context: LetterContext): LetterFields {
  const remarks = notesOf(context);
  return { remarks, hasRemarks: remarks.length > 0 };
}

export function originalOf(context: LetterContext): Letter['attachMails'] {
  return context.original === null ? [] : [context.original.mail];
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
