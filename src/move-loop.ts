/** The move to the done or held folder: last, repeatable, and never in anybody's way. */
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

/** Moves what is decided; answers how many. Failures are left to the next call. */
export async function moveDecided(parts: MoveParts): Promise<number> {
  const state = await parts.ledger.mailbox(parts.folder);
  if (state === null) return 0;
  const rows = await parts.ledger.unmoved(parts.folder, state.uidValidity, BATCH);
  let moved = 0;
  for (const [folder, group] of byFolder(rows, parts))
    moved += await moveGroup(state.uidValidity, folder, { parts, group });
  return moved;
}

async function moveGroup(
  uidValidity: string,
  folder: string,
  { parts, group }: { parts: MoveParts; group: readonly LedgerRow[] },
): Promise<number> {
  try {
    const outcome = await parts.mailbox().move(
      uidValidity,
      group.map((row) => row.uid),
      folder,
    );
    // Where the server has no safe way to move, the ledger alone decides; the mails stay where they are.
    const gone = outcome.kind === 'left' ? group : group.filter((row) => outcome.uids.includes(row.uid));
    await parts.ledger.markMoved(
      gone.map((row) => row.mail),
      outcome.kind === 'left' ? parts.folder : folder,
    );
    return gone.length;
  } catch (error) {
    parts.log.warn({ mails: group.length, folder, error: describeError(error) }, 'mails could not be moved yet');
    return 0;
  }
}

function byFolder(rows: readonly LedgerRow[], parts: MoveParts): ReadonlyMap<string, readonly LedgerRow[]> {
  const isHeld = (row: LedgerRow): boolean => row.disposition?.startsWith('hold') ?? false;
  const groups = new Map([
    [parts.doneFolder, rows.filter((row) => !isHeld(row))],
    [parts.heldFolder, rows.filter(isHeld)],
  ]);
  return new Map([...groups].filter(([, group]) => group.length > 0));
}
