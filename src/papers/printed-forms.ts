/** What the office's own descriptions (templates/forms) say of the forms that come back: their labels, and what must be filled in. */
import { labelsOf, type FormLabels } from './form-labels.ts';
import { BAST, FORM_31, UAT, type FieldRule } from './form-rules.ts';
import type { FieldDescription, FormDescription } from './make/description.ts';
import type { FormBook } from './make/load-forms.ts';

export interface PrintedForm {
  /** Null where the office describes no such form: then nothing is read of a printed one. */
  readonly labels: FormLabels | null;
  readonly rules: readonly FieldRule[];
}

/** By kind. */
export type PrintedForms = ReadonlyMap<string, PrintedForm>;

/** Conditions among fields; what a description adds or leaves out is added and left out. */
const RULES: Readonly<Record<string, readonly FieldRule[]>> = {
  'form-3.1': FORM_31,
  bast: BAST,
  'formulir-uat': UAT,
};

/** What holds without any description. */
export const UNDESCRIBED: PrintedForms = new Map(
  Object.entries(RULES).map(([kind, rules]) => [kind, { labels: null, rules }] as const),
);

export function printedForms(book: FormBook): PrintedForms {
  const described = [...book.values()].flatMap((paper) => (paper.shape === 'form' ? [paper.form] : []));
  return new Map([
    ...UNDESCRIBED,
    ...described.map((form) => [form.kind, { labels: labelsOf(form), rules: rulesOf(form) }] as const),
  ]);
}

/** In the order of the form, each by the label that stands on it. */
function rulesOf({ kind, sections }: FormDescription): readonly FieldRule[] {
  const known = RULES[kind] ?? [];
  const fields = sections.filter(({ families }) => families === undefined).flatMap((section) => section.fields);
  return fields.flatMap((field) => {
    const own = known.filter(({ name }) => name === field.name || isTickOf(name, field));
    if (own.length > 0) return own.map((rule) => (rule.name === field.name ? { ...rule, label: field.label } : rule));
    return field.needed === true && !field.locked && field.type !== 'ticks' ? [neededRule(field)] : [];
  });
}

/** The rule for a row of boxes stands at its first box. */
function isTickOf(name: string, field: FieldDescription): boolean {
  return field.type === 'ticks' && name.startsWith(`${field.name}.`);
}

const KINDS: Readonly<Partial<Record<FieldDescription['type'], FieldRule['kind']>>> = {
  nip: 'nip',
  date: 'date',
  email: 'email',
  phone: 'phone',
  count: 'count',
};

function neededRule({ name, label, type, options }: FieldDescription): FieldRule {
  const choices = type === 'choice' && options !== undefined ? { options: Object.keys(options) } : {};
  return { name, label, kind: KINDS[type] ?? 'text', ...choices };
}
