/**
 * The clock's trigger: finds the tickets for which something is due, decides each and records it, like a mail. One timer for all; when a
 * ticket's turn is comes from its events, the rules and the calendar, so that new rules move every ticket's turn at once. A ticket that
 * cannot be done now is tried again; the others go on.
 */
import { nextFollowUp } from '../decide/follow-up.ts';
import type { Decision } from '../decide/decision.ts';
import { LONGEST_LIST, MOST_SINGLE } from '../decide/gather-approvals.ts';
import { gatherReminders } from '../decide/gather-reminders.ts';
import type { Office } from '../decide/office.ts';
import { decideOnTick } from '../decide/on-tick.ts';
import type { KnownTicket } from '../decide/situation.ts';
import type { Recorder, Tickets, Timers } from '../record/store.ts';
import { RegularLook } from './regular-look.ts';
import { BotError, describeError } from '../shared/errors.ts';
import type { TicketNumber } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { Clock, EpochMs } from '../shared/time.ts';

export interface FollowUpParts {
  readonly tickets: Pick<Tickets, 'find' | 'awaiting'>;
  readonly timers: Timers;
  readonly recorder: Pick<Recorder, 'together'>;
  readonly office: () => Office;
  readonly clock: Clock;
  readonly log: Log;
  /** Letters may have been written. */
  readonly wake: () => void;
}

/** How often it looks, by the real clock, in ms: reminders are a matter of hours. */
const LOOK_EVERY_MS = 1_000;
/** Tickets looked at in one go. */
const BATCH = 100;
/** How long a ticket rests that could not be done, in ms. */
const REST_MS = 60_000;

export class FollowUpLoop {
  readonly #parts: FollowUpParts;
  readonly #resting = new Map<TicketNumber, EpochMs>();
  readonly #regular = new RegularLook(LOOK_EVERY_MS);

  constructor(parts: FollowUpParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#regular.start(() => this.#doDue());
  }

  /** Does all that is due now, and what follows from it. */
  now(): Promise<void> {
    return this.#regular.inTurn(() => this.#doDue());
  }

  /** Reckons every open ticket's turn anew, after rules or calendar have changed; once for a version of the rules. */
  reschedule(): Promise<void> {
    return this.#regular.inTurn(() => this.#rescheduleAll());
  }

  stop(): Promise<void> {
    return this.#regular.stop();
  }

  async #doDue(): Promise<void> {
    const { timers, clock, log } = this.#parts;
    const done = new Set<TicketNumber>();
    try {
      for (;;) {
        const now = clock.now();
        const due = await timers.due(now, BATCH + this.#resting.size + done.size);
        const turns = due.filter((number) => !done.has(number) && (this.#resting.get(number) ?? 0) <= now);
        if (turns.length === 0 || this.#regular.isStopping) return;
        await this.#doTogether(turns);
        for (const number of turns) done.add(number);
      }
    } catch (error) {
      log.error({ error: describeError(error) }, 'what is due cannot be read');
    }
  }

  /** What falls due together is recorded together: whoever would get many letters gets one. */
  async #doTogether(numbers: readonly TicketNumber[]): Promise<void> {
    const { recorder, clock, log, wake } = this.#parts;
    const decisions: Decision[] = [];
    for (const number of numbers) {
      const decision = await this.#unlessFaulty(number, () => this.#decide(number));
      if (decision) decisions.push(decision);
    }
    if (decisions.length === 0) return;
    await recorder.together(async (within) => {
      for (const decision of gatherReminders(decisions, clock.now())) {
        const outcome = await within.alone(() => within.record(decision, null));
        const number = decision.tickets[0]?.number;
        if (outcome.kind === 'failed') this.#failed(number, outcome.error);
        else if (number) log.info({ ticket: number, reason: decision.reason }, 'the clock moved a ticket');
      }
    });
    wake();
  }

  /** Null where there is nothing to be done now: its turn is set anew. */
  async #decide(number: TicketNumber): Promise<Decision | null> {
    const { tickets, timers, office, clock } = this.#parts;
    const ticket = await tickets.find(number);
    if (ticket === null) return null;
    const decision = decideOnTick(ticket, office(), clock.now(), await this.#waitingWith(ticket));
    if (decision !== null) return decision;
    const at = nextFollowUp(ticket.state, office())?.at ?? null;
    await timers.set([{ ticket: number, version: ticket.version, at }]);
    return null;
  }

  async #unlessFaulty<Result>(number: TicketNumber, work: () => Promise<Result>): Promise<Result | null> {
    try {
      const result = await work();
      this.#resting.delete(number);
      return result;
    } catch (error) {
      this.#failed(number, error);
      return null;
    }
  }

  #failed(number: TicketNumber | undefined, error: unknown): void {
    // Somebody wrote at this very moment: the next look sees the ticket as it is then.
    if (number === undefined || (error instanceof BotError && error.code === 'E_STREAM_CONFLICT')) return;
    const { clock, log } = this.#parts;
    this.#resting.set(number, clock.now() + REST_MS);
    log.error({ ticket: number, error: describeError(error) }, 'a follow-up could not be done; it is tried again');
  }

  /** All that waits for the same person's yes, where that is more than has a letter each. */
  async #waitingWith({ state }: KnownTicket): Promise<readonly KnownTicket[]> {
    const { tickets } = this.#parts;
    if (state.status !== 'awaiting-approval' || state.approval === null) return [];
    const waiting = await tickets.awaiting([state.approval.approver]);
    const lines = waiting.slice(0, LONGEST_LIST);
    if (lines.length <= MOST_SINGLE) return [];
    const found = await Promise.all(lines.map((line) => tickets.find(line.number)));
    return found.filter((one) => one !== null);
  }

  async #rescheduleAll(): Promise<void> {
    const { timers, office, log } = this.#parts;
    try {
      const { version } = office().rulebook;
      if (await timers.areSetBy(version)) return;
      let last: TicketNumber | null = null;
      let count = 0;
      while (!this.#regular.isStopping) {
        const numbers: readonly TicketNumber[] = await timers.open(last, BATCH);
        last = numbers.at(-1) ?? null;
        if (last === null) break;
        await this.#reschedule(numbers);
        count += numbers.length;
      }
      if (!this.#regular.isStopping) await timers.markSetBy(version);
      if (count > 0) log.info({ tickets: count, rules: version }, 'follow-ups are reckoned anew by the present rules');
    } catch (error) {
      log.error({ error: describeError(error) }, 'follow-ups could not be reckoned anew');
    }
  }

  async #reschedule(numbers: readonly TicketNumber[]): Promise<void> {
    const { tickets, timers, office } = this.#parts;
    const found = await Promise.all(numbers.map((number) => tickets.find(number)));
    const known = found.filter((ticket) => ticket !== null);
    await timers.set(
      known.map(({ number, version, state }) => ({
        ticket: number,
        version,
        at: nextFollowUp(state, office())?.at ?? null,
      })),
    );
  }
}
