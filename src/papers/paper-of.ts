/** From what stands on a paper to what it says: its kind's fields, what is wrong with them, and a letter's particulars. */
import type { DocumentProblem, DocumentType, FieldSource, LetterReading } from '../parse/document.ts';
import { checkBast, checkForm31, checkPrinted, checkUat, normaliseFields } from './check-fields.ts';
import { sourceOf } from './field-source.ts';
import { BAST, FORM_31, UAT } from './form-rules.ts';
import { BAST_LABELS, FORM_31_LABELS, UAT_LABELS, type FormLabels } from './form-labels.ts';
import { readLabelled } from './label-fields.ts';
import { readLetter } from './letter.ts';
import type { Line } from './page-lines.ts';

export interface PaperContent {
  readonly fields: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly lines: readonly Line[];
  /** Whether its text was guessed from a picture. */
  readonly isGuessed: boolean;
}

export interface PaperSays {
  readonly fields: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly problems: readonly DocumentProblem[];
  readonly letter?: LetterReading;
}

const FORMS = {
  'form-3.1': { rules: FORM_31, labels: FORM_31_LABELS, head: 'form', check: checkForm31 },
  bast: { rules: BAST, labels: BAST_LABELS, head: 'bast', check: checkBast },
  'formulir-uat': { rules: UAT, labels: UAT_LABELS, head: 'uat', check: checkUat },
} as const;

export function whatItSays(type: DocumentType, content: PaperContent): PaperSays {
  const { fields, sources, lines } = content;
  if (type === 'form-3.1' || type === 'bast') return formSays(FORMS[type], content);
  // Offices have printed ones of their own: what ours asks for cannot be missing there.
  if (type === 'formulir-uat') return withoutProblemsOfPrint(formSays(FORMS[type], content), content);
  const plain = { fields: normaliseFields(fields), sources, problems: [] };
  return type === 'surat' ? { ...plain, letter: readLetter(lines) } : plain;
}

function withoutProblemsOfPrint(says: PaperSays, { fields }: PaperContent): PaperSays {
  return Object.keys(fields).length > 0 ? says : { ...says, problems: [] };
}

/** A form's own fields are believed; only where it has none its labels are looked for. */
function formSays(form: (typeof FORMS)[keyof typeof FORMS], content: PaperContent): PaperSays {
  const own = normaliseFields(content.fields);
  if (Object.keys(own).length > 0) return { fields: own, sources: sourcesOf(own, content), problems: form.check(own) };
  const printed = readLabelled(content.lines, form.labels, form.head);
  const values = [...printed.values].filter(([name]) => !content.isGuessed || !isBoxed(name, form.labels));
  const fields = normaliseFields(Object.fromEntries(values));
  const source = sourceOf(content.isGuessed ? 'ocr' : 'label');
  return {
    fields,
    sources: Object.fromEntries(Object.keys(fields).map((name) => [name, source])),
    problems: content.isGuessed ? [] : checkPrinted(form.rules, fields, printed.seen),
  };
}

/** Whether a box is ticked cannot be told from letters guessed. */
function isBoxed(name: string, labels: FormLabels): boolean {
  return name in labels.choices || labels.boxes.some(([box]) => box === name);
}

function sourcesOf(
  fields: Readonly<Record<string, string>>,
  { sources }: PaperContent,
): Readonly<Record<string, FieldSource>> {
  return Object.fromEntries(Object.entries(sources).filter(([name]) => name in fields));
}
