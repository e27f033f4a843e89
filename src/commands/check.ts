/** `loket check`: every fault of configuration, rules, templates and directory at once; `--connect` also tries the servers. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { otherFiles } from '../config.ts';
import { openTestClock, systemClock } from '../observe/clock.ts';
import { BotError } from '../shared/errors.ts';
import { localDate } from '../shared/time.ts';
import { connectFaults } from './check-connect.ts';
import {
  addressFaults,
  directoryFaults,
  ruleFaults,
  secretFaults,
  templateFaults,
  trustFaults,
} from './check-files.ts';
import { fault, lineJson, lineText, type CheckLine } from './check-line.ts';
import type { CommandContext, ExitCode } from './command.ts';

export async function check(context: CommandContext, connect: boolean): Promise<ExitCode> {
  const loaded = loadOrFaults(context);
  const files = await inFiles(context.configFile, loaded);
  // Servers are tried only with a configuration that says which ones.
  const servers = connect && loaded.config !== null ? await connectFaults(loaded.config) : [];
  const isTried = connect && loaded.config !== null;
  const lines = [...files, ...servers];
  tell(context, lines, isTried);
  if (hasErrors(files)) return 2;
  return hasErrors(servers) ? 1 : 0;
}

interface Loaded {
  readonly config: Config | null;
  readonly lines: readonly CheckLine[];
}

function loadOrFaults(context: CommandContext): Loaded {
  try {
    return { config: context.config(), lines: [] };
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    return { config: null, lines: error.message.split('\n').map((line) => placed(line)) };
  }
}

const PLACED = /^(?<file>.+?):(?<line>\d+):(?<column>\d+): (?<message>.*)$/;

function placed(line: string): CheckLine {
  const { file, line: at, column, message } = PLACED.exec(line)?.groups ?? {};
  if (file === undefined || message === undefined) return fault(line);
  return fault(message, null, { file, line: Number(at), column: Number(column) });
}

async function inFiles(file: string, { config, lines }: Loaded): Promise<readonly CheckLine[]> {
  const paths = config ? { ...config, csv: config.directory.csv, mailbox: config.mailbox.address } : otherFiles(file);
  if (paths === null) return lines;
  const register = paths.csv === null ? { lines: [], ranks: null } : await directoryFaults(paths.csv);
  const rules = ruleFaults({ ...paths, ranks: register.ranks, year: yearNow(config) });
  return [
    ...lines,
    ...register.lines,
    ...rules.lines,
    ...(await templateFaults(paths.templates, join(tmpdir(), 'loket-templates'), rules.rulebook)),
    ...(config && rules.rulebook ? addressFaults(config, rules.rulebook) : []),
    ...(config ? [...secretFaults(config), ...trustFaults(config, Date.now())] : []),
  ];
}

/** Whose days off must be known. */
function yearNow(config: Config | null): number {
  const clock = config?.testClock ? openTestClock(config.testClock) : systemClock;
  return Number(localDate(clock.now(), config?.organisation.timezone ?? 'UTC').slice(0, 4));
}

function tell(context: CommandContext, lines: readonly CheckLine[], isTried: boolean): void {
  const errors = lines.filter((line) => line.severity === 'error').length;
  if (context.json) {
    context.out(JSON.stringify({ errors, warnings: lines.length - errors, faults: lines.map(lineJson) }));
    return;
  }
  for (const line of lines) context.err(lineText(line));
  if (errors > 0) context.err(errors === 1 ? '1 fault' : `${errors} faults`);
  else context.out(`${context.configFile}: all is well${isTried ? ', and the servers answer' : ''}`);
}

function hasErrors(lines: readonly CheckLine[]): boolean {
  return lines.some((line) => line.severity === 'error');
}
