/** An OutgoingMail in nodemailer's words. Text and HTML are always strings here, so nothing in them can name a file or a URL. */
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import MimeNode from 'nodemailer/lib/mime-node';
import type { FileContent, OutgoingAttachment, OutgoingMail } from '../compose/outgoing-mail.ts';
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
  const { filename, contentType, content } = attachment;
  const source = sourceOf(attachment);
  await source.check();
  if ('base64' in content) return { raw: encodedPart(attachment, source.open()) };
  const base = { filename, contentDisposition: 'attachment' as const };
  if (!contentType.startsWith('message/')) return { ...base, contentType, content: source.open() };
  return (await goesAsItIs(content, source))
    ? { ...base, contentType, contentTransferEncoding: '7bit', content: source.open() }
    : { ...base, contentType: 'application/octet-stream', content: source.open() };
}

/** What stands in base64 already goes on without being decoded. */
function encodedPart({ filename, contentType }: OutgoingAttachment, body: Readable): Readable {
  const node = new MimeNode(contentType, { filename });
  node.setHeader({ 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': 'attachment' });
  return Readable.from(behind(`${node.buildHeaders()}\r\n\r\n`, body), { objectMode: false });
}

async function* behind(head: string, body: Readable): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head);
  yield* body;
}

async function goesAsItIs(content: FileContent, source: Source): Promise<boolean> {
  const known = 'isSevenBit' in content ? content.isSevenBit : undefined;
  return known ?? isSevenBitMail(source.open());
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
  const span = 'base64' in content ? { start: content.base64.start, end: content.base64.end - 1 } : {};
  return {
    check: () => checkReadable(content.path, filename),
    open: () => Readable.from(readLazily(content.path, span), { objectMode: false }),
  };
}

async function* readLazily(path: string, span: { start?: number; end?: number }): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, span);
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
