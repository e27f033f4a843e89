/** What the rules add to a letter for this very request: remarks, limits, the code that counts now, and what the team still needs to know. */
import type { FieldValue } from '../letter.ts';
import type { PriorityLevel, Question, QuestionFact, Variant } from '../../rulebook/rulebook.ts';
import { articleFor, sectionsOf } from '../../understand/article.ts';
import { toWords, type Words } from '../../understand/words/normalise.ts';
import { findPhrases, indexPhrases } from '../../understand/words/phrases.ts';
import { citedCodes } from '../../understand/classify/old-codes.ts';
import { findQuantities } from '../../understand/facts/quantity.ts';
import { priorityOf } from '../../understand/classify/priority.ts';
import type { Facts, Language } from '../../understand/reading.ts';
import { EVENT_DATE, EVENT_PLACE, FILED_LATE } from '../filing.ts';
import { catalogueAnswer } from './catalogue-answer.ts';
import type { LetterContext } from './context.ts';
import { formatDate } from './dates.ts';
import { maskNip, oneLine } from './own-words.ts';
import { findVariant } from './request-fields.ts';

interface Told {
  readonly text: string;
  readonly textEn?: string;
}

export interface NoteFields {
  readonly [name: string]: FieldValue;
  readonly notes: readonly string[];
  readonly questions: readonly string[];
  readonly hasNotes: boolean;
  readonly hasQuestions: boolean;
  readonly priority: FieldValue;
  /** What the mail says in two ways, or not rightly, is never passed over in silence. */
  readonly quantityDoubt: string | null;
  readonly nipDoubt: string | null;
  readonly article: FieldValue;
  readonly catalogue: FieldValue;
  readonly doubt: FieldValue;
  /** Sentences of which nothing was made, as they are written. */
  readonly besides: readonly string[];
  readonly hasBesides: boolean;
}

/** Of a letter that is about nothing but a paper. */
export const NO_NOTES: NoteFields = {
  notes: [],
  questions: [],
  hasNotes: false,
  hasQuestions: false,
  priority: null,
  quantityDoubt: null,
  nipDoubt: null,
  article: null,
  catalogue: null,
  doubt: null,
  besides: [],
  hasBesides: false,
};

export function noteFields(context: LetterContext): NoteFields {
  const notes = notesOf(context, context.language);
  // Nobody works on a question: what a team would have to know is not asked for.
  const isWork = context.kind !== 'question';
  const questions = isWork ? questionsOf(context) : [];
  const priority = priorityField(context, context.language);
  const { quantityDoubt = null, nipDoubt = null } = isWork ? context.facts : {};
  return {
    notes,
    questions,
    hasNotes: notes.length > 0 || priority !== null,
    hasQuestions: questions.length > 0 || quantityDoubt !== null || nipDoubt !== null,
    priority,
    quantityDoubt: quantityDoubt === null ? null : oneLine(quantityDoubt, LONGEST_DATE),
    nipDoubt: nipDoubt === null ? null : maskNip(nipDoubt),
    article: articleOf(context),
    catalogue: catalogueAnswer(context),
    doubt: isWork ? doubtOf(context) : null,
    ...besidesIn(context),
  };
}

/** Of a mail, not of one of its tickets. */
export function besidesIn({ besides = [] }: LetterContext): Pick<NoteFields, 'besides' | 'hasBesides'> {
  return { besides: besides.map((sentence) => oneLine(sentence, LONGEST_SENTENCE)), hasBesides: besides.length > 0 };
}

/** Also for the team, in the language of the office: whoever acts has to know what the requester was told. */
export function notesOf(context: LetterContext, language: Language = 'id'): readonly string[] {
  const { rulebook, service, missing } = context;
  const variant = findVariant(context);
  const words = wordsIn(context);
  const suspended = (rulebook.suspensions ?? []).filter(({ services }) => services.includes(service ?? ''));
  const conditional = notedFor(context, variant).filter(({ when }) => says(words, when));
  const late = missing.filter(({ key }) => key === FILED_LATE);
  const english = language === 'en';
  const told: readonly Told[] = [...suspended, ...late, ...conditional, ...oldCodesIn(context, variant)];
  const remarks = (english ? variant?.remarksEn : undefined) ?? variant?.remarks ?? [];
  const texts = told.map(({ text, textEn }) => (english ? (textEn ?? text) : text));
  return [...texts, ...remarks];
}

/** A question may leave open which variant it is about: what its words call for is told, whichever has it. */
function notedFor({ kind, service, rulebook }: LetterContext, variant: Variant | null): NonNullable<Variant['notes']> {
  if (variant !== null || kind !== 'question') return variant?.notes ?? [];
  const asked = rulebook.services.find(({ code }) => code === service);
  return asked?.variants.flatMap(({ notes = [] }) => notes) ?? [];
}

type Asked = Pick<LetterContext, 'rulebook' | 'variant' | 'facts' | 'summary' | 'ownText' | 'language' | 'missing'>;

/** What the team still needs to know. */
export function questionsOf(context: Asked): readonly string[] {
  const words = wordsIn(context);
  const open = (findVariant(context)?.questions ?? []).filter(
    (question) => !isAnswered(question, context.facts, words) && !isAskedFor(question, context),
  );
  return open.map(({ text, textEn }) => (context.language === 'en' ? (textEn ?? text) : text));
}

/** "Selasa, 30 November 2026", which is a Monday: as written, and as it is. */
function doubtOf({ facts, language }: LetterContext): FieldValue {
  const { eventDate, eventDoubt } = facts;
  if (eventDate === undefined || eventDoubt === undefined) return null;
  return { written: oneLine(eventDoubt, LONGEST_DATE), date: formatDate(eventDate, language) };
}

const LONGEST_DATE = 60;
const LONGEST_SENTENCE = 200;

/** The knowledge article that answers a question, with the steps that fit. */
function articleOf({ kind, ownText, summary, rulebook, service }: LetterContext): FieldValue {
  const found = kind === 'question' ? articleFor(`${summary}.\n\n${ownText}`, service, rulebook) : null;
  if (found === null) return null;
  const { article, sections } = found;
  const steps = sectionsOf(article).filter(({ number }) => sections.length === 0 || sections.includes(number));
  return { number: article.number, title: article.title, steps: steps.map(({ number, text }) => `${number}. ${text}`) };
}

function isAnswered({ facts: wanted, words: phrases }: Question, facts: Facts, words: Words): boolean {
  return wanted.some((fact) => isKnown(fact, facts, words)) || says(words, phrases);
}

/** What stands in the list of what is missing is not asked a second time. */
function isAskedFor({ facts }: Question, { missing }: Asked): boolean {
  return missing.some(({ key }) => facts.some((fact) => ASKED_BY[fact] === key));
}

const ASKED_BY: Readonly<Partial<Record<QuestionFact, string>>> = {
  eventDate: EVENT_DATE,
  inJakarta: EVENT_PLACE,
};

function isKnown(fact: QuestionFact, facts: Facts, words: Words): boolean {
  if (fact === 'participants') return findQuantities(words).some(({ people }) => people);
  return facts[fact] !== undefined;
}

/** Whoever cites a code of an older catalogue is told the one that counts. */
function oldCodesIn({ ownText, summary, rulebook }: LetterContext, variant: Variant | null): readonly Told[] {
  return citedCodes(`${summary}\n${ownText}`, rulebook)
    .filter(({ successor }) => successor === variant?.slug)
    .map(({ note, noteEn }) => ({ text: note, ...(noteEn !== undefined && { textEn: noteEn }) }));
}

/**
 * As the desk has set it, else by impact and urgency; null where neither gives one. What a level promises stands in the rules for faults,
 * whose clock runs day and night: a request whose level the desk has set keeps its service level.
 */
export function priorityField(context: LetterContext, language: Language = 'id'): FieldValue {
  const { kind, ownText, summary, rulebook } = context;
  const called = ({ name, nameEn }: Named): string => (language === 'en' ? (nameEn ?? name) : name);
  const set = levelSet(context);
  if (set !== null) return { name: called(set), isSet: true, impact: null, urgency: null, text: null };
  const found = kind === 'incident' ? priorityOf(`${summary}\n${ownText}`, rulebook) : null;
  if (found === null) return null;
  const { impact, urgency, level } = found;
  const text = language === 'en' ? (level.textEn ?? level.text) : level.text;
  return { name: called(level), isSet: false, impact: called(impact), urgency: called(urgency), text };
}

interface Named {
  readonly name: string;
  readonly nameEn?: string;
}

function wordsIn({ ownText, summary, rulebook }: Asked): Words {
  return toWords(`${summary}.\n\n${ownText}`, rulebook.abbreviations);
}

function says(words: Words, phrases: readonly string[]): boolean {
  const index = indexPhrases(phrases, {}, { compare: 'stem', maxGap: 1, maxHits: 1 });
  return phrases.length > 0 && findPhrases(index, words).size > 0;
}

/** The level that the desk has set; null where it has not, or the rules know it no longer. */
export function levelSet({ priority, rulebook }: Pick<LetterContext, 'priority' | 'rulebook'>): PriorityLevel | null {
  return rulebook.priorities?.levels.find(({ id }) => id === priority) ?? null;
}
