/**
 * Which things a mail names: the application, servers, devices, serial numbers and codes of state property (BMN). Each pattern is bounded,
 * so that no text costs more than its length.
 */
import type { Facts } from '../reading.ts';
import { sought, type Searched, type Sought } from './searched.ts';

export type Things = Pick<Facts, 'application' | 'servers' | 'devices' | 'serialNumbers' | 'bmnCodes'>;

const MOST = 50;

export function findThings(text: Searched): Things {
  const application = findApplication(text);
  const servers = findServers(text);
  const devices = all(text, DEVICE).map((name) => name.replace(/\s+/g, ' '));
  const serialNumbers = findSerials(text);
  const bmnCodes = text.has(OF_STATE) ? all(text, BMN) : [];
  return {
    ...(application !== null && { application }),
    ...(servers.length > 0 && { servers }),
    ...(devices.length > 0 && { devices }),
    ...(serialNumbers.length > 0 && { serialNumbers }),
    ...(bmnCodes.length > 0 && { bmnCodes }),
  };
}

const OF_STATE = sought(/\b(?:bmn|nup|kode barang|inventaris)\b/i);

/** "Nama aplikasi: SIMPEL Pajak", `aplikasi "Si Manis"`, "aplikasi e-Arsip". */
function findApplication(text: Searched): string | null {
  for (const pattern of APPLICATIONS) {
    const name = text.find(pattern)?.[1]?.trim();
    if (name !== undefined && !NOT_AN_APPLICATION.test(name)) return name;
  }
  return null;
}

const CALLED = String.raw`\b(?:aplikasi|sistem informasi|application|modul|sistem)`;
const APPLICATIONS = [
  /\bnama (?:aplikasi|sistem)\s{0,3}[:=]\s{0,3}([\p{L}\p{N}][^\n,;]{1,40}?)\s{0,3}(?=[\n,;]|\.\s|\.?$)/iu,
  new RegExp(
    String.raw`${CALLED}\s{1,2}(?:(?:bernama|named)\s)?["\u201c\u2018']([\p{L}\p{N}][^"\u201c\u201d\u2019'\n]{1,40})["\u201d\u2019']`,
    'u',
  ),
  new RegExp(
    String.raw`${CALLED}\s+(?:(?:bernama|named)\s+)?["\u201c']?((?:[a-z]{1,2}-?)?[A-Z][\p{L}\p{N}_-]{1,30}(?:\s[A-Z][\p{L}\p{N}_-]{1,20}){0,2}|e-[a-z]{3,20})`,
    'u',
  ),
].map(sought);
const NOT_AN_APPLICATION =
  /^(?:Yang|Dan|Untuk|Kemenkeu|Kementerian|Production|Mohon|Ini|Pada|Perbendaharaan Dan|e-(?:mail|dropbox))\b/;

/** A host is known by a digit, a hyphen or an underscore in its name; "server development" names none. */
const HOST = String.raw`[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,20}){1,5}|[a-z]{2,20}\d{1,4}[a-z]?`;
const NAMED_HOST = sought(
  new RegExp(
    String.raw`\b(?:server|hostname|host|vm|mesin virtual)(?: ?name)?\s{0,2}[:=]?\s{0,2}(${HOST})(?![\w-])`,
    'gi',
  ),
);
const NUMBERED_HOST = sought(/(?<![@\w./-])([a-z][a-z0-9]{0,20}(?:-[a-z0-9]{1,20}){1,4}\d)(?![\w-])/g);
const DOMAIN = sought(
  /(?<![@\w./:-])([a-z0-9][a-z0-9-]{0,60}(?:\.[a-z0-9-]{1,60}){1,5}\.(?:go\.id|local|internal|example))(?![\w@-])/gi,
);
const ADDRESS = sought(/(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d/]|\.\d)/g);

function findServers(text: Searched): readonly string[] {
  const found = [NAMED_HOST, NUMBERED_HOST, DOMAIN].flatMap((pattern) => all(text, pattern));
  const addresses = all(text, ADDRESS).filter((address) => address.split('.').every((part) => Number(part) <= 255));
  return [...new Set([...found.filter((name) => !NOT_A_HOST.test(name)), ...addresses])].slice(0, MOST);
}

const NOT_A_HOST = /^(?:e-|covid|non-|sub-|pre-|on-|win|windows|office|ubuntu|centos|rhel)/i;

const DEVICE = sought(
  /\b((?:laptop|notebook|komputer|pc|printer|scanner|monitor|tablet|ipad|iphone|proyektor|mesin absensi)(?:\s(?:merek\s)?(?:Lenovo|HP|Dell|Asus|Acer|Epson|Canon|Brother|Samsung|Apple|Toshiba|Fujitsu|Axioo|Zyrex|Advan|ThinkPad|MacBook)(?:\s[\p{L}\p{N}-]{0,15}\d[\p{L}\p{N}-]{0,15}){0,2})?)(?![\p{L}\p{N}])/giu,
);

const SERIAL = sought(
  /(?<![\p{L}\p{N}])(?:s\/n|sn|serial(?: numbers?| no\.?)?|nomor seri(?:al)?|no\.? seri)\s{0,2}[:.=]?\s{0,2}((?=[\w-]{0,20}\d)[a-z0-9][a-z0-9-]{4,24})(?![\w-])/giu,
);
/** "SN 5CD1, 5CD2 dan 5CD3" */
const FURTHER =
  /(?:\s{0,2},\s{0,2}|\s{1,2}dan\s{1,2}|\s{0,2}[&/;]\s{0,2}|\s{0,2},? dan )((?=[A-Z0-9-]{0,20}\d)[A-Z0-9][A-Z0-9-]{4,24})(?![\w-])/y;

export function findSerials(text: Searched): readonly string[] {
  return text.once(readSerials);
}

function readSerials(searched: Searched): readonly string[] {
  const { text } = searched;
  const found: string[] = [];
  for (const match of searched.all(SERIAL)) {
    found.push(match[1] ?? '');
    FURTHER.lastIndex = match.index + match[0].length;
    for (let next = FURTHER.exec(text); next !== null && found.length < MOST; next = FURTHER.exec(text))
      found.push(next[1] ?? '');
    if (found.length >= MOST) break;
  }
  return [...new Set(found)];
}

/** Ten digits, in groups or not, with the number within its kind (NUP). */
const BMN = sought(
  /(?<![\d.])(\d\.\d{2}\.\d{2}\.\d{2}\.\d{3}|[1-8]\d{9})(?![\d])(?:\s{0,2}(?:[-/,]|,? ?NUP)[ .:]{0,2}(\d{1,6})(?!\d))?/gi,
);

/** What the pattern catches (its first group, with the second behind it), each once. */
function all(text: Searched, pattern: Sought): readonly string[] {
  const found = new Set<string>();
  for (const [, first = '', second] of text.all(pattern)) {
    found.add(second === undefined ? first : `${first}-${second}`);
    if (found.size >= MOST) break;
  }
  return [...found];
}
