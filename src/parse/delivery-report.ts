/** Delivery reports (RFC 3464, carried by RFC 6522) and what other mail servers send in their place. */
import { tidyAddress } from './addresses.ts';
import { cleanLine } from './characters.ts';
import type { DecodedFile } from './decode-mime.ts';
import { readFields, type HeaderFields } from './header-fields.ts';
import { messageIdsIn, ownMessageId } from './message-id.ts';
import type { DeliveryReport } from './message.ts';

const STATUS_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status']);
const ORIGINAL_TYPES = new Set([
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
]);
const ACTIONS: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const MOST_RECIPIENTS = 100;
const ENHANCED_STATUS = /\b([245]\.\d{1,3}\.\d{1,3})\b/;

/** One report for each recipient; empty when no part is a delivery status. */
export function readDeliveryReports(files: readonly DecodedFile[]): readonly DeliveryReport[] {
  const originalMessageId = originalIdOf(files);
  return files
    .filter((file) => STATUS_TYPES.has(file.declaredType))
    .flatMap((file) => splitGroups(file.head))
    .map((group) => readRecipient(group, originalMessageId))
    .filter((report) => report !== null)
    .slice(0, MOST_RECIPIENTS);
}

/** A bounce without a machine-readable part (RFC 3464 is not followed by all): what can be told from the returned original. */
export function readPlainBounce(text: string, files: readonly DecodedFile[]): readonly DeliveryReport[] {
  const original = originalHead(files);
  const quotedId = /^message-id:[ \t]{0,9}(<[^<>\s]{1,500}>)/im.exec(text)?.[1];
  const originalMessageId = originalIdOf(files) ?? (quotedId ? (messageIdsIn(quotedId)[0] ?? null) : null);
  const recipient =
    tidyAddress(original?.first('to') ?? '') ?? tidyAddress(/<([^<>\s@]{1,64}@[^<>\s@]{1,255})>/.exec(text)?.[1] ?? '');
  if (originalMessageId === null && recipient === null) return [];
  const status = ENHANCED_STATUS.exec(text)?.[1] ?? '';
  return [
    {
      recipient: recipient ?? '',
      action: status.startsWith('4') ? 'delayed' : 'failed',
      status,
      diagnostic: '',
      originalMessageId,
    },
  ];
}

function originalIdOf(files: readonly DecodedFile[]): string | null {
  return ownMessageId(originalHead(files)?.first('message-id') ?? '');
}

function originalHead(files: readonly DecodedFile[]): HeaderFields | null {
  const original = files.find((file) => ORIGINAL_TYPES.has(file.declaredType));
  if (!original) return null;
  const empty = /\r?\n\r?\n/.exec(original.head.toString('latin1'));
  return readFields(original.head.subarray(0, empty?.index));
}

/** Groups of fields between empty lines; the first speaks of the whole message and names no recipient. */
function splitGroups(content: Buffer): HeaderFields[] {
  return content
    .toString('utf8')
    .split(/(?:\r?\n){2,}/)
    .map((group) => readFields(Buffer.from(group)));
}

function readRecipient(fields: HeaderFields, originalMessageId: string | null): DeliveryReport | null {
  const recipient =
    addressAfterType(fields.first('original-recipient')) ?? addressAfterType(fields.first('final-recipient'));
  if (recipient === null) return null;
  const action =
    fields
      .first('action')
      .toLowerCase()
      .split(/[\s(;]/, 1)[0] ?? '';
  return {
    recipient,
    action: isAction(action) ? action : 'unknown',
    status: ENHANCED_STATUS.exec(fields.first('status'))?.[1] ?? '',
    diagnostic: cleanLine(fields.first('diagnostic-code'), 500),
    originalMessageId,
  };
}

function isAction(text: string): text is DeliveryReport['action'] {
  return ACTIONS.has(text);
}

/** `rfc822;budi@example.org` */
function addressAfterType(value: string): string | null {
  return tidyAddress(value.slice(value.indexOf(';') + 1).trim());
}
