/** `loket check`: every fault of configuration, rules, templates and directory at once; `--connect` also tries the servers. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectTemplates } from '../compose/templates.ts';
import type { Config } from '../config.ts';
import { loadDirectory } from '../directory/load-directory.ts';
import type { Directory } from '../directory/person.ts';
import { domainOf } from '../office.ts';
import { formatFault } from '../rulebook/fault.ts';
import { loadRulebook } from '../rulebook/load.ts';
import { BotError, describeError, formatPlace } from '../shared/errors.ts';

import type { CheckLine } from './check-line.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { classifyText } from '../understand/classify.ts';
import { connectFaults } from './check-connect.ts';

export async function check(context: CommandContext, connect: boolean): Promise<ExitCode> {
  const config = context.config();
  const directory = await directoryFaults(config);
  const lines = [
    ...directory.lines,
    ...ruleFaults(config),
    ...(await templateFaults(config)),
    ...(connect ? await connectFaults(config) : []),
  ];
  for (const line of lines)
    context.err(
      context.json ? JSON.stringify(line) : line.severity === 'warning' ? `warning: ${line.text}` : line.text,
    );
  const errors = lines.filter((line) => line.severity === 'error').length;
  if (context.json) context.out(JSON.stringify({ errors, warnings: lines.length - errors, faults: lines }));
  else
    context.out(
      errors === 0
        ? `${config.file}: all is well${connect ? ', and the servers answer' : ''}`
        : `${errors} ${errors === 1 ? 'fault' : 'faults'}`,
    );
  return errors === 0 ? 0 : 2;
}

interface DirectoryCheck {
  readonly lines: readonly CheckLine[];
  readonly directory: Directory | null;
}

async function directoryFaults(config: Config): Promise<DirectoryCheck> {
  if (!existsSync(config.directory.csv))
    return {
      directory: null,
      lines: [
        {
          severity: 'error',
          text: `${config.directory.csv}: there is no such file; directory.csv names the register of people`,
        },
      ],
    };
  try {
    const { directory, faults } = await loadDirectory(config.directory.csv);
    return {
      directory,
      lines: faults.map((fault) => ({
        severity: fault.severity === 'warning' ? 'warning' : 'error',
        text: `${formatPlace(fault.place)}: ${fault.text}`,
      })),
    };
  } catch (error) {
    return { directory: null, lines: [{ severity: 'error', text: describeError(error) }] };
  }
}

function ruleFaults(config: Config): readonly CheckLine[] {
  const outcome = loadRulebook(config.rules, {
    mailboxDomain: domainOf(config.mailbox.address),
    classify: classifyText,
  });
  return outcome.kind === 'ok' ? [] : outcome.faults.map((fault) => ({ severity: 'error', text: formatFault(fault) }));
}

async function templateFaults(config: Config): Promise<readonly CheckLine[]> {
  try {
    const { faults } = await inspectTemplates(config.templates, { cacheDir: join(tmpdir(), 'loket-templates') });
    return faults.map((fault) => ({ severity: 'error', text: `${formatPlace(fault.place)}: ${fault.message}` }));
  } catch (error) {
    if (error instanceof BotError) return [{ severity: 'error', text: error.message }];
    throw error;
  }
}
