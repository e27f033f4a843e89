/** A photograph as a page of its own, upright as it was taken, so that it is drawn as small as any other page a person looks at. */
import { degrees, PDFDocument } from 'pdf-lib';
import { sizeOfPicture } from './picture-size.ts';

/** A JPEG is unfolded by what draws it, a PNG already here. */
const MOST_JPEG_PIXELS = 40_000_000;
const MOST_PNG_PIXELS = 12_000_000;
/** Points; an A4 page is so long. */
const LONGEST_SIDE = 842;
/** How far to turn it clockwise, by what the camera noted (EXIF 0x0112); mirrored ones do not come from cameras. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };

/** Null for what is no JPEG or PNG, or unfolds to more than a page is worth. */
export async function pageOfPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isJpeg = file.subarray(0, 3).toString('latin1') === '\xff\xd8\xff';
  const isPng = file.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n';
  const size = isJpeg || isPng ? sizeOfPicture(file) : null;
  if (size === null || size.width * size.height > (isJpeg ? MOST_JPEG_PIXELS : MOST_PNG_PIXELS)) return null;
  try {
    const document = await PDFDocument.create();
    // The library reads from the beginning of the memory that bytes lie in.
    const own = Uint8Array.from(file);
    const image = isJpeg ? await document.embedJpg(own) : await document.embedPng(own);
    const scale = LONGEST_SIDE / Math.max(size.width, size.height);
    const [width, height] = [size.width * scale, size.height * scale];
    const page = document.addPage([width, height]);
    page.drawImage(image, { x: 0, y: 0, width, height });
    page.setRotation(degrees(isJpeg ? (TURNS[orientationOf(file)] ?? 0) : 0));
    return await document.save();
  } catch {
    return null;
  }
}

const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const MOST_SEGMENTS = 20;
const MOST_ENTRIES = 100;

/** 1 (upright) where nothing is noted. */
function orientationOf(jpeg: Buffer): number {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS && at + 4 < jpeg.length && jpeg[at] === 0xff; count += 1) {
    const length = jpeg.readUInt16BE(at + 2);
    const segment = jpeg.subarray(at + 4, at + 2 + length);
    if (jpeg[at + 1] === 0xe1 && segment.subarray(0, EXIF.length).toString('latin1') === EXIF)
      return inTiff(segment.subarray(EXIF.length));
    at += 2 + length;
  }
  return 1;
}

function inTiff(tiff: Buffer): number {
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = tiff.length < 8 ? tiff.length : isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(short(first), MOST_ENTRIES); entry += 1) {
    const at = first + 2 + 12 * entry;
    if (short(at) === ORIENTATION) return short(at + 8);
  }
  return 1;
}
