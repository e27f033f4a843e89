/** From what stands on a paper to what it says: its kind's fields, what is wrong with them, and a letter's particulars. */
import type { DocumentProblem, DocumentType, FieldSource, LetterReading } from '../parse/document.ts';
import { checkFields, checkPrinted, normaliseFields } from './check-fields.ts';
import { sourceOf } from './field-source.ts';
import type { FormLabels } from './form-labels.ts';
import { readLabelled, type Labelled } from './label-fields.ts';
import { readLetter } from './letter.ts';
import type { Line } from './page-lines.ts';
import type { PrintedForm, PrintedForms } from './printed-forms.ts';

export interface PaperContent {
  readonly fields: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly lines: readonly Line[];
  readonly forms: PrintedForms;
  /** Whether its text was guessed from a picture. */
  readonly isGuessed: boolean;
}

export interface PaperSays {
  readonly fields: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly problems: readonly DocumentProblem[];
  readonly letter?: LetterReading;
}

const FORMS: ReadonlySet<DocumentType> = new Set(['form-3.1', 'bast', 'formulir-uat']);

export function whatItSays(type: DocumentType, content: PaperContent): PaperSays {
  const { fields, sources, lines } = content;
  const form = FORMS.has(type) ? (content.forms.get(type) ?? null) : null;
  // Offices have printed UAT forms of their own: what ours asks for cannot be missing there.
  if (form !== null && type === 'formulir-uat') return withoutProblemsOfPrint(formSays(form, content), content);
  if (form !== null) return formSays(form, content);
  const plain = { fields: normaliseFields(fields), sources, problems: [] };
  return type === 'surat' ? { ...plain, letter: readLetter(lines) } : plain;
}

function withoutProblemsOfPrint(says: PaperSays, { fields }: PaperContent): PaperSays {
  return Object.keys(fields).length > 0 ? says : { ...says, problems: [] };
}

/** A form's own fields are believed; only where it has none its labels are looked for. */
function formSays({ rules, labels }: PrintedForm, content: PaperContent): PaperSays {
  const own = normaliseFields(content.fields);
  if (Object.keys(own).length > 0)
    return { fields: own, sources: sourcesOf(own, content), problems: checkFields(rules, own) };
  const printed = labels === null ? UNREAD : readLabelled(content.lines, labels);
  const values = [...printed.values].filter(([name]) => !content.isGuessed || !isBoxed(name, labels));
  const fields = normaliseFields(Object.fromEntries(values));
  const source = sourceOf(content.isGuessed ? 'ocr' : 'label');
  return {
    fields,
    sources: Object.fromEntries(Object.keys(fields).map((name) => [name, source])),
    problems: content.isGuessed ? [] : checkPrinted(rules, fields, printed.seen),
  };
}

const UNREAD: Labelled = { values: new Map(), seen: new Set() };

/** Whether a box is ticked cannot be told from letters guessed. */
function isBoxed(name: string, labels: FormLabels | null): boolean {
  return labels !== null && (name in labels.choices || labels.boxes.some(([box]) => box === name));
}

function sourcesOf(
  fields: Readonly<Record<string, string>>,
  { sources }: PaperContent,
): Readonly<Record<string, FieldSource>> {
  return Object.fromEntries(Object.entries(sources).filter(([name]) => name in fields));
}
