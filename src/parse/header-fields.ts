/** The fields of a header block (RFC 5322 §2.2), unfolded, encoded words left as they stand. */
import { isUtf8 } from 'node:buffer';

export interface HeaderField {
  /** Lower-case. */
  readonly name: string;
  readonly value: string;
}

export interface HeaderFields {
  readonly list: readonly HeaderField[];
  all(name: string): readonly string[];
  /** The first one, or an empty string. */
  first(name: string): string;
}

export function readFields(block: Uint8Array): HeaderFields {
  return indexFields(splitFields(decodeBlock(block)));
}

/** `text/plain; charset=x` in its parts; parameter names and the value in lower case. Comments and continuations are not read. */
export function readParameters(value: string): { value: string; params: ReadonlyMap<string, string> } {
  const pieces = splitOutsideQuotes(value, ';');
  const params = new Map<string, string>();
  for (const piece of pieces.slice(1, 40)) {
    const equals = piece.indexOf('=');
    if (equals < 1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (!params.has(name)) params.set(name, unquote(piece.slice(equals + 1).trim()));
  }
  const first = (pieces[0] ?? '').trim().toLowerCase();
  return { value: first.split(/\s/, 1)[0] ?? '', params };
}

/** A block that is not UTF-8 is read as windows-1252: what old programs write into a header unencoded. */
function decodeBlock(block: Uint8Array): string {
  return isUtf8(block) ? new TextDecoder().decode(block) : new TextDecoder('windows-1252').decode(block);
}

function splitFields(text: string): HeaderField[] {
  const fields: { name: string; parts: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      fields.at(-1)?.parts.push(line);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) fields.push({ name: line.slice(0, colon).trim().toLowerCase(), parts: [line.slice(colon + 1)] });
  }
  return fields.map(({ name, parts }) => ({ name, value: parts.join('').trim() }));
}

function indexFields(list: readonly HeaderField[]): HeaderFields {
  const byName = new Map<string, string[]>();
  for (const { name, value } of list) {
    const values = byName.get(name);
    if (values) values.push(value);
    else byName.set(name, [value]);
  }
  return { list, all: (name) => byName.get(name) ?? [], first: (name) => byName.get(name)?.[0] ?? '' };
}

export function splitOutsideQuotes(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\' && quoted) at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text.split(/[\s;]/, 1)[0] ?? '';
  const end = text.indexOf('"', 1);
  return text.slice(1, end < 0 ? undefined : end);
}
