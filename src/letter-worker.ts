/** The program of the thread of letters: fills the templates, makes the mail, talks to the server. See send/letter-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { join } from 'node:path';
import { makeComposer } from './compose/compose.ts';
import { compileTemplates } from './compose/templates.ts';
import type { Config } from './config.ts';
import { serveLetters, type LetterService } from './send/letter-jobs.ts';
import { postMail } from './send/post.ts';
import { DEFAULT_SMTP_LIMITS } from './send/smtp-settings.ts';
import { makeSmtpTransport } from './send/smtp-transport.ts';
import { makeKeyring } from './shared/keyring.ts';
import { smtpSettings } from './smtp-access.ts';

export interface LetterWorkerSettings {
  readonly config: Config;
  readonly secret: string;
  /** Our mailbox, with the name that readers see. */
  readonly mailbox: { readonly address: string; readonly name: string };
}

if (parentPort) await serveLetters(parentPort, () => openService(workerData));

async function openService({ config, secret, mailbox }: LetterWorkerSettings): Promise<LetterService> {
  const templates = await compileTemplates(config.templates, { cacheDir: join(config.data, 'templates') });
  const compose = makeComposer({
    templates,
    keyring: makeKeyring(secret),
    mailbox: { ...mailbox, replyAddress: config.mailbox.reply_address ?? null },
    instance: mailbox.address,
    attachments: async () => [],
  });
  let now = 0;
  const limits = { ...DEFAULT_SMTP_LIMITS, connections: config.smtp.connections };
  const transport = makeSmtpTransport(smtpSettings(config), { now: () => now }, limits);
  return {
    post: async (job) => {
      now = job.now;
      const mail = await compose(job.row);
      return postMail({ ...mail, attachments: job.attachments }, transport, job.only ?? undefined);
    },
    close: () => transport.close(),
  };
}
