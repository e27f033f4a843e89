import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnasked } from '../../../src/understand/parting/asked.ts';
import { clauseBeginnings, withoutJoint } from '../../../src/understand/parting/parts.ts';
import { speechOf } from '../../../src/understand/parting/speech.ts';
import { splitWishes } from '../../../src/understand/parting/wishes.ts';
import { stretchOf } from '../../../src/understand/parting/claims.ts';
import { loaded } from '../../rulebook/rule-folder.ts';
import { rulebook } from '../office.ts';

const speech = speechOf(rulebook);
const TWO = 'Mohon reset password email saya yang lupa. Sekalian, printer loket 3 mati total sejak pagi.';

describe('how a clause begins', () => {
  it.each([
    ['Sekalian minta kabel', 'adds'],
    ['. Satu lagi, kapan jadwalnya', 'adds'],
    ['Kedua, mohon akun baru', 'adds'],
    [', juga akun email', 'also'],
    [' terus minta wifi', 'also'],
    ['dan mohon dibuatkan', 'and'],
    ['Karena itu kami mohon', 'follows'],
    ['supaya bisa dipakai', 'goesOn'],
  ] as const)('“%s” %s', (after, name) => {
    expect(speech[name].test(after)).toBe(true);
  });

  it.each([
    ['Terus terang kami kecewa', 'also'],
    ['Kedua pegawai kami', 'adds'],
    ['Samarinda belum ada wifi', 'also'],
    ['Danau Toba', 'and'],
  ] as const)('“%s” is not %s', (after, name) => {
    expect(speech[name].test(after)).toBe(false);
  });

  it('is taken off with the words that join it', () => {
    expect(withoutJoint('. Selain itu, dan juga printer rusak', speech)).toBe(
      '. Selain itu, dan juga printer rusak'.slice(23),
    );
    expect(withoutJoint(' + toner habis', speech)).toBe('toner habis');
  });
});

describe('where a clause may begin', () => {
  const begun = (text: string): readonly string[] =>
    clauseBeginnings(text, speech).map((at) => text.slice(at).trim().slice(0, 12));

  it('is behind stops and commas, and before words that join', () => {
    expect(begun('Mohon reset password. Printer rusak, tinta habis dan kertas macet')).toEqual([
      'Printer rusa',
      'tinta habis ',
      'dan kertas m',
    ]);
  });

  it.each([
    ['behind a short form', 'Mohon akun untuk Sdri. Rahma'],
    ['within a fixed expression', 'Mohon dikirim sekarang juga'],
    ['within brackets', 'Mohon dua akun (Rahma, Budi dan Siti)'],
    ['of time', 'Kami minta minggu lalu sore'],
  ])('is not %s', (_, text) => {
    expect(begun(text)).toEqual([]);
  });
});

describe('what asks for nothing', () => {
  it.each([
    'Akunnya sudah aktif kemarin',
    'Surat terlampir',
    'Yang lain menyusul',
    'Karena pegawainya baru',
    'kami pasang sendiri',
  ])('“%s”', (clause) => {
    expect(isUnasked(clause, speech)).toBe(true);
  });

  it.each(['Emailnya sudah tidak bisa dibuka', 'Mohon dicek surat terlampir', 'Butuh dua akun email'])(
    'not “%s”',
    (clause) => {
      expect(isUnasked(clause, speech)).toBe(false);
    },
  );
});

describe('the word lists', () => {
  const partsUnder = (parting: NonNullable<typeof rulebook.parting>): number => {
    const other = { ...rulebook, parting };
    return splitWishes(TWO, stretchOf(TWO, other), other).length;
  };

  it('part nothing that joins without them', () => {
    expect(partsUnder(rulebook.parting ?? {})).toBe(2);
    expect(partsUnder({})).toBe(0);
  });

  it('take every sign of a phrase for itself, but for the star', () => {
    const { background, adds } = speechOf({
      ...rulebook,
      parting: { background: ['a.n', 'c++', 'tembus*'], adds: [] },
    });

    expect(['a.n kepala', 'C++ saja', 'Tembusan: Kabag'].map((text) => background.test(text))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['axn kepala', 'ccc'].map((text) => background.test(text))).toEqual([false, false]);
    expect(adds.test('sekalian')).toBe(false);
  });

  it('may be shared by another office', () => {
    const kalbar = loaded(resolve(import.meta.dirname, '../../../rules/kalbar'), {
      mailboxDomain: 'kalbarprov.example',
    });

    expect(kalbar.parting).toEqual(rulebook.parting);
  });

  it('find no more places than a text has words, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const begins = clauseBeginnings(text, speech);

        expect(begins.length).toBeLessThanOrEqual(text.length);
        expect(begins.every((at, index) => at > (begins[index - 1] ?? 0) && at <= text.length)).toBe(true);
        expect(text.endsWith(withoutJoint(text, speech))).toBe(true);
      }),
    );
  });
});
