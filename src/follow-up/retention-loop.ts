/**
 * The clock's third trigger: mails that brought personal papers lose their bytes when the rules say so. First the tickets are told, in one
 * transaction with the mark that the bytes are to go; then the file goes; then it is marked as gone. A crash between any two of these is
 * made up for by the next look: the mark finds the file again, and a file that is gone already is no fault. The hash stays for ever.
 * Once a day the words of tickets that ended long ago are emptied, too, those of mails without a ticket, and the people whom nothing has
 * named since; the originals of such mails then go the same way.
 */
import type { Office } from '../decide/office.ts';
import { decideRemoval } from '../decide/on-retention.ts';
import { signaturesNeededSince } from '../decide/signed-mail.ts';
import type {
  DuePersonalMail,
  OldTexts,
  PersonalMails,
  Recorder,
  Signatures,
  TextsCursor,
  Tickets,
} from '../record/store.ts';
import { describeError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';
import type { PersonId } from '../shared/ids.ts';
import { DAY, type Clock, type EpochMs } from '../shared/time.ts';
import { addCalendarDays } from '../ticket/service-clock.ts';
import { RegularLook } from './regular-look.ts';

export interface RetentionParts {
  readonly personal: PersonalMails;
  readonly oldTexts: OldTexts;
  /** Absent: none are remembered. */
  readonly signatures?: Signatures;
  readonly tickets: Pick<Tickets, 'find'>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly office: () => Office;
  /** Deletes the bytes, durably; resolves where there are none any more. */
  readonly removeRaw: (sha256: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** How often it looks, by the real clock, in ms; default ten minutes: it is a matter of days. */
  readonly everyMs?: number;
  /** Mail waits to be fetched or decided: looking can wait. */
  readonly isBusy?: () => Promise<boolean>;
  /** Before the first look, and before the next where mail waited, in ms; default 20 s: a daemon may be restarted often. */
  readonly soonMs?: number;
  /** Looks put off in a row before one is taken all the same: mail that can never be decided does not keep words for ever; default a day's. */
  readonly mostPutOff?: number;
}

const LOOK_EVERY_MS = 10 * 60_000;
const SOON_MS = 20_000;
const MOST_PUT_OFF = DAY / SOON_MS;
/** Mails looked at in one go. */
const BATCH = 50;

export class RetentionLoop {
  readonly #parts: RetentionParts;
  readonly #regular: RegularLook;
  /** When old words were last looked for. */
  #textsAt: EpochMs | null = null;
  #putOff = 0;

  constructor(parts: RetentionParts) {
    this.#parts = parts;
    this.#regular = new RegularLook(parts.everyMs ?? LOOK_EVERY_MS);
  }

  start(): void {
    const soon = this.#soonMs();
    this.#regular.start(() => this.#lookUnlessBusy(soon), soon);
  }

  /** Removes all whose time is up. */
  now(): Promise<void> {
    return this.#regular.inTurn(() => this.#look());
  }

  stop(): Promise<void> {
    return this.#regular.stop();
  }

  #soonMs(): number {
    const { everyMs = LOOK_EVERY_MS, soonMs = SOON_MS } = this.#parts;
    return Math.min(everyMs, soonMs);
  }

  /** Resolves with the pause before the next look where this one is put off. */
  async #lookUnlessBusy(soon: number): Promise<number | void> {
    const { isBusy = () => Promise.resolve(false), mostPutOff = MOST_PUT_OFF } = this.#parts;
    // Whether mail waits cannot be told: no reason to keep from looking, which says the same fault.
    if (this.#putOff < mostPutOff && (await isBusy().catch(() => false))) {
      this.#putOff += 1;
      return soon;
    }
    this.#putOff = 0;
    await this.#look();
  }

  async #look(): Promise<void> {
    await this.#emptyOld();
    await this.#forgetSignatures();
    await this.#removeDue();
  }

  async #emptyOld(): Promise<void> {
    const { office, clock, log, oldTexts } = this.#parts;
    const days = office().rulebook.retention?.daysOfTexts ?? null;
    const now = clock.now();
    if (days === null || (this.#textsAt !== null && now - this.#textsAt < DAY)) return;
    try {
      const before = addCalendarDays(now, -days, office().zone);
      const tickets = await this.#emptyTexts(before);
      const mails = await this.#throughPages((from: number | null) => oldTexts.emptyMails(before, from));
      const people = await this.#throughPages((from: PersonId | null) => oldTexts.emptyPeople(before, from));
      if (!this.#regular.isStopping) this.#textsAt = now;
      if (tickets > 0) log.info({ tickets }, 'the words of tickets that ended long ago are emptied, as the rules say');
      if (mails > 0) log.info({ mails }, 'the words of old mails without a ticket are emptied, as the rules say');
      if (people > 0) log.info({ people }, 'people not named for long are emptied, as the rules say');
    } catch (error) {
      log.error({ error: describeError(error) }, 'the words of old tickets could not be emptied; it is tried again');
    }
  }

  /** A signature counts for days; its hash is of no use long after. */
  async #forgetSignatures(): Promise<void> {
    const { signatures, clock, log } = this.#parts;
    try {
      const forgotten = (await signatures?.forget(signaturesNeededSince(clock.now()))) ?? 0;
      if (forgotten > 0) log.info({ signatures: forgotten }, 'old signatures are forgotten');
    } catch (error) {
      log.error({ error: describeError(error) }, 'old signatures could not be forgotten; it is tried again');
    }
  }

  async #emptyTexts(before: EpochMs): Promise<number> {
    const { oldTexts } = this.#parts;
    return this.#throughPages(async (from: TextsCursor | null) => {
      const { emptied, next } = await oldTexts.empty(before, from);
      return { emptied: emptied.length, next };
    });
  }

  /** Page by page to the last one, or until it is to stop. */
  async #throughPages<Cursor>(
    page: (from: Cursor | null) => Promise<{ readonly emptied: number; readonly next: Cursor | null }>,
  ): Promise<number> {
    let count = 0;
    let from: Cursor | null = null;
    while (!this.#regular.isStopping) {
      const { emptied, next } = await page(from);
      count += emptied;
      if (next === null) break;
      from = next;
    }
    return count;
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
