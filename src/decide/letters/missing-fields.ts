/** What is missing from a request, as letters list it: the superior, papers, and what only some units may have. */
import { FILED_LATE } from '../filing.ts';
import type { LetterFields } from '../letter.ts';
import type { LetterContext, Party } from './context.ts';
import { requestPapers } from './papers.ts';
import { partyFields, superiorFields } from './people.ts';
import { ROMAN } from './rank.ts';
import { findVariant, flags } from './request-fields.ts';

/** The key of `missing` that stands for the superior's address. */
export const SUPERIOR_KEY = 'atasan';
/** The nearest ones: nobody is told to trouble a minister for a password. */
const MOST_SUPERIORS = 2;

export function missingFields(context: LetterContext): LetterFields {
  // Too late is told (see notes.ts); nobody can send anything for it.
  const missing = context.missing.filter((item) => item.key !== FILED_LATE);
  const papers = missing.filter((item) => item.key !== SUPERIOR_KEY).map((item) => item.text);
  return {
    missingCount: missing.length,
    missingOne: missing.length === 1,
    papers,
    hasPapers: papers.length > 0,
    hasForms: requestPapers(context).length > 0,
    superior: superiorNeed(context),
  };
}

/** Whoever's unit cannot have it is told so, and asked for nothing else: nothing that he could send would help. */
export function reservedFields(context: LetterContext): LetterFields {
  const reserved = context.missing.filter(({ key }) => isReserved(key, context)).map(({ text }) => text);
  if (reserved.length === 0) return { reserved, isReserved: false };
  const nothing = missingFields({ ...context, missing: [] });
  return { ...nothing, questions: [], hasQuestions: false, reserved, isReserved: true };
}

function isReserved(key: string, context: LetterContext): boolean {
  const asked = findVariant(context)?.requirements.find((requirement) => requirement.key === key);
  return (asked?.unitWords ?? []).length > 0;
}

function superiorNeed(context: LetterContext): LetterFields | null {
  const need = context.superior;
  if (!need || !context.missing.some((item) => item.key === SUPERIOR_KEY)) return null;
  const qualifying = need.qualifying
    .slice(0, MOST_SUPERIORS)
    .map((person, index) => ({ ...superiorFields(person), first: index === 0 }));
  return {
    rank: ROMAN[need.rank],
    ...flags(['missing', 'too-low', 'inactive'], need.verdict),
    found: foundFields(need.found),
    qualifying,
    hasQualifying: qualifying.length > 0,
  };
}

function foundFields(found: Party | null): LetterFields | null {
  return found === null ? null : partyFields(found);
}
