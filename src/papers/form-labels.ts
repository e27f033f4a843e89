/**
 * The words that stand beside the fields of a printed form, as templates/forms describes it. A form repeats short labels ("Nama", "NIP")
 * under the headings of its parts; a label that names its part ("Nama pemohon") is known anywhere.
 */
import type { FieldDescription, FormDescription, SectionDescription } from './make/description.ts';

export interface FormLabels {
  /** The part that a form begins with. */
  readonly head: string;
  /** Headings, first match wins; the part's name is the first step of its fields' names, empty where nothing of it is read. */
  readonly parts: readonly (readonly [string, RegExp])[];
  /** By label as `labelKey` makes it; short labels by `part/label`. */
  readonly fields: ReadonlyMap<string, string>;
  /** Choices by field: the export, and how it may be printed. */
  readonly choices: Readonly<Record<string, readonly (readonly [string, RegExp])[]>>;
  /** Boxes that stand alone, by the words beside them. */
  readonly boxes: readonly (readonly [string, RegExp])[];
  /** Labels above a row of such boxes. */
  readonly boxRows: ReadonlySet<string>;
  /** Fields whose text runs over several lines. */
  readonly long: ReadonlySet<string>;
}

export function labelsOf({ sections }: FormDescription): FormLabels {
  const read = sections.filter(({ printed }) => printed);
  const fields = read.flatMap((section) => section.fields.filter(({ printed }) => printed));
  const head = partOf(sections[0]?.fields[0]?.name ?? '');
  return {
    head,
    parts: sections.flatMap(headingsOf),
    fields: byLabel(fields, head),
    choices: Object.fromEntries(
      fields.flatMap((field) => (field.type === 'choice' ? [[field.name, choicesOf(field)] as const] : [])),
    ),
    boxes: fields.flatMap(boxesOf),
    boxRows: new Set(fields.filter(({ type }) => type === 'tick' || type === 'ticks').map(({ name }) => name)),
    long: new Set(fields.filter(({ type }) => type === 'lines').map(({ name }) => name)),
  };
}

/** "3. Nama Pemohon *) :" and "nama pemohon" are one label. */
export function labelKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+/, '')
    .replace(/\((?:wajib|opsional|diisi[^)]*|bila[^)]*|jika[^)]*|dd[^)]*|\d+ (?:angka|digit))\)/g, ' ')
    .replace(/\*\)?/g, ' ')
    .replace(/[:.]+\s*$/, '')
    .replace(/\be-mail\b|\bemail\b/g, 'surel')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is filled in by the desk, or by officials whom nothing is read of, ends the part before it. */
function headingsOf({ title, headings, fields, printed }: SectionDescription): readonly (readonly [string, RegExp])[] {
  const [first] = fields;
  if (first === undefined) return [];
  const part = printed ? partOf(first.name) : '';
  const named = [...(title === undefined ? [] : [title.replace(/\([^)]*\)/g, ' ')]), ...headings];
  return named.map((heading) => [part, headingPattern(heading)] as const);
}

/** Full labels anywhere; short ones in their part, and those of the form's head also before the first part. */
function byLabel(all: readonly FieldDescription[], head: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const named = all.map(({ name, label, also }) => ({
    name,
    part: partOf(name),
    own: labelKey(label),
    also: also.map(labelKey),
  }));
  const owners = Map.groupBy(
    named.flatMap(({ part, own, also }) => [own, ...also].map((key) => ({ key, part }))),
    ({ key }) => key,
  );
  for (const { name, part, own, also } of named) {
    for (const key of [own, ...also]) if (!found.has(`${part}/${key}`)) found.set(`${part}/${key}`, name);
  }
  for (const { name, part, own } of named) if (own.includes(' ') || part === head) found.set(own, name);
  for (const { name, also } of named) {
    // A label that only one part has needs no heading above it.
    for (const key of also) {
      const parts = new Set((owners.get(key) ?? []).map((owner) => owner.part));
      if (key.includes(' ') && parts.size === 1 && !found.has(key)) found.set(key, name);
    }
  }
  return found;
}

function choicesOf({ options = {}, read_options: read }: FieldDescription): readonly (readonly [string, RegExp])[] {
  if (read !== undefined) return Object.entries(read).map(([name, words]) => [name, anyOf(words)] as const);
  return Object.entries(options).map(([name, text]) => [name, anyOf([text, name, name.replaceAll('_', ' ')])] as const);
}

function boxesOf({
  name,
  type,
  options = {},
  statement,
  read_options: read,
  read_words: words,
}: FieldDescription): FormLabels['boxes'] {
  if (type === 'tick') return [[name, anyOf(words ?? (statement === undefined ? [] : [statement]))]];
  if (type !== 'ticks') return [];
  return Object.entries(options).map(
    ([option, text]) => [`${name}.${option}`, anyOf(read?.[option] ?? [text], '^')] as const,
  );
}

/** One of the phrases, as whole words; with `^` only at the beginning. */
function anyOf(phrases: readonly string[], from: '^' | '' = ''): RegExp {
  const before = from === '^' ? '^' : `(?<!${LETTER})`;
  return new RegExp(`${before}(?:${phrases.map((phrase) => patternOf(phrase)).join('|')})`, 'u');
}

function headingPattern(heading: string): RegExp {
  const key = escaped(labelKey(heading.replace(/\*$/, '')));
  return new RegExp(heading.endsWith('*') ? `^${key}(?!${LETTER})` : `^${key}$`, 'u');
}

/** `nonaktif*` is any word that begins so. */
function patternOf(phrase: string): string {
  const words = phrase.toLowerCase().trim().split(/ +/);
  const patterns = words.map((word) =>
    word.endsWith('*') ? `${escaped(word.slice(0, -1))}${LETTER}*` : escaped(word),
  );
  return `${patterns.join(' +')}(?!${LETTER})`;
}

const LETTER = '[\\p{L}\\p{N}_]';

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function partOf(name: string): string {
  return name.split('.')[0] ?? '';
}
