import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/shared/file-fault.ts';
import { readSource } from '../../src/shared/source-file.ts';

const faultsOf = (text: string): readonly string[] => readSource('a.yaml', text).faults.map(formatFault);

describe('a mistake in the notation of a file', () => {
  it.each([
    [
      'a tab',
      'a:\n  b: 1\n\tc: 2\n',
      '3:1: not readable as YAML: a tab stands at the beginning of the line; indent with spaces',
    ],
    [
      'a line too far left',
      'a:\n  - id: x\n    b: 1\n   c: 2\n  - id: y\n',
      '4:1: not readable as YAML: the line is indented otherwise than its neighbours; let it begin exactly below the lines that it belongs with',
    ],
    [
      'a quotation mark left open',
      'a: "x\nb: 2\n',
      '3:1: not readable as YAML: a quotation mark is opened and never closed; close it where the text ends',
    ],
    [
      'a bracket left open',
      'a: {b: 1, c: 2\nd: 3\n',
      '2:1: not readable as YAML: a bracket is opened and not closed before this line; close it: } or ]',
    ],
    [
      'a colon within a text',
      'a: Catatan: x\n',
      '1:4: not readable as YAML: two colons on one line, or a line that is indented too far; put the whole text in quotes: "…"',
    ],
    [
      'a colon within braces',
      'a: {why: Standar: x, y: 2}\n',
      '1:10: not readable as YAML: a colon too many, or a comma too few, within {…}; put the whole text in quotes: "…"',
    ],
    [
      'a key written twice',
      'team: 1\nb: 2\nteam: 3\n',
      '3:1: not readable as YAML: "team" is written twice; take one of the two out',
    ],
    [
      'a key without its colon',
      'a: 1\nteam RFT\nb: 2\n',
      '2:1: not readable as YAML: a line without "key: value" (a blank must follow the colon); write "key: value"',
    ],
    [
      'a key without a blank',
      'a: 1\nteam:RFT\nb: 2\n',
      '2:1: not readable as YAML: a line without "key: value" (a blank must follow the colon); write "key: value"',
    ],
    [
      'a star in front',
      'a: *nonaktif\n',
      '1:4: not readable as YAML: a text cannot begin with * (*nonaktif); put the whole text in quotes: "…"',
    ],
    [
      'an at sign in front',
      'a: @tim\n',
      '1:4: not readable as YAML: a text cannot begin with @; put the whole text in quotes: "…"',
    ],
    [
      'text behind a quotation',
      'a: "x" y\n',
      '1:8: not readable as YAML: there is text behind the closing quotation mark or bracket; a " within a text in quotes is written \\"',
    ],
    [
      'a Windows path',
      'a: "C:\\dir"\n',
      '1:7: not readable as YAML: \\ within "…" means something else; write the text in \'…\'',
    ],
    ['another encoding', 'a: caf\ufffd\n', '1:7: a letter here is not UTF-8; save the file as UTF-8'],
    ['two bytes a letter', 'a\0:\0', '1:2: a letter here is not UTF-8; save the file as UTF-8'],
  ])('%s is told in plain words with its place', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([`a.yaml:${fault}`]);
  });

  it('is told once, and not again for every line below it', () => {
    const text = 'a:\n  b: 1\n\tc: 2\n  d: 3\ne: 4\nf:\n  - g\nf: 5\n';

    expect(faultsOf(text)).toHaveLength(1);
  });

  it('is told at each place where it was made', () => {
    expect(faultsOf('a: 1\nb:\n\tc: 2\nd:\n\te: 3\na: 4\n').map((line) => line.split(': ')[0])).toEqual([
      'a.yaml:3:1',
      'a.yaml:5:1',
    ]);
    expect(faultsOf('a: 1\na: 2\na: 3\n')).toHaveLength(2);
  });

  it('leaves what is well written alone', () => {
    const { source, faults } = readSource('a.yaml', '\ufeff# catatan\r\na: &x [1, 2]\r\nb: *x\r\n');

    expect(faults).toEqual([]);
    expect(source.value).toEqual({ a: [1, 2], b: [1, 2] });
  });
});
