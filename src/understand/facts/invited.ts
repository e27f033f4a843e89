/** Who is asked for by name to speak: "mohon kesediaan Bapak Tono dan Ibu Rini menjadi narasumber". */
import type { PersonRow } from './persons-beside.ts';

const ASKS_FOR = new Set(
  'undang mengundang ngundang kesediaan menghadirkan hadirkan meminta minta mohon memohon narasumber narsum pembicara pemateri invite'.split(
    ' ',
  ),
);

/** How many of a row are invited; 0 where it names others. */
export function invited(row: PersonRow | null): number {
  return row !== null && ASKS_FOR.has(row.behind) ? row.count : 0;
}
