/**
 * Faults, as opposed to dispositions (what a sender did: decide/decision.ts). One class; who acts and whether a retry helps
 * are properties of the code. Wrap third-party errors once, at the port, with `cause`.
 */
export type FaultCode =
  | 'E_USAGE'
  | 'E_CONFIG'
  | 'E_RULE_FILE'
  | 'E_TEMPLATE'
  | 'E_DIRECTORY'
  | 'E_MESSAGE_UNREADABLE'
  | 'E_MESSAGE_TOO_LARGE'
  | 'E_IMAP'
  | 'E_IMAP_LOGIN'
  | 'E_SMTP_TRANSIENT'
  | 'E_SMTP_PERMANENT'
  | 'E_STREAM_CONFLICT'
  | 'E_STORAGE'
  | 'E_ISOLATE';

const RETRYABLE: Readonly<Record<FaultCode, boolean>> = {
  E_USAGE: false,
  E_CONFIG: false,
  E_RULE_FILE: false,
  E_TEMPLATE: false,
  E_DIRECTORY: false,
  E_MESSAGE_UNREADABLE: false,
  E_MESSAGE_TOO_LARGE: false,
  E_IMAP: true,
  E_IMAP_LOGIN: true,
  E_SMTP_TRANSIENT: true,
  E_SMTP_PERMANENT: false,
  E_STREAM_CONFLICT: true,
  E_STORAGE: true,
  E_ISOLATE: true,
};

/** A place in a file that people edit; line and column start at 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface FaultContext {
  readonly cause?: unknown;
  readonly place?: Place;
  /** Ids, limits and codes only; never a body, an address list or a secret. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Message wording: what failed, which thing, what would be right. Test by `code`, never by message. */
export class BotError extends Error {
  readonly code: FaultCode;
  readonly place: Place | undefined;
  readonly facts: Readonly<Record<string, string | number | boolean>>;

  constructor(code: FaultCode, message: string, context: FaultContext = {}) {
    super(context.place ? `${formatPlace(context.place)}: ${message}` : message, { cause: context.cause });
    this.name = 'BotError';
    this.code = code;
    this.place = context.place;
    this.facts = context.facts ?? {};
  }

  get retryable(): boolean {
    return RETRYABLE[this.code];
  }
}

/** `rules/teams.yaml:14:3`, leaving out what is not known. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** The message of anything thrown, for logs and letters to operators. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
