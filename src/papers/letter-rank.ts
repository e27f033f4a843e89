/** What the words of a title say of its rank: a claim that the directory confirms or not. */
import type { LetterSigner } from '../parse/document.ts';

/** First match wins: the longer title before the shorter one that it holds. */
const RANKS: readonly (readonly ['I' | 'II' | 'III' | 'IV', RegExp])[] = [
  ['IV', /\b(?:kepala (?:sub ?bag(?:ian)?|seksi|sub ?bid(?:ang)?|urusan)|kasubbag|kasubag|kasi)\b/],
  [
    'III',
    /\bkepala (?:bagian|sub ?direktorat|bidang|kantor (?:pelayanan|pengawasan|pengelolaan)|kpp|kppn|kpknl|kppbc|balai)\b|\b(?:kabag|kabid|kasubdit)\b/,
  ],
  [
    'II',
    /\bsekretaris (?:direktorat jenderal|ditjen|badan|inspektorat)\b|\bkepala (?:pusat|biro|pusintek|kantor wilayah|kanwil)\b/,
  ],
  ['I', /\b(?:direktur jenderal|dirjen|sekretaris jenderal|inspektur jenderal|kepala badan|staf ahli)\b/],
  ['II', /\b(?:direktur|inspektur)\b/],
];

/** What a title's words say of its rank. */
export function rankOfTitle(title: string): LetterSigner['rank'] {
  const words = title
    .toLowerCase()
    .replace(/^(?:(?:plt|plh|a\.?\s?n|u\.?\s?b)\.?,?\s+)+/, '')
    .replace(/\s+/g, ' ');
  return RANKS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
