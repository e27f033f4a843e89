import type { TeamIntent, UnclearWhy } from '../../reading.ts';

/** What a team's text says, before its details are looked for. */
export interface TeamAnswer {
  readonly intent: TeamIntent;
  readonly confidence: number;
  readonly note: string | null;
  readonly why: string;
  readonly audience?: 'requester' | 'staff';
  readonly partial?: { readonly done: string; readonly failed: string };
  readonly unclear?: UnclearWhy;
  /** A note that no word of the writer's makes one. */
  readonly isPlain?: boolean;
}
