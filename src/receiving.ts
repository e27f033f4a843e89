/** Puts together what watches the mailbox, decides what arrives and moves what is decided. */
import { resolveSecret, type Config } from './config.ts';
import type { Disposition } from './decide/decision.ts';
import type { Ground } from './ground.ts';
import { Mover } from './move-loop.ts';
import { DEFAULT_BACKOFF } from './receive/backoff.ts';
import type { ImapAccess } from './receive/connect.ts';
import { DEFAULT_RECEIVE_LIMITS, type WatchedMailbox } from './receive/mail-source.ts';
import { watchMailbox } from './receive/watch-mailbox.ts';
import { mailScanner } from './mail-scanner.ts';
import type { Stages } from './pipeline.ts';
import type { LedgerRow } from './record/store.ts';
import { WorkLoop, type WorkHooks } from './work-loop.ts';

export interface Receiving {
  readonly work: WorkLoop;
  readonly mover: Mover;
  readonly mailbox: WatchedMailbox;
}

/** @param onDecided letters may be due */
export function startReceiving(ground: Ground, onDecided: () => void): Receiving {
  const { config, metrics } = ground;
  ground.reader.warm();
  ground.reader.warm();
  const mover = new Mover({
    ledger: ground.store.ledger,
    mailbox: () => mailbox,
    folder: config.mailbox.folder,
    doneFolder: config.mailbox.done_folder,
    heldFolder: config.mailbox.held_folder,
    log: ground.log,
  });
  const fetchListed = (row: LedgerRow): Promise<LedgerRow | null> => fetchReleased(row, ground, mailbox);
  const work = makeWork(ground, fetchListed, {
    decided: (_row, { decision, plans }) => {
      metrics.mail(dispositionText(decision.disposition));
      for (const plan of plans) metrics.ticket(plan.it.kind, plan.wish.service);
      onDecided();
      mover.later();
    },
  });
  const mailbox: WatchedMailbox = watch(ground, () => work.wake());
  mover.start();
  return { work, mover, mailbox };
}

export function imapAccess(config: Config): ImapAccess {
  return { ...config.mailbox.imap, password: () => resolveSecret(config, config.mailbox.imap.password) };
}

/** A mail from before activation has only been listed; when a person releases it, its bytes are still with the server. */
async function fetchReleased(
  row: LedgerRow,
  { store }: Pick<Ground, 'store'>,
  mailbox: WatchedMailbox,
): Promise<LedgerRow | null> {
  const state = await store.ledger.mailbox(row.mailbox);
  // Under another UIDVALIDITY its UID names nothing any more.
  if (state?.uidValidity !== row.uidValidity) return null;
  await mailbox.fetch([row.uid]);
  const fetched = await store.ledger.row(row.mail);
  return fetched === null || fetched.sha256 === '' ? null : fetched;
}

function makeWork(ground: Ground, fetchListed: Stages['fetchListed'], hooks: WorkHooks): WorkLoop {
  const { config, store } = ground;
  const scanner = mailScanner(ground);
  const stages = {
    ...store,
    reader: ground.reader,
    fetchListed,
    rawPath: ground.rawStore.path,
    office: ground.office,
    clock: ground.clock,
    log: ground.log,
    maxMessageBytes: config.limits.maxMessageBytes,
    ...(scanner && { scanner }),
    ...(ground.senderCheck && { senderCheck: ground.senderCheck }),
  };
  return new WorkLoop(stages, hooks, { batch: 200, ahead: 2 * config.readers + 14, restMs: 30_000, idleMs: 1000 });
}

function watch(ground: Ground, onArrivals: () => void): WatchedMailbox {
  const { config, clock } = ground;
  return watchMailbox({
    access: imapAccess(config),
    folder: config.mailbox.folder,
    targetFolders: [config.mailbox.done_folder, config.mailbox.held_folder],
    pollMs: config.mailbox.poll,
    ledger: ground.store.ledger,
    rawStore: ground.rawStore,
    limits: { ...DEFAULT_RECEIVE_LIMITS, maxMessageBytes: config.limits.maxMessageBytes },
    backoff: DEFAULT_BACKOFF,
    clock,
    // Under a test clock all times come from it, that of receipt included.
    receivedAt: (internalDate) => (config.testClock === null ? internalDate : clock.now()),
    log: ground.log,
    onArrivals,
    onHealth: (health) => ground.metrics.imapConnected(health.phase === 'connected'),
  });
}

function dispositionText(disposition: Disposition): string {
  return disposition.kind === 'accept' ? 'accept' : `${disposition.kind}:${disposition.reason}`;
}
