/** A clamd that speaks its protocol on a real socket and knows one thing. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

export const BAD = 'X5O!P%@AP-TEST';
const MOST = 64 * 1024;

export interface FakeClamd {
  readonly port: number;
  /** Bytes of each stream, in order. */
  readonly heard: readonly Buffer[];
  close(): Promise<void>;
}

export type Manner = 'honest' | 'silent' | 'hangs-up' | 'babbles';

/** @param listen a path for a Unix socket, else a port of its own choosing */
export async function startClamd(manner: Manner = 'honest', listen: string | number = 0): Promise<FakeClamd> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (manner === 'hangs-up') return void socket.destroy();
    if (manner === 'babbles') return void socket.end('x'.repeat(10_000));
    let buffer = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      buffer = Buffer.concat([buffer, bytes]);
      const stream = wholeStream(buffer);
      if (stream === null || manner === 'silent') return;
      heard.push(stream);
      socket.end(answerTo(stream));
    });
  });
  await new Promise<void>((resolve) => {
    if (typeof listen === 'string') server.listen(listen, resolve);
    else server.listen(listen, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo | string | null;
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function answerTo(stream: Buffer): string {
  if (stream.length > MOST) return 'INSTREAM size limit exceeded. ERROR\0';
  return stream.includes(BAD) ? 'stream: Test.Signature FOUND\0' : 'stream: OK\0';
}

/** The bytes of all pieces, once the empty one has come; null before. @throws where the framing is not the protocol's */
function wholeStream(buffer: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (buffer.length < command.length) return null;
  if (buffer.subarray(0, command.length).toString() !== command) throw new Error('no INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= buffer.length;) {
    const length = buffer.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > buffer.length) return null;
    pieces.push(buffer.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
