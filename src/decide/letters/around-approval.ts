/** Letters to the others about an approval: the requester hears why it stands still, the team that it has to wait, the desk what only it can settle. */
import type { Person } from '../../directory/person.ts';
import type { LocalDate } from '../../shared/time.ts';
import type { Letter } from '../letter.ts';
import type { LetterContext, Party, TeamParty } from './context.ts';
import { formatDate } from './dates.ts';
import { letterOf } from './letter-of.ts';
import { oneLine } from './own-words.ts';
import { partyFields, readerFields, superiorFields, teamReader } from './people.ts';
import { flags, wordsOf } from './request-fields.ts';

const LONGEST_NAME = 80;

export interface Absence {
  readonly who: Party;
  /** Last day away, as his machine says it; null where it says none. */
  readonly until: LocalDate | null;
  /** Who is asked in his place; null where the register has nobody. */
  readonly deputy: Party | null;
}

export function requesterApproverAway(context: LetterContext, { who, until, deputy }: Absence): Letter {
  return letterOf(context, {
    template: 'requester.approver-away',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: 'approver-away',
    answers: null,
    fields: {
      away: partyFields(who),
      until: until === null ? null : formatDate(until, context.language),
      deputy: deputy === null ? null : partyFields(deputy),
    },
  });
}

/** The superior who was told does not want it: the work rests until the desk has settled it. */
export function requesterObjection(context: LetterContext, superior: Party, words: string): Letter {
  return letterOf(context, {
    template: 'requester.objection',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: 'objection',
    answers: null,
    fields: { superiorWho: partyFields(superior), words: wordsOf(words) },
  });
}

/** The one asked says that it is not for him. */
export function requesterOtherSuperior(
  context: LetterContext,
  parts: { readonly who: Party; readonly words: string; readonly named: Person | null },
): Letter {
  const qualifying = (context.superior?.qualifying ?? []).filter(({ nip }) => nip !== parts.who.person?.nip);
  const named = parts.named === null ? [] : [parts.named];
  const offered = [...named, ...qualifying.filter(({ nip }) => nip !== parts.named?.nip)].slice(0, 2);
  return letterOf(context, {
    template: 'requester.other-superior',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: 'other-superior',
    answers: null,
    fields: {
      who: partyFields(parts.who),
      words: wordsOf(parts.words),
      named: parts.named === null ? null : superiorFields(parts.named),
      qualifying: offered.map(superiorFields),
      hasQualifying: offered.length > 0,
    },
  });
}

/** An official of the chain gives it back to be completed. */
export function requesterReturned(context: LetterContext, official: Party, words: string): Letter {
  return letterOf(context, {
    template: 'requester.returned',
    to: context.requester,
    reader: readerFields(context.requester),
    language: context.language,
    step: 'returned',
    answers: null,
    fields: { who: partyFields(official), words: wordsOf(words) },
  });
}

const STOPS = ['objection', 'withdrawn', 'asked-again', 'lifted', 'rework'] as const;
export type TeamStop = (typeof STOPS)[number];

/** The work is to rest, or may go on. @param words of who caused it; empty where they are nobody's business */
export function teamStop(
  context: LetterContext,
  team: TeamParty,
  parts: { readonly why: TeamStop; readonly who: Party; readonly words: string },
): Letter {
  return letterOf(context, {
    template: 'team.stop',
    to: team,
    reader: teamReader(team),
    step: `stop-${parts.why}`,
    answers: null,
    fields: {
      why: flags(STOPS, parts.why),
      rests: parts.why === 'objection' || parts.why === 'asked-again',
      who: partyFields(parts.who),
      newWords: parts.words === '' ? null : wordsOf(parts.words),
    },
  });
}

const DESK_APPROVALS = ['objection', 'away', 'silent-official'] as const;
export type DeskApproval = (typeof DESK_APPROVALS)[number];

/** What only a person can settle. */
export function deskApproval(
  context: LetterContext,
  parts: {
    readonly about: DeskApproval;
    readonly who: Party;
    readonly words: string;
    readonly until?: LocalDate | null;
    /** Whom the notice names in his place; a claim. */
    readonly named?: string | null;
  },
): Letter {
  const { until = null, named = null } = parts;
  return letterOf(context, {
    template: 'desk.approval',
    to: context.desk,
    reader: teamReader(context.desk),
    step: `approval-${parts.about}`,
    answers: null,
    fields: {
      about: flags(DESK_APPROVALS, parts.about),
      writer: partyFields(parts.who),
      until: until === null ? null : formatDate(until, 'id'),
      named: named === null ? null : oneLine(named, LONGEST_NAME),
      newWords: parts.words === '' ? null : wordsOf(parts.words),
    },
  });
}
