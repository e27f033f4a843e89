import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/directory/csv.ts';

const cellsOf = (text: string): readonly (readonly string[])[] => parseCsv(text).rows.map((row) => row.cells);

describe('parseCsv', () => {
  test.each([
    ['plain commas', 'a,b\n1,2\n'],
    ['semicolons, as an Indonesian spreadsheet writes them', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2'],
    ['the sep line of Excel', '\uFEFFsep=;\r\na;b\r\n1;2'],
    ['blanks around cells', ' a , b \n 1 ,2 '],
    ['quotes around everything', '"a","b"\n"1","2"'],
    ['blanks outside the quotes', ' "a" , "b" \n "1" ,"2"'],
    ['empty lines between', 'a,b\n\n1,2\n,\n\n'],
  ])('reads %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('keeps delimiters, quotes and line breaks inside a quoted cell', () => {
    expect(cellsOf('name,title\n"Sari, S.E.","Kepala ""Tim""\r\nData"')).toEqual([
      ['name', 'title'],
      ['Sari, S.E.', 'Kepala "Tim" Data'],
    ]);
  });

  test('counts lines of the file, those inside cells and the sep line among them', () => {
    const { rows } = parseCsv('sep=,\na,b\n"x\ny\nz",1\n\nlast,2');

    expect(rows.map((row) => row.line)).toEqual([2, 3, 7]);
  });

  test('reads a quote that never closes as a character and goes on with the next line', () => {
    const { rows, openQuotes } = parseCsv('a,b\n"open,1\nnext,2');

    expect(openQuotes).toEqual([{ line: 2, column: 1 }]);
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['"open', '1'],
      ['next', '2'],
    ]);
  });

  test.each([
    ['a,b\n1,22', 1, 1, { line: 2, column: 3 }],
    ['a;b\r\n1; 22', 1, 1, { line: 2, column: 4 }],
    ['a,b\n"1, eins", "22"', 1, 1, { line: 2, column: 12 }],
    ['a,b\n"1\neins\n",22', 1, 1, { line: 4, column: 3 }],
    ['\uFEFFsep=;\na;b\n1;2', 1, 1, { line: 3, column: 3 }],
    ['a,b,c\n1', 1, 2, { line: 2, column: 2 }],
  ])('tells where a cell of %j stands', (text, row, index, place) => {
    const { rows, placeOf } = parseCsv(text);

    expect(placeOf(rows[row] ?? { line: 0, cells: [] }, index)).toEqual(place);
  });

  test('gives back what was written, whatever the cells hold', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\t', '1') })
      .map((text) => text.trim());
    const row = fc.tuple(fc.constant('x'), cell, cell);

    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = ['h1,h2,h3', ...rows.map((cells) => cells.map(quote).join(','))].join('\r\n');
        const expected = rows.map((cells) => cells.map((cell) => cell.replaceAll('\n', ' ')));

        expect(cellsOf(text).slice(1)).toEqual(expected);
      }),
    );
  });

  test('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x'), maxLength: 60 }), (text) => {
        expect(parseCsv(text).rows.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
