/**
 * An OutgoingMail as the bytes that go over SMTP (RFC 5322, MIME): nodemailer writes the header fields, with all their encoding and
 * folding; the parts are put together here, in one piece where they are small. Text and HTML are always strings, so nothing in them
 * can name a file or a URL.
 */
import { Readable } from 'node:stream';
import MimeNode from 'nodemailer/lib/mime-node';
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import { attachedFile, type AttachedFile } from './attached-file.ts';
import { quotedPrintable } from './quoted-printable.ts';

const CRLF = '\r\n';
const TEXT = 'text/plain; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const ENCODED = `${CRLF}Content-Transfer-Encoding: quoted-printable${CRLF}${CRLF}`;

/** Its bytes, from the beginning each time it is called. */
export type MimeMessage = () => Readable;

/** @throws {BotError} E_MESSAGE_UNREADABLE when a file that should go along cannot be read */
export async function mimeMessage(mail: OutgoingMail, date: Date): Promise<MimeMessage> {
  const files = await Promise.all(mail.attachments.map(attachedFile));
  const pieces = files.length === 0 ? wordsAlone(mail, date) : withFiles(mail, date, files);
  if (!files.every(({ whole }) => whole !== null)) return () => Readable.from(readOn(pieces), { objectMode: false });
  const whole = Buffer.concat(pieces.map(bytesOf));
  return () => readingOf(whole);
}

function readingOf(bytes: Buffer): Readable {
  return new Readable({
    read() {
      this.push(bytes);
      this.push(null);
    },
  });
}

/** Bytes, or a file whose bytes come later. */
type Piece = string | Uint8Array | AttachedFile;

function wordsAlone(mail: OutgoingMail, date: Date): readonly Piece[] {
  if (mail.html === '') {
    return [headOf(mail, date, TEXT).lines, ENCODED, quotedPrintable(mail.text)];
  }
  const { lines, boundary } = headOf(mail, date, 'multipart/alternative');
  return [lines, CRLF, CRLF, ...alternatives(mail, boundary)];
}

function withFiles(mail: OutgoingMail, date: Date, files: readonly AttachedFile[]): readonly Piece[] {
  const { lines, boundary, node } = headOf(mail, date, 'multipart/mixed');
  return [
    lines,
    CRLF,
    ...opened(boundary),
    ...wordsOf(mail, node),
    ...files.flatMap((file) => [...opened(boundary), `${fileHead(file, node)}${CRLF}${CRLF}`, file]),
    ...closed(boundary),
  ];
}

function wordsOf(mail: OutgoingMail, parent: MimeNode): readonly Piece[] {
  if (mail.html === '') return [`Content-Type: ${TEXT}`, ENCODED, quotedPrintable(mail.text)];
  const node = parent.createChild('multipart/alternative');
  const head = node.buildHeaders();
  return [head, CRLF, CRLF, ...alternatives(mail, boundaryOf(node))];
}

function alternatives({ text, html }: OutgoingMail, boundary: string): readonly Piece[] {
  return [
    `--${boundary}${CRLF}Content-Type: ${TEXT}`,
    ENCODED,
    quotedPrintable(text),
    ...opened(boundary),
    `Content-Type: ${HTML}`,
    ENCODED,
    quotedPrintable(html),
    ...closed(boundary),
  ];
}

interface Head {
  /** Without the empty line that ends them. */
  readonly lines: string;
  /** Empty for a message of one part. */
  readonly boundary: string;
  readonly node: MimeNode;
}

function headOf(mail: OutgoingMail, date: Date, contentType: string): Head {
  const node = new MimeNode(contentType, { baseBoundary: baseBoundaryOf(mail) });
  node.setHeader({
    From: { ...mail.from },
    To: mail.to.map((address) => ({ ...address })),
    Cc: mail.cc.map((address) => ({ ...address })),
    ...(mail.replyTo === null ? {} : { 'Reply-To': mail.replyTo }),
    ...(mail.inReplyTo === null ? {} : { 'In-Reply-To': `<${mail.inReplyTo}>` }),
    ...(mail.references.length === 0 ? {} : { References: mail.references.map((id) => `<${id}>`).join(' ') }),
    Subject: mail.subject,
    'Message-ID': `<${mail.messageId}>`,
    Date: date,
    ...mail.headers,
  });
  const lines = node.buildHeaders();
  return { lines, boundary: boundaryOf(node), node };
}

/** The Message-ID's token: nobody can write it into a mail before this letter is made. */
function baseBoundaryOf({ messageId }: OutgoingMail): string {
  return messageId.slice(0, 40).replace(/[^A-Za-z0-9]/g, '.');
}

function fileHead({ filename, contentType, encoding }: AttachedFile, parent: MimeNode): string {
  const node = parent.createChild(contentType, { filename });
  node.setHeader({ 'Content-Transfer-Encoding': encoding, 'Content-Disposition': 'attachment' });
  return node.buildHeaders();
}

function boundaryOf(node: MimeNode): string {
  return typeof node.boundary === 'string' ? node.boundary : '';
}

function opened(boundary: string): readonly string[] {
  return [`${CRLF}--${boundary}${CRLF}`];
}

function closed(boundary: string): readonly string[] {
  return [`${CRLF}--${boundary}--${CRLF}`];
}

function bytesOf(piece: Piece): Uint8Array {
  if (typeof piece === 'string') return Buffer.from(piece, 'latin1');
  return 'pieces' in piece ? (piece.whole ?? new Uint8Array()) : piece;
}

async function* readOn(pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (typeof piece === 'string' || !('pieces' in piece)) yield bytesOf(piece);
    else for await (const part of piece.pieces()) yield bytesOf(part);
  }
}
