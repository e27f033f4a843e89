/** Things that a mail names one by one, without a number: hosts, addresses, names in quotation marks, devices side by side. */
import { isOfHosts, nounsOf } from './counted-nouns.ts';
import { remembered } from '../words/remembered.ts';
import { namesInShort, networksInRange } from './name-ranges.ts';
import { Searched, sought, type Sought } from './searched.ts';

/**
 * How many are named; 0 where none are.
 * @param unit what the service counts; of hosts each address is one
 */
export function countNamed(text: Searched, unit: string | null): number {
  const hosts = isOfHosts(unit);
  return Math.max(
    ...NAMED_THINGS.map((pattern) => eachIn(text, pattern).size),
    hosts ? addressesIn(text) : 0,
    hosts ? hostsWithAddresses(text) : 0,
    addressesInRange(text),
    namesInRange(text),
    hosts ? Math.max(shortened(text), numberedBeside(text)) : 0,
    hosts || unit === 'perangkat' || unit === 'alamat IP' ? alikeNamed(text) : 0,
    atLeastTwo(eachIn(text, CARD).size),
    devicesBeside(text),
    labelsBeside(text, unit),
  );
}

const HOST_NAME = sought(/(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+\.(?:go\.id|example|local)(?![\w-])/gi);
const ADDRESS_IN_LIST = sought(/(?<=, ?(?:dan |and )?| dan | and | & )\d{1,3}(?:\.\d{1,3}){3}(?![\d/]|\.\d)/g);
/** Hosts and things in quotation marks that stand side by side. */
const NAMED_THINGS = [
  HOST_NAME.pattern,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+\d(?![\w-])/g,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w-])/g,
  /\\\\[\w.-]{1,60}\\[^\s,;"']{1,120}/g,
  /(?<![@\w.-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])/g,
  /["\u201c][A-Z0-9][\w -]{3,40}["\u201d](?=\s*(?:,|dan|and|&|["\u201c]|\s))/g,
].map(sought);

/** What is found of it, each once. */
function eachIn(text: Searched, pattern: Sought): ReadonlySet<string> {
  return new Set(text.all(pattern).map(([found]) => found));
}

function atLeastTwo(count: number): number {
  return count > 1 ? count : 0;
}

/** "simpeg.kemenkeu.example dan 10.1.2.3": an address in the same list, and none that says where the host before it is. */
function hostsWithAddresses(text: Searched): number {
  const named = eachIn(text, HOST_NAME).size;
  return named === 0 ? 0 : named + eachIn(text, ADDRESS_IN_LIST).size;
}

/** "10.20.4.17 dan .18"; a network is none. */
function addressesIn(text: Searched): number {
  return eachIn(text, ADDRESS).size + text.all(SHORTENED).length;
}

/** "10.200.1.15-17": as many as the range holds. */
function addressesInRange(text: Searched): number {
  const [, , first = '', last = ''] = text.find(RANGE) ?? [];
  return inRange(['', first, last]);
}

const ADDRESS = sought(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d/]|\.\d)/g);
/** The last number alone, behind a whole address. */
const SHORTENED = sought(/(?<=(?:\d|[ ,/])\.\d{1,3}(?:,| dan| &|,? and|\/) ?)\.\d{1,3}(?![\d.])/g);
const RANGE = sought(
  /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){2})\.(\d{1,3})\s?(?:-|\u2013|s\.?\s?d\.?|s\/d|sampai(?: dengan)?|hingga|to)\s?(?:\1|)\.?(\d{1,3})(?!\d|\.\d|\/)/,
);

/** "djp-eobj-01 s.d. 03", "peserta01 sampai peserta20", "PC lab nomor 1 s/d 15", with those named beside them. */
export function namesInRange(text: Searched): number {
  const count = Math.max(
    inRange(text.find(HOST_RANGE)),
    inRange(text.find(HOST_TO_HOST)?.slice(1) ?? null),
    inRange(text.find(NUMBERED)),
    namesInShort(text),
  );
  return count > 0 && count <= MOST_IN_RANGE ? count : 0;
}

const MOST_IN_RANGE = 500;
const NUMBERED = sought(
  /(?<=\b(?:laptop|notebook|komputer|pc|printer|server|vm|akun|user|titik|meja|mesin|perangkat)\b[^.\n]{0,24}\b(?:nomor|no\.?|nomer|urut) ?)(\d{1,3})\s?(?:-|\u2013|s\.?\s?d\.?|s\/d|sampai(?: dengan)?|hingga)\s?(?:no(?:mor|\.)? ?)?(\d{1,3})(?![\d./])/i,
);

/** The address of a network card: one for each device. */
const CARD = sought(/(?<![\w:-])(?:[\dA-F]{2}[:-]){5}[\dA-F]{2}(?![\w:-])/gi);

/** "sipd-app1, sipd-app2, dan sipd-db": of one family, of which one has a number. */
function alikeNamed(text: Searched): number {
  const names = [...eachIn(text, HYPHENED)];
  const families = Map.groupBy(names, (name) => name.split('-')[0] ?? '');
  const counts = [...families.values()].map((family) => (family.some((name) => /\d$/.test(name)) ? family.length : 0));
  return Math.max(0, ...counts, ...text.all(FAMILY_IN_ROW).map(([row]) => row.split(LABEL_CUT).length));
}

/** "db-primer dan db-sekunder" */
const FAMILY_IN_ROW = sought(
  /(?<![@\w./-])([a-z][a-z0-9]+)-[a-z0-9-]+(?:(?:, ?(?:dan |serta )?| (?:dan|serta|and|&|sama) )\1-[a-z0-9-]+)+/g,
);

const HYPHENED = sought(
  /(?<![@\w./-])(?:[a-z][a-z0-9]+(?:-[a-z0-9]+)+|[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*-\d{1,3})(?![\w./-])/g,
);

/** "lelang-app01/02/03 dan lelang-db01": the end alone of the names behind the first. */
function shortened(text: Searched): number {
  const rows = text.all(SLASHED);
  return rows.length === 0
    ? 0
    : eachIn(text, HOST_WITH_NUMBER).size + rows.reduce((sum, [row]) => sum + (row.match(/\//g) ?? []).length, 0);
}

/** "app01 dan db01", "web1, web2, web3, serta db1": names that end in a number side by side, where one is surely of a host. */
function numberedBeside(text: Searched): number {
  const rows = text.all(NUMBERED_BESIDE).filter(([row]) => SURELY_HOST.test(row));
  return Math.max(0, ...rows.map(([row]) => new Set(row.split(LABEL_CUT)).size));
}

const NUMBERED_BESIDE = sought(
  /(?<![@\w./-])[a-z]{2,20}(?:-[a-z0-9]{1,20}){0,4}\d{1,3}(?:(?:, ?(?:dan |serta |sama )?| (?:dan|serta|and|&|sama) )[a-z]{2,20}(?:-[a-z0-9]{1,20}){0,4}\d{1,3}(?![\w./-]))+/g,
);
const SURELY_HOST = /[a-z-]0\d|[a-z]-[a-z0-9-]*\d\b/;
const SLASHED = sought(/(?<![\w./-])[a-z][a-z0-9-]{1,30}\d{1,3}(?:\/\d{1,3}){1,12}(?![\w./-])/gi);
const HOST_WITH_NUMBER = sought(/(?<![@\w./-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*\d{1,3}(?![\w.-])/gi);

/** "folder A, B dan C", "VM OMSPAN-APP1 dan OMSPAN-APP2": labels side by side behind what they name. */
export function labelsBeside(text: Searched, unit: string | null): number {
  const pattern = LABELS.get(unit ?? '');
  return pattern === undefined ? 0 : fullestRow(text, pattern);
}

/** "Seksi yang minta: Pelayanan, Penagihan dan Umum". */
export function labelsBehind(text: Searched, noun: string): number {
  return fullestRow(text, sought(rowBehind(`[${noun[0]?.toUpperCase() ?? ''}${noun[0] ?? ''}]${noun.slice(1)}`)));
}

function fullestRow(text: Searched, pattern: Sought): number {
  const rows = text.all(pattern, MOST_ROWS).map(([, row = '']) => row.replace(/\([^()]*\)/g, ''));
  return Math.max(0, ...rows.map((row) => labelsIn(row.split(LABEL_CUT))));
}

/** "aplikasi SKP, 78.000 pegawai": a number among names is none. */
function labelsIn(items: readonly string[]): number {
  const numbers = items.filter((item) => /^(?:\p{L}+ )?[\d.]+$/u.test(item)).length;
  return numbers === 0 || numbers === items.length ? items.length : 0;
}

const MOST_ROWS = 60;
const LABEL = String.raw`(?:["\u201c'][^"\u201c\u201d'\n]{1,60}["\u201d']|(?=[^\s,]{0,40}[\\_\d-])[\p{L}\d\\][\p{L}\d\\_.&-]{0,60}|\p{Lu}[\p{L}\d\\_.&-]{0,60}(?: \p{Lu}[\p{L}\d_.&-]{0,40}){0,2})(?: ?\([^()\n]{0,60}\))?`;
const CUT = String.raw`(?:\s?[,;]\s?(?:dan |serta |sama |and |& )?| (?:dan|serta|and|&|sama|maupun|plus) )`;
const LABEL_CUT = new RegExp(CUT);
const FILLERS =
  'sharing|share|shared|bersama|berikut|bernama|kami|lama|baru|uji|produksi|production|development|dev|dengan nama|yaitu|untuk|utk|bagi|buat|yang|yg|minta|perlu|butuh|di|milik';

/** @param nouns a pattern of them */
function rowBehind(nouns: string): RegExp {
  return new RegExp(
    String.raw`(?<!(?:[Kk]asi|[Ss]eksi|[Ss]ubdit|[Ss]ubbid|[Bb]idang|[Bb]agian|[Kk]epala|[Dd]irektorat|[Tt]im) )\b(?:${nouns})(?: (?:${FILLERS})){0,2}:? (${LABEL}(?:${CUT}(?:(?:${nouns}) )?${LABEL}){1,20})`,
    'gu',
  );
}

const HOSTS =
  '[Ss]ervers?|VM|vm|[Hh]ost|[Mm]esin|[Aa]plikasi|[Ss]istem|[Pp]ortal|[Ss]itus|[Dd]atabase|[Dd]omain|[Ss]ubdomain|[Hh]osting|PaaS|IaaS';
/** By what the service counts: the nouns behind which its things are named. */
const LABELS: ReadonlyMap<string, Sought> = new Map(
  Object.entries({
    folder: '[Ff]olders?|[Dd]irektori',
    server: HOSTS,
    host: HOSTS,
    aplikasi: '[Aa]plikasi|[Ss]istem|[Pp]ortal|API',
    'akun PDE': '[Aa]kun PDE|[Uu]ser PDE|[Pp]erusahaan',
    survei: '[Ss]urvei|[Kk]uesioner',
    lokasi: '[Ll]okasi|[Kk]antor|KPP|KPPN|KPKNL',
    '': 'API|[Pp]roject|[Pp]royek|[Ee]lemen|[Rr]epository',
  }).map(([unit, nouns]) => [unit, sought(rowBehind(nouns))]),
);

function inRange(match: readonly string[] | null): number {
  const [, first = '0', last = '0'] = match ?? [];
  return Number(last) > Number(first) ? Number(last) - Number(first) + 1 : 0;
}

const HOST_RANGE = sought(
  /(?<=[a-z]-?)(\d{1,3})\s?(?:s\.\s?d\.|s\/d|sampai(?: dengan)?|hingga|until|through)\s?(?:[a-z][a-z0-9.-]{0,30}?)?(\d{1,3})(?!\d|[./-]\d)/i,
);
/** "lab1 - lab6": the same name on both sides. */
const HOST_TO_HOST = sought(/(?<![\w@.-])([a-z][a-z._-]{1,30})(\d{1,3})\s?[-\u2013]\s?\1(\d{1,3})(?!\d|[./-]\d)/i);

/** "App (4 core) x1, DB x1" */
const TIMES = sought(/ x ?(\d{1,2})(?=\s*[,;.\n]|\s+dan\b|$)/gi);

export function timesNamed(text: Searched): number {
  const times = text.all(TIMES).map(([, count]) => Number(count));
  return times.length > 1 ? times.reduce((sum, one) => sum + one, 0) : 0;
}

/** "/25 utk LAN dan /27 utk CCTV": sizes of networks side by side, each of which is a block; "atau" offers a choice. */
export function countPrefixes(text: Searched): number {
  const row = text.find(PREFIXES)?.[0] ?? '';
  return /\b(?:atau|or)\b/i.test(row) ? 0 : [...row.matchAll(PREFIX)].length;
}

/** "segmen 10.1.128.0/22 dan 10.1.132.0/23": as many as stand in one row; one on each side of a route is none. */
export function networksBeside(text: Searched): number {
  return Math.max(networksInRange(text), ...text.all(NETWORKS).map(([row]) => [...row.matchAll(NETWORK)].length));
}

const A_NETWORK = String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}(?!\d)(?: ?\([^()\n]{0,40}\))?`;
const NETWORK = new RegExp(A_NETWORK, 'g');
const NETWORKS = sought(
  new RegExp(
    String.raw`(?<!\b(?:antara|between) (?:\p{L}+ ){0,3})${A_NETWORK}(?:(?:, ?(?:dan |serta |sama )?| (?:dan|serta|sama|and|&|plus) )(?:segmen |subnet )?${A_NETWORK})+`,
    'gu',
  ),
);

const SIZE_OF_BLOCK = String.raw`(?<![\d.\w])\/(?:1[6-9]|2\d|30)\b(?![/.-]\d)`;
const PREFIX = new RegExp(SIZE_OF_BLOCK, 'g');
const PREFIXES = sought(
  new RegExp(
    String.raw`${SIZE_OF_BLOCK}(?:[^.\n/]{0,40}(?:,|\b(?:dan|serta|plus|and)\b)[^.\n/]{0,24}${SIZE_OF_BLOCK})+`,
  ),
);

/** "pc saya, laptop mbak tini, dan pc pak slamet", "VM app, VM db": as often as such things are named in a row, each time another. */
export function namedInTurn(text: Searched, unit: string | null): number {
  const { nouns, joined, pattern } = inTurn(unit ?? '');
  if (!text.has(joined) || !tellsSome(text.text.toLowerCase(), nouns)) return 0;
  const bare = text.has(BRACKETS) ? new Searched(text.text.replace(BRACKETS.pattern, '')) : text;
  return Math.max(
    0,
    ...bare.all(pattern).map(([row]) => row.split(NEXT_CUT).filter((one) => !REMARK.test(one)).length),
  );
}

const BRACKETS = sought(/ ?\([^()\n]{0,60}\)/g);

/** "pc baru diganti" says more of the PC before it. */
const REMARK =
  /^\S+ (?:(?:itu|ini|nya) )?(?:baru|sudah|sdh|udah|belum|blm|masih|lagi|habis|abis)(?: saja| aja)? (?:di|ter|ke|ber)\p{L}{3,}/iu;

/** Looking for a noun that comes twice, or two devices, costs less than the pattern, and most texts have none. */
function tellsSome(text: string, nouns: readonly string[]): boolean {
  const owned = OWNED.split('|').filter((noun) => text.includes(noun));
  return owned.length > 1 || [...owned, ...nouns].some((noun) => text.indexOf(noun) !== text.lastIndexOf(noun));
}

/** The nouns of each unit are few. */
const inTurn = remembered((unit) => {
  const nouns = [...new Set([...REPEATED.split('|'), ...nounsOf(unit)])];
  const any = nouns.join('|');
  const pattern = new RegExp(
    String.raw`\b(?:${OWNED}) ${WHOSE}(?:${NEXT}(?:${OWNED}) ${WHOSE})+|\b(${any}) ${WHOSE}(?:${NEXT}\1 ${WHOSE})+(?:${NEXT}(?:${any}) ${WHOSE})*`,
    'giu',
  );
  // Without a second one behind a comma or "dan" no row can be found, and this is looked for at once.
  const joined = new RegExp(String.raw`${NEXT}(?:${OWNED}|${any}) `, 'iu');
  return { nouns, joined: sought(joined), pattern: sought(pattern) };
});

const OWNED =
  'laptop|notebook|komputer|pc|printer|ipad|tablet|iphone|ponsel|monitor|proyektor|imac|macbook|mac|hp|tab|webcam|scanner|nvr|mesin';
const REPEATED =
  'akun|email|password|vm|server|folder|aplikasi|database|db|api|mesin|room|titik|kabel|lisensi|segmen|blok|sertel|sertifikat|tte|kotak surat|mailbox|user|namespace|portal|teknisi|staf';
const NEXT = String.raw`(?:, ?(?:dan |serta )?|,? ?(?:dan|serta|sama|&|\+) )`;
const NEXT_CUT = new RegExp(NEXT);
const WHOSE = String.raw`(?:(?!(?:dan|serta|sama)\b)[\p{L}\d._-]+ ?){1,4}`;
/** "segmen terpisah buat CCTV, VoIP, dan tamu": one for each purpose, where at least three are told. */
export function purposes(text: Searched): number {
  return Math.max(0, ...text.all(PURPOSES).map(([, row = '']) => row.split(ROW_CUT).length));
}

const PURPOSE = String.raw`(?!(?:dan|serta|mohon|minta|agar|karena|yang)\b)[\p{L}\d]+(?: (?!(?:dan|serta|sama|di|mohon|minta|agar|karena|yang)\b)[\p{L}\d]+){0,2}`;
const PURPOSES = sought(
  new RegExp(
    String.raw`\b(?:segmen|ip|vlan|subnet|blok|alamat)\b(?: \p{L}+){0,3}? (?:untuk|utk|buat|bagi) (${PURPOSE}(?:, ${PURPOSE}){1,15},? (?:dan|serta|sama|&) ${PURPOSE})`,
    'giu',
  ),
);

/** "laptop dan iPad": devices of different kinds side by side, one of each. */
export function devicesBeside(text: Searched): number {
  return Math.max(0, ...text.all(BESIDE).map(([row]) => new Set(row.toLowerCase().match(DEVICE)).size));
}

/** "untuk server absensi, NVR cctv, sama access controller": each of some words, of which the first two name devices. */
export function devicesInRow(text: Searched): number {
  return Math.max(
    0,
    ...text.all(IN_ROW, MOST_ROWS).map(([, row = '']) => row.split(ROW_CUT).filter((one) => !REMARK.test(one)).length),
  );
}

const A_DEVICE =
  '(?:server|nvr|dvr|cctv|printer|scanner|mesin|laptop|notebook|pc|komputer|ipad|tablet|monitor|proyektor|fingerprint|kamera|access point|switch|router|telepon|smart tv|tv|smartboard|iphone|kiosk)';
const ROW_CUT = /, ?(?:dan |serta |sama |and )?| (?:dan|serta|sama|and|&|plus) /;
const IN_ROW = sought(
  new RegExp(
    String.raw`(?<=\b(?:untuk|utk|buat|bagi|for|di|pada|memindahkan|pindahin|setting|instal|pasang|cek|nyambungin) |: )(${A_DEVICE}(?: (?!(?:dan|serta|sama|di|yang|ke)\b)\p{L}+){0,2}(?:, | (?:dan|serta|sama|and|&|plus) )(?:dan |sama )?${A_DEVICE}(?: (?!(?:dan|serta|sama|di|yang|ke|mohon|minta)\b)\p{L}+){0,2}(?:(?:, | (?:dan|serta|sama|and|&|plus) )(?:dan |sama )?(?:${A_DEVICE}|access)(?: (?!(?:dan|serta|sama|di|yang|ke)\b)\p{L}+){0,2}){0,8})`,
    'giu',
  ),
);

const KINDS_OF_DEVICES =
  'laptop|notebook|ipad|tablet|iphone|ponsel|hp|handphone|printer|scanner|komputer|pc|monitor|tv|smart tv|proyektor|smartboard|webcam|router|telepon';
const DEVICE = new RegExp(KINDS_OF_DEVICES, 'g');
const BESIDE = sought(
  new RegExp(
    String.raw`\b(?:${KINDS_OF_DEVICES})(?:(?:, ?(?:dan |serta |and )?| dan | & | serta | sama | and )(?:${KINDS_OF_DEVICES})\b)+`,
    'gi',
  ),
);
