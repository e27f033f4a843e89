import { describe, expect, it } from 'vitest';
import { textOf, toLines, type TextPiece } from '../../src/papers/page-lines.ts';
import { withMarks, type Shape } from '../../src/papers/page-marks.ts';

const TURNS: readonly (readonly [number, number, number, number])[] = [
  [10, 0, 0, 10],
  [0, 10, -10, 0],
  [-10, 0, 0, -10],
  [0, -10, 10, 0],
];
const piece = (text: string, x: number, y: number, turn = 0): TextPiece => {
  const [a, b, c, d] = TURNS[turn] ?? [10, 0, 0, 10];
  const [left, up] = [
    [x, y],
    [-y, x],
    [-x, -y],
    [y, -x],
  ][turn] ?? [x, y];
  return { text, matrix: [a, b, c, d, left ?? 0, up ?? 0], width: 5 * text.length };
};
const box = (left: number, bottom: number, side: number): Shape => ({
  left,
  bottom,
  right: left + side,
  top: bottom + side,
});

describe('lines of a page', () => {
  it('stand in the order of the page, whatever the order of drawing', () => {
    const lines = toLines([piece('Budi', 200, 700), piece('FORM 3.1', 50, 800), piece('Nama', 50, 700.5)]);

    expect(lines.map(textOf)).toEqual(['FORM 3.1', 'Nama  Budi']);
  });

  it('join letters and words that stand close, and keep cells apart', () => {
    const [line] = toLines([
      piece('Na', 50, 700),
      piece('ma', 60, 700),
      piece('unit', 74, 700),
      piece('Setjen', 200, 700),
    ]);

    expect(line?.cells.map(({ text }) => text)).toEqual(['Nama unit', 'Setjen']);
  });

  it.each([1, 2, 3])('are read on pages turned by %i quarters', (turn) => {
    const lines = toLines([
      piece('FORM 3.1', 50, 800, turn),
      piece('Nama', 50, 700, turn),
      piece('Budi', 200, 700, turn),
    ]);

    expect(lines.map(textOf)).toEqual(['FORM 3.1', 'Nama  Budi']);
  });

  it('leave out letters that run across the others', () => {
    expect(toLines([piece('Formulir lengkap', 50, 800), piece('SALINAN', 300, 400, 1)]).map(textOf)).toEqual([
      'Formulir lengkap',
    ]);
  });
});

describe('drawn boxes', () => {
  const words = [piece('Buat', 70, 700), piece('Hapus', 170, 700)];

  it('are ticked by what is drawn within', () => {
    const shapes = [box(55, 698, 10), box(57, 700, 6), box(155, 698, 10)];

    expect(toLines(withMarks(words, shapes)).map(textOf)).toEqual(['☒ Buat  ☐ Hapus']);
  });

  it('are one where ground and border lie upon each other', () => {
    const shapes = [box(55, 698, 10), box(55.5, 698.5, 9.6), box(155, 698, 10), box(155, 698, 10)];

    expect(toLines(withMarks(words, shapes)).map(textOf)).toEqual(['☐ Buat  ☐ Hapus']);
  });

  it('are ticked by a letter set into them', () => {
    const tick = piece('✔', 157, 700);

    expect(toLines(withMarks([...words, tick], [box(55, 698, 10), box(155, 698, 10)])).map(textOf)).toEqual([
      '☐ Buat  ☒ Hapus',
    ]);
  });

  it('are neither frames nor dots', () => {
    const shapes: Shape[] = [
      { left: 50, bottom: 690, right: 550, top: 720 },
      box(60, 700, 2),
      { left: 50, bottom: 690, right: 70, top: 692 },
    ];

    expect(withMarks(words, shapes)).toEqual(words);
  });
});
