/** Who is asked for by name to speak: "mohon kesediaan Bapak Tono dan Ibu Rini menjadi narasumber". */
import { ofWording } from '../words/wording.ts';
import type { SearchedSources } from './fact-sources.ts';
import type { PersonRow } from './persons-beside.ts';
import type { Quantity } from './quantity.ts';

const asksFor = ofWording(({ set }) => set('speakers_asked'));

/** How many of a row are invited; 0 where it names others. */
export function invited(row: PersonRow | null, sources: Pick<SearchedSources, 'wording'>): number {
  return row !== null && asksFor(sources).has(row.behind) ? row.count : 0;
}

/** "narasumber dari Pusintek 2 orang": so many of them, not of those for whom they come; null where none are told. */
export function speakersTold({ words: all }: Pick<SearchedSources, 'words'>, each: readonly Quantity[]): number | null {
  const told = each.find(({ at, people, attending, of }) => {
    const here = all.words[at]?.start ?? 0;
    return people && !attending && !of && SPEAKERS.test(all.text.slice(Math.max(0, here - NEAR), here));
  });
  return told?.value ?? null;
}

/** Letters between them and their number. */
const NEAR = 80;
const SPEAKERS =
  /\b(?:narasumber|pembicara|pemateri|instruktur|speakers?)\b(?:(?!\b(?:untuk|utk|bagi|peserta|pelatihan|diklat|bimtek|kelas|dengan|dihadiri|diikuti|kepada|for|to)\b)[^.;:\n]){0,60}$/i;
