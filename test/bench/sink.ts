/** Where the letters go: an SMTP server in a process of its own that takes everything, keeps nothing and counts. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface SinkState {
  /** Sizes in bytes, in the order of acceptance. */
  readonly sizes: readonly number[];
  /** Epoch milliseconds of the last letter, 0 when none. */
  readonly lastAt: number;
}

export interface Sink {
  readonly port: number;
  state(): Promise<SinkState>;
  clear(): Promise<void>;
  close(): void;
}

export async function startSink(): Promise<Sink> {
  const child = fork(import.meta.filename, ['serve']);
  const ask = async <Answer>(question: string): Promise<Answer> => {
    const answered = once(child, 'message') as Promise<[Answer]>;
    child.send(question);
    return (await answered)[0];
  };
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    state: () => ask('state'),
    clear: () => ask('clear'),
    close: () => child.disconnect(),
  };
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'serve') serve();

function serve(): void {
  let sizes: number[] = [];
  let lastAt = 0;
  const server = createServer((socket) =>
    converse(socket.setNoDelay(true), (bytes) => {
      sizes.push(bytes);
      lastAt = Date.now();
    }),
  );
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' ? address?.port : null);
  });
  process.on('message', (question) => {
    if (question === 'clear') {
      sizes = [];
      lastAt = 0;
    }
    process.send?.({ sizes, lastAt } satisfies SinkState);
  });
  process.once('disconnect', () => process.exit());
}

const END = Buffer.from('\r\n.\r\n');

function converse(socket: Socket, accepted: (bytes: number) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  let inData = false;
  let size = 0;
  socket.on('error', () => undefined);
  socket.write('220 sink.example ESMTP\r\n');
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf(inData ? END : '\r\n');
      if (end < 0) break;
      const line = inData ? '' : rest.subarray(0, end).toString('latin1').toUpperCase();
      rest = rest.subarray(end + (inData ? END.length : 2));
      if (inData) accepted(size + end);
      size = 0;
      inData = line.startsWith('DATA');
      socket.write(replyTo(line));
      if (line.startsWith('QUIT')) socket.end();
    }
    // Of a long letter only what could be the beginning of its end is looked at again.
    if (!inData || rest.length < END.length) return;
    size += rest.length - END.length + 1;
    rest = rest.subarray(rest.length - END.length + 1);
  });
}

function replyTo(line: string): string {
  if (line.startsWith('EHLO')) return '250-sink.example\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n';
  if (line.startsWith('DATA')) return '354 go on\r\n';
  return line.startsWith('QUIT') ? '221 bye\r\n' : '250 2.0.0 taken\r\n';
}
