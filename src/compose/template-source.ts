/**
 * Template files as the office writes them: `<language>/<who>.<what>.mjml|txt` with shared pieces in `_name.mjml|txt`, pulled in by
 * `{{> name}}`. Pieces are put in before anything is compiled; each resulting line remembers the file and line it came from.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../shared/errors.ts';

export interface TemplateFault {
  readonly place: Place;
  readonly message: string;
}

/** What is said of papers, in English: no letter, but words of letters. */
export const ENGLISH_WORDS = 'en/words.yaml';

/** A template with its pieces in place. */
export interface ExpandedTemplate {
  readonly text: string;
  /** Origin of each line. */
  readonly origins: readonly Place[];
  readonly faults: readonly TemplateFault[];
}

/** Relative path (`id/requester.received.txt`) to content. */
export type TemplateFiles = ReadonlyMap<string, string>;

const DEEPEST = 5;
/** At the start of a line of its own a piece comes in line by line; anywhere else (indented, within a sentence) as one line. */
const ALONE = /^\{\{>\s*([\w-]+)\s*\}\}\s*$/;
const ALONE_IN_MJML = /^\s*\{\{>\s*([\w-]+)\s*\}\}\s*$/;
const INLINE = /\{\{>\s*([\w-]+)\s*\}\}/g;

/** @throws {Error} when the directory cannot be read */
export async function readTemplateFiles(dir: string): Promise<TemplateFiles> {
  const names = (await readdir(dir, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const wanted = names.filter((name) => /\.(mjml|txt|fields\.json)$/.test(name) || name === ENGLISH_WORDS);
  const entries = wanted.map(async (name): Promise<[string, string]> => {
    const text = await readFile(join(dir, name), 'utf8');
    return [name, text.replace(/\r\n?/g, '\n')];
  });
  return new Map(await Promise.all(entries));
}

/** @param root shown before file names in faults, e.g. `templates` */
export function expandTemplate(files: TemplateFiles, path: string, root: string): ExpandedTemplate {
  const faults: TemplateFault[] = [];
  const lines = linesOf(path, 0);
  return { text: lines.map((line) => line.text).join('\n'), origins: lines.map((line) => line.place), faults };

  function linesOf(file: string, depth: number): readonly OriginLine[] {
    const text = (files.get(file) ?? '').replace(/\n$/, '');
    return text
      .split('\n')
      .flatMap((line, index) => expandLine(line, { file: `${root}/${file}`, line: index + 1 }, depth));
  }

  function expandLine(line: string, place: Place, depth: number): readonly OriginLine[] {
    const alone = (path.endsWith('.mjml') ? ALONE_IN_MJML : ALONE).exec(line)?.[1];
    if (alone === undefined)
      return [{ text: line.replace(INLINE, (_, name: string) => inline(name, place, depth)), place }];
    const piece = findPiece(alone, place, depth);
    return piece === null ? [] : linesOf(piece, depth + 1);
  }

  function inline(name: string, place: Place, depth: number): string {
    const piece = findPiece(name, place, depth);
    if (piece === null) return '';
    const lines = linesOf(piece, depth + 1);
    return lines.map((line) => line.text.trim()).join('');
  }

  function findPiece(name: string, place: Place, depth: number): string | null {
    const piece = piecePaths(path, name).find((candidate) => files.has(candidate));
    if (piece !== undefined && depth < DEEPEST) return piece;
    const message = piece === undefined ? `there is no piece "_${name}"` : `piece "_${name}" uses itself`;
    faults.push({ place, message });
    return null;
  }
}

interface OriginLine {
  readonly text: string;
  readonly place: Place;
}

/** The letter's own language first; an .mjml letter may use words that stand in a .txt piece. */
function piecePaths(path: string, name: string): readonly string[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const endings = path.endsWith('.mjml') ? ['mjml', 'txt'] : ['txt'];
  return endings.flatMap((ending) => [`${folder}_${name}.${ending}`, `_${name}.${ending}`]);
}
