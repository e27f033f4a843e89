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
  'no-original',
  'no-words',
  'has-ended',
  'waits-for-approval',
  'not-resolved',
  'same-ticket',
  'no-list',
  'not-on-list',
  'own-address',
  'no-address',
  'nothing-to-undo',
  'moved-on',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a command did. */
export const DEEDS = [
  'classified',
  'corrected',
  'reassigned',
  'opened',
  'merged',
  'split',
  'linked',
  'archived',
  'confirmed',
  'bast-accepted',
  'released',
  'dropped',
  'blocked',
  'freed',
  'undone',
  'noted',
  'team-word',
] as const;
export type DeedKind = (typeof DEEDS)[number];
