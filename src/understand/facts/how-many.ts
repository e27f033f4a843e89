/** How many of what a service counts a wish asks for: accounts, devices, servers, persons who come. */
import type { FactSources } from './fact-sources.ts';
import { isCountOf, isOfOwnNouns, isOfPersons } from './counted-nouns.ts';
import { countNamed, devicesBeside } from './named-things.ts';
import { findNips } from './nip.ts';
import { readNumeral } from '../words/numerals.ts';
import { findUsernames, namesWriter } from './people.ts';
import { findQuantities, type Quantity } from './quantity.ts';
import { countAccounts, countDevices } from './rows.ts';

/** A number that counts what the variant counts, else rows of a list, else the persons named. */
export function howMany(sources: FactSources, nips: readonly string[], people: readonly string[]): number | null {
  const found = findQuantities(sources.words);
  const { unit } = sources;
  const best = bestQuantity(found, unit);
  if (best !== null && (sources.bounded || !isOfPersons(unit) || people.length < 3 || best > people.length))
    return best + (comesToo(sources) ? 1 : 0);
  const rows = sources.papers.map((paper) => Number(paper.fields['jumlah'] ?? 0)).find((count) => count > 0);
  if (rows !== undefined) return rows;
  const said = findNips(sources.words.text, sources.today).length;
  const devices = countDevices(sources.words.text);
  if (devices > 1 && (unit === null || !isOfPersons(unit))) return devices;
  const { text } = sources.words;
  const accounts = Math.max(
    people.length === 0 && ACCESS.test(text) ? findUsernames(text).length : 0,
    countAccounts(text),
  );
  const named = Math.max(said, people.length + (namesWriter(text) ? Math.max(1, 2 - people.length) : 0), accounts);
  const beside = devicesBeside(text);
  if (beside > 1 && named <= 1) return beside;
  if (named > 0 && !isOfOwnNouns(unit)) return named;
  const things = ASKED.exec(text)?.[1];
  if (things !== undefined) return readNumeral([things.toLowerCase()])?.value ?? 1;
  if (!isOfPersons(unit) || unit === null) {
    const things = countNamed(text, isOfOwnNouns(unit));
    if (things > 1) return things;
  }
  return sources.bounded || nips.length === 1 || ONE.test(sources.words.text) ? 1 : null;
}

/** "minta 2 deh": a number that asks, without a noun of ours behind it. */
const ASKED =
  /\b(?:minta|butuh|perlu|need|tambah|nambah)\s+(\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|two|three|four|five)\s+(?:aja|saja|lagi|more|deh|ya|dong|sekalian|please|only)\b/i;
/** The writer speaks of a thing of his own. */
export const ONE =
  /\b(?:akun|akses|email|password|sandi|laptop|notebook|pc|komputer|sertifikat|passphrase|tte|folder|perangkat|mailbox|internet)(?: \S+){0,2} (?:saya|sy|ku|milik saya)\b|\bmy (?:\S+ ){0,2}(?:account|access|password|laptop|computer|certificate|mailbox|folder)\b|\b(?:untuk|utk|buat) saya\b|\bsaya (?:lupa|butuh|mau|ingin|memerlukan|sudah)\b/i;

/** The writer is one of those who come. */
function comesToo({ words, unit }: FactSources): boolean {
  return WRITER_BESIDE.test(words.text) || (unit === 'orang' && WRITER_LEADS.test(words.text));
}

/** "PIC dari kami: saya sendiri" */
const WRITER_LEADS = /\bPIC\b[^.\n\d]{0,24}\bsaya\b/;
/** "saya dengan dua orang teknisi" */
const WRITER_BESIDE =
  /\b(?:saya|sy|aku) (?:dengan|dgn|bersama|beserta|dan|sama|\+) (?:\d{1,2}|satu|dua|tiga|empat|lima|enam) (?:orang|org|teknisi|rekan|teman|petugas|vendor)/i;
/** Without one of these, names of accounts are of those who work with the thing asked for. */
const ACCESS =
  /\b(?:akun|akses|user|username|hak|login|account|accounts|access|email|surel|password|sandi|sertifikat|tte|internet|folder|pengguna|permission|mailbox|blokir)\b/i;

const ADDRESSES = new Set(['alamat', 'email', 'accounts', 'account', 'address', 'addresses']);

function bestQuantity(found: readonly Quantity[], unit: string | null): number | null {
  if (found.length === 0) return null;
  const meant = found.some((one) => !one.of) ? found.filter((one) => !one.of) : found;
  const exact = meant.filter(
    (one) => one.total || (unit !== null && (one.noun === unit || (unit === 'akun' && ADDRESSES.has(one.noun)))),
  );
  const fitting =
    exact.length > 0 ? exact : meant.filter((one) => (unit === null ? one.people : isCountOf(one.noun, unit)));
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
