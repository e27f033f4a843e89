/** HTML cut into tags and text, in one pass and in linear time, as forgiving as a mail program. Comments and scripts are left out. */
import { decodeEntities } from './html-entities.ts';

export type HtmlToken =
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

/** Elements whose content is never shown as text. */
const UNSHOWN = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'math',
  'xml',
  'select',
  'textarea',
]);
const TAG_NAME = /^\/?([A-Za-z][A-Za-z0-9:-]{0,40})/;

export function* htmlTokens(html: string): Generator<HtmlToken> {
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open > at || open < 0)
      yield { kind: 'text', text: decodeEntities(html.slice(at, open < 0 ? undefined : open)) };
    if (open < 0) return;
    const end = markupEnd(html, open);
    if (end < 0) return;
    const inner = html.slice(open + 1, end);
    const tag = TAG_NAME.exec(inner.slice(0, 45))?.[1]?.toLowerCase();
    at = end + 1;
    if (tag === undefined) {
      if (!inner.startsWith('!') && !inner.startsWith('?') && !inner.startsWith('/')) {
        yield { kind: 'text', text: '<' };
        at = open + 1;
      }
    } else if (inner.startsWith('/')) yield { kind: 'close', tag };
    else {
      yield { kind: 'open', tag, attributes: inner.slice(tag.length) };
      if (UNSHOWN.has(tag) && !inner.endsWith('/')) at = afterClosing(lower, tag, at);
    }
  }
}

/** Value of an attribute, entities decoded; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const lower = attributes.toLowerCase();
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    if (!/[\s"'/]/.test(lower[at - 1] ?? '')) continue;
    const after = attributes.slice(at + name.length, at + name.length + 20_000);
    const value = /^\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/.exec(after);
    if (value) return decodeEntities(value[1] ?? value[2] ?? value[3] ?? '');
    if (/^(?:[\s/]|$)/.test(after)) return '';
  }
  return null;
}

/** Index of the `>` that ends the tag or comment at `open`, or -1 when nothing ends it. */
function markupEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end < 0 ? -1 : end + 2;
  }
  for (let at = open + 1; at < html.length; at += 1) {
    const character = html[at];
    if (character === '>') return at;
    if ((character === '"' || character === "'") && html[at - 1] === '=') {
      const closing = html.indexOf(character, at + 1);
      if (closing < 0) return html.indexOf('>', at);
      at = closing;
    }
  }
  return -1;
}

function afterClosing(lower: string, tag: string, from: number): number {
  const closing = lower.indexOf(`</${tag}`, from);
  if (closing < 0) return lower.length;
  const end = lower.indexOf('>', closing);
  return end < 0 ? lower.length : end + 1;
}
