/** What an approver's words come to, and why they are no plain yes. */
import type { ReplyIntent, UnclearWhy } from '../reading.ts';

export interface Verdict {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly strength: 'strong' | 'weak' | null;
  readonly why: string;
  readonly unclear: UnclearWhy | null;
}

export interface Obstacle {
  readonly class: UnclearWhy;
  readonly says: string;
}
