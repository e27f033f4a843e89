/** What a block is of, as the line above it tells: what is asked for, or papers, sizes, steps, those who may open it. */
import { DAY_AND_HOUR, isOfDays, personsUnder } from './block-rows.ts';
import { isSure, type Block } from './blocks.ts';
import { isOfPersons } from './counted-nouns.ts';

/** Whether nothing above it tells that it is of something else. */
export function mayBeOfUnit({ lead, rows }: Block, unit: string | null): boolean {
  const said = lead.slice(-MOST);
  if (NOT_ASKED.test(said)) return false;
  if (SIZES.test(said) && !rows.every(({ text }) => COUNTED_OFF.test(text))) return false;
  return isOfPersons(unit) ? !NO_PERSONS.test(said) : !SCHEDULE.test(said) && !OF_MEMBERS.test(said);
}

/** Whether its rows are rows at all: bare lines have to be announced, or to be of one sure sort. */
export function isAnnounced(block: Block, unit: string | null): boolean {
  const isNamed = block.head.length > 0 || block.form !== 'plain';
  return isNamed || ANNOUNCES.test(block.lead) || areSure(block, unit);
}

/** "Mohon dukungan untuk:", "Yang akan dikembangkan:": what stands below is asked for one by one, where it is named one by one. */
export function isAskedAbove({ lead }: Block, unit: string | null): boolean {
  const said = lead.slice(-MOST);
  return unit !== null && ONE_BY_ONE.has(unit) && ANNOUNCES.test(said) && ASKS.test(said);
}

const ONE_BY_ONE = new Set([
  'kegiatan',
  'dukungan',
  'email',
  'dashboard',
  'survei',
  'aplikasi',
  'paket',
  'folder',
  'room',
  'host',
  'lokasi',
]);
const ASKS =
  /\b(?:mohon|minta|tolong|perlu|butuh|please|request)\b|\b(?:yang|yg) (?:akan |mau |ingin |perlu |mohon |minta )?(?:di|men)\p{L}{4,}/iu;

/** What else are they lines for. */
function areSure({ rows }: Block, unit: string | null): boolean {
  const first = rows.slice(0, 2);
  if (isOfPersons(unit) && first.every((row) => personsUnder(row) > 1))
    return first.some(({ text }) => WHOLE_NAME.test(text));
  return first.every(({ text }) => isSure(text) || (isOfDays(unit) && DAY_AND_HOUR.test(text)));
}

const WHOLE_NAME = /: .*(?:(?:Pak|Bu|Mas|Mbak|Bapak|Ibu) \p{Lu}|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll})/u;
const ANNOUNCES = /:\s*$|\b(?:berikut(?: ini)?|sbb|yaitu|yakni|di ?bawah(?: ini)?|antara lain)\W{0,3}$/i;
const MOST = 160;
/** Behind these stand papers, reasons, sizes and those who are to be asked. */
const NOT_ASKED =
  /\b(?:dokumen|berkas|syarat|persyaratan|kelengkapan|lampiran\w*|terlampir|dilampirkan|kronologi\p{L}*|alasan\p{L}*|agenda|rundown|susunan|langkah\p{L}*|fitur|menu|catatan|nb|ps|kendala|error|tembusan|cc|pic|kontak|contact|timeline|tahapan|penjelasan|informasi|ketentuan|contoh|attachments?|documents?)\b[^\n:]{0,30}[:.]?\s*$/iu;
/** Behind these stand sizes, unless each row says of how many. */
const SIZES = /\bspesifikasi\p{L}*[^\n:]{0,30}[:.]?\s*$/iu;
const COUNTED_OFF = /(?<![\d.,])\d{1,3} (?:unit|buah|bh|server|vm|mesin|node)\b/i;
const SCHEDULE = /\b(?:detail\p{L}*|jadwal\p{L}*)\b[^\n:]{0,30}[:.]?\s*$/iu;
const NO_PERSONS =
  /\b(?:pendamping|atasan|penanggung jawab|aplikasi|folder|server|yang sudah|yg sudah|sudah punya|narahubung|approver|hal-hal)\b[^\n]{0,30}:\s*$/i;
const OF_MEMBERS =
  /\b(?:hak akses\w*|anggota\w*|members?|pengguna\w*|users?|access|permissions?|dibuka oleh|diakses oleh|dipakai oleh|peserta\w*|undangan|tim)(?: (?:untuk|bagi|oleh|kepada|for|to|sbb|sebagai berikut|berikut|yaitu|yakni|ini)){0,3}\s?:\s*$/i;
