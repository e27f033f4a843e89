import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CompiledTemplates } from '../../src/compose/templates.ts';
import { shippedLetters, TEMPLATE_DIR } from '../support/compiled-letters.ts';
import { allExamples } from '../support/letter-examples.ts';

const FRAME = { reference: 'r', replyAddress: 'd@x.example' };
let pages: readonly string[];
let styles: string;
let templates: CompiledTemplates;

beforeAll(async () => {
  templates = await shippedLetters();
  pages = allExamples().map(({ letter }) => templates.render(letter, FRAME).html);
  styles = await readFile(join(TEMPLATE_DIR, '_page.mjml'), 'utf8');
});

describe('every page', () => {
  test('says its language, its colours for both schemes, and its tables are layout', () => {
    for (const page of pages) {
      expect(page).toMatch(/<html lang="(id|en)"/);
      expect(page).toContain('<meta name="color-scheme" content="light dark">');
      expect(page).toContain('@media (prefers-color-scheme: dark)');
      expect(page.match(/<table/g)?.length).toBe(page.match(/<table[^>]*role="presentation"/g)?.length);
      expect(page).toMatch(/<h1[ >]/);
    }
  });

  test('fetches nothing and counts nothing', () => {
    for (const page of pages) {
      expect(page).not.toMatch(/<img|<script|<link|@import|url\(|src=/i);
      const links = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
      expect(links.filter((link) => !link.startsWith('mailto:'))).toEqual([]);
    }
  });

  test('keeps the conditional comments of Outlook in pairs', () => {
    for (const page of pages) {
      const opened = page.match(/<!--\[if [^\]]*\]>/g)?.length ?? 0;
      const closed = page.match(/<!\[endif\]-->/g)?.length ?? 0;

      expect(opened).toBeGreaterThan(4);
      expect(closed).toBe(opened);
      expect(tagBalance(page.replace(/<!--\[if [^\]]*\]>|<!\[endif\]-->/g, ''))).toEqual([]);
      expect(tagBalance(page.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, ''))).toEqual([]);
    }
  });

  test('has buttons of at least 44 pixels', () => {
    const [, padding] = /inner-padding="(\d+)px/.exec(styles) ?? [];
    const [, line] = /mj-class name="button"[^/]*line-height="(\d+)px/.exec(styles) ?? [];

    expect(2 * Number(padding) + Number(line)).toBeGreaterThanOrEqual(44);
  });

  test('is one column of at most 600 pixels', () => {
    const widths = pages.flatMap((page) =>
      [...page.matchAll(/max-width:\s?(\d+)px/g)].map((match) => Number(match[1])),
    );

    expect(Math.max(...widths)).toBe(600);
  });
});

describe('contrast', () => {
  const light = [
    ['text on card', '#1b2733', '#ffffff'],
    ['value in panel', '#1b2733', '#eef4fa'],
    ['key in panel', '#43525f', '#eef4fa'],
    ['quoted words', '#1b2733', '#f3f4f6'],
    ['hint on card', '#43525f', '#ffffff'],
    ['foot', '#4a5866', '#e7ebef'],
    ['bar and first button', '#ffffff', '#0b4f8a'],
    ['other button', '#0b4f8a', '#ffffff'],
  ] as const;
  const dark = [
    ['text on card', '#e9eef3', '#1b242d'],
    ['value in panel', '#e9eef3', '#24313d'],
    ['key in panel', '#b9c6d2', '#24313d'],
    ['quoted words', '#e9eef3', '#2a333c'],
    ['hint on card', '#b9c6d2', '#1b242d'],
    ['foot', '#b9c6d2', '#10161c'],
    ['bar', '#ffffff', '#0a3f6e'],
    ['first button', '#0b1a28', '#8cc2f2'],
    ['other button', '#a9d2f7', '#1b242d'],
  ] as const;

  test.each([...light, ...dark])('of %s (%s on %s) is at least 4.5 to 1', (_, ink, paper) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });

  test('is computed for every colour that the letters use for text or paper', () => {
    const known = new Set<string>([...light, ...dark].flatMap(([, ink, paper]) => [ink, paper]));
    const used = [...styles.matchAll(/(?:^|[ "])(?:background-)?color: ?(#[0-9a-f]{6})/g)].map(
      (match) => match[1] ?? '',
    );

    expect([...new Set(used)].filter((colour) => !known.has(colour))).toEqual([]);
  });
});

/** WCAG 2.2 relative luminance. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Tags left open or closed twice. */
function tagBalance(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(
    /<(\/?)(table|tbody|tr|td|div|p|h1|h2|ul|li|a|span|strong)\b[^>]*>/g,
  )) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`unexpected </${name}>`];
  }
  return open;
}
