import type { ReadKind } from './paper-file.ts';
import { readPdf } from './pdf-content.ts';
import { papersOf } from './pdf-papers.ts';
import { overLimitPaper, unreadablePaper } from './unreadable.ts';

export const readPdfPaper: ReadKind = async (file, { limits, options }) => {
  const content = await readPdf(file.bytes, {
    maxPages: limits.maxPdfPages,
    roots: options.roots ?? [],
    readPicture: options.readPicture ?? null,
  });
  if (!('unreadable' in content)) return papersOf(file, content, options.forms);
  const { warnings = [], isOverLimit, unreadable } = content;
  const paper = isOverLimit ? overLimitPaper(file, unreadable) : unreadablePaper(file, unreadable);
  return [{ ...paper, ...(warnings.length > 0 ? { warnings } : {}) }];
};
