/** Things that a mail names one by one, without a number: hosts, addresses, names in quotation marks, devices side by side. */

/**
 * How many are named; 0 where none are.
 * @param hosts whether hosts are counted, so that each address is one
 */
export function countNamed(text: string, hosts: boolean): number {
  return Math.max(
    ...NAMED_THINGS.map((pattern) => new Set(text.match(pattern)).size),
    hosts ? addressesIn(text) : 0,
    hosts ? hostsWithAddresses(text) : 0,
    addressesInRange(text),
    hostsInRange(text),
    devicesBeside(text),
  );
}

const HOST_NAME = /(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+\.(?:go\.id|example|local)(?![\w-])/gi;
const ADDRESS_IN_LIST = /(?<=, ?(?:dan |and )?| dan | and | & )\d{1,3}(?:\.\d{1,3}){3}(?![\d/]|\.\d)/g;
/** Hosts and things in quotation marks that stand side by side. */
const NAMED_THINGS = [
  HOST_NAME,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+\d(?![\w-])/g,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w-])/g,
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

/** "djp-eobj-01 s.d. 03" */
function hostsInRange(text: string): number {
  return inRange(HOST_RANGE.exec(text));
}

function inRange(match: RegExpExecArray | null): number {
  const [, first = '0', last = '0'] = match ?? [];
  return Number(last) > Number(first) ? Number(last) - Number(first) + 1 : 0;
}

const HOST_RANGE =
  /(?<=[a-z]-?)(\d{1,3})\s?(?:s\.\s?d\.|s\/d|sampai(?: dengan)?|hingga|until|through)\s?(?:[a-z][a-z0-9-]{0,30}?)?(\d{1,3})(?![\d./-])/;

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

const SIZE_OF_BLOCK = String.raw`(?<![\d.\w])\/(?:1[6-9]|2\d|30)\b(?![/.-]\d)`;
const PREFIX = new RegExp(SIZE_OF_BLOCK, 'g');
const PREFIXES = new RegExp(
  String.raw`${SIZE_OF_BLOCK}(?:[^.\n/]{0,40}(?:,|\b(?:dan|serta|plus|and)\b)[^.\n/]{0,24}${SIZE_OF_BLOCK})+`,
);

/** "pc saya, pc mbak tini, dan pc pak slamet": as often as it is named in a row, each time somebody's. */
export function devicesOfPersons(text: string): number {
  return Math.max(0, ...[...text.matchAll(OF_PERSONS)].map(([row]) => (row.match(DEVICE_OF) ?? []).length));
}

const DEVICE_OF = /\b(?:laptop|notebook|komputer|pc|printer|akun|email|password)(?:nya)? (?=\p{L})/giu;
const OF_PERSONS =
  /\b(laptop|notebook|komputer|pc|printer|akun|email|password) (?:\p{L}+ ?){1,3}(?:(?:, ?|,? ?(?:dan|serta|sama|&) )\1 (?:\p{L}+ ?){1,3})+/giu;

/** "laptop dan iPad": devices of different kinds side by side, one of each. */
export function devicesBeside(text: string): number {
  return Math.max(0, ...[...text.matchAll(BESIDE)].map(([row]) => new Set(row.toLowerCase().match(DEVICE)).size));
}

const DEVICE = /laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor/g;
const BESIDE =
  /\b(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)(?:(?:, ?| dan | & | serta | sama | and )(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)\b)+/gi;
