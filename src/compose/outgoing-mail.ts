/** A letter turned into what goes over SMTP; still without a transport. */
export interface OutgoingAttachment {
  readonly filename: string;
  readonly contentType: string;
  /** A file on disk (the raw original) or the bytes. */
  readonly content: { readonly path: string } | { readonly bytes: Uint8Array };
}

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
