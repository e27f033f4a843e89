import type { ReadKind } from './paper-file.ts';
import { readPdf } from './pdf-content.ts';
import { papersOf } from './pdf-papers.ts';
import { unreadablePaper } from './unreadable.ts';

export const readPdfPaper: ReadKind = async (file, { limits, options }) => {
  const content = await readPdf(file.bytes, {
    maxPages: limits.maxPdfPages,
    roots: options.roots ?? [],
    readPicture: options.readPicture ?? null,
  });
  if (!('unreadable' in content)) return papersOf(file, content);
  const { warnings = [] } = content;
  return [{ ...unreadablePaper(file, content.unreadable), ...(warnings.length > 0 ? { warnings } : {}) }];
};
