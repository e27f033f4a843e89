import { describe, expect, it } from 'vitest';
import { meetsOf } from '../../src/understand/never-met.ts';
import { formatFault } from '../../src/shared/file-fault.ts';
import { GOOD, OPTIONS, outcomeAfter, type Edit } from './rule-folder.ts';

/** What is doubted of the good files after the edits. */
function doubtsAfter(...edits: readonly Edit[]): readonly string[] {
  const outcome = outcomeAfter(GOOD, { ...OPTIONS, meets: meetsOf }, edits);
  if (outcome.kind === 'faulty') return outcome.faults.map(formatFault);
  return outcome.doubts.map((doubt) => formatFault(doubt).replace(/^.*\/rules-[^/]+\//, ''));
}

function inReplies(put: string): readonly string[] {
  return doubtsAfter({ file: 'replies.yaml', find: 'negations: [tidak]', put: `negations: [tidak]\n${put}` });
}

describe('a word that no text can meet', () => {
  it('is none in the good files', () => {
    expect(doubtsAfter()).toEqual([]);
  });

  it('is told where it stands in a list with commas, and what would be met', () => {
    expect(inReplies('hedges: mungkin,\n  entah, gak')).toEqual([
      'replies.yaml:5:10: "gak" is never met: in a text it is read as "tidak"; write "tidak"',
    ]);
  });

  it('is told where it stands in brackets', () => {
    expect(inReplies('hedges: [mungkin, tidak, gak]')).toEqual([
      'replies.yaml:4:26: "gak" is never met: in a text it is read as "tidak"; that is in the list already: delete it',
    ]);
  });

  it('is one with a hyphen where a list is of single words, for a text is cut there', () => {
    expect(inReplies('clause-world: surat-menyurat')).toEqual([
      'replies.yaml:4:15: "surat-menyurat" is never met: in a text it is read as "surat menyurat", and this list is of single words; delete it',
    ]);
  });

  it('is none with a hyphen where phrases are looked for; a prefix is one word with what it stands before', () => {
    expect(inReplies('approve-weak: boleh-boleh saja\nbinds-anywhere: pikir-pikir\nclause-state: non-aktif')).toEqual([
      'replies.yaml:6:15: "non-aktif" is never met: in a text it is read as "nonaktif"; write "nonaktif"',
    ]);
  });

  it('is one of another language that is put into Indonesian before', () => {
    expect(inReplies('regional: [engke=nanti]\nhedges: engke, besok')).toEqual([
      'replies.yaml:5:9: "engke" is never met: in a text it is read as "nanti"; write "nanti"',
    ]);
  });

  it('is a regional word whose beginning is put into Indonesian before it is looked for; its ending is not', () => {
    expect(inReplies('regional: [dipundhut=diambil, nyungkeun=minta]')).toEqual([
      'replies.yaml:4:12: "dipundhut=diambil" is never met: in a text it is read as "didhut"; write "didhut=diambil"',
    ]);
  });

  it('is none with a clitic, which texts lose, too', () => {
    expect(inReplies('hedges: mungkinkah\ndone: sudahlah\napprove-weak: bolehlah')).toEqual([]);
  });

  it('is none that only matters in capitals', () => {
    expect(inReplies('regional: [nda=tidak]\nclause-paper: nda')).toEqual([]);
  });

  it('is a short form that is not one word of a text', () => {
    expect(doubtsAfter({ file: 'abbreviations.yaml', find: 'yang: yg', put: 'yang: yg, y g, y-g, yggg' })).toEqual([
      'abbreviations.yaml:1:11: "y g" is never met: in a text it is read as "y g", and this list is of single words; delete it',
      'abbreviations.yaml:1:16: "y-g" is never met: in a text it is read as "y g", and this list is of single words; delete it',
    ]);
  });

  it('is none with an abbreviation where lists are read with it written out, too', () => {
    const [found] = doubtsAfter({
      file: 'kinds.yaml',
      find: 'any: [apakah]',
      put: 'any: [apakah, "gak ada"]',
    });

    expect(found).toBeUndefined();
  });
});
