/**
 * What the papers of a mail tell where its own words do not: the day and the place of an event, who is concerned, which application. Only
 * text and fields count; what was read from a picture is a hint and tells nothing here.
 */
import type { PaperReading } from '../../parse/document.ts';
import { findDayOnPaper, type EventDate } from '../facts/event-date.ts';
import type { SearchedSources } from '../facts/fact-sources.ts';
import { findNips, isNip } from '../facts/nip.ts';
import { placeOfEvent } from '../facts/place.ts';
import { Searched } from '../facts/searched.ts';

export interface PersonOnPaper {
  readonly name: string | null;
  readonly nip: string | null;
}

export interface EventOnPaper {
  readonly day: EventDate;
  readonly inJakarta?: boolean;
}

/** An invitation says it on its first pages. */
const MOST_CHARACTERS = 6000;
const MOST_PERSONS = 200;

/** The day that the papers tell; null where they tell none, or not the same one. */
export function eventOnPapers({ papers, today, home }: SearchedSources): EventOnPaper | null {
  const told = papers.filter(tellsEvents).flatMap((paper) => {
    const text = new Searched(withWholeLines(paper.text.slice(0, MOST_CHARACTERS)));
    const found = findDayOnPaper(text, today, home);
    if (found === null) return [];
    const inJakarta = placeOfEvent(text.text, found.at);
    return [{ day: found.day, ...(inJakarta !== undefined && { inJakarta }) }];
  });
  const [first] = told;
  const isOne = told.every(({ day }) => day.eventDate === first?.day.eventDate);
  if (first === undefined || !isOne) return null;
  const places = new Set(told.flatMap(({ inJakarta }) => inJakarta ?? []));
  const [place] = places;
  return { day: first.day, ...(places.size === 1 && place !== undefined && { inJakarta: place }) };
}

function tellsEvents({ type, scan }: PaperReading): boolean {
  return scan === undefined && (type === 'surat' || type === 'other');
}

/** A line that goes on in the next one. */
function withWholeLines(text: string): string {
  return text.replace(/(?<=[\p{L}\d,])[ \t]*\n[ \t]*(?=\p{Ll})|(?<=\p{L},)[ \t]*\n[ \t]*(?=\d{1,2}\s\p{L})/gu, ' ');
}

/** The persons of lists, decrees and data sheets, each with his number where it stands beside him; not who signs. */
export function personsOnPapers({ papers, today }: SearchedSources): readonly PersonOnPaper[] {
  const found = papers.filter(({ scan }) => scan === undefined).flatMap((paper) => personsOn(paper, today));
  const known = new Set<string>();
  return found
    .filter(({ name, nip }) => {
      const key = nip ?? name?.toLowerCase() ?? '';
      return known.has(key) ? false : known.add(key);
    })
    .slice(0, MOST_PERSONS);
}

function personsOn(paper: PaperReading, today: string): readonly PersonOnPaper[] {
  const { type, rows = [], letter } = paper;
  if (type === 'daftar-akun' && rows.length > 0) return rows.flatMap(({ values }) => personIn(values, today));
  if (!NAMES_PERSONS.has(type)) return [];
  const signer = letter?.signer;
  return labelledIn(paper.text.slice(0, MOST_CHARACTERS), today).filter(
    ({ name, nip }) =>
      (nip === null || nip !== signer?.nip) &&
      (name === null || name.toLowerCase() !== withoutDegrees(signer?.name ?? '').toLowerCase()),
  );
}

const NAMES_PERSONS: ReadonlySet<PaperReading['type']> = new Set(['sk', 'surat', 'daftar-akun', 'other'] as const);

function personIn({ nama = '', nip = '' }: Readonly<Record<string, string>>, today: string): readonly PersonOnPaper[] {
  const name = withoutDegrees(nama);
  if (name === '') return [];
  return [{ name, nip: isNip(nip, today) ? nip : null }];
}

/** "Nama : Suparno", and "NIP : …" before the next name. */
function labelledIn(text: string, today: string): readonly PersonOnPaper[] {
  const names = [...text.matchAll(NAME_LABEL)];
  return names.flatMap((match, at) => {
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    if (WHO_SIGNS.test(before.slice(before.search(/[^\n]*\n?[^\n]*$/)))) return [];
    const behind = text.slice(match.index, Math.min(match.index + FAR, names[at + 1]?.index ?? Infinity));
    const name = withoutDegrees(match[1] ?? '');
    const label = NIP_LABEL.exec(behind);
    const [nip = null] = label === null ? [] : findNips(behind.slice(label.index, label.index + LONGEST_NIP), today);
    // A name without a number may be that of whoever is to be asked.
    return name === '' || nip === null ? [] : [{ name, nip }];
  });
}

const NEAR = 160;
const FAR = 300;
const LONGEST_NIP = 60;
const NAME_LABEL =
  /^[^\p{L}\n]{0,6}nama(?: lengkap| pegawai)?(?: ?\/ ?nip)?[ \t]*(?:[:=]|\t| {2,})[ \t:]*(\p{Lu}[\p{L}'’.,]*(?: \p{Lu}[\p{L}'’.,]*){0,6})/gimu;
const NIP_LABEL = /\bNIP\b|\/ ?\d{8}/i;
/** Right above a name: whose it is, is who signs or is asked, not who is concerned. */
const WHO_SIGNS =
  /\b(?:bertanda ?tangan|penanda ?tangan|menanda ?tangani|penyetuju|menyetujui|mengetahui|atasan|narahubung|kontak|pic|pemberi tugas)\b/i;

function withoutDegrees(name: string): string {
  return name
    .replace(/,.*$/s, '')
    .replace(/^(?:(?:Drs?|Dra|Ir|Prof|Hj?|Sdri?|Bpk|Bapak|Ibu)\.? )+/i, '')
    .trim();
}

/** Its fields, without those that were read from a picture. */
export function surelyOn({ fields, sources = {} }: PaperReading): PaperReading['fields'] {
  const isGuessed = (name: string): boolean => sources[name]?.origin === 'ocr';
  return Object.keys(sources).some(isGuessed)
    ? Object.fromEntries(Object.entries(fields).filter(([name]) => !isGuessed(name)))
    : fields;
}

/** "HRIS", as the form says; null where none or several do. */
export function applicationOnPapers({ papers }: SearchedSources): string | null {
  const named = new Set(papers.map((paper) => surelyOn(paper)['akses.nama_aplikasi']?.trim() ?? ''));
  named.delete('');
  const [only = null] = named;
  return named.size === 1 ? only : null;
}
