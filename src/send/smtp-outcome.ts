/**
 * What an SMTP failure means for the letter. The first digit of the status decides (RFC 5321 4.2.1), but a 5xx that is about us
 * as a client (greeting, EHLO, STARTTLS, AUTH, our sender address) is never the letter's fault.
 */
import { describeError } from '../shared/errors.ts';
import type { FailureScope, Refusal, SendOutcome } from './transport.ts';

/** The facts nodemailer puts on its errors. */
export interface SmtpFailure {
  readonly message: string;
  readonly code: string;
  readonly command: string;
  readonly responseCode: number;
  readonly reply: string;
  readonly syscall: string;
  readonly recipient: string;
  readonly rejected: readonly SmtpFailure[];
}

const OF_THE_SESSION = /^(?:CONN|EHLO|HELO|LHLO|STARTTLS|AUTH\b.*)$/;
/** Of attachments and the like, while the message was put together. */
const LOCAL_CODES: ReadonlySet<string> = new Set(['ESTREAM', 'EFILEACCESS', 'EURLACCESS']);
const CLIENT_CODES: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS']);
/** Authentication or encryption required (RFC 4954, 3207), at whatever command it is said. */
const CLIENT_REPLIES: ReadonlySet<number> = new Set([530, 534, 535, 538]);
const NEVER_CONNECTED: ReadonlySet<string> = new Set(['Connection timeout', 'Greeting never received']);

/** Null when the failure is none of SMTP (an attachment that broke while it was read). */
export function outcomeOf(error: unknown): SendOutcome | null {
  const failure = readFailure(error);
  const reply = failure.reply || failure.message;
  if (isLocal(failure)) return null;
  if (failure.rejected.some((one) => isTransientReply(one.responseCode))) return transient('letter', reply);
  const scope = clientScope(failure);
  if (scope) return transient(scope, reply);
  const status = permanentStatus(failure);
  return status === null ? transient('letter', reply) : { kind: 'permanent', reply, status };
}

/** Recipients that were refused while others were taken. */
export function partialRefusals(errors: readonly unknown[]): {
  refused: readonly Refusal[];
  deferred: readonly string[];
} {
  const failures = errors.map(readFailure);
  const lasting = failures.filter((one) => !isTransientReply(one.responseCode));
  return {
    refused: lasting.map((one) => ({ address: one.recipient, reply: one.reply, status: enhancedStatus(one) })),
    deferred: failures.filter((one) => isTransientReply(one.responseCode)).map((one) => one.recipient),
  };
}

export function readFailure(error: unknown): SmtpFailure {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const text = (name: string): string => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const rejected = field('rejectedErrors');
  const responseCode = field('responseCode');
  return {
    message: describeError(error),
    code: text('code'),
    command: text('command'),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    reply: text('response'),
    syscall: text('syscall'),
    recipient: text('recipient'),
    rejected: Array.isArray(rejected) ? rejected.map(readFailure) : [],
  };
}

/** A connection that is reset is a failed `read` as well; nodemailer then says ESOCKET. */
function isLocal({ code, syscall }: SmtpFailure): boolean {
  return (
    LOCAL_CODES.has(code) || syscall === 'open' || (syscall === 'read' && code !== 'ESOCKET' && code !== 'ECONNECTION')
  );
}

function clientScope(failure: SmtpFailure): FailureScope | null {
  if (CLIENT_CODES.has(failure.code) || CLIENT_REPLIES.has(failure.responseCode)) return 'refused';
  if (failure.responseCode > 0) {
    if (OF_THE_SESSION.test(failure.command)) return isTransientReply(failure.responseCode) ? 'unreachable' : 'refused';
    return failure.command === 'MAIL FROM' && isRefusal(failure) && !isAboutSize(failure) ? 'refused' : null;
  }
  const neverStood = failure.code === 'EDNS' || failure.syscall === 'connect' || NEVER_CONNECTED.has(failure.message);
  return neverStood || (failure.code === 'ECONNECTION' && failure.command === '') ? 'unreachable' : null;
}

function permanentStatus(failure: SmtpFailure): string | null {
  if (isRefusal(failure)) return enhancedStatus(failure);
  if (failure.responseCode > 0) return null;
  // Said by nodemailer itself, before the server was asked: an address that cannot be one, a letter larger than the server's SIZE.
  if (failure.code === 'EENVELOPE' && failure.command === 'API') return '5.1.3';
  return failure.code === 'EMESSAGE' && failure.command === 'MAIL FROM' ? '5.3.4' : null;
}

/** 503 says that the session got out of step, not that the letter was refused. */
function isRefusal(failure: SmtpFailure): boolean {
  return failure.responseCode >= 500 && failure.responseCode < 600 && failure.responseCode !== 503;
}

function isAboutSize(failure: SmtpFailure): boolean {
  return failure.responseCode === 552 || /^\d{3}[ -]5\.[23]\.[34]\b/.test(failure.reply);
}

function isTransientReply(responseCode: number): boolean {
  return responseCode >= 400 && responseCode < 500;
}

/** RFC 3463 status of the reply, or the class alone where the server gives none. */
function enhancedStatus(failure: SmtpFailure): string {
  const given = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(failure.reply)?.[1];
  return given ?? `${Math.trunc(failure.responseCode / 100)}.0.0`;
}

function transient(scope: FailureScope, reply: string): SendOutcome {
  return { kind: 'transient', scope, reply };
}
