/** Why a ticket stands where it stands: the rules that fired on its mails, with the words that they fired on. */
import type { DeskCommand } from '../../understand/reading.ts';
import type { Batch } from './batch.ts';
import { inHand } from './batch.ts';

export interface WhyLine {
  readonly rule: string;
  readonly words: string;
}

export interface WhyAnswer {
  /** Number of the ticket, or who wrote the held mail. */
  readonly about: string;
  readonly steps: readonly { readonly at: number; readonly says: string; readonly lines: readonly WhyLine[] }[];
}

/** Empty where the ticket is not known; the rules that were tried and did not match are left out. */
export function whyOf(batch: Batch, command: Extract<DeskCommand, { readonly kind: 'why' }>): readonly WhyAnswer[] {
  const about = aboutOf(batch, command);
  if (about === null) return [];
  const steps = (batch.it.desk?.past ?? []).map(({ at, reason, trace }) => ({
    at,
    says: reason,
    lines: trace.filter(({ matched }) => matched).map(({ rule, detail }) => ({ rule, words: detail })),
  }));
  return [{ about, steps }];
}

function aboutOf(batch: Batch, { item, ticket }: Extract<DeskCommand, { readonly kind: 'why' }>): string | null {
  if (item !== null) return batch.it.desk?.listed[item - 1]?.from ?? null;
  const hand = inHand(batch, ticket);
  return typeof hand === 'string' ? null : hand.view.number;
}
