/**
 * Which paper a file is by its name alone, as people name files: "FormBIA_lelang-v2.pdf", "install-manual.docx", "usermanual.pdf",
 * "UATv3", "cara pasang.docx". Words of a phrase may stand in any order; where names of several papers fit, the one with the most words is
 * meant, so that "surat pernyataan" is no letter of request and "deployment guide" no user guide.
 */
import type { Requirement, Rulebook } from '../../rulebook/rulebook.ts';
import { toWords, type Abbreviations } from '../words/normalise.ts';
import { partsOf, type Part } from '../words/phrase-parts.ts';

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
  const phrases = new Map([...papers, ...others].map((text) => [text, phraseOf(text, abbreviations)] as const));
  return {
    scoreOf: (filename) => scored(filename, phrases, abbreviations),
    judge: (score) => {
      const [ofPapers, ofOthers] = [score(papers), score(others)];
      return { most: Math.max(ofPapers, ofOthers), isOther: ofOthers > 0 && ofOthers >= ofPapers };
    },
  };
}

function phraseOf(text: string, abbreviations: Abbreviations): NamePhrase {
  const parts = partsOf(text, abbreviations, 'stem');
  const letters = text.replace(/[^\p{L}\d]/gu, '');
  return { parts, glued: parts.length > 1 && letters.length >= MIN_GLUED && !text.includes('*') ? letters : '' };
}

function scored(filename: string, phrases: ReadonlyMap<string, NamePhrase>, abbreviations: Abbreviations): NameScore {
  const words = [nameAsText(filename), finely(filename)].flatMap((text) => toWords(text, abbreviations).words);
  const stems = new Set(words.map(({ stem }) => stem));
  const forms = [...new Set(words.map(({ form }) => form))];
  const glued = bare(filename)
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '');
  const has = (part: Part): boolean =>
    part.prefix ? forms.some((form) => form.startsWith(part.text)) : stems.has(part.text);
  const shown = (phrase: NamePhrase | undefined): number => {
    if (!phrase) return 0;
    const isShown = phrase.parts.every(has) || (phrase.glued !== '' && glued.includes(phrase.glued));
    return isShown ? phrase.parts.length : 0;
  };
  return (texts) => texts.reduce((most, text) => Math.max(most, shown(phrases.get(text))), 0);
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
