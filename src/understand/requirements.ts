/**
 * Which submission requirements a mail meets, and where: a file by its name or its text, a statement or a link in the mail. What is
 * only promised ("menyusul") is not there. A file that shows itself by name only counts as received unchecked. Pictures that belong to
 * a signature never count.
 */
import type { PaperReading } from '../parse/document.ts';
import type { Attachment } from '../parse/message.ts';
import type { Requirement, Rulebook, Variant } from '../rulebook/rulebook.ts';
import { lexiconOf } from './classify/lexicon.ts';
import { fileNamesOf, nameAsText, type NameScore } from './papers/file-names.ts';
import { isSaidLacking } from './papers/lacking.ts';
import { isFieldPutOff, saidOf } from './papers/said-of.ts';
import { statedIn } from './papers/stated.ts';
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
  /** The mail that it answers or hands on, as quoted; absent: none. */
  readonly history?: string;
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
  /** Words of a phrase that its name shows, in any order. */
  readonly shows: NameScore;
  /** Of all papers that the rules know the most words. */
  readonly most: number;
  readonly isOther: boolean;
  /** More than one where it holds several (pages put together, an archive). */
  readonly papers: readonly PaperReading[];
  readonly byText: Hits;
}

const SIGNATURE_PICTURE =
  /^(?:image\d{3,}|logo\w*|outlook-\w+|spacer|banner\w*|ttd|signature\w*)\.(?:png|jpe?g|gif|bmp|svg)$/i;
const PAPER_CHARS = 3000;
/** "Dokumen lengkap terlampir" is believed with more files than this. */
const MIN_FILES = 2;
const LETTER_NUMBER = /(?:^|[^A-Za-z])(?:ND|S|SR|ST|UND|SE|KEP|SP)[-_ ]{1,2}\d{1,5}(?!\d)/i;
const ALL_ATTACHED =
  /\b(?:dokumen|berkas|persyaratan|kelengkapan|lampiran)\b[^.\n]{0,30}\blengkap\b[^.\n]{0,30}\b(?:terlampir|dilampirkan|lampirkan)\b|\blengkap terlampir\b|\ball (?:the )?(?:required )?documents? (?:are )?(?:attached|enclosed)\b/i;

export function requirementsMet(variant: Variant, sources: RequirementSources): RequirementReading {
  const asked = variant.requirements.filter((requirement) => requirement.phase === 'submission');
  if (asked.length === 0) return { provided: [], notAsked: [] };
  const index = lexiconOf(sources.rulebook).requirements;
  const searched = { ...sources, hits: findPhrases(index, sources.words), files: searchFiles(sources, index) };
  const notAsked = asked.filter((requirement) => !isAskedFor(requirement, searched));
  return {
    provided: asked.flatMap((requirement) => find(requirement, searched) ?? []),
    notAsked: notAsked.map((requirement) => requirement.key),
  };
}

/** "Kami belum punya PKS": the mail gives cause to ask for it. */
function isAskedFor({ onlyWhen, onlyWithout = [] }: Requirement, { hits, words, rulebook }: Searched): boolean {
  if (onlyWhen.length === 0 && onlyWithout.length === 0) return true;
  const named = onlyWithout.flatMap((phrase) => hits.get(phrase) ?? []);
  return onlyWhen.some((phrase) => hits.has(phrase)) || isSaidLacking(words, named, rulebook);
}

function searchFiles(sources: RequirementSources, index: PhraseIndex): SearchedFile[] {
  const { abbreviations } = sources.rulebook;
  const names = fileNamesOf(sources.rulebook);
  return sources.attachments
    .filter(
      ({ filename, inline, type, sizeBytes }) =>
        sizeBytes > 0 && !SIGNATURE_PICTURE.test(filename) && !(inline && type.startsWith('image/')),
    )
    .map((file) => {
      const papers = sources.papers.filter(({ sha256 }) => sha256 === file.sha256);
      // A line of stops keeps the words of one paper from those of the next.
      const text = papers.map((paper) => paper.text.slice(0, PAPER_CHARS)).join('\n.\n');
      const shows = names.scoreOf(file.filename);
      return {
        filename: file.filename,
        shows,
        ...names.judge(shows),
        byName: findPhrases(index, toWords(nameAsText(file.filename), abbreviations)),
        papers,
        byText: text.trim() === '' ? new Map() : findPhrases(index, toWords(text, abbreviations)),
      };
    });
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
    attachedByWord(requirement, searched) ??
    saidEnough(requirement, searched)
  );
}

function inFile(requirement: Requirement, { files }: Searched): Provided | null {
  const file =
    files.find(({ byName }) => requirement.words.some((word) => byName.has(word))) ??
    files.find((one) => isNamedAs(requirement, one));
  if (!file) return null;
  const checked = requirement.words.some((word) => file.byText.has(word));
  return { key: requirement.key, where: 'file', evidence: file.filename, checked };
}

function isNamedAs({ words, names = [] }: Requirement, { shows, most }: SearchedFile): boolean {
  return most > 0 && Math.max(shows(words), shows(names)) === most;
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
  const named = key === 'daftar-nama' ? statedIn(key, searched.words, searched.facts, searched.rulebook) : null;
  if (named !== null) return { key, where: 'text', evidence: named, checked: true };
  const devices = key === 'daftar-sn-bmn' ? devicesListed(searched) : 0;
  return devices > 0 ? { key, where: 'text', evidence: `${devices} rows`, checked: true } : null;
}

/** Those in rows; or those with a number of their own wherever they stand, where no fewer are told than are wanted. */
function devicesListed({ words, facts }: Searched): number {
  const told = Math.max(facts.serialNumbers?.length ?? 0, facts.bmnCodes?.length ?? 0);
  const inRows = countDevices(words.text);
  return told >= Math.max(facts.quantity ?? 0, LEAST_LISTED) ? Math.max(told, inRows) : inRows;
}

/** One number alone is of one device, not a list. */
const LEAST_LISTED = 2;

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
  const spoken = spokenOf(requirement, searched).find((hit) => {
    const said = saidOf(searched.words, hit);
    return said === 'stored' || (said === 'attached' && searched.files.some((file) => mayBe(requirement, file)));
  });
  if (!spoken) return null;
  const letter = requirement.kind === 'letter' ? letterMeant(searched) : null;
  if (letter !== null) return { key: requirement.key, where: 'file', evidence: letter.filename, checked: false };
  return { key: requirement.key, where: 'text', evidence: evidenceOf(searched.words, spoken), checked: false };
}

/** A file that its name tells to be another paper is not the one that the mail speaks of. */
function mayBe(requirement: Requirement, file: SearchedFile): boolean {
  return !file.isOther && (file.most === 0 || file.byText.size > 0 || isNamedAs(requirement, file));
}

/** "Kami sendiri pemilik datanya", "50 Mbps"; the answer of who may allow it, in the quoted mail. */
function saidEnough({ key, words, enoughSaid = [], quoted = [] }: Requirement, searched: Searched): Provided | null {
  const met = (evidence: string): Provided => ({ key, where: 'text', evidence, checked: false });
  const stated = statedIn(key, searched.words, searched.facts, searched.rulebook);
  if (stated !== null) return met(stated);
  const [said] = enoughSaid.flatMap((phrase) => searched.hits.get(phrase) ?? []);
  if (said) return met(evidenceOf(searched.words, said));
  if (quoted.length === 0 || searched.history === undefined) return null;
  const history = toWords(searched.history, searched.rulebook.abbreviations);
  const found = findPhrases(lexiconOf(searched.rulebook).requirements, history);
  const spoken = words.flatMap((word) => found.get(word) ?? []);
  const answer = quoted
    .flatMap((word) => found.get(word) ?? [])
    .find(
      (hit) =>
        saidOf(history, hit) !== 'promised' &&
        spoken.some((other) => history.words[other.first]?.sentence === history.words[hit.first]?.sentence),
    );
  return answer ? met(evidenceOf(history, answer)) : null;
}

/** Which file is the letter that the mail speaks of: the one that reads as a letter, else the only one. */
function letterMeant({ files }: Searched): SearchedFile | null {
  const letters = files.filter(({ papers }) => papers.some(({ type }) => type === 'surat'));
  const [only = null] = files.length === 1 ? files.filter(({ byName }) => byName.size === 0) : [];
  return letters.find(({ byName }) => byName.size === 0) ?? letters[0] ?? only;
}

function inText(requirement: Requirement, searched: Searched): Provided | null {
  const special = statedIn(requirement.key, searched.words, searched.facts, searched.rulebook);
  if (special !== null) return { key: requirement.key, where: 'text', evidence: special, checked: true };
  const [spoken] = hitsIn(requirement, searched);
  if (!spoken) return null;
  const where = requirement.kind === 'link' && (searched.facts.links ?? []).length > 0 ? 'link' : 'text';
  return { key: requirement.key, where, evidence: evidenceOf(searched.words, spoken), checked: where === 'text' };
}

/** Places where its words stand, and nothing puts it off. */
function hitsIn(requirement: Requirement, { hits, words }: Searched): readonly Hit[] {
  const found = requirement.words.flatMap((word) => hits.get(word) ?? []);
  return found.filter((hit) => !isFieldPutOff(words, hit));
}

/** The same, and the words by which its file may be named. */
function spokenOf({ words, names = [] }: Requirement, { hits }: Searched): readonly Hit[] {
  return [...words, ...names].flatMap((word) => hits.get(word) ?? []);
}

function evidenceOf(words: Words, hit: Hit): string {
  return wordsBetween(words, hit.first, hit.last);
}
