/** Stands between client and server and cuts the line when told to, in the middle of whatever is being said. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** Connections made so far. */
  connections(): number;
  /** The next `times` connections are cut after so many bytes from the server, counted from now on for one that is open. */
  cutAfter(bytes: number, times?: number): void;
  /** From now on nothing passes, and nothing is closed either: a dead line. */
  freeze(): void;
  close(): Promise<void>;
}

export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let left = Infinity;
  let cuts = 0;
  let again = Infinity;
  let frozen = false;
  let count = 0;
  const server = createServer((client) => {
    count++;
    const upstream = connect(target, '127.0.0.1').setNoDelay(true);
    client.setNoDelay(true);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => void (frozen || upstream.write(chunk)));
    upstream.on('data', (chunk: Buffer) => {
      if (frozen) return;
      client.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left > 0) return;
      cuts--;
      left = cuts > 0 ? again : Infinity;
      client.end();
      upstream.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    port: address.port,
    connections: () => count,
    cutAfter: (bytes, times = 1) => {
      left = bytes;
      again = bytes;
      cuts = times;
    },
    freeze: () => {
      frozen = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
