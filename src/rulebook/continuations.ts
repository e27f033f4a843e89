/** The shape of `continuations.yaml`: by what a new mail without a number shows that it goes on with an earlier one. */
import { z } from 'zod';
import { phrases } from './schema.ts';

export const continuationsFile = z.strictObject({
  /** Calendar days; older tickets are not thought of. */
  within_days: z.int().min(1).max(365).default(14),
  /** Say it by themselves. */
  plain: phrases,
  /** Say it beside one of `refers`. */
  deeds: phrases,
  refers: phrases,
  today: phrases,
  yesterday: phrases,
});

export type ContinuationWords = z.infer<typeof continuationsFile>;
