/** Reads templates/forms/, each file by the shape of description.ts; all faults at once, each with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkShape, type Shaped } from '../../shared/check-shape.ts';
import { BotError, describeError } from '../../shared/errors.ts';
import { formatFault, type FileFault } from '../../shared/file-fault.ts';
import { readSource, type SourceFile } from '../../shared/source-file.ts';
import { suggestName } from '../../shared/nearest.ts';
import { SOURCES } from './facts.ts';
import { strangersIn } from './form-values.ts';
import { formFile, sheetFile, type FormDescription, type SheetDescription } from './description.ts';

export type PaperDescription =
  | { readonly shape: 'form'; readonly form: FormDescription }
  | { readonly shape: 'sheet'; readonly sheet: SheetDescription };

/** By kind: `form-3.1`, `bast`, … */
export type FormBook = ReadonlyMap<string, PaperDescription>;

export interface FormInspection {
  /** Null when there are faults. */
  readonly book: FormBook | null;
  readonly faults: readonly FileFault[];
}

/** @throws {BotError} E_TEMPLATE naming every fault with file and line */
export function loadForms(templates: string, requirements: readonly string[] = []): FormBook {
  const { book, faults } = inspectForms(templates, requirements);
  if (book) return book;
  throw new BotError('E_TEMPLATE', `${faults.length} faults in the forms\n${faults.map(formatFault).join('\n')}`);
}

/**
 * @param templates the folder that holds `forms/`; without that folder the office gives out no papers
 * @param requirements keys of the rules, to find misspelt ones in `serves`
 * @throws {BotError} E_TEMPLATE when a file cannot be read
 */
export function inspectForms(templates: string, requirements: readonly string[] = []): FormInspection {
  const folder = join(templates, 'forms');
  const read = filesOf(folder).map((name) => readOne(join(folder, name), `${basename(templates)}/forms/${name}`));
  const found = read.flatMap(({ paper }) => (paper ? [paper] : []));
  const faults = [
    ...read.flatMap((it) => it.faults),
    ...found.flatMap((it) => innerFaults(it)),
    ...found.flatMap((it) => servesFaults(it, requirements)),
    ...twiceFaults(found),
  ];
  const book = new Map(found.map(({ paper, kind }) => [kind, paper]));
  return { book: faults.length > 0 ? null : book, faults };
}

interface Found {
  readonly kind: string;
  readonly serves: readonly string[];
  readonly source: SourceFile;
  readonly paper: PaperDescription;
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new BotError('E_TEMPLATE', `cannot read the forms in ${folder}: ${describeError(error)}`, { cause: error });
  }
}

function readOne(path: string, file: string): { paper: Found | null; faults: readonly FileFault[] } {
  const { source, faults } = readSource(file, readFileSync(path, 'utf8'));
  if (faults.length > 0) return { paper: null, faults };
  const isSheet = typeof source.value === 'object' && source.value !== null && 'columns' in source.value;
  if (isSheet) {
    const { shaped, faults } = checkShape(source, sheetFile);
    return { paper: shaped && found(shaped, { shape: 'sheet', sheet: shaped.value }), faults };
  }
  const checked = checkShape(source, formFile);
  return {
    paper: checked.shaped && found(checked.shaped, { shape: 'form', form: checked.shaped.value }),
    faults: checked.faults,
  };
}

function found({ source, value }: Shaped<FormDescription | SheetDescription>, paper: PaperDescription): Found {
  return { kind: value.kind, serves: value.serves, source, paper };
}

function innerFaults({ source, paper }: Found): readonly FileFault[] {
  return paper.shape === 'form' ? formFaults(source, paper.form) : columnFaults(source, paper.sheet);
}

/** Names used twice, families that no service belongs to, braces that nothing can be filled in for. */
function formFaults(source: SourceFile, form: FormDescription): readonly FileFault[] {
  const faults: FileFault[] = [];
  const seen = new Set<string>();
  const names = form.sections.flatMap((section, at) => [
    ...section.fields.map(({ name }, index) => ({ name, path: ['sections', at, 'fields', index, 'name'] })),
    ...(section.signatures ?? []).map(({ name }, index) => ({
      name,
      path: ['sections', at, 'signatures', index, 'name'],
    })),
    ...(section.table ? [{ name: section.table.name, path: ['sections', at, 'table', 'name'] }] : []),
  ]);
  for (const { name, path } of names) {
    if (seen.has(name))
      faults.push({ place: source.placeOf(path), message: `field "${name}" stands here twice`, suggestion: null });
    seen.add(name);
  }
  const known = Object.keys(form.families);
  form.sections.forEach(({ text = '' }, at) =>
    strangersIn(text).forEach((name) => {
      const place = source.placeOf(['sections', at, 'text']);
      faults.push({ place, message: `{${name}} cannot be filled in`, suggestion: suggestName(name, SOURCES) });
    }),
  );
  form.sections.forEach(({ families = [] }, at) =>
    families.forEach((family, index) => {
      if (known.includes(family)) return;
      const place = source.placeOf(['sections', at, 'families', index]);
      faults.push({
        place,
        message: `family "${family}" is not in "families" above`,
        suggestion: suggestName(family, known),
      });
    }),
  );
  return faults;
}

function columnFaults(source: SourceFile, { columns }: SheetDescription): readonly FileFault[] {
  return columns.flatMap(({ name }, index) =>
    columns.findIndex((column) => column.name === name) === index
      ? []
      : [
          {
            place: source.placeOf(['columns', index, 'name']),
            message: `column "${name}" stands here twice`,
            suggestion: null,
          },
        ],
  );
}

/** Keys of another office's rules do no harm; a misspelt one does. */
function servesFaults({ source, serves }: Found, requirements: readonly string[]): readonly FileFault[] {
  return serves.flatMap((key, index) => {
    const suggestion = requirements.includes(key) ? null : suggestName(key, requirements);
    if (suggestion === null) return [];
    return [
      { place: source.placeOf(['serves', index]), message: `"${key}" is no key of requirements.yaml`, suggestion },
    ];
  });
}

/** One paper of each kind, one for each requirement. */
function twiceFaults(papers: readonly Found[]): readonly FileFault[] {
  return papers.flatMap(({ kind, source, serves }, at) => {
    const earlier = papers.slice(0, at);
    const same = earlier.find((other) => other.kind === kind);
    const fault = (path: readonly PropertyKey[], message: string): FileFault => ({
      place: source.placeOf(path),
      message,
      suggestion: null,
    });
    return [
      ...(same ? [fault(['kind'], `kind "${kind}" is already that of ${same.source.file}`)] : []),
      ...serves.flatMap((key, index) => {
        const other = earlier.find((it) => it.serves.includes(key));
        return other ? [fault(['serves', index], `"${key}" is already served by ${other.source.file}`)] : [];
      }),
    ];
  });
}
