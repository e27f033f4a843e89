/** Persons told by the teams they belong to, a team a line: "Tim A: Arman Hakim, Tuti Susanti" and below it "Tim B: Galih, Rini Putri". */
import { JOINT } from './pieces.ts';
import { headOf, NO_PERSON } from './person-pieces.ts';

const LINE = /^[\s*-]{0,6}(\p{L}[\p{L}\d ./&-]{1,40}?) ?:[ \t]+([^\n:]{5,300})$/u;
/** Who stands behind these leads, signs or is asked; places, times and things stand behind the others. */
const NO_TEAM =
  /\b(?:pic|kontak|contact|cp|narahubung|atasan|cc|tembusan|approver|penyetuju|pemohon|pengirim|penanggung|hp|telp|koordinator|pengganti|moderator|lokasi|tempat|ruang\p{L}*|gedung|hari|tanggal|waktu|jam|aplikasi|sistem|server|kegiatan|acara|perihal|hal|alamat|akses|folder|software|perangkat)\b/iu;

/** How many persons stand in such lines below each other; 0 where there are not two, or something else stands in one. */
export function personsInTeams(text: string): number {
  let most = 0;
  let here: number[] = [];
  if (!text.includes(': ')) return 0;
  for (const line of text.split('\n', MOST_LINES)) {
    const count = personsIn(line);
    here = count > 0 ? [...here, count] : [];
    if (here.length > 1)
      most = Math.max(
        most,
        here.reduce((sum, one) => sum + one, 0),
      );
  }
  return most;
}

const MOST_LINES = 400;

/** At least two in a line, of whom one has a whole name or a form of address. */
function personsIn(line: string): number {
  const [, label = '', row = ''] = (line.includes(',') ? LINE.exec(line) : null) ?? [];
  if (label === '' || NO_TEAM.test(label)) return 0;
  const heads = row
    .replace(/\.\s*$/, '')
    .split(JOINT)
    .map((name) => (NO_PERSON.test(name) && !TITLED.test(name) ? null : headOf(name)));
  const areAll = heads.every((head) => head !== null && /^[\s.]*$/.test(head.rest) && head.piece.told === null);
  const isSure = heads.some((head) => head?.piece.kind === 'full' || head?.piece.kind === 'titled');
  return heads.length > 1 && areAll && isSure ? heads.length : 0;
}

const TITLED = /^(?:Mas|Mba|Mbak|Pak|Bu|Kak|Bapak|Ibu) \p{Lu}/u;
