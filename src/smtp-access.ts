/** Where letters leave, as the configuration says. */
import { resolveSecret, type Config } from './config.ts';
import type { SmtpSettings } from './send/smtp-settings.ts';

export function smtpSettings(config: Config): SmtpSettings {
  const { host, port, secure, user, password } = config.smtp;
  return {
    host,
    port,
    secure,
    user: user ?? null,
    password: password === undefined ? null : () => resolveSecret(config, password),
    sender: config.mailbox.address,
  };
}
