/**
 * `loket demo`: the whole of Loket on an embedded mail server, with nothing to configure. People of a sample directory write, the bot
 * answers, an approver and two teams reply, the tickets close; then it goes on serving, and anybody joins with a mail program.
 */
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext, ExitCode } from '../commands/command.ts';
import { loadConfig } from '../config.ts';
import { startLoket, type Running } from '../main.ts';
import { systemClock } from '../observe/clock.ts';
import { makeLog } from '../observe/log.ts';
import { readingPolicy } from '../office.ts';
import { describeError } from '../shared/errors.ts';
import { CAST, DESK_MAILBOX } from './cast.ts';
import { demoConfig } from './demo-config.ts';
import { openDemoFolder } from './folder.ts';
import { invite } from './invite.ts';
import { watchLetters, type LettersSeen } from './letters-seen.ts';
import { openMailTown, TOWN_PASSWORD, type MailTown } from './mail-town.ts';
import { makeNarrator, type Narrator } from './narrator.ts';
import { playStory } from './play.ts';
import { STORY, type Chapter } from './story.ts';

export interface DemoOptions {
  /** End when the story is over. */
  readonly script: boolean;
  readonly folder: string | undefined;
  /** Another story than ours. */
  readonly story?: readonly Chapter[];
}

const FIRST_PORT = 2525;
const OWNER_ONLY = 0o077;

export async function demo(context: CommandContext, options: DemoOptions): Promise<ExitCode> {
  process.umask(OWNER_ONLY);
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('stopped'));
  });
  const folder = openDemoFolder(options.folder ?? null);
  const town = await openTown();
  try {
    const stage = await openStage(folder.path, town, context);
    try {
      const told = await Promise.race([tell(options.story ?? STORY, stage, context), stopped]);
      if (!options.script && told !== 'stopped') {
        invite(town, stage.narrator, stage.running.httpPort);
        showArrivals(stage, context);
        await stopped;
      }
      return told === 'right' || (told === 'stopped' && !options.script) ? 0 : 1;
    } finally {
      await stage.running.stop();
    }
  } finally {
    await town.close();
    folder.lock.release();
  }
}

interface Stage {
  readonly town: MailTown;
  readonly running: Running;
  readonly letters: LettersSeen;
  readonly narrator: Narrator;
}

async function openStage(folder: string, town: MailTown, context: CommandContext): Promise<Stage> {
  const file = join(folder, 'loket.yaml');
  writeFileSync(file, demoConfig(town));
  writeFileSync(join(folder, 'password'), `${TOWN_PASSWORD}\n`);
  const config = loadConfig(file);
  const running = await startLoket(config, {
    // They are the shipped ones, and the story is short.
    triesRules: false,
    log: makeLog({ level: 'info', clock: systemClock, destination: createWriteStream(join(folder, 'loket.log')) }),
  });
  const narrator = makeNarrator(context, process.stdout.isTTY);
  const letters = watchLetters(join(folder, 'letters'), readingPolicy(config), () => running.store.outbox);
  town.onDelivery((to, raw) => {
    narrate({ letters, narrator }, { to, raw }).catch((error: unknown) =>
      context.err(`loket demo: a letter could not be shown: ${describeError(error)}`),
    );
  });
  narrator.line(`Loket melayani ${DESK_MAILBOX.address}.`);
  narrator.line(`Surat, log, dan basis data ada di ${folder}`);
  return { town, running, letters, narrator };
}

async function tell(
  story: readonly Chapter[],
  stage: Stage,
  context: CommandContext,
): Promise<'right' | 'wrong' | 'failed'> {
  const { narrator, letters } = stage;
  try {
    const results = await playStory(story, stage);
    const isRight = results.every((result) => result.isRight);
    narrator.line('');
    for (const result of results)
      narrator.line(`${result.isRight ? '✓' : '✗'} ${result.number}  ${result.status}\n  ${result.title}`);
    const end = isRight ? 'semua berakhir sebagaimana mestinya' : 'ada yang tidak berakhir sebagaimana mestinya';
    narrator.line(`${letters.count()} surat, ${end}.`);
    return isRight ? 'right' : 'wrong';
  } catch (error) {
    context.err(`loket demo: the story stopped: ${describeError(error)}`);
    return 'failed';
  }
}

async function narrate(
  { letters, narrator }: Pick<Stage, 'letters' | 'narrator'>,
  delivered: { readonly to: string; readonly raw: Buffer },
): Promise<void> {
  if (delivered.to === DESK_MAILBOX.address) return;
  const letter = await letters.take(delivered.to, delivered.raw);
  if (letter) narrator.letter(letter);
}

/** What people write who join after the story. */
function showArrivals({ town, letters, narrator }: Stage, context: CommandContext): void {
  town.onDelivery((to, raw) => {
    if (to !== DESK_MAILBOX.address) return;
    letters.read(raw).then(
      ({ from, subject, text, cc }) =>
        narrator.writes(from?.name || from?.address || '?', { to, subject, text, cc: cc.map((one) => one.address) }),
      (error: unknown) => context.err(`loket demo: a mail could not be shown: ${describeError(error)}`),
    );
  });
}

async function openTown(): Promise<MailTown> {
  const residents = [DESK_MAILBOX, ...Object.values(CAST)];
  try {
    return await openMailTown(residents, FIRST_PORT);
  } catch {
    // Somebody else has these ports; any free ones will do.
    return openMailTown(residents, 0);
  }
}
