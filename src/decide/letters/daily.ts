/** What is written once a day: the desk's morning letter, the list of held mails that is answered by number, the operator's proof. */
import type { SenderTrick } from '../../directory/sender-trick.ts';
import { findService, findVariant } from '../catalogue.ts';
import type { Asked } from '../decision.ts';
import type { FieldValue, Letter, LetterFields } from '../letter.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { MailId, PersonId, TicketNumber } from '../../shared/ids.ts';
import type { EpochMs, LocalDate } from '../../shared/time.ts';
import type { LetterContext, SourceMail, TeamParty } from './context.ts';
import { formatDate, formatInstant } from './dates.ts';
import { envelopeOf } from './letter-of.ts';
import { oneLine } from './own-words.ts';
import { readerFields, teamReader } from './people.ts';
import { deskFields, flags } from './request-fields.ts';
import type { Party } from './context.ts';

type Place = Pick<LetterContext, 'rulebook' | 'mailbox'>;

/** A held mail; its place in the list is the number by which it is answered. */
export interface HeldLine {
  readonly mail: MailId;
  readonly receivedAt: EpochMs;
  readonly disposition: string;
  readonly from: string;
  readonly subject: string;
  /** What it seems to ask, empty where that is nothing; null where nobody could tell. */
  readonly asked: readonly Asked[] | null;
  /** What in the sender wants to be taken for one of us. */
  readonly trick: SenderTrick | null;
}

/** A ticket whose time is over or ends today. */
export interface DueLine {
  readonly number: TicketNumber;
  readonly name: string;
  readonly team: string | null;
  readonly by: EpochMs;
}

/** A ticket without a due time that has not moved since then. */
export interface StandingLine {
  readonly number: TicketNumber;
  readonly name: string;
  /** Null: with the desk. */
  readonly team: string | null;
  readonly since: EpochMs;
}

export interface DailyFigures {
  readonly day: LocalDate;
  /** What `loket check` finds at fault with the rules in force. */
  readonly ruleFaults: readonly string[];
  /** Since the letter before this one. */
  readonly since: EpochMs | null;
  /** Open tickets by team; null: with the desk. */
  readonly teams: readonly { readonly team: string | null; readonly open: number }[];
  readonly waiting: {
    readonly requester: number;
    readonly approver: number;
    readonly desk: number;
    readonly confirmation: number;
  };
  readonly dueToday: readonly DueLine[];
  readonly overdue: readonly DueLine[];
  /** Those that stand longest first. */
  readonly standing: readonly StandingLine[];
  readonly held: readonly HeldLine[];
  readonly heldCount: number;
  readonly undeliverable: readonly { readonly recipient: string; readonly template: string }[];
  readonly parked: number;
  readonly deadAddresses: readonly string[];
  /** Of the mails decided since then. */
  readonly mails: {
    readonly accepted: number;
    readonly ignored: number;
    readonly rejected: number;
    readonly held: number;
  };
  readonly ignored: readonly { readonly reason: string; readonly count: number }[];
  /** Every message ever listed against what became of it, and what the server had at the last comparison. */
  readonly ledger: {
    readonly total: number;
    readonly decided: number;
    readonly kept: number;
    readonly beforeActivation: number;
    readonly onServer: number | null;
    readonly missing: number | null;
  };
}

const HOLD_REASONS = [
  ...(['outside', 'authentication-failed', 'spam', 'no-address', 'message-id-conflict', 'poison'] as const),
  ...(['too-large', 'unreadable', 'before-activation', 'infected', 'not-scanned'] as const),
];
const IGNORE_REASONS = [
  ...(['bounce', 'auto-submitted', 'list', 'own', 'loop', 'mdn', 'irrelevant', 'duplicate'] as const),
  ...(['only-copied', 'before-activation', 'calendar', 'blocked', 'dropped', 'gone'] as const),
];
const KINDS_ASKED = ['request', 'incident', 'complaint', 'question', 'status', 'other'] as const;
const TRICKS = ['similar-domain', 'borrowed-address', 'borrowed-name'] as const;
const LONGEST_SUBJECT = 80;
const MOST_HELD = 30;
const MOST_DUE = 20;
const MOST_ADDRESSES = 20;
/** `loket check` has the others. */
const MOST_RULE_FAULTS = 5;
const LONGEST_FAULT = 200;

/** One a day: its key comes from the date, so that a machine started anew writes it once. */
export function deskDigest(place: Place, desk: TeamParty, figures: DailyFigures): Letter {
  return daily(place, desk, 'desk.digest', {
    step: `digest-${figures.day}`,
    fields: {
      ...digestFields(figures, place.rulebook.calendar.zone),
      ...heldFields(figures.held, figures.heldCount, place),
    },
  });
}

/** The list alone, for whoever of the desk asks for it. */
export function deskQuarantine(place: Place, reader: Party, held: readonly HeldLine[], source: SourceMail): Letter {
  return envelopeOf({
    template: 'desk.quarantine',
    to: reader,
    reader: readerFields(reader),
    step: 'quarantine',
    ticket: null,
    subject: '',
    source: source.mail,
    answers: source,
    fields: { number: null, desk: deskFields(place), ...heldFields(held, held.length, place) },
  });
}

/** Proof for who keeps the machine running: what came, what became of it, what left. */
export function operatorDaily(
  place: Place,
  operator: { readonly id: PersonId; readonly address: string },
  figures: DailyFigures,
): Letter {
  const team = { ...operator, name: 'Operator' };
  const { ledger, mails, parked, undeliverable, heldCount, day } = figures;
  return daily(place, team, 'operator.daily', {
    step: `daily-${day}`,
    fields: {
      day: formatDate(day, 'id'),
      ...mailFields({ ledger, mails }),
      parked,
      failed: undeliverable.length,
      heldCount,
    },
  });
}

function digestFields(figures: DailyFigures, zone: string): LetterFields {
  const { teams, waiting, dueToday, overdue, standing, undeliverable, parked, deadAddresses } = figures;
  const open = teams.reduce((sum, team) => sum + team.open, 0);
  return {
    day: formatDate(figures.day, 'id'),
    ruleFaults: figures.ruleFaults.slice(0, MOST_RULE_FAULTS).map((line) => oneLine(line, LONGEST_FAULT)),
    ruleFaultCount: figures.ruleFaults.length,
    open,
    teams: teams.map(({ team, open: count }) => ({ team, count })),
    waiting: { ...waiting },
    dueToday: dueToday.slice(0, MOST_DUE).map((line) => dueField(line, zone)),
    dueCount: dueToday.length,
    overdue: overdue.slice(0, MOST_DUE).map((line) => dueField(line, zone)),
    overdueCount: overdue.length,
    standing: standing.slice(0, MOST_DUE).map(({ number, name, team, since }) => ({
      number,
      name,
      team,
      since: formatInstant(since, zone, 'id'),
    })),
    standingCount: standing.length,
    undeliverable: undeliverable.slice(0, MOST_ADDRESSES).map(({ recipient }) => recipient),
    undeliverableCount: undeliverable.length,
    parked,
    deadAddresses: deadAddresses.slice(0, MOST_ADDRESSES),
    deadCount: deadAddresses.length,
    ignoredBy: figures.ignored.map(({ reason, count }) => ({ is: flags(IGNORE_REASONS, reason), count })),
    ...mailFields(figures),
  };
}

/** Nothing is lost where the sum of what became of the mails is their number, and the server has none that the ledger lacks. */
function mailFields({ ledger, mails }: Pick<DailyFigures, 'ledger' | 'mails'>): LetterFields {
  const isWhole = ledger.total === ledger.decided + ledger.kept + ledger.beforeActivation;
  return {
    ledger: {
      total: ledger.total,
      decided: ledger.decided,
      kept: ledger.kept,
      beforeActivation: ledger.beforeActivation,
      onServer: ledger.onServer,
      missing: ledger.missing,
    },
    mails: { ...mails, all: mails.accepted + mails.ignored + mails.rejected + mails.held },
    complete: isWhole && (ledger.missing ?? 0) === 0,
    compared: ledger.onServer !== null,
  };
}

function dueField({ number, name, team, by }: DueLine, zone: string): FieldValue {
  return { number, name, team, by: formatInstant(by, zone, 'id') };
}

/** The ids stand in the letter's fields: an answer means this list, whatever is held by then. */
function heldFields(held: readonly HeldLine[], count: number, { rulebook }: Place): LetterFields {
  return {
    hasHeld: held.length > 0,
    heldCount: count,
    heldMore: Math.max(0, count - MOST_HELD),
    held: held.slice(0, MOST_HELD).map(({ mail, receivedAt, disposition, from, subject, asked, trick }, index) => ({
      digit: index + 1,
      mail,
      from: from === '' ? null : oneLine(from, LONGEST_SUBJECT),
      subject: subject === '' ? null : oneLine(subject, LONGEST_SUBJECT),
      at: formatInstant(receivedAt, rulebook.calendar.zone, 'id'),
      reason: flags(HOLD_REASONS, disposition.replace(/^hold:/, '')),
      asked: (asked ?? []).map((one, at) => askedField(one, at === 0, rulebook)),
      hasAsked: asked !== null,
      asksNothing: asked?.length === 0,
      trick: trick === null ? null : flags(TRICKS, trick),
    })),
  };
}

/** In words of the rules, none of the mail; what the rules no longer know is named by its kind alone. */
function askedField({ kind, service, variant }: Asked, first: boolean, rulebook: Rulebook): FieldValue {
  const name = findVariant(rulebook, variant)?.shortName ?? findService(rulebook, service)?.name ?? null;
  return { kind: flags(KINDS_ASKED, kind), about: name, first };
}

function daily(
  place: Place,
  to: TeamParty,
  template: 'desk.digest' | 'operator.daily',
  parts: { readonly step: string; readonly fields: LetterFields },
): Letter {
  return envelopeOf({
    template,
    to,
    reader: teamReader(to),
    step: parts.step,
    ticket: null,
    subject: '',
    source: null,
    answers: null,
    fields: { number: null, desk: deskFields(place), ...parts.fields },
  });
}
