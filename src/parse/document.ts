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
}
