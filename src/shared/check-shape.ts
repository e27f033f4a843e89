/** Checks one file against its schema and turns what zod says into faults with places, in words for people who edit it. */
import { z } from 'zod';
import type { FileFault } from './file-fault.ts';
import { nearestName, suggestName } from './nearest.ts';
import type { SourceFile, ValuePath } from './source-file.ts';

type Issue = z.core.$ZodIssue;

export interface Shaped<Value> {
  readonly source: SourceFile;
  readonly value: Value;
}

export function checkShape<Value>(
  source: SourceFile,
  schema: z.ZodType<Value>,
): { shaped: Shaped<Value> | null; faults: readonly FileFault[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { shaped: { source, value: result.data }, faults: [] };
  return { shaped: null, faults: result.error.issues.flatMap((issue) => describeIssue(source, schema, issue)) };
}

function describeIssue(source: SourceFile, schema: z.ZodType, issue: Issue): readonly FileFault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(source, schema, issue.path, key));
  if (issue.code === 'invalid_key') return invalidKey(source, schema, issue);
  if (issue.code === 'invalid_union') {
    return likeliestBranch(issue).flatMap((inner) =>
      describeIssue(source, schema, { ...inner, path: [...issue.path, ...inner.path] }),
    );
  }
  const given = valueAt(source.value, issue.path);
  const name = nameOf(issue.path);
  const fault = (message: string, suggestion: string | null = null): readonly FileFault[] => [
    { place: source.placeOf(issue.path), message, suggestion },
  ];
  if (given === undefined) return fault(`${name} is needed`, `add "${String(issue.path.at(-1))}" here`);
  switch (issue.code) {
    case 'invalid_type':
      return fault(
        `${name} is ${show(given)}, expected ${EXPECTED[issue.expected] ?? issue.expected}`,
        quoteHint(issue, given),
      );
    case 'invalid_value':
      return fault(`${name} is ${show(given)}, expected ${oneOf(issue.values)}`, nearestValue(issue, given));
    case 'too_small':
      return fault(`${name} is ${show(given)}, expected ${measure(issue.origin, 'at least', issue.minimum)}`);
    case 'too_big':
      return fault(`${name} is ${show(given)}, expected ${measure(issue.origin, 'at most', issue.maximum)}`);
    case 'custom':
      return fault(`${name} ${issue.message}`);
    default:
      return fault(`${name} ${show(given)} ${issue.message}`);
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list (lines that begin with "-", or […])',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function unknownKey(source: SourceFile, schema: z.ZodType, path: ValuePath, key: string): FileFault {
  const known = keysAt(schema, path);
  return {
    place: source.placeOfKey(path, key),
    message: `key "${key}" is not known here`,
    suggestion:
      listHint(source, path, key) ??
      suggestName(key, known) ??
      (known.length > 0 ? `known: ${known.join(', ')}` : null),
  };
}

/** `{any: lupa, hilang}`: the comma ends the list, and what follows looks like a key. */
function listHint(source: SourceFile, path: ValuePath, key: string): string | null {
  return valueAt(source.value, [...path, key]) === null ? 'within {…} a list stands in brackets: […]' : null;
}

/** A name that a list of names does not allow: a class of replies, a year, a requirement key. */
function invalidKey(source: SourceFile, schema: z.ZodType, issue: z.core.$ZodIssueInvalidKey): readonly FileFault[] {
  const key = String(issue.path.at(-1));
  const path = issue.path.slice(0, -1);
  const known = keysAt(schema, path);
  const [why] = issue.issues;
  const message = why?.code === 'invalid_format' ? `key "${key}" ${why.message}` : `key "${key}" is not known here`;
  return [{ place: source.placeOfKey(path, key), message, suggestion: suggestName(key, known) }];
}

/** Of several allowed shapes the one that was meant: the one whose complaints lie deepest. */
function likeliestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(...issues.map((one) => (one.code === 'unrecognized_keys' ? 1 : 0) + one.path.length), 0);
  return [...issue.errors].sort((left, right) => depth(right) - depth(left))[0] ?? [];
}

function keysAt(schema: unknown, path: ValuePath): readonly string[] {
  const unwrapped = unwrap(schema);
  if (unwrapped instanceof z.ZodUnion) return unwrapped.options.flatMap((option) => keysAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return ownKeys(unwrapped);
  if (unwrapped instanceof z.ZodObject) return keysAt(unwrapped.shape[String(step)], rest);
  if (unwrapped instanceof z.ZodArray) return keysAt(unwrapped.element, rest);
  if (unwrapped instanceof z.ZodRecord) return keysAt(unwrapped.valueType, rest);
  return [];
}

function ownKeys(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap());
  return schema;
}

function nameOf(path: ValuePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return last;
  const owner = path.findLast((step) => typeof step === 'string');
  return `${owner === undefined ? 'entry' : String(owner)} no. ${Number(last) + 1}`;
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === String(step))?.[1]
        : undefined,
    value,
  );
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`;
}

function quoteHint(issue: z.core.$ZodIssueInvalidType, given: unknown): string | null {
  const plain = typeof given === 'number' || typeof given === 'boolean';
  if (typeof given === 'string' && ['number', 'int'].includes(issue.expected) && /^\d{1,15}$/.test(given))
    return `write it without quotes: ${given}`;
  if (issue.expected === 'string' && typeof given === 'object' && given !== null && !Array.isArray(given))
    return 'a text with a colon in it stands in quotes: "…"';
  return issue.expected === 'string' && plain ? `write it in quotes: "${String(given)}"` : null;
}

function nearestValue(issue: z.core.$ZodIssueInvalidValue, given: unknown): string | null {
  const nearest = nearestName(String(given), issue.values.map(String));
  return nearest === null ? null : `did you mean ${nearest}?`;
}

function measure(origin: string, bound: string, limit: number | bigint): string {
  if (origin === 'string') return `${bound} ${limit} characters`;
  if (origin === 'array') return `${bound} ${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
  return `${bound} ${limit}`;
}
