/** What stands in a form before anybody fills it in. */
import type { FieldDescription, FormDescription, SectionDescription } from './description.ts';
import { SOURCES, type Facts, type Row } from './facts.ts';

export interface FormFill {
  readonly facts: Facts;
  /** Objects of the ticket, for the table. */
  readonly rows: readonly Row[];
}

/** Without those of other families of services. */
export function sectionsFor(form: FormDescription, facts: Facts): readonly SectionDescription[] {
  const service = facts['ticket.service'] ?? '';
  const family = Object.entries(form.families).find(([, services]) => services.includes(service))?.[0];
  return form.sections.filter(
    ({ families }) => families === undefined || (family !== undefined && families.includes(family)),
  );
}

export function valueOf(field: FieldDescription, facts: Facts): string {
  const value = field.value ?? (field.from === undefined ? '' : (facts[field.from] ?? ''));
  if (field.options) return optionOf(value, field.options);
  return cut(value.trim(), field.type === 'lines' ? field.rows * MOST_IN_A_ROW : MOST_IN_A_ROW);
}

/** By its own name, else by the words that stand beside it on the form. */
function optionOf(value: string, options: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(options, value)) return value;
  const words = value.trim().toLowerCase();
  return words === '' ? '' : (Object.entries(options).find(([, label]) => label.toLowerCase() === words)?.[0] ?? '');
}

/** What can be read in print; readers of forms cut off far more. */
const MOST_IN_A_ROW = 150;

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** `{office.name}` and the like in a sentence. */
export function fillIn(text: string, facts: Facts): string {
  return text.replace(/\{([a-zA-Z.]+)\}/g, (_, name: string) => {
    const source = SOURCES.find((it) => it === name);
    return source === undefined ? '' : (facts[source] ?? '');
  });
}

/** Names in a sentence's braces that nothing can be filled in for. */
export function strangersIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  return names.filter((name) => !SOURCES.some((it) => it === name));
}

export const cellName = (table: string, row: number, column: string): string => `${table}[${row + 1}].${column}`;

export function cellOf(row: Row | undefined, column: string): string {
  return cut((row?.[column] ?? '').trim(), MOST_IN_A_ROW);
}

/** How many lines a table has: one for each object, within what fits. */
export function linesOf(table: NonNullable<SectionDescription['table']>, rows: readonly Row[]): number {
  return Math.max(Math.min(table.least, table.most), Math.min(rows.length, table.most));
}

/** Every value that stands in the form, by the name of its field; empty ones left out. */
export function filledValues(form: FormDescription, { facts, rows }: FormFill): Readonly<Record<string, string>> {
  const entries = sectionsFor(form, facts).flatMap(({ fields, table }) => [
    ...fields.map((field): [string, string] => [field.name, valueOf(field, facts)]),
    ...(table ? cellValues(table, rows) : []),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function cellValues(
  { name, columns, most }: NonNullable<SectionDescription['table']>,
  rows: readonly Row[],
): readonly [string, string][] {
  return rows
    .slice(0, most)
    .flatMap((row, at) =>
      columns.map((column): [string, string] => [cellName(name, at, column.name), cellOf(row, column.name)]),
    );
}
