/** `loket run`: the daemon, until SIGTERM or SIGINT; SIGHUP loads rules and directory anew. */
import { startLoket } from '../main.ts';
import type { CommandContext, ExitCode } from './command.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  // Heard from the beginning: a stop during the start is a clean one, too.
  const ordered = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const running = await startLoket(context.config());
  process.on('SIGHUP', () => void running.reload());
  await ordered;
  await running.stop();
  return 0;
}
