/** Answers to whoever of the desk wrote commands: what was done, what would be, what was not understood, and why something is as it is. */
import type { MailId, TicketNumber } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/time.ts';
import { DEEDS, LEFT, REFUSALS, TAKEN_BACK, type DeedKind, type Refusal } from '../desk/codes.ts';
import type { FieldValue, Letter, TemplateName } from '../letter.ts';
import type { LetterContext, Party } from './context.ts';
import { formatInstant } from './dates.ts';
import { envelopeOf } from './letter-of.ts';
import { oneLine } from './own-words.ts';
import { readerFields } from './people.ts';
import { deskFields, flags } from './request-fields.ts';

const LONGEST_LINE = 160;
const MOST_LINES = 40;

export type DeskContext = Pick<LetterContext, 'rulebook' | 'mailbox' | 'source'> & {
  /** Of the desk, who wrote. */
  readonly writer: Party;
  /** The ticket that his mail is about; null where it is about none or several. */
  readonly ticket: TicketNumber | null;
  readonly stem: string | null;
};

/** One thing done; `kind` chooses the sentence. */
export interface DoneLine {
  readonly kind: DeedKind;
  readonly ticket: string | null;
  readonly to: string | null;
}

/** What `batal` would put back; kept with the receipt, which is all that knows it. */
export interface Undoable {
  readonly tickets: readonly TicketNumber[];
  readonly mails: readonly { readonly mail: MailId; readonly what: 'release' | 'drop'; readonly from: string }[];
  readonly addresses: readonly string[];
  readonly stays: readonly { readonly line: string; readonly ticket: string | null }[];
}

const NOTHING: Undoable = { tickets: [], mails: [], addresses: [], stays: [] };

export function deskDone(
  context: DeskContext,
  lines: readonly DoneLine[],
  preview: boolean,
  { tickets, mails, addresses, stays }: Undoable = NOTHING,
): Letter {
  const count = (kinds: readonly DeedKind[]): number => lines.filter(({ kind }) => kinds.includes(kind)).length;
  const [back, left] = [count(TAKEN_BACK), count(LEFT)];
  const isUndo = back + left > 0;
  return toWriter(context, 'desk.done', preview ? 'preview' : isUndo ? 'undone' : 'done', {
    preview,
    takesBack: isUndo && !preview,
    back,
    of: back + left,
    someBack: back > 0,
    someLeft: left > 0,
    count: lines.length,
    one: lines.length === 1,
    undoable: !preview && !isUndo && lines.some(({ kind }) => UNDOABLE.includes(kind)),
    items: lines.slice(0, MOST_LINES).map((line) => ({
      is: flags(DEEDS, line.kind),
      ticket: line.ticket,
      to: line.to === null || QUOTING.includes(line.kind) ? null : oneLine(line.to, LONGEST_LINE),
      line: line.to === null || !QUOTING.includes(line.kind) ? null : oneLine(line.to, LONGEST_LINE),
    })),
    undo:
      preview || isUndo
        ? null
        : { tickets, mails: mails.map((mail) => ({ ...mail })), addresses, stays: stays.map((one) => ({ ...one })) },
  });
}

/** Their other end is what was written: it stands as a quote, so that nobody takes it for our words. */
const QUOTING: readonly DeedKind[] = ['undone', 'stays-moved', 'stays-answered-since', 'stays-done'];

/** What surely can be taken back for a while; a mail that was released is mostly answered at once. */
const UNDOABLE: readonly DeedKind[] = [
  ...(['classified', 'corrected', 'put-right', 'reassigned', 'prioritized', 'merged', 'archived'] as const),
  ...(['blocked', 'dropped', 'confirmed', 'bast-accepted', 'uat-accepted', 'resolved', 'asked', 'rested'] as const),
];

/** @param lines as he wrote them, each with why it cannot be done */
export function deskBatchUnclear(
  context: DeskContext,
  lines: readonly { readonly line: string; readonly why: Refusal }[],
): Letter {
  return toWriter(context, 'desk.batch-unclear', 'batch-unclear', {
    count: lines.length,
    one: lines.length === 1,
    items: lines
      .slice(0, MOST_LINES)
      .map(({ line, why }) => ({ line: oneLine(line, LONGEST_LINE), why: flags(REFUSALS, why) })),
  });
}

/** The ticket's file goes along, made when the letter leaves. */
export function deskEvidence(context: DeskContext, about: TicketNumber): Letter {
  return { ...toWriter(context, 'desk.evidence', 'evidence', { about }), evidence: about };
}

export interface WhyStep {
  readonly at: EpochMs;
  /** The decision's own sentence (English, as in `loket explain`). */
  readonly says: string;
  readonly lines: readonly { readonly rule: string; readonly words: string }[];
}

/** @param about number of the ticket, or who wrote the held mail */
export function deskWhy(context: DeskContext, about: string, steps: readonly WhyStep[]): Letter {
  const { zone } = context.rulebook.calendar;
  return toWriter(context, 'desk.why', `why-${about}`, {
    about: oneLine(about, LONGEST_LINE),
    hasSteps: steps.length > 0,
    steps: steps.slice(-MOST_LINES).map(({ at, says, lines }) => ({
      at: formatInstant(at, zone, 'id'),
      says: oneLine(says, LONGEST_LINE),
      rules: lines.slice(0, MOST_LINES).map(({ rule, words }) => ({ rule, words: oneLine(words, LONGEST_LINE) })),
    })),
  });
}

export function deskHelp(context: DeskContext): Letter {
  return toWriter(context, 'desk.help', 'help', {});
}

function toWriter(
  context: DeskContext,
  template: TemplateName,
  step: string,
  fields: Readonly<Record<string, FieldValue>>,
): Letter {
  const { writer, ticket, stem, source } = context;
  return envelopeOf({
    template,
    to: writer,
    reader: readerFields(writer),
    step,
    ticket,
    subject: stem ?? '',
    source: source?.mail ?? null,
    answers: source,
    fields: {
      number: ticket,
      shortName: (stem ?? '').replace(/^\[[^\]]*\]\s*/, ''),
      desk: deskFields(context),
      ...fields,
    },
  });
}
