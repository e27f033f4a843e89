/** Lines of at most so many characters, broken between words; what continues a quotation is a quotation, too. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const quote = /^(?:> ?)+/.exec(line)?.[0] ?? '';
    return wrapLine(line.slice(quote.length), width - quote.length).map((part) => `${quote}${part}`.trimEnd());
  });
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
