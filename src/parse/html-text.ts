/**
 * HTML as the text that a person sees: paragraphs as lines, cells of a table row apart by tabs, quotes marked by `> `, links
 * with their target, hidden text left out and noted. One pass over the tokens, bounded nesting, linear in the length.
 */
import { addBreak, closeCell, emptyPage, openCell, pageText, requestBreak, write, type Page } from './html-page.ts';
import { attributeOf, htmlTokens, type HtmlToken } from './html-tokens.ts';
import { inheritVisibility, isHidden, VISIBLE, type Visibility } from './html-visibility.ts';

export interface HtmlText {
  readonly text: string;
  /** Some text was hidden by its style. */
  readonly hidden: boolean;
}

interface Element {
  readonly tag: string;
  readonly visibility: Visibility;
  readonly preformatted: boolean;
  /** Next number of an ordered list. */
  item: number;
  readonly href: string | null;
}

interface Reader {
  readonly page: Page;
  readonly stack: Element[];
  hidden: boolean;
  /** What the innermost link has shown so far. */
  linkText: string;
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);
const LINE = new Set(
  'div tr li section article header footer center address dt dd form body tbody caption figure main nav aside fieldset legend'.split(
    ' ',
  ),
);
const PARAGRAPH = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'table', 'pre', 'dl']);
/** Closing tags that may reach out of a table cell; others are stray. */
const OUTER = new Set(['td', 'th', 'tr', 'tbody', 'table', 'body', 'html']);
const MOST_NESTING = 200;
const MOST_QUOTES = 20;
const MOST_LINK_CHARACTERS = 500;

export function htmlToText(html: string): HtmlText {
  const reader: Reader = { page: emptyPage(), stack: [], hidden: false, linkText: '' };
  for (const token of htmlTokens(html)) readToken(reader, token);
  return { text: pageText(reader.page), hidden: reader.hidden };
}

function readToken(reader: Reader, token: HtmlToken): void {
  if (token.kind === 'text') readText(reader, token.text);
  else if (token.kind === 'close') closeTag(reader, token.tag);
  else openTag(reader, token.tag, token.attributes);
}

function openTag(reader: Reader, tag: string, attributes: string): void {
  const { page, stack } = reader;
  if (tag === 'br') addBreak(page);
  if (tag === 'hr') requestBreak(page, 1);
  if (VOID.has(tag) || stack.length >= MOST_NESTING) return;
  if (closesSibling(tag, stack.at(-1)?.tag)) closeTop(reader);
  const above = stack.at(-1);
  requestBreak(page, breaksAround(tag, attributes));
  if (tag === 'blockquote') page.quotes = Math.min(page.quotes + 1, MOST_QUOTES);
  if (isCell(tag)) openCell(page);
  if (tag === 'a') reader.linkText = '';
  stack.push({
    tag,
    visibility: inheritVisibility(above?.visibility ?? VISIBLE, attributes),
    preformatted: tag === 'pre' || (above?.preformatted ?? false),
    item: 1,
    href: tag === 'a' ? attributeOf(attributes, 'href') : null,
  });
  if (tag === 'li') writeBullet(reader, above);
}

/** `<p>`, `<li>`, `<tr>`, `<td>` need no closing tag. */
function closesSibling(tag: string, open: string | undefined): boolean {
  if (open === undefined) return false;
  if (isCell(tag)) return isCell(open);
  return tag === open && ['p', 'li', 'tr', 'option', 'dt', 'dd'].includes(tag);
}

function isCell(tag: string): boolean {
  return tag === 'td' || tag === 'th';
}

/** Outlook writes each line as a paragraph without distance. */
function breaksAround(tag: string, attributes: string): number {
  if (tag === 'p' && /mso/i.test(attributeOf(attributes, 'class') ?? '')) return 1;
  if (PARAGRAPH.has(tag)) return 2;
  return LINE.has(tag) ? 1 : 0;
}

function writeBullet(reader: Reader, list: Element | undefined): void {
  const item = reader.stack.at(-1);
  if (item && isHidden(item.visibility)) return;
  write(reader.page, list?.tag === 'ol' ? `${list.item}. ` : '- ');
  reader.page.fresh = true;
  if (list) list.item += 1;
}

function closeTag(reader: Reader, tag: string): void {
  const level = reader.stack.findLastIndex((element) => element.tag === tag);
  const cell = reader.stack.findLastIndex((element) => isCell(element.tag));
  if (level < 0 || (level < cell && !OUTER.has(tag))) return;
  while (reader.stack.length > level) closeTop(reader);
}

function closeTop(reader: Reader): void {
  const element = reader.stack.pop();
  if (!element) return;
  const { page } = reader;
  if (element.href !== null && !isHidden(element.visibility)) writeTarget(reader, element.href);
  if (isCell(element.tag)) closeCell(page);
  else if (element.tag === 'blockquote') {
    page.quotes = Math.max(0, page.quotes - 1);
    requestBreak(page, 2);
  } else if (element.tag !== 'li' || !page.fresh)
    requestBreak(page, LINE.has(element.tag) || element.tag === 'p' ? 1 : breaksAround(element.tag, ''));
}

function writeTarget(reader: Reader, href: string): void {
  const target = href.trim();
  const shown = reader.linkText.trim();
  if (!/^https?:\/\//i.test(target) || shown === '' || target.length > MOST_LINK_CHARACTERS) return;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  if (plain(target) !== plain(shown)) write(reader.page, ` <${target}>`);
}

function readText(reader: Reader, text: string): void {
  const element = reader.stack.at(-1);
  if (element && isHidden(element.visibility)) {
    reader.hidden ||= /[\p{L}\p{N}]/u.test(text);
    return;
  }
  if (reader.linkText.length < MOST_LINK_CHARACTERS) reader.linkText += text;
  if (element?.preformatted) writePreformatted(reader.page, text);
  else write(reader.page, text.replace(/[ \t\r\n\f]+/g, ' '));
}

function writePreformatted(page: Page, text: string): void {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (index > 0) addBreak(page);
    write(page, line);
  }
}
