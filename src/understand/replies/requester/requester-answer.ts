/** What a requester's answer comes to, and what it is read from. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { ReplyIntent, UnclearWhy } from '../../reading.ts';
import type { Mentions } from '../mentions.ts';
import type { Step } from './step.ts';

export interface RequesterAnswer {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly rating: number | null;
  readonly why: string;
  readonly unclear: UnclearWhy | null;
}

export interface Said {
  readonly mentions: Mentions;
  readonly text: string;
  readonly rulebook: Rulebook;
  readonly step: Step;
  readonly rating: number | null;
}

export function answer(
  intent: ReplyIntent,
  confidence: number,
  why: string,
  rating: number | null = null,
): RequesterAnswer {
  return { intent, confidence, rating, why, unclear: null };
}

export function unclear(kind: UnclearWhy, why: string): RequesterAnswer {
  return { intent: 'unclear', confidence: 0.5, rating: null, why, unclear: kind };
}
