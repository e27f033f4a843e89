/** The ways an alarm can go: a mail to the operator, a POST to one configured URL; and the file that remembers what was told. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import { BotError } from '../shared/errors.ts';
import type { AlarmMemory, AlarmNotice, AlarmWay } from './alarm.ts';
import type { MailTransport } from './transport.ts';

/** Until the webhook has answered (default 10 s). Beyond: it counts as not told. */
const WEBHOOK_TIMEOUT_MS = 10_000;

export function mailWay(
  transport: MailTransport,
  compose: (notice: AlarmNotice) => Promise<OutgoingMail> | OutgoingMail,
): AlarmWay {
  return {
    name: 'mail',
    tell: async (notice) => {
      const outcome = await transport.send(await compose(notice));
      if (outcome.kind !== 'sent')
        throw new BotError('E_SMTP_TRANSIENT', `the alarm's mail was not taken: ${outcome.reply}`);
    },
  };
}

/** Posts `{cause, text, at}` as JSON. Redirects are not followed: only the configured URL is ever asked. */
export function webhookWay(url: string, timeoutMs: number = WEBHOOK_TIMEOUT_MS): AlarmWay {
  return {
    name: 'webhook',
    tell: async ({ cause, text, at }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ cause, text, at: new Date(at).toISOString() }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (!response.ok) throw new BotError('E_SMTP_TRANSIENT', `the alarm's webhook answered ${response.status}`);
    },
  };
}

/** One cause a line. A file that cannot be read has told nothing. */
export function fileMemory(path: string): AlarmMemory {
  return {
    load: () => {
      try {
        return readFileSync(path, 'utf8').split('\n').filter(Boolean);
      } catch {
        return [];
      }
    },
    save: (causes) => {
      writeFileSync(`${path}.new`, causes.map((cause) => `${cause}\n`).join(''));
      renameSync(`${path}.new`, path);
    },
  };
}
