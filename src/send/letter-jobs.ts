/** What the daemon and its thread for letters say to each other; and the thread's side of it. */
import type { MessagePort } from 'node:worker_threads';
import type { LetterRow } from '../compose/compose.ts';
import type { OutgoingAttachment } from '../compose/outgoing-mail.ts';
import { BotError, describeError, type FaultCode } from '../shared/errors.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Posted } from './post.ts';

export interface LetterJob {
  readonly id: number;
  readonly row: LetterRow;
  /** Files by their path; the bytes of those that lie in no file of their own. */
  readonly attachments: readonly OutgoingAttachment[];
  readonly only: readonly string[] | null;
  /** The daemon's clock: the date of the letter. */
  readonly now: EpochMs;
}

export type LetterOrder = LetterJob | 'close';

/** A fault as it crosses threads: the code says whether time mends it. Null for what is none of ours. */
export interface ToldFault {
  readonly code: FaultCode | null;
  readonly message: string;
}

export type LetterAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'faulty'; readonly fault: ToldFault }
  | { readonly kind: 'posted'; readonly id: number; readonly posted: Posted }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: ToldFault };

export interface LetterService {
  post(job: LetterJob): Promise<Posted>;
  close(): Promise<void>;
}

/** Answers each job once, as they end. @param open says what is wrong (templates) by throwing */
export async function serveLetters(port: MessagePort, open: () => Promise<LetterService>): Promise<void> {
  const answer = (said: LetterAnswer): void => port.postMessage(said);
  try {
    const service = await open();
    port.on('message', (order: LetterOrder) => void serve(order, service, port));
    answer({ kind: 'ready' });
  } catch (error) {
    answer({ kind: 'faulty', fault: toldFault(error) });
  }
}

export function heardFault({ code, message }: ToldFault): Error {
  return code === null ? new Error(message) : new BotError(code, message);
}

async function serve(order: LetterOrder, service: LetterService, port: MessagePort): Promise<void> {
  const answer = (said: LetterAnswer): void => port.postMessage(said);
  if (order === 'close') {
    await service.close();
    port.close();
    return;
  }
  const { id } = order;
  try {
    answer({ kind: 'posted', id, posted: await service.post(order) });
  } catch (error) {
    answer({ kind: 'failed', id, fault: toldFault(error) });
  }
}

function toldFault(error: unknown): ToldFault {
  return { code: error instanceof BotError ? error.code : null, message: describeError(error) };
}
