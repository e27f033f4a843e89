/** A letter turned into what goes over SMTP; still without a transport. */
export interface OutgoingAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: FileContent;
}

export type FileContent =
  /** A file on disk (the raw original), and whether it is 7-bit text in lines that every server takes, where that is known. */
  | { readonly path: string; readonly isSevenBit?: boolean }
  /** A part of such a file, from `start` to before `end`, that stands there in base64 as it goes on. */
  | { readonly path: string; readonly base64: { readonly start: number; readonly end: number } }
  | { readonly bytes: Uint8Array };

export interface OutgoingMail {
  /** Without brackets. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly cc: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly text: string;
  readonly html: string;
  /** Auto-Submitted, X-Auto-Response-Suppress, X-Loket-*. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly OutgoingAttachment[];
}
