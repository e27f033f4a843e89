/** Base64 (RFC 2045 6.8) in lines of 76 characters: whole, or piece by piece for files that are too large to hold. */
const BYTES_A_LINE = 57;

export function base64Lines(bytes: Uint8Array): string {
  const encoded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return encoded.replace(/.{1,76}/g, '$&\r\n');
}

/** Each piece ends with a line, so that the next one can begin anew. */
export async function* base64Pieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % BYTES_A_LINE);
    if (whole > 0) yield base64Lines(bytes.subarray(0, whole));
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) yield base64Lines(rest);
}
