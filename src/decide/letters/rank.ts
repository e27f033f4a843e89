import type { Rank } from '../../directory/person.ts';

/** Ranks as they are printed. */
export const ROMAN: Readonly<Record<Rank, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };
