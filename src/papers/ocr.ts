/**
 * Letters out of pictures by the system's tesseract, where it is installed: a hint with its confidence, never a value to rely on. The
 * program runs by itself, with limits of time, CPU and memory, and gets a picture on its standard input, no name of a file.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { textOf, toLines, type TextPiece } from './page-lines.ts';
import type { Picture, PictureText } from './picture.ts';

export interface OcrProgram {
  readonly path: string;
  readonly language: string;
}

/** The environment of the reading process is empty, so the usual places are looked at. */
const PLACES = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];
const DATA = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/local/share/tessdata',
  '/opt/homebrew/share/tessdata',
];
const LANGUAGES = ['ind', 'eng'];
const MOST_MS = 12_000;
const MOST_CPU_SECONDS = 15;
const MOST_KIB = 1_500_000;
const MOST_OUTPUT = 2_000_000;
const LIMITED = `ulimit -t ${MOST_CPU_SECONDS}; ulimit -v ${MOST_KIB}; exec "$0" "$@"`;
/** In heights of a word: a line shorter than this does not tell how the page lies. */
const LEAST_RUN = 12;
const LEAST_CONFIDENCE = 30;

/** Null where there is none, or none that knows a language of the office. */
export function findOcr(): OcrProgram | null {
  if (process.platform === 'win32') return null;
  const path = PLACES.find((place) => existsSync(place));
  const known = DATA.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder));
  const language = LANGUAGES.find((name) => known.includes(`${name}.traineddata`));
  return path === undefined || language === undefined ? null : { path, language };
}

export function readPictureBy(program: OcrProgram, { width, height, gray }: Picture): Promise<PictureText | null> {
  return readFileBy(program, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), gray]));
}

/** @param picture PNG, JPEG or PGM */
export async function readFileBy({ path, language }: OcrProgram, picture: Buffer): Promise<PictureText | null> {
  const args = ['stdin', 'stdout', '-l', language, '--psm', '3', '--dpi', '150', 'tsv'];
  const output = await outputOf(path, args, picture);
  return output === null ? null : textOfWords(output);
}

function outputOf(path: string, args: readonly string[], input: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', LIMITED, path, ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { OMP_THREAD_LIMIT: '1' },
      timeout: MOST_MS,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST_OUTPUT) chunks.push(chunk);
      else child.kill('SIGKILL');
    });
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : null));
    // It may end before it has read the whole picture.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

interface Word {
  readonly line: string;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
  readonly confidence: number;
  readonly text: string;
}

/** The words with their places; the page is set upright, by how its lines rise. */
export function textOfWords(tsv: string): PictureText | null {
  const words = tsv.split('\n').flatMap((line) => wordOf(line) ?? []);
  if (words.length === 0) return null;
  const pieces = isUpright(words) ? placed(words) : listed(words);
  const sum = words.reduce((total, { confidence }) => total + confidence, 0);
  return {
    text: toLines(pieces).map(textOf).join('\n'),
    pieces,
    confidence: Math.round(sum / words.length) / 100,
  };
}

/** False for a page that lies on its side: then places tell nothing, but the order of the words does. */
function isUpright(words: readonly Word[]): boolean {
  const wide = words.filter(({ text, width, height }) => text.length > 3 && width > height).length;
  return 2 * wide >= words.filter(({ text }) => text.length > 3).length;
}

function placed(words: readonly Word[]): readonly TextPiece[] {
  const slope = slopeOf(words);
  const size = middleOf(words.map(({ height }) => height)) || 10;
  return words.map(({ text, left, width, bottom }) => {
    return { text, width, matrix: [size, 0, 0, size, left, slope * left - bottom] };
  });
}

function listed(words: readonly Word[]): readonly TextPiece[] {
  const lines = [...Map.groupBy(words, ({ line }) => line).values()];
  return lines.map((line, index) => {
    const text = line.map((word) => word.text).join(' ');
    return { text, width: 5 * text.length, matrix: [10, 0, 0, 10, 0, -20 * index] };
  });
}

function slopeOf(words: readonly Word[]): number {
  const lines = Map.groupBy(words, ({ line }) => line).values();
  const slopes = [...lines].flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last || last.left - first.left < LEAST_RUN * first.height) return [];
    return [(last.bottom - first.bottom) / (last.left - first.left)];
  });
  return middleOf(slopes);
}

function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

/** level, page, block, paragraph, line, word, left, top, width, height, confidence, text */
function wordOf(row: string): Word | null {
  const columns = row.split('\t');
  const [left, top, width, height, confidence] = columns.slice(6, 11).map(Number);
  const text = columns[11]?.trim() ?? '';
  if (columns[0] !== '5' || text === '' || left === undefined || top === undefined || width === undefined) return null;
  if (height === undefined || confidence === undefined || !(confidence >= LEAST_CONFIDENCE)) return null;
  return { line: columns.slice(1, 5).join('.'), left, width, bottom: top + height, height, confidence, text };
}
