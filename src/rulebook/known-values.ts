/**
 * The values of rule files that had no fault of notation, kept from one reading to the next: reading YAML takes longer than all the rest
 * of loading. What is kept is only what the text says; shape and sense are checked at every load.
 */
import type { ByteCache } from '../shared/byte-cache.ts';
import { knownSource, readSource, type SourceFile } from '../shared/source-file.ts';
import type { RuleFault } from './fault.ts';

export type ReadFile = (file: string, text: string) => { source: SourceFile; faults: readonly RuleFault[] };

export interface KnownValues {
  readonly read: ReadFile;
  /** Keeps what was read, where all of it was without fault. */
  keep(): void;
}

/** Of whatever rules were read last: most of their files are those of the next edition. */
const LATEST = 'latest-rules';

/** @param version hash over the files: other texts have another key */
export function knownValues(cache: ByteCache | undefined, version: string): KnownValues {
  const key = `rules-${version}`;
  const kept = parsed(cache?.get(key) ?? null);
  const known = kept ?? parsed(cache?.get(LATEST) ?? null);
  const values: [string, unknown][] = [];
  let isClean = true;
  return {
    read: (file, text) => {
      const isKnown = known?.has(text) === true;
      const result = isKnown
        ? { source: knownSource(file, text, known.get(text)), faults: [] }
        : readSource(file, text);
      if (result.faults.length > 0) isClean = false;
      values.push([text, result.source.value]);
      return result;
    },
    keep: () => {
      const written = cache && kept === null && isClean ? exactly(values) : null;
      if (written === null) return;
      const bytes = new TextEncoder().encode(written);
      cache?.set(key, bytes);
      cache?.set(LATEST, bytes);
    },
  };
}

function parsed(bytes: Uint8Array | null): ReadonlyMap<string, unknown> | null {
  if (bytes === null) return null;
  try {
    const pairs: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(pairs) ? new Map(pairs) : null;
  } catch {
    return null;
  }
}

/** Null where JSON would not say the same (`.inf`, `.nan`). */
function exactly(values: unknown): string | null {
  let isExact = true;
  const written = JSON.stringify(values, (_, value: unknown) => {
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) isExact = false;
    return value;
  });
  return isExact ? written : null;
}
