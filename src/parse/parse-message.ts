/**
 * From bytes to a message (RFC 5322, MIME RFC 2045-2047): second stage of a mail's way. Promises that no mail makes it throw:
 * what goes over a limit or cannot be read becomes a problem in the message, with sender, subject and date still told wherever
 * the header can be read at all, so that the sender gets an answer. Nothing here depends on the clock or the environment.
 */
import { readAttachments } from './attachments.ts';
import type { Span } from './base64-lines.ts';
import { readBody } from './body.ts';
import { looksMislabelled, relabelTexts, withUtf8Header } from './charset.ts';
import { composeMessage, type ParsePolicy } from './compose-message.ts';
import { decodeMime, type DecodedMime, type Keep } from './decode-mime.ts';
import type { Attachment, InboundMessage, MessageProblem } from './message.ts';
import { putBack, setAside } from './set-aside.ts';
import { isSevenBit } from './seven-bit.ts';
import { scanStructure, type Structure } from './structure.ts';

export type { ParsePolicy } from './compose-message.ts';

export interface ParsedFile {
  readonly attachment: Attachment;
  /** Where `keep` asked for the content. */
  readonly bytes: Buffer | null;
  /** Where in the raw mail it stands in base64 that another mail can carry as it is; null where it stands in no such way. */
  readonly encoded: Span | null;
}

export interface ParsedMail {
  readonly message: InboundMessage;
  readonly files: readonly ParsedFile[];
  /** Whether another mail can carry it as it is; false also where that was not looked at. */
  readonly isSevenBit: boolean;
}

export interface ParseOptions {
  readonly keep: Keep;
  /** The bytes are only the beginning of a mail that was too large: only its header is read. */
  readonly cut: boolean;
}

export async function parseMessage(raw: Uint8Array, policy: ParsePolicy): Promise<InboundMessage> {
  return (await parseMail(raw, policy, { keep: () => false, cut: false })).message;
}

/** The message, and the contents of those attachments that `keep` chose. */
export async function parseMail(raw: Uint8Array, policy: ParsePolicy, options: ParseOptions): Promise<ParsedMail> {
  const { limits } = policy;
  const bytes = withUtf8Header(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), limits.maxHeaderBytes);
  const structure = scanStructure(bytes, limits);
  const tooLarge = options.cut || raw.length > limits.maxMessageBytes;
  const over: readonly MessageProblem[] = tooLarge ? ['too-large', ...structure.over] : structure.over;
  const whole = over.length > 0 ? null : await decodeWhole(bytes, structure, { limits, keep: options.keep });
  const decoded = whole?.decoded ?? (await decodeHeader(bytes, structure));
  const body = readBody(decoded, structure.leaves, limits.maxTextChars);
  const attachments = await readAttachments(decoded.files, decoded.html);
  const problems = [...over, ...structure.problems, ...(whole?.problems ?? []), ...body.problems];
  const message = composeMessage({ decoded, structure, body, attachments, problems, sizeBytes: raw.length }, policy);
  return {
    message,
    isSevenBit: whole?.isSevenBit ?? false,
    files: attachments.map((attachment, index) => {
      const { bytes: content = null, encoded = null } = decoded.files[index] ?? {};
      // Where there is nothing, nothing was left out.
      const kept = attachment.sizeBytes === 0 ? Buffer.alloc(0) : content;
      return { attachment, bytes: kept, encoded: encoded && movedBy(raw.length - bytes.length, encoded) };
    }),
  };
}

/** A header turned to UTF-8 is longer than the one that lies in the file. */
function movedBy(distance: number, { start, end }: Span): Span {
  return { start: start + distance, end: end + distance };
}

interface Whole extends Decoded {
  readonly isSevenBit: boolean;
}

interface Decoded {
  readonly decoded: DecodedMime;
  readonly problems: readonly MessageProblem[];
}

interface Decoding {
  readonly limits: ParsePolicy['limits'];
  readonly keep: Keep;
}

/** Null when the parser gives up: the header is then read alone. */
async function decodeWhole(bytes: Buffer, structure: Structure, how: Decoding): Promise<Whole | null> {
  try {
    const light = await decodeLight(bytes, structure, how);
    return light ?? { ...(await decodeTexts(bytes, structure, how.keep)), isSevenBit: isSevenBit(bytes) };
  } catch {
    return null;
  }
}

/** Without its attachments; null where that cannot be done. */
async function decodeLight(bytes: Buffer, structure: Structure, { limits, keep }: Decoding): Promise<Whole | null> {
  const { rest, files: aside } = setAside(bytes, structure.leaves, structure.bodyStart);
  if (aside.length === 0) return null;
  const { decoded, problems } = await decodeTexts(rest, scanStructure(rest, limits), keep);
  const files = putBack(bytes, { decoded: decoded.files, aside }, keep);
  // What was set aside is known to be even lines of base64.
  return files && { decoded: { ...decoded, files }, problems, isSevenBit: isSevenBit(rest) };
}

async function decodeTexts(bytes: Buffer, structure: Structure, keep: Keep): Promise<Decoded> {
  const decoded = await decodeMime(bytes, keep);
  const relabelled =
    looksMislabelled(decoded.text) || looksMislabelled(decoded.html) ? relabelTexts(bytes, structure) : null;
  if (!relabelled) return { decoded, problems: [] };
  return { decoded: await decodeMime(relabelled.raw, keep), problems: relabelled.unknown ? ['unknown-charset'] : [] };
}

const NOTHING: DecodedMime = { headers: new Map(), text: '', html: '', files: [] };

/** The header block alone, without the fields that announce a body. */
async function decodeHeader(bytes: Buffer, structure: Structure): Promise<DecodedMime> {
  const block = bytes.subarray(structure.headStart, structure.headEnd).toString('latin1');
  const fields = block.split(/\r?\n(?![ \t])/).filter((field) => !/^content-/i.test(field));
  try {
    return await decodeMime(Buffer.from(`${fields.join('\r\n')}\r\n\r\n`, 'latin1'), () => false);
  } catch {
    return NOTHING;
  }
}
