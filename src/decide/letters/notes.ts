/** What the rules add to a letter for this very request: remarks, limits, the code that counts now, and what the team still needs to know. */
import type { FieldValue } from '../letter.ts';
import type { Question, QuestionFact, Variant } from '../../rulebook/rulebook.ts';
import { toWords, type Words } from '../../understand/normalise.ts';
import { findPhrases, indexPhrases } from '../../understand/phrases.ts';
import { citedCodes } from '../../understand/old-codes.ts';
import { priorityOf } from '../../understand/priority.ts';
import type { Facts } from '../../understand/reading.ts';
import { FILED_LATE } from '../filing.ts';
import type { LetterContext } from './context.ts';
import { findVariant } from './request-fields.ts';

export interface NoteFields {
  readonly [name: string]: FieldValue;
  readonly notes: readonly string[];
  readonly questions: readonly string[];
  readonly hasNotes: boolean;
  readonly hasQuestions: boolean;
}

export function noteFields(context: LetterContext): NoteFields {
  const notes = notesOf(context);
  const questions = questionsOf(context);
  return { notes, questions, hasNotes: notes.length > 0, hasQuestions: questions.length > 0 };
}

/** Also for the team: whoever acts has to know what the requester was told. */
export function notesOf(context: LetterContext): readonly string[] {
  const { rulebook, service, missing } = context;
  const variant = findVariant(context);
  const words = wordsIn(context);
  const suspended = (rulebook.suspensions ?? []).filter(({ services }) => services.includes(service ?? ''));
  const conditional = (variant?.notes ?? []).filter(({ when }) => says(words, when));
  const late = missing.filter(({ key }) => key === FILED_LATE);
  const texts = [...suspended, ...late, ...conditional, ...oldCodesIn(context, variant)].map(({ text }) => text);
  return [...texts, ...(variant?.remarks ?? []), ...priorityNotes(context)];
}

function questionsOf(context: LetterContext): readonly string[] {
  const words = wordsIn(context);
  const open = (findVariant(context)?.questions ?? []).filter(
    (question) => !isAnswered(question, context.facts, words),
  );
  return open.map(({ text, textEn }) => (context.language === 'en' ? (textEn ?? text) : text));
}

function isAnswered({ facts: wanted, words: phrases }: Question, facts: Facts, words: Words): boolean {
  return wanted.some((fact) => isKnown(fact, facts)) || says(words, phrases);
}

function isKnown(fact: QuestionFact, facts: Facts): boolean {
  return facts[fact] !== undefined;
}

/** Whoever cites a code of an older catalogue is told the one that counts. */
function oldCodesIn(
  { ownText, summary, rulebook }: LetterContext,
  variant: Variant | null,
): readonly { text: string }[] {
  return citedCodes(`${summary}\n${ownText}`, rulebook)
    .filter(({ successor }) => successor === variant?.slug)
    .map(({ note }) => ({ text: note }));
}

function priorityNotes({ kind, ownText, summary, rulebook }: LetterContext): readonly string[] {
  const found = kind === 'incident' ? priorityOf(`${summary}\n${ownText}`, rulebook) : null;
  if (found === null) return [];
  const { impact, urgency, level } = found;
  return [`Prioritas ${level.name} (dampak ${impact.name}, kepentingan ${urgency.name}). ${level.text}`];
}

function wordsIn({ ownText, summary, rulebook }: LetterContext): Words {
  return toWords(`${summary}.\n\n${ownText}`, rulebook.abbreviations);
}

function says(words: Words, phrases: readonly string[]): boolean {
  const index = indexPhrases(phrases, {}, { compare: 'stem', maxGap: 1, maxHits: 1 });
  return phrases.length > 0 && findPhrases(index, words).size > 0;
}
