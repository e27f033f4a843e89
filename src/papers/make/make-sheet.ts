/**
 * A list to be filled in with a spreadsheet program, as an .xlsx that checks while one types: a header row, one example row marked
 * as such, every cell as text so that no NIP is rounded. A second sheet says how; the mark stands in the file's properties.
 */
import type { EpochMs } from '../../shared/time.ts';
import type { ColumnDescription, SheetDescription } from './description.ts';
import type { Facts } from './facts.ts';
import { sumUp, writeMark, type Sealer } from './mark.ts';
import { columnName, ruleOf } from './sheet-checks.ts';
import { zipFile } from './zip-file.ts';

export interface SheetOrder {
  readonly sheet: SheetDescription;
  readonly facts: Facts;
  readonly ticket: string;
  readonly at: EpochMs;
}

/** Row 1 has the names of columns, row 2 the example. */
const FIRST_ROW = 3;
const EXAMPLE = 'contoh';
/** Of a note beside a cell. */
const LONGEST_TITLE = 32;
const STYLE = { text: 1, head: 2, example: 3, title: 4 } as const;

export function makeSheet(order: SheetOrder, sealer: Sealer): Uint8Array {
  const { sheet, ticket } = order;
  const { digest } = sumUp({});
  const mark = writeMark({ kind: sheet.kind, version: sheet.version, ticket, digest, page: 0, pages: 1 }, sealer);
  return zipFile(
    new Map([
      ['[Content_Types].xml', CONTENT_TYPES],
      ['_rels/.rels', RELATIONS],
      ['xl/workbook.xml', workbook(sheet)],
      ['xl/_rels/workbook.xml.rels', WORKBOOK_RELATIONS],
      ['xl/styles.xml', STYLES],
      ['xl/worksheets/sheet1.xml', listSheet(sheet)],
      ['xl/worksheets/sheet2.xml', guideSheet(order)],
      ['docProps/core.xml', coreProperties(order)],
      ['docProps/custom.xml', customProperties({ 'loket.tanda': mark, 'loket.tiket': ticket })],
    ]),
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** The ordinal comes first. */
interface Cell {
  readonly label: string;
  readonly width: number;
  readonly example: string;
}

function cellsOf({ columns }: SheetDescription): readonly Cell[] {
  return [{ label: 'No', width: 9, example: EXAMPLE }, ...columns];
}

function listSheet(sheet: SheetDescription): string {
  const cells = cellsOf(sheet);
  const last = FIRST_ROW + sheet.rows - 1;
  const widths = cells.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const rows = [
    row(
      1,
      cells.map(({ label }) => label),
      STYLE.head,
    ),
    row(
      2,
      cells.map(({ example }) => example),
      STYLE.example,
    ),
  ];
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    validations(sheet.columns, last),
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

function validations(columns: readonly ColumnDescription[], last: number): string {
  const rules = columns.flatMap((column, at) => {
    const letter = columnName(at + 1);
    const rule = ruleOf(column, letter, FIRST_ROW, last);
    if (rule === null) return [];
    const title = escaped(column.label.slice(0, LONGEST_TITLE));
    return [
      `<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${title}" error="${escaped(rule.message)}" promptTitle="${title}" prompt="${escaped(rule.prompt)}" sqref="${letter}${FIRST_ROW}:${letter}${last}"><formula1>${escaped(rule.formula)}</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function guideSheet({ sheet, facts, ticket }: SheetOrder): string {
  const lines: readonly (readonly [string, number])[] = [
    [sheet.title, STYLE.title],
    [facts['office.fullName'] ?? '', 0],
    [`Tiket ${ticket} · versi ${sheet.version}`, 0],
    ['', 0],
    ...sheet.guide.map((line, at): [string, number] => [`${at + 1}. ${line}`, 0]),
  ];
  const rows = lines.map(([text, style], at) => row(at + 1, [text], style));
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function row(number: number, texts: readonly string[], style: number): string {
  const cells = texts.map(
    (text, at) =>
      `<c r="${columnName(at)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

function workbook({ code }: SheetDescription): string {
  // Excel takes 31 characters and none of these.
  const name = code.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/><sheet name="Petunjuk" sheetId="2" r:id="rId2"/></sheets></workbook>`;
}

function coreProperties({ sheet, facts, at }: SheetOrder): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(sheet.title)}</dc:title><dc:creator>${escaped(facts['office.name'] ?? '')}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created></cp:coreProperties>`;
}

function customProperties(values: Readonly<Record<string, string>>): string {
  const properties = Object.entries(values).map(
    ([name, value], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  );
  return `${HEAD}<Properties xmlns="${PROPERTIES}/custom-properties" xmlns:vt="${PROPERTIES}/docPropsVTypes">${properties.join('')}</Properties>`;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`;

const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>`;

const WORKBOOK_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** Text cells (format 49, `@`), the header, the example in grey italics, the title of the guide. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><i/><sz val="11"/><color rgb="FF7F7F7F"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EBF3"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
