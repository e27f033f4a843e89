/** What the daemon asks of its reading processes, and what they answer; see mail-reader.ts and parse-worker.ts. */
import type { Span } from './parse/base64-lines.ts';
import type { PaperReading } from './parse/document.ts';
import type { InboundMessage } from './parse/message.ts';
import type { ParsePolicy } from './parse/parse-message.ts';

/** Argument of a reading process that stays: it loads all libraries before its first mail. */
export const WITH_LIBRARIES = 'with-libraries';

export interface ReadJob {
  readonly kind: 'read';
  /** The kept raw mail. */
  readonly path: string;
  readonly policy: ParsePolicy;
  /** The file holds only the beginning of the mail. */
  readonly cut: boolean;
  /** Less is read of a mail that has killed a process: first its papers are left closed, then nothing but its header is read. */
  readonly part: 'whole' | 'without-papers' | 'header';
  /** Scans are read, too, which takes seconds. Default: no. */
  readonly ocr?: boolean;
}

export interface ExtractJob {
  readonly kind: 'extract';
  readonly path: string;
  readonly policy: ParsePolicy;
  /** Null takes all but the inline pictures. */
  readonly sha256s: readonly string[] | null;
}

/** Pages of a PDF that a person has to see. */
export interface DrawJob {
  readonly kind: 'draw';
  readonly path: string;
  readonly policy: ParsePolicy;
  /** Of the attachment. */
  readonly sha256: string;
  /** From 1. */
  readonly pages: readonly number[];
}

export type MailJob = ReadJob | ExtractJob | DrawJob;

export interface ReadMail {
  readonly message: InboundMessage;
  readonly papers: readonly PaperReading[];
}

/** An attachment on its way into a letter: it mostly lies in the raw mail in the very form in which it goes on. */
export interface ExtractedFile {
  readonly filename: string;
  readonly type: string;
  readonly sha256: string;
  readonly content: { readonly base64: Span } | { readonly bytes: Uint8Array };
}

/** A page as a PNG. */
export interface DrawnPage {
  readonly page: number;
  readonly png: Uint8Array;
}

/** What is known of a mail that was read, for letters that carry it on. */
export interface CarriedMail {
  /** It can go into another mail as it is. */
  readonly isSevenBit: boolean;
  /** All but the inline pictures; null when some of them have to be taken out of it first. */
  readonly files: readonly ExtractedFile[] | null;
}

export type MailJobResult =
  | { readonly kind: 'read'; readonly mail: ReadMail; readonly carried: CarriedMail | null }
  | { readonly kind: 'extract'; readonly files: readonly ExtractedFile[] }
  | { readonly kind: 'draw'; readonly pages: readonly DrawnPage[] };
