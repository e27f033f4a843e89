/** How pressing an incident is: impact and urgency by the words of the rules, priority by their matrix. */
import type { PriorityGrade, PriorityLevel, Rulebook } from '../rulebook/rulebook.ts';
import { toWords } from './normalise.ts';
import { findPhrases, indexPhrases } from './phrases.ts';

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
  const index = indexPhrases(phrases, rulebook.abbreviations, { compare: 'form', maxGap: 0, maxHits: 1 });
  const found = findPhrases(index, toWords(text, rulebook.abbreviations));
  const longest = phrases
    .filter((phrase) => found.has(phrase))
    .toSorted((one, other) => other.split(' ').length - one.split(' ').length)[0];
  return (
    grades.find(({ words }) => longest !== undefined && words.includes(longest)) ??
    grades.find(({ words }) => words.length === 0) ??
    null
  );
}
