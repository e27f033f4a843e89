/** The move to the done or held folder: last, repeatable, many at once, and never in anybody's way. */
import type { Ledger, LedgerRow } from './record/store.ts';
import type { WatchedMailbox } from './receive/mail-source.ts';
import { describeError } from './shared/errors.ts';
import type { Log } from './shared/log.ts';

export interface MoveParts {
  readonly ledger: Ledger;
  readonly mailbox: () => WatchedMailbox;
  readonly folder: string;
  readonly doneFolder: string;
  readonly heldFolder: string;
  readonly log: Log;
}

/** Mails in one command. */
const BATCH = 250;
/** How long decisions are gathered before a move, in ms. */
const GATHER_MS = 200;

export class Mover {
  readonly #parts: MoveParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<number> = Promise.resolve(0);

  constructor(parts: MoveParts) {
    this.#parts = parts;
  }

  /** Moves soon, until nothing is left to move. */
  later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.now().then((moved) => (moved > 0 ? this.later() : undefined));
    }, GATHER_MS).unref();
  }

  /** Answers how many were moved; failures are left to the next call. */
  now(): Promise<number> {
    this.#running = this.#running.then(() => moveDecided(this.#parts));
    return this.#running;
  }

  /** Moves nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }
}

async function moveDecided(parts: MoveParts): Promise<number> {
  let moved = 0;
  try {
    const state = await parts.ledger.mailbox(parts.folder);
    if (state === null) return 0;
    const rows = await parts.ledger.unmoved(parts.folder, state.uidValidity, BATCH);
    for (const [folder, group] of byFolder(rows, parts))
      moved += await moveGroup(state.uidValidity, folder, { parts, group });
  } catch (error) {
    parts.log.warn({ error: describeError(error) }, 'mails could not be moved yet');
  }
  return moved;
}

interface Group {
  readonly parts: MoveParts;
  readonly group: readonly LedgerRow[];
}

async function moveGroup(uidValidity: string, folder: string, { parts, group }: Group): Promise<number> {
  const uids = group.map((row) => row.uid);
  const outcome = await parts.mailbox().move(uidValidity, uids, folder);
  // Where the server has no safe way to move, the ledger alone decides; the mails stay where they are.
  const isLeft = outcome.kind === 'left';
  const moved = new Set(isLeft ? uids : outcome.uids);
  const gone = group.filter((row) => moved.has(row.uid));
  const mails = gone.map((row) => row.mail);
  await parts.ledger.markMoved(mails, isLeft ? parts.folder : folder);
  return gone.length;
}

function byFolder(rows: readonly LedgerRow[], parts: MoveParts): readonly (readonly [string, readonly LedgerRow[]])[] {
  const isHeld = (row: LedgerRow): boolean => row.disposition?.startsWith('hold') ?? false;
  const groups = [
    [parts.doneFolder, rows.filter((row) => !isHeld(row))],
    [parts.heldFolder, rows.filter(isHeld)],
  ] as const;
  return groups.filter(([, group]) => group.length > 0);
}
