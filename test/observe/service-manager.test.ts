import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeServiceManager, type ServiceManagerOptions } from '../../src/observe/service-manager.ts';
import { silentLog } from '../../src/shared/log.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-notify-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Stands for systemd-notify: notes each call with the socket it was given. */
function manager(change: Partial<ServiceManagerOptions> = {}) {
  const command = join(folder, 'notify');
  writeFileSync(command, `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >> ${join(folder, 'said')}\n`);
  chmodSync(command, 0o755);
  return makeServiceManager({
    socket: '/run/x',
    watchdogUsec: null,
    isAlive: () => true,
    log: silentLog,
    command,
    ...change,
  });
}

const said = (): string[] => {
  const path = join(folder, 'said');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
};

describe('the service manager', () => {
  it('is told that we are ready, and that we stop', async () => {
    const systemd = manager();

    await systemd.ready('serving\nservicedesk@kantor.example');
    await systemd.stopping();

    expect(said()).toEqual(['/run/x READY=1 STATUS=serving servicedesk@kantor.example', '/run/x STOPPING=1']);
  });

  it('hears a sign of life while the loops are alive, three times in each watchdog period', async () => {
    let isAlive = true;
    const systemd = manager({ watchdogUsec: 150_000, isAlive: () => isAlive });

    await systemd.ready('serving');
    await expect
      .poll(() => said().filter((line) => line.endsWith('WATCHDOG=1')).length, { timeout: 5_000 })
      .toBeGreaterThan(1);
    isAlive = false;
    await sleep(200);
    const heard = said().length;
    await sleep(300);

    expect(said()).toHaveLength(heard);
    await systemd.stopping();
  });

  it('is not asked for outside systemd', async () => {
    const systemd = manager({ socket: null });

    await systemd.ready('serving');
    await systemd.stopping();

    expect(said()).toEqual([]);
  });

  it('that is missing its tool is a line in the log, not an end', async () => {
    const warned: string[] = [];
    const log = { ...silentLog, warn: (_fields: unknown, message: string) => void warned.push(message) };
    const systemd = manager({ command: join(folder, 'no-such-tool'), log });

    await systemd.ready('serving');

    expect(warned).toEqual(['systemd was not told']);
  });
});
