/** Accounts, devices and things that are told in a row: the rows of a block, or side by side behind a colon. */
import { findBlocks } from './blocks.ts';
import { cutUp, withoutBrackets } from './pieces.ts';
import { searched, type Searched, sought, type Sought } from './searched.ts';

const SERIAL = /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{7,20}$/;
const ASSET = /^\d[\d.]{8,15}(?:-\d{1,5})?$/;

/** Rows with a serial number or an asset code; their number is that of the devices. */
export function countDevices(text: string | Searched): number {
  const counts = findBlocks(searched(text)).map(
    ({ rows }) => rows.filter(({ cells }) => cells.some((cell) => SERIAL.test(cell) || ASSET.test(cell))).length,
  );
  return Math.max(0, ...counts);
}

/** "VM berikut mohon dimatikan: repo-lama, jenkins2, sonarx": things in the same line behind the colon. */
export function listedBehind(text: Searched, unit: string | null): number {
  const opening = OPENED.get(unit ?? '');
  const found = opening === undefined ? null : text.find(opening);
  if (found === null) return 0;
  const items = cutUp(withoutBrackets(found[1] ?? '')).map((item) => item.text);
  return items.length > 1 && items.every((item) => IS_THING.test(item) && !OF_MEMBERS.test(found[0]))
    ? items.length
    : 0;
}

const IS_THING = /^(?!\d)[^\s:=]{2,40}(?: (?!\d)[^\s:=]{2,30}){0,3}$/;

/** "folder … dengan hak akses:": the rows are those who may open it. */
const OF_MEMBERS =
  /\b(?:hak akses\w*|akses\w*|anggota\w*|members?|pengguna\w*|users?|access|permissions?|dibuka oleh|diakses oleh|dipakai oleh|PIC)(?: (?:untuk|bagi|oleh|kepada|for|to|sbb|sebagai berikut|berikut|yaitu|yakni|ini)){0,3}\s?:\s*$/i;
const OPENINGS: ReadonlyMap<string, Sought> = new Map(
  Object.entries({
    folder: 'folder|direktori',
    server: 'server|vm|host|mesin|hosting|instance',
    host: 'server|vm|host|alamat|ip|aplikasi|situs',
    aplikasi: 'aplikasi|sistem|portal',
    perangkat: 'pc|laptop|komputer|perangkat|printer',
    lokasi: 'lokasi|kantor|gedung',
    kegiatan: 'kegiatan|acara|rapat|vicon|sesi',
    room: 'room|link|rapat|kegiatan|acara',
    'alamat IP': 'ip|perangkat|alamat',
  }).map(([unit, nouns]) => [unit, sought(new RegExp(String.raw`\b(?:${nouns})\b[^.\n]{0,60}:\s*$`, 'im'))]),
);

const OPENED: ReadonlyMap<string, Sought> = new Map(
  [...OPENINGS]
    .filter(([unit]) => unit !== 'perangkat')
    .map(([unit, { pattern }]) => [
      unit,
      sought(
        new RegExp(
          pattern.source.replace(
            String.raw`[^.\n]{0,60}:\s*$`,
            String.raw` (?:\p{L}+ ){0,4}(?:berikut|ini|sbb|untuk|utk|mohon|di\p{L}+|yaitu|yakni)(?: \p{L}+){0,3}: ?([^\n.]{5,200})`,
          ),
          'iu',
        ),
      ),
    ]),
);

/** "user rusdiana dan norman.saputra": names of accounts side by side, of which one at least has its dot. */
const SIDE_BY_SIDE = sought(
  /\b(?:user|users|akun|username|usernames|account|accounts):? ((?:[a-z][a-z.]{2,30}(?:, ?| (?:dan|and|&|sama|serta) )){1,8}[a-z]{3,20}\.[a-z]{2,20})(?![\w@.-]*[\w@])/g,
);

export function accountsBeside(text: Searched): number {
  const beside = text.all(SIDE_BY_SIDE).map((match) => (match[1] ?? '').split(/, ?| (?:dan|and|&|sama|serta) /).length);
  return Math.max(0, ...beside);
}
