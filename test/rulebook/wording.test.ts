import { describe, expect, it } from 'vitest';
import { splitVerdict } from '../../src/decide/paper-verdict.ts';
import { WORDING_LISTS } from '../../src/rulebook/wording.ts';
import { findSoftware } from '../../src/understand/papers/software.ts';
import { summaryOf } from '../../src/understand/summary.ts';
import { rulebook } from '../understand/office.ts';

describe('the small lists of wording.yaml', () => {
  it('are all there in the shipped rules', () => {
    expect(Object.keys(rulebook.wording ?? {}).toSorted()).toEqual([...WORDING_LISTS].toSorted());
  });

  it('tell which subjects say nothing, so that the first sentence stands for them', () => {
    const wording = { empty_subjects: ['mohon atensi*'] };

    expect(summaryOf('Mohon atensinya', 'Printer lantai 3 macet.', { wording })).toBe('Printer lantai 3 macet.');
    expect(summaryOf('Mohon atensinya', 'Printer lantai 3 macet.', rulebook)).toBe('Mohon atensinya');
  });

  it('tell how the desk takes a paper or not', () => {
    const wording = { paper_yes: ['sip'], paper_no: ['buram'] };
    const split = splitVerdict('ktp buram, sisanya sip', ['ktp.pdf', 'surat.pdf'], { wording });

    expect(split).toMatchObject({ accepted: new Set(['surat.pdf']), open: [] });
  });

  it('tell which small words are no program', () => {
    expect(findSoftware('tolong instal geoda', rulebook)).toBe('geoda');
    expect(findSoftware('tolong instal geoda', { wording: { no_program: ['geoda'] } })).toBeNull();
  });

  it('may be left out: then nothing is known by them', () => {
    expect(summaryOf('permintaan', 'Printer macet di ruangan.', {})).toBe('permintaan');
    expect(splitVerdict('ktp tidak sah, sisanya sah', ['ktp.pdf', 'surat.pdf'], {})).toBe('unclear');
  });
});
