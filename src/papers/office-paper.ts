/** A paper that came as an office document: its kind by its words, its fields by their labels, a list by its table. */
import type { PaperReading, PaperWarning } from '../parse/document.ts';
import { checkList } from './check-list.ts';
import { columnOf } from './drawn-lines.ts';
import { findList, type TableCell, type TableRow } from './find-list.ts';
import { textOf, type Line } from './page-lines.ts';
import type { PaperFile } from './paper-file.ts';
import { whatItSays } from './paper-of.ts';
import type { PrintedForms } from './printed-forms.ts';
import { recognise } from './recognise.ts';

const MOST_CHARACTERS = 20_000;
/** A row of a table, to tell a list from a letter that has two columns. */
const LEAST_COLUMNS = 3;

export function paperOfLines(
  { filename, sha256 }: Pick<PaperFile, 'filename' | 'sha256'>,
  lines: readonly Line[],
  { warnings, forms }: { readonly warnings: readonly PaperWarning[]; readonly forms: PrintedForms },
): PaperReading {
  const text = lines.map(textOf).join('\n').slice(0, MOST_CHARACTERS);
  const type = recognise({}, text);
  const isListable = type === 'other' || type === 'daftar-akun' || type === 'daftar-perangkat';
  const list = isListable ? findList(rowsOf(lines)) : null;
  const says = list
    ? checkList(list)
    : { type, ...whatItSays(type, { fields: {}, sources: {}, lines, forms, isGuessed: false }) };
  return {
    filename,
    sha256,
    signature: text === '' ? 'unknown' : 'none',
    text,
    pages: 1,
    ...says,
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** Numbered from the heading of the table: what a person counts in a table of a letter. */
function rowsOf(lines: readonly Line[]): readonly TableRow[] {
  const first = lines.findIndex(({ cells }) => cells.length >= LEAST_COLUMNS);
  return lines.slice(Math.max(0, first)).map(({ cells }, index) => {
    const byColumn: TableCell[] = [];
    for (const cell of cells) {
      while (byColumn.length < columnOf(cell)) byColumn.push({ text: '' });
      byColumn.push({ text: cell.text });
    }
    return { row: index, cells: byColumn };
  });
}
