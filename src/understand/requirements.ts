/**
 * Which submission requirements a mail meets, and where: a file by its name or its text, a statement or a link in the mail. What is
 * only promised ("menyusul") is not there. A file that shows itself by name only counts as received unchecked. Pictures that belong to
 * a signature never count.
 */
import type { PaperReading } from '../parse/document.ts';
import type { Attachment } from '../parse/message.ts';
import type { Requirement, Rulebook, Variant } from '../rulebook/rulebook.ts';
import { lexiconOf } from './classify/lexicon.ts';
import { toWords, wordsBetween, type Words } from './words/normalise.ts';
import { findPhrases, type Hit, type Hits, type PhraseIndex } from './words/phrases.ts';
import type { Facts, Provided } from './reading.ts';
import { countDevices } from './facts/rows.ts';

export interface RequirementSources {
  readonly words: Words;
  readonly attachments: readonly Attachment[];
  readonly papers: readonly PaperReading[];
  readonly facts: Facts;
  readonly rulebook: Rulebook;
}

export interface RequirementReading {
  readonly provided: readonly Provided[];
  readonly notAsked: readonly string[];
}

interface Searched extends RequirementSources {
  readonly hits: Hits;
  readonly files: readonly SearchedFile[];
}

interface SearchedFile {
  readonly filename: string;
  readonly byName: Hits;
  /** More than one where it holds several (pages put together, an archive). */
  readonly papers: readonly PaperReading[];
  readonly byText: Hits;
}

const SIGNATURE_PICTURE =
  /^(?:image\d{3,}|logo\w*|outlook-\w+|spacer|banner\w*|ttd|signature\w*)\.(?:png|jpe?g|gif|bmp|svg)$/i;
const PAPER_CHARS = 3000;
/** "Dokumen lengkap terlampir" is believed with more files than this. */
const MIN_FILES = 2;
const PROMISED =
  /\b(?:menyusul\w*|nyusul\w*|susul\w*|tunggu|nunggu|disusulkan|menyusulkan|belum (?:ada|tersedia|lengkap|siap|sempat|terlampir|kami|saya)|masih (?:disusun|direkap|disiapkan|dalam proses|proses|menunggu|dibuat)|nanti (?:kami|saya)?|will follow|later|to follow|segera (?:kami|saya) (?:kirim|lengkapi)|akan (?:kami|saya) (?:kirim|susul|lengkapi|sampaikan)\w*|tidak ada|tanpa|menunggu|masih di\w+|dalam proses)\b/i;
const ATTACHED = /\b(?:terlampir|lampir\w*|dilampirkan|melampirkan|attached|enclosed|berikut|bersama)\b/i;
const USERS_PER_DAY =
  /\b\d[\d.,]*\s*(?:ribu|rb|juta|k)?\s*(?:orang\s+)?(?:user|pengguna|users|pegawai|wajib pajak|peserta|pengunjung|visitor|akses)\w*\b[^.\n]{0,25}\b(?:hari|sehari|day|serentak|concurrent|bersamaan)\b|\b(?:user|pengguna|users|pengunjung|peserta)\b[^.\n]{0,30}\b\d[\d.,]*\s*(?:ribu|rb|juta|orang)?\s*(?:per\s?hari|sehari|\/\s?hari|a day|per day|concurrent|serentak)/i;
const HOURS_PER_DAY =
  /\b\d{1,2}\s*jam\b|\b\d{1,2}\s*hours?\b|\b\d{1,2}[.:]\d\d\s*(?:-|\u2013|s\.?\/?d\.?|sampai|to)\s*\d{1,2}[.:]\d\d\b/i;
const TRANSACTION_TIME = /\b\d+(?:\s*(?:-|\u2013|s\.?d\.?|sampai|to)\s*\d+)?\s*(?:menit|detik|minutes?|seconds?)\b/i;
const DOCUMENTS =
  /\b\d[\d.,]*\s*(?:ribu|rb)?\s*(?:dokumen|surat|sk|berkas|naskah|documents?|file)?\s*(?:per|\/|tiap|setiap|a|each)?\s*(?:minggu|bulan|tahun|seminggu|sebulan|setahun|perbulan|week|month|year)\b/i;
/** Papers that the mail says lie where the desk can fetch them. */
const STORED =
  /\b(?:ada|tersedia|disimpan|simpan|taruh|ditaruh|upload\w*|diupload|unggah\w*|diunggah|stored|uploaded|available)\b[^.\n]{0,40}\b(?:e-?dropbox|online storage|drive|onedrive|folder|link|tautan|cloud|share)\b/i;
const INSTALLED =
  /\b(?:[Ii]nstal\w*|[Dd]iinstal\w*|[Mm]enginstal\w*|[Pp]asang\w*|[Dd]ipasang\w*|[Ii]nstallation of)\s+(?:(?:aplikasi|software|program|the)\s+)?[A-Z]\w+(?:\s[A-Z0-9]\w*)?/;
const LETTER_NUMBER = /(?:^|[^A-Za-z])(?:ND|S|SR|ST|UND|SE|KEP|SP)[-_ ]{1,2}\d{1,5}(?!\d)/i;
const ALL_ATTACHED =
  /\b(?:dokumen|berkas|persyaratan|kelengkapan|lampiran)\b[^.\n]{0,30}\blengkap\b[^.\n]{0,30}\b(?:terlampir|dilampirkan|lampirkan)\b|\blengkap terlampir\b|\ball (?:the )?(?:required )?documents? (?:are )?(?:attached|enclosed)\b/i;
const ADDRESS = /\b(?:\d{1,3}\.){3}\d{1,3}\b/;
const HOSTNAME = /\b[a-z0-9-]+\.(?:[a-z0-9-]+\.)+(?:go\.id|id|com|local|lan|example)\b/i;

export function requirementsMet(variant: Variant, sources: RequirementSources): RequirementReading {
  const index = lexiconOf(sources.rulebook).requirements;
  const searched = { ...sources, hits: findPhrases(index, sources.words), files: searchFiles(sources, index) };
  const asked = variant.requirements.filter((requirement) => requirement.phase === 'submission');
  const notAsked = asked.filter(
    ({ onlyWhen }) => onlyWhen.length > 0 && !onlyWhen.some((phrase) => searched.hits.has(phrase)),
  );
  return {
    provided: asked.flatMap((requirement) => find(requirement, searched) ?? []),
    notAsked: notAsked.map((requirement) => requirement.key),
  };
}

function searchFiles(sources: RequirementSources, index: PhraseIndex): SearchedFile[] {
  const { abbreviations } = sources.rulebook;
  return sources.attachments
    .filter(
      ({ filename, inline, type, sizeBytes }) =>
        sizeBytes > 0 && !SIGNATURE_PICTURE.test(filename) && !(inline && type.startsWith('image/')),
    )
    .map((file) => {
      const papers = sources.papers.filter(({ sha256 }) => sha256 === file.sha256);
      // A line of stops keeps the words of one paper from those of the next.
      const text = papers.map((paper) => paper.text.slice(0, PAPER_CHARS)).join('\n.\n');
      return {
        filename: file.filename,
        byName: findPhrases(index, toWords(nameAsText(file.filename), abbreviations)),
        papers,
        byText: text.trim() === '' ? new Map() : findPhrases(index, toWords(text, abbreviations)),
      };
    });
}

/** "FormBIA_lelang-v2.pdf" as words. */
function nameAsText(filename: string): string {
  return filename
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.+()]+/g, ' ');
}

function find(requirement: Requirement, searched: Searched): Provided | null {
  if (requirement.kind === 'field') return inText(requirement, searched) ?? inFile(requirement, searched);
  if (requirement.kind === 'link') return inText(requirement, searched) ?? inFile(requirement, searched);
  if (requirement.kind === 'directory') return null;
  return (
    inFile(requirement, searched) ??
    inDocument(requirement, searched) ??
    rowsOf(requirement, searched) ??
    (requirement.kind === 'letter' ? numberedLetter(requirement, searched) : null) ??
    attachedByWord(requirement, searched)
  );
}

function inFile(requirement: Requirement, { files }: Searched): Provided | null {
  const file = files.find(({ byName }) => requirement.words.some((word) => byName.has(word)));
  if (!file) return null;
  const checked = requirement.words.some((word) => file.byText.has(word));
  return { key: requirement.key, where: 'file', evidence: file.filename, checked };
}

function inDocument(requirement: Requirement, { files }: Searched): Provided | null {
  const file = files.find(
    ({ byText, papers }) =>
      papers.some(({ type }) => type === requirement.key) || requirement.words.some((word) => byText.has(word)),
  );
  return file ? { key: requirement.key, where: 'document', evidence: file.filename, checked: true } : null;
}

/** A list written in the mail itself: names of persons, or devices with their serial numbers. */
function rowsOf({ key }: Requirement, searched: Searched): Provided | null {
  const named = key === 'daftar-nama' ? specialField(key, searched) : null;
  if (named !== null) return { key, where: 'text', evidence: named, checked: true };
  const devices = key === 'daftar-sn-bmn' ? countDevices(searched.words.text) : 0;
  return devices > 0 ? { key, where: 'text', evidence: `${devices} rows`, checked: true } : null;
}

/** "S-451 Permintaan Routing.pdf": an official letter shows itself by its number, unless its name says that it is another paper. */
function numberedLetter(requirement: Requirement, { files }: Searched): Provided | null {
  const letter = files.find(({ filename, byName }) => LETTER_NUMBER.test(filename) && byName.size === 0);
  const any = letter ?? files.find(({ filename }) => LETTER_NUMBER.test(filename));
  return any && requirement.words.includes('surat permintaan')
    ? { key: requirement.key, where: 'file', evidence: any.filename, checked: false }
    : null;
}

/** "surat permintaan terlampir" beside a file whose name says nothing. */
function attachedByWord(requirement: Requirement, searched: Searched): Provided | null {
  if (ALL_ATTACHED.test(searched.words.text) && searched.files.length > MIN_FILES) {
    return {
      key: requirement.key,
      where: 'text',
      evidence: ALL_ATTACHED.exec(searched.words.text)?.[0] ?? '',
      checked: false,
    };
  }
  const spoken = hitsIn(requirement, searched).find((hit) => {
    const sentence = sentenceAt(searched.words, hit);
    return STORED.test(sentence) || (searched.files.length > 0 && ATTACHED.test(sentence));
  });
  if (!spoken) return null;
  const letter = requirement.kind === 'letter' ? letterMeant(searched) : null;
  if (letter !== null) return { key: requirement.key, where: 'file', evidence: letter.filename, checked: false };
  return { key: requirement.key, where: 'text', evidence: evidenceOf(searched.words, spoken), checked: false };
}

/** Which file is the letter that the mail speaks of: the one that reads as a letter, else the only one. */
function letterMeant({ files }: Searched): SearchedFile | null {
  const letters = files.filter(({ papers }) => papers.some(({ type }) => type === 'surat'));
  const [only = null] = files.length === 1 ? files.filter(({ byName }) => byName.size === 0) : [];
  return letters.find(({ byName }) => byName.size === 0) ?? letters[0] ?? only;
}

function inText(requirement: Requirement, searched: Searched): Provided | null {
  const special = specialField(requirement.key, searched);
  if (special !== null) return { key: requirement.key, where: 'text', evidence: special, checked: true };
  const spoken = hitIn(requirement, searched);
  if (!spoken) return null;
  const where = requirement.kind === 'link' && (searched.facts.links ?? []).length > 0 ? 'link' : 'text';
  return { key: requirement.key, where, evidence: evidenceOf(searched.words, spoken), checked: where === 'text' };
}

/** Fields that have a form of their own. */
function specialField(key: string, { facts, words }: Searched): string | null {
  if (key === 'estimasi-pengguna') return USERS_PER_DAY.exec(words.text)?.[0] ?? null;
  if (key === 'jam-efektif') return HOURS_PER_DAY.exec(words.text)?.[0] ?? null;
  if (key === 'lama-transaksi') return TRANSACTION_TIME.exec(words.text)?.[0] ?? null;
  if (key === 'jumlah-dokumen') return DOCUMENTS.exec(words.text)?.[0] ?? null;
  if (key === 'perangkat-lunak') return INSTALLED.exec(words.text)?.[0] ?? null;
  if (key === 'waktu-kegiatan') return facts.eventDate ?? null;
  if (key === 'ip-aplikasi') return ADDRESS.exec(words.text)?.[0] ?? null;
  if (key === 'hostname') return HOSTNAME.exec(words.text)?.[0] ?? null;
  if (key === 'nama-aplikasi') return facts.application ?? null;
  if (key === 'daftar-nama') return facts.applicants?.join(', ').slice(0, 80) ?? facts.applicant ?? facts.nip ?? null;
  return null;
}

/** The first place where the words stand in a sentence that does not put it off. */
function hitIn(requirement: Requirement, searched: Searched): Hit | null {
  return hitsIn(requirement, searched)[0] ?? null;
}

function hitsIn(requirement: Requirement, { hits, words }: Searched): readonly Hit[] {
  const found = requirement.words.flatMap((word) => hits.get(word) ?? []);
  return found.filter((hit) => !PROMISED.test(sentenceAt(words, hit)));
}

function sentenceAt(words: Words, hit: Hit): string {
  const list = words.words;
  const sentence = list[hit.first]?.sentence;
  let first = hit.first;
  let last = hit.last;
  while (first > 0 && hit.first - first < 40 && list[first - 1]?.sentence === sentence) first -= 1;
  while (last + 1 < list.length && last - hit.last < 40 && list[last + 1]?.sentence === sentence) last += 1;
  return words.text.slice(list[first]?.start ?? 0, list[last]?.end ?? 0);
}

function evidenceOf(words: Words, hit: Hit): string {
  return wordsBetween(words, hit.first, hit.last);
}
