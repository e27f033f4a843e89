/** `loket directory show ADDRESS`: what the register knows of a person, today. */
import { loadDirectory } from '../directory/load-directory.ts';
import { localDate } from '../shared/time.ts';
import type { CommandContext, ExitCode } from './command.ts';

export async function directoryShow(context: CommandContext, address: string): Promise<ExitCode> {
  const config = context.config();
  const { directory } = await loadDirectory(config.directory.csv);
  const person = directory.byAddress(address.toLowerCase());
  if (person === null) {
    context.err(`${address}: not in ${config.directory.csv}`);
    return 1;
  }
  const today = localDate(Date.now(), config.organisation.timezone);
  const standing = directory.standing(person, today);
  const line = directory
    .lineOf(person, today)
    .map((superior) => ({ name: superior.name, title: superior.title, ...directory.standing(superior, today) }));
  context.out(JSON.stringify({ ...person, standing, line }, null, context.json ? undefined : 2));
  return 0;
}
