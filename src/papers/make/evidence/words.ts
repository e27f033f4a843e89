/** templates/evidence.yaml: how the history is told in an evidence file. What has no words there is told by its code. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { checkShape } from '../../../shared/check-shape.ts';
import { BotError } from '../../../shared/errors.ts';
import { formatFault, type FileFault } from '../../../shared/file-fault.ts';
import { readSource } from '../../../shared/source-file.ts';

const text = z.string().trim().min(1);

const wordsFile = z.strictObject({
  /** Type of event → title. */
  events: z.record(z.string(), text),
  /** Name of a field → label of its line; a field that is not named here is not printed. */
  fields: z.record(z.string(), text),
  /** Name of a field → code → words. */
  codes: z.record(z.string(), z.record(z.string(), text)),
  /** Template of a letter of ours → what it is. */
  letters: z.record(z.string(), text),
});

export type EvidenceWords = z.output<typeof wordsFile>;

const NAME = 'evidence.yaml';
const NONE: EvidenceWords = { events: {}, fields: {}, codes: {}, letters: {} };

/** @throws {BotError} E_TEMPLATE naming every fault with file and line */
export function loadEvidenceWords(templates: string): EvidenceWords {
  const { words, faults } = inspectEvidenceWords(templates);
  if (faults.length === 0) return words;
  throw new BotError('E_TEMPLATE', faults.map(formatFault).join('\n'));
}

export function inspectEvidenceWords(templates: string): {
  readonly words: EvidenceWords;
  readonly faults: readonly FileFault[];
} {
  const written = readOptional(join(templates, NAME));
  if (written === null) return { words: NONE, faults: [] };
  const { source, faults } = readSource(`${basename(templates)}/${NAME}`, written);
  if (faults.length > 0) return { words: NONE, faults };
  const checked = checkShape(source, wordsFile);
  return { words: checked.shaped?.value ?? NONE, faults: checked.faults };
}

function readOptional(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
