import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/record/lock.ts';

const LOCK = resolve(import.meta.dirname, '../../src/record/lock.ts');

describe('the lock of a data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loket-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one at a time', () => {
    const lock = lockFolder(folder);

    expect(() => lockFolder(folder)).toThrow(`another loket (process ${process.pid}) works on this folder`);
    lock.release();
    lockFolder(folder).release();
  });

  it('goes with a process that is killed', async () => {
    const code = `const { lockFolder } = await import(${JSON.stringify(LOCK)}); lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(holder.stdout, 'data');

    expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}`);

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(folder).release();
  });
});
