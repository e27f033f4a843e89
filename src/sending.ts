/** Puts together what empties the outbox. */
import type { Ground } from './ground.ts';
import { deskOf, isTeamAddress } from './decide/office.ts';
import type { LetterWorkerSettings } from './letter-worker.ts';
import { evidenceMaker, type EvidenceMaker } from './evidence-out.ts';
import { carriedAttachments, undeliverableLetter } from './letters-out.ts';
import { installationSecret } from './office.ts';
import { carriedPapers, paperMakerOf } from './papers-out.ts';
import { startLetterThread, type LetterThread } from './send/letter-thread.ts';
import { DEFAULT_SEND_POLICY } from './send/policy.ts';
import { makeSendLoop, type SendLoop } from './send/send-loop.ts';
import { DEFAULT_SMTP_LIMITS } from './send/smtp-settings.ts';

const ENTRY = new URL('letter-worker.ts', import.meta.url);
/** Beyond the transport's own limit for a letter, and below the lease of its claim. */
const ANSWERS_WITHIN_MS = DEFAULT_SMTP_LIMITS.sendTimeoutMs + 15_000;

/** @throws {BotError} E_TEMPLATE */
export async function makeSending(ground: Ground): Promise<SendLoop> {
  const { config, store, office, clock, log } = ground;
  const evidence = evidenceMaker({ ...ground, secret: installationSecret(ground.config) });
  const thread = await startThread(ground, evidence);
  const loop = makeSendLoop({
    outbox: store.outbox,
    post: thread,
    clock,
    log,
    alarm: ground.alarm,
    metrics: ground.metrics,
    policy: { ...DEFAULT_SEND_POLICY, connections: config.smtp.connections },
    isOurs: (address) => isTeamAddress(office(), address) || address === config.alarm.mail,
    isDesk: (address) => deskOf(office()).address === address,
    undeliverable: (row, failure) => undeliverableLetter(row, failure, office()),
    chance: ground.chance,
  });
  return {
    ...loop,
    stop: async (graceMs) => {
      await loop.stop(graceMs);
      await thread.close();
      await evidence.close();
    },
  };
}

function startThread(ground: Ground, evidence: EvidenceMaker): Promise<LetterThread> {
  const { config, clock, log } = ground;
  const { mailbox, keyring } = ground.office();
  const maker = paperMakerOf(config.templates, keyring);
  const settings: LetterWorkerSettings = { config, secret: installationSecret(config), mailbox };
  return startLetterThread({
    entry: ENTRY,
    settings,
    attachments: carriedAttachments({
      ...ground,
      papers: (papers) => carriedPapers(papers, maker, ground.office()),
      evidence,
    }),
    clock,
    log,
    answerWithinMs: ANSWERS_WITHIN_MS,
  });
}
