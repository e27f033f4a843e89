/**
 * The clock's second trigger: once on every working day, at the time that the rules name, the desk's morning letter and the operator's
 * proof. Whether today's is written is asked of the outbox, so that a daemon started anew writes no second one, and one that stood still
 * writes today's late and those of the days before not at all.
 */
import {
  decideDaily,
  digestDay,
  digestKey,
  dueLine,
  heldLines,
  isDueOn,
  mailsOf,
  standingLine,
  standStillSince,
  teamsOf,
  waitingOf,
} from '../decide/daily.ts';
import type { DailyFigures } from '../decide/letters/index.ts';
import type { Office } from '../decide/office.ts';
import type { Figures } from '../record/figures.ts';
import type { Outbox } from '../record/outbox.ts';
import type { DeskBook, Ledger, Recorder, TicketRecord, Tickets } from '../record/store.ts';
import { RegularLook } from './regular-look.ts';
import { describeError } from '../shared/errors.ts';
import type { TicketNumber } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { Clock, EpochMs, LocalDate } from '../shared/time.ts';

/** The last comparison of server and ledger; null before the first. */
export type Compared = { readonly onServer: number; readonly missing: number } | null;

export interface DailyParts {
  readonly figures: Figures;
  readonly deskBook: Pick<DeskBook, 'held'>;
  readonly ledger: Pick<Ledger, 'counts'>;
  readonly outbox: Pick<Outbox, 'counts'>;
  readonly tickets: Pick<Tickets, 'find'>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly office: () => Office;
  /** What is wrong with the rules in force, one a line; default nothing. */
  readonly ruleFaults?: () => readonly string[];
  /** Who keeps the machine running; empty: nobody is told. */
  readonly operator: string;
  readonly compared: () => Compared;
  readonly clock: Clock;
  readonly log: Log;
  /** Letters have been written. */
  readonly wake: () => void;
}

/** How often it looks, by the real clock, in ms. */
const LOOK_EVERY_MS = 5_000;
/** A figure cannot be read: the next look after so long, in ms. */
const REST_MS = 60_000;
const MOST_HELD = 30;
const MOST_STANDING = 1_000;
const MOST_ADDRESSES = 500;
/** Tickets read in one go. */
const BATCH = 50;

export class DailyLoop {
  readonly #parts: DailyParts;
  readonly #regular = new RegularLook(LOOK_EVERY_MS);
  /** The day that needs no further look. */
  #done: LocalDate | null = null;
  #restsUntil: EpochMs = 0;

  constructor(parts: DailyParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#regular.start(() => this.#look());
  }

  /** Writes today's letters if they are due and not written. */
  now(): Promise<void> {
    return this.#regular.inTurn(() => this.#look());
  }

  stop(): Promise<void> {
    return this.#regular.stop();
  }

  async #look(): Promise<void> {
    const { figures, recorder, office, operator, clock, log, wake } = this.#parts;
    const now = clock.now();
    if (this.#regular.isStopping || now < this.#restsUntil) return;
    try {
      const day = digestDay(office(), now);
      if (day === null || day === this.#done) return;
      if (!(await figures.hasLetter(digestKey(office(), day)))) {
        await recorder.record(decideDaily(await this.#gather(day, now), office(), operator, now), null);
        log.info({ day }, 'the morning letters are written');
        wake();
      }
      this.#done = day;
    } catch (error) {
      this.#restsUntil = now + REST_MS;
      log.error({ error: describeError(error) }, 'the morning letter could not be written; it is tried again');
    }
  }

  async #gather(day: LocalDate, now: EpochMs): Promise<DailyFigures> {
    const { figures, deskBook, ledger, outbox, office, compared } = this.#parts;
    const last = await figures.lastDigest();
    const open = await figures.open();
    const counts = await ledger.counts();
    const server = compared();
    return {
      day,
      ruleFaults: this.#parts.ruleFaults?.() ?? [],
      since: last?.at ?? null,
      teams: teamsOf(open, office()),
      waiting: waitingOf(open),
      ...(await this.#due(day, now)),
      standing: await this.#standing(day, now),
      held: heldLines(await deskBook.held(MOST_HELD), office()),
      heldCount: heldOf(counts.byDisposition),
      undeliverable: await figures.failedSince(last?.at ?? 0),
      parked: (await outbox.counts()).parked,
      deadAddresses: await figures.deadAddresses(MOST_ADDRESSES),
      ...mailsOf(await figures.decidedAfter(last?.seq ?? 0)),
      ledger: { ...counts, onServer: server?.onServer ?? null, missing: server?.missing ?? null },
    };
  }

  async #due(day: LocalDate, now: EpochMs): Promise<Pick<DailyFigures, 'dueToday' | 'overdue'>> {
    const { figures, office } = this.#parts;
    const lines = await this.#linesOf(await figures.worked(), (ticket) => dueLine(ticket, office()));
    lines.sort((a, b) => a.by - b.by);
    return {
      overdue: lines.filter(({ by }) => by < now),
      dueToday: lines.filter(({ by }) => by >= now && isDueOn(day, by, office())),
    };
  }

  async #standing(day: LocalDate, now: EpochMs): Promise<DailyFigures['standing']> {
    const { figures, office } = this.#parts;
    const since = standStillSince(office(), now);
    if (since === null) return [];
    const numbers = await figures.unmovedSince(since, MOST_STANDING);
    return this.#linesOf(numbers, (ticket) => standingLine(ticket, office(), day));
  }

  /** Read in batches; a ticket without a line is left out. */
  async #linesOf<Line>(
    numbers: readonly TicketNumber[],
    lineOf: (ticket: TicketRecord) => Line | null,
  ): Promise<Line[]> {
    const lines: Line[] = [];
    for (let start = 0; start < numbers.length && !this.#regular.isStopping; start += BATCH) {
      const batch = numbers.slice(start, start + BATCH);
      const found = await Promise.all(batch.map((number) => this.#parts.tickets.find(number)));
      lines.push(...found.flatMap((ticket) => (ticket === null ? [] : (lineOf(ticket) ?? []))));
    }
    return lines;
  }
}

function heldOf(byDisposition: Readonly<Record<string, number>>): number {
  return Object.entries(byDisposition).reduce(
    (sum, [disposition, count]) => sum + (disposition.startsWith('hold') ? count : 0),
    0,
  );
}
