/** The commands of `loket`: what each is called, what it takes, and how faults are told. The work itself stands in commands/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { addressesFree, addressesList } from './commands/addresses.ts';
import { check } from './commands/check.ts';
import type { CommandContext, ExitCode, Output } from './commands/command.ts';
import { directoryShow } from './commands/directory-show.ts';
import { explain } from './commands/explain.ts';
import { quarantineList, quarantineSettle, quarantineShow } from './commands/quarantine.ts';
import { learn } from './commands/learn.ts';
import { replay } from './commands/replay.ts';
import { run } from './commands/run.ts';
import { ticketExport } from './commands/ticket-export.ts';
import { verify } from './commands/verify.ts';
import { outboxList, outboxRetry, outboxShow, rebuild, ticketList, ticketShow } from './commands/store-commands.ts';
import { loadConfig, PACKAGE_ROOT, type Config } from './config.ts';
import { demo } from './demo/demo.ts';
import { OUTBOX_STATES, type OutboxState } from './record/outbox.ts';
import { BotError, describeError } from './shared/errors.ts';
import { fromIso } from './shared/time.ts';
import { STATUSES } from './ticket/ticket.ts';
import type { ReplyRole } from './understand/reading.ts';

const USAGE_CODES = new Set(['E_USAGE', 'E_CONFIG', 'E_RULE_FILE', 'E_TEMPLATE', 'E_DIRECTORY']);

const terminal: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

// A reader that has seen enough (`loket ticket list | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Runs one command line. @returns the exit code of the contract: 0 success, 1 the work failed, 2 wrong usage or configuration */
export async function main(argv: readonly string[], output: Output = terminal): Promise<number> {
  let code: ExitCode = 0;
  const program = buildProgram(output, (result) => (code = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Each fault of a file begins with its place, so that editors can jump there.
    output.err(describeError(error));
    return error instanceof BotError && USAGE_CODES.has(error.code) ? 2 : 1;
  }
}

function packageVersion(): string {
  const text = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

type Work = (context: CommandContext, command: Command) => Promise<ExitCode>;
type Add = (parent: Command, name: string, what: string, work: Work) => Command;

function buildProgram(output: Output, done: (code: ExitCode) => void): Command {
  const program = new Command('loket')
    .description('An email-first service desk: one mailbox, plain replies, nothing lost')
    .version(packageVersion(), '--version', 'version of Loket')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
      outputError: (text, write) => write(`${text.replace(/^error: /, '').trimEnd()}; --help says what is there`),
    });
  const add: Add = (parent, name, what, work) =>
    parent
      .command(name)
      .description(what)
      .exitOverride()
      .option('--config <file>', 'configuration file', './loket.yaml')
      .option('--json', 'machine-readable output', false)
      .action(async (...values: readonly unknown[]) => {
        const command = values.at(-1);
        if (command instanceof Command) done(await work(contextOf(command, output), command));
      });
  addDaemon(program, add);
  addExplain(program, add);
  addStore(program, add);
  addVerify(program, add);
  addLater(program, add);
  return program;
}

function addDaemon(program: Command, add: Add): void {
  add(program, 'run', 'the daemon: watches the mailbox, answers, routes, follows up', (context) => run(context));
  add(program, 'demo', 'the main job on an embedded mail server, nothing to configure', (context, command) =>
    demo(context, { script: command.opts()['script'] === true, folder: text(command.opts()['folder']) }),
  )
    .option('--script', 'end when the story is over; exit 0 only if it came out right', false)
    .option('--folder <path>', 'where letters and database stay (default: ./loket-demo, or the next free one)');
  add(
    program,
    'check',
    'names every fault of configuration, rules, templates and directory at once',
    (context, command) =>
      command.opts()['rebuild'] === true ? rebuild(context) : check(context, command.opts()['connect'] === true),
  )
    .option('--connect', 'also log in to IMAP and SMTP, prove plus-addressing, try the alarm', false)
    .option('--rebuild', 'fold all events anew, compare with the tickets and mend them', false);
}

function addExplain(program: Command, add: Add): void {
  add(
    program,
    'explain',
    'what the bot would do with each mail, and why; sends and changes nothing',
    (context, command) => {
      const options = command.opts();
      return explain(context, {
        paths: command.args,
        now: options['now'] === undefined ? null : instant(text(options['now']) ?? ''),
        as: roleOf(text(options['as'])),
        sent: text(options['sent']) ?? null,
      });
    },
  )
    .argument('<mails...>', 'files, folders of *.eml, mboxes')
    .option('--now <instant>', 'time of receipt (ISO 8601), default: the Date of each mail')
    .addOption(
      new Option('--as <role>', 'read the mail as the reply of that person').choices([
        'requester',
        'approver',
        'rft',
        'desk',
      ]),
    )
    .option('--sent <file>', 'the letter of ours that the mail answers');
  add(program, 'learn', 'lines for the rules from what the desk corrected, and what they would change', learn);
  add(program, 'replay', 'which decisions change under other rules; exit 1 if any', (context, command) => {
    const options = command.opts();
    return replay(context, {
      paths: command.args,
      rules: text(options['rules']) ?? '',
      now: options['now'] === undefined ? null : instant(text(options['now']) ?? ''),
    });
  })
    .argument('<mails...>', 'files, folders of *.eml, mboxes')
    .requiredOption('--rules <dir>', 'the other rules')
    .option('--now <instant>', 'time of receipt (ISO 8601), default: the Date of each mail');
}

function addStore(program: Command, add: Add): void {
  const ticket = group(program, 'ticket', 'tickets and their history');
  add(ticket, 'list', 'the newest tickets', (context, command) =>
    ticketList(context, text(command.opts()['status'])),
  ).addOption(new Option('--status <status>', 'only these').choices([...STATUSES]));
  add(ticket, 'show', 'one ticket with its whole history', (context, command) =>
    ticketShow(context, command.args[0] ?? ''),
  ).argument('<number>');
  add(ticket, 'export', 'writes an evidence file', (context, command) =>
    ticketExport(context, command.args[0] ?? '', text(command.opts()['out']) ?? null),
  )
    .argument('<number>')
    .option('--out <file>', 'where to (default: NUMBER.pdf)');
  const outbox = group(program, 'outbox', 'letters that wait, left or failed');
  add(outbox, 'list', 'letters, newest first', (context, command) =>
    outboxList(context, stateOf(text(command.opts()['state']))),
  ).addOption(new Option('--state <state>', 'only these').choices([...OUTBOX_STATES]));
  add(outbox, 'show', 'one letter', (context, command) => outboxShow(context, command.args[0] ?? '')).argument('<key>');
  add(outbox, 'retry', 'parked or failed letters wait again', (context, command) =>
    outboxRetry(context, command.args),
  ).argument('<keys...>');
  add(outbox, 'addresses', 'addresses that get no letters (dead) or no answers (blocked)', addressesList);
  add(outbox, 'free', 'take the marks from an address; what waited for it leaves', (context, command) =>
    addressesFree(context, command.args),
  ).argument('<addresses...>');
  addHeld(program, add);
}

/** Mails held for a person, and the register. */
function addHeld(program: Command, add: Add): void {
  const quarantine = group(program, 'quarantine', 'mails held for a person');
  add(quarantine, 'list', 'held mails, with reasons', (context, command) =>
    quarantineList(context, command.opts()['beforeActivation'] === true),
  ).option('--before-activation', 'instead, mails that lay in the mailbox before the first start', false);
  add(quarantine, 'show', 'one held mail', (context, command) =>
    quarantineShow(context, command.args[0] ?? ''),
  ).argument('<mail>');
  add(quarantine, 'release', 'decide it anew, as if from one of us', (context, command) =>
    quarantineSettle(context, command.args, 'release'),
  ).argument('<mails...>');
  add(quarantine, 'drop', 'never answer it', (context, command) =>
    quarantineSettle(context, command.args, 'drop'),
  ).argument('<mails...>');
  const directory = group(program, 'directory', 'the register of people');
  add(directory, 'show', 'what the register knows of a person', (context, command) =>
    directoryShow(context, command.args[0] ?? ''),
  ).argument('<address>');
}

function addVerify(program: Command, add: Add): void {
  add(program, 'verify', 'whether an evidence file is as it was written; works offline', (context, command) =>
    verify(context, command.args[0] ?? ''),
  ).argument('<file>');
}

/** Commands of the contract that this version does not have yet. */
function addLater(program: Command, add: Add): void {
  add(program, 'report', 'service levels for a period; not there yet', notThere)
    .option('--from <date>', 'first day')
    .option('--to <date>', 'last day')
    .option('--out <file>', 'HTML, PDF or CSV');
}

function notThere(context: CommandContext, command: Command): Promise<ExitCode> {
  context.err(`loket ${fullName(command)} is not there yet in this version`);
  return Promise.resolve(2);
}

function fullName(command: Command): string {
  const parent = command.parent;
  return parent?.parent ? `${fullName(parent)} ${command.name()}` : command.name();
}

function group(program: Command, name: string, what: string): Command {
  return program.command(name).description(what).exitOverride();
}

function contextOf(command: Command, output: Output): CommandContext {
  const options = command.opts();
  const configFile = text(options['config']) ?? './loket.yaml';
  let loaded: Config | null = null;
  return {
    ...output,
    configFile,
    json: options['json'] === true,
    config: () => (loaded ??= loadConfig(configFile)),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function instant(value: string): number {
  try {
    return fromIso(value);
  } catch {
    throw new BotError('E_USAGE', `--now ${value}: write an instant such as 2026-11-23T09:00:00+07:00`);
  }
}

function roleOf(value: string | undefined): ReplyRole | null {
  return value === 'requester' || value === 'approver' || value === 'rft' || value === 'desk' ? value : null;
}

function stateOf(value: string | undefined): OutboxState | undefined {
  return OUTBOX_STATES.find((state) => state === value);
}
