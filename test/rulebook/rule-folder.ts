/** A copy of the good rule files with single edits, each of which must find its text. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { formatFault } from '../../src/shared/file-fault.ts';
import { loadRulebook, type LoadOptions, type LoadOutcome } from '../../src/rulebook/load.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { keepLearntIn } from '../../src/understand/classify/lexicon.ts';
import { TEST_CACHE } from '../support/test-cache.ts';

export const GOOD = resolve(import.meta.dirname, '../../fixtures/rules/good');
export const BROKEN = resolve(import.meta.dirname, '../../fixtures/rules/broken');
export const OPTIONS: LoadOptions = { mailboxDomain: 'dinas.example' };

export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** The faults of the good files after the edits, one line each, paths below the folder. */
export function faultsAfter(edits: readonly Edit[], options: LoadOptions = OPTIONS): readonly string[] {
  return inCopy((folder) => {
    for (const { file, find, put } of edits) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(find)) throw new Error(`${file} does not hold ${find}`);
      writeFileSync(path, before.replace(find, put));
    }
    return faultsIn(folder, options);
  });
}

export function faultsIn(folder: string, options: LoadOptions = OPTIONS): readonly string[] {
  const outcome = loadRulebook(folder, options);
  return outcome.kind === 'ok' ? [] : outcome.faults.map((fault) => formatFault(fault).replace(`${folder}/`, ''));
}

export function inCopy<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    cpSync(GOOD, folder, { recursive: true });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function loaded(folder: string, options: LoadOptions = OPTIONS): Rulebook {
  const outcome = loadRulebook(folder, { ...options, cache: TEST_CACHE });
  if (outcome.kind === 'ok') {
    keepLearntIn(TEST_CACHE, outcome.rulebook);
    return outcome.rulebook;
  }
  throw new Error(outcome.faults.map(formatFault).join('\n'));
}

/** Another folder's rules after the edits, in a copy. */
export function afterEdit(folder: string, options: LoadOptions, ...edits: readonly Edit[]): Rulebook {
  const outcome = outcomeAfter(folder, options, edits);
  if (outcome.kind === 'ok') return outcome.rulebook;
  throw new Error(outcome.faults.map(formatFault).join('\n'));
}

export function outcomeAfter(folder: string, options: LoadOptions, edits: readonly Edit[]): LoadOutcome {
  const copy = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    cpSync(folder, copy, { recursive: true });
    for (const { file, find, put } of edits) {
      const path = join(copy, file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(find)) throw new Error(`${file} does not hold ${find}`);
      writeFileSync(
        path,
        before.replace(find, () => put),
      );
    }
    const outcome = loadRulebook(copy, options);
    if (outcome.kind === 'ok') return outcome;
    const faults = outcome.faults.map((fault) => ({
      ...fault,
      place: { ...fault.place, file: fault.place.file.replace(`${copy}/`, '') },
    }));
    return { kind: 'faulty', faults };
  } finally {
    rmSync(copy, { recursive: true });
  }
}
