/**
 * One IMAP connection: which protection it must have, and its faults in our words. TLS from the first byte, else STARTTLS; plain
 * text goes to loopback only (RFC 8314).
 */
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { BotError, describeError } from '../shared/errors.ts';

export interface ImapAccess {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; false: STARTTLS, plain only on loopback. */
  readonly secure: boolean;
  /** Where `secure` is false: `required` (default off loopback) or `never` (default on loopback, refused elsewhere). */
  readonly startTls?: 'required' | 'never';
  readonly user: string;
  /** Asked for at every attempt, so that a changed password needs no restart. */
  readonly password: () => string;
  /** PEM of the authority to trust where it is not a public one. */
  readonly ca?: string;
  /** Silence on a busy connection after which it counts as dead (default 90 s). */
  readonly silenceMs?: number;
}

const CONNECT_MS = 20_000;
const SILENCE_MS = 90_000;
/** One literal, however small it was listed. Beyond: the connection is ended, and the mail asked for in pieces. */
const MAX_LITERAL_BYTES = 64 * 1024 * 1024;

/**
 * Connected and logged in, no mailbox opened.
 * @param signal ends the attempt
 * @throws {BotError} E_CONFIG, E_IMAP, E_IMAP_LOGIN
 */
export async function connect(access: ImapAccess, signal?: AbortSignal): Promise<ImapFlow> {
  const client = new ImapFlow(optionsFor(access));
  // Every fault also ends the connection, and that is what is waited for; unheard, the event would end the process.
  client.on('error', () => undefined);
  const close = (): void => client.close();
  signal?.addEventListener('abort', close);
  try {
    signal?.throwIfAborted();
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw asFault(error, access);
  } finally {
    signal?.removeEventListener('abort', close);
  }
}

/** @throws {BotError} E_CONFIG where the password would cross a network unprotected */
export function refusePlainText(access: Pick<ImapAccess, 'host' | 'port' | 'secure' | 'startTls'>): void {
  if (access.secure || startTlsOf(access) === 'required' || isLoopback(access.host)) return;
  throw new BotError(
    'E_CONFIG',
    `IMAP server ${access.host}:${access.port}: plain text is allowed to loopback only; set secure: true, or leave STARTTLS on`,
  );
}

/** Wraps whatever imapflow or the socket threw; our own faults pass. */
export function asFault(error: unknown, access: Pick<ImapAccess, 'host' | 'port' | 'user'>): BotError {
  if (error instanceof BotError) return error;
  const server = `IMAP server ${access.host}:${access.port}`;
  const answer = textOf(error, 'responseText') ?? textOf(error, 'response') ?? describeError(error);
  if (isRefusedLogin(error)) {
    return new BotError('E_IMAP_LOGIN', `${server} refused the login of ${access.user}: ${answer}`, { cause: error });
  }
  const facts = { code: textOf(error, 'code') ?? textOf(error, 'serverResponseCode') ?? 'unknown' };
  return new BotError('E_IMAP', `${server}: ${answer}`, { cause: error, facts });
}

function optionsFor(access: ImapAccess): ImapFlowOptions {
  refusePlainText(access);
  return {
    host: access.host,
    port: access.port,
    secure: access.secure,
    ...(access.secure ? {} : { doSTARTTLS: startTlsOf(access) === 'required' }),
    auth: { user: access.user, pass: access.password() },
    ...(access.ca === undefined ? {} : { tls: { ca: access.ca } }),
    clientInfo: { name: 'loket' },
    logger: false,
    disableAutoIdle: true,
    disableAutoEnable: true,
    disableCompression: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: access.silenceMs ?? SILENCE_MS,
    maxLiteralSize: MAX_LITERAL_BYTES,
  };
}

function startTlsOf(access: Pick<ImapAccess, 'host' | 'startTls'>): 'required' | 'never' {
  return access.startTls ?? (isLoopback(access.host) ? 'never' : 'required');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** imapflow marks a connection lost while logging in as a failed login, too; only the server's NO is one (RFC 5530 §3). */
function isRefusedLogin(error: unknown): boolean {
  if (!(error instanceof Error) || !('authenticationFailed' in error)) return false;
  const passing = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'CONTACTADMIN'];
  return textOf(error, 'responseStatus') === 'NO' && !passing.includes(textOf(error, 'serverResponseCode') ?? '');
}

function textOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
