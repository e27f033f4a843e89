/** A spreadsheet as a paper: the first sheet that holds a list decides. */
import type { PaperReading, PaperWarning } from '../parse/document.ts';
import { checkList } from './check-list.ts';
import { findList, type TableRow } from './find-list.ts';
import type { PaperFile } from './paper-file.ts';
import { recognise } from './recognise.ts';
import { BROKEN_FILE, overLimitPaper, unreadablePaper } from './unreadable.ts';

export interface Sheet {
  readonly rows: readonly TableRow[];
  readonly hasFormula: boolean;
  /** It has more rows than were read. */
  readonly isCut: boolean;
  readonly isBroken: boolean;
}

const MOST_CHARACTERS = 20_000;
const MOST_TEXT_ROWS = 300;

export function paperOfSheets(
  file: Pick<PaperFile, 'filename' | 'sha256'>,
  sheets: readonly Sheet[],
  warnings: readonly PaperWarning[],
): PaperReading {
  const { filename, sha256 } = file;
  const found = sheets.map((sheet) => ({ sheet, list: findList(sheet.rows) })).find(({ list }) => list !== null);
  const marks = warnings.length > 0 ? { warnings } : {};
  const isCut = found ? found.sheet.isCut : sheets.some((sheet) => sheet.isCut);
  if (isCut) {
    const reason = `Daftar ini lebih dari ${(found?.sheet ?? sheets[0])?.rows.length ?? 0} baris dan tidak dibaca.`;
    return { ...overLimitPaper(file, reason), ...marks };
  }
  if (!found && sheets.every(({ isBroken }) => isBroken)) {
    return { ...unreadablePaper(file, BROKEN_FILE), ...marks };
  }
  const text = textOfSheets(sheets);
  const base = { filename, sha256, signature: 'none', text, pages: sheets.length, ...marks } as const;
  if (found?.list) return { ...base, ...checkList(found.list) };
  return { ...base, type: recognise({}, text), fields: {}, problems: [] };
}

function textOfSheets(sheets: readonly Sheet[]): string {
  return sheets
    .flatMap(({ rows }) => rows.slice(0, MOST_TEXT_ROWS))
    .map(({ cells }) =>
      cells
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('  '),
    )
    .join('\n')
    .slice(0, MOST_CHARACTERS);
}
