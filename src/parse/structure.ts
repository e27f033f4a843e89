/**
 * A first walk over the raw bytes, linear and without decoding: how long the header is, how many MIME parts there are and how
 * deep they nest, before any library spends time on them. Follows only boundaries (RFC 2046 §5.1.1); attached messages are
 * leaves, as they are for the parser proper.
 */
import { isAscii } from 'node:buffer';
import { readFields, readParameters, type HeaderFields } from './header-fields.ts';
import type { MailLimits } from './limits.ts';
import type { MessageProblem } from './message.ts';

export interface Leaf {
  readonly type: string;
  readonly charset: string | null;
  readonly encoding: string;
  readonly disposition: string;
  /** Inside a multipart/alternative. */
  readonly alternative: boolean;
  readonly headStart: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export interface Structure {
  readonly headStart: number;
  /** End of the header block, or of the part of it within the limit. */
  readonly headEnd: number;
  readonly bodyStart: number;
  readonly head: HeaderFields;
  readonly parts: number;
  readonly depth: number;
  readonly leaves: readonly Leaf[];
  /** What goes over a limit: then the mail is not read further. */
  readonly over: readonly MessageProblem[];
  readonly problems: readonly MessageProblem[];
}

/** How far a text is searched for bare carriage returns. */
const LOOKED_AT_BYTES = 1024 * 1024;

type StructureLimits = Pick<MailLimits, 'maxHeaderBytes' | 'maxParts' | 'maxDepth'>;

interface Block {
  readonly start: number;
  readonly end: number;
  /** First byte after the empty line. */
  readonly bodyStart: number;
  readonly tooLong: boolean;
}

interface Open {
  readonly delimiter: Buffer;
  readonly alternative: boolean;
}

interface Walk {
  readonly raw: Buffer;
  readonly limits: StructureLimits;
  readonly open: Open[];
  readonly leaves: Leaf[];
  parts: number;
  depth: number;
  pending: Omit<Leaf, 'bodyEnd'> | null;
  readonly over: Set<MessageProblem>;
}

export function scanStructure(raw: Buffer, limits: StructureLimits): Structure {
  const block = findBlock(raw, skipMboxLine(raw), limits.maxHeaderBytes);
  const head = readFields(raw.subarray(block.start, block.end));
  const walk: Walk = { raw, limits, open: [], leaves: [], parts: 0, depth: 0, pending: null, over: new Set() };
  if (block.tooLong) walk.over.add('header-too-long');
  else {
    enterPart(walk, head, block);
    walkDelimiters(walk, block.bodyStart);
  }

  return {
    headStart: block.start,
    headEnd: block.end,
    bodyStart: block.bodyStart,
    head,
    parts: walk.parts,
    depth: walk.depth,
    leaves: walk.leaves,
    over: [...walk.over],
    problems: byteProblems(raw, block, walk.leaves),
  };
}

/** Old mail stores put an envelope line before the header. */
function skipMboxLine(raw: Buffer): number {
  if (raw.subarray(0, 5).toString('latin1') !== 'From ') return 0;
  return raw.indexOf(0x0a) + 1;
}

function findBlock(raw: Buffer, start: number, most: number): Block {
  let at = start;
  while (at < raw.length && at - start <= most) {
    const newline = raw.indexOf(0x0a, at);
    if (newline < 0)
      return {
        start,
        end: Math.min(raw.length, start + most),
        bodyStart: raw.length,
        tooLong: raw.length - start > most,
      };
    if (newline === at || (newline === at + 1 && raw[at] === 0x0d)) {
      return { start, end: at, bodyStart: newline + 1, tooLong: false };
    }
    at = newline + 1;
  }
  const end = Math.min(at, start + most);
  return { start, end, bodyStart: end, tooLong: at - start > most };
}

function walkDelimiters(walk: Walk, from: number): void {
  let at = startsWithDashes(walk.raw, from) ? from : nextDashes(walk.raw, from);
  while (at >= 0 && walk.over.size === 0) {
    const level = matchDelimiter(walk, at);
    if (level < 0) {
      at = nextDashes(walk.raw, at);
      continue;
    }
    closeLeaf(walk, at);
    const opened = walk.open[level];
    const afterDelimiter = at + (opened?.delimiter.length ?? 0);
    const isLast = startsWithDashes(walk.raw, afterDelimiter);
    walk.open.length = isLast ? level : level + 1;
    const line = walk.raw.indexOf(0x0a, at);
    if (isLast || line < 0) at = nextDashes(walk.raw, at);
    else at = openPart(walk, line + 1);
  }
  closeLeaf(walk, walk.raw.length);
}

function startsWithDashes(raw: Buffer, at: number): boolean {
  return raw[at] === 0x2d && raw[at + 1] === 0x2d;
}

const CR = 0x0d;
const LF = 0x0a;
const NEWLINE_DASHES = Buffer.from('\n--');

function nextDashes(raw: Buffer, from: number): number {
  const found = raw.indexOf(NEWLINE_DASHES, from);
  return found < 0 ? -1 : found + 1;
}

/** Innermost first: the level of the boundary that this line is, or -1. */
function matchDelimiter(walk: Walk, at: number): number {
  for (let level = walk.open.length - 1; level >= 0; level -= 1) {
    const delimiter = walk.open[level]?.delimiter;
    if (!delimiter || walk.raw.compare(delimiter, 0, delimiter.length, at, at + delimiter.length) !== 0) continue;
    const next = walk.raw[at + delimiter.length];
    if (next === undefined || next === 0x0a || next === 0x0d || next === 0x20 || next === 0x09 || next === 0x2d)
      return level;
  }
  return -1;
}

function openPart(walk: Walk, start: number): number {
  const block = findBlock(walk.raw, start, walk.limits.maxHeaderBytes);
  if (block.tooLong) walk.over.add('header-too-long');
  else enterPart(walk, readFields(walk.raw.subarray(block.start, block.end)), block);
  return startsWithDashes(walk.raw, block.bodyStart) ? block.bodyStart : nextDashes(walk.raw, block.bodyStart - 1);
}

function enterPart(walk: Walk, fields: HeaderFields, block: Block): void {
  const contentType = readParameters(fields.first('content-type'));
  const boundary = contentType.params.get('boundary');
  walk.parts += 1;
  if (walk.parts > walk.limits.maxParts) walk.over.add('too-many-parts');
  if (contentType.value.startsWith('multipart/') && boundary) {
    const alternative = walk.open.some((open) => open.alternative) || contentType.value === 'multipart/alternative';
    walk.open.push({ delimiter: Buffer.from(`--${boundary}`, 'utf8'), alternative });
    walk.depth = Math.max(walk.depth, walk.open.length);
    if (walk.open.length > walk.limits.maxDepth) walk.over.add('too-deep');
    return;
  }
  walk.pending = {
    type: contentType.value || 'text/plain',
    charset: contentType.params.get('charset')?.toLowerCase() ?? null,
    encoding: fields.first('content-transfer-encoding').toLowerCase(),
    disposition: readParameters(fields.first('content-disposition')).value,
    alternative: walk.open.at(-1)?.alternative ?? false,
    headStart: block.start,
    bodyStart: block.bodyStart,
  };
}

function closeLeaf(walk: Walk, bodyEnd: number): void {
  if (walk.pending) walk.leaves.push({ ...walk.pending, bodyEnd: Math.max(bodyEnd, walk.pending.bodyStart) });
  walk.pending = null;
}

function byteProblems(raw: Buffer, block: Block, leaves: readonly Leaf[]): MessageProblem[] {
  const head = raw.subarray(block.start, block.end);
  const texts = leaves
    .filter((leaf) => leaf.type.startsWith('text/'))
    .map((leaf) => raw.subarray(leaf.bodyStart, Math.min(leaf.bodyEnd, leaf.bodyStart + LOOKED_AT_BYTES)));
  const problems: MessageProblem[] = [];
  if ([head, ...texts].some(hasBareCr)) problems.push('bare-cr');
  if (!isAscii(head)) problems.push('raw-8bit-header');
  return problems;
}

function hasBareCr(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== LF && next !== CR) return true;
  }
  return false;
}
