/** The papers of fixtures/papers and what is to be said of each (papers.jsonl). */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type {
  DocumentType,
  LetterReading,
  PaperReading,
  SignatureReading,
  SignatureState,
} from '../../src/parse/document.ts';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import { sniffType } from '../../src/parse/sniff.ts';
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import { readPapers, type PaperFile, type PaperOptions } from '../../src/papers/read-papers.ts';

export const FOLDER = resolve(import.meta.dirname, '../../fixtures/papers');

export interface ExpectedPaper {
  readonly type: DocumentType;
  readonly fields?: Readonly<Record<string, string>>;
  /** Their texts, in order. */
  readonly problems?: readonly string[];
  readonly signature?: SignatureState;
  readonly signatures?: readonly Partial<SignatureReading>[];
  readonly letter?: Partial<LetterReading>;
  readonly warnings?: readonly string[];
  readonly codes?: readonly string[];
  readonly claim?: DocumentType;
  readonly within?: string;
  readonly pageRange?: { readonly first: number; readonly last: number };
  /** Numbers of the rows of a list. */
  readonly rows?: readonly number[];
}

export interface PaperFixture {
  readonly file: string;
  readonly madeWith: string;
  readonly how: 'fillable' | 'printed' | 'letter' | 'list' | 'several' | 'signature' | 'scan' | 'unreadable' | 'other';
  readonly papers: readonly ExpectedPaper[];
}

export const paperFixtures: readonly PaperFixture[] = readFileSync(join(FOLDER, 'papers.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as PaperFixture);

const roots = [readFileSync(join(FOLDER, 'akar-percobaan.pem'), 'utf8')];

export async function fileOf(filename: string): Promise<PaperFile> {
  const bytes = readFileSync(join(FOLDER, filename));
  return { filename, sha256: filename, type: await sniffType(bytes), bytes };
}

export async function readFixture(
  filename: string,
  options: PaperOptions = { roots, forms: SHIPPED_FORMS },
): Promise<readonly PaperReading[]> {
  return readPapers([await fileOf(filename)], DEFAULT_LIMITS, options);
}

/** Other bytes under the name of a fixture. */
export async function readMade(filename: string, bytes: Buffer): Promise<readonly PaperReading[]> {
  const file = { filename, sha256: filename, type: await sniffType(bytes), bytes };
  return readPapers([file], DEFAULT_LIMITS, { roots, forms: SHIPPED_FORMS });
}
