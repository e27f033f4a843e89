/** What the tests have learnt from the shipped rules, kept from one test file and one run to the next. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { byteCacheIn } from '../../src/byte-cache.ts';

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache');
mkdirSync(CACHE, { recursive: true });

export const TEST_CACHE = byteCacheIn(join(CACHE, 'loket'));
