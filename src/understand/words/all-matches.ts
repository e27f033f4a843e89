/**
 * Every place where a pattern is met, as `matchAll` tells it. That one makes a copy of the pattern for each text it is asked for, which
 * costs more than looking through a short one.
 * @param pattern of the flag `g`
 * @param most further ones are not looked for
 */
export function allMatches(text: string, pattern: RegExp, most = Infinity): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (found.push(match) >= most) break;
    if (match[0] === '') pattern.lastIndex += isPair(text, match.index) && pattern.unicode ? 2 : 1;
  }
  pattern.lastIndex = 0;
  return found;
}

/** A character that is written as two. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xff_ff;
}
