/** Approvers' answers with marked clauses: what a mark says, and what a wrong one is told. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedAnswer, replyClausesFile } from '../../src/rulebook/reply-clauses.ts';

describe('a marked answer', () => {
  it('is its text without the marks, and where each clause stands in it', () => {
    const answer = markedAnswer('Setuju. {biasa: Dia staf saya}, {mengikat: tapi dua akun saja}.');

    expect(answer?.text).toBe('Setuju. Dia staf saya, tapi dua akun saja.');
    expect(answer?.clauses.map(({ from, to, binds }) => [answer.text.slice(from, to), binds])).toEqual([
      ['Dia staf saya', false],
      ['tapi dua akun saja', true],
    ]);
  });

  it('may hold a clause of which people would think differently', () => {
    expect(markedAnswer('Acc {ragu: sesuai ketersediaan}')?.clauses).toMatchObject([{ binds: null }]);
  });

  it.each([
    ['a mark that does not end', 'Setuju. {biasa: dia staf saya'],
    ['an end without a mark', 'Setuju. dia staf saya}'],
    ['a mark of another name', 'Setuju. {syarat: dua akun saja}'],
    ['a mark within a mark', 'Setuju. {biasa: dia {mengikat: bukan} staf saya}'],
  ])('is none with %s', (_what, line) => {
    expect(markedAnswer(line)).toBeNull();
  });

  it('has the text it was made of, whatever the clauses are', () => {
    const clause = fc.stringMatching(/^[a-z ,.]{1,20}$/);
    const part = fc.tuple(fc.constantFrom('', 'biasa', 'mengikat', 'ragu'), clause);
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const line = parts.map(([mark, text]) => (mark === '' ? text : `{${mark}:${text.trimStart()}}`)).join('');
        const plain = parts.map(([mark, text]) => (mark === '' ? text : text.trimStart())).join('');
        const answer = markedAnswer(line);

        expect(answer?.text).toBe(plain);
        expect(answer?.clauses.length).toBe(parts.filter(([mark]) => mark !== '').length);
      }),
    );
  });
});

describe('the file of marked answers', () => {
  it('takes one answer a line and leaves out empty lines', () => {
    const read = replyClausesFile.parse({ approver: 'Setuju.\n\n  Acc ya.\\n{biasa: Tks}\n' });

    expect(read.approver.map(({ text }) => text)).toEqual(['Setuju.', 'Acc ya.\nTks']);
  });

  it('says which line has a wrong mark, and what the marks are', () => {
    const read = replyClausesFile.safeParse({ approver: 'Setuju.\nAcc {syarat: besok}\n' });

    expect(read.success).toBe(false);
    expect(read.error?.issues[0]?.message).toContain('Acc {syarat: besok}');
    expect(read.error?.issues[0]?.message).toContain('{mengikat: …}');
  });
});
