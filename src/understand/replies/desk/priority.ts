/** "prioritas: tinggi", "naikkan prioritas ke P1": how pressing a ticket is, by the id or the name of a level of the rules and nothing else. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';

export const PRIORITY =
  /^(?:(?:tolong |mohon )?(?:set|ubah|ganti|jadikan|naikkan|turunkan|raise|lower|change)\s+)?(?:prioritas(?:nya|kan)?|priority)(?=$|\W)/i;
const TOWARDS = /^(?:\W*(?:tiket(?:nya)?|ticket|ini|menjadi|jadi|ke|to|is|level|tingkat))+(?=\W)/i;

export function levelNamed(written: string, { priorities }: Rulebook): string | null {
  const said = written
    .replace(TOWARDS, '')
    .replace(/^\W+|\W+$/g, '')
    .toLowerCase();
  const level = priorities?.levels.find((one) =>
    [one.id, one.name, one.nameEn].some((name) => name?.toLowerCase() === said),
  );
  return level?.id ?? null;
}
