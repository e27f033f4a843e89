/** Who is asked for by name to speak: "mohon kesediaan Bapak Tono dan Ibu Rini menjadi narasumber". */
import { ofWording } from '../words/wording.ts';
import type { SearchedSources } from './fact-sources.ts';
import type { PersonRow } from './persons-beside.ts';

const asksFor = ofWording(({ set }) => set('speakers_asked'));

/** How many of a row are invited; 0 where it names others. */
export function invited(row: PersonRow | null, sources: Pick<SearchedSources, 'wording'>): number {
  return row !== null && asksFor(sources).has(row.behind) ? row.count : 0;
}
