/** Workbooks by hand. */
import { strToU8, zipSync } from 'fflate';

export const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The least that is a workbook, with rows as a person might write them. */
export function workbookOf(rows: string, extra = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${extra}</worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(`<?xml version="1.0"?>${xml}`)])),
  );
}

/** Rows of texts and numbers. */
export function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const rowXml = (cells: readonly (string | number)[], row: number): string =>
    `<row r="${row + 1}">${cells.map((value, column) => valueXml(`${String.fromCharCode(65 + column)}${row + 1}`, value)).join('')}</row>`;
  return workbookOf(rows.map(rowXml).join(''));
}

function valueXml(place: string, value: string | number): string {
  if (value === '') return '';
  return typeof value === 'number' ? `<c r="${place}"><v>${value}</v></c>` : cell(place, value);
}
