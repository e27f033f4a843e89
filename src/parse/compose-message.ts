/** Puts the message together from what the other files of this folder found. */
import { tidyAddress, toAddresses } from './addresses.ts';
import { gradeSender, type AuthenticationPolicy } from './authentication.ts';
import { machineMark, type Machine } from './auto-submitted.ts';
import type { Body } from './body.ts';
import { calendarMethodOf } from './calendar.ts';
import { cleanLine } from './characters.ts';
import type { DecodedMime } from './decode-mime.ts';
import { readDeliveryReports, readPlainBounce } from './delivery-report.ts';
import { encryptionProblem } from './encrypted.ts';
import type { HeaderFields } from './header-fields.ts';
import { identityOf } from './identity.ts';
import { deliveredToOf, keepHeaders } from './kept-headers.ts';
import type { MailLimits } from './limits.ts';
import { ownMessageId } from './message-id.ts';
import type { Address, Attachment, DeliveryReport, InboundMessage, MessageProblem } from './message.ts';
import { readSentDate } from './sent-date.ts';
import type { Structure } from './structure.ts';
import { ancestorsOf } from './thread.ts';

export interface ParsePolicy {
  readonly limits: MailLimits;
  /** Our own mailboxes: mail from them is never answered. */
  readonly ownAddresses: readonly string[];
  readonly authentication: AuthenticationPolicy;
  /** How papers are read; without it signatures are not traced to a root, and pictures stay pictures. */
  readonly papers?: PaperPolicy;
}

export interface PaperPolicy {
  /** Certificates (PEM) that signatures may lead to. */
  readonly roots: readonly string[];
  /** Folder of the templates, whose forms/ says what stands on printed forms; absent: nothing is read of those. */
  readonly templates?: string;
  /** Whether scans are read by the system's OCR, where it has one. */
  readonly ocr: boolean;
}

export interface MessageParts {
  readonly decoded: DecodedMime;
  readonly structure: Structure;
  readonly body: Body;
  readonly attachments: readonly Attachment[];
  readonly problems: readonly MessageProblem[];
  readonly sizeBytes: number;
}

const MOST_SUBJECT_CHARACTERS = 998;
/** With these the body was not looked at. */
const UNREAD: ReadonlySet<MessageProblem> = new Set(['header-too-long', 'too-many-parts', 'too-deep', 'too-large']);

export function composeMessage(parts: MessageParts, policy: ParsePolicy): InboundMessage {
  const { decoded, structure, body, attachments } = parts;
  const fields = structure.head;
  const from = readFrom(decoded, fields);
  const date = readSentDate(fields.first('date'));
  const subject = cleanLine(textOf(decoded.headers.get('subject')), MOST_SUBJECT_CHARACTERS);
  const machine = machineMark({ ...policy, fields, from: from.address, subject, text: body.text });
  const sure = gradeSender(fields, from.address, policy.authentication);
  const known = {
    messageId: ownMessageId(fields.first('message-id')),
    from: from.address,
    date: date?.instant ?? null,
    subject,
    text: body.text,
    attachments,
  };
  return {
    ...known,
    ...readRecipients(decoded, fields),
    sender: readSender(decoded, from.address),
    dateOffsetMinutes: date?.offsetMinutes ?? null,
    ancestors: ancestorsOf(fields),
    html: body.html,
    calendarMethod: calendarMethodOf(decoded.files),
    deliveryReports: readReports(machine, parts),
    machine: machine?.mark ?? null,
    machineEvidence: machine?.evidence ?? null,
    headers: keepHeaders(fields, policy.authentication.authservIds),
    grade: sure.grade,
    gradeEvidence: sure.evidence,
    identity: identityOf(known),
    problems: [...new Set([...parts.problems, ...from.problems, ...missing(known, parts)])],
    sizeBytes: parts.sizeBytes,
  };
}

/** In an address they make another mailbox of one that looks the same; names may have them. */
const INVISIBLE = /(?!\s)[\p{Cf}\p{Cc}][^\s<>]*@|@[^\s<>]*(?!\s)[\p{Cf}\p{Cc}]/u;

interface From {
  readonly address: Address | null;
  readonly problems: readonly MessageProblem[];
}

/** Several From fields, or several addresses in one, name nobody unless they all name the same. */
function readFrom(decoded: DecodedMime, fields: HeaderFields): From {
  const written = fields.all('from');
  const addresses = toAddresses(decoded.headers.get('from'));
  const named = new Set([
    ...addresses.map(({ address }) => address),
    ...(written.length > 1 ? written.map(lastAddress) : []),
  ]);
  const several: readonly MessageProblem[] = written.length > 1 || named.size > 1 ? ['several-from'] : [];
  if (named.size === 1 && written.some((field) => INVISIBLE.test(field)))
    return { address: null, problems: ['no-from'] };
  const address = named.size === 1 ? (addresses[0] ?? null) : null;
  return { address, problems: address === null && several.length === 0 ? ['no-from'] : several };
}

function lastAddress(field: string): string {
  return tidyAddress(field) ?? field.toLowerCase().trim();
}

function readRecipients(
  decoded: DecodedMime,
  fields: HeaderFields,
): Pick<InboundMessage, 'replyTo' | 'to' | 'cc' | 'deliveredTo'> {
  return {
    replyTo: toAddresses(decoded.headers.get('reply-to')),
    to: toAddresses(decoded.headers.get('to')),
    cc: toAddresses(decoded.headers.get('cc')),
    deliveredTo: deliveredToOf(fields),
  };
}

function readSender(decoded: DecodedMime, from: Address | null): Address | null {
  const sender = toAddresses(decoded.headers.get('sender'))[0];
  return sender && sender.address !== from?.address ? sender : null;
}

function readReports(machine: Machine | null, { decoded, body }: MessageParts): readonly DeliveryReport[] {
  if (machine?.mark !== 'bounce') return [];
  const reports = readDeliveryReports(decoded.files);
  return reports.length > 0 ? reports : readPlainBounce(body.text, decoded.files);
}

function missing(
  known: Pick<InboundMessage, 'messageId' | 'date' | 'text'>,
  { structure, body, problems }: MessageParts,
): MessageProblem[] {
  const found: MessageProblem[] = [];
  const encrypted = encryptionProblem(structure.head, structure.leaves, body.text);
  if (known.messageId === null) found.push('no-message-id');
  if (known.date === null) found.push('no-date');
  if (encrypted) found.push(encrypted);
  if (known.text === '' && !encrypted && !problems.some((problem) => UNREAD.has(problem))) found.push('no-text');
  return found;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
