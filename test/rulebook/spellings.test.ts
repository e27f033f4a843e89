/** The spellings that the shipped rules write out, as a whole: what a new line of the desk lead must not break either. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { toWords } from '../../src/understand/words/normalise.ts';
import { loaded } from './rule-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const rulebook = loaded(resolve(ROOT, 'rules'), { mailboxDomain: 'kemenkeu.example' });
const { abbreviations } = rulebook;
const listed = Object.entries(
  z.record(z.string(), z.string()).parse(parse(readFileSync(resolve(ROOT, 'rules/abbreviations.yaml'), 'utf8'))),
).flatMap(([full, shorts]) => shorts.split(/\s*,\s*/).map((short) => ({ short, full })));
const formsOf = (text: string): readonly string[] => toWords(text, abbreviations).words.map(({ form }) => form);
const regional = (rulebook.replies['regional'] ?? []).map((entry) => {
  const [word = '', means = ''] = entry.split('=');
  return { word: word.trim(), means: means.trim() };
});
/** Written so for years: the full form holds the short one. */
const HOLDS_ITSELF = new Set(['pppk']);

describe('the listed spellings', () => {
  it('are many, each once', () => {
    expect(listed.length).toBeGreaterThan(3000);
    expect(new Set(listed.map(({ short }) => short)).size).toBe(listed.length);
  });

  it('lead to words that are not written out again', () => {
    const again = listed.filter(
      ({ short, full }) =>
        !HOLDS_ITSELF.has(short) && full.split(/[\s-]+/).some((word) => Object.hasOwn(abbreviations, word)),
    );

    expect(again).toEqual([]);
  });

  it('are met as they are written, whatever is shortened before they are looked up', () => {
    const missed = listed
      .filter(({ short }) => !short.includes('-') && !HOLDS_ITSELF.has(short))
      .filter(({ short, full }) => formsOf(short).join(' ') !== formsOf(full).join(' '));

    expect(missed).toEqual([]);
  });

  it('are no word of Indonesian that services, requirements and letters are written in', () => {
    const standard = new Set(
      [
        ...Object.values(rulebook.requirementTexts ?? {}),
        ...rulebook.services.flatMap((service) => [service.name, ...service.variants.map(({ name }) => name)]),
      ]
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu),
    );
    const known = new Set(['app', 'vc', 'vps', 'tte', 'license', 'pass', 'account', 'app', 'org', 'dan']);

    expect(listed.filter(({ short }) => standard.has(short) && !known.has(short)).map(({ short }) => short)).toEqual(
      ['instalasi', 'produksi', 'hotspot'].filter((word) => standard.has(word)),
    );
  });

  it('are nobody’s name and no unit in the directory, whose header has an account', () => {
    const names = new Set(
      readFileSync(resolve(ROOT, 'fixtures/directory.csv'), 'utf8')
        .toLowerCase()
        .match(/\p{L}+/gu),
    );

    expect(names.size).toBeGreaterThan(20);
    expect(listed.filter(({ short }) => names.has(short) && !['pppk', 'account'].includes(short))).toEqual([]);
  });

  it.each([
    ['taun depan bsk malem', 'tahun depan besok malam'],
    ['dipake kemaren, jgn diliat', 'dipakai kemarin jangan dilihat'],
    ['gausah nyusul, gapapa', 'tidak usah menyusul tidak apa apa'],
    ['ntar dateng ke kantr sblmnya', 'nanti datang ke kantor sebelum'],
    ['jelasin, dibuatin, tungguin', 'jelaskan dibuatkan tunggu'],
    ['lagi ngecek, ngurus, nunggu', 'lagi mengecek mengurus menunggu'],
    ['anak2 sama temen2, apa2 mudah2an', 'anak anak sama teman teman apa apa mudah mudahan'],
    ['org2 dan file2nya', 'orang orang dan file file'],
    ['tglnya, pswdnya, kompinya', 'tanggal password komputer'],
    ['ganya tidak, gala dinner', 'ganya tidak gala dinner'],
    ['SP2D, h2h, vm2, mp3', 'sp2d h2h vm2 mp3'],
  ])('“%s” is read as “%s”', (written, meant) => {
    expect(formsOf(written).join(' ')).toBe(meant);
  });
});

describe('regional words of answers', () => {
  it('are many, each once, and mean another word', () => {
    expect(regional.length).toBeGreaterThan(1000);
    expect(new Set(regional.map(({ word }) => word)).size).toBe(regional.length);
    expect(regional.filter(({ word, means }) => word === '' || means === '')).toEqual([]);
  });

  it('keep a no a no', () => {
    const no = /\b(?:tidak|jangan|belum|bukan)\b/;
    const turned = regional.filter(
      ({ word, means }) =>
        /^(?:ora|mboten|ndak|teu|indak|ndang|dang|nda|kada|tusing|nenten|seng|tra|sonde|durung|dereng|jan|jang|ojo|ulah) /.test(
          word,
        ) && !no.test(means),
    );

    expect(turned).toEqual([]);
  });
});
