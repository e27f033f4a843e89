/**
 * Tells systemd that we are ready, alive and stopping (sd_notify(3)). Node.js has no datagram sockets of the unix family, so
 * systemd's own tool speaks for us: the unit needs `Type=notify` and `NotifyAccess=all`. Without a socket nothing happens.
 */
import { execFile } from 'node:child_process';
import { describeError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';

export interface ServiceManagerOptions {
  /** NOTIFY_SOCKET, or null outside systemd. */
  readonly socket: string | null;
  /** WATCHDOG_USEC in microseconds, or null where the unit has no watchdog. */
  readonly watchdogUsec: number | null;
  /** Asked before each sign of life: a loop that hangs shall be started anew. */
  readonly isAlive: () => boolean;
  readonly log: Log;
  /** For tests. */
  readonly command?: string;
}

export interface ServiceManager {
  ready(status: string): Promise<void>;
  stopping(): Promise<void>;
}

/** Until the tool has spoken (default 5 s). Beyond: given up, with a line in the log. */
const TOOL_TIMEOUT_MS = 5_000;

export function makeServiceManager(options: ServiceManagerOptions): ServiceManager {
  const { socket, watchdogUsec, isAlive } = options;
  if (socket === null) return { ready: async () => undefined, stopping: async () => undefined };
  let timer: NodeJS.Timeout | null = null;

  return {
    ready: async (status) => {
      await notify(['READY=1', `STATUS=${status.replaceAll('\n', ' ')}`], socket, options);
      if (watchdogUsec === null || timer) return;
      timer = setInterval(() => {
        if (isAlive()) void notify(['WATCHDOG=1'], socket, options);
      }, watchdogUsec / 3_000).unref();
    },
    stopping: async () => {
      if (timer) clearInterval(timer);
      await notify(['STOPPING=1'], socket, options);
    },
  };
}

function notify(variables: readonly string[], socket: string, { log, command }: ServiceManagerOptions): Promise<void> {
  return new Promise((resolve) => {
    const settings = { env: { NOTIFY_SOCKET: socket, PATH: '/usr/bin:/bin' }, timeout: TOOL_TIMEOUT_MS };
    execFile(command ?? 'systemd-notify', [...variables], settings, (error) => {
      if (error) log.warn({ variable: variables[0], error: describeError(error) }, 'systemd was not told');
      resolve();
    });
  });
}
