import { describe, expect, it } from 'vitest';
import { claimOf, stretchOf, type Claim } from '../../../src/understand/parting/claims.ts';
import { mostOfClaims } from '../../../src/understand/parting/bounds.ts';
import { weightOf, weightOfWords, type Cut } from '../../../src/understand/parting/signs.ts';
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
      const mostWords = cut.whole.read.words.words.length;
      const most = (sides: { readonly left?: Claim; readonly right?: Claim }): number =>
        weightOfWords(cut) + mostOfClaims({ left: null, right: null, mostWords, ...sides });
      const bounds = [most({}), most({ left }), most({ right }), most({ left, right })];
      expect(Math.min(...bounds), cut.whole.text).toBeGreaterThanOrEqual(weightOf(cut) - 1e-9);
    }
  });

  it('falls with each side that is known', () => {
    for (const [left, right] of pairs) {
      const none = mostOfClaims({ left: null, right: null, mostWords: right.read.words.words.length });
      const one = mostOfClaims({ left, right: null, mostWords: right.read.words.words.length });
      const both = mostOfClaims({ left, right, mostWords: 1 });
      expect(none).toBeGreaterThanOrEqual(one);
      expect(one).toBeGreaterThanOrEqual(both);
    }
  });

  it('leaves less to a side of which only the service is known', () => {
    const [left] = claims;
    if (left === undefined) throw new Error('no claim');
    const open = { ...left, key: 'ITSM.8' };
    const known = { ...left, key: 'ITSM.8/reset' };
    expect(mostOfClaims({ left: open, right: null, mostWords: 9 })).toBeLessThan(
      mostOfClaims({ left: known, right: null, mostWords: 9 }),
    );
  });
});

function cutOf(left: Claim, right: Claim, joint: string): Cut {
  const [before, after] = [left.text, `${joint}${right.text}`];
  return {
    before,
    after,
    headText: right.text,
    clause: right.text,
    isCounted: false,
    left,
    right,
    head: right,
    whole: stretchOf(`${before}${after}`, rulebook),
  };
}
