/** A transport connected to a scripted server; `closeAll` after each test. */
import { createServer } from 'node:net';
import { DEFAULT_SMTP_LIMITS, type SmtpLimits, type SmtpSettings } from '../../src/send/smtp-settings.ts';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import type { MailTransport } from '../../src/send/transport.ts';
import { startSmtp, type ScriptedSmtp, type SmtpOptions } from '../support/smtp.ts';
import { OUR_MAILBOX } from './outgoing.ts';

const NOON = Date.parse('2026-11-23T05:00:00Z');
const open: (() => Promise<void>)[] = [];

export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).toReversed()) await close();
}

export const clock = { now: () => NOON };
export const limits = (change: Partial<SmtpLimits>): SmtpLimits => ({ ...DEFAULT_SMTP_LIMITS, ...change });

export function settings(change: Partial<SmtpSettings>): SmtpSettings {
  return { host: '127.0.0.1', port: 0, secure: false, user: null, password: null, sender: OUR_MAILBOX, ...change };
}

export function track(transport: MailTransport): MailTransport {
  open.push(() => transport.close());
  return transport;
}

export async function connected(
  change: Partial<SmtpSettings> = {},
  limit: Partial<SmtpLimits> = {},
  options: SmtpOptions = {},
): Promise<{ smtp: ScriptedSmtp; transport: MailTransport }> {
  const smtp = await startSmtp(options);
  open.push(() => smtp.stop());
  const transport = makeSmtpTransport(settings({ port: smtp.port, ...change }), clock, limits(limit));
  return { smtp, transport: track(transport) };
}

/** A server that greets (or not), answers EHLO without STARTTLS, and notes what it hears. */
export async function listenPlainly(heard: string[], greeting = '220 plain.example ESMTP\r\n'): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (greeting) socket.write(greeting);
    socket.on('data', (data) => {
      heard.push(data.toString());
      socket.write(/^EHLO/i.test(data.toString()) ? '250-plain.example\r\n250 AUTH PLAIN\r\n' : '502 5.5.1 no\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
