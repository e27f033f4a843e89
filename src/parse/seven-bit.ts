/**
 * Whether a mail may travel inside another one as it is (message/rfc822 may not be encoded, RFC 2046 §5.2.1): 7 bits, CRLF line
 * ends, lines of at most 998 octets, no NUL.
 */
import { isAscii } from 'node:buffer';

const CR = 13;
const LF = 10;
const LONGEST_LINE = 998;

export function isSevenBit(bytes: Buffer): boolean {
  if (!isAscii(bytes) || bytes.includes(0) || bytes[0] === LF) return false;
  let start = 0;
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
    if (bytes.indexOf(CR, start) !== end - 1 || end - 1 - start > LONGEST_LINE) return false;
    start = end + 1;
  }
  return !bytes.includes(CR, start) && bytes.length - start <= LONGEST_LINE;
}
