/** Substitution: mustache without its loopholes. Everything is escaped, nothing in a field can add a tag, and unknown names are found. */
import Mustache from 'mustache';
import { describeError } from '../shared/errors.ts';

export type Escape = (value: unknown) => string;

export interface ParsedText {
  render(fields: object, escape: Escape): string;
  /** Names that the template asks for and these fields do not have. */
  missing(fields: object): readonly string[];
}

/** Parsed when first used: mustache makes a token of each character on the way, which all letters at once would be much of. */
export function parseText(text: string): ParsedText {
  const writer = new Mustache.Writer();
  let parsed: string[][] | null = null;
  const tokens = (): string[][] => (parsed ??= inOnePiece(writer.parse(text)));
  return {
    render: (fields, escape) =>
      writer.renderTokens(tokens(), new Mustache.Context(fields), undefined, text, { escape }),
    missing: (fields) => {
      const missing = new Set<string>();
      writer.renderTokens(tokens(), new WatchingContext(fields, undefined, missing), undefined, text);
      return [...missing];
    },
  };
}

/**
 * Mustache puts the words between two tags together letter by letter. Left so, all those pieces are walked through once more with each
 * letter that is made of them.
 */
function inOnePiece<Tokens extends unknown[][]>(tokens: Tokens): Tokens {
  for (const token of tokens) {
    const [type, words, , , inner] = token;
    if (type === 'text' && typeof words === 'string') token[1] = Buffer.from(words).toString();
    if (Array.isArray(inner)) inOnePiece(inner);
  }
  return tokens;
}

/** Sections that do not close, and `{{{name}}}` or `{{&name}}`, which would put a field in unescaped. Lines start at 1. */
export function faultsInText(text: string): readonly { readonly line: number; readonly message: string }[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  try {
    return findUnescaped(new Mustache.Writer().parse(text)).map(({ name, offset }) => ({
      line: lineOf(offset),
      message: `"{{{${name}}}}" is not escaped; write "{{${name}}}"`,
    }));
  } catch (error) {
    const message = describeError(error);
    return [{ line: lineOf(Number(/ at (\d+)$/.exec(message)?.[1] ?? 0)), message: message.replace(/ at \d+$/, '') }];
  }
}

class WatchingContext extends Mustache.Context {
  readonly #missing: Set<string>;

  constructor(view: unknown, parent: Mustache.Context | undefined, missing: Set<string>) {
    super(view, parent);
    this.#missing = missing;
  }

  override push(view: unknown): Mustache.Context {
    return new WatchingContext(view, this, this.#missing);
  }

  override lookup(name: string): unknown {
    const value: unknown = super.lookup(name);
    if (value === undefined) this.#missing.add(name);
    return value;
  }
}

function findUnescaped(tokens: readonly unknown[]): readonly { readonly name: string; readonly offset: number }[] {
  return tokens.flatMap((token) => {
    if (!Array.isArray(token)) return [];
    const [type, name, offset, , inner]: unknown[] = token;
    if (type === '&') return [{ name: String(name), offset: Number(offset) }];
    return Array.isArray(inner) ? findUnescaped(inner) : [];
  });
}
