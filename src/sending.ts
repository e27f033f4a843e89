/** Puts together what empties the outbox. */
import { join } from 'node:path';
import { makeComposer } from './compose/compose.ts';
import { compileTemplates } from './compose/templates.ts';
import { deskOf, isTeamAddress } from './decide/office.ts';
import type { Ground } from './ground.ts';
import { carriedAttachments, undeliverableLetter } from './letters-out.ts';
import type { OutboxRow } from './record/outbox.ts';
import { DEFAULT_SEND_POLICY } from './send/policy.ts';
import { makeSendLoop, type SendLoop } from './send/send-loop.ts';
import type { EpochMs } from './shared/time.ts';

/** @throws {BotError} E_TEMPLATE */
export async function makeSending(ground: Ground): Promise<SendLoop> {
  const { config, store, office, clock, log } = ground;
  const templates = await compileTemplates(config.templates, { cacheDir: join(config.data, 'templates') });
  const { keyring, mailbox } = office();
  const compose = makeComposer({
    templates,
    keyring,
    mailbox: { ...mailbox, replyAddress: config.mailbox.reply_address ?? null },
    instance: mailbox.address,
    attachments: carriedAttachments(ground),
  });
  return makeSendLoop({
    outbox: store.outbox,
    compose,
    transport: ground.transport,
    clock,
    log,
    alarm: ground.alarm,
    metrics: ground.metrics,
    policy: { ...DEFAULT_SEND_POLICY, connections: config.smtp.connections },
    isOurs: (address) => isTeamAddress(office(), address) || address === config.alarm.mail,
    isDesk: (address) => deskOf(office()).address === address,
    undeliverable: (row, failure) => undeliverableLetter(row, failure, office()),
    receivedAt: (row) => answeredMailAt(row, ground),
    chance: ground.chance,
  });
}

async function answeredMailAt({ letter }: OutboxRow, { store }: Ground): Promise<EpochMs | null> {
  return letter.source === null ? null : ((await store.ledger.row(letter.source))?.receivedAt ?? null);
}
