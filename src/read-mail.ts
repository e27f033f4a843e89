/**
 * What a mail's bytes become, whatever they do to the process that reads them. A mail that kills it twice is poison: then its header
 * alone is read, so that its sender can still be answered. Poison is also a mail over which the whole daemon has died again and again.
 */
import type { ReadOutcome } from './look-up.ts';
import type { MailReader } from './mail-reader.ts';
import { BotError } from './shared/errors.ts';

export interface KeptMail {
  readonly path: string;
  /** Only its beginning was kept. */
  readonly cut: boolean;
  /** How many daemons have begun to read it, this one included; all before it ended before the mail was decided. */
  readonly attempt: number;
}

export interface ReadHooks {
  /** It takes longer than mails usually do. */
  readonly slow: () => void;
  readonly failed: (why: string) => void;
}

/**
 * A daemon may be ended for reasons of its own, and then it is the mail at the head that is being read each time: only so often is it
 * that mail's fault.
 */
const MOST_ATTEMPTS = 10;
/** After two more not even the header is looked at. */
const MOST_HEADER_ATTEMPTS = MOST_ATTEMPTS + 2;

/** @throws {BotError} E_STORAGE where the kept bytes cannot be had: a fault of ours, to be tried again */
export async function readKept(reader: MailReader, mail: KeptMail, hooks: ReadHooks): Promise<ReadOutcome> {
  if (mail.attempt <= MOST_ATTEMPTS) {
    const outcome = await reader.read(mail.path, mail.cut, hooks.slow);
    if (outcome.kind === 'ok') return { kind: 'read', mail: outcome.value };
    hooks.failed(outcome.kind === 'died' ? outcome.why : outcome.message);
  } else {
    hooks.slow();
    hooks.failed(`the daemon ended ${mail.attempt - 1} times over it`);
    if (mail.attempt > MOST_HEADER_ATTEMPTS) return { kind: 'unread', failure: 'poison', message: null };
  }
  const header = await reader.readHeader(mail.path);
  if (header.kind === 'threw') throw new BotError('E_STORAGE', `a kept mail cannot be read: ${header.message}`);
  return { kind: 'unread', failure: 'poison', message: header.kind === 'ok' ? header.value.message : null };
}
