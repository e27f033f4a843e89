/** The shipped letters, compiled once for all test files of a run (kept by content in the system's temporary folder). */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileTemplates, type CompiledTemplates } from '../../src/compose/templates.ts';

export const TEMPLATE_DIR = join(import.meta.dirname, '../../templates');

export function shippedLetters(): Promise<CompiledTemplates> {
  return compileTemplates(TEMPLATE_DIR, { cacheDir: join(tmpdir(), 'loket-test-letters') });
}
