/** How pressing an incident is: impact and urgency by the words of the rules, priority by their matrix. */
import type { PriorityGrade, PriorityLevel, Rulebook } from '../../rulebook/rulebook.ts';
import { toWords } from '../words/normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../words/phrases.ts';

export interface Priority {
  readonly impact: PriorityGrade;
  readonly urgency: PriorityGrade;
  readonly level: PriorityLevel;
}

/** Null where the office has no matrix, or the matrix has no such field. */
export function priorityOf(text: string, rulebook: Rulebook): Priority | null {
  const { priorities } = rulebook;
  if (!priorities) return null;
  const impact = gradeOf(text, priorities.impact, rulebook);
  const urgency = gradeOf(text, priorities.urgency, rulebook);
  const id = impact && urgency ? priorities.matrix[impact.id]?.[urgency.id] : undefined;
  const level = priorities.levels.find((one) => one.id === id);
  return impact && urgency && level ? { impact, urgency, level } : null;
}

/** The grade of the longest phrase that stands in the text ("tidak mendesak" says more than "mendesak"), else the one without words. */
function gradeOf(text: string, grades: readonly PriorityGrade[], rulebook: Rulebook): PriorityGrade | null {
  const phrases = grades.flatMap(({ words }) => words);
  const found = findPhrases(indexOf(grades, phrases, rulebook), toWords(text, rulebook.abbreviations));
  const longest = phrases
    .filter((phrase) => found.has(phrase))
    .toSorted((one, other) => other.split(' ').length - one.split(' ').length)[0];
  return (
    grades.find(({ words }) => longest !== undefined && words.includes(longest)) ??
    grades.find(({ words }) => words.length === 0) ??
    null
  );
}

const indexes = new WeakMap<readonly PriorityGrade[], PhraseIndex>();

/** Made once for the grades of a rulebook. */
function indexOf(grades: readonly PriorityGrade[], phrases: readonly string[], rulebook: Rulebook): PhraseIndex {
  const known = indexes.get(grades);
  const index = known ?? indexPhrases(phrases, rulebook.abbreviations, { compare: 'form', maxGap: 0, maxHits: 1 });
  indexes.set(grades, index);
  return index;
}
