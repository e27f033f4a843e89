/**
 * The morning letters as a decision: one to the desk, one to who keeps the machine running. Their keys come from the date, so that a day
 * has one of each, whatever was started anew in between.
 */
import type { LetterKey } from '../shared/ids.ts';
import { letterKeyOf } from '../shared/keyring.ts';
import { localDate, type EpochMs, type LocalDate } from '../shared/time.ts';
import { toDay, toInstant } from '../ticket/civil-day.ts';
import { timesOf } from '../ticket/service-clock.ts';
import { isWorkingDay, subtractWorkingTime } from '../ticket/working-time.ts';
import { decidedByClock } from './by-clock.ts';
import { findVariant } from './catalogue.ts';
import type { Decision } from './decision.ts';
import { lengthOfSpan } from './follow-up.ts';
import { senderTrick } from '../directory/sender-trick.ts';
import { deskDigest, operatorDaily, type DailyFigures, type HeldLine } from './letters/index.ts';
import { deskOf, teamOf, type Office } from './office.ts';
import type { HeldMail, KnownTicket } from './situation.ts';
import { teamParty, TEXT } from './ticket-view.ts';

/** The day whose morning letter is due now; null on days off, before its time, and where the office wants none. */
export function digestDay(office: Office, now: EpochMs): LocalDate | null {
  const { followUp, calendar } = office.rulebook;
  if (followUp.digestMinute === null) return null;
  const date = localDate(now, calendar.zone);
  const day = toDay(date);
  if (!isWorkingDay(day, calendar)) return null;
  return now >= toInstant({ day, time: followUp.digestMinute * 60_000 }, calendar.zone) ? date : null;
}

export function digestKey(office: Office, day: LocalDate): LetterKey {
  const recipient = deskOf(office).address.toLowerCase();
  return letterKeyOf({ source: '', ticket: '', template: 'desk.digest', recipient, step: `digest-${day}` });
}

/** @param operator address of who keeps the machine running; empty where nobody is named */
export function decideDaily(figures: DailyFigures, office: Office, operator: string, now: EpochMs): Decision {
  const place = { rulebook: office.rulebook, mailbox: office.mailbox.address };
  const proof = operator === '' ? [] : [{ id: office.keyring.personId(operator), address: operator }];
  return decidedByClock(
    { at: now, reason: `The morning letter of ${figures.day}.`, due: [{ rule: 'clock/digest', detail: figures.day }] },
    {
      letters: [
        deskDigest(place, teamParty(deskOf(office), office), figures),
        ...proof.map((one) => operatorDaily(place, one, figures)),
      ],
    },
  );
}

/** A ticket somebody works on, with when it is due; null where nothing is promised. */
export function dueLine(ticket: KnownTicket, office: Office): DailyFigures['overdue'][number] | null {
  const { state, number } = ticket;
  const { rulebook } = office;
  const level = findVariant(rulebook, state.variant)?.serviceLevel ?? null;
  const by = timesOf(state, level, rulebook.calendar, rulebook.settings.firstResponseMinutes).resolveBy;
  if (by === null) return null;
  return { number, name: ticket.texts[TEXT.subject] ?? '', team: teamOf(office, state.team)?.name ?? null, by };
}

/** What has not moved since then is named in the morning; null where the office does not want it. */
export function standStillSince({ rulebook }: Office, now: EpochMs): EpochMs | null {
  const { followUp, calendar } = rulebook;
  if (followUp.standStillAfter === null) return null;
  return subtractWorkingTime(now, lengthOfSpan(followUp.standStillAfter, calendar), calendar);
}

/** A ticket that nobody moves; null where a due time or its event watches over it. */
export function standingLine(
  ticket: KnownTicket,
  office: Office,
  day: LocalDate,
): DailyFigures['standing'][number] | null {
  const { state, number } = ticket;
  if (dueLine(ticket, office) !== null || (state.eventDate !== null && state.eventDate >= day)) return null;
  const team = state.status === 'triage' ? null : (teamOf(office, state.team)?.name ?? null);
  return { number, name: ticket.texts[TEXT.subject] ?? '', team, since: state.changedAt };
}

interface OpenCount {
  readonly status: string;
  readonly team: string | null;
  readonly count: number;
}

/** Those in triage have no team yet, and those that wait for a person are with none. */
export function teamsOf(open: readonly OpenCount[], office: Office): DailyFigures['teams'] {
  const counts = new Map<string | null, number>();
  for (const { team, count } of open) {
    const name = teamOf(office, team)?.name ?? team;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts]
    .map(([team, count]) => ({ team, open: count }))
    .toSorted((a, b) => b.open - a.open || (a.team ?? '').localeCompare(b.team ?? ''));
}

const WAITS: Readonly<Record<string, keyof DailyFigures['waiting']>> = {
  incomplete: 'requester',
  'awaiting-approval': 'approver',
  triage: 'desk',
  resolved: 'confirmation',
};

export function waitingOf(open: readonly OpenCount[]): DailyFigures['waiting'] {
  const waiting = { requester: 0, approver: 0, desk: 0, confirmation: 0 };
  for (const { status, count } of open) {
    const whom = WAITS[status];
    if (whom !== undefined) waiting[whom] += count;
  }
  return waiting;
}

/** Held mails as the desk's lists show them: with a note where the sender wants to be taken for one of us. */
export function heldLines(held: readonly HeldMail[], { directory, domains }: Office): readonly HeldLine[] {
  return held.map(({ fromName, ...mail }) => ({
    ...mail,
    trick: senderTrick({ address: mail.from, name: fromName }, { directory, domains }),
  }));
}

/** How the mails of the day ended, from dispositions such as `ignore:list`. */
export function mailsOf(byDisposition: Readonly<Record<string, number>>): Pick<DailyFigures, 'mails' | 'ignored'> {
  const mails = { accepted: 0, ignored: 0, rejected: 0, held: 0 };
  const ignored: { readonly reason: string; readonly count: number }[] = [];
  for (const [disposition, count] of Object.entries(byDisposition)) {
    const [kind = '', reason = ''] = disposition.split(':');
    if (kind === 'accept') mails.accepted += count;
    else if (kind === 'reject') mails.rejected += count;
    else if (kind === 'hold') mails.held += count;
    else {
      mails.ignored += count;
      ignored.push({ reason, count });
    }
  }
  return { mails, ignored: ignored.toSorted((a, b) => b.count - a.count) };
}

export function isDueOn(day: LocalDate, by: EpochMs, office: Office): boolean {
  return localDate(by, office.rulebook.calendar.zone) === day;
}
