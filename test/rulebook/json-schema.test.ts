import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/rulebook/json-schema.ts';

const RULES = resolve(import.meta.dirname, '../../rules');
const FILES = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

/** Folders whose files are all of one form. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['services', 'service'],
  ['examples', 'examples'],
]);

describe('JSON Schemas for editors', () => {
  it('are those that the loader checks with; `npm run schemas` writes them anew', () => {
    const written = readdirSync(join(RULES, 'schema'));

    expect(written.toSorted()).toEqual([...jsonSchemas().keys()].toSorted());
    for (const [name, text] of jsonSchemas()) expect(readFileSync(join(RULES, 'schema', name), 'utf8')).toBe(text);
  });

  it.each(FILES)('are named in the first line of %s', (name) => {
    const path = join(RULES, name);
    const text = readFileSync(path, 'utf8');
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1];
    if (/^same_as:/m.test(text)) return expect(named).toBeUndefined();

    expect(named).toBeDefined();
    const schema = resolve(dirname(path), named ?? '');
    expect(existsSync(schema)).toBe(true);
    expect(relative(join(RULES, 'schema'), schema)).toBe(
      `${FOLDERS.get(name.split('/').at(-2) ?? '') ?? name.split('/').at(-1)?.replace('.yaml', '')}.schema.json`,
    );
  });

  it('know the keys and choices of a service file', () => {
    const schema: unknown = JSON.parse(jsonSchemas().get('service.schema.json') ?? '{}');

    expect(schema).toMatchObject({
      additionalProperties: false,
      properties: { ticket: { enum: ['SR', 'INC', 'CHG', 'CMP'] }, variants: { type: 'array' } },
    });
  });
});
