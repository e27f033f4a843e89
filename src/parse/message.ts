/**
 * What a mail is once its bytes have been read: the noun that all later stages speak of. Immutable and serialisable (it crosses
 * a process boundary), with nothing in it that the sender could use to choose a path, a template or a rule.
 */
import type { EpochMs } from '../shared/time.ts';

/** A name and an address; the address is lower-cased, the name has control characters removed. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  /** Made safe: no path parts, control or bidirectional characters, at most 120 characters, never empty. */
  readonly filename: string;
  /** Media type sniffed from the content, else `application/octet-stream` or `text/plain`. */
  readonly type: string;
  /** Media type as the sender declared it: a claim. */
  readonly declaredType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
  /** True for pictures of a signature and the like (Content-ID used in the HTML, or disposition inline with an image). */
  readonly inline: boolean;
}

/** RFC 3464, one recipient. */
export interface DeliveryReport {
  readonly recipient: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';
  /** RFC 3463 status such as `5.1.1`, or empty. */
  readonly status: string;
  readonly diagnostic: string;
  /** Message-ID of the mail that the report is about, without brackets. */
  readonly originalMessageId: string | null;
}

/** Why a mail counts as written by a machine; null when nothing says so. */
export type MachineMark = 'bounce' | 'auto-submitted' | 'list' | 'mdn' | 'own' | 'loop';

/** How sure the deployment is that From is who it says (see authentication.ts). */
export type SenderGrade = 'internal' | 'aligned' | 'absent' | 'failed';

/**
 * What an S/MIME signature over all that the mail says shows by itself. `proven`: who has the key of From's address has signed it; whether
 * it was meant for us, now and only once, is for the decision.
 */
export type MailSignature =
  | {
      readonly kind: 'proven';
      readonly why: string;
      /** By the signer's own clock. */
      readonly signedAt: EpochMs;
      /** The same for every copy of this signature. */
      readonly fingerprint: string;
      /** `header`: From, recipients, subject and Message-ID are signed with the text, and one of our addresses is among the recipients. */
      readonly covers: 'text' | 'header';
    }
  | { readonly kind: 'unproven'; readonly why: string };

export type MessageProblem =
  | 'several-from'
  | 'no-from'
  | 'no-date'
  | 'no-message-id'
  | 'bare-cr'
  | 'raw-8bit-header'
  | 'unknown-charset'
  | 'header-too-long'
  | 'too-many-parts'
  | 'too-deep'
  | 'text-cut'
  | 'too-large'
  | 'encrypted-smime'
  | 'encrypted-pgp'
  | 'no-text'
  /** A scanner has found something in it. */
  | 'virus'
  /** A scanner is configured, but has not looked at it. */
  | 'not-scanned'
  /** The same, where the office wants a person to see such mail first. */
  | 'not-scanned-held'
  /** Text that its style hides was left out of `text`. */
  | 'hidden-text';

export interface InboundMessage {
  /** Without brackets; null when missing. */
  readonly messageId: string | null;
  readonly from: Address | null;
  /** The Sender field where it names another address than From. */
  readonly sender: Address | null;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Addresses of Delivered-To, X-Original-To and the like: where a plus-address may survive. */
  readonly deliveredTo: readonly string[];
  /** The Date field; null when missing or unreadable. */
  readonly date: EpochMs | null;
  /** Offset of the Date field from UTC in minutes; null with `date`. */
  readonly dateOffsetMinutes: number | null;
  /** Decoded, white space folded, at most 998 characters. */
  readonly subject: string;
  /** In-Reply-To, then References from right to left, without repeats and brackets. */
  readonly ancestors: readonly string[];
  /** The whole text that a person reads: text/plain, else the HTML as text (quotes marked by `> `). LF line ends. */
  readonly text: string;
  /** The HTML as received (cut at the text limit), for finding quotes by their markup; null when there is none. */
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  /** METHOD of a calendar part (`REQUEST`, `REPLY`), else null. */
  readonly calendarMethod: string | null;
  readonly deliveryReports: readonly DeliveryReport[];
  readonly machine: MachineMark | null;
  /** Which header or phrase showed it, for the trace. */
  readonly machineEvidence: string | null;
  /** Header fields that other stages may ask for, lower-case names; each value unfolded and cut at 998 characters. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly grade: SenderGrade;
  readonly gradeEvidence: string;
  /** Absent where it is not signed with S/MIME. */
  readonly smime?: MailSignature;
  /** Hash over Message-ID, From, Date, normalised subject and text and attachment hashes; see identity.ts. */
  readonly identity: string;
  readonly problems: readonly MessageProblem[];
  readonly sizeBytes: number;
}
