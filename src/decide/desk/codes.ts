/** What may become of a command of the desk: the batch answers with these, its letters have a sentence for each. */

/** Why a command is not carried out. */
export const REFUSALS = [
  'not-understood',
  'unknown-ticket',
  'no-ticket',
  'unknown-service',
  'unknown-team',
  'unknown-person',
  'several-people',
  'not-the-requester',
  'no-original',
  'no-words',
  'has-ended',
  'waits-for-approval',
  'not-resolved',
  'same-ticket',
  'no-list',
  'not-on-list',
  'own-address',
  'shared-domain',
  'no-address',
  'nothing-to-undo',
  'moved-on',
  'answered-since',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a command did. */
export const DEEDS = [
  'classified',
  'corrected',
  'put-right',
  'reassigned',
  'prioritized',
  'opened',
  'merged',
  'split',
  'split-up',
  'linked',
  'archived',
  'confirmed',
  'bast-accepted',
  'uat-accepted',
  'released',
  'dropped',
  'blocked',
  'freed',
  'undone',
  'held-again',
  'unblocked',
  'stays-moved',
  'stays-answered-since',
  'stays-answered',
  'stays-done',
  'noted',
  'team-word',
  'resolved',
  'resolved-all',
  'asked',
  'rested',
] as const;
export type DeedKind = (typeof DEEDS)[number];

/** What `batal` put back, and what it had to leave. */
export const TAKEN_BACK: readonly DeedKind[] = ['undone', 'held-again', 'unblocked'];
export const LEFT: readonly DeedKind[] = ['stays-moved', 'stays-answered-since', 'stays-answered', 'stays-done'];

/** Done for good: a ticket that is opened has its number, a note has been read. */
export const FINAL: readonly DeedKind[] = ['opened', 'split', 'split-up', 'linked', 'noted', 'freed', 'resolved-all'];
