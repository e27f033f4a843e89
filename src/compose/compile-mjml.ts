/** Compiles MJML in a child process and keeps the result by content, so that a restart needs neither. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BotError } from '../shared/errors.ts';

export interface MjmlJob {
  readonly id: string;
  readonly mjml: string;
}

export interface CompiledMjml {
  readonly id: string;
  readonly html: string;
  /** Lines start at 1. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** Changes when the same MJML compiles to something else. */
const ENGINE = 'mjml 5.4.1, squeezed, tags checked';
const TIME_LIMIT_MS = 120_000;
const WORKER = fileURLToPath(new URL('./compile-worker.ts', import.meta.url));

const Results = z.array(
  z.object({
    id: z.string(),
    html: z.string(),
    errors: z.array(z.object({ line: z.number(), message: z.string() })),
  }),
);

/**
 * @param cacheDir where results are kept; null keeps none. A cache that cannot be read or written is no fault: it is compiled anew.
 * @throws {BotError} E_TEMPLATE when the compiler itself does not run
 */
export async function compileMjml(jobs: readonly MjmlJob[], cacheDir: string | null): Promise<readonly CompiledMjml[]> {
  const file = cacheDir === null ? null : join(cacheDir, `letters-${hashOf(jobs)}.json`);
  const kept = file === null ? null : await readKept(file);
  if (kept) return kept;
  const compiled = await runWorker(jobs);
  if (file !== null && cacheDir !== null && compiled.every((result) => result.errors.length === 0)) {
    await keep(cacheDir, file, compiled);
  }
  return compiled;
}

function hashOf(jobs: readonly MjmlJob[]): string {
  return createHash('sha256')
    .update(JSON.stringify([ENGINE, jobs]))
    .digest('hex')
    .slice(0, 24);
}

async function readKept(file: string): Promise<readonly CompiledMjml[] | null> {
  try {
    return Results.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that a reader never sees half a file. */
async function keep(cacheDir: string, file: string, compiled: readonly CompiledMjml[]): Promise<void> {
  try {
    await mkdir(cacheDir, { recursive: true });
    const half = `${file}.${process.pid}`;
    await writeFile(half, JSON.stringify(compiled));
    await rename(half, file);
  } catch {
    // Without a cache the next start takes some seconds longer.
  }
}

async function runWorker(jobs: readonly MjmlJob[]): Promise<readonly CompiledMjml[]> {
  const child = spawn(process.execPath, [WORKER], { stdio: ['pipe', 'pipe', 'pipe'], timeout: TIME_LIMIT_MS });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  child.stdin.on('error', () => undefined); // its exit code tells more
  child.stdin.end(JSON.stringify(jobs));
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) {
    throw new BotError('E_TEMPLATE', `the MJML compiler ended with code ${code}: ${complaint.trim().slice(-300)}`);
  }
  return Results.parse(JSON.parse(output));
}
