import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/config.ts';
import { allLetters, lettersOf } from '../../../src/understand/facts/letters.ts';
import { isMet } from '../../../src/understand/facts/needs.ts';
import { needsOf } from '../../../src/understand/facts/pattern-needs.ts';
import { searchedSources, type FactSources } from '../../../src/understand/facts/fact-sources.ts';
import { factsIn, factsOf } from '../../../src/understand/facts/facts.ts';
import { Searched, sought } from '../../../src/understand/facts/searched.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { readLabelled } from '../../score/labels.ts';
import { rulebook } from '../office.ts';
import { began, spentSince } from '../../support/spent.ts';

const mayHold = (text: string, pattern: RegExp): boolean => isMet(needsOf(pattern), lettersOf(text));

describe('what a pattern needs', () => {
  it.each([
    [/\b(?:besok|lusa) jam/i, 'Lusa jam 9', 'besok pagi, jam 9'],
    [/\bsalah satunya\b/i, 'Salah Satunya saja', 'salahnya'],
    [/\b(?:bmn|nup)\b/i, 'kode BMN: 3100102001', 'bmnx dan xnup'],
    [/(?<=untuk )(?:laptop|pc)/, 'untuk laptop', 'laptop'],
    [/(?<!tanpa )printer/, 'tanpa printer', 'tanpa print'],
    [/pukul \d{1,2}(?:[.:]\d\d)? (?:nanti|ini)/, 'pukul 10.30 nanti', 'pukul sepuluh nanti'],
    [/akun:?\s{0,3}(\d+)/, 'akun:\n\n 12', 'akun dua belas'],
    [/nomor (?:[A-Z]{2}-)?\d/, 'nomor ND-3', 'nomor tiga'],
    [/(?:, |dan )(?:server|vm) /, 'web dan vm db', 'dan web, db'],
    [/[Kk]ecuali (?:Pak|Bu)/u, 'kecuali Bu Sri', 'kecil Mbak Sri'],
    [/\ban\.\s/, 'an. Budi', 'Budi an'],
    [/a\u2013b/, 'a\u2013b', 'a-b'],
  ])('of %s is held by “%s”, not by “%s”', (pattern, with_, without) => {
    expect(mayHold(with_, pattern)).toBe(true);
    expect(mayHold(without, pattern)).toBe(false);
  });

  it.each([/\p{Lu}\p{L}+/u, /.{3}/, /(?:masing)?/, /[^,]+/, /(?:a|\d*)/, /(?!ini)/])('of %s is nothing', (pattern) => {
    expect(mayHold('', pattern)).toBe(true);
  });

  it('is held by letters that case folding takes for others', () => {
    expect(mayHold('\u017faya', /saya/iu)).toBe(true);
    expect(mayHold('\u212aantor', /kantor/iu)).toBe(true);
  });

  it('is held by spaces of every sort', () => {
    expect(mayHold('tanggal\u00a012', /tanggal\s\d/)).toBe(true);
    expect(mayHold('tanggal\u2009\n12', /tanggal\s{1,2}\d/)).toBe(true);
  });
});

describe('a searched text', () => {
  it('tells all that a pattern finds, as it stands there, and at most so many', () => {
    const numbers = sought(/\d+/g);
    const text = new Searched('1 laptop, 22 PC dan 333 VM');

    expect(text.all(numbers).map(([found]) => found)).toEqual(['1', '22', '333']);
    expect(text.all(numbers, 2).map(({ index }) => index)).toEqual([0, 10]);
    expect(text.find(numbers)?.[0]).toBe('1');
    expect(text.all(sought(/printer/g))).toEqual([]);
  });

  it('makes what is made of it once', () => {
    let times = 0;
    const make = (): number => (times += 1);
    const text = new Searched('laptop');

    expect([text.once(make), text.once(make), new Searched('laptop').once(make)]).toEqual([1, 1, 2]);
  });

  it('costs no more than its length, whatever stands in it', () => {
    const start = began();
    for (const letters of ['(', 'a', '1', '- ', 'saya, Budi dan ', 'tanggal 1 Desember ']) {
      const text = letters.repeat(100_000 / letters.length);
      factsOf(sourcesOf(text, 'akun'));
    }
    factsOf(sourcesOf('a'.repeat(1_000_000), 'akun'));
    expect(spentSince(start)).toBeLessThan(20_000);
  });

  const rounds = readdirSync(join(PACKAGE_ROOT, 'fixtures/rounds'));
  it.each(rounds)('of round %s tells the same facts where every pattern is looked for', (round) => {
    const { requests, replies } = readLabelled(join(PACKAGE_ROOT, 'fixtures/rounds', round));
    const texts = [
      ...requests.map(({ subject, body }) => `${subject}.\n\n${body}`),
      ...replies.map(({ body }) => body),
    ];
    const differ = texts.filter((text, at) => {
      const sources = sourcesOf(text, UNITS[at % UNITS.length] ?? null);
      const everywhere = new Searched(sources.words.text, allLetters());
      const facts = factsIn({ ...searchedSources(sources), text: everywhere });
      return JSON.stringify(facts) !== JSON.stringify(factsOf(sources));
    });

    expect(differ).toEqual([]);
  });
});

const UNITS = ['akun', 'orang', 'perangkat', 'server', 'alamat IP', 'segmen', 'folder', 'room', 'kegiatan', null];

function sourcesOf(text: string, unit: string | null): FactSources {
  return {
    words: toWords(text, rulebook.abbreviations),
    around: '',
    shared: '',
    signature: '',
    papers: [],
    sender: 'Budi Santoso',
    unit,
    bounded: true,
    today: '2026-11-23',
    home: 'WIB',
    ticketNumbers: [],
  };
}
