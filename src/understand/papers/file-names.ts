/**
 * Which paper a file is by its name alone, as people name files: "FormBIA_lelang-v2.pdf", "install-manual.docx", "usermanual.pdf",
 * "UATv3", "cara pasang.docx". Words of a phrase may stand in any order; where names of several papers fit, the one with the most words is
 * meant, so that "surat pernyataan" is no letter of request and "deployment guide" no user guide.
 */
import type { Requirement, Rulebook } from '../../rulebook/rulebook.ts';
import { toWords, type Abbreviations } from '../words/normalise.ts';
import { add, partsOf, type Part } from '../words/phrase-parts.ts';

/** How many words of its best phrase a name shows; 0 where it shows none. */
export type NameScore = (phrases: readonly string[]) => number;

export interface FileNames {
  /** What a file's name shows, phrase by phrase. */
  readonly scoreOf: (filename: string) => NameScore;
  readonly judge: (score: NameScore) => NameVerdict;
}

export interface NameVerdict {
  /** The most words that any paper the rules know, or any other paper, has in it. */
  readonly most: number;
  /** Whether it is plainly something that no requirement asks for. */
  readonly isOther: boolean;
}

interface NamePhrase {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Its letters without spaces; empty for what is too short to be looked for inside a word. */
  readonly glued: string;
}

const PAPERS: readonly Requirement['kind'][] = ['document', 'form', 'list', 'letter', 'link'];
/** Two words or more of so many letters are looked for inside longer words, too. */
const MIN_GLUED = 8;
const MAX_NAME = 200;
const EXTENSION = /\.[a-z][a-z0-9]{1,4}$/i;

const known = new WeakMap<Rulebook, FileNames>();

export function fileNamesOf(rulebook: Rulebook): FileNames {
  const built = known.get(rulebook) ?? indexNames(rulebook);
  known.set(rulebook, built);
  return built;
}

/** "FormBIA_lelang-v2.pdf" as words: parted where the case or the sort of character changes. */
export function nameAsText(filename: string): string {
  return bare(filename)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.+()]+/g, ' ');
}

function indexNames(rulebook: Rulebook): FileNames {
  const { abbreviations } = rulebook;
  const all = rulebook.services
    .flatMap(({ variants }) => variants)
    .flatMap(({ requirements }) => requirements)
    .filter(({ kind }) => PAPERS.includes(kind));
  const papers = [...new Set(all.flatMap(({ words, names = [] }) => [...words, ...names]))];
  const others = rulebook.otherPapers ?? [];
  const phrases = indexed([...new Set([...papers, ...others])].map((text) => phraseOf(text, abbreviations)));
  const lists = new Map([papers, others].map((texts) => [texts, new Set(texts)] as const));
  return {
    scoreOf: (filename) => {
      const shown = shownBy(filename, phrases, abbreviations);
      return (texts) => mostOf(shown, texts, lists.get(texts));
    },
    judge: (score) => {
      const [ofPapers, ofOthers] = [score(papers), score(others)];
      return { most: Math.max(ofPapers, ofOthers), isOther: ofOthers > 0 && ofOthers >= ofPapers };
    },
  };
}

function phraseOf(text: string, abbreviations: Abbreviations): NamePhrase {
  const parts = partsOf(text, abbreviations, 'stem');
  const letters = text.replace(/[^\p{L}\d]/gu, '');
  return { text, parts, glued: parts.length > 1 && letters.length >= MIN_GLUED && !text.includes('*') ? letters : '' };
}

/** Phrases by their first word, which a name must have; apart those that begin with a piece of one, and those that may be glued together. */
interface NamePhrases {
  readonly byFirst: ReadonlyMap<string, readonly NamePhrase[]>;
  readonly byPrefix: readonly NamePhrase[];
  readonly glued: readonly NamePhrase[];
}

function indexed(phrases: readonly NamePhrase[]): NamePhrases {
  const byFirst = new Map<string, NamePhrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase.parts;
    if (first && !first.prefix) add(byFirst, first.text, phrase);
  }
  const byPrefix = phrases.filter(({ parts: [first] }) => first?.prefix === true);
  return { byFirst, byPrefix, glued: phrases.filter(({ glued }) => glued !== '') };
}

/** Of each phrase that the name shows the words. */
function shownBy(
  filename: string,
  { byFirst, byPrefix, glued }: NamePhrases,
  abbreviations: Abbreviations,
): ReadonlyMap<string, number> {
  const words = [nameAsText(filename), finely(filename)].flatMap((text) => toWords(text, abbreviations).words);
  const stems = new Set(words.map(({ stem }) => stem));
  const forms = [...new Set(words.map(({ form }) => form))];
  const has = (part: Part): boolean =>
    part.prefix ? forms.some((form) => form.startsWith(part.text)) : stems.has(part.text);
  const shown = new Map<string, number>();
  const look = (phrases: readonly NamePhrase[]): void => {
    for (const { text, parts } of phrases) if (parts.every(has)) shown.set(text, parts.length);
  };
  for (const stem of stems) look(byFirst.get(stem) ?? []);
  look(byPrefix);
  const letters = bare(filename)
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '');
  for (const one of glued) if (letters.includes(one.glued)) shown.set(one.text, one.parts.length);
  return shown;
}

/** @param known the same as a set, where there is one */
function mostOf(
  shown: ReadonlyMap<string, number>,
  texts: readonly string[],
  known: ReadonlySet<string> | undefined,
): number {
  let most = 0;
  if (known) for (const [text, size] of shown) most = known.has(text) ? Math.max(most, size) : most;
  else for (const text of texts) most = Math.max(most, shown.get(text) ?? 0);
  return most;
}

/** "UATv3", "BIAeTabung", "ktp1": capitals from small letters, letters from digits. */
function finely(filename: string): string {
  return bare(filename)
    .replace(/(\p{Lu}{2,})(\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .replace(/[_\-.+()]+/g, ' ');
}

function bare(filename: string): string {
  return filename.slice(0, MAX_NAME).replace(EXTENSION, '');
}
