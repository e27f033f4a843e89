/** What a held mail seems to ask, as the `asked` column of its decision keeps it. */
import { z } from 'zod';
import type { Asked } from '../decide/decision.ts';

const StoredAsked = z.array(
  z.object({
    kind: z.enum(['request', 'incident', 'complaint', 'question', 'status', 'other']),
    service: z.string().nullable(),
    variant: z.string().nullable(),
  }),
);

export function askedOf(json: string | null): readonly Asked[] | null {
  return json === null ? null : StoredAsked.parse(JSON.parse(json));
}
