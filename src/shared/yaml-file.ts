/** A YAML file checked by a schema: every fault at once, each with the line and column of the value it speaks of. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

export interface YamlFault {
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
  readonly message: string;
}

export type YamlOutcome<Value> =
  { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'faults'; readonly faults: readonly YamlFault[] };

/** @param file the name that faults print */
export function parseYamlFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): YamlOutcome<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { kind: 'faults', faults: document.errors.map((error) => fault(file, lines, error.pos[0], error.message)) };
  }
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (checked.success) return { kind: 'ok', value: checked.data };
  return { kind: 'faults', faults: checked.error.issues.flatMap((issue) => issueFaults(file, document, lines, issue)) };
}

function issueFaults(
  file: string,
  document: Document,
  lines: LineCounter,
  issue: z.core.$ZodIssue,
): readonly YamlFault[] {
  const name = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault(
        file,
        lines,
        offsetOf(document, [...issue.path, key], 'key'),
        `unknown key "${[name, key].filter(Boolean).join('.')}"`,
      ),
    );
  }
  const value = document.getIn(issue.path, false);
  const shown = typeof value === 'string' || typeof value === 'number' ? ` (it is ${JSON.stringify(value)})` : '';
  return [
    fault(file, lines, offsetOf(document, issue.path, 'value'), `${name || 'the file'}: ${issue.message}${shown}`),
  ];
}

/** Offset of a value (or key) in the text; of the nearest existing parent when the value is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[], part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [index, step] of path.entries()) {
    const found: unknown = childOf(node, step);
    if (found === undefined) break;
    const isLast = index === path.length - 1;
    const place =
      isPair(found) && isLast && part === 'key' ? found.key : isPair(found) ? (found.value ?? found.key) : found;
    offset = startOf(place) ?? startOf(isPair(found) ? found.key : found) ?? offset;
    node = isPair(found) ? found.value : found;
  }
  return offset;
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
  if (isSeq(node)) return node.items[Number(step)];
  return undefined;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const range: unknown = node.range;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function fault(file: string, lines: LineCounter, offset: number, message: string): YamlFault {
  const { line, col } = lines.linePos(offset);
  return { place: { file, line, column: col }, message };
}
