/** What a signature field of a PDF holds, and which bytes of the file it signs (ISO 32000-1, 12.8.1). */
import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFString, type PDFDict } from 'pdf-lib';
import { lookupDict } from './acro-fields.ts';

export type SignedBytes =
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'signed';
      /** The CMS, padded with zeros. */
      readonly signature: Uint8Array;
      readonly data: Uint8Array;
      /** Where the signed part of the file ends. */
      readonly end: number;
    };

const OPEN = '<'.charCodeAt(0);
const CLOSE = '>'.charCodeAt(0);

/** The gap between the two ranges may hold the signature and nothing else, or other content could hide in it. */
export function signedBytes(file: Buffer, field: PDFDict): SignedBytes {
  const value = lookupDict(field, 'V');
  if (!value) return { kind: 'empty' };
  const contents = value.lookup(PDFName.of('Contents'));
  const signature = contents instanceof PDFHexString || contents instanceof PDFString ? contents.asBytes() : null;
  if (signature === null || signature.every((byte) => byte === 0)) return { kind: 'empty' };
  const range = rangeOf(value);
  if (!range || !isGapOnlySignature(file, range, signature)) return { kind: 'damaged' };
  const [, firstLength, secondStart, secondLength] = range;
  const end = secondStart + secondLength;
  const data = Buffer.concat([file.subarray(0, firstLength), file.subarray(secondStart, end)]);
  return { kind: 'signed', signature, data, end };
}

type Range = readonly [number, number, number, number];

function rangeOf(value: PDFDict): Range | null {
  const array = value.lookup(PDFName.of('ByteRange'));
  const numbers = array instanceof PDFArray ? array.asArray() : [];
  const [start, firstLength, secondStart, secondLength] = numbers.map((one) =>
    one instanceof PDFNumber ? one.asNumber() : Number.NaN,
  );
  const whole = [start, firstLength, secondStart, secondLength].every(
    (one) => Number.isInteger(one) && Number(one) >= 0,
  );
  return whole && numbers.length === 4 && start === 0
    ? [0, firstLength ?? 0, secondStart ?? 0, secondLength ?? 0]
    : null;
}

function isGapOnlySignature(file: Buffer, [, first, second, length]: Range, signature: Uint8Array): boolean {
  if (second <= first || second + length > file.length) return false;
  if (file[first] !== OPEN || file[second - 1] !== CLOSE) return false;
  const hex = file
    .subarray(first + 1, second - 1)
    .toString('latin1')
    .replace(/\s+/g, '');
  return hex.toLowerCase() === Buffer.from(signature).toString('hex');
}
