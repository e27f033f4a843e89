/**
 * Empties the outbox, acknowledgements first, a ticket's letters in their order (the claim sees to both), several at once.
 * Promises: a letter leaves within half a second of being due or at once when woken; a crash at any point means the same letter
 * again with the same Message-ID, never another; a server that is away costs no letter its time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxRow } from '../record/outbox.ts';
import { describeError } from '../shared/errors.ts';
import type { LetterKey } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { makeAdmission, type Admission } from './admission.ts';
import { makeDelivery } from './delivery.ts';
import { makeParking, type Parking } from './parking.ts';
import type { SendParts } from './send-parts.ts';
import { makeServerWatch, type ServerWatch } from './server-watch.ts';
import { makeTurn, type Turn } from './turn.ts';

export interface SendStatus {
  readonly underWay: number;
  /** Why the breaker is open, or null. */
  readonly breaker: string | null;
  /** Since when the SMTP server is away, or null. */
  readonly serverDownSince: EpochMs | null;
}

export interface SendLoop {
  /** Say so after each record: letters may be due. */
  wake(): void;
  /** Runs until `stop`, and resolves with it. */
  run(): Promise<void>;
  /**
   * Claims nothing more and waits for letters under way, at most `graceMs` (default 10 s): the others stay claimed and leave again
   * at the next start. Close the transport afterwards.
   */
  stop(graceMs?: number): Promise<void>;
  status(): SendStatus;
}

interface Machine {
  readonly parts: SendParts;
  readonly turn: Turn;
  readonly watch: ServerWatch;
  readonly parking: Parking;
  readonly admission: Admission;
  readonly deliver: (row: OutboxRow) => Promise<void>;
  readonly underWay: Map<LetterKey, Promise<void>>;
  readonly stopping: AbortController;
  /** In the time of the process. */
  readonly claimedAt: { value: number };
  /** Ends the wait for letters under way. */
  readonly graceOver: PromiseWithResolvers<void>;
}

export function makeSendLoop(parts: SendParts): SendLoop {
  const machine = assemble(parts);
  const { turn, stopping, underWay, watch, admission, graceOver } = machine;
  let running: Promise<void> = Promise.resolve();

  return {
    wake: () => turn.nudge(),
    run: () => (running = runMachine(machine)),
    stop: async (graceMs = 10_000) => {
      stopping.abort();
      turn.nudge();
      const grace = setTimeout(graceOver.resolve, graceMs);
      await running;
      clearTimeout(grace);
    },
    status: () => ({
      underWay: underWay.size,
      breaker: admission.breaker(),
      serverDownSince: watch.downSince(),
    }),
  };
}

function assemble(parts: SendParts): Machine {
  const stopping = new AbortController();
  const watch = makeServerWatch(parts);
  const parking = makeParking(parts);
  return {
    parts,
    turn: makeTurn(),
    watch,
    parking,
    admission: makeAdmission(parts, parking),
    deliver: makeDelivery(parts, watch, parking, stopping.signal),
    underWay: new Map(),
    claimedAt: { value: -Infinity },
    stopping,
    graceOver: Promise.withResolvers<void>(),
  };
}

async function runMachine(machine: Machine): Promise<void> {
  const { parts, turn, stopping } = machine;
  let failures = 0;
  let isFresh = true;
  while (!stopping.signal.aborted) {
    try {
      if (isFresh) await releaseClaims(parts);
      isFresh = false;
      await fill(machine);
      if (failures > 0) void parts.alarm.clear('outbox-storage');
      failures = 0;
    } catch (error) {
      failures += 1;
      parts.log.error({ failures, error: describeError(error) }, 'the outbox cannot be read');
      void parts.alarm.raise('outbox-storage', `The outbox cannot be read: ${describeError(error)}`);
    }
    await turn.wait(parts.policy.pollMs * Math.min(2 ** failures, 32));
    await gather(machine);
  }
  await Promise.race([Promise.all(machine.underWay.values()), machine.graceOver.promise]);
}

/** Under load the letters of a moment are claimed together, in the transaction that writes down what became of those before. */
async function gather({ parts, stopping, claimedAt }: Machine): Promise<void> {
  const restMs = claimedAt.value + parts.policy.claimEveryMs - performance.now();
  if (restMs > 0 && !stopping.signal.aborted) await sleep(restMs);
}

/** Claims of an earlier process that died: its letters need not wait until the lease ends. */
async function releaseClaims({ outbox, clock, log }: SendParts): Promise<void> {
  const claimed = await outbox.list({ state: 'claimed', limit: 1_000 });
  for (const { key, lastReply } of claimed) await outbox.retryAt(key, clock.now(), lastReply ?? '');
  if (claimed.length > 0)
    log.info({ letters: claimed.length }, 'letters that were under way at the last end leave again');
}

async function fill(machine: Machine): Promise<void> {
  const { parts, admission, parking, underWay } = machine;
  const limit = freePlaces(machine);
  machine.claimedAt.value = performance.now();
  const rows = limit > 0 ? await parts.outbox.claim(parts.clock.now(), limit, parts.policy.leaseMs) : [];
  // After a jump of the clock a lease may end while the letter is still under way here.
  const fresh = rows.filter(({ key }) => !underWay.has(key));
  for (const row of await admission.admit(fresh)) start(row, machine);
  await parking.review();
}

/** Claims come in batches; while the server is away one letter at a time probes it. */
function freePlaces({ parts, underWay, watch }: Machine): number {
  if (watch.isPaused()) return 0;
  if (watch.downSince() !== null) return underWay.size === 0 ? 1 : 0;
  const free = 6 * parts.policy.connections - underWay.size;
  return free >= parts.policy.connections ? free : 0;
}

function start(row: OutboxRow, { deliver, underWay, turn, parts }: Machine): void {
  const delivery = deliver(row)
    .catch((error: unknown) => {
      parts.log.error({ letter: row.key, error: describeError(error) }, 'a letter was left to its claim');
    })
    .finally(() => {
      underWay.delete(row.key);
      turn.nudge();
    });
  underWay.set(row.key, delivery);
}
