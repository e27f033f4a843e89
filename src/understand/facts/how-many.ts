/** How many of what a service counts a wish asks for: accounts, devices, servers, persons who come. */
import type { SearchedSources } from './fact-sources.ts';
import { bestQuantity } from './best-quantity.ts';
import { isCountOf, isOfHosts, isOfNames, isOfOwnNouns, isOfPersons } from './counted-nouns.ts';
import {
  countNamed,
  countPrefixes,
  timesNamed,
  devicesBeside,
  devicesInRow,
  networksBeside,
  labelsBeside,
  namedInTurn,
  namesInRange,
  purposes,
} from './named-things.ts';
import { askedAlone } from './asked-alone.ts';
import { chosenOf } from './chosen.ts';
import { contrastOf, type Contrast } from './contrast.ts';
import { rowFrom } from './counted-rows.ts';
import { institutionsBeside } from './institutions.ts';
import { invited, speakersTold } from './invited.ts';
import { oneForEach, oneToOne, sharedOut } from './shared-out.ts';
import { asksForRest, isNamedOutOfThem, leftOutOf, ofThoseNamed, theOnly, toldAnew } from './standing.ts';
import { eventDays } from './event-days.ts';
import { countInFiles } from './file-count.ts';
import { hostsBeside } from './hosts-beside.ts';
import { findNips } from './nip.ts';
import { isToldOtherwise, listedOf } from './listed.ts';
import { sumInLine } from './numbers-in-rows.ts';
import { findSerials } from './things.ts';
import { findUsernames, namesWriter } from './people.ts';
import { personsBeside, type PersonRow } from './persons-beside.ts';
import { TOGETHER } from './quantity-noun.ts';
import { eachQuantity, findQuantities, type Quantity } from './quantity.ts';
import { accountsBeside, countDevices, listedBehind } from './rows.ts';
import { ownDevices } from './own-devices.ts';
import { sought, type Searched } from './searched.ts';
import { sumOfParts } from './told-in-parts.ts';
import { unlistedCount } from './unlisted.ts';
import { officials, writerComes } from './who-comes.ts';

/** How many are asked for: of those told the ones that are chosen by name, where some are. */
export function howMany(sources: SearchedSources, nips: readonly string[], people: readonly string[]): number | null {
  const count = toldOrNamed(sources, nips, people);
  return count === null || count < 2 ? count : (chosenOf(count, sources.text) ?? count);
}

/** A number that counts what the variant counts, else rows of a list, else the persons or things named. */
function toldOrNamed(sources: SearchedSources, nips: readonly string[], people: readonly string[]): number | null {
  const { unit, bounded, text } = sources;
  const mayName = isOfPersons(unit) || unit === 'perangkat' || unit === 'narasumber' || text.has(OWNS);
  const beside = mayName ? personsBeside(text, sources.sender) : null;
  const row = beside !== null && (isOfPersons(unit) || OWN.has(beside.behind)) ? beside : null;
  if (row?.only === true) return row.count;
  // A group's members are no accounts of their own.
  if (unit === 'akun' && text.has(GROUP_BOX)) return 1;
  const each = eachQuantity(sources.words);
  const speakers = unit === 'narasumber' ? speakersTold(sources, each) : null;
  if (speakers !== null) return speakers;
  const listed = listedOf(text, unit);
  if (listed !== null && !isToldOtherwise(listed, { each, unit, words: sources.words })) return listed.count;
  const contrast = contrastOf(sources.words, unit, each);
  const told = contrast.isOver ? null : toldIn(sources, people, { row, each, contrast });
  if (told !== null) return told;
  const rows = sources.papers.map((paper) => Number(paper.fields['jumlah'] ?? 0)).find((count) => count > 0);
  if (rows !== undefined) return rows;
  const numbered = text.find(NUMBERED);
  if (numbered !== null && (!isOfOwnNouns(unit) || isOfNames(unit)))
    return Number(numbered[2]) - Number(numbered[1]) + 1;
  const licensed = unit === 'perangkat' ? personsServed(sources, each) : null;
  if (licensed !== null) return licensed;
  const isServed = beside !== null && FOR_WHOM.has(beside.behind);
  if (isServed && (unit === 'akun PDE' || (unit === 'perangkat' && !text.has(OWNS)))) return beside.count;
  const oneByOne =
    atLeastTwo(Math.max(institutionsBeside(sources), unit === 'narasumber' ? invited(beside, sources) : 0)) ??
    named(sources, people, row?.count ?? 0);
  const count = (oneByOne ?? 0) > 1 ? oneByOne : (unlistedCount(sources.words, unit) ?? oneByOne);
  if (count !== null && count === row?.count && !isNamedOutOfThem(text)) return count;
  if ((count ?? 1) === 1) {
    const inFiles = countInFiles(sources.files ?? [], unit);
    if (inFiles !== null) return inFiles;
  }
  return count === null ? (bounded || nips.length === 1 || text.has(ONE) ? 1 : null) : withoutSome(count, text);
}

const GROUP_BOX = sought(
  /\b(?:buatkan|dibuatkan|pembuatan|buat|bikin\w*|minta|create) (?:\p{L}+ ){0,3}(?:(?:grup|group) (?:e-?mail|surel)|(?:e-?mail|surel) (?:grup|group)|milis|mailing ?list|distribution list|shared mailbox)\b/iu,
);
/** Whose they are is told: "laptop saya, Bu Putri dan Pak Rizal". */
const OWNS = sought(/\b(?:laptop|notebook|pc|komputer)\b/i);
const OWN = new Set('laptop notebook pc komputer'.split(' '));

/** "lisensi untuk 25 pegawai": where no devices are told, one for each of those who get it. */
function personsServed({ text, words: { words: all } }: SearchedSources, each: readonly Quantity[]): number | null {
  const served = each.find(
    ({ at, people, asked }) =>
      TOGETHER.has(all[at]?.form ?? '') ||
      (people && asked && text.has(OWN_DEVICE)) ||
      (people && (asked || text.has(LICENCE)) && SERVED.test(text.text.slice(0, all[at]?.start ?? 0).slice(-24))),
  );
  return served?.value ?? null;
}

const OWN_DEVICE = sought(/\b(?:laptop|pc|komputer|notebook)(?:nya| mereka| masing-?masing)\b/i);
const LICENCE = sought(/\b(?:lisensi|licen[cs]es?)\b/i);
const SERVED = /\b(?:untuk|utk|buat|bagi|for) (?:total |sebanyak |sejumlah )?$/i;
const FOR_WHOM = new Set('untuk utk bagi buat for nama u/'.split(' '));

interface Beside {
  readonly row: PersonRow | null;
  readonly each: readonly Quantity[];
  readonly contrast: Contrast;
}

/** By numbers: those of the text, those of its rows, those beside persons who are named. */
function toldIn(sources: SearchedSources, people: readonly string[], { row, each, contrast }: Beside): number | null {
  const { unit, bounded, text } = sources;
  const every = findQuantities(sources.words, each).filter(
    (one) => !isOfOwnNouns(unit) || !isTotalOfElse(one, sources),
  );
  const found = unit === 'akun' && asksToJoin(text) ? every.filter(({ people: of }) => of) : every;
  const kinds = isOfHosts(unit) ? timesNamed(text) : 0;
  const shares = sharedOut(sources.words, each, unit) ?? oneToOne(sources.words, unit);
  if (shares !== null) return shares;
  if (contrast.asked !== null) return contrast.asked;
  const read = bestQuantity(found, unit);
  const anew = read === null ? toldAnew(text, unit, false) : null;
  if (anew !== null) return anew;
  const together = read === null ? null : counted(firstOfRow(read, found, sources), sources, each);
  const best = kinds > (together ?? 0) ? kinds : together;
  const several = unit === 'segmen' ? blocks(text, found, best) : null;
  if (several !== null) return several;
  if (best !== null && row !== null && (isPartOf(best, row) || isBeside(read, row))) return row.count;
  if (best !== null && read !== null && row !== null && isAdded(read, sources)) return row.count + best;
  const posts = unit !== null && isOfPersons(unit) ? officials(text) : 0;
  if (best !== null && posts > best) return posts;
  const counts = bounded || !isOfPersons(unit) || people.length < 3 || (best ?? 0) > people.length;
  const inRows = isOfOwnNouns(unit) && !isOfNames(unit) && !text.has(LISTS_NUMBERS) ? 0 : sumInLine(text);
  const more = Math.max(inRows, oneForEach(text), sumOfParts(text, unit));
  if (more > (best ?? 1)) return withoutSome(more, text);
  if (best === null || !counts) return null;
  const beside = best === read?.value && writerComes(text, unit) ? 1 : 0;
  return best + beside;
}

/** "total 22 indikator", "dari 6 jadi 8 digit": what follows is nothing that is counted here. */
function isTotalOfElse({ total, noun, last }: Quantity, { words: { words, text } }: SearchedSources): boolean {
  if (!total || noun !== '') return false;
  const [number, next] = [words[last], words[last + 1]];
  const near = number === undefined || next === undefined ? '' : text.slice(number.end, next.start);
  return near === ' ' && /^\p{Ll}{4,}$/u.test(next?.form ?? '') && !NO_NOUN.test(next?.form ?? '');
}

const NO_NOUN =
  /^(?:(?:me|di|ber|ter)\p{L}{4,}|yang|untuk|dari|pada|saja|lagi|dulu|sudah|mohon|minta|tolong|semua\p{L}*|kalau|karena|tapi|dengan|agar|supaya|masing|sesuai|buah|dong|terima|juga|jadi)$/u;

/** "2 pegawai, 3 orang dari PT X": whichever of a row is taken, the row begins with its first. */
function firstOfRow(read: Quantity, found: readonly Quantity[], { unit, words, text }: SearchedSources): Quantity {
  if (read.total && read.row) return read;
  if (asksForRest(text)) return largest(read, found, unit);
  const here = words.words[read.at]?.start ?? 0;
  return (
    found.find(
      (one) => one.at < read.at && !one.total && !one.each && !one.of && rowFrom(one, unit, words).to > here,
    ) ?? read
  );
}

/** "9 orang, dua akun tetap aktif, selebihnya dinonaktifkan": the rest is of the most. */
function largest(read: Quantity, found: readonly Quantity[], unit: string | null): Quantity {
  const before = found.filter((one) => one.at < read.at && unit !== null && isCountOf(one.noun, unit));
  return before.find(({ value }) => value > read.value) ?? read;
}

/** With what is counted with it, without what is left out of it; a number told in its place stands for it. */
function counted(first: Quantity, { unit, words, text }: SearchedSources, each: readonly Quantity[]): number {
  const anew = toldAnew(text, unit) ?? ofThoseNamed(text) ?? theOnly(each, text, unit);
  if (anew !== null) return anew;
  const { value, parts } =
    first.total && first.row ? { value: first.value, parts: [first] } : rowFrom(first, unit, words);
  const left = leftOutOf(value, text, { parts, from: words.words[first.at]?.start ?? 0 });
  return left < value ? value - left : value;
}

/** The right to bring devices into the domain is given to accounts; how many devices they bring is no number of accounts. */
function asksToJoin(text: Searched): boolean {
  return text.has(JOINS_DOMAIN) && text.has(RIGHT_TO) && countDevices(text) < 2;
}

const JOINS_DOMAIN = sought(/\b(?:join|gabung|masuk|memasuk|daftar|mendaftar|tambah)\w*\b[^.\n]{0,60}\bdomain\b/i);
const RIGHT_TO = sought(
  /\b(?:hak|akses|wewenang|kewenangan|otoritas|izin|privileges?|permissions?|rights?)\b[^.\n]{0,40}\bdomain\b|\b(?:akun|user|username|account)\b[^.\n]{0,60}\b(?:haknya|aksesnya|hak|akses|(?:di)?naik\w*|ditingkat\w*)\b|\b(?:naik|tingkat|menaik|mening?kat|dinaik|ditingkat)\w* (?:hak|akses)/i,
);

const LISTS_NUMBERS = sought(/\b(?:jumlah|kebutuhan|rincian|total)\b[^.\n]{0,40}:/i);

/** "Saya dan Vero mau masuk … Ada juga 2 teknisi": the number comes to those of a row before it. */
function isAdded({ at }: Quantity, { words: { words, text } }: SearchedSources): boolean {
  const here = words[at]?.start ?? 0;
  return ADDED.test(text.slice(Math.max(0, here - 16), here));
}

const ADDED = /\b(?:plus|ditambah|ada juga|juga ada|ada pula)\s$/i;

/** "Tono dan saya belum bisa masuk, ada 40 peserta menunggu": persons for whom nothing is asked. */
function isBeside(read: Quantity | null, { writer, needs }: PersonRow): boolean {
  return read !== null && writer && needs === true && read.people && read.noun !== 'akun' && !read.asked && !read.total;
}

/** "dua teknisi dan saya": the number is told among those of a row. */
function isPartOf(best: number, { told, count }: PersonRow): boolean {
  return count > best && (told.includes(best) || told.reduce((sum, one) => sum + one, 0) === best);
}

function atLeastTwo(count: number): number | null {
  return count > 1 ? count : null;
}

function withoutSome(value: number, text: Searched): number {
  const left = leftOutOf(value, text, { parts: [], from: 0 });
  return left < value ? value - left : value;
}

/** Of persons, accounts and things that stand there one by one. */
function named(sources: SearchedSources, people: readonly string[], inRow: number): number | null {
  const { unit, text } = sources;
  const devices = Math.max(countDevices(text), findSerials(text).length);
  if (devices > 1 && (unit === null || !isOfPersons(unit))) return devices;
  const inRange = namesInRange(text);
  const beside = Math.max(
    devicesBeside(text),
    unit === null ? 0 : namedInTurn(text, unit),
    unit === 'segmen' || unit === 'alamat IP' ? purposes(text) : 0,
    unit === 'perangkat' || unit === 'alamat IP' ? devicesInRow(text) : 0,
    unit === 'perangkat' ? ownDevices(text) : 0,
    inRange,
  );
  const persons = Math.max(namedPersons(sources, people), inRow);
  if (beside > 1 && (persons <= 1 || inRange > persons)) return beside;
  if (persons > 0 && !isOfOwnNouns(unit)) return persons;
  const asked = askedAlone(text, sources.around.text === '');
  if (asked !== null) return asked;
  const things = Math.max(
    eventDays(text, unit),
    hostsBeside(sources),
    isOfNames(unit) ? countNamed(text, unit) : labelsBeside(text, unit),
    listedBehind(text, unit),
  );
  return things > 1 ? things : null;
}

function namedPersons({ text, today }: SearchedSources, people: readonly string[]): number {
  const accounts = Math.max(
    people.length === 0 && text.has(ACCESS) ? findUsernames(text).length : 0,
    accountsBeside(text),
  );
  const writer = namesWriter(text) ? Math.max(1, 2 - people.length) : 0;
  return Math.max(findNips(text.text, today).length, people.length + writer, accounts, officials(text));
}

/** "/25 utk LAN dan /27 utk CCTV" are two; "one /26 block for each of the six offices" are six. */
function blocks(text: Searched, found: readonly Quantity[], best: number | null): number | null {
  const places = text.has(FOR_EACH) ? found.find(({ noun }) => isCountOf(noun, 'lokasi') && noun !== '') : undefined;
  if (places !== undefined && places.value > (best ?? 1)) return places.value;
  const sizes = Math.max(countPrefixes(text), networksBeside(text));
  return sizes > (best ?? 0) ? sizes : null;
}

const FOR_EACH = sought(/\b(?:each|masing-?masing|tiap|setiap)\b/i);
/** "nomor 1-12 pada lampiran": as many as these. */
const NUMBERED = sought(
  /\b(?:nomor|no\.?|nomor urut|urutan|baris)\s?(\d{1,3})\s?(?:-|\u2013|s\.?\s?d\.?|s\/d|sampai(?: dengan)?|hingga)\s?(?:no(?:mor|\.)?\s?)?(\d{1,3})\b(?=[^.\n]{0,60}\b(?:lampiran|daftar|terlampir|list|tabel|file)\b)/i,
);
/** The writer speaks of a thing of his own. */
export const ONE = sought(
  /\b(?:akun|akses|email|password|sandi|laptop|notebook|pc|komputer|sertifikat|passphrase|tte|folder|perangkat|mailbox|internet)(?: \S+){0,2} (?:saya|sy|ku|milik saya)\b|\bmy (?:\S+ ){0,2}(?:account|access|password|laptop|computer|certificate|mailbox|folder)\b|\b(?:untuk|utk|buat) saya\b|\bsaya (?:lupa|butuh|mau|ingin|memerlukan|sudah)\b/i,
);

/** Without one of these, names of accounts are of those who work with the thing asked for. */
const ACCESS = sought(
  /\b(?:akun|akses|user|username|hak|login|account|accounts|access|email|surel|password|sandi|sertifikat|tte|internet|folder|pengguna|permission|mailbox|blokir)\b/i,
);
