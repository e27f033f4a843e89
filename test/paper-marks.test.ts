/** Papers of ours that come back: the verdict on their mark, and what was changed by the words of templates/forms. */
import { describe, expect, it } from 'vitest';
import { withMarks } from '../src/paper-marks.ts';
import { FILLED_FIELD, MARK_FIELD, sumUp, writeMark } from '../src/papers/make/mark.ts';
import { fieldLabelsOf } from '../src/papers-out.ts';
import type { PaperMark, PaperReading } from '../src/parse/document.ts';
import { makeKeyring } from '../src/shared/keyring.ts';
import { aPaper } from './understand/office.ts';

const keyring = makeKeyring('a secret of the test');
const fieldLabels = fieldLabelsOf('templates');
const VALUES = {
  'pihak2.nip': '199202272015021015',
  'objek.uraian': 'Hosting diaktifkan kembali',
  'objek.perangkat[2].sn': 'PF3ABC02',
  'objek.perangkat[2].nup': '18',
};

const parts = (digest: string, page = 0) =>
  ({ kind: 'bast', version: '2026.1', ticket: 'SR-261123-0042-7', digest, page, pages: 1 }) as const;
const returned = (over: Readonly<Record<string, string>> = {}, made = keyring): PaperReading => {
  const { filled, digest } = sumUp(VALUES);
  const hidden = { [MARK_FIELD]: writeMark(parts(digest), made), [FILLED_FIELD]: filled };
  return aPaper('BAST.pdf', '', { type: 'bast', fields: { ...VALUES, ...over, ...hidden } });
};
const markOf = (paper: PaperReading, labels: ReadonlyMap<string, string> | null = fieldLabels): PaperMark | undefined =>
  withMarks([paper], { keyring, ...(labels && { fieldLabels: labels }) })[0]?.mark;

describe('a paper of ours that comes back', () => {
  it('is genuine as we filled it in, however its NIP is grouped', () => {
    expect(markOf(returned())).toEqual({ verdict: 'genuine', ticket: 'SR-261123-0042-7', fields: [], labels: [] });
    expect(markOf(returned({ 'pihak2.nip': '19920227 201502 1 015' }))?.verdict).toBe('genuine');
  });

  it.each([
    [{ 'objek.uraian': 'lain' }, ['Uraian yang diserahterimakan']],
    [{ 'pihak2.nip': '199202272015021016' }, ['NIP pihak kedua']],
    [{ 'objek.perangkat[2].sn': 'PF3ABC99' }, ['NUP pada baris ke-2', 'Nomor seri (SN) pada baris ke-2']],
  ])('changed at %o is told by the labels of the form', (over, labels) => {
    const mark = markOf(returned(over));

    expect(mark).toMatchObject({ verdict: 'changed', ticket: 'SR-261123-0042-7' });
    expect(mark?.labels.toSorted()).toEqual(labels);
  });

  it('is told by the names of its fields where the office describes it no more', () => {
    const changed = returned({ 'objek.uraian': 'lain', 'objek.perangkat[2].nup': '19' });

    expect(markOf(changed, null)?.labels.toSorted()).toEqual([
      'objek.perangkat[2].nup',
      'objek.perangkat[2].sn',
      'objek.uraian',
    ]);
  });

  it('of another installation is forged, in its fields and by its code', () => {
    const other = makeKeyring('another secret');
    const code = writeMark(parts('A'.repeat(16), 1), other);

    expect(markOf(returned({}, other))?.verdict).toBe('forged');
    expect(markOf(aPaper('scan.pdf', '', { codes: [code] }))).toMatchObject({ verdict: 'forged', ticket: null });
  });

  it('printed and scanned is known by the code of its page', () => {
    const code = writeMark(parts('A'.repeat(16), 1), keyring);

    expect(markOf(aPaper('scan.pdf', '', { codes: ['https://kemenkeu.example', code] }))).toMatchObject({
      verdict: 'genuine',
      ticket: 'SR-261123-0042-7',
    });
  });

  it('without a mark is none of ours', () => {
    expect(markOf(aPaper('surat.pdf', 'Surat'))).toBeUndefined();
  });
});
