/**
 * Letters are composed and sent in a thread of their own, so that neither their making nor the server's talk holds up the mails that
 * come in. What a letter is and what became of it stays with the daemon: the thread gets a claimed row and answers an outcome. A thread
 * that ends or falls silent loses nothing: its letters are put off and are the same letters again, in a new thread.
 */
import { Worker } from 'node:worker_threads';
import type { OutgoingAttachment } from '../compose/outgoing-mail.ts';
import type { Letter } from '../decide/letter.ts';
import type { OutboxRow } from '../record/outbox.ts';
import { BotError, describeError } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';
import type { Clock } from '../shared/time.ts';
import { heardFault, type LetterAnswer, type LetterJob, type LetterOrder } from './letter-jobs.ts';
import type { Post, Posted } from './post.ts';

export interface LetterThreadOptions {
  /** The program, which calls `serveLetters`. */
  readonly entry: URL;
  /** What the program needs to know; plain data. */
  readonly settings: unknown;
  readonly attachments: (letter: Letter) => Promise<readonly OutgoingAttachment[]>;
  readonly clock: Clock;
  readonly log: Log;
  /** The thread answers a letter within that time, or it is ended. More than the transport takes for its longest. */
  readonly answerWithinMs: number;
}

export interface LetterThread extends Post {
  close(): Promise<void>;
}

/** A thread that does not close by itself is ended after that time. */
const CLOSES_WITHIN_MS = 2_000;

/**
 * Of what a letter is made of next to nothing outlives it. With the much larger room that V8 gives to young objects it takes the old
 * ones, which are few, for about to outgrow theirs, and looks through them again and again.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** One run of the program, from its start to its end. */
interface Run {
  readonly worker: Worker;
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  readonly waiting: Map<number, PromiseWithResolvers<Posted>>;
}

/** @throws {BotError} what the program says is wrong, for example E_TEMPLATE */
export async function startLetterThread(options: LetterThreadOptions): Promise<LetterThread> {
  let run: Run | null = begin(options, () => (run = null));
  let isClosed = false;
  let count = 0;
  await run.ready;

  return {
    send: async (row, only) => {
      const attachments = await options.attachments(row.letter);
      if (isClosed) throw interrupted('it is closed');
      run ??= begin(options, () => (run = null));
      await run.ready.catch((error: unknown) => Promise.reject(interrupted(describeError(error))));
      count += 1;
      return hand(jobOf(row, { id: count, attachments, only: only ?? null, now: options.clock.now() }), run, options);
    },
    close: async () => {
      isClosed = true;
      if (run) await end(run);
    },
  };
}

function begin(options: LetterThreadOptions, onEnd: () => void): Run {
  const worker = new Worker(options.entry, { workerData: options.settings, resourceLimits: LIMITS });
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const waiting: Run['waiting'] = new Map();
  let why = 'it ended';
  worker.on('message', (answer: LetterAnswer) => {
    if (answer.kind === 'ready') ready.resolve();
    else if (answer.kind === 'faulty') ready.reject(heardFault(answer.fault));
    else settle(answer, waiting);
  });
  worker.on('error', (error) => (why = describeError(error)));
  worker.once('exit', () => {
    onEnd();
    if (waiting.size > 0) options.log.error({ letters: waiting.size, error: why }, 'the thread of letters has ended');
    ready.reject(interrupted(why));
    for (const letter of waiting.values()) letter.reject(interrupted(why));
    ended.resolve();
  });
  // Awaited by whoever has a letter for it; until then a failure must not count as unheard.
  ready.promise.catch(() => undefined);
  return { worker, ready: ready.promise, ended: ended.promise, waiting };
}

function settle(answer: Extract<LetterAnswer, { readonly id: number }>, waiting: Run['waiting']): void {
  const letter = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.kind === 'posted') letter?.resolve(answer.posted);
  else letter?.reject(heardFault(answer.fault));
}

/** Time mends it: the letter goes again, with the same Message-ID. */
function interrupted(why: string): BotError {
  return new BotError('E_SMTP_TRANSIENT', `the thread of letters did not answer: ${why}`);
}

async function hand(job: LetterJob, run: Run, options: LetterThreadOptions): Promise<Posted> {
  const letter = Promise.withResolvers<Posted>();
  run.waiting.set(job.id, letter);
  const silence = setTimeout(() => void run.worker.terminate(), options.answerWithinMs);
  order(job, run);
  try {
    return await letter.promise;
  } finally {
    clearTimeout(silence);
  }
}

function jobOf({ key, letter, thread }: OutboxRow, rest: Omit<LetterJob, 'row'>): LetterJob {
  return { row: { key, letter, thread }, ...rest };
}

function order(what: LetterOrder, { worker }: Run): void {
  worker.postMessage(what, []);
}

async function end(run: Run): Promise<void> {
  order('close', run);
  const timer = setTimeout(() => void run.worker.terminate(), CLOSES_WITHIN_MS);
  await run.ended;
  clearTimeout(timer);
}
