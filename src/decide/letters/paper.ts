/** The desk sees a paper for the rules: one question, and the pages beside it. */
import type { Letter } from '../letter.ts';
import type { LetterPages } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { letterOf } from './letter-of.ts';
import { oneLine } from './own-words.ts';
import { teamReader } from './people.ts';
import { flags } from './request-fields.ts';
import { workFields } from './team.ts';

const LONGEST_FILENAME = 80;
const LONGEST_WHY = 300;
const KINDS = ['form-3.1', 'bast', 'formulir-uat', 'surat'] as const;

export interface SeenFile {
  readonly filename: string;
  /** Why a person has to look, in words. */
  readonly why: readonly string[];
}

export interface SeenPaper extends SeenFile {
  readonly type: string;
  readonly pages: readonly LetterPages[];
  /** Further papers of the same question; absent = none. */
  readonly others?: readonly SeenFile[];
  /** The desk has let other papers of this ticket pass: it is asked about what remains; absent = no. */
  readonly isRest?: boolean;
}

export function deskPaper(context: LetterContext, paper: SeenPaper): Letter {
  const { type, pages, others = [], isRest = false } = paper;
  const kind = KINDS.find((one) => one === type) ?? null;
  return letterOf(context, {
    template: 'desk.paper',
    to: context.desk,
    reader: teamReader(context.desk),
    step: 'paper',
    answers: null,
    fields: {
      ...workFields(context),
      isRest,
      several: others.length > 0 ? others.length + 1 : null,
      files: [paper, ...others].map(({ filename, why }) => ({
        filename: oneLine(filename, LONGEST_FILENAME),
        why: why.map((text) => oneLine(text, LONGEST_WHY)),
      })),
      paper: {
        form: kind === 'form-3.1',
        other: kind === null,
        ending: kind !== 'form-3.1' && kind !== 'surat',
        ...flags(KINDS.slice(1), kind),
      },
      hasPages: pages.length > 0,
    },
    attachMails: context.source === null ? [] : [context.source.mail],
    pages,
  });
}
