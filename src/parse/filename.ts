/** Attachment names are claims of a stranger: nothing in them may choose a path or look like something else. */
import { cleanLine, cutAt } from './characters.ts';

const MOST_CHARACTERS = 120;
/** Names that Windows gives to devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Never empty, no path parts, no control or bidirectional characters; the ending survives cutting. */
export function safeFilename(claimed: string, fallback: string): string {
  const last = claimed.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const tidy = cleanLine(last, 2000)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  const named = DEVICE.test(tidy) ? `_${tidy}` : tidy;
  return named === '' ? fallback : shorten(named);
}

function shorten(name: string): string {
  if (name.length <= MOST_CHARACTERS) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return cutAt(name, MOST_CHARACTERS - ending.length) + ending;
}
