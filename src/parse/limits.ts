/** Limits on what one mail may cost. What goes over a limit is held or cut with its problem named; the next mail goes on. */
export interface MailLimits {
  /** Raw size in bytes (default 40 MiB). Beyond: the mail is kept up to here and handed to the desk unread. */
  readonly maxMessageBytes: number;
  /** Wall-clock time to read one mail with its papers, in ms (default 30,000). Beyond: killed, counted as one attempt. */
  readonly maxParseMs: number;
  /** Resident memory of the reading process in bytes (default 130 MiB above its start: a mail of 40 MiB takes some 40, a PDF of 15 MiB some 60). Beyond: killed, counted as one attempt. */
  readonly maxParseMemoryBytes: number;
  /** Header block in bytes (default 256 KiB). Beyond: `header-too-long`, the mail goes to the desk unread. */
  readonly maxHeaderBytes: number;
  /** MIME parts (default 200). Beyond: `too-many-parts`, the desk reads it. */
  readonly maxParts: number;
  /** Nesting of MIME parts (default 40). Beyond: `too-deep`, the desk reads it. */
  readonly maxDepth: number;
  /** Text in characters (default 200,000). Beyond: cut, `text-cut`. */
  readonly maxTextChars: number;
  /** One PDF read for its fields and text: bytes (default 15 MiB), pages (default 30), ms (default 8,000). Beyond: `unreadable`. */
  readonly maxPdfBytes: number;
  readonly maxPdfPages: number;
  readonly maxPdfMs: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: MailLimits = {
  maxMessageBytes: 40 * MIB,
  maxParseMs: 30_000,
  maxParseMemoryBytes: 130 * MIB,
  maxHeaderBytes: 256 * 1024,
  maxParts: 200,
  maxDepth: 40,
  maxTextChars: 200_000,
  maxPdfBytes: 15 * MIB,
  maxPdfPages: 30,
  maxPdfMs: 8_000,
};
