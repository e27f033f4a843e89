/** The child's side: takes one job after the other, answers each, and ends with its parent. */
import { flushCompileCache } from 'node:module';
import { isJobMessage, type ChildMessage } from './messages.ts';

const SELF_REPORT_MS = 50;
/** When code that loads with the first jobs has loaded, too. */
const LATE_CODE_MS = 5000;

/** @param handle runs one job; what it throws is answered as `threw` and the process lives on */
export function serveJobs<Job, Result>(handle: (job: Job) => Promise<Result>): void {
  process.on('disconnect', () => process.exit(0));
  // The parent may have gone while this code was being loaded.
  if (!process.connected) process.exit(0);
  // Ctrl-C and systemd's stop reach the whole group: the parent decides when its children end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  // A library's stray promise belongs to no job; what a job itself throws is answered below.
  process.on('unhandledRejection', () => undefined);
  process.on('message', (message) => {
    if (isJobMessage<Job>(message)) void answer(message.id, () => handle(message.job));
  });
  if (process.platform !== 'linux') reportMemory();
  send({ kind: 'ready' });
  keepCompiledCode();
}

async function answer(id: number, run: () => Promise<unknown>): Promise<void> {
  try {
    send({ kind: 'ok', id, value: await run() });
  } catch (error) {
    send({ kind: 'threw', id, message: error instanceof Error ? error.message : String(error) });
  }
}

function send(message: ChildMessage): void {
  if (process.connected) process.send?.(message);
}

/** A killed process keeps nothing at its end, so it does so beforehand. Does nothing where the pool names no folder. */
function keepCompiledCode(): void {
  flushCompileCache();
  setTimeout(() => flushCompileCache(), LATE_CODE_MS).unref();
}

function reportMemory(): void {
  setInterval(() => send({ kind: 'resident', bytes: process.memoryUsage.rss() }), SELF_REPORT_MS).unref();
}
