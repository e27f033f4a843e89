import type { HeaderFields } from './header-fields.ts';
import { messageIdsIn } from './message-id.ts';

const MOST_ANCESTORS = 100;

/** In-Reply-To, then References from right to left, without repeats: nearest first. */
export function ancestorsOf(fields: HeaderFields): readonly string[] {
  const parents = fields.all('in-reply-to').flatMap(messageIdsIn);
  const chain = fields.all('references').flatMap(messageIdsIn).toReversed();
  return [...new Set([...parents, ...chain])].slice(0, MOST_ANCESTORS);
}
