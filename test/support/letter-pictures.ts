/**
 * Draws letters with a headless Chromium, to be looked at: `node test/support/letter-pictures.ts FOLDER [WORD…]` writes one picture per
 * letter, width (375, 700) and colour scheme; with words, only letters whose name contains one of them. `--sheets` puts eight in a picture.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileTemplates } from '../../src/compose/templates.ts';
import { allExamples } from './letter-examples.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars';
const SCHEMES = { light: 1, dark: 0 } as const;
const HEIGHT = 1250;
/** Roughly what a phone shows without scrolling, below the bars of its mail program. */
const FOLD = 600;

const run = promisify(execFile);
const args = process.argv.slice(2);
const sheets = args.includes('--sheets');
const [folder = 'letter-pictures', ...words] = args.filter((arg) => !arg.startsWith('--'));

const templates = await compileTemplates(join(import.meta.dirname, '../../templates'), { cacheDir: null });
const profile = await mkdtemp(join(tmpdir(), 'loket-chromium-'));
const pages = allExamples()
  .map(({ name, letter }) => ({ id: `${letter.language}.${letter.template}.${name}`, letter }))
  .filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)))
  .map(({ id, letter }) => {
    const frame = { reference: 'aaaabbbbccccdddd-eeeeffffgggghhhh', replyAddress: 'servicedesk@kemenkeu.example' };
    return { id, html: templates.render(letter, frame).html };
  });

await mkdir(folder, { recursive: true });
for (const width of [375, 700]) {
  if (sheets) await drawSheets(width);
  else for (const page of pages) await draw(page.id, page.html, width, width);
}
await rm(profile, { recursive: true, force: true });

async function drawSheets(width: number): Promise<void> {
  const perSheet = width < 500 ? 6 : 3;
  for (let start = 0; start < pages.length; start += perSheet) {
    const frames = pages.slice(start, start + perSheet).map(({ id, html }) => {
      const source = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const fold = `<div style="position:absolute;top:${FOLD}px;width:100%;border-top:1px dashed red"></div>`;
      return `<div style="float:left;margin-right:6px"><b style="font:12px Arial">${id}</b><div style="position:relative"><iframe srcdoc="${source}" style="border:0;width:${width}px;height:${HEIGHT}px"></iframe>${fold}</div></div>`;
    });
    const name = `sheet-${String(start / perSheet).padStart(2, '0')}`;
    await draw(
      name,
      `<meta name="color-scheme" content="light dark">${frames.join('')}`,
      width,
      (width + 6) * perSheet + 16,
    );
  }
}

async function draw(name: string, html: string, width: number, windowWidth: number): Promise<void> {
  const file = join(profile, 'letter.html');
  await writeFile(file, html);
  for (const [scheme, setting] of Object.entries(SCHEMES)) {
    const picture = join(folder, `${name}.${width}.${scheme}.png`);
    const options = [
      ...FLAGS.split(' '),
      `--user-data-dir=${profile}`,
      `--window-size=${windowWidth},${HEIGHT + (sheets ? 40 : 0)}`,
      `--blink-settings=preferredColorScheme=${setting}`,
      `--screenshot=${picture}`,
      file,
    ];
    await run(CHROMIUM, options, { timeout: 60_000 });
  }
}
