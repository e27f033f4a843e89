/** `loket directory show ADDRESS`: what the register knows of a person, today. */
import type { Directory, Person } from '../directory/person.ts';
import { loadDirectory } from '../directory/load-directory.ts';
import { localDate, type LocalDate } from '../shared/time.ts';
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
  context.out(context.json ? personJson(directory, person, today) : personText(directory, person, today));
  return 0;
}

function personJson(directory: Directory, person: Person, today: LocalDate): string {
  const line = directory
    .lineOf(person, today)
    .map((superior) => ({ name: superior.name, title: superior.title, ...directory.standing(superior, today) }));
  return JSON.stringify({ ...person, standing: directory.standing(person, today), line });
}

function personText(directory: Directory, person: Person, today: LocalDate): string {
  const rankOf = (one: Person): string => {
    const { eselon, acting } = directory.standing(one, today);
    return `${eselon === '' ? 'no rank' : `eselon ${eselon}`}${acting ? ', acting' : ''}`;
  };
  return [
    `${person.name} <${person.addresses.join('> <')}>${person.active ? '' : ', no longer active'}`,
    `  NIP   ${person.nip}`,
    `  post  ${person.title}, ${person.unitName} (${person.unitCode})`,
    `  rank  ${rankOf(person)} on ${today}`,
    '  line',
    ...directory
      .lineOf(person, today)
      .map((superior) => `    ${rankOf(superior).padEnd(18)}  ${superior.name}, ${superior.title}`),
  ].join('\n');
}
