/** A number that asks without a noun of ours: "minta 2 deh", "silakan dihapus ketiganya". */
import { readNumeral } from '../words/numerals.ts';
import { sought, type Searched } from './searched.ts';

/** @param isWhole whether the text is that of the whole mail: of several wishes "keduanya" means the wishes */
export function askedAlone(text: Searched, isWhole: boolean): number | null {
  const asked = text.find(ASKED)?.[1] ?? (isWhole ? text.find(ALL_OF_THEM)?.[1] : undefined);
  if (asked === undefined) return null;
  return THEM.get(asked.toLowerCase()) ?? readNumeral([asked.toLowerCase()])?.value ?? 1;
}

/** "Silakan dihapus ketiganya." */
const ALL_OF_THEM = sought(
  /(?<!setuju(?:i)? )\b(keduanya|dua(?:-dua|2)nya|ketiganya|tiga(?:-tiga|2)nya|keempatnya|kelimanya|keenamnya)\b/i,
);
const THEM = new Map([
  ['keduanya', 2],
  ['dua-duanya', 2],
  ['dua2nya', 2],
  ['tiga2nya', 3],
  ['ketiganya', 3],
  ['tiga-tiganya', 3],
  ['keempatnya', 4],
  ['kelimanya', 5],
  ['keenamnya', 6],
]);

/** "minta 2 deh": a number that asks, without a noun of ours behind it. */
const ASKED = sought(
  /\b(?:minta|butuh|perlu|need|tambah|nambah|kurang|dibuat|dibuatkan|buatkan|diproses|disiapkan|siapkan|diinstal)\s+(\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|two|three|four|five)\s+(?:aja|saja|dulu|lagi|more|deh|ya|dong|sekalian|please|only)\b/i,
);
