import { describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRetention, retentionFile } from '../../src/rulebook/retention.ts';
import { faultsIn, inCopy } from './rule-folder.ts';
import { rulebook } from '../understand/office.ts';

const FILE = (lines: readonly string[]): string =>
  `personal_papers:\n${lines.map((line) => (line.startsWith('texts:') ? line : `  ${line}`)).join('\n')}\n`;
const TEXTS = (days: string): readonly string[] => ['texts:', `delete_after_end: ${days}`];
const faultsWith = (lines: readonly string[]): readonly string[] =>
  inCopy((folder) => {
    writeFileSync(join(folder, 'retention.yaml'), FILE(lines));
    return faultsIn(folder);
  });
const GOOD = ['kinds: [ktp, sk]', 'delete_after_end: 90 hari', 'delete_without_ticket: 30 hari'];

describe('how long personal papers are kept', () => {
  it('is said in calendar days', () => {
    const file = { kinds: ['ktp'], delete_after_end: '90 hari', delete_without_ticket: '30 hari' };

    expect(buildRetention(retentionFile.parse({ personal_papers: file }))).toEqual({
      kinds: ['ktp'],
      requirements: [],
      daysAfterEnd: 90,
      daysWithoutTicket: 30,
      daysOfTexts: null,
    });
    const texts = { delete_after_end: '1825 hari' };
    expect(buildRetention(retentionFile.parse({ personal_papers: file, texts })).daysOfTexts).toBe(1825);
    expect(rulebook.retention).toMatchObject({ kinds: ['ktp', 'sk'], daysAfterEnd: 90, daysWithoutTicket: 30 });
  });

  it.each([
    ['a file that is right', GOOD, []],
    [
      'a time within which a ticket may be reopened',
      ['kinds: [ktp]', 'delete_after_end: 3 hari', 'delete_without_ticket: 30 hari'],
      [
        expect.stringMatching(
          /^retention\.yaml:3:\d+: is less than the \d+ days within which a ticket can be reopened/,
        ),
      ],
    ],
    [
      'a requirement that is none',
      [...GOOD, 'requirements: [scan-ktp-lama]'],
      [expect.stringMatching(/^retention\.yaml:5:\d+: "scan-ktp-lama" is no key of requirements\.yaml/)],
    ],
    [
      'another span than days',
      ['kinds: [ktp]', 'delete_after_end: 3 bulan', 'delete_without_ticket: 30 hari'],
      [expect.stringContaining('write it as "90 hari"')],
    ],
    [
      'a kind that nobody recognises',
      ['kinds: [paspor]', ...GOOD.slice(1)],
      [expect.stringContaining('retention.yaml:2')],
    ],
    ['words kept longer than papers', [...GOOD, ...TEXTS('1825 hari')], []],
    [
      'words that go before the papers',
      [...GOOD, ...TEXTS('60 hari')],
      [expect.stringMatching(/^retention\.yaml:6:\d+: is less than the 90 days for which papers are kept/)],
    ],
  ])('is checked: %s', (_name, lines, faults) => {
    expect(faultsWith(lines)).toEqual(faults);
  });
});
