/** What a style says about whether text can be seen: text that the sender hides is not what the reader answers for. */
import { attributeOf } from './html-tokens.ts';

export interface Visibility {
  /** Nothing inside shows, whatever it says of itself. */
  readonly gone: boolean;
  /** Font size nought: inherited, and set anew by any other size. */
  readonly tiny: boolean;
  /** White letters. */
  readonly white: boolean;
  /** A ground other than white, or one that only a style sheet or a picture knows. */
  readonly ground: boolean;
}

export const VISIBLE: Visibility = { gone: false, tiny: false, white: false, ground: false };

export function isHidden(visibility: Visibility): boolean {
  return visibility.gone || visibility.tiny || (visibility.white && !visibility.ground);
}

export function inheritVisibility(parent: Visibility, attributes: string): Visibility {
  if (attributes.length < 4) return parent;
  const style = (attributeOf(attributes, 'style') ?? '').toLowerCase().replace(/\s+/g, '').replaceAll('!important', '');
  const size = /(?:^|;)font-size:([^;]*)/.exec(style)?.[1];
  const color = /(?:^|;)color:([^;]*)/.exec(style)?.[1] ?? attributeOf(attributes, 'color')?.toLowerCase().trim();
  return {
    gone: parent.gone || isGone(style, attributes),
    tiny: size === undefined ? parent.tiny : isTiny(size),
    white: color === undefined || color === null || color === 'inherit' ? parent.white : isWhite(color),
    ground: parent.ground || hasGround(style, attributes),
  };
}

function isGone(style: string, attributes: string): boolean {
  if (/(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0+)?(?:;|$))/.test(style)) return true;
  if (/(?:^|;)max-height:0/.test(style) && /(?:^|;)overflow:hidden/.test(style)) return true;
  return attributes.includes('hidden') && attributeOf(attributes, 'hidden') !== null;
}

function isTiny(size: string): boolean {
  const value = /^(\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|%)?/.exec(size);
  if (!value?.[1]) return false;
  const number = Number(value[1]);
  return number === 0 || (number <= 1 && (value[2] === 'px' || value[2] === 'pt'));
}

function isWhite(color: string): boolean {
  return /^(?:#fff(?:f{3})?(?:ff)?|white|rgba?\(255,255,255[,)]|transparent)/.test(color.replace(/\s+/g, ''));
}

function hasGround(style: string, attributes: string): boolean {
  const ground = /(?:^|;)background(?:-color|-image)?:([^;]*)/.exec(style)?.[1] ?? attributeOf(attributes, 'bgcolor');
  if (ground !== null && ground !== undefined && ground !== '') {
    if (!isWhite(ground.toLowerCase()) && ground !== 'none' && ground !== 'inherit') return true;
  }
  return attributeOf(attributes, 'background') !== null || (attributeOf(attributes, 'class') ?? '') !== '';
}
