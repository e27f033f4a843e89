/** Mails with attachments are shown to a virus scanner before anything is decided; what it says goes with the message. */
import type { Config } from './config.ts';
import type { ReadOutcome } from './look-up.ts';
import type { MessageProblem } from './parse/message.ts';
import { makeScanner, readAddress, type ScanVerdict, type VirusScanner } from './scan/scanner.ts';
import type { Alarm } from './send/alarm.ts';
import type { Log } from './shared/log.ts';
import type { Clock } from './shared/time.ts';

export interface MailScanner {
  /** @param slow called when it is asked: other mails need not wait for its answer */
  scanned(read: ReadOutcome, path: string, slow: () => void): Promise<ReadOutcome>;
}

export interface MailScannerParts {
  readonly config: Pick<Config, 'papers'>;
  readonly alarm: Pick<Alarm, 'raise' | 'clear'>;
  readonly clock: Clock;
  readonly log: Log;
}

const CAUSE = 'virus-scanner-away';

/** Null where no scanner is configured. */
export function mailScanner({ config, alarm, clock, log }: MailScannerParts): MailScanner | null {
  const address = readAddress(config.papers.clamd);
  if (address === null) return null;
  const meanwhile =
    config.papers.when_unscanned === 'hold' ? 'mails with attachments are held' : 'attachments go unscanned';
  const scanner = makeScanner({
    address,
    now: () => clock.now(),
    onDown: (why) => void alarm.raise(CAUSE, `The virus scanner does not answer (${why}); ${meanwhile}.`),
    onUp: () => void alarm.clear(CAUSE),
  });
  return scanning(scanner, { whenAway: config.papers.when_unscanned, log });
}

export function scanning(
  scanner: VirusScanner,
  { whenAway, log }: { readonly whenAway: 'pass' | 'hold'; readonly log: Log },
): MailScanner {
  return {
    scanned: async (read, path, slow) => {
      if (read.kind !== 'read' || read.mail.message.attachments.length === 0) return read;
      slow();
      const verdict = await scanner.scan(path);
      if (verdict.kind === 'infected') log.warn({ found: verdict.name }, 'a mail carries what the scanner knows');
      return withProblem(read, problemOf(verdict, whenAway));
    },
  };
}

function problemOf(verdict: ScanVerdict, whenAway: 'pass' | 'hold'): MessageProblem | null {
  if (verdict.kind === 'clean') return null;
  if (verdict.kind === 'infected') return 'virus';
  return whenAway === 'hold' ? 'not-scanned-held' : 'not-scanned';
}

function withProblem(read: Extract<ReadOutcome, { kind: 'read' }>, problem: MessageProblem | null): ReadOutcome {
  if (problem === null) return read;
  const { message } = read.mail;
  return { ...read, mail: { ...read.mail, message: { ...message, problems: [...message.problems, problem] } } };
}
