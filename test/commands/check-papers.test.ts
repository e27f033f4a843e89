import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-check-papers-'));
  cpSync(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
  const sample = readFileSync(join(ROOT, 'fixtures/loket.yaml'), 'utf8');
  const written = sample
    .replace('./directory.csv', join(ROOT, 'fixtures/directory.csv'))
    .replace('../rules', join(ROOT, 'rules'))
    .replace('../templates', './templates');
  writeFileSync(join(folder, 'loket.yaml'), written);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('loket check', () => {
  it('names faults of forms and of the words of evidence, with file, line and column', async () => {
    const form = join(folder, 'templates/forms/bast.yaml');
    writeFileSync(form, readFileSync(form, 'utf8').replace('serves: [bast]', 'serves: [basd]'));
    appendFileSync(join(folder, 'templates/evidence.yaml'), 'event: {}\n');
    const err: string[] = [];
    const code = await main(['check', '--config', join(folder, 'loket.yaml')], {
      out: () => undefined,
      err: (text) => void err.push(text),
    });

    expect(code).toBe(2);
    expect(err).toEqual([
      expect.stringMatching(/forms\/bast\.yaml:8:10: "basd" is no key of requirements\.yaml; did you mean "bast"\?$/),
      expect.stringMatching(/evidence\.yaml:\d+:1: key "event" is not known here; did you mean "events"\?$/),
      '2 faults',
    ]);
  });
});
