/** Characters that change how a text looks without being read: control characters, bidirectional marks, zero-width spaces. */
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** The line above a signature (RFC 3676 §4.3) ends in a space. */
const SIGNATURE_MARK = '-- ';

/** Text of several lines: LF line ends, no-break spaces as spaces, nothing invisible, no white space at line ends. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .split('\n')
    .map((line) => (line === SIGNATURE_MARK ? line : line.trimEnd()))
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** Text of one line, cut at `most` characters: names, subjects, header values. */
export function cleanLine(text: string, most: number): string {
  return cutAt(text.replace(/\s+/g, ' ').replace(CONTROL, '').replace(INVISIBLE, '').trim(), most);
}

/** Cuts without tearing a surrogate pair. */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
