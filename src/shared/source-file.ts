/** One YAML file with the way back from a value to its line and column. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place } from './errors.ts';
import type { FileFault } from './file-fault.ts';
import { encodingFault, notationFaults } from './notation-fault.ts';

export type ValuePath = readonly PropertyKey[];

export interface SourceFile {
  /** As people know it: the folder given and the path below it. */
  readonly file: string;
  readonly value: unknown;
  /** Where the value stands; where nothing stands there, the nearest thing around it. */
  placeOf(path: ValuePath): Place;
  /** Where an entry stands in the list at the path, which may be one text with commas between; the list where it is not found. */
  placeOfEntry(path: ValuePath, entry: string): Place;
  /** Where the name of a key stands. */
  placeOfKey(path: ValuePath, key: string): Place;
}

/** Reads YAML text; the faults are those of the notation itself (indentation, quotes, a key written twice). */
export function readSource(file: string, text: string): { source: SourceFile; faults: readonly FileFault[] } {
  const written = parseWritten(file, text);
  const { document, placeAt } = written;
  const unread = encodingFault(text);
  const found = unread === null ? notationFaults(document, text) : [unread];
  const faults = found.map(({ offset, message, suggestion }): FileFault => ({
    place: placeAt(offset),
    message,
    suggestion,
  }));
  return { source: sourceOf(file, faults.length > 0 ? null : document.toJS(), () => written), faults };
}

/** A text without faults whose value is known already: it is read only when somebody asks for a place. */
export function knownSource(file: string, text: string, value: unknown): SourceFile {
  let written: Written | null = null;
  return sourceOf(file, value, () => (written ??= parseWritten(file, text)));
}

interface Written {
  readonly document: Document;
  readonly text: string;
  placeAt(offset: number): Place;
}

function parseWritten(file: string, text: string): Written {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return { document, text, placeAt };
}

function sourceOf(file: string, value: unknown, written: () => Written): SourceFile {
  const placeOf = (find: (document: Document) => Node | null): Place => {
    const { document, placeAt } = written();
    return placeAt(find(document)?.range?.[0] ?? 0);
  };
  return {
    file,
    value,
    placeOf: (path) => placeOf((document) => findNode(document, path)),
    placeOfEntry: (path, entry) => {
      const { document, placeAt, text } = written();
      return placeAt(offsetOfEntry(findNode(document, path), text, entry));
    },
    placeOfKey: (path, key) => placeOf((document) => findKey(document, path, key) ?? findNode(document, path)),
  };
}

/** The node at the path, or the last one on the way that exists. */
function findNode(document: Document, path: ValuePath): Node | null {
  let node = resolve(document, document.contents);
  for (const step of path) {
    const next = resolve(document, childOf(node, step));
    if (next === null) break;
    node = next;
  }
  return node;
}

/** As the reading of lists takes it: in small letters, one space between words whatever stands there. */
function offsetOfEntry(node: Node | null, text: string, entry: string): number {
  const [from = 0, to = from] = node?.range ?? [];
  const words = entry.split(' ').map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  const found = new RegExp(String.raw`(?<=^|[,[\n"'-]\s*)${words.join(String.raw`\s+`)}(?=\s*(?:[\],"'\n]|$))`, 'iu');
  return from + (found.exec(text.slice(from, to))?.index ?? 0);
}

function findKey(document: Document, path: ValuePath, key: string): Node | null {
  const node = findNode(document, path);
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isScalar(pair?.key) ? pair.key : null;
}

function childOf(node: Node | null, step: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  if (!isMap(node)) return null;
  return node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))?.value;
}

function resolve(document: Document, node: unknown): Node | null {
  if (isAlias(node)) return node.resolve(document) ?? null;
  return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
}
