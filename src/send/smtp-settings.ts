/** Where letters leave, and how long each step of an SMTP session may take. */
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, which only a loopback server may leave out. */
  readonly secure: boolean;
  readonly user: string | null;
  /** Resolved anew for every pool, so that a mended secret is used without a restart; null where the server asks for none. */
  readonly password: (() => string) | null;
  /** Our own mailbox: the envelope's MAIL FROM, so that bounces come back to where they are read. */
  readonly sender: string;
  /** PEM of an authority of the office, beside those that Node trusts; null for none. */
  readonly ca?: string | null;
}

export interface SmtpLimits {
  /** Connections at once (default 5). More letters wait their turn. */
  readonly connections: number;
  /** Letters over one connection (default 1,000), then it is made anew. */
  readonly lettersPerConnection: number;
  /** Until TCP and TLS stand (default 15 s). Beyond: `unreachable`. */
  readonly connectTimeoutMs: number;
  /** Until the server's greeting (default 30 s). Beyond: `unreachable`. */
  readonly greetingTimeoutMs: number;
  /** Silence of the server in a session (default 2 min). Beyond: the letter is tried again later. */
  readonly socketTimeoutMs: number;
  /** One letter from hand-over to the last reply (default 5 min), also where the server trickles. Beyond: tried again later. */
  readonly sendTimeoutMs: number;
}

export const DEFAULT_SMTP_LIMITS: SmtpLimits = {
  connections: 5,
  lettersPerConnection: 1_000,
  connectTimeoutMs: 15_000,
  greetingTimeoutMs: 30_000,
  socketTimeoutMs: 120_000,
  sendTimeoutMs: 300_000,
};

/** A message whose idle connection turned out dead has lost nothing: nodemailer may move it to another one this often. */
const MOVES_TO_ANOTHER_CONNECTION = 2;

export function poolOptions(settings: SmtpSettings, limits: SmtpLimits): SMTPPoolOptions & { pool: true } {
  const local = isLoopback(settings.host);
  return {
    pool: true,
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: !settings.secure && !local,
    tls: { rejectUnauthorized: !local, ...(settings.ca ? { ca: settings.ca } : {}) },
    ...credentials(settings),
    maxConnections: limits.connections,
    maxMessages: limits.lettersPerConnection,
    maxRequeues: MOVES_TO_ANOTHER_CONNECTION,
    connectionTimeout: limits.connectTimeoutMs,
    greetingTimeout: limits.greetingTimeoutMs,
    socketTimeout: limits.socketTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** By the name alone: what a resolver says must not switch TLS off. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function credentials(settings: SmtpSettings): Pick<SMTPPoolOptions, 'auth'> {
  if (settings.user === null || settings.password === null) return {};
  return { auth: { user: settings.user, pass: settings.password() } };
}
