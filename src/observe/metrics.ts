/** The figures for Prometheus, in a registry of their own. Labels are codes of ours, never anything that a mail says. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** `accept`, `ignore:list`, `hold:outside`, … */
  mail(disposition: string): void;
  ticket(kind: string, service: string | null): void;
  letter(template: string, outcome: 'sent' | 'retried' | 'failed' | 'parked'): void;
  parsed(seconds: number): void;
  /** From the server's announcement of a mail to the acceptance of its answer. */
  answered(seconds: number): void;
  outbox(counts: Readonly<Record<string, number>>): void;
  oldestUnanswered(seconds: number): void;
  imapConnected(connected: boolean): void;
  reconnected(): void;
  alarms(causes: readonly string[]): void;
  /** The exposition text and its media type. */
  expose(): Promise<{ readonly text: string; readonly contentType: string }>;
}

const PARSE_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const ANSWER_SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 600, 1_800, 7_200, 86_400];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  return { ...flow(registry), ...state(registry), expose: () => expose(registry) };
}

type Flow = Pick<Metrics, 'mail' | 'ticket' | 'letter' | 'parsed' | 'answered' | 'reconnected'>;

function flow(registry: Registry): Flow {
  const mails = counter(registry, 'loket_mails_total', 'Mails decided, by disposition', ['disposition']);
  const tickets = counter(registry, 'loket_tickets_total', 'Tickets opened, by kind and service', ['kind', 'service']);
  const letters = counter(registry, 'loket_letters_total', 'Attempts to send letters', ['template', 'outcome']);
  const reconnects = counter(registry, 'loket_imap_reconnects_total', 'Connections to IMAP made anew', []);
  const parse = histogram(registry, 'loket_parse_seconds', 'Time to parse one mail', PARSE_SECONDS);
  const answer = histogram(
    registry,
    'loket_answer_seconds',
    'From a mail being announced to its answer',
    ANSWER_SECONDS,
  );
  return {
    mail: (disposition) => mails.inc({ disposition }),
    ticket: (kind, service) => tickets.inc({ kind, service: service ?? 'none' }),
    letter: (template, outcome) => letters.inc({ template, outcome }),
    parsed: (seconds) => parse.observe(seconds),
    answered: (seconds) => answer.observe(Math.max(seconds, 0)),
    reconnected: () => reconnects.inc(),
  };
}

type State = Pick<Metrics, 'outbox' | 'oldestUnanswered' | 'imapConnected' | 'alarms'>;

function state(registry: Registry): State {
  const outbox = gauge(registry, 'loket_outbox_letters', 'Letters by state', ['state']);
  const oldest = gauge(registry, 'loket_oldest_unanswered_seconds', 'Age of the oldest mail without an answer', []);
  const imap = gauge(registry, 'loket_imap_connected', '1 while the mailbox is reached', []);
  const alarm = gauge(registry, 'loket_alarm', '1 for each alarm that is not over', ['cause']);
  return {
    outbox: (counts) => Object.entries(counts).forEach(([name, value]) => outbox.set({ state: name }, value)),
    oldestUnanswered: (seconds) => oldest.set(Math.max(seconds, 0)),
    imapConnected: (connected) => imap.set(connected ? 1 : 0),
    alarms: (causes) => {
      alarm.reset();
      for (const cause of causes) alarm.set({ cause }, 1);
    },
  };
}

function counter(registry: Registry, name: string, help: string, labelNames: string[]): Counter {
  return new Counter({ name, help, labelNames, registers: [registry] });
}

function gauge(registry: Registry, name: string, help: string, labelNames: string[]): Gauge {
  return new Gauge({ name, help, labelNames, registers: [registry] });
}

function histogram(registry: Registry, name: string, help: string, buckets: number[]): Histogram {
  return new Histogram({ name, help, buckets, registers: [registry] });
}

async function expose(registry: Registry): Promise<{ text: string; contentType: string }> {
  return { text: await registry.metrics(), contentType: registry.contentType };
}
