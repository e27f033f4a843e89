/**
 * `loket demo`: the whole of Loket on an embedded mail server, with nothing to configure. People of a sample directory write, the bot
 * answers, an approver and two teams reply, the tickets close; then it goes on serving, and anybody joins with a mail program.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommandContext, ExitCode, Output } from '../commands/command.ts';
import { loadConfig } from '../config.ts';
import { startLoket, type Running } from '../main.ts';
import { systemClock } from '../observe/clock.ts';
import { makeLog } from '../observe/log.ts';
import { readingPolicy } from '../office.ts';
import { describeError } from '../shared/errors.ts';
import { CAST, DESK_MAILBOX } from './cast.ts';
import { demoConfig } from './demo-config.ts';
import { watchLetters, type LettersSeen } from './letters-seen.ts';
import { openMailTown, TOWN_PASSWORD, type MailTown } from './mail-town.ts';
import { makeNarrator, type Narrator } from './narrator.ts';
import { playStory } from './play.ts';
import { STORY } from './story.ts';

export interface DemoOptions {
  /** End when the story is over. */
  readonly script: boolean;
  readonly folder: string | undefined;
}

const FIRST_PORT = 2525;

export async function demo(context: CommandContext, options: DemoOptions): Promise<ExitCode> {
  const folder = resolve(options.folder ?? './loket-demo');
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  rmSync(join(folder, 'letters'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const town = await openTown();
  const file = join(folder, 'loket.yaml');
  writeFileSync(file, demoConfig(town));
  writeFileSync(join(folder, 'password'), `${TOWN_PASSWORD}\n`);
  const config = loadConfig(file);
  const running = await startLoket(config, {
    log: makeLog({ level: 'info', clock: systemClock, destination: createWriteStream(join(folder, 'loket.log')) }),
  });
  const narrator = makeNarrator(context, process.stdout.isTTY);
  const letters = watchLetters(join(folder, 'letters'), readingPolicy(config), () => running.store.outbox);
  town.onDelivery((to, raw) => void narrate(letters, narrator, { to: to.address, raw }));
  narrator.line(`Loket melayani ${DESK_MAILBOX.address}; surat, log, dan basis data ada di ${folder}`);
  const ok = await tell({ town, running, letters, narrator }, context);
  if (options.script) return close(town, running, ok);
  invite(town, narrator, running);
  await new Promise<void>((stopped) => process.once('SIGINT', stopped).once('SIGTERM', stopped));
  return close(town, running, ok);
}

interface Stage {
  readonly town: MailTown;
  readonly running: Running;
  readonly letters: LettersSeen;
  readonly narrator: Narrator;
}

async function tell(stage: Stage, output: Output): Promise<boolean> {
  try {
    const results = await playStory(STORY, stage);
    const ok = results.every((result) => result.isRight);
    stage.narrator.line('');
    for (const result of results)
      stage.narrator.line(`${result.isRight ? '✓' : '✗'} ${result.number}  ${result.status}  ${result.title}`);
    stage.narrator.line(
      `${stage.letters.count()} surat, ${ok ? 'semua berakhir sebagaimana mestinya' : 'ada yang tidak berakhir sebagaimana mestinya'}.`,
    );
    return ok;
  } catch (error) {
    output.err(`loket demo: the story stopped: ${describeError(error)}`);
    return false;
  }
}

async function narrate(
  letters: LettersSeen,
  narrator: Narrator,
  delivered: { readonly to: string; readonly raw: Buffer },
): Promise<void> {
  if (delivered.to === DESK_MAILBOX.address) return;
  const letter = await letters.take(delivered.to, delivered.raw);
  if (letter) narrator.letter(letter);
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

function invite(town: MailTown, narrator: Narrator, running: Running): void {
  narrator.line('\nIkut bermain dengan program email apa pun (tanpa TLS, hanya di komputer ini):');
  narrator.line(`  SMTP  127.0.0.1:${town.smtpPort}, user dan kata sandi seperti di bawah`);
  for (const mailbox of town.mailboxes.values()) {
    narrator.line(
      `  IMAP  127.0.0.1:${mailbox.imapPort}  user ${mailbox.user.padEnd(16)} kata sandi ${mailbox.password}   ${mailbox.name} <${mailbox.address}>`,
    );
  }
  narrator.line(`  http://127.0.0.1:${running.httpPort}/metrics   /readyz   /healthz`);
  narrator.line(`Kirim email ke ${DESK_MAILBOX.address}. Ctrl+C untuk berhenti.`);
}

async function close(town: MailTown, running: Running, ok: boolean): Promise<ExitCode> {
  await running.stop();
  await town.close();
  return ok ? 0 : 1;
}
