/**
 * The order of a history. Servers tell the second of receipt only, and one mail leads to many things at once: within a second each mail
 * stands before the events that it caused, and these before the letters that left because of it.
 */
import type { EvidenceEntry } from '../papers/make/evidence/manifest.ts';
import type { EpochMs } from '../shared/time.ts';

export interface Told {
  readonly instant: EpochMs;
  readonly entry: EvidenceEntry;
  /** The mail that it is or that it came from; null where none is known. */
  readonly mail: string | null;
}

const RANK = { mail: 0, event: 1, letter: 2 } as const;

interface Placed {
  readonly entry: EvidenceEntry;
  /** Second, group of events, kind, place in its list. */
  readonly key: readonly number[];
}

export interface History {
  readonly mails: readonly Told[];
  /** As they were recorded. */
  readonly events: readonly Told[];
  readonly letters: readonly Told[];
}

export function inOrder({ mails, events, letters }: History): readonly EvidenceEntry[] {
  const first = firstNamed(events);
  let group = 0;
  const placedEvents = events.map((told, at): Placed => {
    if (told.mail !== null && first.get(told.mail)?.at === at) group = at;
    return { entry: told.entry, key: [second(told.instant), group, RANK.event, at] };
  });
  const place =
    (rank: number) =>
    (told: Told, at: number): Placed => {
      const cause = told.mail === null ? undefined : first.get(told.mail);
      const instant = rank === RANK.mail ? (cause?.instant ?? told.instant) : told.instant;
      return { entry: told.entry, key: [second(instant), cause?.at ?? Infinity, rank, at] };
    };
  const all = [...mails.map(place(RANK.mail)), ...placedEvents, ...letters.map(place(RANK.letter))];
  return all.toSorted((one, other) => compare(one.key, other.key)).map(({ entry }) => entry);
}

interface FirstNamed {
  readonly at: number;
  readonly instant: EpochMs;
}

/** The event that first names each mail. */
function firstNamed(events: readonly Told[]): ReadonlyMap<string, FirstNamed> {
  const first = new Map<string, FirstNamed>();
  events.forEach(({ mail, instant }, at) => {
    if (mail !== null && !first.has(mail)) first.set(mail, { at, instant });
  });
  return first;
}

function second(instant: EpochMs): number {
  return Math.floor(instant / 1000);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1;
}
