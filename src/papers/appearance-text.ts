/** The text that a field's appearance draws, for programs that draw what was typed without keeping it as the field's value. */
import { decodePDFRawStream, type PDFRawStream } from 'pdf-lib';

const MOST_BYTES = 20_000;
const SHOWN =
  /\(((?:[^()\\]|\\[\s\S])*)\)\s*(?:Tj|'|")|<([0-9A-Fa-f\s]*)>\s*(?:Tj|'|")|\[((?:[^\][\\]|\\[\s\S])*)\]\s*TJ|(?:T\*|T[dDm])\b/g;
const PIECE = /\(((?:[^()\\]|\\[\s\S])*)\)|<([0-9A-Fa-f\s]*)>/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: '', f: '' };

/** Empty for fonts whose codes are no letters. */
export function appearanceText(stream: PDFRawStream): string {
  if (stream.contents.length > MOST_BYTES) return '';
  const content = Buffer.from(decodePDFRawStream(stream).decode()).subarray(0, MOST_BYTES).toString('latin1');
  let text = '';
  for (const [operation, plain, hex, several] of content.matchAll(SHOWN)) {
    if (plain !== undefined || hex !== undefined) text += textOfPiece(plain, hex);
    else if (several !== undefined) {
      text += [...several.matchAll(PIECE)].map(([, inner, innerHex]) => textOfPiece(inner, innerHex)).join('');
    } else if (operation !== undefined && text !== '' && !text.endsWith(' ')) text += ' ';
  }
  const tidy = text.replace(/\s+/g, ' ').trim();
  return /^[\x20-\x7e\xa0-\xff]*$/.test(tidy) ? tidy : '';
}

function textOfPiece(plain: string | undefined, hex: string | undefined): string {
  return plain === undefined
    ? Buffer.from((hex ?? '').replace(/\s+/g, ''), 'hex').toString('latin1')
    : unescapeText(plain);
}

function unescapeText(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_whole, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 255) : (ESCAPES[code] ?? code),
  );
}
