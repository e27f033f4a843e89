/** `loket demo` as a process, as people start it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demo } from '../../src/demo/demo.ts';
import { STORY } from '../../src/demo/story.ts';

const BIN = resolve(import.meta.dirname, '../../src/loket.js');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-demo-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly saying: (words: string) => Promise<void>;
}

function start(...args: readonly string[]): Started {
  const child = spawn(process.execPath, [BIN, 'demo', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const heard = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout?.on('data', heard);
  child.stderr?.on('data', heard);
  const saying = async (words: string): Promise<void> => {
    while (!text.includes(words)) {
      if (child.exitCode !== null) throw new Error(`it ended: ${text}`);
      await sleep(50);
    }
  };
  return { child, text: () => text, saying };
}

describe('loket demo', () => {
  it('tells its story to the closed tickets, with letters as files, twice at once', { timeout: 120_000 }, async () => {
    const demos = [start('--script'), start('--script')];

    const codes = await Promise.all(demos.map(({ child }) => once(child, 'close')));

    expect(codes.map(([code]) => code)).toEqual([0, 0]);
    const [first] = demos;
    expect(first?.text()).toMatch(/✓ SR-\d{6}-0001-\d {2}closed/);
    expect(first?.text()).toMatch(/✓ SR-\d{6}-0002-\d {2}closed/);
    expect(first?.text()).toContain('semua berakhir sebagaimana mestinya');
    expect(answeredUnseen(first?.text() ?? '')).toEqual([]);
    const tooLong = first
      ?.text()
      .split('\n')
      .filter((line) => [...line].length > 80 && !line.includes(folder));
    expect(tooLong).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['loket-demo', 'loket-demo-2']);
    const letters = readdirSync(join(folder, 'loket-demo/letters'));
    expect(letters.filter((name) => name.endsWith('.html')).length).toBeGreaterThanOrEqual(15);
    expect(statSync(join(folder, 'loket-demo/letters', letters[0] ?? '')).mode & 0o077).toBe(0);
  });

  it('goes on serving after the story, until Ctrl+C', { timeout: 120_000 }, async () => {
    const { child, text, saying } = start('--folder', 'sini');
    await saying('Ctrl+C untuk berhenti');

    child.kill('SIGINT');

    expect(await once(child, 'close')).toEqual([0, null]);
    expect(text()).toMatch(/SMTP 127\.0\.0\.1:\d+/);
    expect(existsSync(join(folder, 'sini/data/loket.db'))).toBe(true);
  });

  it(
    'stops at Ctrl+C in the middle of its story, which then has not come out right',
    { timeout: 120_000 },
    async () => {
      const { child, saying } = start('--script');
      await saying('menulis kepada');

      child.kill('SIGINT');

      expect(await once(child, 'close')).toEqual([1, null]);
    },
  );

  it('clears no folder that is not its own', async () => {
    mkdirSync(join(folder, 'sini/data'), { recursive: true });
    writeFileSync(join(folder, 'sini/data/loket.db'), 'precious');
    const { child, text } = start('--script', '--folder', 'sini');

    expect(await once(child, 'close')).toEqual([2, null]);
    expect(text()).toContain('name another with --folder');
    expect(existsSync(join(folder, 'sini/data/loket.db'))).toBe(true);
  });

  it('ends with 1 when a ticket does not end as the story says', { timeout: 120_000 }, async () => {
    const [chapter] = STORY.slice(2);
    if (chapter === undefined) throw new Error('no chapter');
    const lines: string[] = [];
    const output = { out: (text: string) => void lines.push(text), err: (text: string) => void lines.push(text) };
    const context = { ...output, json: false, configFile: '', config: () => expect.fail('the demo needs none') };

    const code = await demo(context, { script: true, folder, story: [{ ...chapter, ends: 'closed' }] });

    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/✗ INC-\d{6}-0001-\d {2}assigned/);
  });
});

/** Letters that somebody answers before they have been shown. */
function answeredUnseen(text: string): readonly string[] {
  const lines = text.split('\n');
  const answered = lines.flatMap((line, index) =>
    line.startsWith('  Re: ') ? [{ index, of: `  ${line.slice(6)}` }] : [],
  );
  return answered.filter(({ index, of }) => !lines.slice(0, index).includes(of)).map(({ of }) => of);
}
