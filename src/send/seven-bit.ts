/**
 * A mail attached as message/rfc822 goes over the wire as it is (RFC 2046 5.2.1 forbids to encode it), so it has to be one that
 * every server takes: 7 bits, CRLF line ends, lines of at most 998 octets, no NUL. Hostile and old mails are often not.
 */
const CR = 13;
const LF = 10;
const MAX_LINE_OCTETS = 998;

export async function isSevenBitMail(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<boolean> {
  let line = 0;
  let previous = LF;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 1) {
      const octet = chunk[at] ?? 0;
      if (octet === 0 || octet > 127) return false;
      if ((octet === LF) !== (previous === CR)) return false;
      if (octet === LF) line = 0;
      else if (octet !== CR) line += 1;
      if (line > MAX_LINE_OCTETS) return false;
      previous = octet;
    }
  }
  return previous !== CR;
}
