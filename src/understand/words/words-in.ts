/**
 * How many words a text has, as blanks part them; 1 for one without any.
 * @param most further ones are not counted
 */
export function wordsIn(text: string, most = Infinity): number {
  let count = 0;
  let isWithin = false;
  for (let at = 0; at < text.length && count < most; at += 1) {
    const isWord = !isBlank(text.charCodeAt(at));
    if (isWord && !isWithin) count += 1;
    isWithin = isWord;
  }
  return Math.max(1, count);
}

/** What `\s` means. */
function isBlank(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0xfeff || (code >= 0x16_80 && /\s/.test(String.fromCharCode(code)));
}
