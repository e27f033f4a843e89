import type { DocumentProblem, PaperReading } from '../parse/document.ts';

/** A paper that was not or could not be read, with the reason as it stands in a letter. */
export function unreadablePaper(file: Pick<PaperReading, 'filename' | 'sha256'>, reason: string): PaperReading {
  const problem: DocumentProblem = { field: null, row: null, text: reason };
  const { filename, sha256 } = file;
  return {
    filename,
    sha256,
    type: 'unreadable',
    fields: {},
    problems: [problem],
    signature: 'unknown',
    text: '',
    pages: 0,
  };
}
