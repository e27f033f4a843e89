/** What a page is made of, in points from its upper left corner: the value between layout and drawing. */
export const PAGE = { width: 595.28, height: 841.89, margin: 42 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shade = 'black' | 'grey' | 'accent';

export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly shade: Shade;
}

export interface WidgetItem {
  readonly kind: 'widget';
  readonly box: Box;
  readonly name: string;
  /** Read out by screen readers and shown as a tip. */
  readonly tip: string;
  readonly type: 'text' | 'lines' | 'list' | 'tick' | 'radio' | 'signature';
  /** Of a text its value, of a radio button or box its export name where it is set. */
  readonly value: string;
  /** Export name of a radio button; choices of a list, separated by line ends. */
  readonly option: string;
  readonly needed: boolean;
  readonly locked: boolean;
}

export type Item =
  | TextItem
  | WidgetItem
  | { readonly kind: 'bar'; readonly box: Box }
  | { readonly kind: 'frame'; readonly box: Box; readonly filled: boolean }
  | { readonly kind: 'rule'; readonly box: Box }
  | { readonly kind: 'code'; readonly box: Box };

/** A piece that is not cut by the end of a page. */
export interface Block {
  readonly height: number;
  /** Stays with what follows: a heading. */
  readonly keep: boolean;
  /** Drawn once more above it where it begins a page: the head of a table. */
  readonly again?: Block;
  draw(top: number): readonly Item[];
}

export const block = (height: number, draw: (top: number) => readonly Item[], keep = false): Block => ({
  height,
  keep,
  draw,
});

/** Puts blocks on pages, from top to bottom; a heading moves on with its first row. */
export function paginate(blocks: readonly Block[], top: number, bottom: number): readonly (readonly Item[])[] {
  const pages: Item[][] = [[]];
  let y = top;
  blocks.forEach((it, at) => {
    if (y > top && y + heightKept(blocks, at) > bottom) {
      pages.push([...(it.again?.draw(top) ?? [])]);
      y = top + (it.again?.height ?? 0);
    }
    pages.at(-1)?.push(...it.draw(y));
    y += it.height;
  });
  return pages;
}

function heightKept(blocks: readonly Block[], at: number): number {
  const it = blocks[at];
  if (!it) return 0;
  return it.height + (it.keep ? heightKept(blocks, at + 1) : 0);
}
