import { describe, expect, it } from 'vitest';
import { claimOf, stretchOf, type Claim } from '../../../src/understand/parting/claims.ts';
import { mostWeight } from '../../../src/understand/parting/bounds.ts';
import { isCoordinated, weightOf, weightOfWords, type Cut } from '../../../src/understand/parting/signs.ts';
import { speechOf } from '../../../src/understand/parting/speech.ts';
import { rulebook } from '../office.ts';

const SENTENCES = [
  'Mohon reset password email saya yang lupa',
  'tolong pinjamkan 30 lisensi zoom buat rapat hari Senin',
  'printer di loket 3 rusak dan tidak menyala',
  'sampai di mana permohonan sertifikat elektronik kami',
  'apakah kuota email bisa ditambah?',
  'pelayanan helpdesk kemarin sangat mengecewakan',
  'kami butuh server development IaaS dengan 4 vCPU',
  'mohon perpanjangan sertifikat elektronik saya',
  'minta akses wifi tamu untuk lima orang',
  'mohon dibuatkan akun email pegawai baru',
];
const JOINTS = ['. ', ' dan ', '. Selain itu, ', '; ', '\n\n'];

const claims = SENTENCES.map((text) => claimOf(stretchOf(text, rulebook), rulebook)).filter((one) => one !== null);
const pairs = claims.flatMap((left, at) => {
  const others = claims.filter((right) => right.key !== left.key);
  return others.map((right, index) => [left, right, JOINTS[(at + index) % JOINTS.length] ?? '. '] as const);
});

describe('the most that a place may weigh', () => {
  it('is tried on sides of every sort', () => {
    expect(new Set(claims.map((one) => one.claims)).size).toBeGreaterThan(3);
    expect(pairs.length).toBeGreaterThan(60);
  });

  it('is never less than what it weighs, whatever is known of it', () => {
    for (const [left, right, joint] of pairs) {
      const cut = cutOf(left, right, joint);
      const words = weightOfWords(cut);
      const mostWords = cut.whole.read.words.words.length;
      const most = (sides: { readonly left?: Claim; readonly right?: Claim }): number =>
        mostWeight({ left: null, right: null, mostWords, isCoordinated: isCoordinated(cut), ...sides }, words);
      const bounds = [most({}), most({ left }), most({ right }), most({ left, right })];
      expect(Math.min(...bounds), cut.whole.text).toBeGreaterThanOrEqual(weightOf(cut) - 1e-9);
    }
  });

  it('falls with each side that is known', () => {
    for (const [left, right] of pairs) {
      const mostWords = right.read.words.words.length;
      const none = mostWeight({ left: null, right: null, mostWords, isCoordinated: true }, NO_WORDS);
      const one = mostWeight({ left, right: null, mostWords, isCoordinated: true }, NO_WORDS);
      const both = mostWeight({ left, right, mostWords: 1, isCoordinated: true }, NO_WORDS);
      expect(none).toBeGreaterThanOrEqual(one);
      expect(one).toBeGreaterThanOrEqual(both);
    }
  });

  it('leaves less to a side of which only the service is known', () => {
    const [left] = claims;
    if (left === undefined) throw new Error('no claim');
    const open = { ...left, key: 'ITSM.8' };
    const known = { ...left, key: 'ITSM.8/reset' };
    expect(mostWeight({ left: open, right: null, mostWords: 9, isCoordinated: true }, NO_WORDS)).toBeLessThan(
      mostWeight({ left: known, right: null, mostWords: 9, isCoordinated: true }, NO_WORDS),
    );
  });

  it('leaves nothing to two requests where the mail has no room for them', () => {
    const [left, right] = claims.filter((one) => one.claims === 'request');
    if (left === undefined || right === undefined) throw new Error('too few requests');
    const sides = { left, right, mostWords: 9, isCoordinated: false };
    expect(mostWeight({ ...sides, mayAskTwice: false }, NO_WORDS)).toBe(-Infinity);
    expect(mostWeight(sides, NO_WORDS)).toBeGreaterThan(-Infinity);
  });
});

const NO_WORDS = { requests: 0, mixed: 0 };

function cutOf(left: Claim, right: Claim, joint: string): Cut {
  const [before, after] = [left.text, `${joint}${right.text}`];
  return {
    before,
    after,
    headText: right.text,
    lastText: left.text,
    clause: right.text,
    rest: right.text,
    words: left.read.size + right.read.size,
    isCounted: false,
    speech: speechOf(rulebook),
    left,
    right,
    head: right,
    last: () => left,
    lastKey: () => left.key,
    whole: stretchOf(`${before}${after}`, rulebook),
  };
}
