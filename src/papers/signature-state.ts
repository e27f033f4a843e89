import type { SignatureReading, SignatureState } from '../parse/document.ts';

/** One state for the paper. Where it asks several signatures, one is not enough; `mengetahui` may stay empty. */
export function stateOf(signatures: readonly SignatureReading[], hasText: boolean): SignatureState {
  if (signatures.length === 0) return hasText ? 'none' : 'unknown';
  const asked = signatures.filter(({ field }) => !field.startsWith('mengetahui.'));
  const needed = asked.length > 0 ? asked : signatures;
  if (signatures.some(({ state }) => state === 'changed')) return 'changed-after';
  if (needed.some(({ state }) => state === 'empty')) return 'empty-field';
  if (signatures.some(({ state }) => state === 'damaged')) return 'unknown';
  if (!signatures.some(({ coversFile }) => coversFile)) return 'changed-after';
  const doubtful = needed.some(({ certificate }) => certificate === 'expired' || certificate === 'unknown-root');
  return doubtful ? 'unknown' : 'signed';
}
