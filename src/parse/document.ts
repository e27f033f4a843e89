/** What a paper of a mail says; filled by papers/, carried beside the message. Names of fields: domain form31 (Form 3.1, BAST). */
export type DocumentType =
  | 'form-3.1'
  | 'bast'
  | 'formulir-uat'
  | 'daftar-akun'
  | 'daftar-perangkat'
  | 'surat'
  | 'ktp'
  | 'sk'
  | 'other'
  | 'unreadable';

export type SignatureState = 'none' | 'empty-field' | 'signed' | 'changed-after' | 'wet-picture' | 'unknown';

export interface DocumentProblem {
  readonly field: string | null;
  readonly row: number | null;
  /** Indonesian, as it stands in a letter. */
  readonly text: string;
}

/** `appearance`: drawn in the field, though the field holds no value; `label`: beside its label in the text layer. */
export type FieldOrigin = 'acroform' | 'appearance' | 'label' | 'cell' | 'qr' | 'ocr';

export interface FieldSource {
  readonly origin: FieldOrigin;
  /** 0..1: how sure the value is what was meant. */
  readonly sureness: number;
}

/** A row of a list, numbered as the program that made it shows it (the first line is 1). */
export interface ListRow {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * `unverifiable`: no roots are configured, or none leads to it, so nothing is said of who signed; `expired`: it was no longer, or not
 * yet, valid when the paper was signed.
 */
export type CertificateState = 'trusted' | 'expired' | 'unknown-root' | 'unverifiable';

export interface SignatureReading {
  /** Name of the signature field. */
  readonly field: string;
  /** `changed`: other bytes were signed; `damaged`: cannot be checked at all. */
  readonly state: 'empty' | 'intact' | 'changed' | 'damaged';
  /** Nothing was added to the file after this signature. */
  readonly coversFile: boolean;
  readonly signer: { readonly name: string; readonly nip: string | null } | null;
  /** As the signer's program claims; ISO 8601, UTC. */
  readonly signedAt: string | null;
  readonly certificate: CertificateState | null;
  /** Indonesian, one sentence for letters and the desk. */
  readonly text: string;
}

/** A letter as far as it could be read; null for what it does not show. */
export interface LetterReading {
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly subject: string | null;
  readonly addressee: string | null;
  readonly signer: LetterSigner | null;
}

export interface LetterSigner {
  readonly name: string | null;
  readonly nip: string | null;
  readonly title: string | null;
  /** What the title's words say of the rank (Kepala Pusat: II); a claim, the directory decides. */
  readonly rank: 'I' | 'II' | 'III' | 'IV' | null;
  /** `a.n.`: signed in the name of this office. */
  readonly onBehalfOf: string | null;
  readonly acting: 'plt' | 'plh' | null;
}

/** What a person should know before opening the file; nothing of it is ever run, fetched or computed. */
export type PaperWarning =
  'script' | 'launch-action' | 'embedded-file' | 'formula' | 'external-link' | 'macro' | 'several-formats';

export interface PaperMark {
  readonly verdict: 'genuine' | 'changed' | 'forged';
  /** The ticket that it was made for; null where nobody can say. */
  readonly ticket: string | null;
  /** Names of the fields in which something else stands than we had written. */
  readonly fields: readonly string[];
  /** The same, as they stand on the form. */
  readonly labels: readonly string[];
}

export interface PaperReading {
  readonly filename: string;
  readonly sha256: string;
  readonly type: DocumentType;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly DocumentProblem[];
  readonly signature: SignatureState;
  /** Text layer, at most 20,000 characters; empty for scans. */
  readonly text: string;
  readonly pages: number;
  /** Where each field comes from, by its name. */
  readonly sources?: Readonly<Record<string, FieldSource>>;
  /** Rows of a list. */
  readonly rows?: readonly ListRow[];
  readonly signatures?: readonly SignatureReading[];
  readonly letter?: LetterReading;
  readonly warnings?: readonly PaperWarning[];
  /** Of a form of ours that came back filled in: whether what we had written still stands there, and which fields do not. */
  readonly mark?: PaperMark;
  /** Unreadable as it was sent, but its sender can send it otherwise (without its password, in another kind of file). */
  readonly asksAgain?: boolean;
  /** Unreadable for its size alone: a person can open it all the same. */
  readonly isOverLimit?: boolean;
  /** Contents of the QR codes on its pages. */
  readonly codes?: readonly string[];
  /** Where the file holds several papers: which of its pages (from 1). */
  readonly pageRange?: { readonly first: number; readonly last: number };
  /** Name of the file inside the archive that was attached. */
  readonly within?: string;
  /** What the file's name says where its content says nothing: a weak claim, received unchecked. */
  readonly claim?: DocumentType;
  /** A picture without a text layer: `text` is empty or was guessed by OCR with this mean confidence (0..1). */
  readonly scan?: { readonly confidence: number | null };
}
