/** Substitution: mustache without its loopholes. Everything is escaped, nothing in a field can add a tag, and unknown names are found. */
import Mustache from 'mustache';

export type Escape = (value: unknown) => string;

export interface ParsedText {
  render(fields: object, escape: Escape): string;
  /** Names that the template asks for and these fields do not have. */
  missing(fields: object): readonly string[];
  /** `{{{name}}}` and `{{&name}}`, which would put a field in unescaped. */
  readonly unescaped: readonly { readonly name: string; readonly offset: number }[];
}

/** @throws {Error} with `at <offset>` in its message when a section is not closed */
export function parseText(text: string): ParsedText {
  const writer = new Mustache.Writer();
  const tokens: string[][] = writer.parse(text);
  return {
    render: (fields, escape) => writer.renderTokens(tokens, new Mustache.Context(fields), undefined, text, { escape }),
    missing: (fields) => {
      const missing = new Set<string>();
      writer.renderTokens(tokens, new WatchingContext(fields, undefined, missing), undefined, text);
      return [...missing];
    },
    unescaped: findUnescaped(tokens),
  };
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
