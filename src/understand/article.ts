/**
 * The knowledge article that answers a question, and in it the steps that speak of what is asked. An article is found by the words of its
 * head; nothing of the mail is ever printed from it but its own text.
 */
import type { Article, Rulebook } from '../rulebook/rulebook.ts';
import { foldRoot } from './words/fold.ts';
import { toWords } from './words/normalise.ts';
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
const MIN_ROOT = 4;
const MAX_CHARS = 4000;

/** @param about the service that the question is about; null where that is not known */
export function articleFor(text: string, about: string | null, rulebook: Rulebook): FoundArticle | null {
  const words = toWords(text.slice(0, MAX_CHARS), rulebook.abbreviations);
  const found = (rulebook.articles ?? [])
    .filter(({ variants }) => about === null || variants.some((slug) => slug.startsWith(`${about}/`)))
    .map((article) => ({ article, phrases: [...findPhrases(indexOf(article, rulebook), words).keys()] }))
    .filter(({ phrases }) => phrases.length > 0)
    .toSorted((a, b) => b.phrases.length - a.phrases.length)[0];
  if (!found) return null;
  const roots = rootsOf(words.words.map(({ form }) => form));
  return { article: found.article, sections: fitting(found.article, roots), evidence: found.phrases.join(', ') };
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

/** Steps by the roots they share with the question; a root that many steps have says little. */
function fitting(article: Article, asked: ReadonlySet<string>): readonly number[] {
  const sections = sectionsOf(article).map(({ number, text }) => ({
    number,
    roots: rootsOf(toWords(text).words.map(({ form }) => form)),
  }));
  const points = sections.map(({ number, roots }) => ({
    number,
    points: [...asked]
      .filter((root) => roots.has(root))
      .reduce((sum, root) => sum + 1 / sections.filter((one) => one.roots.has(root)).length, 0),
  }));
  const best = points.reduce((most, one) => Math.max(most, one.points), 0);
  return points
    .filter((one) => best > 0 && one.points >= BESIDE * best)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_SECTIONS)
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}

function rootsOf(forms: readonly string[]): ReadonlySet<string> {
  return new Set(forms.map(foldRoot).filter((root) => root.length >= MIN_ROOT));
}
