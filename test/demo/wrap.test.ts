import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/demo/wrap.ts';

describe('a text in a narrow terminal', () => {
  it('breaks between words', () => {
    expect(wrap('satu dua tiga empat', 9)).toEqual(['satu dua', 'tiga', 'empat']);
  });

  it('keeps lines that are short enough, and empty ones', () => {
    expect(wrap('satu\n\ndua', 9)).toEqual(['satu', '', 'dua']);
  });

  it('marks what continues a quotation as quoted', () => {
    expect(wrap('> satu dua tiga', 9)).toEqual(['> satu', '> dua', '> tiga']);
  });

  it('leaves a word whole that is longer than the line', () => {
    expect(wrap('a https://panjang.example/x b', 9)).toEqual(['a', 'https://panjang.example/x', 'b']);
  });
});
