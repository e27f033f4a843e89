/** What a mail from outside our domains would become if the desk released it: planned like any other, but nothing is opened or sent. */
import type { Wish } from '../understand/reading.ts';
import type { Asked } from './decision.ts';
import { planWish, type Plan } from './plan.ts';
import type { Situation } from './situation.ts';
import { isUnreadable } from './unread.ts';

/** Half of what comes from outside is advertisement or fraud, of what comes from inside hardly anything: less is enough here. */
const IRRELEVANT_FROM_OUTSIDE = 0.25;

/** None where it asks nothing of a service desk; null where nobody could read it. */
export function outsidePlans(it: Situation): readonly Plan[] | null {
  const { reading, sender } = it;
  if (reading === null || sender === null || isUnreadable(it)) return null;
  return asksNothing(it) ? [] : reading.wishes.map((wish) => planWish(wish, it, sender));
}

function asksNothing({ reading, message }: Situation): boolean {
  if (message !== null && message.calendarMethod !== null) return true;
  return reading?.irrelevant?.sure === true || (reading?.irrelevance ?? 0) >= IRRELEVANT_FROM_OUTSIDE;
}

export function askedIn({ kind, service, variant }: Wish): Asked {
  return { kind, service, variant };
}
