/** Things that a mail names one by one, without a number: hosts, addresses, names in quotation marks, devices side by side. */
import { isOfHosts } from './counted-nouns.ts';

/**
 * How many are named; 0 where none are.
 * @param unit what the service counts; of hosts each address is one
 */
export function countNamed(text: string, unit: string | null): number {
  const hosts = isOfHosts(unit);
  return Math.max(
    ...NAMED_THINGS.map((pattern) => new Set(text.match(pattern)).size),
    hosts ? addressesIn(text) : 0,
    hosts ? hostsWithAddresses(text) : 0,
    addressesInRange(text),
    namesInRange(text),
    hosts ? shortened(text) : 0,
    devicesBeside(text),
    labelsBeside(text, unit),
  );
}

const HOST_NAME = /(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+\.(?:go\.id|example|local)(?![\w-])/gi;
const ADDRESS_IN_LIST = /(?<=, ?(?:dan |and )?| dan | and | & )\d{1,3}(?:\.\d{1,3}){3}(?![\d/]|\.\d)/g;
/** Hosts and things in quotation marks that stand side by side. */
const NAMED_THINGS = [
  HOST_NAME,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+\d(?![\w-])/g,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w-])/g,
  /\\\\[\w.-]{1,60}\\[^\s,;"']{1,120}/g,
  /(?<![@\w.-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])/g,
  /["\u201c][A-Z0-9][\w -]{3,40}["\u201d](?=\s*(?:,|dan|and|&|["\u201c]|\s))/g,
];

/** "simpeg.kemenkeu.example dan 10.1.2.3": an address in the same list, and none that says where the host before it is. */
function hostsWithAddresses(text: string): number {
  const named = new Set(text.match(HOST_NAME)).size;
  return named === 0 ? 0 : named + new Set(text.match(ADDRESS_IN_LIST)).size;
}

/** "10.20.4.17 dan .18"; a network is none. */
function addressesIn(text: string): number {
  const named = new Set([...text.matchAll(ADDRESS)].map(([address]) => address));
  return named.size + [...text.matchAll(SHORTENED)].length;
}

/** "10.200.1.15-17": as many as the range holds. */
function addressesInRange(text: string): number {
  return inRange(RANGE.exec(text));
}

const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d/]|\.\d)/g;
/** The last number alone, behind a whole address. */
const SHORTENED = /(?<=\d\.\d{1,3}(?:,| dan| &|,? and|\/) ?)\.\d{1,3}(?![\d.])/g;
const RANGE = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){2}\.(\d{1,3})\s?(?:-|\u2013|s\.?d\.?)\s?\.?(\d{1,3})(?!\d|\.\d|\/)/;

/** "djp-eobj-01 s.d. 03", "peserta01 sampai peserta20", "PC lab nomor 1 s/d 15", with those named beside them. */
export function namesInRange(text: string): number {
  const count = Math.max(inRange(HOST_RANGE.exec(text)), inRange(NUMBERED.exec(text)));
  return count > 0 && count <= MOST_IN_RANGE ? count : 0;
}

const MOST_IN_RANGE = 500;
const NUMBERED =
  /(?<=\b(?:laptop|notebook|komputer|pc|printer|server|vm|akun|user|titik|meja|mesin|perangkat)\b[^.\n]{0,24}\b(?:nomor|no\.?|nomer|urut) ?)(\d{1,3})\s?(?:-|\u2013|s\.?\s?d\.?|s\/d|sampai(?: dengan)?|hingga)\s?(?:no(?:mor|\.)? ?)?(\d{1,3})(?![\d./])/i;

/** "lelang-app01/02/03 dan lelang-db01": the end alone of the names behind the first. */
function shortened(text: string): number {
  if (!text.includes('/')) return 0;
  const rows = [...text.matchAll(SLASHED)];
  return rows.length === 0
    ? 0
    : new Set(text.match(HOST_WITH_NUMBER) ?? []).size +
        rows.reduce((sum, [row]) => sum + (row.match(/\//g) ?? []).length, 0);
}

const SLASHED = /(?<![\w./-])[a-z][a-z0-9-]{1,30}\d{1,3}(?:\/\d{1,3}){1,12}(?![\w./-])/gi;
const HOST_WITH_NUMBER = /(?<![@\w./-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*\d{1,3}(?![\w.-])/gi;

/** "folder A, B dan C", "VM OMSPAN-APP1 dan OMSPAN-APP2": labels side by side behind what they name. */
export function labelsBeside(text: string, unit: string | null): number {
  const pattern = LABELS.get(unit ?? '');
  if (pattern === undefined || text.search(pattern) < 0) return 0;
  const rows = [...text.matchAll(pattern)].slice(0, MOST_ROWS).map(([, row = '']) => row.replace(/\([^()]*\)/g, ''));
  return Math.max(0, ...rows.map((row) => row.split(LABEL_CUT).length));
}

const MOST_ROWS = 60;
const LABEL = String.raw`(?:["\u201c'][^"\u201c\u201d'\n]{1,60}["\u201d']|(?=[^\s,]{0,40}[\\_\d-])[\p{L}\d\\][\p{L}\d\\_.&-]{0,60}|\p{Lu}[\p{L}\d\\_.&-]{0,60}(?: \p{Lu}[\p{L}\d_.&-]{0,40}){0,2})(?: ?\([^()\n]{0,60}\))?`;
const CUT = String.raw`(?:\s?[,;]\s?(?:dan |serta |and |& )?| (?:dan|serta|and|&|sama|maupun|plus) )`;
const LABEL_CUT = new RegExp(CUT);
const HOSTS =
  '[Ss]ervers?|VM|vm|[Hh]ost|[Mm]esin|[Aa]plikasi|[Ss]istem|[Pp]ortal|[Ss]itus|[Dd]atabase|[Dd]omain|[Ss]ubdomain|[Hh]osting|PaaS|IaaS';
/** By what the service counts: the nouns behind which its things are named. */
const LABELS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    folder: '[Ff]olders?|[Dd]irektori',
    server: HOSTS,
    host: HOSTS,
    aplikasi: '[Aa]plikasi|[Ss]istem|[Pp]ortal|API',
    'akun PDE': '[Aa]kun PDE|[Uu]ser PDE|[Pp]erusahaan',
    survei: '[Ss]urvei|[Kk]uesioner',
    lokasi: '[Ll]okasi|[Kk]antor|KPP|KPPN|KPKNL',
    '': 'API|[Pp]roject|[Pp]royek|[Ee]lemen|[Rr]epository',
  }).map(([unit, nouns]) => [
    unit,
    new RegExp(
      String.raw`(?<!(?:[Kk]asi|[Ss]eksi|[Ss]ubdit|[Ss]ubbid|[Bb]idang|[Bb]agian|[Kk]epala|[Dd]irektorat|[Tt]im) )\b(?:${nouns})(?: (?:sharing|share|shared|bersama|berikut|bernama|kami|lama|baru|uji|produksi|production|development|dev|dengan nama|yaitu)){0,2}:? (${LABEL}(?:${CUT}(?:(?:${nouns}) )?${LABEL}){1,20})`,
      'gu',
    ),
  ]),
);

function inRange(match: RegExpExecArray | null): number {
  const [, first = '0', last = '0'] = match ?? [];
  return Number(last) > Number(first) ? Number(last) - Number(first) + 1 : 0;
}

const HOST_RANGE =
  /(?<=[a-z]-?)(\d{1,3})\s?(?:s\.\s?d\.|s\/d|sampai(?: dengan)?|hingga|until|through)\s?(?:[a-z][a-z0-9.-]{0,30}?)?(\d{1,3})(?![\d./-])/i;

/** "VM: 1 web, 1 app, 2 db": kinds of hosts, so many of each; sizes and times are none. */
export function countKinds(text: string): number {
  const row = KINDS.exec(text)?.[0] ?? '';
  return SIZE.test(row) ? 0 : [...row.matchAll(/\d{1,2}/g)].reduce((sum, [count]) => sum + Number(count), 0);
}

const KINDS =
  /(?<=\b(?:vm|server|servers|host|mesin)\b[^.\n\d]{0,20}[:(] ?)(?:\d{1,2} ?x? ?\p{L}{2,12}(?:, ?(?:dan |and )?| dan | and | ?[+&] ?)){1,6}\d{1,2} ?x? ?\p{L}{2,12}/iu;
const SIZE = /\d ?(?:gb|tb|mb|core|vcpu|cpu|ram|ghz|hari|jam|menit|bulan|minggu|tahun)/i;

/** "/25 utk LAN dan /27 utk CCTV": sizes of networks side by side, each of which is a block; "atau" offers a choice. */
export function countPrefixes(text: string): number {
  const row = PREFIXES.exec(text)?.[0] ?? '';
  return /\b(?:atau|or)\b/i.test(row) ? 0 : [...row.matchAll(PREFIX)].length;
}

/** "segmen 10.1.128.0/22 dan 10.1.132.0/23": as many as stand in one row; one on each side of a route is none. */
export function networksBeside(text: string): number {
  return Math.max(0, ...[...text.matchAll(NETWORKS)].map(([row]) => [...row.matchAll(NETWORK)].length));
}

const A_NETWORK = String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}(?!\d)(?: ?\([^()\n]{0,40}\))?`;
const NETWORK = new RegExp(A_NETWORK, 'g');
const NETWORKS = new RegExp(
  String.raw`(?<!\b(?:antara|between) (?:\p{L}+ ){0,3})${A_NETWORK}(?:(?:, ?(?:dan |serta )?| (?:dan|serta|and|&|plus) )(?:segmen |subnet )?${A_NETWORK})+`,
  'gu',
);

const SIZE_OF_BLOCK = String.raw`(?<![\d.\w])\/(?:1[6-9]|2\d|30)\b(?![/.-]\d)`;
const PREFIX = new RegExp(SIZE_OF_BLOCK, 'g');
const PREFIXES = new RegExp(
  String.raw`${SIZE_OF_BLOCK}(?:[^.\n/]{0,40}(?:,|\b(?:dan|serta|plus|and)\b)[^.\n/]{0,24}${SIZE_OF_BLOCK})+`,
);

/** "pc saya, laptop mbak tini, dan pc pak slamet", "VM app, VM db": as often as such things are named in a row, each time another. */
export function devicesOfPersons(text: string): number {
  return Math.max(0, ...[...text.matchAll(OF_PERSONS)].map(([row]) => row.split(NEXT_CUT).length));
}

const OWNED = 'laptop|notebook|komputer|pc|printer|ipad|tablet|iphone|ponsel|monitor|proyektor';
const REPEATED =
  'akun|email|password|vm|server|folder|aplikasi|database|db|api|mesin|room|titik|kabel|lisensi|segmen|blok';
const NEXT = String.raw`(?:, ?(?:dan |serta )?|,? ?(?:dan|serta|sama|&|\+) )`;
const NEXT_CUT = new RegExp(NEXT);
const WHOSE = String.raw`(?:(?!(?:dan|serta|sama)\b)[\p{L}\d._-]+ ?){1,3}`;
const OF_PERSONS = new RegExp(
  String.raw`\b(?:${OWNED}) ${WHOSE}(?:${NEXT}(?:${OWNED}) ${WHOSE})+|\b(${REPEATED}) ${WHOSE}(?:${NEXT}\1 ${WHOSE})+`,
  'giu',
);

/** "laptop dan iPad": devices of different kinds side by side, one of each. */
export function devicesBeside(text: string): number {
  return Math.max(0, ...[...text.matchAll(BESIDE)].map(([row]) => new Set(row.toLowerCase().match(DEVICE)).size));
}

/** "untuk server absensi, NVR cctv, sama access controller": each of some words, of which the first two name devices. */
export function devicesInRow(text: string): number {
  return Math.max(
    0,
    ...[...text.matchAll(IN_ROW)].slice(0, MOST_ROWS).map(([, row = '']) => row.split(ROW_CUT).length),
  );
}

const A_DEVICE =
  '(?:server|nvr|dvr|cctv|printer|scanner|mesin|laptop|notebook|pc|komputer|ipad|tablet|monitor|proyektor|fingerprint|kamera|access point|switch|router|telepon|smart tv|tv|smartboard|iphone|kiosk)';
const ROW_CUT = /, ?(?:dan |serta |sama |and )?| (?:dan|serta|sama|and|&|plus) /;
const IN_ROW = new RegExp(
  String.raw`(?<=\b(?:untuk|utk|buat|bagi|for|di|pada|memindahkan|pindahin|setting|instal|pasang|cek|nyambungin) |: )(${A_DEVICE}(?: (?!(?:dan|serta|sama|di|yang|ke)\b)\p{L}+){0,2}(?:, | (?:dan|serta|sama|and|&|plus) )(?:dan |sama )?${A_DEVICE}(?: (?!(?:dan|serta|sama|di|yang|ke|mohon|minta)\b)\p{L}+){0,2}(?:(?:, | (?:dan|serta|sama|and|&|plus) )(?:dan |sama )?(?:${A_DEVICE}|access)(?: (?!(?:dan|serta|sama|di|yang|ke)\b)\p{L}+){0,2}){0,8})`,
  'giu',
);

const DEVICE = /laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor/g;
const BESIDE =
  /\b(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)(?:(?:, ?| dan | & | serta | sama | and )(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)\b)+/gi;
