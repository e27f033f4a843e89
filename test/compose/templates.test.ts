import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readExamples } from '../../src/compose/examples.ts';
import { compileTemplates, inspectTemplates } from '../../src/compose/templates.ts';
import { formatPlace } from '../../src/shared/errors.ts';
import { TEMPLATE_DIR } from '../support/compiled-letters.ts';

let folder: string;
let dir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-templates-'));
  dir = join(folder, 'templates');
  await cp(TEMPLATE_DIR, dir, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(dir, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

async function faultsOf(): Promise<readonly string[]> {
  const { faults } = await inspectTemplates(dir, { cacheDir: null });
  return faults.map((fault) => `${formatPlace(fault.place)}: ${fault.message}`);
}

describe('faults in the letters', () => {
  test('are all named at once, each with file and line', async () => {
    await edit('id/requester.closed.mjml', (text) =>
      text.replace('<mj-text>', '<mj-txt>').replace('</mj-text>', '</mj-txt>'),
    );
    await edit('id/requester.held.mjml', (text) => text.replace('{{why}}', '{{{why}}}'));
    await edit('id/requester.held.txt', (text) => text.replace('{{/late}}', ''));
    await edit('id/team.noted.txt', (text) => text.replace('{{> due}}', '{{> deu}}'));
    await edit('en/requester.closed.txt', (text) => text.replace('{{next}}', '{{{next}}}'));
    await edit('id/desk.triage.txt', (text) => text.replace('---\n', ''));
    await rm(join(dir, 'id/operator.alarm.mjml'));

    const faults = await faultsOf();

    expect(faults).toEqual([
      'templates/id/requester.held.mjml:3: "{{{why}}}" is not escaped; write "{{why}}"',
      'templates/id/requester.held.txt:11: Unclosed section "late"',
      "templates/id/requester.closed.mjml:2: Element mj-txt doesn't exist or is not registered",
      "templates/id/requester.closed.mjml:2: Element p doesn't exist or is not registered",
      'templates/en/requester.closed.txt:36: "{{{next}}}" is not escaped; write "{{next}}"',
      'templates/id/team.noted.txt:11: there is no piece "_deu"',
      'templates/id/desk.triage.txt:1: the head (subject, outcome) must end with a line "---"',
      'templates/id/operator.alarm.mjml: this letter is missing',
    ]);
  });

  test('in a shared piece show once, at the piece', async () => {
    await edit('id/_due.txt', (text) => `{{> nowhere}}\n${text}`);

    expect(await faultsOf()).toEqual(['templates/id/_due.txt:1: there is no piece "_nowhere"']);
  });

  test('in names of fields are found by trying the examples', async () => {
    await edit('id/_due.txt', (text) => text.replaceAll('{{due.by}}', '{{due.byy}}'));
    await edit('en/requester.closed.mjml', (text) => text.replace('{{next}}', '{{nxt}}'));
    await rm(join(dir, 'id/team.noted.fields.json'));

    expect(await faultsOf()).toEqual([
      'templates/id/_due.txt:1: there is no field "due.byy"',
      'templates/en/requester.closed.mjml:2: there is no field "nxt"',
      'templates/id/team.noted.fields.json: the example fields are missing or are no table of examples',
    ]);
  });

  test('stop the start with one error that names them', async () => {
    await edit('id/_you.txt', () => '{{> you}}');

    await expect(compileTemplates(dir, { cacheDir: null })).rejects.toMatchObject({
      code: 'E_TEMPLATE',
      message: expect.stringContaining('piece "_you" uses itself') as string,
    });
  });

  test('of a folder that does not exist are one error', async () => {
    await expect(inspectTemplates(join(folder, 'nowhere'), { cacheDir: null })).rejects.toMatchObject({
      code: 'E_TEMPLATE',
    });
  });
});

describe('compiled letters', () => {
  test('are kept by content, so that the next start compiles nothing', async () => {
    const cacheDir = join(folder, 'cache');
    await compileTemplates(dir, { cacheDir });
    const [kept = ''] = await readdir(cacheDir);
    // A mark in the kept file shows that it is what the second start reads.
    const path = join(cacheDir, kept);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('<!doctype html>', '<!doctype html><!--kept-->'));

    const templates = await compileTemplates(dir, { cacheDir });

    const [example] = await readExamples(dir);
    const html = example && templates.render(example, { reference: '', replyAddress: '' }).html;
    expect(html).toContain('<!--kept-->');
  });

  test('are compiled anew when a file has changed or the kept ones are broken', async () => {
    const cacheDir = join(folder, 'cache');
    await compileTemplates(dir, { cacheDir });
    await edit('_bar.mjml', (text) => text.replace('<h1>', '<h1 id="changed">'));
    const [kept = ''] = await readdir(cacheDir);
    await writeFile(join(cacheDir, kept), '[');

    const templates = await compileTemplates(dir, { cacheDir });

    const [example] = await readExamples(dir);
    expect(example && templates.render(example, { reference: '', replyAddress: '' }).html).toContain('id="changed"');
  });

  test('do without a cache that cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');

    await expect(compileTemplates(dir, { cacheDir: join(folder, 'file', 'cache') })).resolves.toBeDefined();
  });
});

test('example fields that are no table are an error with their file', async () => {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'id/requester.received.fields.json'), '[]');

  await expect(readExamples(dir)).rejects.toThrow(/^id\/requester\.received\.fields\.json: not a table of examples/);
});
