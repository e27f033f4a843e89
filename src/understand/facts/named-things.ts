/** Things that a mail names one by one, without a number: hosts, addresses, names in quotation marks, devices side by side. */

/**
 * How many are named; 0 where none are.
 * @param hosts whether hosts are counted, so that each address is one
 */
export function countNamed(text: string, hosts: boolean): number {
  return Math.max(
    ...NAMED_THINGS.map((pattern) => new Set(text.match(pattern)).size),
    hosts ? addressesIn(text) : 0,
    addressesInRange(text),
    hostsInRange(text),
    devicesBeside(text),
  );
}

/** Hosts and things in quotation marks that stand side by side. */
const NAMED_THINGS = [
  /(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+\.(?:go\.id|example|local)(?![\w-])/gi,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+\d(?![\w-])/g,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w-])/g,
  /(?<![@\w.-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])/g,
  /["\u201c][A-Z0-9][A-Z0-9_-]{3,40}["\u201d](?=\s*(?:,|dan|and|&|["\u201c]|\s))/g,
];

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

/** "laptop dan iPad": devices of different kinds side by side, one of each. */
export function devicesBeside(text: string): number {
  return Math.max(0, ...[...text.matchAll(BESIDE)].map(([row]) => new Set(row.toLowerCase().match(DEVICE)).size));
}

const DEVICE = /laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor/g;
const BESIDE =
  /\b(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)(?:(?:, ?| dan | & | serta | sama | and )(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)\b)+/gi;
