/** Plays the story: people write, wait for the letters they need, and answer them. */
import type { Running } from '../main.ts';
import { systemClock } from '../observe/clock.ts';
import type { TicketNumber } from '../shared/ids.ts';
import { findNumbers } from '../ticket/number.ts';
import { CAST, DESK_MAILBOX, type Role } from './cast.ts';
import type { LettersSeen, SeenLetter } from './letters-seen.ts';
import type { Mailbox, MailTown } from './mail-town.ts';
import type { Narrator } from './narrator.ts';
import { sendAs } from './people-write.ts';
import type { Chapter } from './story.ts';

export interface Played {
  readonly title: string;
  readonly number: string;
  readonly status: string;
  readonly isRight: boolean;
}

export interface Scene {
  readonly town: MailTown;
  readonly running: Running;
  readonly letters: LettersSeen;
  readonly narrator: Narrator;
}

/** A letter that takes longer than this is a fault of ours. */
const LETTER_WITHIN_MS = 20_000;

export async function playStory(story: readonly Chapter[], scene: Scene): Promise<readonly Played[]> {
  const played: Played[] = [];
  let ordinal = 0;
  for (const [index, chapter] of story.entries()) {
    scene.narrator.chapter(index + 1, chapter.title);
    played.push(await playChapter(chapter, scene, () => (ordinal += 1)));
  }
  return played;
}

async function playChapter(chapter: Chapter, scene: Scene, nextOrdinal: () => number): Promise<Played> {
  /** Letters that a step has waited for and a later step may answer. */
  const inHand = new Map<string, SeenLetter>();
  let number: TicketNumber | undefined;
  for (const step of chapter.steps) {
    const handle = 'letter' in step ? `${step.who}/${step.letter}` : '';
    if (step.kind === 'gets') {
      const letter = await scene.letters.wait(CAST[step.who].address, step.letter, LETTER_WITHIN_MS);
      inHand.set(handle, letter);
      number ??= findNumbers(letter.message.subject)[0];
      continue;
    }
    const answers = step.kind === 'answers' ? (inHand.get(handle)?.message ?? null) : null;
    const mail = {
      to: answers?.replyTo[0]?.address ?? DESK_MAILBOX.address,
      subject: step.kind === 'writes' ? step.subject : `Re: ${answers?.subject ?? ''}`,
      text: step.text,
      cc: (step.cc ?? []).map((role) => CAST[role]),
      photographs: step.kind === 'answers' && step.photograph !== undefined ? [step.photograph] : [],
      answers,
      ordinal: nextOrdinal(),
    };
    const writer = mailboxOf(step.who, scene.town);
    scene.narrator.writes(writer.name, { ...mail, cc: mail.cc.map((person) => person.name) });
    await sendAs(writer, mail, { port: scene.town.smtpPort, clock: systemClock });
  }
  await scene.running.settle();
  const ticket = number === undefined ? null : await scene.running.store.tickets.find(number);
  const status = ticket?.state.status ?? 'no ticket';
  return { title: chapter.title, number: number ?? '-', status, isRight: status === chapter.ends };
}

function mailboxOf(role: Role, town: MailTown): Mailbox {
  const mailbox = town.mailboxes.get(CAST[role].address);
  if (mailbox === undefined) throw new Error(`${role} has no mailbox in the demonstration`);
  return mailbox;
}
