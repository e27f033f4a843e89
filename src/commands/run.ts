/** `loket run`: the daemon, until SIGTERM or SIGINT; SIGHUP loads rules and directory anew. */
import { startLoket } from '../main.ts';
import type { CommandContext, ExitCode } from './command.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  const running = await startLoket(context.config());
  process.on('SIGHUP', () => void running.reload());
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await running.stop();
  return 0;
}
