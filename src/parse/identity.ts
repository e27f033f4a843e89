/**
 * Whether two mails are the same mail. Exchange renders MIME anew (another encoding, other line breaks, HTML in place of text),
 * so the raw bytes differ; what is hashed here is what a person would compare.
 */
import { createHash } from 'node:crypto';
import type { InboundMessage } from './message.ts';

type Identifying = Pick<InboundMessage, 'messageId' | 'from' | 'date' | 'subject' | 'text' | 'attachments'>;

export function identityOf(message: Identifying): string {
  const files = message.attachments.map((file) => file.sha256).sort();
  const parts = [
    message.messageId ?? '',
    message.from?.address ?? '',
    String(message.date ?? ''),
    normalise(message.subject.replace(/\[(?:external|eksternal|ext)\]/gi, '')),
    normalise(message.text),
    ...files,
  ];
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/** Letters and digits only: white space, quote marks and bullets change with the rendering. Targets of links stand in HTML only. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<https?:\/\/[^\s<>]*>/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
