import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byteCacheIn } from '../src/byte-cache.ts';

const BYTES = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (): readonly string[] => readdirSync(join(folder, 'models')).map((name) => join(folder, 'models', name));
const only = (): string => files()[0] ?? '';

describe('what was learnt, kept in a folder', () => {
  it('gives back what was set, to another start too', () => {
    byteCacheIn(join(folder, 'models')).set('a1', BYTES);

    expect([...(byteCacheIn(join(folder, 'models')).get('a1') ?? [])]).toEqual([...BYTES]);
  });

  it('knows nothing of another key', () => {
    const cache = byteCacheIn(join(folder, 'models'));
    cache.set('a1', BYTES);

    expect(cache.get('a2')).toBeNull();
  });

  it.each<[string, (whole: Buffer) => Buffer]>([
    ['one that is cut short', (whole) => whole.subarray(0, -1)],
    ['one with a byte changed', (whole) => Buffer.concat([whole.subarray(0, -1), Buffer.of(99)])],
    ['an empty one', () => Buffer.alloc(0)],
  ])('ignores a broken file: %s', (_, damage) => {
    const cache = byteCacheIn(join(folder, 'models'));
    cache.set('a1', BYTES);
    writeFileSync(only(), damage(readFileSync(only())));

    expect(cache.get('a1')).toBeNull();

    cache.set('a1', BYTES);
    expect([...(cache.get('a1') ?? [])]).toEqual([...BYTES]);
  });

  it('keeps the newest two and leaves no half-written file', () => {
    const cache = byteCacheIn(join(folder, 'models'));
    for (const [at, key] of ['a-1', 'a-2'].entries()) {
      cache.set(key, BYTES);
      const file = files().find((path) => path.includes(`/${key}-`)) ?? '';
      utimesSync(file, 1000 + at, 1000 + at);
    }
    cache.set('b-1', BYTES);
    cache.set('a-3', BYTES);

    expect(['a-1', 'a-2', 'a-3', 'b-1'].map((key) => cache.get(key) !== null)).toEqual([false, true, true, true]);
    expect(files().filter((path) => !path.endsWith('.bin'))).toEqual([]);
  });

  it('clears away what a process that was killed left half-written, but not what another is writing', () => {
    const cache = byteCacheIn(join(folder, 'models'));
    cache.set('a-1', BYTES);
    const [old, young] = [`${only()}.99.tmp`, `${only()}.98.tmp`];
    for (const path of [old, young]) writeFileSync(path, BYTES);
    utimesSync(old, 1000, 1000);
    cache.set('a-2', BYTES);

    expect(files()).not.toContain(old);
    expect(files()).toContain(young);
    expect(cache.get('a-1')).not.toBeNull();
  });

  it('does without a folder that cannot be made', () => {
    const cache = byteCacheIn(resolve(folder, 'missing', 'models'));
    cache.set('a1', BYTES);

    expect(cache.get('a1')).toBeNull();
  });
});
