/** The header fields that later stages may ask for: a bounded set of bounded values. */
import { believedResults } from './authentication.ts';
import { tidyAddress } from './addresses.ts';
import { cleanLine } from './characters.ts';
import type { HeaderFields } from './header-fields.ts';

const MOST_CHARACTERS = 998;
const MOST_VALUES = 10;
const KEPT: readonly string[] = [
  'auto-submitted',
  'content-language',
  'content-type',
  'delivered-to',
  'disposition-notification-to',
  'importance',
  'in-reply-to',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'organization',
  'precedence',
  'priority',
  'received',
  'resent-from',
  'resent-sender',
  'resent-to',
  'return-path',
  'sensitivity',
  'thread-index',
  'thread-topic',
  'user-agent',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-loket-instance',
  'x-loop',
  'x-mailer',
  'x-ms-exchange-inbox-rules-loop',
  'x-original-to',
  'x-priority',
  'x-spam-flag',
  'x-spam-score',
  'x-spam-status',
];
const DELIVERY: readonly string[] = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'x-forwarded-to',
];

export function keepHeaders(
  fields: HeaderFields,
  authservIds: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const kept: [string, readonly string[]][] = KEPT.map((name) => [name, fields.all(name)]);
  kept.push(['authentication-results', believedResults(fields, authservIds)]);
  return Object.fromEntries(
    kept
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.slice(0, MOST_VALUES).map((value) => cleanLine(value, MOST_CHARACTERS))]),
  );
}

/** Addresses that the mail was delivered to: those of the delivery fields, then of the `for` clauses of Received. */
export function deliveredToOf(fields: HeaderFields): readonly string[] {
  const traced = fields
    .all('received')
    .slice(0, MOST_VALUES)
    .map((value) => /\bfor\s{1,9}<?([^<>\s;]{1,320})>?/.exec(value)?.[1] ?? '');
  const named = DELIVERY.flatMap((name) => fields.all(name).slice(0, MOST_VALUES));
  const addresses = [...named, ...traced].map(tidyAddress).filter((address) => address !== null);
  return [...new Set(addresses)].slice(0, 2 * MOST_VALUES);
}
