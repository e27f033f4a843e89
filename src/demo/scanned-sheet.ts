/** A sheet of paper as a telephone sees it: lines of type, two signatures, nothing that a program could read (PNG, ISO/IEC 15948). */
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 420;
const HEIGHT = 594;
const MARGIN = 40;
const PAPER = 0xf4;
const INK = 0x30;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function scannedSheet(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits of grey; compression, filter and interlacing have one value or none.
  header[8] = 8;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows())),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row begins with its filter, none. */
function rows(): Buffer {
  const sheet = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) sheet[y * (WIDTH + 1) + 1 + x] = isInk(x, y) ? INK : PAPER;
  return sheet;
}

function isInk(x: number, y: number): boolean {
  if (x < MARGIN || x > WIDTH - MARGIN || y < MARGIN) return false;
  if (y < 420) return isType(x, y);
  return isStroke(x - 70, y) || isStroke(x - 260, y);
}

/** Words of uneven length on lines 14 apart. */
function isType(x: number, y: number): boolean {
  const line = Math.floor(y / 14);
  return y % 14 < 3 && (x * 7 + line * 53) % 61 > 12 && (line % 9 !== 0 || x < WIDTH / 2);
}

function isStroke(x: number, y: number): boolean {
  if (x < 0 || x > 90) return false;
  return Math.abs(y - 500 - 18 * Math.sin(x / 7) * Math.cos(x / 23)) < 2;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
