/**
 * The knowledge article that answers a question, and in it the steps that speak of what is asked. An article is found by the words of its
 * head; nothing of the mail is ever printed from it but its own text.
 */
import type { Article, Rulebook } from '../rulebook/rulebook.ts';
import { AMONG, headOf, labelsOf, meantIn, standsIn, type Meant, type MeantPhrase } from './article-words.ts';
import { toWords, type Words } from './words/normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from './words/phrases.ts';

export interface FoundArticle {
  readonly article: Article;
  /** Numbers of its steps that fit best, in their order; empty where none stands out. */
  readonly sections: readonly number[];
  /** The words of the mail that led to it. */
  readonly evidence: string;
}

interface Section {
  readonly number: number;
  readonly text: string;
}

/** Steps with at least this share of the best one's points stand beside it. */
const BESIDE = 0.6;
const MOST_SECTIONS = 3;
/** A phrase of the head in a step, against one word. */
const LED = 2;
const MAX_CHARS = 4000;

/** @param about the service that the question is about; null where that is not known */
export function articleFor(text: string, about: string | null, rulebook: Rulebook): FoundArticle | null {
  const words = toWords(text.slice(0, MAX_CHARS), rulebook.abbreviations);
  const found = (rulebook.articles ?? [])
    .filter(({ variants }) => about === null || variants.some((slug) => slug.startsWith(`${about}/`)))
    .map((article) => ({ article, phrases: phrasesIn(text.slice(0, MAX_CHARS), words, { article, rulebook }) }))
    .filter(({ phrases }) => phrases.length > 0)
    .toSorted((a, b) => b.phrases.length - a.phrases.length)[0];
  if (!found) return null;
  const { article, phrases } = found;
  const asked = meantIn(text.slice(0, MAX_CHARS), article, rulebook);
  const led = headOf(article, rulebook).filter((phrase) => standsIn(phrase, asked, AMONG.asked));
  return { article, sections: fitting(article, asked, led, rulebook), evidence: phrases.join(', ') };
}

/** Phrases of the head as they stand in the text, and those of which words of the same meaning stand there. */
function phrasesIn(
  text: string,
  words: Words,
  { article, rulebook }: { readonly article: Article; readonly rulebook: Rulebook },
): readonly string[] {
  const plain = findPhrases(indexOf(article, rulebook), words).keys();
  const asked = meantIn(text, article, rulebook);
  const meant = headOf(article, rulebook).filter((phrase) => standsIn(phrase, asked, AMONG.asked));
  return [...new Set([...plain, ...meant.map(({ phrase }) => phrase)])];
}

/** By rulebook and article; made once. */
const indices = new WeakMap<Rulebook, Map<Article, PhraseIndex>>();

function indexOf(article: Article, rulebook: Rulebook): PhraseIndex {
  const known = indices.get(rulebook) ?? new Map<Article, PhraseIndex>();
  indices.set(rulebook, known);
  const before = known.get(article);
  if (before) return before;
  const made = indexPhrases(article.words, rulebook.abbreviations, { compare: 'stem', maxGap: 2, maxHits: 1 });
  known.set(article, made);
  return made;
}

/** The numbered steps of an article, without their markup. */
export function sectionsOf({ body }: Article): readonly Section[] {
  const parts = body.split(/^(?=\d{1,2}\. )/m).filter((part) => /^\d/.test(part));
  return parts.map((part) => ({ number: Number.parseInt(part, 10), text: plain(part.replace(/^\d{1,2}\. /, '')) }));
}

function plain(markdown: string): string {
  return markdown
    .replace(/[*`]/g, '')
    .replace(/^\s*-\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Steps by the words they share with the question, those of one meaning among them; a word that many steps have says little. The phrases of
 * the head that led to the article say more where they stand in a step, too.
 */
function fitting(article: Article, asked: Meant, led: readonly MeantPhrase[], rulebook: Rulebook): readonly number[] {
  const sections = sectionsOf(article).map(({ number, text }) => {
    const said = meantIn(text, article, rulebook);
    return { number, labels: labelsOf(said), phrases: led.filter((phrase) => standsIn(phrase, said, AMONG.said)) };
  });
  const points = sections.map(({ number, labels, phrases }) => ({
    number,
    points:
      [...labelsOf(asked)]
        .filter((label) => labels.has(label))
        .reduce((sum, label) => sum + 1 / sections.filter((one) => one.labels.has(label)).length, 0) +
      phrases.reduce((sum, phrase) => sum + LED / sections.filter((one) => one.phrases.includes(phrase)).length, 0),
  }));
  const best = points.reduce((most, one) => Math.max(most, one.points), 0);
  return points
    .filter((one) => best > 0 && one.points >= BESIDE * best)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_SECTIONS)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}
