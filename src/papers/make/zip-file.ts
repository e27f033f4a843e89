/** A zip archive of small texts, stored as they are, always with the same bytes: the wrapping of a spreadsheet. */
import { crc32 } from 'node:zlib';

/** 1 January 1980, midnight: the first day that zip knows. */
const DAY_ONE = 0x21;
const UTF8_NAMES = 0x0800;

export function zipFile(files: ReadonlyMap<string, string>): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const local = Buffer.concat([facts(name, content), name, content]);
    entries.push(Buffer.concat([entry(name, content, offset), name]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...bodies, directory, end(files.size, directory.length, offset)]);
}

function facts(name: Buffer, content: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  common(name, content).copy(bytes, 4);
  return bytes;
}

function entry(name: Buffer, content: Buffer, offset: number): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  common(name, content).copy(bytes, 6);
  bytes.writeUInt32LE(offset, 42);
  return bytes;
}

/** Version, flags, method, time, day, checksum, sizes, length of the name. */
function common(name: Buffer, content: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(UTF8_NAMES, 2);
  bytes.writeUInt16LE(DAY_ONE, 8);
  bytes.writeUInt32LE(crc32(content), 10);
  bytes.writeUInt32LE(content.length, 14);
  bytes.writeUInt32LE(content.length, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function end(count: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
