/** Keeps what is known of the connection, and says so: the first failure and the recovery in the log, every change to the hook. */
import type { ImapFlow } from 'imapflow';
import type { BotError } from '../shared/errors.ts';
import type { MailboxHealth } from './mail-source.ts';
import type { WatchOptions } from './watch-options.ts';

export interface HealthBook {
  read(): MailboxHealth;
  connecting(): void;
  connected(client: ImapFlow): void;
  /** The connection has proved good (or not): the next failure is the first. */
  good(isGood: boolean): void;
  /** Answers how many in a row that makes. */
  failed(fault: BotError): number;
  compared(counts: NonNullable<MailboxHealth['compared']>): void;
  stopped(): void;
}

type Kept = Omit<MailboxHealth, 'pending'>;

export function makeHealthBook(
  { access, clock, log, onHealth }: Pick<WatchOptions, 'access' | 'clock' | 'log' | 'onHealth'>,
  pending: () => number,
): HealthBook {
  const server = `${access.host}:${access.port}`;
  let health: Kept = { phase: 'connecting', since: clock.now(), failures: 0, fault: null, compared: null };
  const read = (): MailboxHealth => ({ ...health, pending: pending() });
  const change = (changed: Partial<Kept>): void => {
    const phase = changed.phase ?? health.phase;
    const turned = (phase === 'connected') !== (health.phase === 'connected');
    health = { ...health, ...changed, ...(turned ? { since: clock.now() } : {}) };
    onHealth(read());
  };

  return {
    read,
    connecting: () => change({ phase: 'connecting' }),
    connected: (client) => {
      const { failures } = health;
      const facts = { server, secure: client.secureConnection, idle: client.capabilities.has('IDLE'), failures };
      log.info(facts, failures > 0 ? 'mailbox connected again' : 'mailbox connected');
      change({ phase: 'connected', fault: null });
    },
    good: (isGood) => {
      if (isGood && health.failures > 0) change({ failures: 0 });
    },
    failed: (fault) => {
      const failures = health.failures + 1;
      const isNews = failures === 1 || (health.fault !== null && health.fault.code !== fault.code);
      const facts = { server, code: fault.code, failures };
      if (isNews) log.warn(facts, `mailbox not reachable, trying again: ${fault.message}`);
      else log.debug(facts, `mailbox still not reachable: ${fault.message}`);
      change({ phase: 'waiting-to-reconnect', failures, fault: { code: fault.code, message: fault.message } });
      return failures;
    },
    compared: (compared) => change({ compared }),
    stopped: () => change({ phase: 'stopped' }),
  };
}
