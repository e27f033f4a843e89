/**
 * The clock's third trigger: mails that brought personal papers lose their bytes when the rules say so. First the tickets are told, in one
 * transaction with the mark that the bytes are to go; then the file goes; then it is marked as gone. A crash between any two of these is
 * made up for by the next look: the mark finds the file again, and a file that is gone already is no fault. The hash stays for ever.
 */
import type { Office } from '../decide/office.ts';
import { decideRemoval } from '../decide/on-retention.ts';
import type { DuePersonalMail, PersonalMails, Recorder, Tickets } from '../record/store.ts';
import { describeError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';
import type { Clock } from '../shared/time.ts';
import { addCalendarDays } from '../ticket/service-clock.ts';
import { RegularLook } from './regular-look.ts';

export interface RetentionParts {
  readonly personal: PersonalMails;
  readonly tickets: Pick<Tickets, 'find'>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly office: () => Office;
  /** Deletes the bytes, durably; resolves where there are none any more. */
  readonly removeRaw: (sha256: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How often it looks, by the real clock, in ms: it is a matter of days. */
const LOOK_EVERY_MS = 10 * 60_000;
/** Mails looked at in one go. */
const BATCH = 50;

export class RetentionLoop {
  readonly #parts: RetentionParts;
  readonly #regular = new RegularLook(LOOK_EVERY_MS);

  constructor(parts: RetentionParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#regular.start(() => this.#removeDue());
  }

  /** Removes all whose time is up. */
  now(): Promise<void> {
    return this.#regular.inTurn(() => this.#removeDue());
  }

  stop(): Promise<void> {
    return this.#regular.stop();
  }

  async #removeDue(): Promise<void> {
    const { personal, office, clock, log } = this.#parts;
    const policy = office().rulebook.retention;
    if (policy === undefined) return;
    const { zone } = office();
    try {
      const now = clock.now();
      const cuts = {
        endedBefore: addCalendarDays(now, -policy.daysAfterEnd, zone),
        receivedBefore: addCalendarDays(now, -policy.daysWithoutTicket, zone),
      };
      const failed = new Set<string>();
      while (!this.#regular.isStopping) {
        const found = await personal.due(cuts, BATCH + failed.size);
        const due = found.filter(({ mail }) => !failed.has(mail));
        if (due.length === 0) return;
        for (const one of due) if (!(await this.#removed(one))) failed.add(one.mail);
      }
    } catch (error) {
      log.error({ error: describeError(error) }, 'mails with personal papers could not be deleted; it is tried again');
    }
  }

  /** One that cannot be deleted now does not keep the others. */
  async #removed(mail: DuePersonalMail): Promise<boolean> {
    try {
      await this.#remove(mail);
      return true;
    } catch (error) {
      const { log } = this.#parts;
      log.error(
        { mail: mail.mail, error: describeError(error) },
        'a mail with personal papers is still there; it is tried again',
      );
      return false;
    }
  }

  /** @throws where it cannot be done now */
  async #remove({ mail, sha256, kinds, tickets, isRecorded }: DuePersonalMail): Promise<void> {
    const { personal, recorder, removeRaw, clock, log } = this.#parts;
    if (!isRecorded) {
      const found = await Promise.all(tickets.map((number) => this.#parts.tickets.find(number)));
      const known = found.filter((ticket) => ticket !== null);
      await recorder.record(decideRemoval({ mail, kinds, tickets: known }, clock.now()), null);
    }
    await removeRaw(sha256);
    await personal.markRemoved(mail, clock.now());
    log.info(
      { mail, sha256, kinds: kinds.join() },
      'the original of a mail with personal papers is deleted, as the rules say',
    );
  }
}
