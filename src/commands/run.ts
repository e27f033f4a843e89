/** `loket run`: the daemon, until SIGTERM or SIGINT; SIGHUP loads rules and directory anew. */
import { startLoket, type Running } from '../main.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** What the daemon writes holds people's mail: nobody else on the machine reads it. */
const OWNER_ONLY = 0o077;

export async function run(context: CommandContext): Promise<ExitCode> {
  process.umask(OWNER_ONLY);
  let running: Running | null = null;
  // Heard from the first moment: a signal that comes while starting must not end the process in the middle.
  process.on('SIGHUP', () => void running?.reload());
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  running = await startLoket(context.config());
  await stopped;
  await running.stop();
  return 0;
}
