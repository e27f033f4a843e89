import type { DecodedFile } from './decode-mime.ts';

/**
 * METHOD of an invitation (RFC 5546): of a calendar part that is the mail's own content. A calendar file that somebody attached
 * to a letter makes no invitation of the letter.
 */
export function calendarMethodOf(files: readonly DecodedFile[]): string | null {
  const part = files.find((file) => file.declaredType === 'text/calendar' && file.disposition !== 'attachment');
  if (!part) return null;
  const method = part.parameters['method'] ?? /^METHOD:([A-Za-z-]{1,20})\s*$/m.exec(part.head.toString('latin1'))?.[1];
  return method && /^[A-Za-z-]{1,20}$/.test(method) ? method.toUpperCase() : null;
}
