/** Where everything of a form stands: one column of rows, so that hand, eye and text extraction go the same way from top to bottom. */
import type { FormDescription, SectionDescription, SignatureDescription, TableDescription } from './description.ts';
import type { Facts, Row } from './facts.ts';
import { boxed, fieldBlock, label } from './form-rows.ts';
import { cellName, cellOf, fillIn, linesOf, sectionsFor, valueOf, type FormFill } from './form-values.ts';
import { block, CONTENT_WIDTH, PAGE, paginate, type Block, type Item } from './page-items.ts';
import { printable, wrap, type Measure } from './plain-text.ts';

/** The head with its QR code is the same on every page. */
export const HEAD = { top: 26, height: 72, code: 74 } as const;
const BOTTOM = PAGE.height - 36;
const TEXT = 8.5;
const TEXT_PITCH = 11;
const CELL_HEIGHT = 15;
/** Room above keeps its title apart from the row before. */
const SIGNATURE = { above: 8, height: 50, gap: 14 };

export function layoutForm(form: FormDescription, fill: FormFill, measure: Measure): readonly (readonly Item[])[] {
  const intro = `${form.intro ?? ''}\nTanda * wajib diisi; ** wajib diisi dengan syarat dalam kurung.`;
  const blocks = [
    paragraph(intro.trim(), measure),
    ...sectionsFor(form, fill.facts).flatMap((section) => sectionBlocks(section, fill, measure)),
  ];
  return paginate(blocks, HEAD.top + HEAD.height + 8, BOTTOM);
}

function sectionBlocks(section: SectionDescription, { facts, rows }: FormFill, measure: Measure): readonly Block[] {
  const { title, text, fields, table, signatures } = section;
  return [
    ...(title === undefined ? [] : [heading(title)]),
    ...(text === undefined ? [] : [paragraph(fillIn(text, facts), measure)]),
    ...fields.map((field) => fieldBlock(field, valueOf(field, facts), measure)),
    ...(table ? tableBlocks(table, rows) : []),
    ...(signatures ? [signatureBlock(signatures, facts, measure)] : []),
  ];
}

function heading(title: string): Block {
  return block(
    25,
    (top) => [
      { kind: 'bar', box: { x: PAGE.margin, y: top + 7, width: CONTENT_WIDTH, height: 14 } },
      label(title, { x: PAGE.margin + 4, y: top + 17 }, { size: 9, bold: true }),
    ],
    true,
  );
}

function paragraph(text: string, measure: Measure): Block {
  const lines = wrap(printable(text), CONTENT_WIDTH, (line) => measure(line, TEXT, false));
  return block(
    lines.length * TEXT_PITCH + 4,
    (top) => lines.map((line, at) => label(line, { x: PAGE.margin, y: top + 9 + at * TEXT_PITCH }, { size: TEXT })),
    true,
  );
}

function tableBlocks(table: TableDescription, rows: readonly Row[]): readonly Block[] {
  const columns = columnPlaces(table);
  const head = block(
    14,
    (top) => [
      label('No.', { x: PAGE.margin + 2, y: top + 10.5 }, { size: 8, bold: true }),
      ...columns.map((column) => label(column.label, { x: column.x + 2, y: top + 10.5 }, { size: 8, bold: true })),
    ],
    true,
  );
  const line = (at: number): Block => ({
    ...block(CELL_HEIGHT, (top) => [
      label(`${at + 1}.`, { x: PAGE.margin + 2, y: top + 10.5 }, { size: 8 }),
      ...columns.flatMap((column) =>
        boxed({
          kind: 'widget',
          box: { x: column.x, y: top, width: column.width, height: CELL_HEIGHT },
          name: cellName(table.name, at, column.name),
          tip: `${column.label}, baris ${at + 1}`,
          type: 'text',
          value: cellOf(rows[at], column.name),
          option: '',
          needed: false,
          locked: false,
        }),
      ),
    ]),
    again: head,
  });
  const left = rows.length - linesOf(table, rows);
  return [
    head,
    ...Array.from({ length: linesOf(table, rows) }, (_, at) => line(at)),
    ...(left > 0 ? [moreRows(left)] : []),
    block(4, () => []),
  ];
}

/** What does not fit is said, not dropped. */
function moreRows(left: number): Block {
  const text = `dan ${left} baris lain menurut daftar yang diajukan pada tiket ini`;
  return block(12, (top) => [label(text, { x: PAGE.margin + NUMBER_WIDTH, y: top + 9 }, { size: 8 })]);
}

interface ColumnPlace {
  readonly name: string;
  readonly label: string;
  readonly x: number;
  readonly width: number;
}

const NUMBER_WIDTH = 22;

function columnPlaces({ columns }: TableDescription): readonly ColumnPlace[] {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const unit = (CONTENT_WIDTH - NUMBER_WIDTH) / parts;
  let x: number = PAGE.margin + NUMBER_WIDTH;
  return columns.map((column) => {
    const place = { name: column.name, label: column.label, x, width: column.width * unit };
    x += place.width;
    return place;
  });
}

/** Side by side, each with room for a signature by hand or by program, the name below. */
function signatureBlock(signatures: readonly SignatureDescription[], facts: Facts, measure: Measure): Block {
  const width = Math.min(220, (CONTENT_WIDTH - SIGNATURE.gap * (signatures.length - 1)) / signatures.length);
  return block(SIGNATURE.above + SIGNATURE.height + 36, (blockTop) =>
    signatures.flatMap((signature, at): readonly Item[] => {
      const top = blockTop + SIGNATURE.above;
      const x = PAGE.margin + at * (width + SIGNATURE.gap);
      const box = { x, y: top + 14, width, height: SIGNATURE.height };
      const name = signature.under === undefined ? '' : (facts[signature.under] ?? '');
      const lines = wrap(printable(name === '' ? 'Nama:' : name), width, (text) => measure(text, 8, false)).slice(0, 2);
      return [
        label(`${signature.label}${signature.needed ? ' *' : ''}`, { x, y: top + 10 }, { bold: true }),
        { kind: 'frame', box, filled: false },
        {
          kind: 'widget',
          box,
          name: signature.name,
          tip: `Tanda tangan: ${signature.label}`,
          type: 'signature',
          value: '',
          option: '',
          needed: signature.needed,
          locked: false,
        },
        ...lines.map((line, at) => label(line, { x, y: top + SIGNATURE.height + 24 + 9 * at }, { size: 8 })),
      ];
    }),
  );
}
