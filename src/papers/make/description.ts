/**
 * The shape of the files in templates/forms/: what stands on a paper, in its order. A file makes either a form (`sections`) or a list
 * to be filled in with a spreadsheet program (`columns`). Strict: a key that is not named here is a mistake.
 */
import { z } from 'zod';
import { SOURCES } from './facts.ts';

const text = z.string().trim().min(1);
const fieldName = z
  .string()
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, 'is no name of a field: small letters, digits, _ and dots');
const columnName = z.string().regex(/^[a-z0-9_]+$/, 'is no name of a column: small letters, digits and _');
const kind = z.string().regex(/^[a-z][a-z0-9.-]{1,30}$/, 'is no name of a paper: small letters, digits, dots, hyphens');
const version = z.string().regex(/^\d{4}\.\d{1,3}$/, 'is no version such as 2026.1');
const requirement = z.string().regex(/^[a-z0-9.-]+$/, 'is no key of requirements.yaml');
const options = z.record(z.string().regex(/^[A-Za-z0-9_]+$/, 'is no choice: letters, digits and _'), text);

const FIELD_TYPES = [
  'text',
  'lines',
  'date',
  'nip',
  'email',
  'phone',
  'count',
  'choice',
  'list',
  'tick',
  'ticks',
] as const;

const NEEDS_OPTIONS = ['choice', 'list', 'ticks'];

const field = z
  .strictObject({
    name: fieldName,
    /** As it stands on the form and in letters that say what is missing. */
    label: text,
    type: z.enum(FIELD_TYPES).default('text'),
    /** True, or the condition in words. */
    needed: z.union([z.boolean(), text]).default(false),
    hint: text.optional(),
    /** What it is filled in with. */
    from: z.enum(SOURCES).optional(),
    /** What always stands in it. */
    value: text.optional(),
    /** Cannot be changed by who fills in the form. */
    locked: z.boolean().default(false),
    options: options.optional(),
    /** Height of a field of type `lines`. */
    rows: z.int().min(2).max(20).default(3),
    /** Printed beside the box of a `tick`. */
    statement: text.optional(),
  })
  .refine((it) => NEEDS_OPTIONS.includes(it.type) === (it.options !== undefined), {
    message: 'has "options" exactly when its type is choice, list or ticks',
    path: ['options'],
  })
  .refine((it) => it.from === undefined || it.value === undefined, {
    message: 'has "from" or "value", not both',
    path: ['value'],
  });

const table = z.strictObject({
  name: fieldName,
  /** Lines where the ticket names fewer objects, and the most that fit. */
  least: z.int().min(1).max(20).default(5),
  /** More than fit on a page go on to the next. */
  most: z.int().min(1).max(100).default(20),
  columns: z
    .array(z.strictObject({ name: columnName, label: text, width: z.int().min(1).max(12).default(3) }))
    .min(1)
    .max(8),
});

const signature = z.strictObject({
  name: fieldName,
  label: text,
  /** Printed below the line. */
  under: z.enum(SOURCES).optional(),
  needed: z.boolean().default(true),
});

const section = z.strictObject({
  title: text.optional(),
  /** Only for services of these families. */
  families: z.array(text).min(1).optional(),
  /** A paragraph; `{office.name}` and the like are filled in. */
  text: text.optional(),
  fields: z.array(field).default([]),
  table: table.optional(),
  signatures: z.array(signature).min(1).max(3).optional(),
});

const head = {
  kind,
  version,
  /** Printed in the corner: `Form 3.1`. */
  code: text,
  title: text,
  subtitle: text.optional(),
  file_name: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'is no name of a file: letters, digits, . _ -'),
  /** Keys of rules/requirements.yaml that this paper can serve: letters that ask for one of them bring it along. */
  serves: z.array(requirement).default([]),
};

export const formFile = z.strictObject({
  ...head,
  intro: text.optional(),
  /** Which services belong to which family, for sections with `families`. */
  families: z.record(z.string(), z.array(text).min(1)).default({}),
  sections: z.array(section).min(1),
});

const COLUMN_CHECKS = ['none', 'nip', 'email', 'serial', 'bmn', 'number', 'phone'] as const;

export const sheetFile = z.strictObject({
  ...head,
  /** Lines on the second sheet. */
  guide: z.array(text).default([]),
  rows: z.int().min(10).max(5000).default(500),
  columns: z
    .array(
      z.strictObject({
        name: columnName,
        label: text,
        width: z.int().min(4).max(80).default(20),
        check: z.enum(COLUMN_CHECKS).default('none'),
        /** The same value may not stand in two lines. */
        unique: z.boolean().default(false),
        example: text,
      }),
    )
    .min(2)
    .max(20),
});

export type FormDescription = z.output<typeof formFile>;
export type SheetDescription = z.output<typeof sheetFile>;
export type SectionDescription = z.output<typeof section>;
export type FieldDescription = z.output<typeof field>;
export type TableDescription = z.output<typeof table>;
export type SignatureDescription = z.output<typeof signature>;
export type ColumnDescription = SheetDescription['columns'][number];
