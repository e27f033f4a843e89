/** What a clause says beside a wish: done already, not wanted, for another time, or why. The words of the rules say the most of it. */
import type { Speech } from './speech.ts';

/** What is not wanted, and what they do themselves. */
const DENIED = [
  /\b(?:tidak|tdk|tak|gak|ga|nggak|bukan|jangan|not|without|tanpa)\s+(?:(?:kami|saya|ikut|perlu|usah|pernah|ada|lagi|akan|to|be)\s+){0,2}(?:di\p{L}{4,}|minta|meminta|mohon|termasuk|ikut|perlu|memerlukan|butuh|pembuatan|permintaan|permohonan|requesting|asking)/iu,
  /\b(?:kami|saya|akan)\b[^.,;\n]{0,40}\b(?:sendiri|mandiri)\b/i,
];

export function isUnasked(clause: string, { unasked, mayBeEnclosed, enclosed }: Speech): boolean {
  return (
    unasked.some((pattern) => pattern.test(clause)) ||
    (mayBeEnclosed.test(clause) && enclosed.test(clause)) ||
    DENIED.some((pattern) => pattern.test(clause))
  );
}
