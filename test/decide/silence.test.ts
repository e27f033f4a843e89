import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { echoedLetter } from '../../src/decide/echo.ts';
import { likenessOf } from '../../src/decide/likeness.ts';
import { SILENCE } from '../../src/decide/silence.ts';
import { asTicketNumber } from '../../src/shared/ids.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { aMessage } from '../record/builders.ts';

const NUMBER = asTicketNumber('SR-261123-0001-6');
const NOW = Date.UTC(2026, 10, 23, 2);
const TEXT = [
  'Yth. Ibu Mutia Zahra,',
  'Permintaan Ibu kami terima dan sudah kami teruskan ke tim Akun dan Email.',
  'Ibu tidak perlu berbuat apa-apa lagi; kami akan mengabari begitu selesai.',
  'Bila ada yang keliru, balas saja email ini dengan yang benar.',
].join('\n');
const letter = { ticket: NUMBER, at: NOW - MINUTE, text: TEXT };

describe('what a mail says, figures aside', () => {
  it('is the same for the next number', () => {
    const one = likenessOf('[#4711] Tiket Anda', 'Tiket Anda nomor 4711 telah dibuat pada 09.01.');
    const other = likenessOf('Re: [#4712] Tiket Anda', 'Tiket Anda nomor 4712 telah dibuat pada 11.45.');
    expect(other).toEqual(one);
  });

  it('is another for another name', () => {
    const one = likenessOf('lupa sandi', 'Mohon reset sandi Mutia Zahra, lupa.');
    expect(likenessOf('lupa sandi', 'Mohon reset sandi Budi Santosa, lupa.').text).not.toBe(one.text);
  });

  it('is not compared when it is too little', () => {
    expect(likenessOf('Re: 12', 'Setuju.')).toEqual({ text: null, subject: null });
  });

  it('never depends on figures', () => {
    const text = fc.string({ minLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, one, other) => {
        const say = (figure: number): string => `${words} ${figure} tiket Anda dibuat`;
        expect(likenessOf('', say(one)).text).toBe(likenessOf('', say(other)).text);
      }),
    );
  });
});

describe('an echo of a letter', () => {
  it('names the number soon after it', () => {
    const message = aMessage({ text: `Referensi Anda ${NUMBER}` });
    expect(echoedLetter(message, [letter], NOW)).toBe(letter);
    expect(echoedLetter(message, [letter], NOW + HOUR / 2)).toBeNull();
  });

  it('repeats its lines, marked as a quote or not', () => {
    for (const mark of ['', '> ', '| ']) {
      const text = `Laporan diterima.\n${TEXT.replace(/^/gm, mark)}`;
      expect(echoedLetter(aMessage({ text }), [letter], NOW + HOUR / 2)).toBe(letter);
    }
  });

  it('is none with one line of it, or with the number of another', () => {
    const oneLine = aMessage({ text: TEXT.split('\n')[1] ?? '' });
    expect(echoedLetter(oneLine, [letter], NOW)).toBeNull();
    expect(echoedLetter(aMessage({ text: 'SR-261123-0002-7' }), [letter], NOW)).toBeNull();
  });
});

describe('the table of silence', () => {
  it('has a name of its own for each rule', () => {
    expect(new Set(SILENCE.map((rule) => rule.name)).size).toBe(SILENCE.length);
  });
});
