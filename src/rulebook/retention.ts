/** How long personal papers and the words of tickets are kept: the shape of retention.yaml, and what the stages see of it. Days are calendar days. */
import { z } from 'zod';

export interface RetentionPolicy {
  /** Kinds of paper that are personal, whoever sent them. */
  readonly kinds: readonly PersonalKind[];
  /** Keys of requirements whose papers are personal even where nobody could read what they are (a photograph). */
  readonly requirements: readonly string[];
  /** After the last of the tickets that a mail belongs to has ended. */
  readonly daysAfterEnd: number;
  /** After receipt, for a mail that belongs to no ticket. */
  readonly daysWithoutTicket: number;
  /** How long the words of a ticket are kept once it has ended; null for ever. */
  readonly daysOfTexts: number | null;
}

export const PERSONAL_KINDS = ['ktp', 'sk'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

const WRITTEN = /^(\d{1,4}) hari$/;
const days = z
  .string()
  .regex(WRITTEN, 'write it as "90 hari" (calendar days)')
  .transform((written): number => Number(WRITTEN.exec(written)?.[1]));

export const retentionFile = z.strictObject({
  personal_papers: z.strictObject({
    kinds: z.array(z.enum(PERSONAL_KINDS)).min(1),
    requirements: z.array(z.string().min(1)).default([]),
    delete_after_end: days,
    delete_without_ticket: days,
  }),
  texts: z.strictObject({ delete_after_end: days }).optional(),
});
export type RetentionFile = z.infer<typeof retentionFile>;

export function buildRetention({ personal_papers: personal, texts }: RetentionFile): RetentionPolicy {
  return {
    kinds: personal.kinds,
    requirements: personal.requirements,
    daysAfterEnd: personal.delete_after_end,
    daysWithoutTicket: personal.delete_without_ticket,
    daysOfTexts: texts?.delete_after_end ?? null,
  };
}
