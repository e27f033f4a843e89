/** Features as numbers of 31 bits, made from their letters. */

/** FNV-1a. */
export function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93);
  return value >>> 1;
}

/** Of two features that stand side by side. */
export function together(one: number, other: number): number {
  return Math.imul(Math.imul(one, 0x9e_37_79_b1) ^ other, 0x01_00_01_93) >>> 1;
}
