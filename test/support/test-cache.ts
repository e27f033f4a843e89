/** What the tests have learnt from the shipped rules, kept from one test file and one run to the next. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { byteCacheIn } from '../../src/byte-cache.ts';

export const TEST_CACHE_FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/loket');
mkdirSync(TEST_CACHE_FOLDER, { recursive: true });

export const TEST_CACHE = byteCacheIn(TEST_CACHE_FOLDER);
