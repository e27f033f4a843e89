/** Header and body of a mail or of one of its parts, and the putting together of a mail from a header and a part. */
import { readFields, type HeaderFields } from '../parse/header-fields.ts';

export interface Entity {
  /** The header block, without the empty line. */
  readonly head: Buffer;
  readonly fields: HeaderFields;
  readonly body: Buffer;
}

const LF = 0x0a;
const CR = 0x0d;
const NOTHING = Buffer.alloc(0);

/** @param most bytes of a header; null where it is longer */
export function readEntity(bytes: Buffer, most: number): Entity | null {
  for (let at = 0; at < bytes.length && at <= most;) {
    const newline = bytes.indexOf(LF, at);
    if (newline === at || (newline === at + 1 && bytes[at] === CR)) {
      return entityOf(bytes.subarray(0, at), bytes.subarray(newline + 1));
    }
    if (newline < 0) break;
    at = newline + 1;
  }
  return bytes.length <= most ? entityOf(bytes, NOTHING) : null;
}

function entityOf(head: Buffer, body: Buffer): Entity {
  return { head, fields: readFields(head), body };
}

/** Those fields of a header block whose names are asked for, as they stand there, each with its line end; what is no field is left out. */
export function pickFields(head: Buffer, wanted: (name: string) => boolean): string {
  return head
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .filter((field) => {
      const colon = field.indexOf(':');
      return colon > 0 && wanted(field.slice(0, colon).trim().toLowerCase());
    })
    .map((field) => `${field.trimEnd()}\r\n`)
    .join('');
}

export function joinMail(fields: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${fields}\r\n`, 'latin1'), body]);
}

/** Line ends as they were signed (RFC 8551 §3.1.1), whatever the way has made of them. */
export function withCanonicalLines(bytes: Buffer): Buffer {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at - 1] !== CR) return Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
  }
  return bytes;
}

/** Null for an encoding in which no part of S/MIME stands. */
export function decodeBody(body: Buffer, encoding: string): Buffer | null {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return ['', '7bit', '8bit', 'binary'].includes(name) ? body : null;
}
