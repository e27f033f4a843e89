/** An OutgoingMail in nodemailer's words. Text and HTML are always strings here, so nothing in them can name a file or a URL. */
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import type { OutgoingAttachment, OutgoingMail } from '../compose/outgoing-mail.ts';
import { BotError } from '../shared/errors.ts';
import { isSevenBitMail } from './seven-bit.ts';

type SmtpAttachment = NonNullable<SendMailOptions['attachments']>[number];

/** @throws {BotError} E_MESSAGE_UNREADABLE when a file that should go along cannot be read */
export async function smtpMessage(mail: OutgoingMail, date: Date): Promise<SendMailOptions> {
  return {
    messageId: `<${mail.messageId}>`,
    date,
    from: { ...mail.from },
    to: mail.to.map((address) => ({ ...address })),
    cc: mail.cc.map((address) => ({ ...address })),
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: `<${mail.inReplyTo}>` }),
    ...(mail.references.length === 0 ? {} : { references: mail.references.map((id) => `<${id}>`).join(' ') }),
    headers: { ...mail.headers },
    text: mail.text,
    ...(mail.html === '' ? {} : { html: mail.html }),
    // What nodemailer finds for Latin script by counting the letters of each part, twice.
    textEncoding: 'quoted-printable',
    attachments: await Promise.all(mail.attachments.map(smtpAttachment)),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function smtpAttachment(attachment: OutgoingAttachment): Promise<SmtpAttachment> {
  const source = sourceOf(attachment);
  await source.check();
  const base = { filename: attachment.filename, contentDisposition: 'attachment' as const };
  if (!attachment.contentType.startsWith('message/')) {
    return { ...base, contentType: attachment.contentType, content: source.open() };
  }
  return (await isSevenBitMail(source.open()))
    ? { ...base, contentType: attachment.contentType, contentTransferEncoding: '7bit', content: source.open() }
    : { ...base, contentType: 'application/octet-stream', content: source.open() };
}

interface Source {
  check(): Promise<void>;
  open(): Readable;
}

/** Files open at the first read: a message that never leaves the queue must not hold a descriptor. */
function sourceOf({ filename, content }: OutgoingAttachment): Source {
  if ('bytes' in content) {
    return { check: async () => undefined, open: () => Readable.from([content.bytes], { objectMode: false }) };
  }
  return {
    check: () => checkReadable(content.path, filename),
    open: () => Readable.from(readLazily(content.path), { objectMode: false }),
  };
}

async function* readLazily(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

async function checkReadable(path: string, filename: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (cause) {
    throw new BotError(
      'E_MESSAGE_UNREADABLE',
      `the attachment ${filename} cannot be read from the store of raw mails`,
      {
        cause,
      },
    );
  }
}
