import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { throwFaults, type RuleFault } from '../../src/rulebook/fault.ts';
import { MISTAKES_BETWEEN_FILES, MISTAKES_OF_SHAPE, TWO } from './mistakes.ts';
import { BROKEN, faultsAfter, faultsIn, inCopy, OPTIONS } from './rule-folder.ts';

describe('a mistake in the shape of a file', () => {
  it.each(MISTAKES_OF_SHAPE)('$what is told with its place', ({ fault, ...edit }) => {
    expect(faultsAfter([edit])).toEqual([fault]);
  });
});

describe('a mistake between files', () => {
  it.each(MISTAKES_BETWEEN_FILES)('$what is told with its place', ({ fault, ...edit }) => {
    expect(faultsAfter([edit])).toEqual([fault]);
  });

  it('a current year without calendar is told', () => {
    expect(faultsAfter([], { ...OPTIONS, neededYears: [2027, 2028] })).toEqual([
      'calendar.yaml:6:1: year 2028 has no calendar; add "2028:" with its days off',
    ]);
  });

  it('a rank that nobody in the directory holds is told where it is asked', () => {
    expect(faultsAfter([], { ...OPTIONS, ranksHeld: [4] })).toEqual([
      'services/CONTOH.1.yaml:17:22: nobody in the directory holds eselon III or higher; lower the rank or mend the directory',
      'services/CONTOH.1.yaml:22:83: nobody in the directory holds eselon II or higher; lower the rank or mend the directory',
    ]);
  });

  it('an example that another variant wins is told where it stands', () => {
    const classify = (text: string): string | null =>
      text.includes('password') ? 'CONTOH.1/reset-password' : text.includes('meja') ? null : 'CONTOH.1/akun-baru';

    const faults = faultsAfter([{ file: TWO, find: 'Mohon 5 kursi', put: 'Ganti password kursi' }], {
      ...OPTIONS,
      classify,
    });

    expect(faults).toEqual([
      'services/CONTOH.2.yaml:21:16: this example of CONTOH.2/ruang-rapat is read as CONTOH.1/akun-baru; add words to the variant, or "none" words to the other',
      'services/CONTOH.2.yaml:36:16: this example of CONTOH.2/kursi is read as CONTOH.1/reset-password; add words to the variant, or "none" words to the other',
      'services/CONTOH.2.yaml:46:16: this example of CONTOH.2/meja is read as no variant for sure; add words to the variant, or "none" words to the other',
    ]);
  });
});

describe('faults of a folder', () => {
  it('are told all at once, and only those that are sure', () => {
    expect(faultsIn(BROKEN)).toEqual([
      'setings.yaml: no rule file has this name; did you mean "settings.yaml"?',
      'teams.yaml:3:5: address is needed; add "address" here',
      'teams.yaml:3:38: key "adress" is not known here; did you mean "address"?',
      'settings.yaml:1:18: notify_superior is "ya", expected true or false',
      'settings.yaml:3:25: first_response_minutes is 0, expected at least 1',
      'settings.yaml:5:23: confidence_threshold is 60, expected at most 1',
      'services/CONTOH.1.yaml:5:12: rank is "V", expected one of I, II, III, IV',
      'services/CONTOH.1.yaml:9:22: any has no words in it',
    ]);
  });

  it('name a file that is missing and one with a strange name, and pass over notes', () => {
    const faults = inCopy((folder) => {
      rmSync(join(folder, 'kinds.yaml'));
      writeFileSync(join(folder, 'services/CONTOH.9.yml'), '');
      writeFileSync(join(folder, 'README.md'), 'notes');
      writeFileSync(join(folder, '.teams.yaml.swp'), '');
      return faultsIn(folder);
    });

    expect(faults).toEqual([
      'kinds.yaml: the file is missing',
      'services/CONTOH.9.yml: no rule file has this name; services stand in services/<code>.yaml',
    ]);
  });

  it('name a folder that is not there', () => {
    const faults = inCopy((folder) => faultsIn(join(folder, 'nowhere')));

    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('the rules folder is not readable: ENOENT');
  });

  it('name an empty folder file by file', () => {
    const faults = inCopy((folder) => {
      mkdirSync(join(folder, 'empty'));
      return faultsIn(join(folder, 'empty'));
    });

    expect(faults).toContain('organisation.yaml: the file is missing');
    expect(faults).toHaveLength(9);
  });

  it('become one error that lists them', () => {
    const fault = (line: number): RuleFault => ({
      place: { file: 'teams.yaml', line, column: 1 },
      message: 'wrong',
      suggestion: line === 1 ? null : 'mend it',
    });

    expect(caught([fault(1)])).toMatchObject({ code: 'E_RULE_FILE', message: 'teams.yaml:1:1: wrong' });
    expect(caught([fault(1), fault(2)])).toMatchObject({
      code: 'E_RULE_FILE',
      message: '2 faults\nteams.yaml:1:1: wrong\nteams.yaml:2:1: wrong; mend it',
      facts: { faults: 2, first: 'teams.yaml:1:1' },
    });
  });
});

function caught(faults: readonly RuleFault[]): unknown {
  try {
    throwFaults(faults);
  } catch (error) {
    return error;
  }
}
