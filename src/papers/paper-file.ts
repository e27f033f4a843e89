import type { PaperReading } from '../parse/document.ts';
import type { MailLimits } from '../parse/limits.ts';
import type { PrintedForms } from './printed-forms.ts';
import type { PictureText, ReadPicture } from './picture.ts';

export interface PaperFile {
  readonly filename: string;
  readonly sha256: string;
  /** Media type sniffed from the content. */
  readonly type: string;
  readonly bytes: Buffer | null;
}

export type PaperLimits = Pick<MailLimits, 'maxPdfBytes' | 'maxPdfPages' | 'maxPdfMs'>;

export interface PaperOptions {
  /** Certificates (PEM) that signatures may lead to; without any, nothing is said of who signed. */
  readonly roots?: readonly string[];
  /** The office's forms; without any, nothing is read of printed ones. */
  readonly forms?: PrintedForms;
  /** Reads pictures of letters; without it, scans stay pictures. */
  readonly readPicture?: ReadPicture;
  readonly readPictureFile?: (bytes: Buffer) => Promise<PictureText | null>;
}

export interface ReadingContext {
  readonly limits: PaperLimits;
  readonly options: PaperOptions & { readonly forms: PrintedForms };
}

export type ReadKind = (
  file: PaperFile & { readonly bytes: Buffer },
  context: ReadingContext,
) => Promise<readonly PaperReading[]>;
