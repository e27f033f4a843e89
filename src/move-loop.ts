/** The move to the done or held folder: last, repeatable, many at once, and never in anybody's way. */
import type { Ledger, LedgerRow, LyingMail } from './record/store.ts';
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
/** How often it looks by itself: for what failed, and for what was settled by another process. */
const REGULAR_MS = 60_000;

export class Mover {
  readonly #parts: MoveParts;
  #timer: NodeJS.Timeout | null = null;
  #regular: NodeJS.Timeout | null = null;
  #running: Promise<number> = Promise.resolve(0);

  constructor(parts: MoveParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#regular ??= setInterval(() => this.later(), REGULAR_MS).unref();
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
    if (this.#regular) clearInterval(this.#regular);
    await this.#running;
  }
}

async function moveDecided(parts: MoveParts): Promise<number> {
  const first = await unlessFaulty(parts, () => moveFresh(parts));
  return first + (await unlessFaulty(parts, () => moveSettled(parts)));
}

/** What fails is left to the next call. */
async function unlessFaulty({ log }: MoveParts, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'mails could not be moved yet');
    return 0;
  }
}

async function moveFresh(parts: MoveParts): Promise<number> {
  const state = await parts.ledger.mailbox(parts.folder);
  if (state === null) return 0;
  const rows = await parts.ledger.unmoved(parts.folder, state.uidValidity, BATCH);
  let moved = 0;
  for (const [folder, group] of byFolder(rows, parts))
    moved += await moveGroup(state.uidValidity, folder, { parts, group });
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
  const held = folder === parts.heldFolder;
  // Only those that wait for a person may have to be found again.
  const places = gone.flatMap(({ mail, uid }) => {
    const place = held && !isLeft ? outcome.places.get(uid) : undefined;
    return place ? [{ mail, ...place }] : [];
  });
  await parts.ledger.markMoved(
    gone.map((row) => row.mail),
    isLeft ? parts.folder : folder,
    { held, places },
  );
  return gone.length;
}

/** Mails that a person has settled leave the folder in which they waited; what was taken back goes there again. */
async function moveSettled(parts: MoveParts): Promise<number> {
  const rows = await parts.ledger.lying(parts.folder, BATCH);
  let moved = 0;
  for (const [to, group] of byFolder(rows, parts))
    for (const from of new Set(group.map(({ liesIn }) => liesIn)))
      moved += await moveFrom(from, to, { parts, group: group.filter(({ liesIn }) => liesIn === from) });
  return moved;
}

async function moveFrom(
  from: string,
  to: string,
  { parts, group }: { readonly parts: MoveParts; readonly group: readonly LyingMail[] },
): Promise<number> {
  const mails =
    from === to ? group.map(({ mail }) => mail) : await parts.mailbox().moveAgain({ from, to, mails: group });
  await parts.ledger.markMoved(mails, to, { held: to === parts.heldFolder });
  return mails.length;
}

function byFolder<Row extends LedgerRow>(
  rows: readonly Row[],
  parts: MoveParts,
): readonly (readonly [string, readonly Row[]])[] {
  const isHeld = (row: Row): boolean => row.disposition?.startsWith('hold') ?? false;
  const groups = [
    [parts.doneFolder, rows.filter((row) => !isHeld(row))],
    [parts.heldFolder, rows.filter(isHeld)],
  ] as const;
  return groups.filter(([, group]) => group.length > 0);
}
