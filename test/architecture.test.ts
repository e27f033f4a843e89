/**
 * Holds the map of the code: which folder may import which, who owns which npm package, no cycles (types included), and pure folders
 * that know no clock, no chance and no environment.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Folder -> folders it may import (besides `shared` and itself). Files directly in src/ are wiring and may import anything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  directory: [],
  parse: [],
  isolate: [],
  scan: [],
  authenticate: [],
  rulebook: ['directory'],
  ticket: ['rulebook', 'directory'],
  papers: ['parse', 'rulebook'],
  understand: ['parse', 'rulebook', 'directory'],
  decide: ['parse', 'understand', 'rulebook', 'ticket', 'directory'],
  record: ['parse', 'decide', 'ticket'],
  compose: ['decide', 'papers', 'parse', 'record'],
  send: ['record', 'compose', 'decide', 'parse'],
  receive: ['parse'],
  'follow-up': ['decide', 'record', 'ticket', 'rulebook'],
  observe: [],
};

/** npm package -> the one folder that knows it. */
const OWNER: Readonly<Record<string, readonly string[]>> = {
  imapflow: ['receive'],
  mailparser: ['parse'],
  mailauth: ['authenticate'],
  'file-type': ['parse'],
  kysely: ['record'],
  'better-sqlite3': ['record'],
  mjml: ['compose'],
  mustache: ['compose'],
  'pdf-lib': ['papers', 'demo'],
  unpdf: ['papers'],
  '@hyzyla/pdfium': ['papers'],
  qrcode: ['papers'],
  yauzl: ['papers'],
  saxes: ['papers'],
  pkijs: ['papers'],
  asn1js: ['papers'],
  'zxing-wasm': ['papers'],
  nodemailer: ['send'],
  pino: ['observe'],
  'prom-client': ['observe'],
  yaml: ['shared', 'rulebook', 'demo'],
  'temporal-polyfill': ['shared'],
  tldts: ['shared'],
  'hoodiecrow-imap': ['demo'],
  'smtp-server': ['demo'],
  commander: ['commands', '.'],
};

const PURE = ['parse', 'understand', 'decide', 'ticket', 'rulebook', 'directory'];
const IMPURE = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b|Temporal\.Now\b|\bperformance\.now\(/;

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files = sourceFiles(SRC);

describe('the map of the code', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only the folders named in its row', (folder) => {
    const strays = files
      .filter((file) => file.folder === folder)
      .flatMap((file) =>
        file.imports
          .filter((target) => target.startsWith('.'))
          .map((target) => ({ file, target: folderOf(resolve(SRC, dirname(file.path), target)) })),
      )
      .filter(({ target }) => target !== folder && target !== 'shared' && !(MAY_IMPORT[folder] ?? []).includes(target))
      .map(({ file, target }) => `${file.path} imports ${target}`);

    expect(strays).toEqual([]);
  });

  it('has a row for every folder but the wiring', () => {
    const folders = new Set(files.map((file) => file.folder));

    expect([...folders].filter((folder) => !(folder in MAY_IMPORT)).sort()).toEqual(['.', 'commands', 'demo']);
  });

  it('lets each npm package be known by one folder only', () => {
    const strays = files.flatMap((file) =>
      file.imports
        .map(packageOf)
        .filter((name) => name in OWNER && !(OWNER[name] ?? []).includes(file.folder))
        .map((name) => `${file.path} imports ${name}`),
    );

    expect(strays).toEqual([]);
  });

  it('has no import cycles, type imports included', () => {
    expect(cycles()).toEqual([]);
  });

  it.each(PURE)('%s knows no clock, no chance and no environment', (folder) => {
    const strays = files
      .filter((file) => file.folder === folder && IMPURE.test(withoutComments(file.text)))
      .map((file) => file.path);

    expect(strays).toEqual([]);
  });

  it('nothing imports the wiring', () => {
    const strays = files
      .filter((file) => file.folder !== '.' && file.folder !== 'commands' && file.folder !== 'demo')
      .flatMap((file) =>
        file.imports
          .filter((target) => target.startsWith('.'))
          .map((target) => [file.path, relative(SRC, resolve(SRC, dirname(file.path), target))]),
      )
      .filter(([, target]) => target !== undefined && !target.includes('/'));

    expect(strays).toEqual([]);
  });
});

function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) return [];
    const text = readFileSync(path, 'utf8');
    return [{ path: relative(SRC, path), folder: folderOf(path), text, imports: importsOf(text) }];
  });
}

function folderOf(path: string): string {
  const parts = relative(SRC, path).split('/');
  return parts.length > 1 ? (parts[0] ?? '.') : '.';
}

function importsOf(text: string): readonly string[] {
  return [...withoutComments(text).matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
}

function packageOf(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function cycles(): readonly string[] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(SRC, resolve(SRC, dirname(file.path), target))),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
