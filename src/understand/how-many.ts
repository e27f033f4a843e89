/** How many of what a service counts a wish asks for: accounts, devices, servers, persons who come. */
import type { FactSources } from './facts.ts';
import { findNips } from './nip.ts';
import { readNumeral } from './numerals.ts';
import { findUsernames, namesWriter } from './people.ts';
import { findQuantities, type Quantity } from './quantity.ts';
import { countAccounts, countDevices } from './rows.ts';

/** A number that counts what the variant counts, else rows of a list, else the persons named. */
export function howMany(sources: FactSources, nips: readonly string[], people: readonly string[]): number | null {
  const found = findQuantities(sources.words);
  const { unit } = sources;
  const best = bestQuantity(found, unit);
  if (best !== null && (unit !== null || people.length < 3 || best > people.length))
    return best + (WRITER_BESIDE.test(sources.words.text) ? 1 : 0);
  const rows = sources.papers.map((paper) => Number(paper.fields['jumlah'] ?? 0)).find((count) => count > 0);
  if (rows !== undefined) return rows;
  const said = findNips(sources.words.text, sources.today).length;
  const devices = countDevices(sources.words.text);
  if (devices > 1 && (unit === null || !ACCOUNTS.test(unit))) return devices;
  const { text } = sources.words;
  const accounts = Math.max(
    people.length === 0 && ACCESS.test(text) ? findUsernames(text).length : 0,
    countAccounts(text),
  );
  const named = Math.max(said, people.length + (namesWriter(text) ? Math.max(1, 2 - people.length) : 0), accounts);
  const beside = devicesBeside(text);
  if (beside > 1 && named <= 1) return beside;
  if (named > 0) return named;
  const things = ASKED.exec(text)?.[1];
  if (things !== undefined) return readNumeral([things.toLowerCase()])?.value ?? 1;
  if (unit === null || unit === 'perangkat') {
    const enumerated = Math.max(
      ...NAMED_THINGS.map((pattern) => new Set(text.match(pattern)).size),
      addressesIn(text),
      devicesBeside(text),
    );
    if (enumerated > 1) return enumerated;
  }
  return sources.bounded || nips.length === 1 || ONE.test(sources.words.text) ? 1 : null;
}

/** "10.200.1.15-17": as many addresses as the range holds. */
function addressesIn(text: string): number {
  const [, first = '0', last = '0'] =
    /(?<![\d.])\d{1,3}(?:\.\d{1,3}){2}\.(\d{1,3})\s?(?:-|\u2013|s\.?d\.?)\s?(\d{1,3})(?!\d|\.\d|\/)/.exec(text) ?? [];
  return Number(last) > Number(first) ? Number(last) - Number(first) + 1 : 0;
}

/** "laptop dan iPad": devices of different kinds side by side, one of each. */
function devicesBeside(text: string): number {
  const found = BESIDE.exec(text)?.[0].toLowerCase().match(DEVICE);
  return new Set(found).size;
}

const DEVICE = /laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor/g;
const BESIDE =
  /\b(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)(?:(?:, ?| dan | & | serta | sama | and )(?:laptop|notebook|ipad|tablet|iphone|ponsel|printer|komputer|pc|monitor)\b)+/i;

/** "minta 2 deh": a number that asks, without a noun of ours behind it. */
const ASKED =
  /\b(?:minta|butuh|perlu|need|tambah|nambah)\s+(\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|two|three|four|five)\s+(?:aja|saja|lagi|more|deh|ya|dong|sekalian|please|only)\b/i;
/** Hosts and things in quotation marks that stand side by side. */
const NAMED_THINGS = [
  /(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+\.(?:go\.id|example|local)(?![\w-])/gi,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+\d(?![\w-])/g,
  /(?<![@\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w-])/g,
  /["\u201c][A-Z0-9][A-Z0-9_-]{3,40}["\u201d](?=\s*(?:,|dan|and|&|["\u201c]|\s))/g,
];

/** The writer speaks of a thing of his own. */
export const ONE =
  /\b(?:akun|akses|email|password|sandi|laptop|notebook|pc|komputer|sertifikat|passphrase|tte|folder|perangkat|mailbox|internet)(?: \S+){0,2} (?:saya|sy|ku|milik saya)\b|\bmy (?:\S+ ){0,2}(?:account|access|password|laptop|computer|certificate|mailbox|folder)\b|\b(?:untuk|utk|buat) saya\b|\bsaya (?:lupa|butuh|mau|ingin|memerlukan|sudah)\b/i;

/** "saya dengan dua orang teknisi" */
const WRITER_BESIDE =
  /\b(?:saya|sy|aku) (?:dengan|dgn|bersama|beserta|dan|sama) (?:\d{1,2}|satu|dua|tiga|empat|lima|enam) (?:orang|org|teknisi|rekan|teman|petugas|vendor)/i;
/** Without one of these, names of accounts are of those who work with the thing asked for. */
const ACCESS =
  /\b(?:akun|akses|user|username|hak|login|account|accounts|access|email|surel|password|sandi|sertifikat|tte|internet|folder|pengguna|permission|mailbox|blokir)\b/i;
const ACCOUNTS = /akun|orang|pegawai|account/;

const ADDRESSES = new Set(['alamat', 'email', 'accounts', 'account', 'address', 'addresses']);

function bestQuantity(found: readonly Quantity[], unit: string | null): number | null {
  if (found.length === 0) return null;
  const peopleCounted = unit === null || ACCOUNTS.test(unit);
  const meant = found.some((one) => !one.of) ? found.filter((one) => !one.of) : found;
  const exact = meant.filter(
    (one) => one.total || (unit !== null && (one.noun === unit || (unit === 'akun' && ADDRESSES.has(one.noun)))),
  );
  const fitting = exact.length > 0 ? exact : meant.filter((one) => one.people === peopleCounted);
  const asked = unit === null ? meant.filter((one) => one.asked) : [];
  const list =
    asked.length > 0 && !fitting.some((one) => one.asked)
      ? asked
      : fitting.length > 0
        ? fitting
        : unit === null
          ? meant
          : [];
  const best = list.find((one) => one.total) ?? list.find((one) => one.asked) ?? list[0];
  return best?.value ?? null;
}
