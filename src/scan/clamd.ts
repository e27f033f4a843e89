/**
 * Asks a clamd about a file (its INSTREAM command): over a Unix socket or TCP on the same machine, in one connection a file. What it
 * answers is a verdict; that it does not answer is one, too, and never an exception.
 */
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly name: string }
  /** No answer, or none that tells: too large for it, broken, slow, away. */
  | { readonly kind: 'unknown'; readonly why: string };

export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

export interface ClamdOptions {
  readonly address: ClamdAddress;
  /** For all of it: connecting, sending, waiting. */
  readonly timeMs: number;
}

const COMMAND = 'zINSTREAM\0';
const END = Buffer.alloc(4);
/** Answers are one short line. */
const MOST_ANSWER_BYTES = 4096;
const LONGEST_NAME = 120;

export async function scanFile(path: string, { address, timeMs }: ClamdOptions): Promise<ScanVerdict> {
  const socket = connect(address);
  const answer = answerOf(socket, timeMs);
  // A daemon that has heard enough answers before it was told all; its answer counts.
  const enough = new AbortController();
  const sent = send(socket, path, enough.signal).catch(() => undefined);
  try {
    return await answer;
  } finally {
    enough.abort();
    socket.destroy();
    await sent;
  }
}

async function send(socket: Socket, path: string, signal: AbortSignal): Promise<void> {
  socket.write(COMMAND);
  await pipeline(createReadStream(path), framed, socket, { end: false, signal });
  socket.write(END);
}

/** Each piece behind its length. */
async function* framed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield length;
    yield piece;
  }
}

function answerOf(socket: Socket, timeMs: number): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    let text = '';
    const unknown = (why: string): void => resolve({ kind: 'unknown', why });
    const timer = setTimeout(() => unknown(`no answer within ${timeMs} ms`), timeMs);
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      if (text.includes('\0') || text.length > MOST_ANSWER_BYTES) resolve(verdictOf(text));
    });
    socket.on('error', (error: NodeJS.ErrnoException) => unknown(error.code ?? error.message));
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(verdictOf(text));
    });
  });
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`. */
function verdictOf(text: string): ScanVerdict {
  const line = text.replace(/[\0\n][\s\S]*$/, '').trim();
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (found !== undefined) return { kind: 'infected', name: found.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_NAME) };
  if (line === 'stream: OK') return { kind: 'clean' };
  return { kind: 'unknown', why: line === '' ? 'the connection ended without an answer' : line.slice(0, LONGEST_NAME) };
}
