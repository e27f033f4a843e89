/** How large a PNG or JPEG is, from its header: a picture of a few bytes may unfold to gigabytes. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST_SEGMENTS = 1000;

export function sizeOfPicture(bytes: Buffer): Size | null {
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
}

function sizeOfPng(bytes: Buffer): Size | null {
  return bytes.length < 24 ? null : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The frame header (SOF0 to SOF15, less the markers that share their range) tells. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS && at + 9 < bytes.length; count += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
