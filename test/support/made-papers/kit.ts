/** What recipes work with: papers made before, a folder of their own, and the programs of the machine. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Kit {
  /** Bytes of another paper of the folder. */
  made(file: string): Buffer;
  /** @throws {Error} when the program ends with a fault */
  run(program: string, ...args: readonly string[]): void;
  /** A file to work on; with bytes, it is written. */
  place(name: string, bytes?: string | Uint8Array): string;
  read(name: string): Buffer;
  /** Prints a page as Chromium does. */
  chromium(html: string): Buffer;
  /** Opens a page in LibreOffice Writer and writes it as another kind of file. */
  writer(html: string, to: string): Buffer;
  /** Opens separated values in LibreOffice Calc. @param filter how columns are read; default: as they look */
  calc(csv: string, to: string, filter?: string): Buffer;
  /** Draws the first page of a PDF, at so many dots an inch. */
  drawn(pdf: Uint8Array, dots: number, ...args: readonly string[]): Buffer;
}

export interface Recipe {
  readonly file: string;
  /** Programs beside Node.js; none where libraries do. */
  readonly programs: readonly string[];
  /** Papers that it is made of. */
  readonly of?: readonly string[];
  make(kit: Kit): Promise<Uint8Array> | Uint8Array;
}

export const hasProgram = (program: string): boolean => spawnSync('which', [program]).status === 0;

export function makeKit(folder: string, made: Kit['made']): Kit {
  let count = 0;
  const place: Kit['place'] = (name, bytes) => {
    const path = join(folder, name);
    if (bytes !== undefined) writeFileSync(path, bytes);
    return path;
  };
  const read: Kit['read'] = (name) => readFileSync(join(folder, name));
  const run: Kit['run'] = (program, ...args) => {
    const { status, stderr, error } = spawnSync(program, args);
    if (error) throw new Error(`${program}: is not there`);
    if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`);
  };
  const convert = (source: string, to: string, infilter?: string): Buffer => {
    const filter = infilter === undefined ? [] : [`--infilter=${infilter}`];
    run('soffice', '--headless', ...filter, '--convert-to', to, '--outdir', folder, source);
    return read(`${source.slice(folder.length + 1).replace(/\.[a-z]+$/, '')}.${to.split(':')[0] ?? ''}`);
  };
  const next = (ending: string, bytes: string | Uint8Array): string => place(`work-${(count += 1)}.${ending}`, bytes);

  return {
    made,
    run,
    place,
    read,
    chromium: (html) => {
      const [source, target] = [next('html', html), place('chromium.pdf')];
      const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
      run('chromium', ...flags, `--print-to-pdf=${target}`, source);
      return read('chromium.pdf');
    },
    writer: (html, to) => {
      const odt = next('odt', convert(next('html', html), 'odt:writer8', 'writer_web_HTML'));
      return to === 'odt' ? readFileSync(odt) : convert(odt, to);
    },
    calc: (csv, to, filter) => convert(next('csv', csv), to, filter),
    drawn: (pdf, dots, ...args) => {
      const base = place('drawn');
      run('pdftoppm', '-r', String(dots), '-gray', '-singlefile', ...args, next('pdf', pdf), base);
      const file = readdirSync(folder).findLast((name) => /^drawn\.(?:png|jpg)$/.test(name) && isKind(name, args));
      return read(file ?? 'drawn');
    },
  };
}

function isKind(name: string, args: readonly string[]): boolean {
  return name.endsWith(args.includes('-png') ? '.png' : '.jpg');
}
