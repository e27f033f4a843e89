/** The people of the demonstration write mail as their programs do: a new one, or an answer with the letter quoted beneath. */
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import type { InboundMessage } from '../parse/message.ts';
import { DEFAULT_SMTP_LIMITS } from '../send/smtp-settings.ts';
import { makeSmtpTransport } from '../send/smtp-transport.ts';
import { BotError } from '../shared/errors.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import type { Mailbox } from './mail-town.ts';
import { scannedSheet } from './scanned-sheet.ts';

export interface NewMail {
  readonly to: string;
  readonly cc: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  /** Names of photographs of a signed sheet that go along. */
  readonly photographs?: readonly string[];
  readonly answers: InboundMessage | null;
  /** Number of the mail in the story, for its Message-ID. */
  readonly ordinal: number;
}

/** @throws {BotError} E_SMTP_TRANSIENT when the embedded server does not take it */
export async function sendAs(
  writer: Mailbox,
  mail: NewMail,
  server: { readonly port: number; readonly clock: Clock },
): Promise<void> {
  const transport = makeSmtpTransport(
    {
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      user: writer.user,
      password: () => writer.password,
      sender: writer.address,
    },
    server.clock,
    { ...DEFAULT_SMTP_LIMITS, connections: 1 },
  );
  try {
    const outcome = await transport.send(asOutgoing(writer, mail));
    if (outcome.kind !== 'sent')
      throw new BotError('E_SMTP_TRANSIENT', `the embedded server did not take the mail: ${outcome.reply}`);
  } finally {
    await transport.close();
  }
}

function asOutgoing(writer: Mailbox, mail: NewMail): OutgoingMail {
  const { answers } = mail;
  const text = answers ? `${mail.text}\n\n${quoted(answers)}\n` : `${mail.text}\n`;
  return {
    messageId: `${writer.user}.${mail.ordinal}@mail.kemenkeu.example`,
    from: { name: writer.name, address: writer.address },
    replyTo: null,
    to: [{ name: '', address: mail.to }],
    cc: mail.cc,
    subject: answers ? `Re: ${answers.subject.replace(/^(re|bls):\s*/i, '')}` : mail.subject,
    inReplyTo: answers?.messageId ?? null,
    references: answers ? [...[...answers.ancestors].toReversed(), answers.messageId ?? ''].filter(Boolean) : [],
    text,
    html: '',
    headers: {},
    attachments: (mail.photographs ?? []).map((filename) => ({
      filename,
      contentType: 'image/png',
      content: { bytes: scannedSheet() },
    })),
  };
}

function quoted(letter: InboundMessage): string {
  const lines = letter.text.split('\n').map((line) => `> ${line}`);
  return [
    `Pada ${writtenOn(letter.date)} ${letter.from?.name ?? ''} <${letter.from?.address ?? ''}> menulis:`,
    ...lines,
  ].join('\n');
}

/** `Sen, 23 Nov 2026 pukul 09.00`, as mail programs write it in Indonesian. */
function writtenOn(date: EpochMs | null): string {
  const at = new Date(date ?? 0);
  const day = new Intl.DateTimeFormat('id', {
    ...ZONE,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = new Intl.DateTimeFormat('id', { ...ZONE, hour: '2-digit', minute: '2-digit' });
  return `${day.format(at)} pukul ${time.format(at)}`;
}

const ZONE = { timeZone: 'Asia/Jakarta' } as const;
