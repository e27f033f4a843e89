/**
 * One claimed letter: post it, and write down what became of it. Whatever happens, the row ends as sent, put off, failed or
 * parked; the others go on. An accepted letter is never offered again because writing it down failed: that is tried until it works.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Letter } from '../decide/letter.ts';
import type { OutboxRow } from '../record/outbox.ts';
import { assertNever } from '../shared/assert-never.ts';
import { BotError, describeError } from '../shared/errors.ts';
import type { LetterKey } from '../shared/ids.ts';
import type { Parking } from './parking.ts';
import type { Posted } from './post.ts';
import { nextAttempt, waitAfter } from './retry-schedule.ts';
import type { LetterFailure, SendParts } from './send-parts.ts';
import type { ServerWatch } from './server-watch.ts';
import type { Refusal, SendOutcome } from './transport.ts';

/** RFC 3463: delivery time expired. */
const EXPIRED = '4.4.7';

/** What is left to do of a letter that some of its recipients have: known to this process only, a new one offers it to all again. */
interface Remainder {
  readonly recipients: readonly string[];
  readonly refused: readonly Refusal[];
}

interface Context {
  readonly parts: SendParts;
  readonly watch: ServerWatch;
  readonly parking: Parking;
  readonly stopping: AbortSignal;
  readonly remainders: Map<LetterKey, Remainder>;
}

export function makeDelivery(
  parts: SendParts,
  watch: ServerWatch,
  parking: Parking,
  stopping: AbortSignal,
): (row: OutboxRow) => Promise<void> {
  const context: Context = { parts, watch, parking, stopping, remainders: new Map() };
  return async (row) => {
    const posted = await offered(row, context);
    if (posted !== null) await settle(row, posted, context);
  };
}

async function offered(row: OutboxRow, context: Context): Promise<Posted | null> {
  try {
    return await context.parts.post.send(row, context.remainders.get(row.key)?.recipients);
  } catch (error) {
    await setAside(row, error, context);
    return null;
  }
}

/** A fault of ours: time mends some (storage), the others keep the letter until a person has looked. */
async function setAside(row: OutboxRow, error: unknown, context: Context): Promise<void> {
  const reason = `the letter could not be made: ${describeError(error)}`;
  if (error instanceof BotError && error.retryable) await putOff(row, reason, context);
  else await persist(context, () => context.parking.park([row], reason));
}

async function settle(row: OutboxRow, posted: Posted, context: Context): Promise<void> {
  const { outcome } = posted;
  switch (outcome.kind) {
    case 'sent':
      context.watch.answered();
      return accepted(row, posted, outcome, context);
    case 'permanent':
      context.watch.answered();
      return fail(row, outcome, context);
    case 'transient':
      if (outcome.scope === 'letter') return putOff(row, outcome.reply, context);
      context.watch.failed(outcome.scope, outcome.reply);
      return waitForServer(row, outcome.reply, context);
    default:
      return assertNever(outcome);
  }
}

async function accepted(
  row: OutboxRow,
  posted: Posted,
  outcome: Extract<SendOutcome, { kind: 'sent' }>,
  context: Context,
): Promise<void> {
  const { remainders } = context;
  const refused = [...(remainders.get(row.key)?.refused ?? []), ...(outcome.refused ?? [])];
  if (outcome.deferred && outcome.deferred.length > 0) {
    remainders.set(row.key, { recipients: outcome.deferred, refused });
    return putOff(row, `${outcome.reply}; ${outcome.deferred.length} recipients put off`, context);
  }
  remainders.delete(row.key);
  const [first] = refused;
  const nobody = posted.to.every((address) => refused.some((one) => one.address === address));
  if (first && nobody) return fail(row, first, context);
  const reply = first ? `${outcome.reply}; ${refused.length} recipients refused: ${first.reply}` : outcome.reply;
  await markSent(row, posted.text, reply, context);
}

async function markSent(row: OutboxRow, text: string, reply: string, context: Context): Promise<void> {
  const { parts } = context;
  const at = parts.clock.now();
  await persist(context, async () => {
    const { receivedAt } = row;
    const late = receivedAt !== null && at - receivedAt > parts.policy.lateAfterMs;
    await parts.outbox.markSent(row.key, { at, reply, text, late });
    if (receivedAt !== null) parts.metrics.answered((at - receivedAt) / 1_000);
  });
  if (isForDesk(row.letter, parts)) void parts.alarm.clear('desk-undeliverable');
  parts.metrics.letter(row.letter.template, 'sent');
  parts.log.info({ ...ids(row), attempts: row.attempts, reply }, 'letter sent');
}

async function putOff(row: OutboxRow, reply: string, context: Context): Promise<void> {
  const { clock, policy, chance } = context.parts;
  const attempts = Math.max(row.attempts, 1);
  const at = nextAttempt(policy.retry, { now: clock.now(), createdAt: row.createdAt, attempts, chance: chance() });
  if (at === null) return fail(row, { reply, status: EXPIRED }, context);
  await retryAt(row, at, reply, context);
}

/** The server's absence ages no letter; the one that probed stands back, so that the next probe is another. */
async function waitForServer(row: OutboxRow, reply: string, context: Context): Promise<void> {
  const { clock, policy, chance } = context.parts;
  const wait = waitAfter(policy.retry, { attempts: Math.max(row.attempts, 1), chance: chance() });
  await retryAt(row, clock.now() + Math.min(wait, policy.maxPauseMs * 2), reply, context);
}

async function retryAt(row: OutboxRow, at: number, reply: string, context: Context): Promise<void> {
  const { outbox, metrics, log } = context.parts;
  await persist(context, () => outbox.retryAt(row.key, at, reply));
  metrics.letter(row.letter.template, 'retried');
  log.warn({ ...ids(row), attempts: row.attempts, at, reply }, 'letter put off');
}

async function fail(row: OutboxRow, failure: LetterFailure, context: Context): Promise<void> {
  const { parts } = context;
  const { reply, status } = failure;
  context.remainders.delete(row.key);
  const forDesk = isForDesk(row.letter, parts);
  const deskLetter = forDesk ? null : parts.undeliverable(row, { reply, status });
  await persist(context, () => parts.outbox.markFailed(row.key, { at: parts.clock.now(), reply, status, deskLetter }));
  if (forDesk) void parts.alarm.raise('desk-undeliverable', `A letter to the desk was refused: ${reply}`);
  parts.metrics.letter(row.letter.template, 'failed');
  parts.log.error({ ...ids(row), status, reply }, 'letter undeliverable');
}

/** Writes until it is written, or until the loop stops: a claim then ends by its lease. */
async function persist({ parts, stopping }: Context, write: () => Promise<void>): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      await write();
      if (failures > 0) void parts.alarm.clear('outbox-storage');
      return;
    } catch (error) {
      void parts.alarm.raise('outbox-storage', `The outbox cannot be written: ${describeError(error)}`);
      parts.log.error({ failures, error: describeError(error) }, 'the outbox cannot be written');
      await sleep(Math.min(250 * 2 ** failures, 30_000), undefined, { signal: stopping });
    }
  }
}

function isForDesk(letter: Letter, { isDesk }: SendParts): boolean {
  const toDesk = letter.to.every(({ address }) => isDesk(address));
  return toDesk || letter.template.startsWith('desk.') || letter.template.startsWith('operator.');
}

function ids({ key, letter }: OutboxRow): { letter: string; ticket: string | null; template: string } {
  return { letter: key, ticket: letter.ticket, template: letter.template };
}
